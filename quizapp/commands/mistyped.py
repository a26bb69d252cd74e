"""What somebody may have meant who typed a command that there is not."""

from __future__ import annotations

import re
from collections.abc import Sequence

_UNKNOWN = re.compile(r"argument (COMMAND|ACTION): invalid choice: '(.*?)' \(choose from (.*)\)")
_NAME = re.compile(r"[a-z][a-z-]*")
_MEANT = {
    "help": "--help",
    "members": "map",
    "version": "--version",
    "add": "pack add",
    "backup": "restore",
    "card": "browse",
    "cards": "browse",
    "choose": "settings",
    "config": "settings",
    "export": "pack export",
    "game": "quiz",
    "import": "pack add",
    "install": "pack add",
    "list": "pack list",
    "new": "pack new",
    "options": "settings",
    "packs": "pack list",
    "play": "quiz",
    "progress": "stats",
    "remove": "pack remove",
    "review": "study",
    "round": "quiz",
    "search": "browse",
    "today": "due",
    "topics": "learn",
    "update": "pack update",
}
"""Words that the screens or other programs have, and the command that does it here."""


def told(program: str, message: str) -> str:
    """A message of the parser; one on an unknown command with the nearest one there is."""
    found = _UNKNOWN.search(message)
    if found is None:
        return f"{program}: {message}; see `{program} --help`"
    kind, word, names = found.groups()
    meant = _meant(word, _NAME.findall(names), top=kind == "COMMAND")
    hint = f"did you mean `{program} {meant}`?" if meant else f"see `{program} --help`"
    return f'{program}: there is no command "{word}"; {hint}'


def _meant(word: str, names: Sequence[str], *, top: bool) -> str:
    from difflib import get_close_matches

    wanted = word.casefold()
    if top and wanted in _MEANT:
        return _MEANT[wanted]
    near = get_close_matches(wanted, names, n=1, cutoff=0.6)
    return near[0] if near else ""
