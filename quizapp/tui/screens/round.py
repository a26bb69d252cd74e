"""Round: choose topics, length, clock and questions of a game."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen

from quizapp.errors import QuizError
from quizapp.play import MOST_SEED, Clock, RoundSetup
from quizapp.tui import keys
from quizapp.tui.screens.reading import EMPTY
from quizapp.tui.widgets.footer import KeyFooter
from quizapp.tui.widgets.lines import Lines, across, button, fit, link, quiet_button, wrapped
from quizapp.tui.widgets.picklist import FAR, PickList, stepped
from quizapp.tui.widgets.title import TitleBar
from quizapp.tui.wording import counted, grouped

if TYPE_CHECKING:
    from quizapp.play import Round
    from quizapp.study import TopicProgress, TopicRef
    from quizapp.tui.app import QuizApp

LENGTHS = (5, 10, 20, 0)
"""Questions in a round; 0 is all there are."""
CLOCKS = (Clock.NONE, Clock.RELAXED, Clock.FAST)
POOLS = ("all questions", "only what you have met")
MET_ENOUGH = 10
"""From so many questions met on, a round asks these and no others, unless it is told to."""
LENGTH, CLOCK, POOL = 0, 1, 2
"""The rows above the topics that the arrows reach."""
TOPICS = 3
"""The row of the first topic."""
LABEL_WIDTH = 10
SEED = Binding.Group("Seed")


def clock_name(clock: Clock) -> str:
    """A clock with its seconds: "none", "relaxed, 45 s"."""
    return f"{clock.value}, {clock.seconds} s" if clock.seconds else clock.value


class SetupPane(Lines):
    """Length, clock, which questions, and the button to play; the row of the cursor is marked."""

    def __init__(self) -> None:
        super().__init__(id="setup")
        self.length = 1
        self.clock = 0
        self.pool = 0
        self.row = -1
        self.questions = 0
        self.seed = 0
        self.missed = 0

    def lines(self, width: int) -> list[Content]:
        """A sentence, three rows of options, the buttons and the seed."""
        told = "A game beside the schedule: points for right, and more for quick."
        lengths = [str(length) if length else "all" for length in LENGTHS]
        clocks = [clock_name(clock) for clock in CLOCKS]
        return [
            EMPTY,
            *wrapped(told, min(width, 73), "$muted", indent=1),
            EMPTY,
            self._options(LENGTH, "Questions", lengths, self.length),
            self._options(CLOCK, "Clock", clocks, self.clock),
            self._options(POOL, "From", list(POOLS), self.pool),
            EMPTY,
            Content.assemble(" ", *self._buttons()),
            EMPTY,
            self._seed(width),
            EMPTY,
        ]

    def _buttons(self) -> list[Content]:
        buttons = [button("Play", "play"), Content.styled(f"   {self._offer()}", "$muted")]
        if self.missed:
            told = f"m  Misses of today ({grouped(self.missed)})"
            buttons += [Content("   "), quiet_button(told, "misses")]
        return buttons

    def _seed(self, width: int) -> Content:
        """What draws the questions: told to a friend, it draws the same ones there."""
        tip = "type a friend's: same round"
        room = width - LABEL_WIDTH - 10
        return Content.assemble(
            " ",
            "Seed".ljust(LABEL_WIDTH),
            link(f" {self.seed or '…'} ".ljust(7), "$foreground on $panel", "new_seed"),
            (f"  {fit(tip, room)}" if room > 20 else "", "$muted"),
        )

    def _offer(self) -> str:
        wanted = LENGTHS[self.length] or self.questions
        return counted(min(wanted, self.questions), "question")

    def _options(self, row: int, label: str, names: list[str], chosen: int) -> Content:
        here = row == self.row
        mark = Content.styled("▌" if here else " ", "bold $accent")
        parts = [
            _option(name, number == chosen, f"choose({row},{number})")
            for number, name in enumerate(names)
        ]
        return Content.assemble(
            mark, (label.ljust(LABEL_WIDTH), "bold" if here else ""), Content(" ").join(parts)
        )


def _option(name: str, chosen: bool, action: str) -> Content:
    """An option; the chosen one stands in brackets, for whoever sees no colours."""
    if chosen:
        return link(f"[{name}]", "bold $on-accent on $accent", action)
    return link(f" {name} ", "$foreground on $panel", action)


def _digits() -> tuple[Binding, ...]:
    """The digits as one entry of help."""
    tip = "Type the seed of a friend's round: it draws the same questions."
    return tuple(
        keys.key(
            f"seed-{one}", one, f"seed({one})", "Seed", tip, display="0-9", group=SEED, show=False
        )
        for one in "0123456789"
    )


class RoundScreen(Screen[None]):
    """The setup of a round: Enter plays from anywhere."""

    SECTION = "Round"
    FOOTER_KEEPS = frozenset(("play", "tick", "only", "app.back", "help"))
    CSS_PATH = "round.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        keys.key("play", "enter", "play", "Play", "Begin the round."),
        *keys.moves("setup", "Move", "Mark what stands"),
        keys.key("less", "left", "change(-1)", "Change", "Choose another.", group=keys.CHANGE),
        keys.key("more", "right", "change(1)", "Change", "Choose another.", group=keys.CHANGE),
        keys.key("tick", "space", "tick", "Tick", "Take the topic in, or leave it out."),
        keys.key("only", "o", "only", "Only", "Take this topic in and no other."),
        keys.key("tick-all", "a", "tick_all", "All topics", "Take all topics in."),
        keys.key("misses", "m", "misses", "Misses", "Play what you missed today once more."),
        *_digits(),
        keys.key(
            "seed-back",
            "backspace",
            "seed_back",
            "Seed",
            "Take a digit away.",
            show=False,
            group=SEED,
        ),
        keys.key("new-seed", "n", "new_seed", "New seed", "Draw another seed.", show=False),
        keys.BACK,
    ]

    def __init__(self, topic: TopicRef | None = None) -> None:
        super().__init__()
        self.topics: tuple[TopicProgress, ...] = ()
        self.ticked: frozenset[TopicRef] = frozenset([topic] if topic else [])
        self.row = LENGTH
        self.typing = False

    @property
    def quiz(self) -> QuizApp:
        """The app, as what it is."""
        return cast("QuizApp", self.app)

    def compose(self) -> ComposeResult:
        """Options above, topics below, keys."""
        yield TitleBar(self.SECTION)
        yield SetupPane()
        topics = PickList(self._topic, id="topics")
        topics.head = self._head
        yield topics
        yield KeyFooter()

    def on_mount(self) -> None:
        """All topics are in at first, or the one that was asked for."""
        wanted = self.quiz.study.choices.text("clock", Clock.NONE.value)
        pane = self.query_one(SetupPane)
        pane.clock = next((at for at, one in enumerate(CLOCKS) if one.value == wanted), 0)
        pane.seed = self.quiz.play.new_seed()
        pane.missed = len(self.quiz.play.missed_today())
        self.topics = self.quiz.study.topics()
        pane.pool = int(sum(one.seen for one in self._taken()) >= MET_ENOUGH)
        self.query_one(PickList).show(len(self.topics))
        self._tell()

    # -- what is drawn ---------------------------------------------------------------------

    def _head(self, width: int) -> tuple[Content, ...]:
        told = "all" if not self.ticked else f"{len(self.ticked)} of {len(self.topics)}, a for all"
        head = across(Content(" Topics"), Content(f"{told} "), width)
        return (head.stylize("$muted"),)

    def _topic(self, row: int, width: int, here: bool) -> tuple[Content, ...]:
        topic = self.topics[row]
        mark = Content.styled("▌" if here else " ", "bold $accent")
        taken = not self.ticked or topic.ref in self.ticked
        box = Content.styled("[x] " if taken else "[ ] ", "$accent" if taken else "$muted")
        met = self.query_one(SetupPane).pool
        told = f"{grouped(topic.seen)} met" if met else counted(topic.questions, "question")
        count = Content.styled(f"{told} ", "$muted")
        title = fit(topic.title, width - count.cell_length - 7)
        return (across(Content.assemble(mark, box, title), count, width),)

    def _taken(self) -> list[TopicProgress]:
        return [one for one in self.topics if not self.ticked or one.ref in self.ticked]

    def _tell(self) -> None:
        """Draw what has changed."""
        pane = self.query_one(SetupPane)
        pane.questions = sum(one.seen if pane.pool else one.questions for one in self._taken())
        pane.row = self.row
        pane.redraw()
        topics = self.query_one(PickList)
        topics.place(self.row - TOPICS if self.row >= TOPICS else -1)
        topics.refresh()
        self.refresh_bindings()

    # -- what the keys do ------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Each row offers what it can."""
        possible = {
            "move": parameters in ((1,), (-1,)) or len(self.topics) > FAR,
            "change": self.row < TOPICS,
            "tick": self.row >= TOPICS,
            "only": self.row >= TOPICS,
            "tick_all": bool(self.ticked),
            "play": bool(self.topics),
            "misses": self.is_mounted and bool(self.query_one(SetupPane).missed),
        }
        return possible.get(action, True)

    def action_move(self, step: int) -> None:
        """Mark another row."""
        self.row = stepped(self.row, step, LENGTH, POOL + len(self.topics))
        self._tell()

    def action_change(self, step: int) -> None:
        """Choose the option beside."""
        pane = self.query_one(SetupPane)
        if self.row == LENGTH:
            self.action_choose(LENGTH, (pane.length + step) % len(LENGTHS))
        elif self.row == CLOCK:
            self.action_choose(CLOCK, (pane.clock + step) % len(CLOCKS))
        elif self.row == POOL:
            self.action_choose(POOL, (pane.pool + step) % len(POOLS))

    def action_choose(self, row: int, number: int) -> None:
        """Choose an option of a row."""
        pane = self.query_one(SetupPane)
        self.row = row
        if row == LENGTH:
            pane.length = number
        elif row == CLOCK:
            pane.clock = number
        else:
            pane.pool = number
        self._tell()

    def action_seed(self, digit: int) -> None:
        """Type a digit of a seed; the first one begins it anew, and so does one too many.

        A friend's round draws from all questions.
        """
        pane = self.query_one(SetupPane)
        seed = (pane.seed if self.typing else 0) * 10 + digit
        self.typing = True
        pane.seed = seed if seed <= MOST_SEED else digit
        pane.pool = 0
        self._tell()

    def action_seed_back(self) -> None:
        """Take the last digit away."""
        pane = self.query_one(SetupPane)
        pane.seed //= 10
        self.typing = True
        pane.redraw()

    def action_new_seed(self) -> None:
        """Draw another seed."""
        pane = self.query_one(SetupPane)
        pane.seed = self.quiz.play.new_seed()
        self.typing = False
        pane.redraw()

    def action_tick(self) -> None:
        """Take the marked topic in or leave it out; with none left, all are in again."""
        place = self.row - TOPICS
        if 0 <= place < len(self.topics):
            self._toggle(self.topics[place].ref)

    def _toggle(self, ref: TopicRef) -> None:
        ticked = self.ticked or frozenset(one.ref for one in self.topics)
        ticked ^= {ref}
        self.ticked = frozenset() if len(ticked) == len(self.topics) else ticked
        self._tell()

    def action_only(self) -> None:
        """Take the marked topic in and no other."""
        if self.row >= TOPICS:
            self.ticked = frozenset([self.topics[self.row - TOPICS].ref])
            self._tell()

    def action_tick_all(self) -> None:
        """Take all topics in."""
        self.ticked = frozenset()
        self._tell()

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        """A click on a topic marks and ticks it at once."""
        if event.row >= 0 and self.row != event.row + TOPICS:
            self.row = event.row + TOPICS
            self._toggle(self.topics[event.row].ref)

    @on(PickList.Picked)
    def _picked(self) -> None:
        self.action_tick()

    def action_play(self) -> None:
        """Begin."""
        pane = self.query_one(SetupPane)
        chosen = tuple(one.ref for one in self.topics if one.ref in self.ticked)
        seed = pane.seed or self.quiz.play.new_seed()
        setup = RoundSetup(
            chosen, LENGTHS[pane.length], CLOCKS[pane.clock], seed, met=bool(pane.pool)
        )
        self._begin(lambda: self.quiz.play.start(setup))

    def action_misses(self) -> None:
        """Play what was missed today."""
        clock = CLOCKS[self.query_one(SetupPane).clock]
        self._begin(lambda: self.quiz.play.todays_misses(clock))

    def _begin(self, start: Callable[[], Round]) -> None:
        try:
            playing = start()
        except QuizError as error:
            self.quiz.say(str(error))
            return
        self.quiz.play_round(playing)
