"""A draft as the learner would see it, the answer marked, and below what is doubtful about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from textual.content import Content

from quizapp.core.dates import date_text
from quizapp.core.question import Form
from quizapp.drafting.desk.written import Written, mixed, split
from quizapp.drafting.drafts import FLAGS, REASONS, Flag
from quizapp.tui.widgets.article_pane import shown
from quizapp.tui.widgets.lines import Lines, across, fit, link, wrapped
from quizapp.tui.wording import counted

EMPTY = Content("")
_OPTIONS = frozenset({Form.CHOICE, Form.NUMBER, Form.DATE, Form.MAP})
_TOPIC = 30
_LONGEST = 2_000
"""How much of a text is drawn, in characters: a draft is a stranger's data."""


class Sight(NamedTuple):
    """What there is to show of a question: as it is written, what it is, and what was found.

    `head` says which draft it is, `state` what became of it, with its sign. `topic` and `name` are
    where it would go. `more` is how many drafts of the same sentence are not shown.
    """

    written: Written
    key: str
    head: str
    state: str
    topic: str
    name: str
    flags: tuple[Flag, ...]
    errors: tuple[str, ...]
    warnings: tuple[str, ...]
    more: int = 0


class DraftView(Lines):
    """Draws what `ask` gives; words in its place where there is nothing."""

    def __init__(self, ask: Callable[[], Sight | None], empty: Callable[[], str]) -> None:
        super().__init__(id="draft")
        self.ask = ask
        self.empty = empty
        self._drawn: tuple[Sight | None, int, list[Content]] = (None, 0, [])

    def lines(self, width: int) -> Sequence[Content]:
        """The draft at this width, drawn once."""
        sight = self.ask()
        if sight is None:
            return wrapped(self.empty(), width, "$muted")
        if self._drawn[0] is not sight or self._drawn[1] != width:
            self._drawn = (sight, width, self._rows(sight, width))
        return self._drawn[2]

    def _rows(self, sight: Sight, width: int) -> list[Content]:
        return [
            across(
                Content.styled(fit(sight.head, width - len(sight.state) - 2), "$muted"),
                Content.styled(sight.state, _state_style(sight.state)),
                width,
            ),
            EMPTY,
            *_question(sight, width),
            *_findings(sight, width),
            *_more(sight),
            EMPTY,
            *_place(sight, width),
            *_rejecting(width),
        ]


class Findings(Lines):
    """What is to be mended in the question that is being written."""

    DEFAULT_CSS = """
    Findings { height: auto; max-height: 6; }
    """

    def __init__(self, ask: Callable[[], Sight | None]) -> None:
        super().__init__(id="findings")
        self.ask = ask

    def lines(self, width: int) -> Sequence[Content]:
        """Errors first; a word where there is nothing to mend."""
        sight = self.ask()
        if sight is None:
            return ()
        rows = list(_checks(sight, width))
        return rows or [Content.styled("✓ nothing to mend: Ctrl+S accepts it", "$right")]


def _state_style(state: str) -> str:
    return {"✓": "$right", "✗": "$wrong", "✎": "$accent"}.get(state[:1], "$muted")


def _question(sight: Sight, width: int) -> Iterator[Content]:
    written = sight.written
    texts = {key: shown(text[:_LONGEST]) for key, text in written.texts.items()}
    badges = [
        f"{word} {_day(texts[key])}"
        for key, word in (("as_of", "as of"), ("until", "until"), ("said_by", "said by"))
        if texts.get(key)
    ]
    if badges:
        yield from wrapped(" · ".join(badges), width, "$accent")
    asked = texts.get("gap") if written.form is Form.GAP else texts.get("ask")
    yield from wrapped(asked or "(nothing is asked yet)", width, "bold" if asked else "$muted")
    yield EMPTY
    yield from _answer(sight, texts, width)
    for key, word in (("accept", "Also right"), ("hint", "Hint")):
        if texts.get(key):
            yield from wrapped(f"{word}: {texts[key]}", width, "$muted", indent=2)
    if texts.get("why"):
        yield EMPTY
        yield from wrapped(texts["why"], width)


