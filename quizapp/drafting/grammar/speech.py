"""Who says what in a sentence: reports without quotation marks, and quotations."""

from __future__ import annotations

import re
from typing import NamedTuple

from quizapp.drafting.grammar.words import FIRST_NAMES, LITTLE, REPORTING, listed
from quizapp.drafting.ideas import View, lowered
from quizapp.drafting.named.names import ORG, PERSON, Name
from quizapp.drafting.text.article import Sentence

_SAY = rf"(?:{'|'.join(sorted(REPORTING - {'asked', 'asks', 'pointed'}))})"
_FIRST_SAY = rf"(?:{'|'.join(sorted(REPORTING - {'asked', 'asks', 'pointed', 'told', 'tells'}))})"
_TOLD = (
    r"(?:said|says|told|added|insisted|explained|noted|warned|argued|stressed|wrote|recalled"
    r"|tweeted|concluded|continued|commented|declared|acknowledged|admitted)"
)
_FOUND = rf"(?:{_SAY}|estimates|estimated|found|reported|finds|reports)(?=\s+that\b)"
_HOLD = r"(?:believe|think|reckon|fear|hope|expect|estimate)(?:s|ed)?|thought|felt|feels"
_WHEN = r"(?:\s+(?:on|late|early|last|in|at|during|to|by|via|as|after)\b[^\"]{0,80})?"
_BELONGS = "(?:of|at|for|to|in|from|with)"
_NOBODY = "and|but|who|which|although|with|to|in|on|at|that"
_WHO = rf"(?P<who>(?!(?:{_NOBODY})\b)[A-Za-z][^,;:\"]{{0,90}}?)"
_BEHIND = (
    re.compile(
        rf",?\s*(?:,|\u2013|--)\s*{_WHO}(?:,[^,\"]{{3,60}},)?\s+(?:has\s+|have\s+|had\s+)?(?:{_SAY}|{_HOLD})"
        rf"{_WHEN}(?:,\s+[a-z]+ing\s[^\"]*)?\s*\.?$"
    ),
    re.compile(rf",\s*(?:has\s+)?{_SAY}\s+{_WHO}(?:,[^\"]{{3,90}})?\s*\.?$"),
    re.compile(r",?\s+according\s+to\s+(?P<who>[^,;:\"]{2,90}?)(?:,[^\"]{0,60})?\s*\.?$"),
)
_TO_WHOM = (
    r"[A-Z]\w+|reporters|journalists|local television|aides|investigators|police|detectives"
    r"|officers|lawmakers|the court|the [A-Z]\w+(?:\s[A-Z]\w+){0,3}"
)
_BEGINS = (
    r"the|a|an|it|its|he|she|they|there|this|these|some|all|at least|more than|about|around|\d"
    r"|[A-Z][\w.]|[a-z]+s\b"
)
_NAMELESS = (
    r"(?:The|A)\s(?:researchers|scientists|study|report|survey|authors|company|ministry|government"
    r"|team|agency|police|officials|analysts|economists|poll|inquiry|investigators)"
)
_FRONT = (
    re.compile(r"According\s+to\s+(?P<who>[^,;:\"]{2,80}),\s+"),
    re.compile(
        rf"(?P<who>{_NAMELESS}|(?:The\s+|An?\s+)?[A-Z][^,;:\"]{{1,80}}?)(?:,[^,\"]{{3,70}},)?\s+"
        rf"(?:(?:has|have|had)\s+)?(?:{_TOLD}\b|{_FOUND})(?:\s+(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?"
        rf"(?:\s+(?:{_TO_WHOM}))?(?:\s+in\s+an?\s+(?:statement|interview|e-?mail|report|post))?"
        rf"(?:\s+that\s+|\s+(?=(?:{_BEGINS})))"
    ),
)
_WOMEN = listed(
    """Abigail Alexandra Alice Alison Amanda Amy Ana Andrea Angela Anita Anna Anne Ashley Barbara
    Carla Carol Caroline Catherine Cathy Charlotte Christina Christine Claire Clare Claudia
    Cristina Daniela Deborah Diana Diane Dilma Donna Doris Elena Elizabeth Ellen Emily Emma Eva
    Fatima Fiona Frances Francesca Georgia Grace Hannah Heather Helen Helena Ingrid Isabel Jane
    Janet Jennifer Jenny Jessica Jill Joan Joyce Judith Judy Julia Julie Karen Kate Katherine
    Kathleen Kathryn Kathy Kristin Laura Lauren Leslie Linda Lisa Louise Lucy Lynn Margaret Maria
    Marie Marion Marisa Marlene Martha Mary Megan Melanie Melissa Michelle Nancy Naomi Natalie
    Natasha Nicole Olga Pamela Patricia Paula Pauline Petra Rachel Rebecca Renee Rosa Rose Ruth
    Sabine Sally Samantha Sandra Sara Sarah Sharon Sheila Sofia Sonia Sophia Sophie Stella
    Stephanie Sue Susan Suzanne Svetlana Sylvia Tara Teresa Theresa Tina Tracy Ursula Valerie
    Vanessa Vera Veronica Vicky Victoria Vivian Wendy Yasmin Yvonne Zoe"""
)
_PASTS = listed("began came went took made held gave became met left arrived started joined")
_HIS, _HERS = listed("Mr Sir Lord King Prince"), listed("Mrs Ms Miss Lady Dame Queen Princess")
_ARTICLES = frozenset(("the", "a", "an", "some", "many", "most", "several", "one", "two", "three"))
_ON_A_DAY = re.compile(r"(?:on|late on|early on)\s+\w+day\s+")
_PRONOUN = frozenset(("he", "she", "it", "they", "I", "we", "one"))


