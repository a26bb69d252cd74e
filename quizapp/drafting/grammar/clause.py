"""A plain clause and the words it is asked with; cutting a clause's rest where another begins."""

from __future__ import annotations

import re
from typing import NamedTuple

from quizapp.drafting.grammar.words import LITTLE, verbs


class Clause(NamedTuple):
    """A clause of a sentence; the places are in the sentence's text.

    `aux` is the word that stands before the subject in a question ("was", "has", "will"); "" where
    "did" or "does" does that. `verb` is the main verb as it stands; `base` the form behind "did",
    "" where it is unknown; `middle` further words in front of the verb ("been", an adverb). For
    "is" and its kind alone `verb` is "" and `aux` the verb.
    """

    subject: str
    subject_span: tuple[int, int]
    aux: str
    middle: str
    verb: str
    base: str
    present: bool
    rest: str
    rest_span: tuple[int, int]
    intro: str = ""
    passive: bool = False

    @property
    def predicate(self) -> str:
        """The words from the first verb on, without the rest."""
        return " ".join(filter(None, (self.aux, self.middle, self.verb)))

    @property
    def helper(self) -> str:
        """The word that a question puts before the subject."""
        if self.aux or not self.present:
            return self.aux or "did"
        return "do" if self.verb == self.base else "does"

    @property
    def asked(self) -> str:
        """The verb as it stands behind helper and subject."""
        return " ".join(filter(None, (self.middle, self.verb if self.aux else self.base)))


_BEHIND_COMMA = (
    "which|who|whose|whom|where|when|while|but|and|so|as|after|with|without|saying|adding|although"
    "|though|because|despite|making|according|including|leaving|bringing|giving|compared|noting"
    "|citing|in (?:a|an|what)|a |an |the |one of|up from|down from|or |if |not |even|especially"
    "|particularly|notably|largely|partly|since|before|following|prompting|forcing"
    "|killing|causing|raising|referring|[a-z]+ing "
)
_BEHIND_SPACE = (
    "and (?:the|a|an|[A-Z][a-z]+) (?:[\\w-]+ ){0,2}(?:was|were|is|are|has|had|have|will|would)"
    "|and (?:its|his|her|their|it|he|she|they)|but|while|although|though|because|whereas|which|who"
    "|whose|after|before|since it|so that|when|as (?:the|it|he|she|they|a|an|part)"
)
_CUT = re.compile(
    rf"\s*(?:,\s*(?:{_BEHIND_COMMA})|;|:(?!\d)|\s\u2013|\s--|\s\(|\s(?:{_BEHIND_SPACE})\b).*$",
    re.DOTALL,
)
_DANGLING = re.compile(
    r"(?:\s+(?:saying|adding|shortly|just|soon|only|even|moments|days|hours|that|to|of|for|with|and|the|a|an|by|as|from|said|or|but|than))+$"
)
_NOT_CUT = re.compile(
    r"\b(?:everyone|everybody|everything|all|any|anyone|anybody|anything|none|nobody|nothing|no one"
    r"|nowhere|everywhere)\b(?:\s[\w-]+){0,2}\s(?:but|except|save)(?=\s)"
    r"|,?\s(?:except|unless|provided|other than|apart from|only (?:if|when|after|before))(?=\s)"
    r"|\s(?:seconds|minutes|hours|days|weeks|months|years|decades)\s(?:before|after)(?=\s)"
)
_LISTED = re.compile(r",\s[^,]{1,34}(?:,\s[^,]{1,34})*?,?\s(?:and|or)\s[^,]{1,40}")
_NAME = re.compile(r"[A-Z]\w*, [A-Z]\w+ [A-Z]")


_YEAR = re.compile(r"(?<=\d),\s(?:1[5-9]|20)\d\d\b")


def cut(rest: str) -> str:
    """The rest of a clause without the clauses and asides behind it; lists stay whole."""
    if match := _NOT_CUT.search(rest):
        # An exception belongs to what it is one of: "to everyone but the crews".
        return rest[: match.end()] + cut(rest[match.end() :])
    rest = _DANGLING.sub("", _CUT.sub("", rest))
    comma = rest.find(",")
    while comma >= 0:
        behind = rest[comma + 1 : comma + 2]
        if _is_done(rest[comma + 1 :]) and len(rest[:comma].split()) >= 3:
            return rest[:comma]
        if listed := _LISTED.match(rest, comma):
            comma = rest.find(",", listed.end())
        elif (
            _NAME.match(rest, rest.rfind(" ", 0, comma) + 1)
            or behind.isdigit()
            or _YEAR.match(rest, comma)
        ):
            # A comma inside a name, a number or a date: "One Belt, One Road", "July 4, 2024".
            comma = rest.find(",", comma + 1)
        elif len(rest[:comma].split()) >= 3:
            return rest[:comma]
        else:
            comma = rest.find(",", comma + 1)
    return rest


def _is_done(behind: str) -> bool:
    """True where another verb of the same subject follows: "was launched, reached Bennu"."""
    word = behind.split(" ", 2)[1] if behind.count(" ") > 1 else ""
    forms = verbs().get(word)
    return forms is not None and word == forms.past and word not in LITTLE


def trimmed(rest: str) -> str:
    """As `cut`, and without white space and commas around."""
    return cut(rest).strip(" ,.")
