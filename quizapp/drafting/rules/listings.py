"""Questions on lists: what belongs to something, where a sentence lists it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.drafting.grammar.figures import COUNT, find_figures
from quizapp.drafting.ideas import Idea, View, lowered, tidy
from quizapp.drafting.named import gazetteer
from quizapp.drafting.named.names import COUNTRY
from quizapp.drafting.text.article import Sentence

_ITEM = r"[A-Za-z][\w'.&-]*(?:\s[A-Za-z][\w'.&-]*){0,3}"
_LIST = rf"{_ITEM}(?:,\s{_ITEM}){{1,12}},?\s(?:and|or)\s{_ITEM}|{_ITEM}(?:,\s{_ITEM}){{2,14}}"
_PAREN = re.compile(rf"(?P<head>[^,;:()]{{3,90}}?)\s\((?:including\s)?(?P<list>{_LIST})\)")
_VERBS = "brings together|brought together|consists of|comprises|is made up of|includes|included"
_BRINGS = re.compile(_VERBS)
_TOGETHER = re.compile(
    rf"(?P<head>[^,;:()\"]{{3,80}}?),?\s(?:which\s)?(?P<verb>{_VERBS})\s(?P<list>{_LIST})(?=[.,;]|$)"
)
_QUOTED_HEAD = re.compile(r"\"([^\"]{3,60})\"$")


def list_ideas(view: View, sentence: Sentence) -> Iterator[Idea]:
    """What belongs to what `sentence` lists the parts of."""
    text = sentence.text
    for match in _PAREN.finditer(text) if "(" in text else ():
        head = match["head"].strip()
        items = _items(match["list"])
        ask, worth = _ask_parenthesis(view, sentence, match, head, items)
        if ask:
            yield _idea(sentence, ask, items, match, worth)
    for match in _TOGETHER.finditer(text) if _BRINGS.search(text) else ():
        items = _items(match["list"])
        names = [one for one in items if one[0].isupper()]
        if len(names) >= 3:
            yield from _together(view, sentence, match, tuple(items))


def _items(text: str) -> tuple[str, ...]:
    parts = re.split(r",\s(?:and\s|or\s)?|\s(?:and|or)\s", text)
    return tuple(part.strip() for part in parts if part.strip())


def _ask_parenthesis(
    view: View, sentence: Sentence, match: re.Match[str], head: str, items: tuple[str, ...]
) -> tuple[str, float]:
    plural = _kind_of(items)
    if quoted := _QUOTED_HEAD.search(head):
        return f'What is meant by "{quoted[1]}"? Name all {_count(items)}.', 0.7
    figures = [
        one for one in find_figures(head) if one.kind == COUNT and one.noun_end >= len(head) - 1
    ]
    start = sentence.start + match.start("head")
    before = figures[-1].start if figures else len(head)
    owner = [one for one in view.names_in(sentence) if one.end <= start + before]
    if figures and figures[-1].value == len(items) and owner:
        counted = f"{figures[-1].text} {figures[-1].noun}"
        whose = view.the(owner[-1].text)
        return f"Which were the {counted} of {whose}{view.as_of}?", 0.9
    last = owner[-1] if owner else None
    if last and last.end == start + len(head) and plural:
        return f"Which {plural} belonged to {view.the(last.text)}{view.as_of}?", 0.85
    return "", 0.0


def _count(items: tuple[str, ...]) -> str:
    words = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    return words[len(items)] if len(items) < len(words) else str(len(items))


def _kind_of(items: tuple[str, ...]) -> str:
    return "countries" if all(gazetteer.country(item) for item in items) else ""


def _together(
    view: View, sentence: Sentence, match: re.Match[str], items: tuple[str, ...]
) -> Iterator[Idea]:
    head = match["head"].split(",")[-1].strip()
    names = [
        one
        for one in view.names_in(sentence)
        if one.start >= sentence.start + match.start("head")
        and one.end <= sentence.start + match.end("head")
    ]
    if re.match(r"(?:this|that|it|these|which)\b", head, re.IGNORECASE) or not head:
        return
    doubts = (("several-answers", "the list may leave some out"),)
    listed = f"as the article lists them{view.in_month}"
    ask = f"Which of these does {lowered(head)} bring together, {listed}?"
    if match["verb"] not in ("brings together", "brought together"):
        ask = f"What does {lowered(head)} include, {listed}?"
    yield _idea(sentence, ask, items, match, 0.45 if names else 0.35, doubts)


def _idea(
    sentence: Sentence,
    ask: str,
    items: tuple[str, ...],
    match: re.Match[str],
    worth: float,
    doubts: tuple[tuple[str, str], ...] = (),
) -> Idea:
    return Idea(
        "list",
        tidy(ask),
        tuple(tidy(item) for item in items),
        COUNTRY if _kind_of(items) else "list",
        sentence,
        sentence.start + match.start("list"),
        sentence.start + match.end("list"),
        changes=not ask.startswith("What is meant"),
        doubts=doubts,
        worth=worth,
    )
