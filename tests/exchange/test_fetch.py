"""Fetching: what is taken, what is refused, and that it never takes for ever."""

from __future__ import annotations

import ssl
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.errors import QuizError
from quizapp.exchange import fetch as fetching
from quizapp.exchange.fetch import Bounds, FetchError, Trust, fetch
from quizapp.exchange.servers import is_near

sys.path.insert(0, str(Path(__file__).parent))
from serving import PEM, said, server

OPEN = Trust(schemes=("http", "https"))
PACK = b'format = 1\nid = "x"\n'


def silent(*_: object) -> None:
    """Told of progress, and does nothing."""


def refusal(address: str, *, bounds: Bounds | None = None, trust: Trust = OPEN) -> str:
    with pytest.raises(FetchError) as caught:
        fetch(address, silent, bounds=bounds, trust=trust)
    text = str(caught.value)
    assert "\n" not in text
    return text


def test_a_file_comes_as_it_is() -> None:
    with server({"/x.toml": said("200 OK", PACK)}) as here:
        got = fetch(f"{here}/x.toml", silent, trust=OPEN)
    assert (got.data, got.host) == (PACK, "localhost")


def test_a_file_without_a_length_comes_whole_too() -> None:
    with server({"/x": said("200 OK", PACK, Content_Length=None)}) as here:
        assert fetch(f"{here}/x", silent, trust=OPEN).data == PACK


def test_a_file_in_chunks_comes_whole_too() -> None:
    body = b"5\r\nforma\r\n3\r\nt=1\r\n0\r\n\r\n"
    answer = said("200 OK", body, Content_Length=None, Transfer_Encoding="chunked")
    with server({"/x": answer}) as here:
        assert fetch(f"{here}/x", silent, trust=OPEN).data == b"format=1"


@pytest.mark.parametrize("length", [10**12, None, "nonsense", -5])
def test_a_file_too_large_is_refused_whatever_it_says_of_its_length(length: object) -> None:
    with server({"/x": said("200 OK", b"x" * 5000, Content_Length=length)}) as here:
        assert "bigger than 1,000 bytes" in refusal(f"{here}/x", bounds=Bounds(size=1000))


def test_a_file_shorter_than_it_says_is_refused() -> None:
    with server({"/x": said("200 OK", PACK, Content_Length=len(PACK) + 1)}) as here:
        assert "broke off in the middle" in refusal(f"{here}/x")


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("404 Not Found", "nothing at this address"),
        ("401 Unauthorized", "password"),
        ("403 Forbidden", "does not give this file out"),
        ("410 Gone", "gone"),
        ("429 Too Many Requests", "later"),
        ("500 Oops", "trouble of its own (answer 500)"),
        ("206 Partial Content", "answer 206"),
        ("204 No Content", "answer 204"),
    ],
)
def test_an_answer_without_a_file_is_told(status: str, words: str) -> None:
    with server({"/x": said(status)}) as here:
        assert words in refusal(f"{here}/x")


@pytest.mark.parametrize("kind", ["text/html; charset=utf-8", "image/png", "application/pdf"])
def test_a_web_page_is_no_pack(kind: str) -> None:
    with server({"/x": said("200 OK", b"<html>", Content_Type=kind)}) as here:
        assert "ask for the address of the file itself" in refusal(f"{here}/x")


def test_a_web_page_that_is_called_text_is_no_pack_either() -> None:
    with server({"/x": said("200 OK", b"\n<!DOCTYPE html><html>")}) as here:
        assert "this is a web page" in refusal(f"{here}/x")


def test_a_file_packed_on_the_way_is_refused() -> None:
    with server({"/x": said("200 OK", PACK, Content_Encoding="gzip")}) as here:
        assert "not asked for" in refusal(f"{here}/x")


def test_a_server_may_send_one_on() -> None:
    answers = {"/x": said("302 Found", Location="y?z=1"), "/y": said("200 OK", PACK)}
    with server(answers) as here:
        assert fetch(f"{here}/x", silent, trust=OPEN).data == PACK


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("ftp://example.org/x", "sends one on to ftp, which is not safe"),
        ("file:///etc/passwd", "sends one on to file, which is not safe"),
        ("data:text/plain,x", "sends one on to data, which is not safe"),
        ("javascript:alert(1)", "sends one on to javascript, which is not safe"),
        ("https://name:word@example.org/", "a name or a password"),
        ("https://exa mple.org/", "spaces"),
        ("https://[::1/", "no address"),
        ("https:///x", "names no server"),
        ("https://example.org:99999/", "no address"),
        ("", "does not say where"),
    ],
)
def test_a_server_cannot_send_one_into_another_world(target: str, words: str) -> None:
    with server({"/x": said("302 Found", Location=target)}) as here:
        assert words in refusal(f"{here}/x")


def test_a_safe_server_cannot_send_one_to_an_unsafe_one() -> None:
    trust = Trust(ssl.create_default_context(cafile=str(PEM)))
    with server({"/x": said("302 Found", Location="http://localhost/x")}, safe=True) as here:
        assert "sends one on to http, which is not safe; ask for another" in refusal(
            f"{here}/x", trust=trust
        )


