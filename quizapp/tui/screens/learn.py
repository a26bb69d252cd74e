"""Learn: the topics as a path, how far each is known, and which comes next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar, NamedTuple, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen

from quizapp.learning import Learning, Offer, PathTopic, TopicState
from quizapp.tui import keys
from quizapp.tui.screens.reading import EMPTY, Body
from quizapp.tui.widgets.bar import NEW, SHAKY, STANDINGS, STRONG, columns, mastery_bar
from quizapp.tui.widgets.footer import KeyFooter
from quizapp.tui.widgets.headed_list import HeadedList, with_headings
from quizapp.tui.widgets.lines import across, button, fit, wrapped
from quizapp.tui.widgets.picklist import FAR, PickList
from quizapp.tui.widgets.title import TitleBar
from quizapp.tui.wording import counted, grouped

if TYPE_CHECKING:
    from quizapp.core.session import Session
    from quizapp.study import Summary, TopicRef
    from quizapp.tui.app import QuizApp

COLUMNS = (("strong", STRONG), ("shaky", SHAKY), ("new", NEW))
"""The words of the three counts, and the sign of each in a bar."""
ROOMY = 66
"""From this width on, in cells, the signs stand before the words."""
NEXT = " · next"


class Lesson(NamedTuple):
    """A session that was just finished or left, and what it came to."""

    session: Session
    summary: Summary


class LearnScreen(Screen[None]):
    """The path, and what the marked topic holds. `topic` is marked, else the suggested one; with
    `read` its brief is opened at once.
    """

    EXPLAINED: ClassVar[Sequence[str]] = (STANDINGS,)

    SECTION = "Learn"
    CSS_PATH = "learn.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        keys.key(
            "open-brief",
            "enter",
            "open_brief",
            "Brief",
            "Read the topic's brief, then learn its new questions.",
        ),
        *keys.moves("path", "Topics", "Mark the topic"),
        *keys.ends("path", "topic"),
        keys.key(
            "suggested", "n", "suggested", "Next topic", "Mark the topic that is suggested next."
        ),
        keys.key(
            "lesson-misses",
            "m",
            "misses",
            "Misses again",
            "Practise what you missed just now once more.",
        ),
        keys.BACK,
    ]

    def __init__(self, topic: TopicRef | None = None, *, read: bool = False) -> None:
        super().__init__()
        self.learning = Learning(self.quiz.study)
        self.opening = topic
        self.read = read
        self.rows: tuple[PathTopic | str, ...] = ()
        self.states: dict[TopicRef, TopicState] = {}
        self.offers: dict[TopicRef, Offer] = {}
        self.drawn: dict[tuple[int, int, bool], Content] = {}
        self.next: TopicRef | None = None
        self.lesson: Lesson | None = None
        self.widest = 0
        self.room = 0
        self.away = False

    @property
    def quiz(self) -> QuizApp:
        """The app, as what it is."""
        return cast("QuizApp", self.app)

    def compose(self) -> ComposeResult:
        """Path, details and keys."""
        yield TitleBar(self.SECTION)
        path = HeadedList(self._row, id="path")
        path.lowest = 0
        path.head = self._head
        yield path
        with VerticalScroll(id="details", can_focus=False):
            yield Body(self._details)
        yield KeyFooter()

    def on_mount(self) -> None:
        """Look at the path; the cursor stands where to go on."""
        self._load(self.opening)
        if self.read and (self.opening is None or self._place_of(self.opening) >= 0):
            # Not at once: while this screen is still being mounted no other can cover it.
            self.call_after_refresh(self.action_open_brief)

    def on_screen_suspend(self) -> None:
        """Another screen is shown."""
        self.away = True

    def on_screen_resume(self) -> None:
        """Back from a brief, a lesson or the packs: a topic may stand otherwise now."""
        if self.away:
            self.away = False
            self._load(self.marked.ref if self.marked else None)

    # -- the path --------------------------------------------------------------------------

    def _load(self, marked: TopicRef | None) -> None:
        """Look at everything anew and mark a topic, else the suggested one, else the first."""
        topics = self.learning.topics()
        self.rows = with_headings(topics)
        self.widest = max((Content(one.title).cell_length for one in topics), default=0)
        self.states, self.offers, self.drawn = {}, {}, {}
        self.next = self.learning.suggested(topics)
        self.room = self.learning.room()
        self.path.show_rows(self.rows)
        wanted = [self._place_of(ref) for ref in (marked, self.next) if ref is not None]
        self.path.place(next((row for row in wanted if row >= 0), min(self.places, default=-1)))
        self._tell()

    @property
    def path(self) -> HeadedList:
        """The topics under their packs."""
        return self.query_one(HeadedList)

    @property
    def places(self) -> tuple[int, ...]:
        """The rows that are topics."""
        return self.path.places if self.query(HeadedList) else ()

    def _place_of(self, ref: TopicRef) -> int:
        """The row of a topic; -1 where it is not on the path."""
        rows = (n for n in self.places if cast("PathTopic", self.rows[n]).ref == ref)
        return next(rows, -1)

    @property
    def marked(self) -> PathTopic | None:
        """The topic under the cursor."""
        if not self.is_mounted:
            return None
        row = self.path.cursor
        found = self.rows[row] if 0 <= row < len(self.rows) else ""
        return found if isinstance(found, PathTopic) else None

    def state(self, ref: TopicRef) -> TopicState:
        """How a topic stands; looked up when it first comes into view."""
        if ref not in self.states:
            self.states[ref] = self.learning.state(ref)
        return self.states[ref]

    # -- what is drawn ---------------------------------------------------------------------

    def _head(self, width: int) -> tuple[Content, ...]:
        return _heads(width) if self.rows else ()

    def _row(self, row: int, width: int, here: bool) -> tuple[Content, ...]:
        """A row, laid out once until something changes: each step of the cursor draws them all."""
        if (row, width, here) not in self.drawn:
            one = self.rows[row]
            self.drawn[row, width, here] = (
                Content.styled(f" {fit(one, width - 2)}" if one else "", "bold")
                if isinstance(one, str)
                else self._topic_row(one, width, here)
            )
        return (self.drawn[row, width, here],)

    def _topic_row(self, one: PathTopic, width: int, here: bool) -> Content:
        state = self.state(one.ref)
        mark = Content.styled("▌" if here else " ", "bold $accent")
        sign = Content.styled("✓ " if state.questions == state.known > 0 else "  ", "$right")
        numbers = Content.assemble(*_numbers(state, width), " ")
        room = width - numbers.cell_length - 5
        bar_width = max(min(room - self.widest - len(NEXT), 24), room // 6)
        named = room - bar_width
        suggested = Content.styled(NEXT if one.ref == self.next else "", "bold $accent")
        title = Content.assemble(fit(one.title, named - suggested.cell_length), suggested)
        bar = mastery_bar(state.known, state.known + state.shaky, state.questions, bar_width)
        gap = " " * (named + 1 - title.cell_length)
        return Content.assemble(mark, sign, title, gap, bar, " ", numbers)

    def _tell(self) -> None:
        self.query_one(Body).redraw()
        self.refresh_bindings()

    def _details(self, width: int) -> Sequence[Content]:
        marked = self.marked
        if marked is None:
            words = "Nothing is installed yet. A pack is one file of questions, in topics."
            add = button("Add a pack", "app.packs(True)")
            return [*wrapped(words, width, "$muted"), EMPTY, add]
        rows = self._last_lesson(width)
        rows += self._large(marked, width) if self._wide else [_named(marked, width)]
        rows += wrapped(self._offered(marked), width)
        return [*rows, *([EMPTY] if self._wide else []), button("Read the brief", "open_brief")]

    @property
    def _wide(self) -> bool:
        return self.app.size.width >= 110

    def _large(self, topic: PathTopic, width: int) -> list[Content]:
        state = self.state(topic.ref)
        counts = zip(
            (state.known, state.shaky, state.unseen),
            [word for word, _ in COLUMNS],
            ("$accent", "$foreground", "$muted"),
            strict=True,
        )
        return [
            *wrapped(topic.title, width, "bold"),
            *wrapped(topic.pack_title, width, "$muted"),
            EMPTY,
            *columns(list(counts)),
            EMPTY,
            *wrapped(STANDINGS, width, "$muted"),
            EMPTY,
        ]

    def _offered(self, topic: PathTopic) -> str:
        """What can be learned of a topic now."""
        if topic.ref not in self.offers:
            self.offers[topic.ref] = self.learning.offer(topic.ref, self.room)
        offer = self.offers[topic.ref]
        if not offer.unseen:
            return "Nothing is new here; Study brings its questions back when they are due."
        fresh = counted(offer.unseen, "new question")
        if offer.used_up:
            return f"{fresh}; today's limit is used up."
        if offer.size < offer.unseen:
            return f"{fresh}; today's limit leaves {grouped(offer.size)} of them."
        return f"{fresh} to learn."

    def _last_lesson(self, width: int) -> list[Content]:
        if self.lesson is None:
            return []
        session, summary = self.lesson
        what = "practised" if session.practice else "learned"
        known = summary.questions - summary.still_missed
        many = counted(known, "question")
        told = f"{many} {what}, {grouped(summary.right_first)} right at once."
        rows = wrapped(f"✓ {told}" if known else told, width, "bold $right" if known else "bold")
        if summary.missed:
            later = f", {grouped(summary.still_missed)} still open" if summary.still_missed else ""
            missed = (
                f"{grouped(len(summary.missed))} missed{later or ' first'}; press m to practise."
            )
            rows += wrapped(missed, width, "$muted")
        return [*rows, EMPTY]

    # -- what the keys do ------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what the path can do now."""
        marked = self.marked
        possible = {
            "open_brief": marked is not None,
            "move": len(self.places) > (1 if parameters in ((1,), (-1,)) else FAR),
            "end": marked is not None,
            "suggested": self.next is not None and marked is not None and marked.ref != self.next,
            "misses": self.lesson is not None and bool(self.lesson.session.missed),
        }
        return possible.get(action, True)

    def action_move(self, step: int) -> None:
        """Mark another topic; headings are passed over."""
        self.path.move(step)

    def action_end(self, last: bool) -> None:
        """Mark the first topic or the last one."""
        self.path.place(self.places[-1 if last else 0])

    def action_suggested(self) -> None:
        """Mark the suggested topic."""
        row = self._place_of(self.next) if self.next is not None else -1
        if row >= 0:
            self.path.place(row)

    def action_open_brief(self) -> None:
        """Read the marked topic's brief."""
        if self.marked is not None:
            from quizapp.tui.screens.brief import BriefScreen

            self.quiz.push_screen(BriefScreen(self.marked, self._after))

    def action_misses(self) -> None:
        """Practise what was missed in the last lesson."""
        if self.lesson is not None:
            from quizapp.tui.screens.lesson import LessonScreen

            session = self.quiz.study.retry_misses(self.lesson.session)
            self.quiz.push_screen(LessonScreen(session, self._after))

    def _after(self, session: Session) -> None:
        """A lesson is over or was left."""
        if session.done:
            self.lesson = Lesson(session, self.quiz.study.summary(session))

    @on(PickList.Moved)
    def _moved(self) -> None:
        self._tell()

    @on(PickList.Picked)
    def _picked(self) -> None:
        self.action_open_brief()


