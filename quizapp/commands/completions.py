"""sco-quiz completions: a script that teaches a shell the commands and their options."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

from quizapp.commands.arguments import named_path

SHELLS = ("bash", "zsh", "fish", "powershell")
HOW = {
    "bash": "Keep it with: sco-quiz completions bash "
    "> ~/.local/share/bash-completion/completions/sco-quiz",
    "zsh": "Keep it as a file named _sco-quiz in a folder of $fpath, e.g.: "
    'sco-quiz completions zsh > "${fpath[1]}/_sco-quiz"',
    "fish": "Keep it with: sco-quiz completions fish > ~/.config/fish/completions/sco-quiz.fish",
    "powershell": "Keep it with: sco-quiz completions powershell >> $PROFILE",
}
"""Where each shell looks for it."""


def add_options(completions: argparse.ArgumentParser) -> None:
    """What the command takes."""
    completions.add_argument(
        "shell", metavar="SHELL", choices=SHELLS, help=f"which shell: {', '.join(SHELLS)}"
    )


def run(args: argparse.Namespace, say: Callable[[str], None], remark: Callable[[str], None]) -> int:
    """Print the script for a shell, made out of the whole command line's parser; exit status.

    `args.parser` makes that parser.
    """
    say(script(args.parser(), args.shell).rstrip("\n"))
    remark(HOW[args.shell])
    return 0


def script(parser: argparse.ArgumentParser, shell: str) -> str:
    """The completion script of a command line for one of SHELLS."""
    import shtab

    for command, action in _actions(parser, ""):
        _complete(command, action)
    return shtab.complete(parser, shell)


def _actions(
    parser: argparse.ArgumentParser, command: str
) -> Iterator[tuple[str, argparse.Action]]:
    """(command, argument or option) for a parser and those below it."""
    for action in parser._actions:
        yield command, action
        if isinstance(action, argparse._SubParsersAction):
            for name, below in action.choices.items():
                yield from _actions(below, name)


def _complete(command: str, action: argparse.Action) -> None:
    """Say what is tried for an argument, where it is not any text."""
    import shtab

    from quizapp.choosing import SETTINGS

    if action.type in (Path, named_path) or action.metavar == "PATH":
        # The attribute is where shtab looks for it.
        complete = shtab.DIRECTORY if action.metavar == "DIR" else shtab.FILE
        action.complete = complete  # type: ignore[attr-defined]
    elif command == "settings" and action.dest == "name":
        action.choices = [one.name for one in SETTINGS]