_VERBAL = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|that|and is|but|while)\b")


class Report(NamedTuple):
    """Where the reported part of a sentence lies, and who reports it; `who` "" for nobody.

    `unsure` tells that the speaker is a pronoun, so that nobody can be named.
    """

    start: int
    end: int
    who: str
    unsure: bool = False


class Quotation(NamedTuple):
    """A quotation in a sentence, without its marks, and its speaker where one is named."""

    start: int
    end: int
    text: str
    speaker: Name | None
    resolved: bool
    partial: bool


def report(text: str) -> Report:
    """The reported part of `text`; the whole of it where nobody reports."""
    for pattern in _BEHIND:
        match = pattern.search(text)
        before = text[: match.start()] if match else ""
        if match and before.count("(") != before.count(")"):
            continue
        if match and match.start() > 15 and before.count('"') % 2 == 0:
            return Report(0, match.start(), *_who(match["who"]))
    for pattern in _FRONT:
        match = pattern.match(text)
        if match and '"' not in match[0]:
            return Report(match.end(), len(text.rstrip(" .")), *_who(match["who"]))
    return Report(0, len(text.rstrip(" .!")), "")


def _who(text: str) -> tuple[str, bool]:
    who = _ON_A_DAY.sub("", " ".join(text.split()).removeprefix("as "))
    first = who.split(" ")[0]
    if not who or first.lower() in LITTLE - _ARTICLES or re.search(r"[()\d]", first + who[-1]):
        # "From its name in Spanish" says nothing.
        return "", True
    if who.lower() in _PRONOUN or first.lower() in ("he", "she", "they", "it"):
        return "", True
    if any(word in _PASTS for word in who.split()):
        return "", True
    if len(who.split()) > 9 or who.split()[-1] in LITTLE or _VERBAL.search(who):
        return "", True
    return lowered(who), False


def quotations(view: View, sentence: Sentence) -> list[Quotation]:
    """The quotations of a sentence with their speakers."""
    text = sentence.text
    marks = [match.start() for match in re.finditer('"', text)]
    if not marks or len(marks) % 2:
        return []
    pairs = list(zip(marks[::2], marks[1::2], strict=True))
    outside = _outside(text, pairs)
    speaker, resolved = _speaker(view, sentence, outside)
    return [
        Quotation(
            start + 1,
            end,
            text[start + 1 : end].strip(" ,"),
            speaker,
            resolved,
            _is_partial(text, start),
        )
        for start, end in pairs
    ]


