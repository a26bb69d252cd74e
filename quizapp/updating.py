"""Updating packs: what a newer version changes, what becomes of each memory, and the way back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from quizapp.core.succession import Claim
from quizapp.errors import UsageError
from quizapp.packs.format.text import printable
from quizapp.packs.installing import Parcel, install
from quizapp.packs.update import Change, Kind, alike, compare, version_number
from quizapp.store import register, reviews, updates
from quizapp.store.register import Entry, Registered

if TYPE_CHECKING:
    from quizapp.core.question import Pack, Question
    from quizapp.exchange.feedback import Patch
    from quizapp.packs.former import Former
    from quizapp.packs.library import InstalledPack
    from quizapp.study import Study

Progress = Callable[[int, int], None]


class Fate(Enum):
    """What becomes of the memory of a question. The value is the word for it."""

    KEPT = "kept"
    RELEARNED = "relearned"
    BACK = "comes back"
    CARRIED = "carried over"
    RETURNS = "returns"
    ARCHIVED = "archived"
    NEW = "starts new"
    NONE = "nothing learned yet"


class Line(NamedTuple):
    """A question that changed, and what becomes of its memory.

    `learned`: the learner has a memory of it now, or of what comes back.
    """

    change: Change
    fate: Fate
    learned: bool


class Plan(NamedTuple):
    """An update that could be made. `untouched` questions did not change, `known` are learned."""

    installed: InstalledPack
    parcel: Parcel
    lines: tuple[Line, ...]
    untouched: int
    known: int

    @property
    def pack(self) -> Pack:
        """The pack as it would be."""
        return self.parcel.pack

    def count(self, fate: Fate, *, learned: bool = False) -> int:
        """How many questions have a fate, or how many of these the learner had learned."""
        return sum(one.fate is fate and (one.learned or not learned) for one in self.lines)

    @property
    def kinds(self) -> Counter[Kind]:
        """How many questions changed in each way."""
        return Counter(kind for line in self.lines for kind in line.change.kinds)


class Updating:
    """The use cases of updating. They share the data file and the library with studying."""

    def __init__(self, study: Study) -> None:
        self._study = study
        self._library = study.library

    def installed(self, name: str) -> InstalledPack:
        """The pack that is named by id or title. Raises UsageError where none is."""
        wanted = name.strip().casefold()
        packs = [pack for pack in self._library.packs() if not pack.problems]
        for pack in packs:
            if wanted in (pack.id, pack.title.casefold()):
                return pack
        from difflib import get_close_matches

        near = get_close_matches(wanted, [pack.id for pack in packs], n=1, cutoff=0.5)
        hint = f'did you mean "{near[0]}"?' if near else "`sco-quiz pack list` names them"
        raise UsageError(f'no pack "{name}" is installed; {hint}')

    def with_origin(self) -> list[tuple[InstalledPack, str]]:
        """Every pack whose origin is known, with it."""
        packs = [pack for pack in self._library.packs() if not pack.problems and not pack.shipped]
        return [(pack, found) for pack in packs if (found := self._library.origin(pack.id))]

    def known_origin(self, installed: InstalledPack) -> str:
        """Where a pack was added from, "" where that is not known."""
        return self._library.origin(installed.id)

    def origin(self, installed: InstalledPack) -> str:
        """Where a pack was added from. Raises UsageError where that is not known."""
        found = self.known_origin(installed)
        if not found:
            why = "came with the app" if installed.shipped else "was not added from anywhere known"
            raise UsageError(
                f'"{installed.id}" {why}; say where its newer version lies: '
                f"sco-quiz pack update {installed.id} PATH"
            )
        return found

    def refusal(self, installed: InstalledPack, parcel: Parcel) -> str:
        """Why there is nothing to update, in a sentence; "" where there is something."""
        from quizapp.packs.installing import same_bytes

        new, held = parcel.pack.version, installed.version
        if version_number(new) > version_number(held):
            return ""
        if version_number(new) < version_number(held):
            return (
                f"{installed.id}: {held} is installed, and {new} is older; nothing to update. "
                "`sco-quiz pack update --undo` goes back to what was before an update."
            )
        if same_bytes(installed.path, parcel.data):
            return f"{installed.id}: {held} is installed already; nothing to update."
        return (
            f"{installed.id}: {held} is installed already, and this {new} differs from it: its "
            "author should raise the version. `sco-quiz pack add` takes it as it is."
        )

    def plan(self, installed: InstalledPack, parcel: Parcel) -> Plan:
        """What an update would change. Nothing is changed yet.

        Raises UsageError for another pack, PackError where the installed file is broken by now.
        """
        if parcel.pack.id != installed.id:
            raise UsageError(
                f'{printable(parcel.origin or "this")}: the pack there is "{parcel.pack.id}", not '
                f'"{installed.id}"; name another file, or add it: sco-quiz pack add PATH'
            )
        from quizapp.packs.read import read_pack

        former = read_pack(installed.path)
        known = register.registered(self._study.database.connection, installed.id)
        numbers = self._numbers(parcel, known)
        rows = {one.number: one for one in known.values()}
        names = {name: rows[number].id for name, number in numbers.items() if rows[number].live}
        lines = tuple(
            self._line(change, rows.get(_number_of(change, numbers, known)))
            for change in compare(former, parcel.pack, names)
        )
        learned = sum(one.live and one.seen for one in known.values())
        gone = sum(Kind.REMOVED in one.change.kinds for one in lines)
        untouched = len(parcel.pack.questions) - (len(lines) - gone)
        return Plan(installed, parcel, lines, untouched, learned)

    def _numbers(self, parcel: Parcel, known: Mapping[str, Registered]) -> dict[str, int]:
        from hashlib import sha256

        connection = self._study.database.connection
        fingerprint = sha256(parcel.data).hexdigest()
        claims = [Claim(one.id, one.was) for one in parcel.pack.questions]
        return register.numbers_for(connection, parcel.pack.id, fingerprint, claims, known)

    def _line(self, change: Change, row: Registered | None) -> Line:
        if Kind.REMOVED in change.kinds:
            return Line(change, Fate.ARCHIVED, row is not None and row.seen)
        if row is None:
            return Line(change, Fate.NEW, False)
        connection = self._study.database.connection
        entry = _entry(change.question)
        if not register.same_answer(row, entry, alike):
            if not updates.replied(connection, row.number):
                return Line(change, Fate.NONE, False)
            former = updates.former_answers(connection, row.number)
            key = updates.key_of(former, entry.answer, entry.said, alike)
            back = reviews.learned_before(connection, row.number, key)
            return Line(change, Fate.BACK if back else Fate.RELEARNED, row.seen)
        fate = Fate.KEPT if row.seen else Fate.NONE
        if row.seen and not row.live:
            fate = Fate.RETURNS
        elif row.seen and row.id != entry.id:
            fate = Fate.CARRIED
        return Line(change, fate, row.seen)

    def apply(self, plan: Plan, progress: Progress | None = None) -> InstalledPack:
        """Install the newer version and bring every memory in step; the former file is kept."""
        from quizapp.packs.former import keep

        keep(self._library, plan.installed)
        day = self._study.day().isoformat()
        (added,) = install(self._library, [plan.parcel], day=day, progress=progress)
        self._study.refresh()
        return added

    def undoable(self) -> list[InstalledPack]:
        """Every pack whose last update can be undone."""
        packs = (pack for pack in self._library.packs() if not pack.problems)
        return [pack for pack in packs if self._former(pack) is not None]

    def _former(self, installed: InstalledPack) -> Former | None:
        from quizapp.packs.former import last

        return last(self._library, installed)

    def undo(self, installed: InstalledPack) -> InstalledPack:
        """Go back to the version before the last update; every memory is as it was.

        Raises UsageError where nothing was updated.
        """
        from quizapp.packs.former import bring_back

        former = self._former(installed)
        if former is None:
            raise UsageError(f'"{installed.id}" was not updated, so there is nothing to undo')
        bring_back(self._library, installed, former, self._study.day().isoformat())
        self._study.refresh()
        return self.installed(installed.id)

    # Telling the author

    def feedback(self, installed: InstalledPack) -> Patch:
        """What the learner can tell the author of a pack: spellings and notes, nothing else."""
        from quizapp.exchange.feedback import gather
        from quizapp.packs.read import read_pack
        from quizapp.store import feedback

        database = self._study.database
        said = feedback.spellings(database, installed.id)
        return gather(read_pack(installed.path), said, feedback.notes(database, installed.id))


def _entry(question: Question) -> Entry:
    from quizapp.packs.codec import answer_hash, encode_answer

    answer = question.prompts[0].answer
    key, said = answer_hash(answer), encode_answer(answer)
    return Entry(question.id, question.topic, key, question.was, said)


def _number_of(change: Change, numbers: Mapping[str, int], known: Mapping[str, Registered]) -> int:
    if Kind.REMOVED in change.kinds:
        row = known.get(change.question.id)
        return row.number if row else 0
    return numbers.get(change.question.id, 0)
