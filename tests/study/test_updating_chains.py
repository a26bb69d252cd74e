"""Any chain of updates, with replies in between, loses nothing."""

from __future__ import annotations

import random
import shutil
import tempfile
from pathlib import Path
from typing import NamedTuple

from conftest import Clock
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from quizapp.packs.library import Folder, Library
from quizapp.store.database import open_database
from quizapp.store.reviews import rebuild
from quizapp.study import Study

HEAD = 'format = 1\nid = "chain"\ntitle = "Chain"\nversion = "1.0.{}"\n'
ANSWERS = ("Astana", "Minsk", "Delhi")


class Asked(NamedTuple):
    """A question of the model: whoever it is, whatever its id."""

    who: int
    answer: str
    wording: int
    was: tuple[str, ...] = ()


Version = dict[str, Asked]


def text(number: int, version: Version) -> str:
    lines = [HEAD.format(number)]
    for name, one in version.items():
        lines += [
            "[[question]]",
            f'id = "{name}"',
            f'ask = "Wording {one.wording} of {one.who}?"',
            f'answer = "{one.answer}"',
        ]
        if one.was:
            lines.append(f"was = {list(one.was)!r}".replace("'", '"'))
    return "\n".join(lines) + "\n"


class Chains(RuleBasedStateMachine):
    """Versions of one pack, undone and updated, while somebody studies it."""

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp())
        (self.home / "packs").mkdir()
        self.clock = Clock()
        self.pack = self.home / "packs" / "chain.toml"
        self.count = 0
        self.people = 0
        self.names = 0
        first = {self.name(): self.person() for _ in range(3)}
        self.versions = [(text(0, first), first)]
        self.removed: dict[str, Asked] = {}
        self.second: set[str] = set()
        self.numbers: dict[int, int] = {}
        self.expected: dict[tuple[int, str], tuple[object, ...] | None] = {}
        self.log: set[tuple[object, ...]] = set()
        self.pack.write_text(self.versions[-1][0])
        library = Library((Folder(self.home / "packs", shipped=False),), self.home / "catalog.db")
        library.refresh()
        database = open_database(self.home / "quiz.db")
        chance = random.Random(3)
        self.study = Study(database, library, now=self.clock, chance=chance.randbytes)

    def teardown(self) -> None:
        self.study.close()
        shutil.rmtree(self.home)

    def name(self) -> str:
        self.names += 1
        return f"q{self.names}"

    def person(self) -> Asked:
        self.people += 1
        return Asked(self.people, ANSWERS[0], 0)

    @property
    def now(self) -> Version:
        return dict(self.versions[-1][1])

    def put(self, content: str) -> None:
        self.clock.days(0.01)
        self.pack.write_text(content)
        self.study.refresh()

    def update(self, version: Version) -> None:
        self.count += 1
        self.versions.append((text(self.count, version), version))
        self.put(self.versions[-1][0])

    def memory(self, number: int) -> tuple[object, ...] | None:
        return self.study.database.connection.execute(
            "SELECT stability, difficulty, due, last, replies, lapses FROM memory "
            "WHERE question = ?",
            (number,),
        ).fetchone()

    def register(self) -> dict[str, int]:
        rows = self.study.database.connection.execute(
            "SELECT id, number FROM question WHERE installed"
        ).fetchall()
        assert len({name for name, _ in rows}) == len({number for _, number in rows}) == len(rows)
        return dict(rows)

    @rule(which=st.integers(0, 99), right=st.booleans(), days=st.integers(0, 9))
    def reply(self, which: int, right: bool, days: int) -> None:
        self.clock.days(days)
        register = self.register()
        name = sorted(register)[which % len(register)]
        session = self.study.only(register[name])
        session, asked = self.study.ask(session)
        assert asked is not None
        correction = self.study.correction(session, asked)
        if correction is not None:
            assert correction.former != correction.now == self.now[name].answer
            self.study.corrected(correction)
            assert self.study.correction(session, asked) is None
        answer = self.now[name].answer
        self.study.reply(session, asked, (answer,) if right else (), 1000)
        self.expected[self.now[name].who, answer] = self.memory(register[name])

    @rule(which=st.integers(0, 99))
    def undo_reply(self, which: int) -> None:
        register = self.register()
        name = sorted(register)[which % len(register)]
        session, asked = self.study.ask(self.study.only(register[name]))
        assert asked is not None
        before = self.memory(register[name])
        step = self.study.reply(session, asked, (), 1000)
        self.study.undo(step.session)
        assert self.memory(register[name]) == before

    @rule(which=st.integers(0, 99), answer=st.sampled_from(ANSWERS))
    def change_answer(self, which: int, answer: str) -> None:
        version = self.now
        name = sorted(version)[which % len(version)]
        version[name] = version[name]._replace(answer=answer)
        self.update(version)

    @rule(which=st.integers(0, 99))
    def reword(self, which: int) -> None:
        version = self.now
        name = sorted(version)[which % len(version)]
        version[name] = version[name]._replace(wording=version[name].wording + 1)
        self.update(version)

    @rule(which=st.integers(0, 99), answer=st.sampled_from(ANSWERS))
    def rename(self, which: int, answer: str) -> None:
        version = self.now
        name = sorted(version)[which % len(version)]
        one = version[name]
        renamed = one._replace(was=(*one.was, name)[-3:], answer=answer)
        fresh = self.name()
        # It keeps its place in the file.
        self.update({fresh if key == name else key: renamed if key == name else held
                     for key, held in version.items()})  # fmt: skip

    @rule()
    def grow(self) -> None:
        self.update({**self.now, self.name(): self.person()})

    @precondition(lambda self: any(one.was for one in self.now.values()))
    @rule(which=st.integers(0, 99))
    def take_a_former_id_for_something_else(self, which: int) -> None:
        version = self.now
        free = sorted({name for one in version.values() for name in one.was} - version.keys())
        name = free[which % len(free)]
        version = {
            key: one._replace(was=tuple(other for other in one.was if other != name))
            for key, one in version.items()
        }
        # Once for each id: of an id that three questions had, nobody can know which is meant.
        if name not in self.second:
            self.second.add(name)
            self.update({name: self.person(), **version})

    @precondition(lambda self: len(self.now) > 1)
    @rule(which=st.integers(0, 99))
    def remove(self, which: int) -> None:
        version = self.now
        name = sorted(version)[which % len(version)]
        one = version.pop(name)
        self.removed[name] = one._replace(was=())
        self.update(version)

    @precondition(lambda self: self.removed)
    @rule(which=st.integers(0, 99), answer=st.sampled_from(ANSWERS))
    def come_back(self, which: int, answer: str) -> None:
        name = sorted(self.removed)[which % len(self.removed)]
        one = self.removed.pop(name)
        former = {other for held in self.now.values() for other in held.was}
        alive = {held.who for held in self.now.values()}
        if name not in self.now and name not in former and one.who not in alive:
            self.update({**self.now, name: one._replace(answer=answer)})

    @precondition(lambda self: len(self.versions) > 1)
    @rule(steps=st.integers(1, 3))
    def undo(self, steps: int) -> None:
        del self.versions[max(1, len(self.versions) - steps) :]
        self.put(self.versions[-1][0])

    @rule()
    def take_the_pack_away_and_bring_it_back(self) -> None:
        self.pack.unlink()
        self.study.refresh()
        assert not self.register()
        self.put(self.versions[-1][0])

    @invariant()
    def nobody_loses_a_review(self) -> None:
        log = set(self.study.database.connection.execute("SELECT * FROM review"))
        assert log >= self.log
        self.log = log

    @invariant()
    def every_question_has_one_number_for_ever(self) -> None:
        register = self.register()
        assert register.keys() == self.now.keys()
        for name, one in self.now.items():
            assert self.numbers.setdefault(one.who, register[name]) == register[name]
        assert len(set(self.numbers.values())) == len(self.numbers)

    @invariant()
    def a_memory_belongs_to_an_answer(self) -> None:
        register = self.register()
        for name, one in self.now.items():
            assert self.memory(register[name]) == self.expected.get((one.who, one.answer))

    @invariant()
    def a_replay_gives_the_same_to_the_byte(self) -> None:
        connection = self.study.database.connection
        tables = [
            "SELECT * FROM memory",
            "SELECT * FROM daily WHERE replies",
            "SELECT number, seen FROM question",
        ]
        before = [connection.execute(one).fetchall() for one in tables]
        rebuild(self.study.database, retention=self.study.retention)
        assert [connection.execute(one).fetchall() for one in tables] == before


Chains.TestCase.settings = settings(
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestChains = Chains.TestCase
