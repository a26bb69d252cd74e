"""A real pseudo-terminal for tests and benches: run a command, press keys, read the screen."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pyte

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "space": " ",
    "tab": "\t",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "backspace": "\x7f",
    "f2": "\x1bOQ",
    "ctrl+c": "\x03",
    "ctrl+d": "\x04",
    "ctrl+q": "\x11",
}
BIN = Path(sys.executable).parent
COMMAND = str(BIN / "sco-quiz")


class Terminal:
    """One program in one pseudo-terminal, with the screen a person would see."""

    def __init__(
        self,
        argv: Sequence[str],
        *,
        env: Mapping[str, str],
        size: tuple[int, int] = (80, 24),
        cwd: Path | None = None,
    ) -> None:
        self.columns, self.rows = size
        self.screen = pyte.Screen(self.columns, self.rows)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.status: int | None = None
        self.peak = 0
        environment = {
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            "PATH": os.environ["PATH"],
            **env,
        }
        self.began = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            size_bytes = struct.pack("HHHH", self.rows, self.columns, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size_bytes)
            if cwd is not None:
                os.chdir(cwd)
            # Whoever runs the tests in the background hands an ignored Ctrl-C on.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            os.execve(argv[0], list(argv), environment)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", self.rows, self.columns, 0, 0))

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def read(self, timeout: float = 0.05) -> bytes:
        """What the program wrote since, at most one piece; b"" after `timeout` seconds without."""
        ready, _, _ = select.select([self.fd], [], [], timeout)
        if not ready:
            return b""
        try:
            piece = os.read(self.fd, 65536)
        except OSError as error:
            if error.errno == errno.EIO:
                return b""
            raise
        self.raw += piece
        # Some terminal queries wait for an answer that pyte does not give.
        self.stream.feed(piece)
        return piece

    def text(self) -> str:
        """The screen as plain lines."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def wait_for(self, *texts: str, timeout: float = 20.0) -> str:
        """Read until one of the texts stands on the screen; returns which. Raises TimeoutError."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            screen = self.text()
            for text in texts:
                if text in screen:
                    return text
            if not self.read() and self.ended():
                screen = self.text()
                for text in texts:
                    if text in screen:
                        return text
                raise TimeoutError(f"ended with {self.status} before {texts}:\n{screen}")
        raise TimeoutError(f"none of {texts} within {timeout} s:\n{self.text()}")

    def wait_raw(self, marker: bytes, timeout: float = 20.0) -> float:
        """Read until the marker came through; the time it came, by perf_counter."""
        end = time.monotonic() + timeout
        while marker not in self.raw:
            if time.monotonic() > end:
                raise TimeoutError(f"no {marker!r} within {timeout} s:\n{self.text()}")
            if not self.read(0.5) and self.ended():
                raise TimeoutError(f"ended with {self.status} before {marker!r}:\n{self.text()}")
        return time.perf_counter()

    def timed(self, key: str, *markers: bytes, timeout: float = 10.0) -> float:
        """Seconds from pressing `key` until one of `markers` came through.

        The screen is followed only afterwards: what the emulator takes is not the program's.
        """
        pieces = b""
        began = time.perf_counter()
        self.press(key)
        while not any(marker in pieces for marker in markers):
            if not select.select([self.fd], [], [], timeout)[0]:
                raise TimeoutError(f"no {markers} after {key!r}:\n{self.text()}")
            pieces += os.read(self.fd, 1 << 16)
        taken = time.perf_counter() - began
        self.raw += pieces
        self.stream.feed(pieces)
        return taken

    def settle(self, quiet: float = 0.15, timeout: float = 5.0) -> None:
        """Read until nothing more comes for `quiet` seconds."""
        end = time.monotonic() + timeout
        while time.monotonic() < end and self.read(quiet):
            pass

    def press(self, *keys: str) -> None:
        """Press keys by name, or type any other text as it stands."""
        for key in keys:
            os.write(self.fd, KEYS.get(key, key).encode())

    def click(self, column: int, row: int) -> None:
        """Press and release the left mouse button at a cell, both counted from 1 (SGR mode)."""
        os.write(self.fd, f"\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m".encode())

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size, as dragging its corner would."""
        self.columns, self.rows = columns, rows
        self.screen.resize(rows, columns)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.kill(self.pid, signal.SIGWINCH)

    def ended(self) -> bool:
        """True when the program is over; `status` and `peak` (KiB of memory) are known then."""
        if self.status is not None:
            return True
        pid, status, usage = os.wait4(self.pid, os.WNOHANG)
        if pid:
            self.status = os.waitstatus_to_exitcode(status)
            self.peak = usage.ru_maxrss
        return self.status is not None

    def wait(self, timeout: float = 10.0) -> int:
        """Wait for the end; the exit status, negative for a signal."""
        end = time.monotonic() + timeout
        while not self.ended():
            if time.monotonic() > end:
                raise TimeoutError(f"still running after {timeout} s:\n{self.text()}")
            self.read(0.02)
        while self.read(0.02):
            pass
        assert self.status is not None
        return self.status

    def kill(self) -> None:
        """SIGKILL: the power cut."""
        os.kill(self.pid, signal.SIGKILL)
        self.wait()

    def close(self) -> None:
        """End the program if it still runs, and free the terminal."""
        if not self.ended():
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            self.wait()
        with contextlib.suppress(OSError):
            os.close(self.fd)