def test_going_round_in_circles_ends() -> None:
    with server({"/x": said("302 Found", Location="/x")}) as here:
        assert "more than 5 times" in refusal(f"{here}/x")


def test_the_open_internet_cannot_send_one_to_a_neighbour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "is_near", lambda host: host == "127.0.0.1")
    with server({"/x": said("302 Found", Location="https://127.0.0.1/secret")}) as here:
        assert "no server on the open internet" in refusal(f"{here}/x")


@pytest.mark.parametrize(
    ("host", "near"),
    [
        ("localhost", True),
        ("printer.local", True),
        ("127.0.0.1", True),
        ("10.1.2.3", True),
        ("192.168.0.1", True),
        ("169.254.169.254", True),
        ("::1", True),
        ("fd00::1", True),
        ("fe80::1", True),
        ("::ffff:127.0.0.1", True),
        ("0.0.0.0", True),
        ("93.184.215.14", False),
    ],
)
def test_machines_close_by_are_known(host: str, near: bool) -> None:
    assert is_near(host) is near


def test_a_silent_server_is_left() -> None:
    with server({"/x": lambda *_: time.sleep(2)}) as here:
        began = time.monotonic()
        assert "was silent for 0.2 seconds" in refusal(f"{here}/x", bounds=Bounds(wait=0.2))
        assert time.monotonic() - began < 1.5


def test_a_server_that_hardly_sends_anything_is_left_sooner() -> None:
    def drip(connection, _):
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        for _ in range(40):
            connection.sendall(b"x")
            time.sleep(0.05)

    with server({"/x": drip}) as here:
        began = time.monotonic()
        assert "sends too slowly" in refusal(f"{here}/x", bounds=Bounds(patience=0.3))
        assert time.monotonic() - began < 1.5


@pytest.mark.parametrize("head", [True, False])
def test_a_server_that_drips_is_left_when_the_time_is_up(head: bool) -> None:
    def drip(connection, _):
        connection.sendall(b"HTTP/1.1 200 OK\r\n" + (b"A: " if head else b"\r\n"))
        for _ in range(40):
            connection.sendall(b"x")
            time.sleep(0.05)

    with server({"/x": drip}) as here:
        began = time.monotonic()
        text = refusal(f"{here}/x", bounds=Bounds(total=0.3))
        assert "took longer than 0.3 seconds" in text
        assert time.monotonic() - began < 1.5


def test_a_certificate_that_nobody_trusts_is_told() -> None:
    with server({"/x": said("200 OK", PACK)}, safe=True) as here:
        assert "cannot prove that it is that server" in refusal(f"{here}/x", trust=Trust())


def test_a_safe_server_is_fetched_from() -> None:
    trust = Trust(ssl.create_default_context(cafile=str(PEM)))
    with server({"/x": said("200 OK", PACK)}, safe=True) as here:
        assert fetch(f"{here}/x", silent, trust=trust).data == PACK


def test_a_server_without_safety_is_told() -> None:
    with server({"/x": said("200 OK", PACK)}) as here:
        assert "no safe connection" in refusal(f"{here.replace('http', 'https')}/x")


def test_nobody_there_is_told() -> None:
    with server({}) as here:
        pass
    assert "does not answer there" in refusal(f"{here}/x")
    assert "no server called" in refusal("https://nowhere.invalid/x")


@pytest.mark.parametrize("junk", [b"", b"SSH-2.0-x\r\n", b"HTTP/9 nonsense\r\n\r\n", b"\x00" * 99])
def test_what_is_no_web_server_is_told(junk: bytes) -> None:
    with server({"/x": lambda connection, _: connection.sendall(junk)}) as here:
        assert "no proper answer" in refusal(f"{here}/x")


def test_an_address_in_other_letters_is_asked_for_in_ascii() -> None:
    got = []

    def answer(connection, asked):
        got.append(asked.split("\r\n")[0])
        said("200 OK", PACK)(connection, asked)

    with server({"/%C3%BC%20x": answer}) as here:
        fetch(f"{here}/ü%20x?q=ж", silent, trust=OPEN)
    assert got == ["GET /%C3%BC%20x?q=%D0%B6 HTTP/1.1"]


def test_whoever_is_told_may_stop_it() -> None:
    class StoppedError(QuizError):
        """Enough."""

    def stop(what: str, done: int, total: int) -> None:
        if done:
            raise StoppedError("enough")

    with server({"/x": said("200 OK", PACK)}) as here, pytest.raises(StoppedError):
        fetch(f"{here}/x", stop, trust=OPEN)


@given(st.text(max_size=60))
def test_any_text_behind_https_is_fetched_or_refused_in_words(text: str) -> None:
    def nothing(*_: object) -> None:
        raise FetchError("asked")

    with pytest.raises(FetchError):
        fetch(f"https://{text}", nothing)
