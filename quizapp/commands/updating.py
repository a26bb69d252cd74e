"""sco-quiz pack update: show what a newer version changes, take it, or go back."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple

from quizapp import wiring
from quizapp.commands.asking import agrees, somebody_there
from quizapp.commands.bar import Bar
from quizapp.commands.output import say_json
from quizapp.errors import QuizError, UsageError

if TYPE_CHECKING:
    from quizapp.packs.installing import Parcel
    from quizapp.packs.library import InstalledPack
    from quizapp.updating import Plan, Updating

Say = Callable[[str], None]


def add_options(update: argparse.ArgumentParser) -> None:
    """The options of `sco-quiz pack update`."""
    update.add_argument("pack", metavar="PACK", nargs="?", help="its id or title (all)")
    update.add_argument(
        "origin", metavar="FROM", nargs="?", help="path or address (where it was added from)"
    )
    update.add_argument("--yes", action="store_true", help="apply it without asking")
    update.add_argument("--undo", action="store_true", help="go back to before the last update")
    update.add_argument("--json", action="store_true", help="as JSON")


class _Target(NamedTuple):
    """A pack to update, and where its newer version lies. `known`: where it was added from."""

    installed: InstalledPack
    origin: str
    known: str


def run(args: argparse.Namespace, say: Say, remark: Say) -> int:
    """Show updates and, after a yes, apply them; the exit status."""
    from quizapp.updating import Updating

    if args.no_save:
        raise UsageError("an update changes installed packs; leave out --no-save")
    study = wiring.open_study(wiring.places(args.data))
    try:
        updating = Updating(study)
        if args.undo:
            return _undo(updating, args, say)
        with Bar(monotonic) as bar:
            return _Run(updating, args, say, remark, bar).all()
    finally:
        study.close()


def _undo(updating: Updating, args: argparse.Namespace, say: Say) -> int:
    if args.origin:
        raise UsageError("--undo goes back by itself; leave out where the pack comes from")
    if args.pack:
        installed = updating.installed(args.pack)
    else:
        found = updating.undoable()
        if len(found) != 1:
            names = ", ".join(pack.id for pack in found)
            why = (
                f"several packs were updated; name one of: {names}"
                if found
                else ("no pack was updated, so there is nothing to undo")
            )
            raise UsageError(why)
        installed = found[0]
    back = updating.undo(installed)
    if args.json:
        say_json({"pack": back.id, "from": installed.version, "to": back.version}, say)
    else:
        say(f"{back.title} is back at {back.version}; every memory of its answers is as it was.")
    return 0


class _Run:
    """One run of the command: the packs one after the other."""

    def __init__(
        self, updating: Updating, args: argparse.Namespace, say: Say, remark: Say, bar: Bar
    ) -> None:
        self.updating = updating
        self.args = args
        self.say = say
        self.remark = remark
        self.bar = bar
        self.rows: list[dict[str, Any]] = []

    def all(self) -> int:
        """Every pack that is meant. One that fails does not hold up the others."""
        status = 0
        targets = list(self.targets())
        for target in targets:
            if len(targets) == 1:
                self.one(target)
            elif not self.tried(target):
                status = 2
        if self.args.json:
            say_json(self.rows, self.say)
        elif not targets:
            self.say(
                "Nowhere is known where a newer version of a pack might lie. "
                "Name one: sco-quiz pack update PACK PATH"
            )
        return status

    def tried(self, target: _Target) -> bool:
        """One of several: what fails is told, and the others go on."""
        try:
            self.one(target)
        except QuizError as error:
            self.bar.clear()
            self.remark(f"{target.installed.id}: {error}")
            return False
        return True

    def targets(self) -> Iterator[_Target]:
        if not self.args.pack:
            for installed, origin in self.updating.with_origin():
                yield _Target(installed, origin, origin)
            return
        if not self.args.origin and _is_place(self.args.pack):
            for parcel in self.parcels(self.args.pack):
                installed = self.updating.installed(parcel.pack.id)
                yield _Target(installed, self.args.pack, "")
            return
        installed = self.updating.installed(self.args.pack)
        origin = self.args.origin or self.updating.origin(installed)
        yield _Target(installed, origin, "" if self.args.origin else origin)

    def parcels(self, origin: str) -> tuple[Parcel, ...]:
        """The checked packs at a path or address."""
        from quizapp.commands.adding import fetch
        from quizapp.exchange.offer import look

        return look(origin, fetch, self.bar.tell).parcels

    def one(self, target: _Target) -> None:
        """Show one update, and apply it after a yes."""
        installed = target.installed
        parcels = self.parcels(target.origin)
        parcel = next((one for one in parcels if one.pack.id == installed.id), parcels[0])
        same = parcel.pack.id == installed.id
        refusal = self.updating.refusal(installed, parcel) if same else ""
        if refusal:
            self.bar.clear()
            self.tell_refusal(target, parcel, refusal)
            return
        plan = self.updating.plan(installed, self.with_origin(target, parcel))
        self.bar.clear()
        if not self.args.json:
            from quizapp.commands.updating_text import describe

            for line in describe(plan):
                self.say(line)
        applied = self.is_wanted(target)
        if applied:
            self.updating.apply(plan, self.bar.counting("Updating the pack"))
            self.bar.clear()
        self.tell_end(target, plan, applied)

    def with_origin(self, target: _Target, parcel: Parcel) -> Parcel:
        """An address that is known stays known where this one update comes from a file."""
        from quizapp.exchange.offer import is_address

        known = self.updating.known_origin(target.installed)
        keeps = bool(known) and is_address(known) and not is_address(target.origin)
        return parcel._replace(origin="") if keeps else parcel

    def is_wanted(self, target: _Target) -> bool:
        if self.args.yes:
            return True
        if self.args.json or not somebody_there():
            return False
        return agrees(f"Update {target.installed.id}?")

    def tell_refusal(self, target: _Target, parcel: Parcel, refusal: str) -> None:
        if not self.args.json:
            self.say(refusal)
            return
        row = {"pack": target.installed.id, "from": target.installed.version}
        self.rows.append({**row, "to": parcel.pack.version, "applied": False, "message": refusal})

    def tell_end(self, target: _Target, plan: Plan, applied: bool) -> None:
        if self.args.json:
            from quizapp.commands.updating_text import as_row

            self.rows.append(as_row(plan, applied))
        elif applied:
            name = plan.installed.id
            self.say(f"Updated {name} to {plan.pack.version}.")
            self.remark(f"To go back: sco-quiz pack update --undo {name}")
        else:
            from quizapp.packs.format.files import shell_word

            place = "" if target.known else f" {shell_word(target.origin)}"
            again = f"sco-quiz pack update {target.installed.id}{place} --yes"
            self.remark(f"Nothing was changed. To apply it: {again}")


def _is_place(text: str) -> bool:
    """Whether a word is a path or an address rather than a pack's name."""
    from quizapp.exchange.offer import is_address

    return is_address(text) or text.endswith((".toml", ".zip")) or len(Path(text).parts) > 1
