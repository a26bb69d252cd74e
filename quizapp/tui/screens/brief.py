"""Brief: what to read of a topic before it is asked, then on to its new questions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen

from quizapp.core.brief import brief_lines
from quizapp.errors import QuizError
from quizapp.learning import Learning
from quizapp.tui import keys
from quizapp.tui.screens.reading import EMPTY, ReadingScreen
from quizapp.tui.widgets.bar import mastery_bar
from quizapp.tui.widgets.footer import KeyFooter
from quizapp.tui.widgets.lines import Lines, button, quiet_button, wrapped
from quizapp.tui.widgets.title import TitleBar
from quizapp.tui.wording import BEYOND, beyond_limit, counted, grouped

if TYPE_CHECKING:
    from quizapp.learning import Offer, PathTopic, TopicState
    from quizapp.tui.screens.lesson import After
    from quizapp.tui.widgets.brief import BriefText

WIDEST = 78
"""Cells of a line that is easy to read."""
NO_BRIEF = "Nothing is written about this topic to read first: its questions speak for themselves."


def state_text(state: TopicState) -> str:
    """How far a topic is known, in words: "12 strong, 5 shaky, 13 new"."""
    parts = ((state.known, "strong"), (state.shaky, "shaky"), (state.unseen, "new"))
    return ", ".join(f"{grouped(number)} {word}" for number, word in parts)


def used_up(offer: Offer) -> str:
    """That today's limit leaves nothing, in a sentence."""
    if not offer.limit:
        return f"{_new_here(offer)}, but your limit is 0 new questions a day."
    limit = counted(offer.limit, "new question")
    return f"{_new_here(offer)}, but today's limit of {limit} is used up."


def _new_here(offer: Offer) -> str:
    be = "is" if offer.unseen == 1 else "are"
    return f"{counted(offer.unseen, 'question')} of this topic {be} new"


def _some(offer: Offer) -> str:
    if offer.beyond < offer.unseen:
        return f"{grouped(offer.beyond)} of them"
    return "it" if offer.unseen == 1 else "them"


