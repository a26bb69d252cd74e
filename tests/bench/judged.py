"""What readers said of the drafts, kept as data, and the measures that follow from it.

A line of judgements.jsonl is what one reader said of one draft. Its key is made of what the reader
saw, so a draft that a change of the rules left as it was is still judged, and one that was changed
is not: it is counted as unjudged and never guessed.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

VERDICTS = ("good", "edit", "rubbish")
ANSWERS = ("true", "unsupported", "false")
OPTIONS = ("ok", "none", "bad")
"""Each from the best to the worst: where readers are divided evenly, the worse one counts."""

_SCALES = {"verdict": VERDICTS, "answer": ANSWERS, "options": OPTIONS}


class Judgement(NamedTuple):
    """What a reader said of a draft; see judging.md. `flaws` are names of FLAGS it deserves."""

    key: str
    article: str
    verdict: str
    answer: str
    options: str
    flaws: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    judge: str = ""
    note: str = ""


class Seen(NamedTuple):
    """A draft as the measures see it: its key and the names of the flags it carries."""

    key: str
    flags: frozenset[str] = frozenset()


class Tally(NamedTuple):
    """How many of some drafts were judged, and how: counts."""

    drafts: int
    judged: int
    verdicts: Mapping[str, int]
    answers: Mapping[str, int]
    options: Mapping[str, int]


class Flagging(NamedTuple):
    """How well flags fit: counts of drafts, and of flags in the last two.

    `every` of the `flawed` drafts carry each flag they deserve, `some` at least one of them.
    `needless` of the `carried` flags are not deserved.
    """

    flawed: int
    every: int
    some: int
    carried: int
    needless: int


def key(article: str, ask: str, answer: object, wrong: Sequence[object]) -> str:
    """The key of a draft: the first 16 hex digits of a SHA-256 of what a reader judges."""
    answers = list(map(str, answer)) if isinstance(answer, (tuple, list)) else str(answer)
    text = json.dumps([article, ask, answers, sorted(map(str, wrong))], ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def fault(row: Mapping[str, Any], flags: Iterable[str], facts: Iterable[str]) -> str:
    """What is wrong with a reader's answer, in a sentence; "" where nothing is."""
    strange = sorted(row.keys() - set(Judgement._fields))
    if strange:
        return f'"{strange[0]}" is no field of a judgement'
    for name, scale in _SCALES.items():
        if row.get(name) not in scale:
            return f'"{name}" is {row.get(name)!r}; it must be one of {", ".join(scale)}'
    for name, known in (("flaws", set(flags)), ("facts", set(facts))):
        unknown = [one for one in row.get(name, ()) if one not in known]
        if unknown:
            return f'"{name}" has {unknown[0]!r}, which there is not'
    return ""


def read(path: Path) -> list[Judgement]:
    """Every judgement of the file; where a judge judged a draft again, the last one stands.

    A file that is not there has none. Raises ValueError with file and line for a broken line.
    """
    if not path.exists():
        return []
    found: dict[tuple[str, str], Judgement] = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip():
            continue
        row = json.loads(line)
        wrong = fault(row, row.get("flaws", ()), row.get("facts", ()))
        if wrong:
            raise ValueError(f"{path.name}:{number}: {wrong}")
        one = judgement(row)
        found[one.key, one.judge] = one
    return list(found.values())


def judgement(row: Mapping[str, Any]) -> Judgement:
    """A faultless row of the file as a Judgement."""
    lists = {name: tuple(row.get(name, ())) for name in ("flaws", "facts")}
    return Judgement(**{**row, **lists})


def line(one: Judgement) -> str:
    """The line of the file that keeps `one`."""
    return json.dumps(one._asdict(), ensure_ascii=False) + "\n"


