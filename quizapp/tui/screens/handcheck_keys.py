"""The keys of hand-checking, and which of them mean something at the moment."""

from __future__ import annotations

from typing import NamedTuple

from textual.binding import Binding, BindingType

from quizapp.drafting.drafts import REASONS
from quizapp.tui.keys import PAGES, key, scrolls

STEP = Binding.Group("Draft", compact=True)
REJECT = Binding.Group("Reject")
SENTENCE = Binding.Group("Sentence")
CITE = "Cite the sentence before or behind."


def _rejects() -> tuple[Binding, ...]:
    """The first letter of each reason."""
    letters = "".join(reason[0] for reason in REASONS)
    return tuple(
        key(
            f"reject-{reason}",
            reason[0],
            f"reject('{reason}')",
            "Reject",
            f"Reject: {', '.join(f'{one} ({one[0]})' for one in REASONS)}.",
            display=letters,
            group=REJECT,
        )
        for reason in REASONS
    )


HANDCHECK_KEYS: list[BindingType] = [
    key("accept", "a", "accept", "Accept", "Accept the question as it is shown: into the pack."),
    key("edit", "e", "edit", "Edit", "Change any field of the question."),
    *_rejects(),
    key("skip", "s", "skip", "Skip", "Leave the draft for later."),
    key("undo", "u", "undo", "Undo", "Take the last decision back, and so on to the first."),
    key("before", "left", "step(-1)", "Draft", "The draft before or behind.", group=STEP),
    key("behind", "right", "step(1)", "Draft", "The draft before or behind.", group=STEP),
    key("undecided", "space", "undecided", "Undecided", "Go to the next draft to decide about."),
    key("write", "n", "write", "Write one", "Write a question of your own on this sentence."),
    key("more", "m", "more", "More", "Show the other drafts of this sentence."),
    key("read", "o", "read", "Article", "The whole article, and back to the draft."),
    key("paragraph", "p", "paragraph", "Paragraph", "The whole paragraph, or its sentence alone."),
    key("checklist", "k", "checklist", "Checklist", "The ten things that must hold."),
    key("filter", "f", "filter", "Filter", "Show only those ready, or with one flag; or all."),
    key("topic", "c", "topic", "Topic", "Choose the topic that accepted questions go to."),
    key("reset", "r", "reset", "Reset", "Forget the changes made to this draft."),
    key("first", "home", "end(False)", "First", "Go to the first draft.", show=False),
    key("last", "end", "end(True)", "Last", "Go to the last draft.", show=False),
    key("back-to-draft", "escape", "unread", "Back", "Back to the draft."),
    key("save", "ctrl+s", "save", "Accept", "What is written: into the pack.", priority=True),
    key("leave-form", "escape", "leave", "Leave", "Leave the fields; what you wrote is shown."),
    key("form", "f2", "form", "Form", "Choose how it is asked.", priority=True),
    key("field-topic", "f3", "field_topic", "Topic", "Choose its topic.", priority=True),
    key(
        "sentence-before", "f5,ctrl+up", "sentence(-1)", "Sentence", CITE,
        display="F5/F6", group=SENTENCE, priority=True,
    ),
    key(
        "sentence-behind", "f6,ctrl+down", "sentence(1)", "Sentence", CITE,
        display="F5/F6", group=SENTENCE, priority=True,
    ),
    key("form-article", "f4", "form_article", "Article", "The article, and back.", priority=True),
    Binding("q,question_mark", "wait", show=False),
    *(one for one in scrolls() if one.id in ("scroll-up", "scroll-down")),
    key("article-up", "pageup", "scroll_article(-1)", "Article", "Scroll the article.", show=False,
        group=PAGES),
    key("article-down", "pagedown", "scroll_article(1)", "Article", "Scroll the article.",
        show=False, group=PAGES),
]  # fmt: skip


class Offers(NamedTuple):
    """What the keys depend on: the page that is open, and what there is on it."""

    form: bool
    reading: bool
    wide: bool
    drafts: int
    hidden: bool
    undoable: bool
    changed: bool
    overflows: bool


_FORM = frozenset({"wait", "pick", "save", "leave", "form", "field_topic", "sentence"})
_DECIDING = frozenset({"accept", "edit", "reject", "skip"})


def possible(now: Offers, action: str) -> bool:
    """Whether an action of the screen means something now."""
    if action in _FORM:
        return now.form
    if action == "form_article":
        return now.form and not now.wide
    if now.form:
        return action == "scroll_article"
    if action in _DECIDING:
        return now.drafts > 0
    means = {
        "step": now.drafts > 1,
        "end": now.drafts > 1,
        "undo": now.undoable,
        "more": now.hidden,
        "reset": now.changed,
        "paragraph": not now.wide and not now.reading,
        "read": not now.wide,
        "unread": now.reading and not now.wide,
        "scroll": now.overflows,
    }
    return means.get(action, True)