class Passage(Lines):
    """Lines that the screen writes for the width at hand."""

    def __init__(self, write: Callable[[int], Sequence[Content]], *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.write = write

    def lines(self, width: int) -> Sequence[Content]:
        """The passage at this width."""
        return self.write(min(width, WIDEST))


class BriefScreen(ReadingScreen, inherit_bindings=False):
    """A topic's brief between how it stands and what can be learned of it now.

    `after` is told of the lesson that follows. The brief comes after the first paint, since
    Markdown takes a while to load. Enter stands first among the keys.
    """

    SECTION = "Learn"
    CSS_PATH: ClassVar[Any] = ["reading.tcss", "brief.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        keys.key("begin", "enter", "begin", "Begin", "Begin with the new questions of the topic."),
        keys.key("brief-done", "enter", "done", "Back", "Back to the path."),
        keys.key(
            "beyond",
            "b",
            "begin_beyond",
            "Beyond the limit",
            BEYOND,
        ),
        *keys.scrolls(),
        keys.BACK,
        *Screen.BINDINGS,
    ]

    def __init__(self, topic: PathTopic, after: After | None = None) -> None:
        super().__init__()
        self.topic = topic
        self.after = after
        self.learning = Learning(self.quiz.study)
        self.state = self.learning.state(topic.ref)
        self.offer = self.learning.offer(topic.ref)
        self.along = self.learning.along(topic.ref, self.offer)

    def compose(self) -> ComposeResult:
        """Title, how the topic stands, the brief, what comes next, keys."""
        yield TitleBar(self.SECTION)
        with VerticalScroll(id="page", can_focus=False):
            yield Passage(self._head, id="head")
            yield Vertical(id="brief")
            yield Passage(self._foot, id="foot")
        yield KeyFooter()

    def on_mount(self) -> None:
        """The brief comes after the first paint."""
        self.call_after_refresh(self._show_brief)

    async def _show_brief(self) -> None:
        text = self.learning.brief(self.topic.ref)
        place = self.query_one("#brief", Vertical)
        if text:
            await place.mount(_brief_of(text))
        else:
            words = NO_BRIEF
            await place.mount(Passage(lambda width: wrapped(words, width, "$muted"), id="none"))
        self.call_after_refresh(self.refresh_bindings)

    # -- what is drawn ---------------------------------------------------------------------

    def _head(self, width: int) -> Sequence[Content]:
        state = self.state
        bar = mastery_bar(state.known, state.known + state.shaky, state.questions, min(width, 40))
        return [
            *wrapped(self.topic.title, width, "bold"),
            *wrapped(self.topic.pack_title, width, "$muted"),
            EMPTY,
            *([bar] if state.questions else []),
            *wrapped(state_text(state), width, "$muted"),
            EMPTY,
        ]

    def _foot(self, width: int) -> Sequence[Content]:
        return [EMPTY, *wrapped(self._next(), width), EMPTY, self._buttons()]

    def _buttons(self) -> Content:
        """What can be pressed; going beyond the limit is never the obvious thing to do."""
        offer = self.offer
        more = quiet_button(beyond_limit(self._lesson(offer.beyond)), "begin_beyond")
        if not offer.size:
            first = button("Back to the path", "done")
        else:
            first = button(f"Learn {counted(self._lesson(offer.size), 'new question')}", "begin")
        return Content.assemble(first, "  ", more) if offer.beyond else first

    def _lesson(self, size: int) -> int:
        """How many questions a lesson asks that holds `size` of this topic."""
        return size + (self.along if size == self.offer.unseen else 0)

    def _next(self) -> str:
        """What can be learned here now, and what comes along with it."""
        if not self.along:
            return self._here()
        one = self.along == 1
        others = (
            "1 question of another topic comes"
            if one
            else (f"{grouped(self.along)} questions of other topics come")
        )
        return f"{self._here()} {others} first: these build on {'it' if one else 'them'}."

    def _here(self) -> str:
        """What can be learned here now."""
        offer = self.offer
        if not offer.unseen:
            asked = "Each question of this topic was asked. " if self.state.questions else ""
            return f"{asked}Study brings each back when it is due."
        if offer.used_up:
            return f"{used_up(offer)} Go on tomorrow, or press b to learn {_some(offer)} now."
        if offer.size < offer.unseen:
            return f"{_new_here(offer)}; today's limit leaves {grouped(offer.size)} of them."
        return f"{counted(offer.size, 'new question')} to learn."

    # -- what the keys do ------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter begins where something is left for today, and leads back where nothing is."""
        possible = {
            "begin": self.offer.size > 0,
            "done": self.offer.size == 0,
            "begin_beyond": self.offer.beyond > 0,
        }
        return possible.get(action, super().check_action(action, parameters))

    def action_begin(self) -> None:
        """Ask what today's limit leaves."""
        self._begin(beyond=False)

    def action_begin_beyond(self) -> None:
        """Ask more than today's limit leaves."""
        self._begin(beyond=True)

    def _begin(self, *, beyond: bool) -> None:
        from quizapp.tui.screens.lesson import LessonScreen

        try:
            session = self.learning.start(self.topic.ref, beyond=beyond)
        except QuizError as error:
            self.quiz.say(str(error))
            return
        self.quiz.replace_screen(LessonScreen(session, self.after))

    def action_done(self) -> None:
        """Back to the path."""
        self.quiz.pop_screen()

    def on_brief_text_link_wanted(self, event: BriefText.LinkWanted) -> None:
        """A link was clicked: open it if it leads to a web page, and say where it leads."""
        if event.address:
            self.quiz.notify(f"Opening {event.address}", markup=False)
            self.quiz.open_url(event.address)
        else:
            self.quiz.say("This link leads to no web page, so it is not opened.")


def _brief_of(text: str) -> BriefText | Passage:
    """The brief as Markdown, or as lines where it falls into too many blocks."""
    from quizapp.tui.widgets.brief import BriefText, too_long

    if not too_long(text):
        return BriefText(text)
    return Passage(lambda width: [Content(line) for line in brief_lines(text, width)], id="plain")
