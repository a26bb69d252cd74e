"""A small server on this machine that answers as it is told, for tests of fetching."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

PEM = Path(__file__).with_name("localhost.pem")
"""A key and a certificate for localhost that nobody else trusts."""
Answer = Callable[[socket.socket, str], None]


def said(status: str, body: bytes = b"", **headers: object) -> Answer:
    """An answer with a status, headers (Content_Length for Content-Length) and a body."""

    def answer(connection: socket.socket, _: str) -> None:
        named = {"Content_Type": "text/plain", "Content_Length": len(body), **headers}
        lines = [
            f"{name.replace('_', '-')}: {value}"
            for name, value in named.items()
            if value is not None
        ]
        head = "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""])
        connection.sendall(head.encode() + body)

    return answer


@contextlib.contextmanager
def server(answers: dict[str, Answer], *, safe: bool = False) -> Iterator[str]:
    """Serve `answers` by path on a free port; its address, as in http://127.0.0.1:1234."""
    listening = socket.create_server(("127.0.0.1", 0))
    listening.settimeout(0.1)
    over = threading.Event()
    context = None
    if safe:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(PEM)

    def serve_one(connection: socket.socket) -> None:
        with contextlib.suppress(OSError):
            connection.settimeout(5)
            if context:
                connection = context.wrap_socket(connection, server_side=True)
            with connection:
                asked = connection.recv(65536).decode("latin-1")
                path = asked.split(" ")[1] if " " in asked else "/"
                answers.get(path.partition("?")[0], said("404 Not Found"))(connection, asked)

    def serve() -> None:
        while not over.is_set():
            with contextlib.suppress(TimeoutError):
                connection, _ = listening.accept()
                threading.Thread(target=serve_one, args=(connection,), daemon=True).start()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"http{'s' if safe else ''}://localhost:{listening.getsockname()[1]}"
    finally:
        over.set()
        thread.join()
        listening.close()
