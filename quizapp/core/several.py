"""Replies of several parts judged: items ticked or named, an order, pairs, gaps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizapp.core.question import GapAnswer, MatchAnswer, OrderAnswer, Reply, SetAnswer
from quizapp.core.spelling import NO_FIT, Closeness, fit_without_slips
from quizapp.core.typed import Target, best_fit, judge, texts_of
from quizapp.core.verdict import Judged, Mark, Part, listing, sentence, shown

_MANY = 5
"""Of so many items or more, one may be missing for a reply to be nearly right."""
_LONG_ORDER = 4
"""In an order of so many items or more, two neighbours may be swapped."""


def located(text: str, items: Iterable[str]) -> str | None:
    """The one of `items` that `text` is, exactly or else but for case, accents and the like."""
    known = tuple(items)
    if text in known:
        return text
    alike = {item for item in known if fit_without_slips(text, item) != NO_FIT}
    return alike.pop() if len(alike) == 1 else None


def judge_select(reply: Reply, answer: SetAnswer) -> Judged:
    """Judge ticked items: all that are right and no other, or it is wrong."""
    options = (*answer.items, *answer.wrong)
    ticked = tuple(dict.fromkeys(located(text, options) or text for text in reply))
    missing = [item for item in answer.items if item not in ticked]
    foreign = [text for text in ticked if text not in answer.items]
    parts = [
        Part("" if item in missing else item, item, Mark.WRONG if item in missing else Mark.RIGHT)
        for item in answer.items
    ]
    parts += [Part(text, "", Mark.WRONG) for text in foreign]
    mark = Mark.WRONG if missing or foreign else Mark.RIGHT
    return Judged(mark, _set_reason(answer.items, missing, foreign), tuple(parts))


def judge_named(
    reply: Reply, answer: SetAnswer, spellings: tuple[str, ...], known: frozenset[str]
) -> Judged:
    """Judge items named from memory, in any order, each as kindly as a typed text.

    One of `spellings` stands for any one item that is still missing.
    """
    accept = dict(answer.accept)
    targets = [Target(item, accept.get(item, ()), (), answer.wrong, known) for item in answer.items]
    named = tuple(text.strip() for text in reply if text.strip())
    firm, loose = _fitting(named, targets)
    matched = _assigned(firm, {})
    matched = _assigned([[] if firm[at] else places for at, places in enumerate(loose)], matched)
    left = [at for at in range(len(named)) if at not in matched.values()]
    repeated = [named[at] for at in left if firm[at] or loose[at]]
    foreign = [at for at in left if not firm[at] and not loose[at]]
    accepted = _accepted(named, foreign, matched, len(targets), spellings)
    parts = [
        _item_part(item, named, matched.get(place), place, firm, accepted)
        for place, item in enumerate(answer.items)
    ]
    parts += [Part(named[at], "", Mark.WRONG) for at in foreign if at not in accepted]
    return _named_judged(answer, tuple(parts), repeated)


def judge_order(reply: Reply, answer: OrderAnswer) -> Judged:
    """Judge items put in order; two neighbours swapped in a long list are nearly right."""
    items = answer.items
    given = tuple(located(text, items) or text for text in reply)
    parts = tuple(
        Part(text, item, Mark.RIGHT if text == item else Mark.WRONG)
        for text, item in zip(given, items, strict=True)
    )
    off = [at for at, part in enumerate(parts) if part.mark is not Mark.RIGHT]
    if not off:
        return Judged(Mark.RIGHT, f"All {len(items)} are in their places.", parts)
    first = off[0]
    is_swap = len(off) == 2 and off[1] == first + 1 and given[first] == items[first + 1]
    if is_swap and len(items) >= _LONG_ORDER:
        pair = f"{shown(items[first])} comes before {shown(items[first + 1])}"
        return Judged(Mark.NEARLY, sentence(f"Only two neighbours are swapped: {pair}"), parts)
    fits = {0: "Place", 1: "The first fits; place"}.get(first, f"The first {first} fit; place")
    where = f" {first + 1} is for {shown(items[first])}, not {shown(given[first])}"
    return Judged(Mark.WRONG, sentence(fits + where), parts)


def judge_match(reply: Reply, answer: MatchAnswer) -> Judged:
    """Judge the right sides given for the left sides; two lefts may share a right."""
    rights = [right for _, right in answer.pairs]
    given = tuple(located(text, rights) or text for text in reply)
    parts = tuple(
        Part(text, right, Mark.RIGHT if text == right else Mark.WRONG)
        for text, right in zip(given, rights, strict=True)
    )
    off = [at for at, part in enumerate(parts) if part.mark is not Mark.RIGHT]
    if not off:
        return Judged(Mark.RIGHT, f"All {len(parts)} pairs fit.", parts)
    left, right = answer.pairs[off[0]]
    pair = sentence(f"{shown(left)} goes with {shown(right)}")
    return Judged(Mark.WRONG, f"{len(parts) - len(off)} of {len(parts)}; {pair}", parts)


def judge_gaps(
    reply: Reply, answer: GapAnswer, spellings: tuple[str, ...], known: frozenset[str]
) -> Judged:
    """Judge each gap like a typed text; the sentence is as good as its worst gap."""
    accept = dict(answer.accept)
    judged = []
    for text, gap in zip(reply, answer.gaps, strict=True):
        others = tuple(other for other in answer.gaps if fit_without_slips(other, gap) == NO_FIT)
        target = Target(gap, accept.get(gap, ()), spellings, others, known)
        judged.append(judge(text, target) if text.strip() else Judged(Mark.WRONG, ""))
    parts = tuple(
        Part(text, gap, each.mark)
        for text, gap, each in zip(reply, answer.gaps, judged, strict=True)
    )
    marks = [each.mark for each in judged]
    if Mark.WRONG in marks:
        return Judged(Mark.WRONG, _gap_reason(parts), parts)
    if Mark.NEARLY in marks:
        slips = [each.reason for each in judged if each.mark is Mark.NEARLY]
        return Judged(Mark.NEARLY, slips[0], parts)
    return Judged(Mark.RIGHT, sentence(listing(answer.gaps)), parts)


def _fitting(
    named: Sequence[str], targets: Sequence[Target]
) -> tuple[list[list[int]], list[list[int]]]:
    """For each named text the places it is right for, and those it is a slip away from."""
    firm: list[list[int]] = []
    loose: list[list[int]] = []
    for text in named:
        rival, _ = best_fit(text, targets[0].rivals, targets[0])
        fits = [best_fit(text, texts_of(target), target)[0] for target in targets]
        good = [at for at, fit in enumerate(fits) if fit > rival]
        firm.append([at for at in good if fits[at].closeness >= Closeness.FORGIVEN])
        slips = sorted((-fits[at].spared, at) for at in good)
        loose.append([] if firm[-1] else [at for _, at in slips if _is_slip(text, targets[at])])
    return firm, loose


def _is_slip(text: str, target: Target) -> bool:
    return judge(text, target).mark is Mark.NEARLY


def _assigned(places_of: Sequence[Sequence[int]], matched: dict[int, int]) -> dict[int, int]:
    """`matched` (place to text) with as many further texts as can get a place of their own."""
    result = dict(matched)

    def settle(at: int, seen: set[int]) -> bool:
        for place in places_of[at]:
            if place not in seen:
                seen.add(place)
                if place not in result or settle(result[place], seen):
                    result[place] = at
                    return True
        return False

    for at in range(len(places_of)):
        if places_of[at] and at not in result.values():
            settle(at, set())
    return result


def _accepted(
    named: Sequence[str],
    foreign: Sequence[int],
    matched: dict[int, int],
    size: int,
    spellings: tuple[str, ...],
) -> set[int]:
    """Give the learner's own spellings the places still free; say which texts those were."""
    accepted: set[int] = set()
    for at in foreign:
        free = next((place for place in range(size) if place not in matched), None)
        if free is not None and located(named[at], spellings) is not None:
            matched[free] = at
            accepted.add(at)
    return accepted


