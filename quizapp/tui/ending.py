"""Being ended from outside: the terminal is left as it was found, with the status shells expect."""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App


def heed_signals(app: App[None]) -> None:
    """Leave `app` properly when the system ends it (SIGTERM) or its window closes (SIGHUP).

    Nothing needs saving: every reply is on disk already. The exit status is 128 and the signal's
    number. Where the system has no such signals, nothing is done.
    """
    if app.is_headless:
        return
    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None:
            with suppress(NotImplementedError):
                loop.add_signal_handler(number, _end, app, 128 + int(number))


def _end(app: App[None], status: int) -> None:
    app.exit(return_code=status)
