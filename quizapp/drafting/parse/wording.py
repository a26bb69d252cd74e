"""One parsed clause and the ways to ask for a part of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from quizapp.drafting.grammar.clause import Clause
from quizapp.drafting.grammar.phrasing import Phrasing
from quizapp.drafting.grammar.speech import Report
from quizapp.drafting.grammar.words import LITTLE, listed, verbs
from quizapp.drafting.ideas import Idea, View
from quizapp.drafting.named.names import COUNTRY, ORG, PERSON, Name
from quizapp.drafting.parse.parts import Part, Stated
from quizapp.drafting.parse.trees import Word, words_within
from quizapp.drafting.text.article import Sentence

_NO_END = re.compile(r"\b(?:the|a|an|of|and|or|to|in|by|as|than|between|with|for|from|at|on)$|,$")
_LASTS = re.compile(
    r"\b(?:long|wide|deep|high|tall|thick|heavy|region|river|lake|island|town|city|village"
    r"|peninsula|mountain|volcano|species|genus|planet|asteroid|moon|mineral|disease)\b"
)
_TELLING = 3
"""A lead of more words says enough without a rest."""
_LENGTHY, _A_WORD = 16, 0.015
"""What each word of a question over so many costs."""


class Asking(NamedTuple):
    """What is asked about: a clause, how it is worded, and what things of a name are."""

    phrasing: Phrasing
    stated: Stated
    offset: int
    nouns: dict[str, str]
    turned: Phrasing
    """As `phrasing`, for questions whose verb stands behind "do"."""

    @property
    def view(self) -> View:
        """The article's view."""
        return self.phrasing.view

    @property
    def names(self) -> tuple[Name, ...]:
        """The names of the sentence."""
        return self.view.names_in(self.phrasing.sentence)

    def span(self, name: Name) -> tuple[int, int]:
        """Where a name stands in the parsed text."""
        return name.start - self.base, name.end - self.base

    @property
    def base(self) -> int:
        """Where the parsed text begins in the raw text."""
        return self.phrasing.sentence.start + self.offset

    @property
    def can_turn(self) -> bool:
        """True where helper and subject can change places."""
        return bool(self.stated.clause.aux or self.stated.clause.base)

    def without(self, part: Part | None) -> str:
        """The clause's other parts, as they stand in a question."""
        kept = (one for one in self.stated.parts if one is not part and not one.aside)
        return " ".join(one.text for one in kept)

    def fronted(self, part: Part | None, lead: str, tail: str = "") -> str:
        """`lead`, helper, subject, verb, `tail` and the other parts; "" where that is not safe."""
        kept = [one for one in self.stated.parts if one is part or not one.aside]
        rest = " ".join(tail if one is part else one.text for one in kept)
        return self.fronted_with(lead, " ".join(rest.split()))

    @property
    def is_whole(self) -> bool:
        """False where a part or the subject ends in the middle of a name."""
        pieces = [self.stated.subject, *(one.words for one in self.stated.parts)]
        for name in self.names:
            start, end = self.span(name)
            doc = self.stated.verb.doc
            count = len(words_within(doc, (start, end)))
            if any(0 < len(words_within(one, (start, end))) < count for one in pieces):
                return False
        return True

    def fronted_with(self, lead: str, rest: str) -> str:
        """`lead`, helper, subject, verb and `rest`; "" where that is not safe."""
        clause = self.stated.clause
        rest = self.phrasing.said(rest)
        is_told = clause.verb or rest or len(lead.split()) > _TELLING
        if not self.can_turn or not is_told:
            return ""
        if _NO_END.search(rest) and not clause.passive:
            return ""
        return f"{lead} {self.turned.inverted(rest)}"

    def in_place(self, part: Part, asked: str) -> str:
        """The clause in its own order, with `asked` in the place of `part`."""
        phrasing = self.phrasing
        kept = [one for one in self.stated.parts if one is part or not one.aside]
        while kept[-1] is not part and kept[-1].head.dep_ == "advcl":
            kept.pop()
        rest = phrasing.said(" ".join(asked if one is part else one.text for one in kept))
        subject = phrasing.subject
        return f"{subject} {phrasing.predicate()} {rest}{phrasing.context()}{phrasing.dated()}"

    def of_name(self, kind: str, ask: str, name: Name, worth: float) -> Idea:
        """An idea whose answer is a name."""
        whole = self.view.names.whole(name)
        accept = (whole.split()[-1],) if name.kind == PERSON and " " in whole else ()
        worth = lessened(worth, ask)
        return self.phrasing.idea(
            kind, ask, whole, name.kind, name.start, name.end, accept=accept, worth=worth
        )