def _item_part(
    item: str,
    named: Sequence[str],
    at: int | None,
    place: int,
    firm: Sequence[Sequence[int]],
    accepted: set[int],
) -> Part:
    if at is None:
        return Part("", item, Mark.WRONG)
    is_right = place in firm[at] or at in accepted
    return Part(named[at], item, Mark.RIGHT if is_right else Mark.NEARLY)


def _named_judged(answer: SetAnswer, parts: tuple[Part, ...], repeated: Sequence[str]) -> Judged:
    missing = [part.expected for part in parts if not part.given]
    foreign = [part.given for part in parts if not part.expected]
    slips = [part for part in parts if part.mark is Mark.NEARLY]
    is_near = not foreign and len(missing) == 1 and len(answer.items) >= _MANY
    if foreign or (missing and not is_near):
        mark = Mark.WRONG
    else:
        mark = Mark.NEARLY if slips or missing else Mark.RIGHT
    more = [f'it is spelled "{shown(part.expected)}"' for part in slips[:2]]
    more += [f"{shown(text)} was named twice" for text in dict.fromkeys(repeated)][:2]
    return Judged(mark, _set_reason(answer.items, missing, foreign, more), parts)


def _set_reason(
    items: Sequence[str], missing: Sequence[str], foreign: Sequence[str], more: Sequence[str] = ()
) -> str:
    """One sentence such as "4 of 5; missing Iran; Mongolia does not belong." """
    if missing or foreign:
        count = f"{len(items) - len(missing)} of {len(items)}"
    else:
        count = listing(items) if len(items) <= 3 else f"All {len(items)}"
    pieces = [count]
    if missing:
        pieces.append(f"missing {listing(missing)}")
    if foreign:
        pieces.append(f"{listing(foreign)} {'does' if len(foreign) == 1 else 'do'} not belong")
    return sentence("; ".join((*pieces, *more)))


def _gap_reason(parts: Sequence[Part]) -> str:
    wrong = [at for at, part in enumerate(parts) if part.mark is Mark.WRONG]
    part = parts[wrong[0]]
    given = f", not {shown(part.given)}" if part.given.strip(" ?") else ""
    if len(parts) == 1:
        return sentence(f"The gap is for {shown(part.expected)}{given}")
    count = f"{len(parts) - len(wrong)} of {len(parts)}"
    return sentence(f"{count}; gap {wrong[0] + 1} is for {shown(part.expected)}{given}")