def merged(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """One judgement per key: what most readers said, the worse of two that are as many.

    A flaw or a fact counts where more than half of the readers named it.
    """
    by_key: dict[str, list[Judgement]] = {}
    for one in judgements:
        by_key.setdefault(one.key, []).append(one)
    return {key: _majority(several) for key, several in by_key.items()}


def _majority(several: Sequence[Judgement]) -> Judgement:
    scales = {name: _most([getattr(one, name) for one in several]) for name in _SCALES}
    lists = {
        name: _named([getattr(one, name) for one in several], len(several))
        for name in ("flaws", "facts")
    }
    judges = "".join(sorted(one.judge for one in several))
    return several[0]._replace(**scales, **lists, judge=judges, note="")


def _most(said: Sequence[str]) -> str:
    counts = Counter(said)
    scale = next(one for one in _SCALES.values() if said[0] in one)
    return max(counts, key=lambda word: (counts[word], scale.index(word)))


def _named(lists: Sequence[Sequence[str]], readers: int) -> tuple[str, ...]:
    counts = Counter(name for names in lists for name in set(names))
    return tuple(sorted(name for name, count in counts.items() if count * 2 > readers))


def tally(keys: Iterable[str], opinions: Mapping[str, Judgement]) -> Tally:
    """How the drafts of `keys` were judged."""
    drafts = list(keys)
    judged = [opinions[key] for key in drafts if key in opinions]
    counts = {
        name: {word: sum(getattr(one, name) == word for one in judged) for word in scale}
        for name, scale in _SCALES.items()
    }
    return Tally(len(drafts), len(judged), counts["verdict"], counts["answer"], counts["options"])


def total(tallies: Iterable[Tally]) -> Tally:
    """Several tallies added up."""
    several = list(tallies)

    def added(name: str, scale: Sequence[str]) -> dict[str, int]:
        return {word: sum(getattr(one, name)[word] for one in several) for word in scale}

    return Tally(
        sum(one.drafts for one in several),
        sum(one.judged for one in several),
        added("verdicts", VERDICTS),
        added("answers", ANSWERS),
        added("options", OPTIONS),
    )


def covered(keys: Iterable[str], opinions: Mapping[str, Judgement]) -> set[str]:
    """The facts that the drafts of `keys` cover: drafts of use, neither rubbish nor untrue."""
    return {
        fact
        for key in keys
        if key in opinions and opinions[key].verdict != "rubbish" and opinions[key].answer == "true"
        for fact in opinions[key].facts
    }


def flagging(drafts: Iterable[Seen], opinions: Mapping[str, Judgement]) -> Flagging:
    """How well the flags of the judged drafts fit what their readers found."""
    counts: Counter[str] = Counter()
    for draft in drafts:
        if draft.key not in opinions:
            continue
        deserved = set(opinions[draft.key].flaws)
        counts["carried"] += len(draft.flags)
        counts["needless"] += len(draft.flags - deserved)
        if deserved:
            counts["flawed"] += 1
            counts["every"] += deserved <= draft.flags
            counts["some"] += bool(deserved & draft.flags)
    return Flagging(*(counts[name] for name in Flagging._fields))


def by_flag(
    drafts: Iterable[Seen], opinions: Mapping[str, Judgement]
) -> dict[str, tuple[int, int, int]]:
    """Of each flag of the judged drafts: how often deserved, missed, and carried needlessly."""
    deserved: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    needless: Counter[str] = Counter()
    for draft in drafts:
        if draft.key in opinions:
            flaws = frozenset(opinions[draft.key].flaws)
            deserved.update(flaws)
            missed.update(flaws - draft.flags)
            needless.update(draft.flags - flaws)
    names = sorted(deserved.keys() | needless.keys(), key=lambda name: (-deserved[name], name))
    return {name: (deserved[name], missed[name], needless[name]) for name in names}


def kappa(judgements: Iterable[Judgement], name: str) -> float | None:
    """Cohen's kappa for `name` ("verdict", "answer", "options"), over every pair of judges.

    Each pair is weighted by the number of drafts that both judged. None where no draft was judged
    twice, or where chance alone would make them agree. Cohen (1960), Educational and
    Psychological Measurement 20, 37-46.
    """
    said: dict[str, dict[str, str]] = {}
    for one in judgements:
        said.setdefault(one.judge, {})[one.key] = getattr(one, name)
    sums = [0.0, 0.0]
    for first, second in combinations(sorted(said), 2):
        both = said[first].keys() & said[second].keys()
        agreement = _kappa([(said[first][key], said[second][key]) for key in sorted(both)])
        if agreement is not None:
            sums[0] += agreement * len(both)
            sums[1] += len(both)
    return sums[0] / sums[1] if sums[1] else None


def _kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    if not pairs:
        return None
    size = len(pairs)
    left, right = (Counter(column) for column in zip(*pairs, strict=True))
    chance = sum(left[word] * right[word] for word in left) / size**2
    if chance == 1:
        return None
    return (sum(a == b for a, b in pairs) / size - chance) / (1 - chance)