def _outside(text: str, pairs: list[tuple[int, int]]) -> str:
    """`text` with blanks in place of its quotations."""
    for start, end in pairs:
        text = f"{text[:start]}{' ' * (end + 1 - start)}{text[end + 1 :]}"
    return text


def _is_partial(text: str, start: int) -> bool:
    before = text[:start].rstrip()
    opens = text[start + 1 : start + 2].isupper()
    return not opens or not (
        not before or before[-1] in ",:.\u2013" or before.split()[-1] in REPORTING
    )


def _speaker(view: View, sentence: Sentence, outside: str) -> tuple[Name | None, bool]:
    names = [
        one
        for one in view.names_in(sentence)
        if outside[one.start - sentence.start : one.end - sentence.start].strip()
    ]
    for name in names:
        if name.kind in (PERSON, ORG) and _speaks(outside, name, sentence):
            return name, False
    pronoun = re.search(
        rf"\b(?:he|she)\s+(?:also\s+|later\s+|then\s+)?{_SAY}\b|{_SAY}\s+(?:he|she)\b",
        outside,
        re.IGNORECASE,
    )
    if pronoun and not names:
        return earlier(view, sentence, is_she="she" in pronoun[0].lower().split()), True
    return None, False


def _speaks(outside: str, name: Name, sentence: Sentence) -> bool:
    """True where a name stands as the speaker of what is quoted, `outside` without quotations."""
    start, end = name.start - sentence.start, name.end - sentence.start
    after, before = outside[end:], outside[:start]
    said = rf"(?:\s+on\s+\w+day)?(?:\s+also|\s+later)?\s+{_TOLD}\b"
    aside = r"(?:\s*\([^)]{1,40}\))?"
    behind = rf"{aside}(?:{said}|\s*,[^,]{{3,110}},{said}|\s*,[^,]{{3,110}}\s(?:told|said)\b)"
    if re.match(behind, after):
        # "Jones said Smith said": only who speaks first is sure.
        return not re.search(rf"\b(?:{_TOLD}|{_BELONGS})\s+(?:that\s+)?(?:the\s+)?$", before)
    if name.kind == ORG:
        return False
    # "said the Kremlin spokesman, Dmitri Peskov": nobody else may stand before the verb, and what
    # stands between must be a description.
    turned = rf"(?:^|,\s*|\s\s){_FIRST_SAY}\s+(?:the\s+|an?\s+)?(?:[\w'.-]+\s+){{0,6}}(?:,\s*)?$"
    is_turned = re.search(turned, before) is not None
    return is_turned and not re.search(rf"\b{_BELONGS}\s+(?:the\s+)?$", before)


def earlier(view: View, sentence: Sentence, *, is_she: bool) -> Name | None:
    """The one person whom the sentence before names, in the same or the preceding paragraph."""
    if not sentence.number:
        return None
    former = view.article.sentences[sentence.number - 1]
    pronoun = "She " if is_she else "He "
    for _ in range(_BACK):
        if not (former.text.startswith(pronoun) and former.number and not _people(view, former)):
            break
        former = view.article.sentences[former.number - 1]
    people = _people(view, former)
    near = former.paragraph >= sentence.paragraph - 1
    if not near or len(people) != 1:
        return None
    ((whole, name),) = people.items()
    return name if may_be(view, whole, is_she=is_she) else None


def may_be(view: View, whole: str, *, is_she: bool) -> bool:
    """False where the first name or the title of a person tells that "she", or "he", is no word."""
    if is_she != (whole.split()[0] in _WOMEN) and whole.split()[0] in FIRST_NAMES:
        return False
    titles = {word.rstrip(".") for word in view.names.titles.get(whole, ())}
    return not titles & (_HIS if is_she else _HERS)


_BACK = 2
"""Over so many sentences that begin with the same pronoun it is followed back."""


def _people(view: View, sentence: Sentence) -> dict[str, Name]:
    return {view.names.whole(one): one for one in view.names_in(sentence) if one.kind == PERSON}
