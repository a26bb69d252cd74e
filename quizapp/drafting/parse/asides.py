"""What stands aside of a noun and states something of it: "X, which ...", "X, opened in 1977"."""

from __future__ import annotations

from quizapp.drafting.parse.parts import Part, Stated, made, taken_apart
from quizapp.drafting.parse.trees import SUBJECTS, Word, before_of, is_aside, is_whole, phrase
from quizapp.drafting.parse.verbs import Shape, agrees, helpers_of, is_negated

_NOUNS = ("NN", "NNS", "NNP", "NNPS")


def own_subject(verb: Word) -> Word | None:
    """The one subject that stands with a verb, or None."""
    found = [one for one in verb.children if one.dep_ in SUBJECTS]
    found = found or [one for one in verb.children if one.dep_ == "expl" and one.i < verb.i]
    return found[0] if len(found) == 1 else None


def antecedent(verb: Word, pronoun: Word) -> Word | None:
    """The noun that "which" or "who" stands for, where that is sure."""
    noun = verb.head
    if pronoun.lower_ not in ("who", "which") or noun.tag_ not in _NOUNS:
        return None
    first = min(one.i for one in verb.subtree)
    if first != pronoun.i or not is_aside(verb) or first - noun.i != 2:
        return None
    is_person = pronoun.lower_ == "who" and noun.tag_ == "NNP"
    is_sure = _stands_free(noun) or (is_person and noun.dep_ == "pobj")
    return noun if is_sure and agrees(noun, verb, helpers_of(verb)) else None


def _stands_free(noun: Word) -> bool:
    """True where no other noun in front could be meant by what stands aside of this one."""
    if noun.dep_ == "conj" or any(one.dep_ == "conj" for one in noun.children):
        return False
    if noun.dep_ in ("nsubj", "nsubjpass", "dobj", "attr"):
        return True
    verb = noun.head.head
    is_modifier = verb.dep_ in ("acl", "relcl", "pcomp")
    return noun.dep_ == "pobj" and verb.tag_[:2] == "VB" and not is_modifier


def described(verb: Word) -> Word | None:
    """The noun that a participle behind its comma describes: "The bridge, opened in 1977, ..."."""
    if verb.tag_ not in ("VBN", "VBG") or helpers_of(verb):
        return None
    noun = verb.head if verb.dep_ == "acl" else own_subject(verb)
    if noun is None or noun.i != verb.i - 2 or verb.doc[verb.i - 1].text != ",":
        return None
    return noun if noun.tag_ in ("NN", "NNP") and _stands_free(noun) else None


def participle(verb: Word, noun: Word, offset: int) -> Stated | None:
    """ "X was opened in 1977", out of "X, opened in 1977, ..."."""
    if is_negated(verb) or verb.lower_ in ("followed", "compared", "given", "based"):
        return None
    passive = verb.tag_ == "VBN"
    has_agent = any(one.dep_ == "agent" for one in verb.children)
    if passive and any(one.dep_ == "dobj" for one in verb.children):
        return None
    is_now = _is_present(noun) and not (passive and has_agent)
    form = verb.lower_
    shape = Shape("is" if is_now else "was", "", form, form, is_now, passive)
    return taken_apart(verb, noun, shape, offset)


def _is_present(word: Word) -> bool:
    """True where the main verb above `word` is in the present."""
    while word.head.i != word.i and word.dep_ != "relcl":
        word = word.head
    first = (helpers_of(word) or [word])[0]
    return first.tag_ in ("VBZ", "VBP") and first.lower_ not in ("has", "have")


def apposition(word: Word, offset: int) -> Stated | None:
    """ "X was a ship of 947 feet", out of "X, a ship of 947 feet, ..."."""
    noun, first, words = word.head, before_of(word), phrase(word)
    if noun.tag_ not in ("NNP", "NN") or word.tag_ != "NN" or first is None or first.text != ",":
        return None
    if noun.i != first.i - 1 or not is_whole(words) or words[0].lower_ not in ("a", "an", "the"):
        return None
    if not _is_called(noun) or any(one.dep_ in ("conj", "cc") for one in word.children):
        return None
    is_now = _is_present(noun)
    shape = Shape("is" if is_now else "was", "", "", "be", is_now, False)
    found = made(word, noun, shape, offset, (Part(word, tuple(words)),))
    return found._replace(fronts=(), clause=found.clause._replace(intro="")) if found else None


def _is_called(noun: Word) -> bool:
    """True where an apposition can only be that of this noun, a name or a free one."""
    if noun.tag_ != "NNP" or noun.dep_ != "pobj":
        return _stands_free(noun)
    joined = noun.dep_ == "conj" or any(one.dep_ == "conj" for one in noun.children)
    return not joined and noun.head.head.tag_ != "NNP"
