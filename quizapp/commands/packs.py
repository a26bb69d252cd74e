"""sco-quiz pack: begin a pack, add, list, remove and hand on packs."""

from __future__ import annotations

import argparse
import gc
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizapp import wiring
from quizapp.commands.arguments import named_path
from quizapp.commands.output import say_json

if TYPE_CHECKING:
    from quizapp.packs.library import InstalledPack, Library

Say = Callable[[str], None]
Adder = Callable[[str, str, str], argparse.ArgumentParser]
"""Adds an action: its name, what it is for, an example."""
STOPPED = 130


def add_options(add: Adder) -> None:
    """What each action of the command takes."""
    _new_options(
        add("new", "Begin a pack: five questions, then a file.", "sco-quiz pack new my-packs")
    )
    adding = add(
        "add", "Check packs, show what they hold, and add them.", "sco-quiz pack add europe.toml"
    )
    adding.add_argument(
        "place",
        metavar="PATH|URL",
        help="a pack (TOML), a folder or a zip of packs, or an https address of a pack or a zip",
    )
    adding.add_argument(
        "--yes", action="store_true", help="add them without asking; no yes is read from a pipe"
    )
    listing = add("list", "The packs that are installed.", "sco-quiz pack list --json")
    listing.add_argument("--json", action="store_true", help="as JSON")
    removing = add(
        "remove",
        "Take a pack out; what you remember of it is kept.",
        "sco-quiz pack remove europe",
    )
    removing.add_argument("pack", metavar="PACK", nargs="?", default="", help="the pack's id")
    removing.add_argument("--undo", action="store_true", help="bring PACK back (the last one)")
    removing.add_argument(
        "--yes", action="store_true", help="take it out without asking; no yes is read from a pipe"
    )
    exporting = add(
        "export", "Write a pack into one file to hand on.", "sco-quiz pack export europe"
    )
    exporting.add_argument("pack", metavar="PACK", help="the pack's id")
    exporting.add_argument(
        "-o", "--output", metavar="FILE", type=named_path, help="the file or folder to write to (.)"
    )
    exporting.add_argument(
        "--with-sources", action="store_true", help="a zip that holds its sources as well"
    )
    exporting.add_argument("--force", action="store_true", help="replace a file that is there")
    from quizapp.commands import feedback, updating

    updating.add_options(
        add("update", "Take a newer version, after a look at it.", "sco-quiz pack update europe")
    )
    feedback.add_options(
        add(
            "feedback",
            "Your spellings and notes, for the pack's author.",
            "sco-quiz pack feedback europe -o europe-feedback.toml",
        )
    )


def _new_options(new: argparse.ArgumentParser) -> None:
    new.add_argument(
        "path",
        metavar="DIR|FILE",
        type=named_path,
        nargs="?",
        help="where to write it (this folder)",
    )
    new.add_argument("--title", help="its title")
    new.add_argument("--id", help="its id, which stays (from the file's name or the title)")
    new.add_argument("--about", help="what it is about, in a sentence")
    new.add_argument("--topic", help="its first topic")
    new.add_argument("--license", metavar="TERMS", help="its licence (CC-BY-4.0)")
    new.add_argument("--language", metavar="TAG", default="en", help="its language (en)")
    new.add_argument("--yes", action="store_true", help="ask nothing; take what is proposed")


def run(args: argparse.Namespace, say: Say, remark: Say) -> int:
    """Do what is asked of packs; the exit status. Ctrl-C stops it before anything is changed."""
    gc.enable()
    try:
        return _ACTIONS[args.action](args, say, remark)
    except KeyboardInterrupt:
        # Of several packs to update, some may be by then.
        rest = "Whatever was not finished is as it was before"
        remark(f"\nStopped. {rest if args.action == 'update' else 'Nothing was changed'}.")
        return STOPPED


def _new(args: argparse.Namespace, say: Say, remark: Say) -> int:
    from quizapp.commands.asking import somebody_there
    from quizapp.drafting.desk.replacing import cannot_write
    from quizapp.errors import UsageError
    from quizapp.exchange.starter import place_for, starter_text, write_starter
    from quizapp.packs.format.files import shell_word
    from quizapp.packs.format.text import printable

    named = args.path or args.id or args.title or args.yes
    if not named and not somebody_there():
        raise UsageError(
            "nobody can be asked here; name a file, as in `sco-quiz pack new europe.toml`, or say "
            "--yes for my-pack.toml"
        )
    stem = args.path.stem if args.path is not None and args.path.suffix.lower() == ".toml" else ""
    if stem:
        place_for(args.path, "")
    given = _five(args, stem)
    text = starter_text(given, args.language)
    target = place_for(args.path, given["id"])
    try:
        write_starter(target, text)
    except OSError as error:
        raise cannot_write(target, error) from error
    say(printable(str(target)))
    remark("Write your own questions over the example in it. Then:")
    remark(f"  sco-quiz check {shell_word(target)}")
    remark(f"  sco-quiz pack add {shell_word(target)}")
    return 0


def _five(args: argparse.Namespace, stem: str) -> dict[str, str]:
    """The five things a pack begins with: as given, as typed, or as proposed."""
    from quizapp.commands.asking import ask, somebody_there
    from quizapp.exchange.starter import FIVE, fault, proposed

    asking = somebody_there() and not args.yes
    given: dict[str, str] = {one.name: value for one in FIVE if (value := getattr(args, one.name))}
    for name, question in FIVE:
        if name in given:
            continue
        given[name] = proposal = proposed(name, given, stem)
        while asking:
            typed = ask(f"{question} [{proposal}]:")
            if typed is None:
                raise KeyboardInterrupt
            given[name] = typed or proposal
            wrong = fault(name, given[name])
            if not wrong:
                break
            _tell(f"  {wrong}")
    return given