def _named(topic: PathTopic, width: int) -> Content:
    """A topic and its pack on one line, since the pack's heading may be out of view."""
    title = Content.styled(fit(topic.title, width), "bold")
    room = width - title.cell_length - 2
    pack = fit(topic.pack_title, room) if room > 8 else ""
    return Content.assemble(title, (f"  {pack}" if pack else "", "$muted"))


@lru_cache(maxsize=4)
def _heads(width: int) -> tuple[Content, ...]:
    """What stands above the path; it is asked for with every line drawn."""
    words = Content.assemble(*_legend(width), " ")
    return (across(Content.styled(" Topics", "$muted"), words, width), EMPTY)


def _widths(width: int) -> list[int]:
    """How wide each count stands in a row of `width` cells."""
    extra = 4 if width >= ROOMY else 1
    return [len(word) + extra for word, _ in COLUMNS]


def _legend(width: int) -> list[Content]:
    """The heads of the counts, each with its sign in a bar where there is room."""
    heads = []
    for (word, sign), style, room in zip(
        COLUMNS, ("$accent", "$muted", "$muted"), _widths(width), strict=True
    ):
        head = Content.styled(word, "$muted")
        if width >= ROOMY:
            head = Content.assemble((sign, style), " ", head)
        heads.append(Content.assemble(" " * (room - head.cell_length), head))
    return heads


def _numbers(state: TopicState, width: int) -> list[Content]:
    counts = (state.known, state.shaky, state.unseen)
    return [
        Content.styled((grouped(count) if count else "·").rjust(room), "" if count else "$muted")
        for count, room in zip(counts, _widths(width), strict=True)
    ]
