"""Small drawings out of characters: mastery bars and large numbers."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

STRONG, SHAKY, NEW = "━", "╍", "─"
"""What a bar is made of: told apart without colours too."""
COUNTS = (
    "Due: asked before, and its day has come. New: never asked. Missed: not right today, so it "
    "is asked again."
)
STANDINGS = (
    "Strong: a memory that lasts three weeks or more. Shaky: asked before, but not that strong "
    "yet. New: not asked yet."
)
BAR = f"In a bar {STRONG} stands for strong, {SHAKY} for shaky and {NEW} for new."
_DIGITS = (
    ("┏━┓", "┃ ┃", "┗━┛"),
    (" ┓ ", " ┃ ", " ┻ "),
    ("╺━┓", "┏━┛", "┗━╸"),
    ("╺━┓", " ━┫", "╺━┛"),
    ("╻ ╻", "┗━┫", "  ╹"),
    ("┏━╸", "┗━┓", "╺━┛"),
    ("┏━╸", "┣━┓", "┗━┛"),
    ("╺━┓", "  ┃", "  ╹"),
    ("┏━┓", "┣━┫", "┗━┛"),
    ("┏━┓", "┗━┫", "╺━┛"),
)


def _cells(part: int, whole: int, width: int) -> int:
    """How many of `width` cells stand for `part`; something is never nothing, nor all of it all."""
    if whole <= 0 or part <= 0:
        return 0
    if part >= whole:
        return width
    return min(max(round(width * part / whole), 1), width - 1)


def mastery_bar(strong: int, seen: int, questions: int, width: int) -> Content:
    """How much of a topic is strong, seen and still new, as a line of `width` cells."""
    full = _cells(strong, questions, width)
    some = max(_cells(seen, questions, width), full)
    return Content.assemble(
        (STRONG * full, "$accent"),
        (SHAKY * (some - full), "$muted"),
        (NEW * (width - some), "$faint"),
    )


def large_number(number: int, style: str) -> tuple[Content, Content, Content]:
    """A number three lines high, four cells for each digit but the last, which takes three."""
    digits = [_DIGITS[int(digit)] for digit in str(max(number, 0))]
    first, second, third = (" ".join(digit[row] for digit in digits) for row in range(3))
    return (
        Content.styled(first, style),
        Content.styled(second, style),
        Content.styled(third, style),
    )


def columns(counts: Sequence[tuple[int, str, str]]) -> list[Content]:
    """Numbers three lines high, each over its word."""
    digits = [large_number(number, style) for number, _, style in counts]
    sizes = [
        max(digit[0].cell_length, len(word)) + 6
        for digit, (_, word, _) in zip(digits, counts, strict=True)
    ]
    rows = [
        Content("").join(
            digit[row].pad_right(size - digit[row].cell_length)
            for digit, size in zip(digits, sizes, strict=True)
        )
        for row in range(3)
    ]
    words = "".join(word.ljust(size) for (_, word, _), size in zip(counts, sizes, strict=True))
    return [*rows, Content.styled(words, "$muted")]