def lessened(worth: float, ask: str) -> float:
    """`worth` less the price of a question's length."""
    return worth - _A_WORD * max(len(ask.split()) - _LENGTHY, 0)


def asking_of(
    view: View, sentence: Sentence, stated: Stated, told: Report, nouns: dict[str, str]
) -> Asking:
    """A clause of a sentence, ready to be asked about."""
    clause, first = stated.clause, stated.subject[0]
    if first.i == 0 and _is_common(view, first):
        clause = clause._replace(subject=low(clause.subject))
    if clause.aux == "had" and not _BEFORE_THEN.search(f"{clause.rest} {clause.intro}"):
        clause = _simple(clause, stated.head.tag_ in ("NNS", "NNPS"))
    turned = clause
    if _is_lasting(view, sentence, stated):
        # What lasts is told in the present, without a day.
        turned = clause = clause._replace(present=False)
        if not clause.aux and clause.base:
            aux = "do" if clause.verb == clause.base else "does"
            turned = clause._replace(aux=aux, verb=clause.base)
    phrasing = _phrasing(view, sentence, clause, told)
    other = phrasing if turned is clause else _phrasing(view, sentence, turned, told)
    return Asking(phrasing, stated._replace(clause=clause), told.start, nouns, other)


def _phrasing(view: View, sentence: Sentence, clause: Clause, told: Report) -> Phrasing:
    """A clause's wording, in which a name keeps its capital: "New Jersey"."""
    phrasing = Phrasing(view, sentence, clause, told)
    begin = sentence.start + clause.subject_span[0]
    is_name = any(one.start == begin for one in view.names_in(sentence))
    if is_name and phrasing.subject[1:] == phrasing.bare_subject[1:]:
        phrasing.subject = phrasing.bare_subject
    return phrasing


_BEFORE_THEN = re.compile(r"\b(?:for|since|until|before|by|already|ever|yet|when|after)\b")


def _simple(clause: Clause, is_many: bool) -> Clause:
    """ "Had been set" as "was set", "had given" as "gave": alone, nothing comes after it."""
    words = clause.middle.split()
    if words[:1] == ["been"]:
        aux = "were" if is_many else "was"
        return clause._replace(aux=aux, middle=" ".join(words[1:]))
    forms = verbs().get(clause.verb)
    if words or forms is None or forms.participle != clause.verb:
        return clause
    return clause._replace(aux="", verb=forms.past, base=forms.base)


def _is_lasting(view: View, sentence: Sentence, stated: Stated) -> bool:
    """True for what a thing is or does as long as it is there: how long, how heavy, where."""
    clause = stated.clause
    place = (sentence.start + clause.subject_span[0], sentence.start + clause.subject_span[1])
    names = [one for one in view.names_in(sentence) if place[0] <= one.start < place[1]]
    if not clause.present or any(one.kind in (PERSON, ORG) for one in names):
        return False
    if clause.aux in ("is", "are") and not clause.verb:
        is_country = any(one.kind == COUNTRY for one in names)
        return not is_country and _LASTS.search(clause.rest) is not None
    return not clause.aux and clause.base in _LASTING and stated.head.tag_ != "PRP"


_LASTING = listed("sit weigh lie stretch measure flow climb span cover surround feed contain rise")


def _is_common(view: View, word: Word) -> bool:
    """True for a common noun that has its capital from the sentence's front."""
    plain = view.article.plain
    if not word.text[:1].isupper() or word.lower_ in LITTLE or word.text.isupper():
        return False
    if word.tag_ in ("NN", "NNS") and word.text not in {one.text for one in view.names.all}:
        return True
    if re.search(rf"\b{re.escape(word.lower_)}\b", plain) is None:
        return False
    return re.search(rf"[a-z,] {re.escape(word.text)}\b", plain) is None


def low(text: str) -> str:
    """`text` with a small letter in front."""
    return text[:1].lower() + text[1:]
