"""Zips from strangers: what is read, and what is refused in a sentence."""

from __future__ import annotations

import io
import stat
import struct
import warnings
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.errors import PackError
from quizapp.exchange import limits
from quizapp.exchange.unzip import is_zip, read_zip

LOCKED = 0x1


def zipped(
    *files: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    held = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(held, "w", method) as opened:
            for name, data in files:
                opened.writestr(name, data, compress_type=method)
    return held.getvalue()


def everything(_: str) -> bool:
    return True


def refusal(data: bytes) -> str:
    with pytest.raises(PackError) as caught:
        read_zip(data, "x.zip", everything)
    (problem,) = caught.value.problems
    return str(problem)


def special(name: str, mode: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = mode << 16
    return info


def test_files_are_read_by_their_place() -> None:
    data = zipped(("a.toml", b"1"), ("sub/", b""), ("sub/b.toml", b"2"), ("c.md", b"3"))
    assert read_zip(data, "x.zip", lambda place: place.endswith(".toml")) == {
        "a.toml": b"1",
        "sub/b.toml": b"2",
    }


def test_an_empty_zip_is_a_zip_without_files() -> None:
    assert is_zip(zipped())
    assert read_zip(zipped(), "x.zip", everything) == {}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("../x.toml", "leads out of"),
        ("a/../../x.toml", "leads out of"),
        ("a/..", "leads out of"),
        ("/etc/x.toml", "root of the disk"),
        ("//server/x.toml", "root of the disk"),
        ("C:x.toml", "at a drive"),
        ("c:/x.toml", "at a drive"),
        ("a/x.toml:stream", "at a drive"),
        ("..\\x.toml", "backslash"),
        ("a\\x.toml", "backslash"),
        ("\\\\server\\x.toml", "backslash"),
        ("a\x1b[2J.toml", "control character"),
        ("a\u202elmot.x", "control character"),
        ("a\n.toml", "control character"),
        ("a" * 300, "longer than 255"),
    ],
)
def test_names_that_lead_elsewhere_are_refused(name: str, words: str) -> None:
    text = refusal(zipped(("good.toml", b"1"), (name, b"2")))
    assert words in text
    assert "nothing of it is taken" in text
    assert text.isprintable()


def test_a_name_with_a_nul_is_refused() -> None:
    data = zipped(("aXb.toml", b"2")).replace(b"aXb", b"a\0b")
    assert "control character" in refusal(data)


def test_a_link_is_refused() -> None:
    data = zipped((special("x.toml", stat.S_IFLNK | 0o777), b"/etc/passwd"))
    assert refusal(data).startswith("x.zip/x.toml: this is a link")


@pytest.mark.parametrize("kind", [stat.S_IFIFO, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFSOCK])
def test_a_device_is_refused(kind: int) -> None:
    assert "a device or a pipe" in refusal(zipped((special("x.toml", kind | 0o644), b"")))


def test_a_locked_zip_is_refused() -> None:
    data = bytearray(zipped(("x.toml", b"1")))
    data[6] |= LOCKED
    data[data.index(b"PK\x01\x02") + 8] |= LOCKED
    assert "locked with a password" in refusal(bytes(data))


def test_two_files_of_one_name_are_refused() -> None:
    assert "two files in the zip are called" in refusal(zipped(("x", b"1"), ("x", b"2")))
    assert "two files in the zip are called" in refusal(zipped(("x", b"1"), ("./x", b"2")))


@pytest.mark.parametrize(("one", "other"), [("x.toml", "X.TOML"), ("\u00e9.toml", "e\u0301.toml")])
def test_names_that_are_one_to_some_systems_are_refused(one: str, other: str) -> None:
    assert "one name to some systems" in refusal(zipped((one, b"1"), (other, b"2")))


def test_a_bomb_is_refused_by_how_much_it_would_grow() -> None:
    data = zipped(("x.toml", bytes(20 * 2**20)))
    assert len(data) < 2**16
    assert "grow more than 200 times" in refusal(data)


def test_many_files_that_are_large_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UNPACKED_BYTES", 1000)
    assert "unpacked the zip is larger" in refusal(
        zipped(*((f"{n}", b"x" * 99) for n in range(11)))
    )


def test_too_many_files_are_refused() -> None:
    data = zipped(*((f"{n}", b"") for n in range(limits.ENTRIES + 1)))
    assert "more than 2,000 files" in refusal(data)


def test_a_size_that_lies_is_noticed() -> None:
    data = bytearray(zipped(("x.toml", b"x" * 5000)))
    entry = data.index(b"PK\x01\x02")
    struct.pack_into("<L", data, entry + 24, 10)
    assert "damaged" in refusal(bytes(data))
    struct.pack_into("<L", data, entry + 24, 6000)
    assert "damaged" in refusal(bytes(data))


@pytest.mark.parametrize("name", ["in.zip", "in.tar.gz", "IN.7Z"])
def test_an_archive_in_the_zip_is_refused(name: str) -> None:
    assert "an archive inside the zip" in refusal(zipped((name, zipped())))


def test_an_archive_by_another_name_is_refused() -> None:
    assert "an archive inside the zip" in refusal(zipped(("x.toml", zipped(("y", b"")))))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_unusual_packing_is_refused(method: int) -> None:
    assert "unusual way" in refusal(zipped(("x.toml", b"1" * 99), method=method))


@pytest.mark.parametrize("cut", [5, 30, 60, -1, -10, -25])
def test_a_zip_cut_short_is_refused(cut: int) -> None:
    assert "damaged" in refusal(zipped(("x.toml", zlib.compress(b"1" * 99)))[:cut])


@given(st.binary(max_size=400), st.integers(0, 400), st.integers(0, 255))
def test_whatever_is_done_to_a_zip_it_is_read_or_refused(
    data: bytes, place: int, byte: int
) -> None:
    whole = bytearray(zipped(("a.toml", data), ("sources/b.toml", data[:9])))
    whole[place % len(whole)] = byte
    try:
        held = read_zip(bytes(whole), "x.zip", everything)
    except PackError:
        return
    assert all(".." not in name and not name.startswith("/") for name in held)