def _answer(sight: Sight, texts: dict[str, str], width: int) -> Iterator[Content]:
    """The answer as it would be asked for, the right one with its sign."""
    if sight.written.form is not Form.GAP:
        for number, text, right in _choices(sight, texts):
            yield from _option(number, text, right, width)


def _day(text: str) -> str:
    """A day in words, where it is one."""
    try:
        return date_text(date.fromisoformat(text))
    except ValueError:
        return text


def _place(sight: Sight, width: int) -> list[Content]:
    """What carries the answer, and where in the pack it would stand."""
    terms = shown(sight.written.texts.get("terms", "")[:_LONGEST]) or "none"
    place = [f"terms: {terms}", f"id: {sight.name}"]
    place += [f"topic: {shown(fit(sight.topic, _TOPIC))}"] if sight.topic else []
    return wrapped(" · ".join(place), width, "$muted")


def _choices(sight: Sight, texts: dict[str, str]) -> list[tuple[str, str, bool]]:
    """What there is to choose, tick, sort or type: its number, its text, whether it is right."""
    form, answer, unit = sight.written.form, texts.get("answer", ""), texts.get("unit", "")
    right, wrong = split(answer), split(texts.get("wrong", ""))
    match form:
        case Form.TRUE_FALSE:
            return [("", option, option == answer.casefold()) for option in ("true", "false")]
        case Form.ORDER:
            return [(f"{place}  ", item, True) for place, item in enumerate(right, 1)]
        case Form.MATCH:
            return [("", pair, True) for pair in right]
        case Form.SELECT:
            return [("", one, one in right) for one in mixed((*right, *wrong), sight.key)]
        case _ if wrong and form in _OPTIONS:
            options = enumerate(mixed((answer, *wrong), sight.key), 1)
            return [(f"{n}  ", _told(form, one, unit), one == answer) for n, one in options]
        case _:
            return [("", _told(form, answer, unit) or "(no answer yet)", bool(answer))]


def _told(form: Form, text: str, unit: str) -> str:
    """An answer or an option as the learner sees it."""
    return _day(text) if form is Form.DATE else f"{text} {unit}".strip()


def _option(number: str, text: str, right: bool, width: int) -> Iterator[Content]:
    lead = ("✓ " if right else "  ") + number
    rows = wrapped(text, width, "bold $right" if right else "", indent=len(lead))
    for place, row in enumerate(rows):
        if place:
            yield row
        else:
            yield Content.assemble((lead, "bold $right" if right else "$muted"), row[len(lead) :])


def _findings(sight: Sight, width: int) -> Iterator[Content]:
    if sight.flags:
        yield EMPTY
    for flag in sight.flags:
        about = f': "{shown(flag.about[:_LONGEST])}"' if flag.about else ""
        yield from _signed("!", f"{FLAGS.get(flag.name, flag.name)}{about}", "$nearly", width)
    if sight.errors or sight.warnings:
        yield EMPTY
    yield from _checks(sight, width)


def _rejecting(width: int) -> Iterator[Content]:
    """The reasons to reject it for, each with its key and for the mouse."""
    entries = [Content.styled("Reject:", "$muted")]
    for reason in REASONS:
        do = f"reject('{reason}')"
        key, rest = link(reason[0], "bold $accent", do), link(reason[1:], "$muted", do)
        entries.append(Content.assemble(key, rest))
    row = entries[0]
    for entry in entries[1:]:
        if row.cell_length + entry.cell_length + 2 > width:
            yield row
            row = Content("       ")
        row = Content.assemble(row, "  ", entry)
    yield row


def _more(sight: Sight) -> Iterator[Content]:
    if sight.more:
        told = f" {counted(sight.more, 'more draft')} from this sentence"
        yield EMPTY
        yield Content.assemble(link("m", "bold $accent", "more"), link(told, "$muted", "more"))


def _checks(sight: Sight, width: int) -> Iterator[Content]:
    for message in sight.errors:
        yield from _signed("✗", message, "$wrong", width)
    for message in sight.warnings:
        yield from _signed("?", message, "$muted", width)


def _signed(sign: str, text: str, style: str, width: int) -> Iterator[Content]:
    for place, row in enumerate(wrapped(text, width, style, indent=2)):
        yield row if place else Content.assemble((f"{sign} ", f"bold {style}"), row[2:])
