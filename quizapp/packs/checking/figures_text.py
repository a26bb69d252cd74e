"""The figures of a pack as plain text: aligned columns, at most 80 characters wide."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from quizapp.core.question import Form
from quizapp.packs.checking.figures import PackFigures, SourceFigures, TopicFigures
from quizapp.packs.checking.guessing import GuessFigures, LengthFigures

WIDTH: Final = 80
_INDENT: Final = "  "
_LONGEST_ID: Final = 32
_SHORT: Final = {Form.TRUE_FALSE.value: "t/f"}
_ALL: Final = "all topics"
_A_LINE: Final = 12
"""Paragraphs side by side."""


def figures_lines(figures: PackFigures) -> list[str]:
    """Everything that `figures` say, line by line."""
    title = f"{figures.id}: {_many(figures.questions, 'question')}"
    sections = (
        [title, "=" * len(title)],
        _topics(figures),
        _forms(figures.topics),
        _citations(figures),
        *map(_source, figures.sources),
        _carry(figures),
        _lengths(figures.lengths),
        _guesses(figures.guesses),
        _truths(figures),
        _doubts(figures),
    )
    return [line for section in sections if section for line in (*section, "")]


def _topics(figures: PackFigures) -> list[str]:
    rows = [
        (str(one.id), f"{one.questions}", f"{one.also}", f"{one.brief_words}")
        for one in figures.topics
    ]
    if len(rows) > 1:
        words = sum(one.brief_words for one in figures.topics)
        rows.append((_ALL, f"{figures.questions}", f"{figures.also}", f"{words}"))
    return _table(("Topics", "questions", "also", "words of brief"), rows)


def _forms(topics: Sequence[TopicFigures]) -> list[str]:
    """Main wordings and those under `also`, by topic, of each form that occurs."""
    main, also = _wordings(topics)
    forms = [form.value for form in Form if main[form.value] or also[form.value]]
    groups = [(str(one.id), _wordings([one])) for one in topics]
    if len(groups) > 1:
        groups.append((_ALL, (main, also)))
    rows = [
        (name if kind == "main" else "", kind, *(f"{counts[form] or '-'}" for form in forms))
        for name, both in groups
        for kind, counts in zip(("main", "also"), both, strict=True)
    ]
    return _table(("Wordings", "", *(_SHORT.get(form, form) for form in forms)), rows, names=2)


def _wordings(topics: Sequence[TopicFigures]) -> tuple[Counter[str], Counter[str]]:
    main: Counter[str] = Counter()
    also: Counter[str] = Counter()
    for one in (form for topic in topics for form in topic.forms):
        main[one.form] += one.main
        also[one.form] += one.also
    return main, also


def _citations(figures: PackFigures) -> list[str]:
    cited = figures.citations
    rows = [
        ("a paragraph", cited.paragraph),
        ("an address alone", cited.address_alone),
        ("nothing", cited.nothing),
    ]
    return _table(
        ("Questions citing", "number", "share"),
        [(name, f"{count}", _share(count, figures.questions)) for name, count in rows],
    )


def _source(source: SourceFigures) -> list[str]:
    uncited = source.uncited
    name = f"Source {_cut(source.id, _LONGEST_ID)}: "
    if not source.known:
        head = f"{name}its file is missing or cannot be read"
    else:
        all_of = _many(len(source.paragraphs), "paragraph")
        cited = len(source.paragraphs) - len(uncited)
        head = f"{name}{all_of}, {cited} cited, {len(uncited)} not"
    return [head, *_grid(source), *_uncited(source)]


def _grid(source: SourceFigures) -> Iterator[str]:
    """Each cited paragraph's number, and how many questions cite it below."""
    cited = [one for one in source.paragraphs if one.questions]
    for start in range(0, len(cited), _A_LINE):
        row = cited[start : start + _A_LINE]
        yield f"{_INDENT}paragraph" + "".join(f"{one.number:>5}" for one in row)
        yield f"{_INDENT}questions" + "".join(f"{one.questions:>5}" for one in row)


def _uncited(source: SourceFigures) -> Iterator[str]:
    if not source.uncited:
        return
    if any(one.begins for one in source.uncited):
        yield f"{_INDENT}not cited"
        for one in source.uncited:
            yield f"{_INDENT}{one.number:>9}  {one.begins} \u2026".replace("   \u2026", "")
        return
    numbers = ", ".join(_ranges([one.number for one in source.uncited]))
    yield from textwrap.wrap(
        numbers,
        WIDTH,
        initial_indent=f"{_INDENT}not cited  ",
        subsequent_indent=f"{_INDENT}           ",
    )


def _ranges(numbers: Sequence[int]) -> Iterator[str]:
    """Numbers in a row as "5-8"."""
    for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        first, *_, last = [number for _, number in run] * 2
        yield f"{first}" if first == last else f"{first}-{last}"


def _carry(figures: PackFigures) -> list[str]:
    rows = [
        (key, f"{count}", _share(count, figures.questions)) for key, count in figures.carry.items()
    ]
    return _table(("Questions with", "number", "share"), rows)


def _lengths(lengths: Sequence[LengthFigures]) -> list[str]:
    """Where the right option stands out by its length, beside what chance would give."""
    if not lengths:
        return []
    rows = [
        (
            f"{one.options} options",
            f"{one.choices}",
            f"{one.longest}",
            f"{one.longest_by_chance:.1f}",
            f"{one.shortest}",
            f"{one.shortest_by_chance:.1f}",
        )
        for one in lengths
    ]
    heads = ("The right option is", "choices", "longest", "by chance", "shortest", "by chance")
    return _table(heads, rows)


def _guesses(guesses: Sequence[GuessFigures]) -> list[str]:
    rows = [
        (
            one.rule,
            f"{one.choices}",
            _share(one.hits, one.choices),
            _share(one.by_chance, one.choices),
            "gives away" if one.gives_away else "",
        )
        for one in guesses
        if one.choices
    ]
    return _table(("Guessing by", "choices", "right", "by chance", ""), rows) if rows else []


def _truths(figures: PackFigures) -> list[str]:
    both = figures.true + figures.false
    counts = (("true", figures.true), ("false", figures.false))
    rows = [(name, f"{count}", _share(count, both)) for name, count in counts]
    return _table(("Statements that are", "number", "share"), rows) if both else []


def _doubts(figures: PackFigures) -> list[str]:
    rows = [(rule, f"{count}") for rule, count in figures.doubts.items()]
    return _table(("Findings of", "number"), rows)


def _share(part: float, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "-"


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], *, names: int = 1) -> list[str]:
    """Rows under their heads: the first `names` columns to the left, numbers to the right.

    The first column gives way where a line would be longer than WIDTH.
    """
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    others = sum(widths[1:])
    gap = "  " if len(_INDENT) + widths[0] + others + 2 * len(widths) <= WIDTH + 2 else " "
    room = WIDTH - len(_INDENT) - others - len(gap) * (len(widths) - 1)
    widths[0] = min(widths[0], max(room, 1))

    def line(cells: Sequence[str]) -> str:
        padded = [
            cell.ljust(width) if place < names else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
        ]
        return gap.join(padded).rstrip()

    # The head of the first column stands over its section, two to the left of the rows.
    first = heads[0].ljust(widths[0] + len(_INDENT))
    head = gap.join([first, *(h.rjust(w) for h, w in zip(heads[1:], widths[1:], strict=True))])
    return [
        head.rstrip(),
        *(_INDENT + line([_cut(cells[0], widths[0]), *cells[1:]]) for cells in rows),
    ]


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: max(width - 1, 0)] + "\u2026"
