"""What a judged reply is called, and the small phrases that every reason is made of."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

SHOWN_LENGTH = 60
"""How many characters of a reply are quoted in a reason."""


class Mark(Enum):
    """How good a reply is. The value is the word shown, logged and written in files."""

    RIGHT = "right"
    NEARLY = "nearly"
    WRONG = "wrong"


NOT_KNOWN = "Not known yet"
"""What "don't know" is called in place of "wrong": the learner said nothing wrong."""


class Part(NamedTuple):
    """One item, gap, pair or place of a reply, judged.

    `given` is "" where the learner left out `expected`; `expected` is "" where
    `given` does not belong at all.
    """

    given: str
    expected: str
    mark: Mark


class Verdict(NamedTuple):
    """The judged reply: `reason` is one plain sentence, `expected` the right answer on one line.

    `parts` are there for select, set, order, match and gap. Set: the answer's items in
    their order, then what does not belong. Order, match and gap: one part for each place,
    in the answer's order.
    """

    mark: Mark
    reason: str
    expected: str
    parts: tuple[Part, ...] = ()


class Judged(NamedTuple):
    """A mark with the sentence that explains it, before the right answer is put beside it."""

    mark: Mark
    reason: str
    parts: tuple[Part, ...] = ()


def shown(text: str) -> str:
    """`text` fit to stand in a reason: one printable line, cut to SHOWN_LENGTH characters."""
    line = " ".join("".join(ch if ch.isprintable() else " " for ch in text).split())
    return line if len(line) <= SHOWN_LENGTH else line[: SHOWN_LENGTH - 1].rstrip() + "…"


def apart(right: str, given: str) -> str:
    """ "Astana, not Almaty"; both in quotation marks where one is a phrase, not a name or a value:
    "“Western ones”, not “Post-Soviet ones”".
    """
    one, other = shown(right), shown(given)
    if _is_phrase(one) or _is_phrase(other):
        return f"“{one}”, not “{other}”"
    return f"{one}, not {other}"


def _is_phrase(text: str) -> bool:
    """True for several words of which one begins with a small letter."""
    words = text.split()
    return len(words) > 1 and any(word[0].islower() for word in words)


def sentence(text: str) -> str:
    """`text` with a full stop, unless it already ends as a sentence does."""
    return text if text.endswith((".", "?", "!", "…", '."', '?"')) else text + "."


def listing(items: Sequence[str], most: int = 3) -> str:
    """Items as people name them, "Iran, India and Nepal", or "Iran, India and 4 more"."""
    names = [shown(item) for item in items]
    if len(names) > most:
        kept = names[: most - 1]
        return f"{', '.join(kept)} and {len(names) - len(kept)} more"
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
