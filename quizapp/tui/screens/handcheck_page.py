"""The page of a hand-check: article, draft, coverage and checklist, and where each stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen

from quizapp.drafting.desk.accepting import ADDING
from quizapp.drafting.desk.arranging import decision_words
from quizapp.drafting.desk.desk import Look
from quizapp.drafting.desk.written import FIELDS, Written, joined, split
from quizapp.drafting.drafts import Span
from quizapp.drafting.text.passages import Sentence
from quizapp.errors import QuizError
from quizapp.handchecking import HandCheck
from quizapp.tui.screens.checklist import checklist_rows
from quizapp.tui.screens.handcheck_keys import Offers, possible
from quizapp.tui.screens.reading import Body
from quizapp.tui.widgets.article_pane import ARTICLE, PARAGRAPH, SENTENCE, ArticlePane, Scene
from quizapp.tui.widgets.asking import Said
from quizapp.tui.widgets.coverage_strip import CoverageStrip
from quizapp.tui.widgets.draft_form import DraftForm
from quizapp.tui.widgets.draft_view import DraftView, Findings, Sight
from quizapp.tui.widgets.footer import KeyFooter
from quizapp.tui.widgets.title import TitleBar

if TYPE_CHECKING:
    from textual.timer import Timer

    from quizapp.drafting.desk.judging import Judged

WIDE = 110
"""From this width on, in cells, article and draft stand side by side."""
NARROW = 76
WEIGH_EVERY = 0.05
WEIGHED = 10
"""So many drafts are judged at a time, and the seconds between."""
WARM_AFTER = 0.4
"""Seconds after which the fields are made, so that no key waits for them."""
_SELDOM = ("More", "Reset", "Scroll")
_SELDOM_BELOW = ("Checklist", "Filter", "Topic", "Undecided", "Article", "Paragraph")
_SELDOM_NARROW = ("Write one", "Skip", "Next")
_CHECK_HEAD = Content.styled("Accept it when all ten hold", "bold $accent")


class DraftPage(Screen[None]):
    """One draft at a time, or what is written in its place; a subclass says what the keys do."""

    SECTION = "Hand-check"
    CSS_PATH = "handcheck.tcss"
    AUTO_FOCUS = ""

    def __init__(self, check: HandCheck) -> None:
        super().__init__()
        self.check = check
        self.much = SENTENCE
        self.reading = False
        self.writing: Written | None = None
        self.own = False
        self.sight: Sight | None = None
        self.judged: Judged | None = None
        self.pause: Timer | None = None
        self.offered: Offers | None = None

    @property
    def wide(self) -> bool:
        """True where article and draft stand side by side."""
        return self.app.size.width >= WIDE

    @property
    def pending(self) -> tuple[Written, ...]:
        """What is written and nowhere but here."""
        own = self.writing if self.own and self.writing and self.writing.texts else None
        return (*self.check.changed.values(), *([own] if own else []))

    @property
    def key_words(self) -> Mapping[str, str]:
        """What the footer leaves out where there is little room; the keys work all the same."""
        left_out = list(_SELDOM)
        if self.wide:
            left_out += ["Checklist"] if self.query_one("#checklist").display else []
        else:
            left_out += [*_SELDOM_BELOW, *(["Undo", "Skip"] if self.reading else [])]
        if self.app.size.width < NARROW:
            left_out += _SELDOM_NARROW
        return dict.fromkeys(left_out, "")

    def compose(self) -> ComposeResult:
        """Progress and coverage, article and draft, the checklist, what was done, keys."""
        yield TitleBar(self.SECTION)
        yield CoverageStrip(self._covered)
        with Horizontal(id="parts"):
            with VerticalScroll(id="article-page", can_focus=False):
                yield ArticlePane(self._scene)
            with Vertical(id="work"):
                with VerticalScroll(id="draft-page", can_focus=False):
                    yield DraftView(lambda: self.sight, self._nothing)
                yield DraftForm([field.key for field in FIELDS])
                yield Findings(lambda: self.sight)
        with Vertical(id="checklist"):
            yield Body(lambda width: [_CHECK_HEAD, *checklist_rows(width)])
        yield Said()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Show the draft one was at."""
        self._load()
        told = self.check.repaired
        if not told and self.check.new_pack:
            told = f"{self.check.files.pack.name} is made when the first question is accepted."
        self._say(told)
        self.set_timer(WARM_AFTER, self.query_one(DraftForm).prepare)
        self.set_timer(WEIGH_EVERY, self._weigh)

    def _weigh(self) -> None:
        """Find out, a few at a time, which drafts are ready; then it is told."""
        if self.check.weigh(WEIGHED):
            self.set_timer(WEIGH_EVERY, self._weigh)
        else:
            self._show_progress()

    def on_resize(self) -> None:
        """There may be room for both sides now, or no more."""
        self._arrange()

    # -- what is shown -------------------------------------------------------------------------

    def _look(self) -> Look | None:
        """The draft one is at, or what is being written."""
        look = self.check.look()
        if self.writing is None:
            return look
        draft = None if self.own or look is None else look.draft
        decision = None if self.own or look is None else look.decision
        return Look(draft, self.writing, True, decision)

    def _load(self) -> None:
        """Judge what one is at, and show it."""
        self.check.refresh()
        look = self._look()
        self.judged = self.check.judged(look.written, look.draft) if look else None
        self.sight = self._seen(look) if look else None
        self._show()

    def _show(self) -> None:
        self._show_progress()
        self.query_one(CoverageStrip).refresh()
        self.query_one(DraftView).redraw()
        self.query_one(Findings).redraw()
        self._arrange()

    def _show_progress(self) -> None:
        progress, flag, ready = self.check.progress(), self.check.flag, self.check.ready()
        narrow = self.app.size.width < NARROW
        short = narrow or (bool(flag) and not self.wide)
        told = [f"only {flag}"] if flag else []
        told.append(f"{progress.decided}{'/' if short else ' of '}{progress.total} decided")
        if not (narrow and flag):
            told.append(f"{progress.accepted} in {'' if short else 'the '}pack")
        told += [f"{ready} ready"] if ready > 0 else []
        named = [] if narrow and len(told) > 2 else [self.SECTION]
        self.query_one(TitleBar).show(" · ".join([*named, *told]))

    def _seen(self, look: Look) -> Sight:
        judged = cast("Judged", self.judged)
        written = look.written
        place = f"{self.check.place + 1} of {len(self.check.order)}"
        head = f"Draft {place} · {written.form.value}"
        if look.draft is not None:
            head += f" · {look.draft.kind} · {look.draft.maker}"
        else:
            head = f"Your own · {written.form.value}"
        named = judged.table.get("topic", "")
        topic = next((one.title for one in self.check.topics if one.id == named), "")
        topic = f"{judged.topic.title} (new)" if judged.topic else topic
        terms = judged.table["evidence"]["terms"]
        shown = written if written.texts.get("terms") else _with_terms(written, terms)
        return Sight(
            written=shown,
            key=look.draft.id if look.draft else "",
            head=head,
            state=_state(look, len(judged.errors), len(judged.warnings)),
            topic=topic,
            name=str(judged.table["id"]),
            flags=look.draft.flags if look.draft else (),
            errors=judged.errors,
            warnings=judged.warnings,
            more=0 if self.writing else self.check.hidden(),
        )

    def _scene(self) -> Scene | None:
        look = self._look()
        sentence = self._sentence()
        much = ARTICLE if self.wide or self.reading else self.much
        terms = tuple(split(self.sight.written.texts.get("terms", ""))) if self.sight else ()
        answer = self._answer_span(look, sentence) if look else (0, 0)
        return Scene(
            passages=self.check.passages,
            much=much,
            sentence=sentence,
            answer=answer,
            terms=terms,
            counts=self.check.coverage(),
            picks=self.writing is not None,
            links=self._links(),
        )

    def _links(self) -> tuple[tuple[str, str, str], ...]:
        """What the article's first line offers where it is not shown whole beside the draft."""
        if self.wide:
            return ()
        if self.writing is not None:
            return (("F4", "draft" if self.reading else "article", "form_article"),)
        if self.reading:
            return (("o", "draft", "read"),)
        other = "sentence" if self.much == PARAGRAPH else "paragraph"
        return (("p", other, "paragraph"), ("o", "article", "read"))

    def _sentence(self) -> Sentence:
        look = self._look()
        if look is None:
            return self.check.sentence()
        return Sentence(look.written.paragraph, look.written.sentence)

    def _answer_span(self, look: Look, sentence: Sentence) -> Span:
        """Where the answer stands; where it was changed, it is looked for in the sentence."""
        draft, (start, end) = look.draft, sentence.span
        if draft is not None and not look.changed and start <= draft.span[0] < draft.span[1] <= end:
            return draft.span
        answer = look.written.texts.get("answer", "").strip().casefold()
        text = self.check.passages.text[start:end].casefold()
        at = text.find(answer) if answer and len(text) == end - start else -1
        return (start + at, start + at + len(answer)) if at >= 0 else (0, 0)

    def _covered(self) -> tuple[tuple[int, ...], int]:
        return self.check.coverage(), self._sentence().paragraph

    def _nothing(self) -> str:
        if self.check.flag:
            return "No draft is left here. Press f to choose others, or all."
        return "There is no draft in this file. Press n to write a question of your own."

    def _arrange(self) -> None:
        """Which parts there are, and where the article is scrolled to."""
        if not self.is_mounted:
            return
        form = self.writing is not None
        reading = self.reading and not self.wide
        # Each part by itself: a class on the screen would have every field's look worked out anew.
        self.query_one("#work").display = not reading
        self.query_one("#article-page").set_class(reading, "-whole")
        self.query_one("#draft-page").display = not form
        self.query_one(Findings).display = form
        self.query_one(ArticlePane).redraw()
        self.query_one("#draft-page").scroll_home(animate=False)
        # At once where the article is drawn already, and again where it had to be laid out first.
        self._find_sentence()
        self.call_after_refresh(self._settle)

    def _find_sentence(self) -> None:
        """Bring the sentence into view."""
        page, pane = self.query_one("#article-page"), self.query_one(ArticlePane)
        pane.lines(pane.content_size.width)
        margin = page.size.height // 4 if self.wide or self.reading else 0
        page.scroll_to(y=max(pane.row - margin, 0) if margin else 0, animate=False)

    def _settle(self) -> None:
        """What could not be told before all was laid out."""
        if self.is_attached:
            self._find_sentence()
            self._offer()

    def _offer(self) -> None:
        """Offer other keys, where others mean something now."""
        offered = self._offers()
        if offered != self.offered:
            self.offered = offered
            self.refresh_bindings()

    def _offers(self) -> Offers:
        page = self.query_one("#article-page" if self.reading else "#draft-page")
        look = self.check.look()
        return Offers(
            form=self.writing is not None,
            reading=self.reading and not self.wide,
            wide=self.wide,
            drafts=len(self.check.order),
            hidden=self.check.hidden() > 0,
            undoable=self.check.undoable,
            changed=look is not None and look.changed,
            overflows=page.max_scroll_y > 0,
        )

    def _say(self, words: str) -> None:
        self.query_one(Said).say(words)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now is active, and so shown."""
        return self.is_mounted and possible(self._offers(), action)

    def _try(self, do: Callable[[], str]) -> bool:
        """Do something that may be refused; the words of either are shown."""
        try:
            told = do()
        except QuizError as error:
            self._say(str(error))
            self._load()
            return False
        self._say(told)
        return True

    def _choose(
        self, title: str, rows: list[tuple[str, str]], current: int, take: Callable[[int], None]
    ) -> None:
        self._choose_or_make(title, rows, current, lambda place, _: take(place))

    def _choose_or_make(
        self,
        title: str,
        rows: list[tuple[str, str]],
        current: int,
        take: Callable[[int, str], None],
        fresh: str = "",
    ) -> None:
        from quizapp.tui.screens.choose import ChooseScreen, Entry

        screen = ChooseScreen(title, [Entry(*row) for row in rows], current, fresh)

        def taken(place: int | None) -> None:
            if place is not None and place >= 0:
                take(place, screen.typed)

        self.app.push_screen(screen, taken)


def _with_terms(written: Written, terms: list[str]) -> Written:
    return written.with_text("terms", joined(terms))


def _state(look: Look, errors: int, warnings: int) -> str:
    """What became of a draft, with its sign; what is found where nothing is decided."""
    if look.decision is not None and look.decision.what in ADDING and look.changed:
        return "✎ changed, not in the pack"
    if look.decision is not None and look.decision.what != "skip":
        sign = "✗" if look.decision.what == "reject" else "✓"
        return f"{sign} {decision_words(look.decision)}"
    if look.changed and look.draft is not None:
        return "✎ changed, not accepted"
    told = ["skipped"] if look.decision is not None else []
    found = [f"✗ {errors} to mend"] if errors else [f"? {warnings} to look at"] * bool(warnings)
    return " · ".join([*told, *found])
