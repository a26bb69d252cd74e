"""Signs that a finished question is broken English: words lost, torn apart, or left of the page."""

from __future__ import annotations

import re

from quizapp.drafting.doubting.signs import first_sign, signs
from quizapp.drafting.grammar.words import LITTLE, verbs
from quizapp.drafting.ideas import View
from quizapp.drafting.named.names import ORG, PERSON

_REMAINS = ("|", "\u203a", "\u2026\u2013", "\u2026-", "according to on ", "according to in ")
_NAMES = r"[A-Z][\w\u2019-]+(?: [A-Z][\w\u2019-]+)*"
_BROKEN = signs(
    (
        "was were is are did does has had have",
        r"\b(?:until|since|from|with|by|of|for|into) (?:was|were|is|are|did|does|has|had|have)\b",
    ),
    ("entire the", r"\b[Tt]he (?:entire of|the|a|an)\b"),
    ("on", r"\b(?:operated|insisted|relied|focused|depended|embarked) on \d{1,2} [A-Z]"),
    ("new", r"\bnew (?:Jersey|York|Mexico|Zealand|Delhi|Orleans|Hampshire)\b"),
    ("more fewer less", r"^In (?:more|fewer|less) than (?:what|how)\b"),
    (
        "whose",
        r"^Whose [a-z ]+ (?:found|made|built|held|seen|shot) (?:at|in|on|by|after)\b",
    ),
    ("to", r"^To how (?:much|many) did [^?]* \d[\d.]* ?(?:%|per ?cent)"),
    (
        "the a an it he she they this these those there but and when if why how what",
        (
            r"[a-z,] (?:The|A|An|It|He|She|They|This|These|Those|There|But|And|When|If|Why|How"
            r"|What) (?=[a-z])"
        ),
    ),
    (
        "how which what",
        (
            r"^(?:Did|Does|Do|Was|Were|Is|Are|Has|Had|Have|Will)\b[^?\u2026]*"
            r"\b(?:how (?:many|much)|which|what)\b"
        ),
    ),
    ("how", r"[a-z] (?:who|which) (?:had |has |have )?[a-z]+ how (?:many|much)\b"),
    ("which whom", rf"\b(?:at|in|on|by|for|to|with|of) (?:which|whom) {_NAMES}\?$"),
    (
        "early late far long soon many much few little high low",
        r"\bas (?:early|late|far|long|soon|many|much|few|little|high|low)[?.]$",
    ),
    ("be", r"\b(?:of|for|from|by|with|in|at|on) be\b"),
    (
        "and how which what who",
        (
            r"\b(?:[Hh]ow (?:many|much)|which|what)\b[^?]*, and "
            r"(?:its|the|their|they|it|he|she|some|many)\s[^?]*\b[a-z]{2,}\?$"
        ),
    ),
    (
        "when year",
        (
            r"^(?:When|[Ii]n which year) (?:was|were|did) (?:(?!\b(?:after|before|since|until|than"
            r"|who|that|which|from|between)\b)[^,?])*\b[io]n (?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4}\b"
        ),
    ),
    ("\u2026", r"^\u201c\u201d,? \u2026, [^,]*\.$"),
    ("has have had is are was were", rf"^{_NAMES}, (?:has|have|had|is|are|was|were) [a-z\u2026]"),
    (
        "after before when while although because once",
        r"^(?:After|Before|When|While|Although|Because|Once)\b[^,?]* that [^,?]*\.$",
    ),
)
_GLUED = r"\u2026\.[a-z]|\d- [A-Z]"
_TWO_QUESTIONS = r"\b(?:how|which|what|who)\b[^?;]*;[^?]*\?$"
_SUBJECT = re.compile(r"\b(?:did|does|do|had|may|can) (?P<word>[A-Z][a-z]+) (?=[a-z])")
_TWO_TENSES = r"^Who (?P<verb>[a-z]+) [^?]*\band (?:is|are|has|have)\b"
_CUT_AFTER = re.compile(
    r"\b(?:day|week|month|year|hour|minute)s? (?:after|before) (?:the )?"
    rf"(?P<name>{_NAMES}(?: of {_NAMES})?)[?.]$"
)
_SHOWN = 40


def broken(plain: str, words: frozenset[str], view: View) -> str:
    """What is broken in a question on an article, without its quotations; or ""."""
    if remains := next((one for one in _REMAINS if one in plain), ""):
        return remains.strip()
    if (
        plain[:4].isalpha()
        and plain[:4].isupper()
        and re.match(r"[A-Z ,a-z]+ (?:\u2013|--?) ", plain)
    ):
        return plain.split(" ", 1)[0]
    if "\u2026." in plain[:-1] or "- " in plain:
        found = re.search(_GLUED, plain)
    else:
        found = re.search(_TWO_QUESTIONS, plain) if ";" in plain else None
    if found:
        return found[0][-_SHOWN:]
    about = first_sign(_BROKEN, plain, words)[:_SHOWN]
    return about or _cut_after(plain, view) or _capital_subject(plain, view) or _two_tenses(plain)


def _cut_after(plain: str, view: View) -> str:
    """Somebody whose deed is lost: "three weeks after the World Bank?"."""
    match = _CUT_AFTER.search(plain)
    if match is None:
        return ""
    kinds = view.names.kinds
    is_somebody = any(match["name"] in kinds.get(kind, ()) for kind in (PERSON, ORG))
    return match[0] if is_somebody else ""


def _capital_subject(plain: str, view: View) -> str:
    """A common word that kept the capital of the sentence it began."""
    for match in _SUBJECT.finditer(plain):
        word = match["word"].lower()
        names = view.names
        is_name = match["word"] in names.counts or match["word"] in names.last_words
        is_name = is_name or match["word"] in view.article.headline.split()
        if word in LITTLE or not is_name:
            return match[0].strip()
    return ""


def _two_tenses(plain: str) -> str:
    """What is told of the past and, of the same subject, of the present."""
    match = re.match(_TWO_TENSES, plain) if plain.startswith("Who ") else None
    forms = verbs().get(match["verb"]) if match else None
    if match is None or forms is None or match["verb"] in (forms.base, forms.third):
        return ""
    return f"{match['verb']} ... and is"
