"""Where both `sco-quiz` and `python -m quizapp` begin."""

from __future__ import annotations

import gc
import sys


def run() -> None:
    """Run the command line and leave with its exit status."""
    # Nothing that is loaded on the way to the first line or paint is garbage, so collecting
    # meanwhile only costs time; whatever goes on longer turns it on again.
    gc.disable()
    try:
        from quizapp.cli import main

        # Text that a terminal without UTF-8 cannot show must not end a session.
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")
        status = main()
    except KeyboardInterrupt:
        # It came before or after the command itself, which tells of it in words.
        sys.exit(130)
    # The process ends here; without this the interpreter would look through everything once more.
    gc.freeze()
    sys.exit(status)


if __name__ == "__main__":
    run()
