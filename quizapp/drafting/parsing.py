"""Clauses out of a parse, where spaCy and an English pipeline are installed.

The parse gives clauses that the words alone do not; the questions on them are worded by the same
rules as all others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from quizapp.drafting.article import Sentence
from quizapp.drafting.asking import ask_of
from quizapp.drafting.clause import Clause, trimmed
from quizapp.drafting.ideas import Idea, View
from quizapp.drafting.speech import Report, report
from quizapp.drafting.words import LITTLE, bases, verbs
from quizapp.errors import UsageError

_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_AUXILIARIES = frozenset(("aux", "auxpass"))
_LONGEST_SUBJECT = 12


def parser_ideas(name: str) -> Callable[[View], Iterable[Idea]]:
    """What gives ideas by the pipeline `name`. Raises UsageError where it cannot be had."""
    nlp = _load(name)
    return lambda view: list(_ideas(view, nlp))


def _load(name: str) -> Any:
    try:
        import spacy
    except ImportError:
        raise UsageError(
            'a parser needs further packages: pip install "sco-quiz[parser]",'
            " and an English pipeline for spaCy that you trust"
        ) from None
    try:
        nlp = spacy.load(name, exclude=["ner", "lemmatizer"])
    except (OSError, ValueError) as error:
        reason = str(error).split("\n")[0][:200]
        raise UsageError(
            f'the pipeline "{name}" cannot be loaded ({reason}); install it, or name another'
        ) from None
    if nlp.lang != "en" or "parser" not in nlp.pipe_names:
        raise UsageError(f'the pipeline "{name}" parses no English; name another')
    return nlp


def _ideas(view: View, nlp: Any) -> Iterator[Idea]:
    sentences = [one for one in view.article.sentences if _is_plain(one)]
    reports = [report(one.text) for one in sentences]
    bodies = [one.text[told.start : told.end] for one, told in zip(sentences, reports, strict=True)]
    docs = nlp.pipe(bodies, batch_size=64)
    for sentence, told, doc in zip(sentences, reports, docs, strict=True):
        for clause in _clauses(doc, sentence, told):
            yield from ask_of(view, sentence, clause, told, maker="parser")


def _is_plain(sentence: Sentence) -> bool:
    text = sentence.text
    return not (sentence.inside or text.endswith("?") or text.count('"') % 2)


def _clauses(doc: Any, sentence: Sentence, told: Report) -> Iterator[Clause]:
    for verb in doc:
        if verb.pos_ not in ("VERB", "AUX") or verb.dep_ not in ("ROOT", "conj", "relcl", "advcl"):
            continue
        subjects = [one for one in verb.children if one.dep_ in _SUBJECTS]
        if not subjects and verb.dep_ == "conj" and verb.head.pos_ == "VERB":
            subjects = [one for one in verb.head.children if one.dep_ in _SUBJECTS]
        if len(subjects) == 1 and not any(one.dep_ == "neg" for one in verb.children):
            clause = _clause(doc, verb, subjects[0], sentence, told.start)
            if clause is not None:
                yield clause


def _clause(doc: Any, verb: Any, subject: Any, sentence: Sentence, offset: int) -> Clause | None:
    if verb.dep_ == "relcl" and subject.pos_ != "PRON":
        return None
    if subject.pos_ == "PRON":
        subject = _antecedent(verb, subject)
        if subject is None:
            return None
    begin, end = _subject_span(subject)
    if end - begin > _LONGEST_SUBJECT or begin >= end:
        return None
    words = [one for one in verb.children if one.dep_ in _AUXILIARIES and one.i < verb.i]
    shape = _shape(verb, words)
    if shape is None:
        return None
    aux, middle, form, base, present, passive = shape
    start = verb.idx + len(verb.text)
    rest_end = max(one.idx + len(one.text) for one in verb.subtree)
    rest = doc.text[start:rest_end]
    lead = len(rest) - len(rest.lstrip())
    shown = trimmed(rest)
    text_begin, text_end = doc[begin].idx, doc[end - 1].idx + len(doc[end - 1].text)
    span = (offset + start + lead, offset + start + lead + len(shown))
    return Clause(
        doc.text[text_begin:text_end],
        (offset + text_begin, offset + text_end),
        aux,
        middle,
        form,
        base,
        present,
        sentence.text[span[0] : span[1]],
        span,
        "",
        passive,
    )


def _antecedent(verb: Any, subject: Any) -> Any:
    """What "which" or "who" stands for, where that is sure: the subject of the whole sentence."""
    if verb.dep_ != "relcl" or subject.lower_ not in ("who", "which"):
        return None
    noun = verb.head
    is_subject = noun.dep_ in _SUBJECTS and noun.head.dep_ == "ROOT"
    return noun if is_subject and noun.pos_ in ("PROPN", "NOUN") else None


def _subject_span(subject: Any) -> tuple[int, int]:
    """The subject with what stands in front of it and of-phrases, without clauses behind it."""
    kept = [subject.i]
    for child in subject.children:
        if child.i < subject.i and child.dep_ not in ("punct",):
            kept += [one.i for one in child.subtree]
        elif child.dep_ == "prep" and child.lower_ in ("of", "in", "for", "between"):
            kept += [one.i for one in child.subtree if one.dep_ != "punct"]
        elif child.dep_ in ("cc", "conj"):
            kept += [one.i for one in child.subtree]
    return min(kept), max(kept) + 1


def _shape(verb: Any, words: list[Any]) -> tuple[str, str, str, str, bool, bool] | None:
    """Auxiliary, what stands between, form, base, present and passive of a verb."""
    tense = verb.morph.get("Tense")
    passive = any(one.dep_ == "auxpass" for one in words)
    if words:
        first = words[0].lower_
        if first in ("to", "'s", "'d", "'ll", "'ve", "'re") or not first.isalpha():
            return None
        middle = " ".join(one.lower_ for one in words[1:])
        return (
            first,
            middle,
            verb.lower_,
            verb.lower_,
            first in ("is", "are", "has", "have"),
            passive,
        )
    if verb.lower_ in ("is", "are", "was", "were"):
        return verb.lower_, "", "", "be", verb.lower_ in ("is", "are"), False
    if "Fin" not in verb.morph.get("VerbForm") or not tense:
        return None
    forms = verbs().get(verb.lower_)
    base = forms.base if forms else verb.lower_ if verb.lower_ in bases() else ""
    if verb.lower_ in LITTLE and verb.lower_ not in ("has", "have", "had"):
        return None
    return "", "", verb.lower_, base, tense == ["Pres"], False
