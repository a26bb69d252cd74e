"""What of a sentence can stand as a whole statement, for a gap to be put into it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizapp.drafting.grammar.clauses import FRONT, find_clauses, has_verb
from quizapp.drafting.grammar.speech import report
from quizapp.drafting.grammar.verb_groups import AUXILIARIES
from quizapp.drafting.grammar.words import LITTLE, PRONOUNS, bases, verbs
from quizapp.drafting.ideas import View
from quizapp.drafting.text.article import Sentence
from quizapp.drafting.text.remains import is_source

MOST = 28
"""So many words of a statement are read at once."""
_UTMOST = 34
"""So many where nothing can be cut off."""
_FEWEST = 6
_FEWEST_LEFT = 8
_CUTS = re.compile(
    r";\s|\s\u2013\s|:\s(?=[a-z])|,\s(?=(?:and|but|which|who|whose|where|while|although|though"
    r"|because|as|with|after|so|since|saying|adding|in (?:what|a)|or|the|an?|\w+ing)\b)"
    r"|\s(?=(?:because|although|while|whereas)\b)"
)
_NEXT = re.compile(
    r"(?:;|,\s(?:and|but|while)|\s\u2013)\s(?=(?:the|an?|its|his|her|their|it|they|he|she|about|\d\S*"
    r"|more|two|three|some|[A-Z]\S*)\s)"
)
"""Behind these another clause with a subject of its own may begin."""
_DESCRIBED = re.compile(
    r"(?:the|an?|its|[A-Z]\w+'s|[a-z]+)\s[^,\"]{3,70},\s+(?=[\w\"$])"
    r"|[A-Z][\w.]+\s[A-Z][\w.-]+(?:\s[A-Z][\w.-]+)?,\s+(?=[\w\"$])"
)
"""What tells of the one who reports: "according to Kant, India's chief negotiator, it"."""
_SPEAKER_ON = re.compile(
    r"\b(?:will|would|can|could)\b.*?(?P<and>\s(?:and|but)\s)(?P<verb>[a-z]+s)\b"
)
_ORDER = re.compile(
    r"(?:Imagine|Consider|Remember|Suppose|Think|Take|Look|Let|Meet|Try|See|Read|Watch|Ask|Tell|Find"
    r"|Make|Keep|Use|Check|Do|Don't|Click)\s"
)
_BEHIND_COMMA = frozenset(
    (
        *("Although", "Though", "While", "Because", "When", "If", "As", "After", "Before"),
        *("Since", "Despite", "Once", "Unlike", "Given"),
    )
)
"""What begins so says nothing before its first comma."""
_OPEN_THAT = re.compile(r"\bthat,\s[^,]*$")
"""What "said that, as they came from India" leaves open when the next comma is cut at."""
_OWN = re.compile(r"\b(?:I|I'm|I've|I'd|my|me|you|your|we're|we've)\b")
_QUOTED = re.compile(r"\"[^\"]*\"")
_OPENS = re.compile(r"[\w\"$\u20ac\u00a3]")
_CONDITION = re.compile(
    r"\b(?:if|unless|except|save for|provided|not only|whether|neither|either)\b"
)
_NEGATED = re.compile(r"\b(?:not|no|never|nobody|nothing|without)\b")
_RELATIVE = frozenset(("who", "which", "that", "whose", "whom", "where", ",", ";"))
_WORD = re.compile(r"[\w'-]+|[,;]")


class Statement(NamedTuple):
    """A statement's place in its sentence, who reports it, and whether it is a whole one's part."""

    start: int
    end: int
    who: str = ""
    cut: bool = False


def statements(view: View, sentence: Sentence) -> Iterator[Statement]:
    """The plain statements of `sentence`, each short enough to be read at once; the first first."""
    text = sentence.text
    if not is_whole(text) or sentence.inside or is_source(text) or not _OPENS.match(text):
        return
    told = report(text)
    start, end, who = (0, len(text), "") if told.unsure else told[:3]
    if front := FRONT.match(text, start):
        start = front.end()
    described = _DESCRIBED.match(text, start, end) if who and start else None
    if described and not has_verb(described[0]):
        start = described.end()
    if who and told.start and (match := _SPEAKER_ON.search(text, start, end)):
        # "Maryland estimates that it will cost ... and hopes": that is Maryland again.
        forms = verbs().get(match["verb"])
        end = match.start("and") if forms and match["verb"] == forms.third else end
    end = start + len(text[start:end].rstrip(" ,.;!"))
    if not _is_even(text[start:end]) or _ORDER.match(text, start):
        return
    if text[start:end].split(" ", 1)[0] in AUXILIARIES | {"did", "does", "do"}:
        # "So did a run of 34 wins" is turned round.
        return
    if _OWN.search(_QUOTED.sub(" ", text[start:end])):
        return
    yield from _pieces(view, text, Statement(start, end, who))


def is_whole(text: str) -> bool:
    """True for what ends as a statement does; a heading and a question do not."""
    return text.rstrip('") ')[-1:] in (".", "!")


def without_next(view: View, text: str, told: Statement, place: tuple[int, int]) -> Statement:
    """`told` without the clause of its own that follows the one with `place`, if one does."""
    for match in _NEXT.finditer(text, place[1], told.end):
        behind = text[match.end() : told.end]
        is_free = _is_even(text[told.start : match.start()]) and _is_even(behind)
        found = is_free and find_clauses(text, match.end(), told.end, view.names.last_words)
        part = told._replace(end=match.start(), cut=True)
        words = text[part.start : part.end].split()
        if found and len(words) >= _FEWEST_LEFT and _stands_alone(view, text, part):
            return part
    return told


def _pieces(view: View, text: str, whole: Statement) -> Iterator[Statement]:
    body = text[whole.start : whole.end]
    count = len(body.split())
    if count < _FEWEST or not _has_verb(body):
        return
    is_whole = count <= MOST or _CONDITION.search(body) is not None
    first = None if is_whole else _longest(view, text, whole)
    if first is not None:
        yield first
    elif count <= _UTMOST:
        yield whole
    if not is_whole and (first is not None or count > _UTMOST):
        yield from _next(view, text, whole, first.end if first is not None else whole.start)


def _next(view: View, text: str, whole: Statement, since: int) -> Iterator[Statement]:
    """What the first clause behind `since` that has a subject of its own says."""
    for match in _NEXT.finditer(text, whole.start, whole.end):
        behind = whole._replace(start=match.end(), cut=True)
        is_free = match.start() >= since and _is_even(text[: match.start()])
        found = find_clauses(text, behind.start, behind.end, view.names.last_words)
        if is_free and found and not found[0].intro:
            yield from _pieces(view, text, behind)
            return


def _longest(view: View, text: str, whole: Statement) -> Statement | None:
    """The longest part of `whole` from its front on that says something by itself."""
    for match in reversed(list(_CUTS.finditer(text, whole.start, whole.end))):
        part = whole._replace(end=match.start(), cut=True)
        words = text[part.start : part.end].split()
        if len(words) > MOST:
            continue
        if len(words) < _FEWEST_LEFT:
            return None
        is_lost = text.startswith("but", match.end()) and _NEGATED.search(" ".join(words))
        if not is_lost and not _is_list(text, match) and _stands_alone(view, text, part):
            return part
    return None


def _is_list(text: str, match: re.Match[str]) -> bool:
    """True where a cut goes through a list: "the cuts, the raises and the rest"."""
    return re.match(r"(?:and|or)\s[^,;]{1,30}(?:[,;.]|$)", text[match.end() :]) is not None


def _stands_alone(view: View, text: str, part: Statement) -> bool:
    """True where the verb of what is left comes before anything that only describes."""
    body = text[part.start : part.end]
    if not _is_even(body) or body.split()[-1].lower() in LITTLE or _OPEN_THAT.search(body):
        return False
    is_led = body.split(" ", 1)[0] in _BEHIND_COMMA
    if not is_led and find_clauses(text, part.start, part.end, view.names.last_words):
        return True
    if is_led:
        _, comma, body = body.partition(", ")
        if not comma:
            return False
    words = _WORD.findall(body)
    head = next((at for at, word in enumerate(words) if word in _RELATIVE), len(words))
    return any(word in AUXILIARIES or _is_past(word) for word in words[1:head])


def _is_past(word: str) -> bool:
    forms = verbs().get(word)
    return forms is not None and word in (forms.past, forms.third)


def _has_verb(text: str) -> bool:
    words = text.split()
    return any(word in AUXILIARIES or word in verbs() or word in bases() for word in words)


def _is_even(text: str) -> bool:
    return text.count('"') % 2 == 0 and text.count("(") == text.count(")")


def starts_weakly(text: str) -> bool:
    """True for a statement that begins with what only points back."""
    return text.split(" ", 1)[0].lower() in _WEAK


_WEAK = (
    PRONOUNS
    | {"here", "there", "what's", "it's", "that's", "then"}
    | {"her", "his", "their", "its", "our", "my"}
)
