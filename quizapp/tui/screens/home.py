"""Home: what today holds, one key to begin, and how each topic stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen

from quizapp.tui import keys
from quizapp.tui.widgets.bar import BAR, COUNTS, STANDINGS, mastery_bar
from quizapp.tui.widgets.footer import KeyFooter
from quizapp.tui.widgets.headed_list import HeadedList, with_headings
from quizapp.tui.widgets.lines import across, fit
from quizapp.tui.widgets.picklist import FAR, PickList
from quizapp.tui.widgets.title import TitleBar
from quizapp.tui.widgets.today import Mastery, TodayPane, face_of
from quizapp.tui.wording import BEYOND, short_date

if TYPE_CHECKING:
    from quizapp.study import TopicProgress
    from quizapp.today import Today
    from quizapp.tui.app import QuizApp
    from quizapp.tui.widgets.paper import Paper

STRONG_WIDTH = 11
DUE_WIDTH = 6
EMPTY = Content("")
MAP_LEAST, MAP_HEIGHT = 9, 17
"""How high the small map is, in lines, where it stands below the counts."""


class HomeScreen(Screen[None]):
    """The first screen. What topics there are is asked for only after the first paint."""

    CSS_PATH = "home.tcss"
    EXPLAINED: ClassVar[tuple[str, ...]] = (COUNTS, STANDINGS, BAR)
    FOOTER_ROOMY = 24
    FOOTER_KEEPS = frozenset(
        {
            "start",
            "study_topic",
            "offered_round",
            "learn_more",
            "begin_adding",
            "all_topics",
            "help",
        }
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        keys.key("start", "enter", "start", "Start", "Study what today holds."),
        keys.key("study-topic", "enter", "study_topic", "Study", "Study the marked topic."),
        keys.key("start-round", "enter", "offered_round", "Play a round", "Play a scored game."),
        keys.key("learn-more", "n", "learn_more", "Learn more", BEYOND),
        keys.key("start-adding", "enter", "begin_adding", "Add a pack", "Add a question file."),
        *keys.moves("topic", "Topics", "Mark the topic"),
        *keys.ends("topic", "topic"),
        keys.key("all-topics", "escape", "all_topics", "Unmark", "Mark no topic any more."),
        keys.key("learn", "l", "learn", "Learn", "Go along the topics, each with a brief."),
        keys.key("round", "r", "begin_round", "Round", "Play a scored game beside the schedule."),
        keys.key("browse", "b", "app.browse", "Browse", "Look through all questions."),
        keys.key("map", "m", "app.map", "Map", "See who belonged to the SCO on any day."),
        keys.key("timeline", "t", "app.timeline", "Timeline", "Go along the dated facts."),
        keys.key("progress", "g", "app.progress", "Progress", "See what you studied and keep."),
        keys.key("packs", "p", "app.packs", "Packs", "See what is installed, and add a pack."),
        keys.key("settings", "s", "app.settings", "Settings", "Choose limits, colours and more."),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.today: Today = self.quiz.study.today()
        self.about = self._about()
        self.topics: tuple[TopicProgress, ...] = ()
        self.rows: tuple[TopicProgress | str, ...] = ()
        self.widest = 0
        self.painted = False
        self.studied = False

    @property
    def quiz(self) -> QuizApp:
        """The app, as what it is."""
        return cast("QuizApp", self.app)

    def compose(self) -> ComposeResult:
        """Four widgets and no more: this is what a learner waits for."""
        yield TitleBar(_day_text(self.today))
        yield TodayPane(self.today, self.about)
        topics = HeadedList(self._row, id="topics")
        topics.head = self._head
        yield topics
        yield KeyFooter()

    def on_mount(self) -> None:
        """The topics come after the first paint."""
        self.call_after_refresh(self._load_topics)

    def on_screen_resume(self) -> None:
        """Back from another screen: the counts may be others now."""
        if self.painted:
            if self.studied:
                self.studied = False
                self.list.place(-1)
            self.today = self.quiz.study.today()
            self.about = self._about()
            self.query_one(TitleBar).show(_day_text(self.today))
            self._load_topics()

    def _about(self) -> str:
        """What is there to learn, for somebody who has not begun."""
        return self.quiz.study.about() if face_of(self.today) == "first" else ""

    def on_resize(self) -> None:
        """A large window has room for two lines and a space for each topic."""
        self._show_topics()
        if self.painted:
            self.call_after_refresh(self._show_map)

    def _load_topics(self) -> None:
        self.painted = True
        self.topics = self.quiz.study.topics()
        self._show_topics()
        self.refresh_bindings()
        self.call_after_refresh(self._show_map)

    def _show_map(self) -> None:
        """The members' map, small, where it leaves everything else its place.

        It comes last of all: nothing of it is imported before Home can be used.
        """
        found = self.query("#members")
        top = self.query_one(TodayPane).region.bottom
        height = min(self.query_one(KeyFooter).region.y - top - 1, MAP_HEIGHT)
        below = self._airy and height >= MAP_LEAST
        room = below or self._map_beside
        if room and not found:
            from quizapp.tui.widgets.members_map import MembersMap, colourless

            plain = colourless(self.app)
            day = self.quiz.study.calendar_day()
            self.mount(MembersMap(day, plain=plain, coded=below, titled=True, id="members"))
            found = self.query("#members")
        if found:
            members = found.first()
            members.display = room
            if below:
                members.styles.offset = (3, top + 1)
                members.styles.height = height
            else:
                members.styles.clear_rule("offset")
                members.styles.clear_rule("height")

    @property
    def _map_beside(self) -> bool:
        """True where the counts leave the right half free at the design size."""
        size = self.app.size
        counts = face_of(self.today) == "study" and self.today.left < 1000
        return counts and 76 <= size.width < 110 and size.height >= 24

    def _show_topics(self) -> None:
        many = len({topic.ref.pack for topic in self.topics}) > 1
        self.rows = with_headings(self.topics) if many else self.topics
        self.widest = max((Content(topic.title).cell_length for topic in self.topics), default=0)
        self.list.show_rows(self.rows, row_height=self._row_height)
        mastery = Mastery.of(self.topics)
        self.query_one(TodayPane).show(self.today, mastery, about=self.about, airy=self._airy)

    @property
    def _airy(self) -> bool:
        size = self.app.size
        return size.width >= 110 and size.height >= 30

    @property
    def _row_height(self) -> int:
        """Three lines for each topic in a large window that holds them all so, else one."""
        return 3 if self._airy and 3 * len(self.rows) <= self.app.size.height - 8 else 1

    # -- how topics are drawn --------------------------------------------------------------

    def _head(self, width: int) -> tuple[Content, ...]:
        if not self.topics:
            return ()
        words = "strong".rjust(STRONG_WIDTH) + "due".rjust(DUE_WIDTH)
        head = across(Content(" Topics"), Content(words + " "), width).stylize("$muted")
        if self._row_height > 1:
            return (EMPTY, EMPTY, head, EMPTY)
        return (EMPTY, head, EMPTY) if self._airy else (head,)

    def _row(self, row: int, width: int, here: bool) -> tuple[Content, ...]:
        topic = self.rows[row]
        if isinstance(topic, str):
            title = Content.styled(f" {fit(topic, width - 2)}" if topic else "", "bold")
            return (EMPTY, title, EMPTY) if self._row_height > 1 else (title,)
        strong = f"{topic.strong} of {topic.questions}".rjust(STRONG_WIDTH)
        due = (str(topic.due) if topic.due else "").rjust(DUE_WIDTH)
        numbers = Content.assemble((strong, "$muted"), (due, "bold $accent"), " ")
        mark = Content.styled("▌" if here else " ", "bold $accent")
        if self._row_height > 1:
            title = Content.assemble(mark, fit(topic.title, width - numbers.cell_length - 3))
            bar = mastery_bar(topic.strong, topic.seen, topic.questions, width - 2)
            return across(title, numbers, width), Content.assemble(" ", bar), EMPTY
        room = width - numbers.cell_length - 2
        bar_width = max(room - self.widest - 2, room // 5)
        bar_width = min(bar_width, room // 2)
        name = fit(topic.title, room - bar_width - 2)
        bar = mastery_bar(topic.strong, topic.seen, topic.questions, bar_width)
        title = Content.assemble(mark, name, " " * (room - Content(name).cell_length - bar_width))
        return (Content.assemble(title, bar, " ", numbers),)

    # -- what the keys do ------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter does the one thing that makes sense now; the other keys only what they can."""
        face = face_of(self.today)
        marked = self._marked is not None
        possible = {
            "start": not marked and face in ("first", "study"),
            "study_topic": marked,
            "offered_round": not marked and face == "done",
            "learn_more": face == "done" and self.today.beyond > 0,
            "begin_round": face != "empty",
            "begin_adding": face == "empty",
            "move": len(self.topics) > (0 if parameters in ((1,), (-1,)) else FAR),
            "end": bool(self.topics),
            "all_topics": marked,
        }
        return possible.get(action, True)

    @property
    def _marked(self) -> TopicProgress | None:
        if not self.is_mounted:
            return None
        row = self.list.cursor
        found = self.rows[row] if 0 <= row < len(self.rows) else ""
        return None if isinstance(found, str) else found

    @property
    def list(self) -> HeadedList:
        """The topics, under their packs where there are several."""
        return self.query_one(HeadedList)

    def action_start(self) -> None:
        """Study what today holds."""
        self.quiz.study_today()

    def action_study_topic(self) -> None:
        """Study the topic under the cursor."""
        if self._marked is not None:
            self.quiz.study_today(self._marked.ref)
            self.studied = self.app.screen is not self

    def action_begin_round(self) -> None:
        """Set up a round, of the marked topic where there is one."""
        self.quiz.action_round(self._marked.ref if self._marked else None)

    def action_offered_round(self) -> None:
        """Set up a round, on a day with nothing else to do."""
        self.quiz.action_round()

    def action_learn_more(self) -> None:
        """Learn beyond today's limit."""
        self.quiz.learn_more()

    def action_begin_adding(self) -> None:
        """Ask for a pack to add."""
        self.quiz.action_packs(True)

    def action_move(self, step: int) -> None:
        """Mark another topic."""
        self.list.move(step)

    def action_end(self, last: bool) -> None:
        """Mark the first topic or the last one."""
        self.list.place(len(self.rows) - 1 if last else 0)

    def action_learn(self) -> None:
        """The path of topics, at the marked one; somebody who begins gets something to read."""
        marked = self._marked
        begins = marked is None and bool(self.topics) and self.query_one(TodayPane).begins
        self.quiz.learn(marked.ref if marked else None, read=begins)

    def action_all_topics(self) -> None:
        """Mark no topic."""
        self.list.place(-1)

    def on_paper_clicked(self, event: Paper.Clicked) -> None:
        """The small map leads to the large one.

        By this name and not by `on`, since the map's class is not there when Home is painted.
        """
        event.stop()
        self.quiz.action_map()

    @on(PickList.Moved)
    def _moved(self) -> None:
        self.query_one(TodayPane).name_enter(self._marked is None)
        self.refresh_bindings()

    @on(PickList.Picked)
    def _picked(self) -> None:
        self.action_study_topic()


def _day_text(today: Today) -> str:
    """The study day; before it ends, at night, until when it is still that day."""
    day = f"{today.day:%A}, {short_date(today.day, today.day)}"
    return day if today.ends is None else f"{day}, study day until {today.ends:02}:00"
