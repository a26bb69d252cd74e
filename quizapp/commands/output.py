"""Standard output: values for scripts, and that all of it is out before success is told."""

from __future__ import annotations

import sys
from collections.abc import Callable

STANDARD_OUTPUT = "standard output"


def flush() -> None:
    """Let all data out. Raises OSError that names standard output where that fails."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except OSError as error:
        error.filename = STANDARD_OUTPUT
        raise


def say_json(value: object, say: Callable[[str], None]) -> None:
    """Print a value for scripts, laid out so that a reader finds their way in it too."""
    import json

    say(json.dumps(value, ensure_ascii=False, indent=1))
