"""Writing in a hand-check: a draft or a question of one's own, checked while it is typed."""

from __future__ import annotations

from collections.abc import Callable

from textual import on

from quizapp.core.question import Form
from quizapp.drafting.desk.written import Written, fields_of
from quizapp.drafting.text.passages import Sentence
from quizapp.tui.screens.handcheck_page import DraftPage
from quizapp.tui.widgets.asking import Said
from quizapp.tui.widgets.draft_form import DraftForm, Row

PAUSE = 0.12
"""Seconds without a key before what is written is judged again."""
NEW_TOPIC = "New topic:"
_FORM_WORDS = {
    Form.CHOICE: "one of several",
    Form.TYPED: "a word or phrase",
    Form.TRUE_FALSE: "a statement",
    Form.NUMBER: "a number",
    Form.DATE: "a day",
    Form.SELECT: "several are right",
    Form.ORDER: "items in order",
    Form.MATCH: "left and right",
    Form.GAP: "words left out",
    Form.MAP: "a country lit",
}


class WritingPage(DraftPage):
    """The page with its fields: they are open while `writing` is not None."""

    def action_wait(self) -> None:
        """A letter typed before there is a field to take it: it must be no key either."""

    def action_edit(self) -> None:
        """Open all fields of the draft, or of the question in the pack that it became."""
        look = self.check.look()
        if look is None:
            return
        if look.draft is not None and self.check.locked(look.draft):
            pack = self.check.files.pack.name
            self._say(f"Change it in {pack}: it is not there as it was accepted, as far as known.")
        else:
            self._open(look.written, own=False)

    def action_write(self) -> None:
        """Begin a question of one's own: first how it is asked."""

        def take(place: int) -> None:
            form = list(Form)[place]
            self._open(self.check.begin(form, self.check.sentence()), own=True)

        self._choose_form("How is it asked?", Form.CHOICE, take)

    def _choose_form(self, title: str, current: Form, take: Callable[[int], None]) -> None:
        rows = [(form.value, _FORM_WORDS[form]) for form in Form]
        self._choose(title, rows, list(Form).index(current), take)

    def _open(self, written: Written, *, own: bool, focus: str = "") -> None:
        self._say("")
        self.writing, self.own = written, own
        self._load()
        self._fill(focus)

    def _fill(self, focus: str = "") -> None:
        written = self.writing
        if written is not None:
            rows = [
                Row(one.key, one.tip, written.texts.get(one.key, ""))
                for one in fields_of(written.form)
            ]
            self.call_later(self.query_one(DraftForm).fill, rows, focus)

    @on(DraftForm.Changed)
    def _typed(self, event: DraftForm.Changed) -> None:
        event.stop()
        if self.writing is not None and self.writing.texts.get(event.key, "") != event.text:
            self._write(self.writing.with_text(event.key, event.text))

    def _write(self, written: Written) -> None:
        """Keep what is written, and judge it once no key comes for a moment."""
        if self.query_one(Said).words.startswith("Not accepted"):
            self._say("")
        self.writing = written
        if not self.own and self.check.draft is not None:
            self.check.keep(self.check.draft, written)
        if self.pause is not None:
            self.pause.stop()
        self.pause = self.set_timer(PAUSE, self._load)

    def action_leave(self) -> None:
        """Out of the fields: the draft is shown as it is written now."""
        kept = self.own and self.writing is not None and bool(self.writing.texts)
        if kept and not self.query_one(Said).words.startswith("Leave"):
            self._say("Leave without this question? Esc again leaves, Ctrl+S accepts it.")
            return
        self._close()
        self._say("Changed; a accepts it so, r takes the changes back." if self._is_changed else "")
        self._load()

    @property
    def _is_changed(self) -> bool:
        look = self.check.look()
        return look is not None and look.changed

    def _close(self) -> None:
        self.writing, self.own, self.reading = None, False, False
        self.query_one(DraftForm).close()

    def action_save(self) -> None:
        """Accept what is written; where something is to be mended, the fields stay open."""
        written = self.writing
        if written is None:
            return
        if self.own:
            if self._try(lambda: f'✓ Accepted as "{self.check.write(written)}".'):
                self._close()
                self._load()
            return
        if self._try(self._accept):
            self._close()
            self.check.next_undecided()
            self._load()

    def action_form(self) -> None:
        """Ask it in another form; what was written is kept where the form has the field."""
        written = self.writing
        if written is None:
            return

        def take(place: int) -> None:
            if self.writing is not None:
                self._write(self.writing._replace(form=list(Form)[place]))
                self._load()
                self._fill()

        self._choose_form("How is it asked?", written.form, take)

    def action_sentence(self, step: int) -> None:
        """Cite the sentence before or behind."""
        self._cite(self.check.passages.next_to(self._sentence(), step))

    def action_pick(self, place: int) -> None:
        """A click on a sentence: cite it."""
        found = self.check.passages.at(place)
        if found is not None:
            self._cite(found)

    def _cite(self, sentence: Sentence) -> None:
        if self.writing is not None:
            self._write(self.writing._replace(paragraph=sentence.paragraph, sentence=sentence.span))
            self._load()

    def action_topic(self) -> None:
        """Choose where accepted questions go."""
        topics = self.check.topics

        def take(place: int, typed: str) -> None:
            known = place < len(topics)
            self.check.topic = topics[place].id if known else ""
            self.check.new_topic = "" if known else typed
            self._load()

        self._choose_topic(take)

    def action_field_topic(self) -> None:
        """Choose the topic of what is being written."""
        topics = self.check.topics

        def take(place: int, typed: str) -> None:
            if self.writing is not None:
                text = topics[place].title if place < len(topics) else typed
                self._write(self.writing.with_text("topic", text))
                self._fill("topic")

        self._choose_topic(take)

    def _choose_topic(self, take: Callable[[int, str], None]) -> None:
        rows = [(topic.title, str(topic.id)) for topic in self.check.topics]
        ids: list[str] = [topic.id for topic in self.check.topics]
        current = ids.index(self.check.topic) if self.check.topic in ids else 0
        self._choose_or_make("Which topic?", rows, current, take, NEW_TOPIC)

    def _accept(self) -> str:
        look = self.check.look()
        there = look is not None and look.draft is not None and self.check.mendable(look.draft)
        name = self.check.accept()
        # What was written last may have been judged only now.
        warned = len(self.check.warned)
        told = f'✓ "{name}" is changed in the pack.' if there else f'✓ Accepted as "{name}".'
        return f"{told} {warned} to look at again: `sco-quiz check` tells." if warned else told
