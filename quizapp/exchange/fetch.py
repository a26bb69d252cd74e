"""Fetching one file from an https address: bounded in size and time, led nowhere else.

Only https is spoken, also where a server sends one on. A server on the open internet may not
send one on to this machine or its neighbours. A TOML or a zip is taken, no web page.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from socket import SHUT_RDWR, gaierror, socket
from threading import Timer
from typing import Final, NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from quizapp import __version__
from quizapp.errors import QuizError
from quizapp.exchange import limits
from quizapp.exchange.servers import host_of, is_near, proxy_for, proxy_headers
from quizapp.packs.format.text import printable

Tell = Callable[[str, int, int], None]
_HEADERS: Final = {
    "User-Agent": f"sco-quiz/{__version__}",
    "Accept": "application/toml, application/zip, text/plain, */*;q=0.5",
    "Accept-Encoding": "identity",
    "Connection": "close",
}
_SAFE: Final = "/%:=&?~+!$,;'@()*[]"
_CHUNK: Final = 2**16
_SENT_ON: Final = (301, 302, 303, 307, 308)
_WRONG_KINDS: Final = (
    "text/html", "application/xhtml", "application/pdf", "application/json",
    "image/", "audio/", "video/", "font/",
)  # fmt: skip
_ANSWERS: Final = {
    401: "the server wants a password; download the file yourself and add it by its path",
    403: "the server does not give this file out; download it yourself and add it by its path",
    404: "there is nothing at this address; check it",
    410: "what was at this address is gone; ask for the new one",
    429: "the server has had too many requests; try again later",
}


class Bounds(NamedTuple):
    """How much a download may be, how long a server may be silent, and how long all may take."""

    size: int = limits.DOWNLOAD_BYTES
    wait: float = limits.WAIT_SECONDS
    total: float = limits.TOTAL_SECONDS
    patience: float = limits.PATIENCE_SECONDS


class Trust(NamedTuple):
    """Which servers are spoken to. Told otherwise only by code that tries this out.

    `context` is how their certificates are judged, None for the system's own way.
    `schemes` are the protocols.
    """

    context: ssl.SSLContext | None = None
    schemes: tuple[str, ...] = ("https",)


class Fetched(NamedTuple):
    """What was fetched: its bytes, the address that was asked for, and who gave it out."""

    address: str
    host: str
    data: bytes


class FetchError(QuizError):
    """An address that nothing could be fetched from; the text says why and what to do."""


def fetch(
    address: str, tell: Tell, *, bounds: Bounds | None = None, trust: Trust | None = None
) -> Fetched:
    """The file at an https address. Raises FetchError in words; `tell` may raise to stop."""
    work = _Fetch(address, tell, bounds or Bounds(), trust or Trust())
    return work.run()


class _Fetch:
    """One download, from the address that was typed to the last byte."""

    def __init__(self, address: str, tell: Tell, bounds: Bounds, trust: Trust) -> None:
        self.address = address
        self.tell = tell
        self.bounds = bounds
        self.trust = trust
        self.late = False
        self.slow = False
        self.held = 0
        self.sock: socket | None = None

    def run(self) -> Fetched:
        """Ask, follow where one is sent on, and read; all of it within the time there is."""
        watches = (Timer(self.bounds.total, self.stop), Timer(self.bounds.patience, self.hurry))
        for watch in watches:
            watch.daemon = True
            watch.start()
        try:
            return self.follow(self.parts(self.address))
        finally:
            for watch in watches:
                watch.cancel()

    def hurry(self) -> None:
        """End a download that has hardly brought anything by now."""
        if self.held < limits.PATIENCE_BYTES:
            self.slow = True
            self.stop()

    def stop(self) -> None:
        """End the download from outside: whoever waits for the server waits no longer."""
        self.late = True
        if self.sock is not None:
            with suppress(OSError):
                self.sock.shutdown(SHUT_RDWR)

    def follow(self, parts: SplitResult) -> Fetched:
        """The file at an address, or at the one that its server names instead."""
        first, asked = host_of(parts), urlunsplit(parts)
        for _ in range(limits.REDIRECTS + 1):
            host = host_of(parts)
            self.tell(f"Asking {host}", 0, 0)
            with self.answer(parts) as response:
                if response.status not in _SENT_ON:
                    data = self.read(response, host)
                    host = host if host == first else f"{host}, to which {first} leads"
                    return Fetched(asked, host, data)
                location = response.headers.get("Location", "")
            parts = self.sent_on(parts, location)
        raise self.refusal(f"one is sent on more than {limits.REDIRECTS} times; check the address")

    def parts(self, address: str) -> SplitResult:
        """An address taken apart, its server's name in ASCII; refused where it is no plain one."""
        if len(address) > limits.ADDRESS or not address.isprintable() or " " in address:
            raise self.refusal(
                "the address is too long, or holds spaces or control characters; check it"
            )
        try:
            parts = urlsplit(address)
            port = "" if parts.port is None else f":{parts.port}"
            host = (parts.hostname or "").encode("idna").decode("ascii")
        except (ValueError, UnicodeError):
            message = "this is no address; one looks like https://example.org/pack.toml"
            raise self.refusal(message) from None
        if parts.scheme not in self.trust.schemes:
            raise self.refusal(
                f"packs are fetched by https alone, not by {parts.scheme}; ask for https"
            )
        if not host:
            raise self.refusal(
                "the address names no server; one looks like https://example.org/pack.toml"
            )
        if parts.username is not None or parts.password is not None:
            raise self.refusal(
                "the address holds a name or a password; leave out what is before the @"
            )
        netloc = f"[{host}]{port}" if ":" in host else f"{host}{port}"
        path, query = quote(parts.path or "/", safe=_SAFE), quote(parts.query, safe=_SAFE)
        return SplitResult(parts.scheme, netloc, path, query, "")

    def sent_on(self, parts: SplitResult, location: str) -> SplitResult:
        """Where a server sends one; refused from the open internet to machines close by."""
        if not location:
            raise self.refusal("the server sends one on, but does not say where; check the address")
        try:
            joined = urljoin(urlunsplit(parts), location)
        except ValueError:
            joined = location
        scheme = joined.partition(":")[0]
        if scheme not in self.trust.schemes:
            raise self.refusal(
                f"this server sends one on to {printable(scheme[:20])}, which is not safe; ask for "
                "another address"
            )
        target = self.parts(joined)
        here, there = host_of(parts), host_of(target)
        if is_near(there) and not is_near(here):
            raise self.refusal(
                f"{here} sends one on to {there}, which is no server on the open internet; "
                "nothing was asked there"
            )
        return target

    @contextmanager
    def answer(self, parts: SplitResult) -> Iterator[HTTPResponse]:
        """A server's answer, with its troubles told in words."""
        connection = self.connect(parts)
        try:
            connection.connect()
            # Kept, since a connection forgets its socket once the answer has begun.
            self.sock = connection.sock
            if self.late:
                raise TimeoutError
            target = f"{parts.path}?{parts.query}" if parts.query else parts.path
            connection.request("GET", target, headers=_HEADERS)
            with connection.getresponse() as response:
                yield response
        except (OSError, HTTPException) as error:
            raise self.refusal(self.trouble(error, host_of(parts))) from error
        finally:
            connection.close()
        if self.late:
            raise self.refusal(self.trouble(TimeoutError(), host_of(parts)))

    def connect(self, parts: SplitResult) -> HTTPConnection:
        """A connection that is made when it is first used, through the proxy where there is one."""
        host, port = host_of(parts), parts.port
        if parts.scheme == "http":
            return HTTPConnection(host, port, timeout=self.bounds.wait)
        context = self.trust.context or ssl.create_default_context()
        proxy = proxy_for(host)
        if proxy is None:
            return HTTPSConnection(host, port, timeout=self.bounds.wait, context=context)
        through = HTTPSConnection(
            proxy.hostname or "", proxy.port, timeout=self.bounds.wait, context=context
        )
        through.set_tunnel(host, port or 443, proxy_headers(proxy))
        return through

    def read(self, response: HTTPResponse, host: str) -> bytes:
        """The file itself, counted as it comes."""
        self.look_at(response)
        declared, most = response.length, self.bounds.size
        if (declared or 0) > most:
            raise self.refusal(f"the file is bigger than {_size(most)}; no pack is")
        parts: list[bytes] = []
        held = 0
        while part := response.read1(_CHUNK):
            parts.append(part)
            held += len(part)
            self.held = held
            if held > most:
                raise self.refusal(f"the file is bigger than {_size(most)}; no pack is")
            self.tell(f"Fetching from {host}", held, declared or 0)
        if declared is not None and held != declared and not self.late:
            raise self.refusal(f"{host} broke off in the middle; try again")
        data = b"".join(parts)
        if data[:200].lstrip().lower().startswith((b"<!doctype", b"<html", b"<?xml")):
            raise self.refusal(
                "this is a web page, no pack; ask for the address of the file itself"
            )
        return data

    def look_at(self, response: HTTPResponse) -> None:
        """Refuse an answer that holds no file, by what it says of itself."""
        status = response.status
        if status != 200:
            trouble = "has trouble of its own" if status >= 500 else "does not give the file out"
            words = f"the server {trouble} (answer {status}); try again later"
            raise self.refusal(_ANSWERS.get(status, words))
        kind = response.headers.get_content_type()
        if kind.startswith(_WRONG_KINDS):
            what = "a web page" if "html" in kind else "no pack"
            raise self.refusal(
                f"this is {what} ({printable(kind)}); ask for the address of the file itself"
            )
        if response.headers.get("Content-Encoding", "identity").lower() != "identity":
            raise self.refusal(
                "the server packs the file in a way that was not asked for; try another"
            )

    def trouble(self, error: Exception, host: str) -> str:
        """What went wrong on the way, and what to do."""
        if self.late:
            took = f"this took longer than {self.bounds.total:g} seconds"
            return f"{f'{host} sends too slowly' if self.slow else took}; try again later"
        match error:
            case TimeoutError():
                return f"{host} was silent for {self.bounds.wait:g} seconds; try again later"
            case ssl.SSLCertVerificationError():
                reason = printable(error.verify_message or "no reason given")
                return f"{host} cannot prove that it is that server ({reason}); do not trust it"
            case ssl.SSLError():
                reason = printable(error.reason or "no reason given")
                return f"no safe connection to {host} could be made ({reason}); check the address"
            case gaierror():
                return f"no server called {host} was found; check the address and the network"
            case ConnectionRefusedError():
                return f"{host} does not answer there; check the address"
            case HTTPException() | ConnectionError():
                return f"{host} broke off or gave no proper answer; try again later"
            case _:
                said = printable(getattr(error, "strerror", None) or str(error))
                return f"{host} could not be reached ({said}); check the network"

    def refusal(self, sentence: str) -> FetchError:
        """What to raise: the address, what is the matter and what to do."""
        return FetchError(f"{printable(self.address)}: {sentence}")


def _size(size: int) -> str:
    return f"{size // 2**20} MiB" if size >= 2**20 else f"{size:,} bytes"
