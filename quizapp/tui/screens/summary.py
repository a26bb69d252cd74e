"""Summary: what a session came to, what was missed and why, and when it goes on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content

from quizapp.tui import keys
from quizapp.tui.screens.reading import EMPTY, TWO_COLUMNS, ReadingScreen
from quizapp.tui.widgets.bar import columns
from quizapp.tui.widgets.lines import beside, button, quiet_button, wrapped
from quizapp.tui.wording import (
    BEYOND,
    about_minutes,
    beyond_limit,
    counted,
    in_a_row,
    to_come,
)

if TYPE_CHECKING:
    from quizapp.core.session import Session
    from quizapp.study import Missed, Summary

LEFT = 40


class SummaryScreen(ReadingScreen):
    """What was learned in a session that is over or was left."""

    SECTION = "Summary"
    BINDINGS: ClassVar[list[BindingType]] = [
        keys.key("home", "enter,escape", "app.go_home", "Home", "Back to Home."),
        keys.key("misses", "m", "misses", "Misses again", "Practise what you missed once more."),
        keys.key("learn-more", "n", "learn_more", "Learn more", BEYOND),
        keys.key("round", "r", "app.round", "Round", "Play a scored game beside the schedule."),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.summary = self.quiz.study.summary(session)

    def body(self, width: int) -> Sequence[Content]:
        """Numbers and what comes next, then the misses; side by side where there is room."""
        if width >= TWO_COLUMNS:
            right = width - LEFT - 6
            return beside(self._numbers(LEFT), self._misses(min(right, 72)), LEFT, gap=6)
        return [*self._numbers(width), EMPTY, *self._misses(width)]

    def _numbers(self, width: int) -> list[Content]:
        summary = self.summary
        if not summary.replies:
            return wrapped("Nothing was answered this time.", width, "bold")
        counts = [
            (summary.questions, "asked", "$foreground"),
            (summary.right_first, "right at once", "$right"),
        ]
        facts = [
            f"{counted(summary.replies, 'reply', 'replies')} in {about_minutes(summary.minutes)}."
        ]
        earlier = summary.day_replies > summary.replies
        if earlier:
            facts.append(f"Today in all: {counted(summary.day_replies, 'reply', 'replies')}.")
        if summary.streak:
            facts.append(f"{in_a_row(summary.streak, summary.frozen)}.")
        if summary.tomorrow or summary.tomorrow_new:
            facts.append(f"Tomorrow: {to_come(summary.tomorrow, summary.tomorrow_new)}.")
        if summary.left:
            facts.append(_left(summary))
        lead = wrapped("This time", width, "$muted") if earlier else []
        rows = [*lead, *columns(counts), EMPTY]
        for fact in facts:
            rows += wrapped(fact, width)
        buttons: list[Content | str] = [button("Home", "app.go_home")]
        if summary.missed:
            buttons += ["  ", quiet_button("Misses again", "misses")]
        more = [quiet_button(beyond_limit(summary.beyond), "learn_more")] if summary.beyond else []
        return [*rows, EMPTY, Content.assemble(*buttons), *[EMPTY for _ in more], *more]

    def _misses(self, width: int) -> list[Content]:
        missed = self.summary.missed
        if not missed:
            told = "✓ Nothing was missed." if self.summary.replies else ""
            return wrapped(told, width, "$right")
        rows = [Content.styled(f"To look at again ({len(missed)})", "bold")]
        for miss in missed:
            rows += [EMPTY, *missed_lines(miss, width)]
        return rows

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to play again where nothing was missed."""
        if action == "misses":
            return bool(self.summary.missed)
        if action == "learn_more":
            return self.summary.beyond > 0
        return super().check_action(action, parameters)

    def action_misses(self) -> None:
        """Practise the misses."""
        self.quiz.study_again(self.session)

    def action_learn_more(self) -> None:
        """Learn beyond today's limit."""
        self.quiz.learn_more(instead=True)


def _left(summary: Summary) -> str:
    """What is still to do today, and why that is so where all seemed to be done."""
    left = f"{counted(summary.left, 'more question')} today, if you like"
    if not summary.suspended:
        return f"{left}."
    if summary.suspended < summary.left:
        return f"{left}; {summary.suspended} in place of what you suspended."
    return f"{left}, in place of what you suspended."


def missed_lines(miss: Missed, width: int) -> list[Content]:
    """A question that was missed: what was asked, the answer, and why."""
    first, *rest = wrapped(miss.ask, width, indent=2) or [EMPTY]
    return [
        Content.assemble(("✗ ", "$wrong"), first[2:]),
        *rest,
        *wrapped(miss.expected, width, "bold $right", indent=2),
        *wrapped(miss.why, width, "$muted", indent=2),
    ]
