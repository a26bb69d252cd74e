"""Questions on quotations: who said it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.drafting.doubting.pointing import pointed_at
from quizapp.drafting.grammar.speech import Quotation, quotations
from quizapp.drafting.grammar.words import LITTLE
from quizapp.drafting.ideas import Idea, View
from quizapp.drafting.named.gazetteer import things
from quizapp.drafting.named.names import PERSON, Name
from quizapp.drafting.text.article import Sentence

_LONGEST = 20
_FEWEST = 5
_NEGATED = re.compile(
    r"(?:\bnot|n't|\bnever|\bno|\bdenied|\brejected|\bwithout)\b(?:\s+\S+){0,4}\s*$"
)
_BREAK = re.compile(r"[,;:.!?\u2013](?=\s)|\s(?=(?:and|but|because|which|that|when|while|if)\s)")
_WEAK = re.compile(
    r"^(?:i|it|it's|he's|she's|there's|this|that|they|he|she|and|but|so|i agree|yes|no)\b",
    re.IGNORECASE,
)


def quote_ideas(view: View, sentence: Sentence) -> Iterator[Idea]:
    """Who said what stands in quotation marks in `sentence`."""
    for quote in quotations(view, sentence):
        if quote.partial and _NEGATED.search(sentence.text[: quote.start - 1]):
            continue
        if quote.speaker is not None and _reports(quote.speaker):
            continue
        if quote.speaker is not None and len(quote.text.split()) >= _FEWEST:
            yield _idea(view, sentence, quote, quote.speaker)


def _reports(speaker: Name) -> bool:
    """True for a newspaper and its kind, which hand on the words of somebody else."""
    known = things().get(speaker.text)
    return known is not None and known[0] == "news organisation"


def _idea(view: View, sentence: Sentence, quote: Quotation, speaker: Name) -> Idea:
    who = view.names.whole(speaker)
    words = shortened(quote.text)
    when = view.safe_month
    is_person = speaker.kind == PERSON
    described = _described(sentence, speaker) if is_person and not quote.resolved else ("Who", "")
    asked, office = described if is_person else ("Which organisation", "")
    if quote.partial:
        ask = f'{asked} used the words "{words}"{when}{office}?'
    else:
        ask = f'{asked} said{when}{office}: "{words}"?'
    doubts = [("resolved", f"{who}: a pronoun stands in the sentence")] if quote.resolved else []
    doubts += _of_words(words, partial=quote.partial)
    span = (quote.start, quote.end) if quote.resolved else (0, 0)
    start, end = speaker.start, speaker.end
    if quote.resolved:
        start, end = sentence.start + span[0], sentence.start + span[1]
    return Idea(
        "quote",
        ask,
        who,
        speaker.kind,
        sentence,
        start,
        end,
        said_by=who,
        why=f"These are the words of {who}.",
        accept=_accept(who, is_person),
        doubts=tuple(doubts),
        worth=_worth(words, quote) - (0 if _is_known(view, speaker) else 0.12),
    )


_WHERE = r"\s(?:of|at|from)\s(?:the\s)?[A-Z][^,.;:\"]{2,50}?"
_WHAT = r",\s(?:an?|the|one\sof)\s[^,;:\"]{3,70}|,\s[A-Z][^,;:\"]{2,30}'s\s[^,;:\"]{3,50}"
_DESCRIBED = re.compile(
    rf"(?P<where>{_WHERE})?(?P<what>{_WHAT})?(?=,|\.?$|\s(?:said|told|says|added|wrote)\b)"
)
_MOST = 12


def _described(sentence: Sentence, speaker: Name) -> tuple[str, str]:
    """What asks for a speaker by what the sentence says of them behind the name.

    "Which professor at Curtin"; or "Who", and ", as leader of the search of Cook," for behind
    the verb. An office that names nothing tells nothing: "the leader".
    """
    match = _DESCRIBED.match(sentence.text, speaker.end - sentence.start)
    where, what = (
        (part.strip(" ,.") if part else "" for part in match.groups()) if match else ("", "")
    )
    if len(f"{where} {what}".split()) > _MOST or _POINTS.search(f"{where} {what}"):
        return "Who", ""
    if is_kind := _KIND.match(what):
        return f"Which {what[is_kind.end() :]}{' ' if where else ''}{where}", ""
    if (office := _OFFICE.match(what)) and not where:
        return "Who", f", as {office[1] or office[2]}"
    return f"Who{' ' if where else ''}{where}", ""


_KIND = re.compile(r"an?\s(?!(?:few|former)\b)")
_OFFICE = re.compile(
    r"the\s([a-z][\w\s-]*\s(?:of|at|for)\s(?:the\s)?[A-Z].*)$|([A-Z][\w.&-]*'s\s[a-z][\w\s-]+)$"
)
_POINTS = re.compile(r"\b(?:he|she|his|her|their|its|this|that|which|who|said|last|year)\b|\d")


def _of_words(words: str, *, partial: bool) -> list[tuple[str, str]]:
    """What is doubtful in the words quoted: cut before their point, or about something unnamed."""
    doubts = []
    head = words.removesuffix(" \u2026")
    if head != words and len(head.split()) >= _LONGEST - 4:
        doubts.append(("garbled", "the quotation is cut off"))
    elif partial and _VERB_FIRST.match(words):
        doubts.append(("garbled", "the quotation has no subject"))
    if match := _TODAY.search(words):
        doubts.append(("relative-time", match[0]))
    if found := pointed_at(words) or _unnamed(words):
        doubts.append(("vague", found))
    return doubts


def _unnamed(words: str) -> str:
    is_named = re.search(r"(?<!^)\b[A-Z][a-z]", words) is not None
    return "" if is_named else "say on what occasion"


_VERB_FIRST = re.compile(r"(?:is|are|was|were|has|have|had|will|would|can|could)\b")
_TODAY = re.compile(
    r"\b(?:today|tomorrow|yesterday|tonight|now|currently|recently)\b", re.IGNORECASE
)


def _is_known(view: View, name: Name) -> bool:
    """True for a speaker whom the article names more than once, or with an office."""
    whole = view.names.whole(name)
    return bool(name.title) or view.names.counts.get(whole, 0) > 1


def _worth(words: str, quote: Quotation) -> float:
    worth = 0.72
    if quote.resolved:
        worth -= 0.25
    if _WEAK.match(words):
        worth -= 0.15
    if words.endswith("\u2026"):
        worth -= 0.06
    return worth - (0.08 if len(words.split()) < 7 else 0)


def _accept(who: str, is_person: bool) -> tuple[str, ...]:
    parts = who.split()
    return (parts[-1],) if is_person and len(parts) > 1 else ()


def shortened(text: str) -> str:
    """At most so many words of a quotation as may stand in a question, cut where it pauses."""
    text = " ".join(text.split()).strip(" ,")
    head = text.split("[", 1)[0].rstrip(" ,")
    if head != text and len(head.split()) >= _FEWEST:
        text = f"{head} \u2026"
    if len(text.split()) <= _LONGEST:
        return text.rstrip(".")
    cuts = [match.start() for match in _BREAK.finditer(text)]
    fit = [cut for cut in cuts if 6 <= len(text[:cut].split()) <= _LONGEST]
    if fit:
        cut = _whole(text[: fit[-1]])
        return cut if text[fit[-1]] in ".!?" else f"{cut} \u2026"
    return f"{_whole(' '.join(text.split()[: _LONGEST - 1]))} \u2026"


def _whole(text: str) -> str:
    """`text` without little words at its end, which wait for more."""
    words = text.rstrip(" ,;:.\u2013-").split()
    while len(words) > 5 and words[-1].lower() in LITTLE:
        words.pop()
    return " ".join(words).rstrip(" ,;:")
