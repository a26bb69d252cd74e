"""The completion scripts, tried in the shells themselves where they are installed."""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from quizapp.commands import completions, line, settings


@pytest.fixture
def parser(monkeypatch: pytest.MonkeyPatch) -> argparse.ArgumentParser:
    for name, module in (("settings", settings), ("completions", completions)):
        monkeypatch.setitem(line.COMMANDS, name, (f"{name}.", "sco-quiz", module.add_options))
    return line.parser()


def ran(argv: list[str], **options: str) -> str:
    done = subprocess.run(
        argv, capture_output=True, text=True, timeout=60, check=True, env=os.environ | options
    )
    return done.stdout


def wants(shell: str) -> str:
    found = shutil.which(shell) if os.name == "posix" else None
    if found is None:
        pytest.skip(f"{shell} is not installed")
    return found


def in_bash(script: Path, line: str) -> set[str]:
    words = shlex.split(line) + ([""] if line.endswith(" ") else [])
    code = (
        f"source {shlex.quote(str(script))}\n"
        f"COMP_WORDS=({' '.join(map(shlex.quote, words))})\nCOMP_CWORD={len(words) - 1}\n"
        f'COMP_LINE={shlex.quote(line)}\n_shtab_sco_quiz\nprintf "%s\\n" "${{COMPREPLY[@]}}"'
    )
    return set(ran([wants("bash"), "--norc", "-c", code]).split())


def in_fish(script: Path, line: str) -> set[str]:
    code = f"source {shlex.quote(str(script))}; complete -C {shlex.quote(line)}"
    out = ran([wants("fish"), "--no-config", "-c", code])
    return {row.split("\t")[0] for row in out.splitlines()}


ZSH = r"""
import os, pty, select, sys, time
script, line = sys.argv[1:]
pid, master = pty.fork()
if pid == 0:
    os.environ.update(TERM="dumb", COLUMNS="200", LINES="50", PS1="$ ")
    os.execvp("zsh", ["zsh", "-f", "-i"])
def read(until, seconds=20):
    text = b""
    end = time.monotonic() + seconds
    while until not in text and time.monotonic() < end:
        if select.select([master], [], [], 0.1)[0]:
            text += os.read(master, 65536)
    return text
os.write(master, b"unsetopt zle_bracketed_paste prompt_sp; setopt list_rows_first; "
         b"autoload -U compinit; compinit -u -D; zstyle ':completion:*' list-prompt ''; "
         b"LISTMAX=0; source " + script.encode() + b"; "
         b"show() { zle list-choices; zle -R; print DO''NE }; zle -N show; bindkey '^I' show; "
         b"compdef _shtab_sco_quiz sco-quiz; print REA''DY\n")
read(b"READY")
os.write(master, line.encode() + b"\t")
print(read(b"DONE").decode(errors="replace"))
os.close(master)
"""


def in_zsh(script: Path, line: str) -> set[str]:
    wants("zsh")
    import sys

    return set(ran([sys.executable, "-c", ZSH, str(script), line]).split())


SHELLS = {"bash": in_bash, "fish": in_fish, "zsh": in_zsh}


@pytest.fixture
def complete(tmp_path: Path, parser: argparse.ArgumentParser, request: pytest.FixtureRequest):
    shell = request.param
    path = tmp_path / f"sco-quiz.{shell}"
    path.write_text(completions.script(parser, shell), encoding="utf-8")
    return lambda line: SHELLS[shell](path, line)


every_shell = pytest.mark.parametrize("complete", SHELLS, indirect=True)


@every_shell
def test_a_command_is_completed(complete) -> None:
    found = complete("sco-quiz st")
    assert "study" in found
    assert "quiz" not in found


@every_shell
def test_the_options_of_a_command_are_completed(complete) -> None:
    found = complete("sco-quiz study --")
    assert {"--topic", "--limit", "--plain"} <= found
    assert "--count" not in found


@every_shell
def test_what_a_setting_is_called_is_completed(complete) -> None:
    assert "retention" in complete("sco-quiz settings re")


@every_shell
def test_a_command_below_a_command_is_completed(complete) -> None:
    assert {"add", "list"} <= complete("sco-quiz pack ")


@every_shell
def test_a_file_is_completed_where_one_is_wanted(
    complete, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rivers.toml").touch()
    monkeypatch.chdir(tmp_path)
    assert any("rivers.toml" in word for word in complete("sco-quiz check riv"))


@pytest.mark.parametrize("shell", completions.SHELLS)
def test_every_command_and_option_stands_in_the_script(
    shell: str, parser: argparse.ArgumentParser
) -> None:
    text = completions.script(parser, shell)
    for name in line.COMMANDS:
        assert name in text
    for option in ("topic", "no-save", "articles", "strict", "replay"):
        assert option in text


def test_the_script_goes_to_standard_output_and_the_advice_beside_it(
    parser: argparse.ArgumentParser,
) -> None:
    said: list[str] = []
    remarked: list[str] = []
    args = parser.parse_args(["completions", "fish"])
    args.parser = lambda: parser
    assert completions.run(args, said.append, remarked.append) == 0
    assert "complete -c sco-quiz" in said[0]
    assert "completions/sco-quiz.fish" in remarked[0]


def test_an_unknown_shell_is_refused(
    parser: argparse.ArgumentParser, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        parser.parse_args(["completions", "csh"])
    assert end.value.code == 2
    assert "fish" in capsys.readouterr().err
