"""Results: every question of a round and what was replied, the points, and the best rounds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content

from quizapp.core.verdict import Mark
from quizapp.errors import QuizError
from quizapp.tui import keys
from quizapp.tui.screens.reading import EMPTY, TWO_COLUMNS, ReadingScreen
from quizapp.tui.widgets.bar import columns
from quizapp.tui.widgets.lines import across, beside, button, quiet_button, wrapped
from quizapp.tui.wording import counted, grouped

if TYPE_CHECKING:
    from quizapp.core.round import Round, RoundReply
    from quizapp.play import Best

LEFT = 40
SIGNS = {Mark.RIGHT: ("✓", "$right"), Mark.NEARLY: ("≈", "$nearly"), Mark.WRONG: ("✗", "$wrong")}


class ResultsScreen(ReadingScreen):
    """A finished round."""

    SECTION = "Results"
    FOOTER_KEEPS = frozenset(("app.go_home", "misses", "today", "help"))
    BINDINGS: ClassVar[list[BindingType]] = [
        keys.key("home", "enter,escape", "app.go_home", "Home", "Back to Home."),
        keys.key("misses", "m", "misses", "Misses", "Play what you missed once more."),
        keys.key("misses-today", "t", "today", "To today", "Study the misses today."),
        keys.key("new-round", "r", "again", "Round", "Set up another round."),
    ]

    def __init__(self, round: Round) -> None:  # noqa: A002 - the game's own name
        super().__init__()
        self.round = round
        self.result = self.quiz.play.finish(round)
        self.told = ""

    def body(self, width: int) -> Sequence[Content]:
        """Score and best rounds, then the questions; side by side where there is room."""
        if width >= TWO_COLUMNS:
            right = min(width - LEFT - 6, 76)
            left = [*self._score(LEFT), EMPTY, *self._bests(LEFT)]
            return beside(left, self._questions(right), LEFT, gap=6)
        return [
            *self._score(width),
            EMPTY,
            *self._bests(min(width, 48)),
            EMPTY,
            *self._questions(width),
        ]

    def _score(self, width: int) -> list[Content]:
        numbers = columns([(self.round.points, "points", "$accent")])
        facts = [f"{self.result.right} of {self.round.total} right"]
        if self.round.best_combo > 1:
            facts.append(f"{self.round.best_combo} in a row")
        facts.append(f"clock: {self.round.clock.value}")
        rows = [*numbers, EMPTY, *wrapped(" · ".join(facts), width)]
        if self.result.best and self.round.points:
            rows += wrapped("Your best round of this kind.", width, "bold $right")
        if self.round.again:
            rows += wrapped(
                f"Seed {self.round.seed}. For a friend: {self.round.again}", width, "$muted"
            )
        if self.told:
            rows += wrapped(f"✓ {self.told}", width, "$right")
        return [*rows, EMPTY, *self._buttons(width)]

    def _buttons(self, width: int) -> list[Content]:
        buttons = [button("New round", "again")]
        if self.round.missed:
            buttons.append(quiet_button("Misses again", "misses"))
            if not self.told:
                buttons.append(quiet_button("Misses to today", "today"))
        if sum(one.cell_length + 2 for one in buttons) <= width:
            return [Content("  ").join(buttons)]
        return [Content("  ").join(buttons[:2]), Content("  ").join(buttons[2:])]

    def _bests(self, width: int) -> list[Content]:
        if not self.result.bests:
            return []
        rows = [Content.styled("Best rounds of this kind", "bold")]
        return [*rows, *(self._best(n, one, width) for n, one in enumerate(self.result.bests, 1))]

    def _best(self, place: int, best: Best, width: int) -> Content:
        name = f"{place}  {grouped(best.points):>6}   {best.right} of {best.total}"
        when = "this round" if best.now else f"{best.when.day} {best.when:%B}"
        style = "bold $accent" if best.now else "$muted"
        return across(Content(name), Content(when), width).stylize(style)

    def _questions(self, width: int) -> list[Content]:
        rows = [Content.styled("Questions", "bold")]
        for reply in self.round.replies:
            rows += [EMPTY, *_reply_lines(reply, width)]
        return rows

    # -- what the keys do ------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Misses can be played where there are any, and added once."""
        if action == "misses":
            return bool(self.round.missed)
        if action == "today":
            return bool(self.round.missed) and not self.told
        return super().check_action(action, parameters)

    def action_misses(self) -> None:
        """Play the misses."""
        self.quiz.play_round(self.quiz.play.misses(self.round))

    def action_today(self) -> None:
        """Add the misses to today's session."""
        try:
            added = self.quiz.play.add_misses_to_today(self.round)
        except QuizError as error:
            self.quiz.say(str(error))
            return
        done = f"{counted(added, 'question')} added to today."
        self.told = done if added else "Today has them all already."
        self.redraw()

    def action_again(self) -> None:
        """Set up another round."""
        self.quiz.pop_screen()
        self.quiz.action_round()


def _reply_lines(reply: RoundReply, width: int) -> list[Content]:
    """A question of the round: what was asked, the right answer, and the reply if another."""
    sign, style = SIGNS[reply.verdict.mark]
    points = f"+{reply.points}" if reply.points else ""
    ask = reply.asked.prompt.ask or " … ".join(
        part.strip() for part in getattr(reply.asked.prompt.answer, "parts", ())
    )
    first, *rest = wrapped(ask, width - 8, indent=2) or [EMPTY]
    head = across(Content.assemble((f"{sign} ", style), first[2:]), Content(points), width)
    rows = [head, *rest, *wrapped(reply.verdict.expected, width - 8, "bold $right", indent=2)]
    if reply.verdict.mark is not Mark.RIGHT:
        given = ", ".join(reply.reply) or "not known"
        rows += wrapped(f"Your reply: {given}", width - 8, "$muted", indent=2)
    return rows
