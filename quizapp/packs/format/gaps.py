"""The sentence with gaps: "Founded in {2001} in {Shanghai}", where {{ and }} are plain braces."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]|[^{}]+")


class GapSentence(NamedTuple):
    """The pieces of a sentence: `parts` stand around `gaps`, one more of them than gaps."""

    parts: tuple[str, ...]
    gaps: tuple[str, ...]

    @property
    def filled(self) -> str:
        """The sentence as it reads with every gap filled in."""
        return "".join(part + gap for part, gap in zip(self.parts, (*self.gaps, ""), strict=True))


def split_gaps(sentence: str) -> GapSentence | str:
    """The pieces of a sentence, or what is wrong with it as the end of a sentence.

    Read from left to right: a doubled brace is a plain one, and the first closing
    brace ends a gap, so the text of a gap never holds a brace.
    """
    parts = [""]
    gaps: list[str] = []
    for token in _TOKEN.finditer(sentence):
        piece = token[0]
        if piece in ("{{", "}}"):
            parts[-1] += piece[0]
        elif token[1] is not None:
            gaps.append(token[1])
            parts.append("")
        elif piece in "{}":
            return f"has a {piece} without its other half; write {piece * 2} for a plain brace"
        else:
            parts[-1] += piece
    if not gaps:
        return "has no gap; put braces around the words to fill in: {2001}"
    return GapSentence(tuple(parts), tuple(gaps))


def join_gaps(parts: tuple[str, ...], gaps: tuple[str, ...]) -> str:
    """The sentence as a pack file writes it; split_gaps takes it apart again."""
    plain = [part.replace("{", "{{").replace("}", "}}") for part in parts]
    braced = ["{" + gap + "}" for gap in gaps]
    return "".join(piece for pair in zip(plain, (*braced, ""), strict=True) for piece in pair)
