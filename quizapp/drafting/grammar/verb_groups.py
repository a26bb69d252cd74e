"""Which word of a sentence is its finite verb, and what belongs to it."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from quizapp.drafting.grammar.words import LITTLE, PRONOUNS, REPORTING, Forms, bases, listed, verbs

Token: TypeAlias = tuple[str, int, int]
"""A word with its start and its end."""

BE = listed("is are was were")
HAVE = listed("has have had")
MODAL = listed("will would can could may might must should")
AUXILIARIES = BE | HAVE | MODAL
ADVERBS = listed(
    """also already currently now since still recently only just once again soon first then even
    largely officially formally never ever always often usually mostly mainly nearly almost
    finally initially later previously formerly eventually originally reportedly successfully"""
)
_DROPPED = listed("since also already currently now still recently just even then again")
_LINKS = listed(", that which who and but when as while where because after to") | {'"'}
_PLAIN = listed("lack need want face receive suffer die live earn pay produce spend remain attend")


class Group(NamedTuple):
    """A verb and its helpers, as a Clause has them; `after` is where they end."""

    aux: str
    middle: str
    verb: str
    base: str
    present: bool
    passive: bool
    after: int


def is_verb(tokens: list[Token], at: int, known: frozenset[str]) -> bool:
    """True where a token is surely the finite verb of the words before it.

    `known` are the last words of names: a form such as "claims" is a verb only behind one.
    """
    word = tokens[at][0]
    following = tokens[at + 1][0] if at + 1 < len(tokens) else ""
    if word in AUXILIARIES:
        return True
    if word in ADVERBS and following:
        return following in AUXILIARIES or (following in verbs() and is_verb(tokens, at + 1, known))
    before = tokens[at - 1][0] if at else ""
    forms = verbs().get(word)
    if forms is None:
        return _is_unlisted(word, before, following, known) or _is_plural(word, before, following)
    if before.lower() in LITTLE - PRONOUNS or before.endswith("'s"):
        return False
    if following in AUXILIARIES or _is_past_alone(following, word):
        return False
    if word == forms.past:
        return not _is_done_by(tokens, at, forms) and not _is_reduced(tokens, at)
    return word == forms.third and _is_third(before, following, known)


def _is_done_by(tokens: list[Token], at: int, forms: Forms) -> bool:
    """True for "infected by the virus", False for "rose by 7 percent"."""
    following = [one[0] for one in tokens[at + 1 : at + 3]]
    if forms.past != forms.participle or following[:1] != ["by"]:
        return False
    if len(following) > 1 and following[1].endswith("ing"):
        return False
    return not (len(following) > 1 and (following[1][0].isdigit() or following[1] in "$€£"))


def _is_third(before: str, following: str, known: frozenset[str]) -> bool:
    if following[:1].isdigit() and before.islower() and before not in LITTLE:
        return not before.endswith("s")
    if following == "of" or not (before in known or before in (",", ")")):
        return False
    return following in LITTLE or following[:1].isupper() or following[:1].isdigit()


def _is_past_alone(following: str, word: str) -> bool:
    """True where the next word is a past form and nothing else: the word before is a noun."""
    forms = verbs().get(following)
    return forms is not None and following == forms.past != forms.base and following != word


def _is_unlisted(word: str, before: str, following: str, known: frozenset[str]) -> bool:
    """True for a form in -ed of a verb that is not listed, right behind a name."""
    is_form = len(word) > 4 and word.endswith("ed") and word.islower()
    return is_form and before in known and following != "by"


def _is_plural(word: str, before: str, following: str) -> bool:
    """True for a base form behind a plural: "400 million people lack electricity"."""
    is_regular = before.endswith("s") and not before.endswith(("ss", "us", "'s", "ous"))
    if not (before in ("people", "women", "men", "children") or (is_regular and before.islower())):
        return False
    if word not in bases() or before in LITTLE or following == "of":
        return False
    starts = following[:1].isupper() or following[:1].isdigit()
    return following in LITTLE or starts or word in _PLAIN


def _is_reduced(tokens: list[Token], at: int) -> bool:
    """True where a form in -ed only describes: another finite verb follows it soon."""
    forms = verbs()[tokens[at][0]]
    if forms.past != forms.participle:
        return False
    for word, _, _ in tokens[at + 1 : at + 14]:
        if word in _LINKS:
            return False
        if word in AUXILIARIES:
            return tokens[at][0] not in REPORTING
    return False


def verb_group(tokens: list[Token], at: int) -> Group | None:
    """The verb that begins at a token, with its helpers; None where it is denied or unclear."""
    words: list[str] = []
    while at < len(tokens) and tokens[at][0] in ADVERBS:
        if tokens[at][0] not in _DROPPED:
            words.append(tokens[at][0])
        at += 1
    if at >= len(tokens):
        return None
    word, _, end = tokens[at]
    if word in AUXILIARIES:
        return _with_auxiliary(tokens, at, words)
    middle = " ".join(words)
    if forms := verbs().get(word):
        return Group("", middle, word, forms.base, word == forms.third, False, end)
    if word in bases():
        return Group("", middle, word, word, True, False, end)
    return Group("", middle, word, "", False, False, end) if word.endswith("ed") else None


def _with_auxiliary(tokens: list[Token], at: int, words: list[str]) -> Group | None:
    aux, _, after = tokens[at]
    at += 1
    while at < len(tokens) and _is_between(tokens[at][0]):
        if tokens[at][0] not in _DROPPED:
            words.append(tokens[at][0])
        after = tokens[at][2]
        at += 1
    word = tokens[at][0] if at < len(tokens) else ""
    if word in ("not", "no", "n't", "to"):
        return None
    end = tokens[at][2] if at < len(tokens) else after
    group = Group(aux, " ".join(words), word, word, aux in ("is", "are", "has", "have"), False, end)
    return _main_verb(group, words, after)


def _is_between(word: str) -> bool:
    return word in ADVERBS or word in ("been", "be", "being") or word.endswith("ly")


def _main_verb(group: Group, words: list[str], after: int) -> Group | None:
    """`group` with its main verb known for what it is."""
    aux, word = group.aux, group.verb
    forms = verbs().get(word)
    if word == "born":
        forms = Forms("bear", "bore", "born", "bears")
    if forms is None and word.endswith("ed") and aux in BE | HAVE:
        forms = Forms(word, word, word, word)
    passive = aux in BE or "been" in words or "be" in words
    if word.endswith("ing") and passive:
        return group._replace(base=forms.base if forms else word)
    if forms is not None and word in (forms.participle, forms.base):
        return group._replace(base=forms.base, passive=passive)
    if aux in MODAL:
        return group if word.isalpha() and word.islower() and "be" not in words else None
    if aux in HAVE and not words:
        return group._replace(
            aux="", middle="", verb=aux, base="have", present=aux != "had", after=after
        )
    return group._replace(verb="", base="be", after=after) if aux in BE else None
