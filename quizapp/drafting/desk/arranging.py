"""In which order drafts are shown, and which decisions about them stand."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from quizapp.drafting.drafts import Decision, Draft, Span


def arranged(
    drafts: Sequence[Draft], revealed: Collection[Span], decided: Collection[str]
) -> tuple[Draft, ...]:
    """The drafts shown first, each followed by the others of its sentence where those are wanted.

    Wanted are those of a `revealed` sentence, and those that were `decided` about already.
    """
    first = {draft.sentence for draft in drafts if not draft.more}
    behind: dict[Span, list[Draft]] = {}
    for draft in drafts:
        wanted = draft.sentence in revealed or draft.id in decided
        if draft.more and draft.sentence in first and wanted:
            behind.setdefault(draft.sentence, []).append(draft)
    found: list[Draft] = []
    for draft in drafts:
        if not draft.more or draft.sentence not in first:
            found += [draft, *behind.pop(draft.sentence, ())]
    return tuple(found)


def still_standing(decisions: tuple[Decision, ...]) -> list[Decision]:
    """The decisions that stand after undoing, in order."""
    kept: list[Decision] = []
    for decision in decisions:
        if decision.what != "undo":
            kept.append(decision)
        elif kept:
            kept.pop()
    return kept


def decision_words(decision: Decision) -> str:
    """A decision in words: "rejected: vague"."""
    name = f' as "{decision.question}"' if decision.question else ""
    match decision.what:
        case "accept":
            return f"accepted{name}"
        case "edit":
            return f"accepted with changes{name}"
        case "write":
            return f"your own question{name}"
        case "reject":
            return f"rejected: {decision.reason or 'no reason'}"
        case _:
            return "skipped"