def _tell(words: str) -> None:
    import sys

    sys.stderr.write(f"{words}\n")


def _add(args: argparse.Namespace, say: Say, remark: Say) -> int:
    from quizapp.commands.adding import add

    # Many small values without a circle: looking for garbage among them takes a third longer.
    gc.disable()
    return add(args, say, remark)


def _remove(args: argparse.Namespace, say: Say, remark: Say) -> int:
    from quizapp.commands.asking import agrees, somebody_there
    from quizapp.errors import UsageError
    from quizapp.packs.removing import bring_back, installed, remove

    with closing(wiring.open_library(wiring.places(args.data))) as library:
        if args.undo:
            back = bring_back(library, args.pack)
            say(f"{back} is back, with all you remember of it.")
            return 0
        if not args.pack:
            raise UsageError("which pack? name its id; `sco-quiz pack list` lists them")
        pack = installed(library, args.pack)
        if not args.yes:
            if not somebody_there():
                raise UsageError("nobody can be asked here; to remove it all the same, say --yes")
            remark(f"{_named(pack)}. What you remember of it is kept.")
            if not agrees("Remove it?"):
                remark("Nothing was changed.")
                return 0
        taken = remove(library, args.pack, day=wiring.now().date().isoformat())
        _say_removed(library, taken.pack, taken.kept, say, remark)
    return 0


def _named(pack: InstalledPack) -> str:
    from quizapp.packs.format.text import printable
    from quizapp.tui.wording import counted

    if pack.problems:
        return f"{printable(str(pack.path))}: cannot be used"
    return f"{pack.title} {pack.version} ({pack.id}), {counted(pack.questions, 'question')}"


def _say_removed(
    library: Library, pack: InstalledPack, kept: Path | None, say: Say, remark: Say
) -> None:
    name = pack.id or pack.path.stem
    if kept is None:
        say(f"Removed {name}: it came with the app and is hidden now.")
    else:
        say(f"Removed {name}: it is kept in {kept}.")
        if any(one.id == pack.id and one.shipped for one in library.packs()):
            remark("The one that came with the app shows again.")
    remark(f"Bring it back, with all you remember of it: sco-quiz pack remove --undo {name}")


def _export(args: argparse.Namespace, say: Say, remark: Say) -> int:
    from quizapp.drafting.desk.replacing import cannot_write
    from quizapp.exchange.export import export, write_export
    from quizapp.packs.format.files import shell_word
    from quizapp.packs.format.text import printable

    with closing(wiring.open_library(wiring.places(args.data))) as library:
        made = export(library, args.pack, with_sources=args.with_sources)
    try:
        path = write_export(made, args.output, replace=args.force)
    except OSError as error:
        raise cannot_write(Path(error.filename or args.output or made.name), error) from error
    say(printable(str(path)))
    if made.left_out:
        named = ", ".join(made.left_out)
        remark(f"Not in it are its sources ({named}); --with-sources makes a zip with them.")
    if made.missing:
        remark(f"Cited, but not installed here: {', '.join(made.missing)}")
    remark(f"Whoever gets it adds it with: sco-quiz pack add {shell_word(path.name)}")
    return 0


def _list(args: argparse.Namespace, say: Say, remark: Say) -> int:
    with closing(wiring.open_library(wiring.places(args.data))) as library:
        found = library.packs()
        hidden = library.hidden()
        origins = {one.id: library.origin(one.id) for one in found if one.id and not one.shipped}
    if args.json:
        say_json([_row(one, origins) for one in found], say)
        return 0
    if not found:
        say("No pack is installed. Add one with: sco-quiz pack add FILE")
    for one in found:
        for line in _lines(one, origins.get(one.id, "")):
            say(line)
    if hidden:
        remark(f"Hidden: {', '.join(hidden)}. To bring one back: sco-quiz pack remove --undo PACK")
    return 0


def _row(pack: InstalledPack, origins: dict[str, str]) -> dict[str, Any]:
    origin = "with the app" if pack.shipped else origins.get(pack.id, "")
    return pack._asdict() | {"path": str(pack.path), "origin": origin}


def _lines(pack: InstalledPack, origin: str) -> list[str]:
    """A pack in a line, or a file that cannot be used with all its problems."""
    from quizapp.packs.format.text import printable

    if pack.problems:
        told = [f"  {printable(problem)}" for problem in pack.problems]
        return [f"{printable(str(pack.path))}: cannot be used", *told]
    place = "with the app" if pack.shipped else printable(str(pack.path))
    place += f", from {origin}" if origin else ""
    size = f"{pack.questions:>6} question{' ' if pack.questions == 1 else 's'}"
    return [f"{pack.id:<20} {pack.version:<8} {size}  {pack.title}  ({place})"]


def _update(args: argparse.Namespace, say: Say, remark: Say) -> int:
    from quizapp.commands import updating

    return updating.run(args, say, remark)


def _feedback(args: argparse.Namespace, say: Say, remark: Say) -> int:
    from quizapp.commands import feedback

    return feedback.run(args, say, remark)


_ACTIONS: dict[str, Callable[[argparse.Namespace, Say, Say], int]] = {
    "new": _new,
    "add": _add,
    "list": _list,
    "remove": _remove,
    "export": _export,
    "update": _update,
    "feedback": _feedback,
}
