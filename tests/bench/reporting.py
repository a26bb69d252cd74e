"""The bench of drafting's table: each measure beside its bound."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import judged
import tellings
from articles import Article, words

if TYPE_CHECKING:
    from quizapp.drafting.drafts import Draft

BOUNDS = {
    False: {"good": "at least 25 %", "edit": "at most 65 %", "rubbish": "at most 10 %"},
    True: {"good": "at least 40 %", "edit": "at most 50 %", "rubbish": "at most 10 %"},
}
"""The bounds on the first drafts, without and with a parser."""


class Drafted(NamedTuple):
    """What the command made of an article: the drafts shown first, then those behind "more".

    `text` is what their places point into.
    """

    article: Article
    drafts: tuple[Draft, ...]
    same: bool
    text: str = ""

    def keys(self, count: int | None = None) -> list[str]:
        """The keys of the first `count` drafts, or of all."""
        return [key_of(self.article, draft) for draft in self.drafts[:count]]


def key_of(article: Article, draft: Draft) -> str:
    """The key that judgements of `draft` go by."""
    return judged.key(article.name, draft.ask, draft.answer, draft.wrong)


def share(part: int, whole: int) -> str:
    """A share in words: percent and the counts, or "-" of nothing."""
    return f"{100 * part / whole:5.1f} %  ({part} of {whole})" if whole else "    -"


def row(what: str, figure: str, bound: str = "") -> None:
    """Print a measure and its bound."""
    print(f"{what:<50} {figure:<26} {bound}".rstrip(), flush=True)


def first(
    done: Sequence[Drafted], said: dict[str, judged.Judgement], top: int, parsed: bool
) -> None:
    """Print how the drafts that an author meets first were judged."""
    counted = judged.total(judged.tally(one.keys(top), said) for one in done)
    bounds = BOUNDS[parsed]
    name = f"first {top}"
    for word, count in counted.verdicts.items():
        row(f"{name}: {word}", share(count, counted.judged), bounds[word])
    for word in ("false", "unsupported"):
        row(f"{name}: {word}", share(counted.answers[word], counted.judged), "none")
    row(
        f"{name}: usable wrong options",
        share(counted.options["ok"], counted.judged),
        "at least 75 %",
    )
    row(f"{name}: not judged", share(counted.drafts - counted.judged, counted.drafts), "none")


def flags(done: Sequence[Drafted], said: dict[str, judged.Judgement]) -> None:
    """Print how well the flags of all judged drafts fit."""
    seen = [
        judged.Seen(key_of(one.article, draft), frozenset(flag.name for flag in draft.flags))
        for one in done
        for draft in one.drafts
    ]
    fit = judged.flagging(seen, said)
    row("flawed drafts with all flags they deserve", share(fit.every, fit.flawed), "at least 90 %")
    row("flawed drafts with one flag they deserve", share(fit.some, fit.flawed))
    row("flags that are not deserved", share(fit.needless, fit.carried), "at most 40 %")
    for name, (deserved, missed, needless) in judged.by_flag(seen, said).items():
        row(f"  {name}: deserved, missed, needless", f"{deserved}, {missed}, {needless}")


def coverage(done: Sequence[Drafted], said: dict[str, judged.Judgement]) -> None:
    """Print which share of the articles' facts the drafts cover."""
    known = sum(len(one.article.facts) for one in done)
    counted = ((20, "first 20", "at least 60 %"), (None, "all", "at least 80 %"))
    for count, what, bound in counted:
        keys = [one.keys(count) for one in done]
        found = sum(len(judged.covered(some, said)) for some in keys)
        row(f"facts covered, {what} drafts", share(found, known), bound)
        unjudged = sum(key not in said for some in keys for key in some)
        row(f"  {what} drafts: not judged", share(unjudged, sum(map(len, keys))), "none")


def by_words(done: Sequence[Drafted], said: dict[str, judged.Judgement]) -> None:
    """Print which share of the facts the drafts hold the words of: a stand-in for readers."""
    known = sum(len(one.article.facts) for one in done)
    shares = []
    for count in (20, None):
        found = [tellings.covered(one.drafts[:count], one.text, one.article.facts) for one in done]
        shares.append(f"{100 * sum(map(len, found)) / known:.1f} %" if known else "-")
    row("facts by their words, first twenty / all (proxy)", " / ".join(shares))
    each = [
        (
            key_of(one.article, draft),
            tellings.told(one.article.facts, one.text[slice(*draft.sentence)], draft),
        )
        for one in done
        for draft in one.drafts
    ]
    counts = tellings.agreement(each, said)
    shown = ", ".join(f"{counts[name]} {name}" for name in ("both", "readers only", "words only"))
    row("  facts found in judged drafts", shown)


def by_kind(done: Sequence[Drafted], said: dict[str, judged.Judgement]) -> None:
    """Print how the judged drafts of each kind were judged: which rules earn their place."""
    keys: dict[str, list[str]] = {}
    for one in done:
        for draft in one.drafts:
            keys.setdefault(f"{draft.maker}: {draft.kind}", []).append(key_of(one.article, draft))
    print(f"{'kind':<30} drafts judged  good edit rubbish  untrue options ok")
    for kind, some in sorted(keys.items()):
        counted = judged.tally(some, said)
        good, edit, rubbish = counted.verdicts.values()
        untrue = counted.judged - counted.answers["true"]
        print(
            f"{kind:<30} {counted.drafts:6} {counted.judged:6}  {good:4} {edit:4} {rubbish:7}"
            f"  {untrue:6} {counted.options['ok']:10}"
        )


def by_feature(done: Sequence[Drafted], said: dict[str, judged.Judgement]) -> None:
    """Print how the judged drafts with a flag, or of a length, were judged: what prices rest on."""
    keys: dict[str, list[str]] = {}
    for one in done:
        for draft in one.drafts:
            count = len(draft.ask.split()) // 10 * 10
            place = "in front" if not draft.more else 'behind "more"'
            names = [f"flag {flag.name}" for flag in draft.flags] or ["no flag"]
            for name in (*names, f"{count}-{count + 9} words", place):
                keys.setdefault(name, []).append(key_of(one.article, draft))
    print(f"{'feature':<30} drafts judged  good edit rubbish")
    for name, some in sorted(keys.items()):
        counted = judged.tally(some, said)
        good, edit, rubbish = counted.verdicts.values()
        print(f"{name:<30} {counted.drafts:6} {counted.judged:6}  {good:4} {edit:4} {rubbish:7}")


def agreement(all_said: list[judged.Judgement]) -> None:
    """Print how far the judges agree, as Cohen's kappa."""
    judges = sorted({one.judge for one in all_said})
    for name in ("verdict", "answer", "options"):
        figure = judged.kappa(all_said, name)
        shown = "-" if figure is None else f"{figure:5.2f}"
        row(f"agreement on the {name} (kappa)", shown, f"judges: {', '.join(judges) or 'none'}")


def by_article(done: Sequence[Drafted], top: int, said: dict[str, judged.Judgement]) -> None:
    """Print a line per article."""
    print(f"{'article':<20} words drafts  good edit rubbish unjudged  facts  same bytes")
    for one in done:
        first = judged.tally(one.keys(top), said)
        found = len(judged.covered(one.keys(), said))
        print(
            f"{one.article.name:<20} {words(one.article.file):5} {len(one.drafts):6}"
            f"  {first.verdicts['good']:4} {first.verdicts['edit']:4}"
            f" {first.verdicts['rubbish']:7} {first.drafts - first.judged:8}"
            f"  {found:2}/{len(one.article.facts):2}  {'yes' if one.same else 'NO'}"
        )
