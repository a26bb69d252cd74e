from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import PACK

from quizapp import __version__
from quizapp.cli import MODULES
from quizapp.commands.line import COMMANDS, GROUPS

Run = Callable[..., tuple[int, str, str]]


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version") == (0, f"sco-quiz {__version__}\n", "")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(run: Run, command: str) -> None:
    status, out, _ = run(command, "--help")
    assert status == 0
    assert "Example: sco-quiz" in out


@pytest.mark.parametrize(
    "argv",
    [
        ["dance"],
        ["study", "--limit", "0"],
        ["study", "--limit", "many"],
        ["study", "--topic", "nowhere"],
        ["quiz", "--count", "-3"],
        ["quiz"],
        ["pack"],
        ["pack", "add"],
        ["pack", "add", "missing.toml"],
        ["pack", "add", "."],
        ["check", "missing.toml"],
        ["check", "--articles", "missing"],
        ["source", "missing.txt"],
        ["source", __file__, "--date", "yesterday"],
        ["restore", "1999-01-01"],
        ["due", "--data"],
        ["due", "extra"],
        ["--frobnicate"],
    ],
)
def test_a_mistake_is_told_in_words_with_status_two(
    run: Run, argv: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = run(*argv)
    assert status == 2
    assert "Traceback" not in out + err
    assert (out + err).strip()


def test_due_counts_as_json_for_scripts(run: Run, pack: Path) -> None:
    assert run("pack", "add", pack)[0] == 0
    status, out, err = run("due", "--json")
    counts = json.loads(out)
    assert (status, err) == (0, "")
    assert (counts["new"], counts["due"], counts["left"]) == (4, 0, 4)


def test_a_pack_put_into_the_folder_by_hand_is_found(run: Run, pack: Path) -> None:
    where = dict(line.rsplit(maxsplit=1) for line in run("where")[1].splitlines())
    folder = Path(where["your packs"])
    folder.mkdir(parents=True)
    pack.rename(folder / "by-hand.toml")
    assert "small" in run("pack", "list")[1]


def test_a_broken_pack_is_not_added_and_every_problem_is_told(run: Run, pack: Path) -> None:
    pack.write_text(
        PACK.replace('answer = "Minsk"', 'answer = "Brest"').replace('id = "members"', 'id = "!"'),
        encoding="utf-8",
    )
    status, _, err = run("pack", "add", pack)
    assert status == 2
    assert len(err.splitlines()) == 2
    assert all(line.startswith(f"{pack}:") for line in err.splitlines())
    assert "No pack" in run("pack", "list")[1]


def test_a_session_is_played_as_lines_of_text(run: Run, pack: Path) -> None:
    run("pack", "add", pack)
    # Astana, 10, Minsk and both languages, in whatever order the options stand.
    status, out, _ = run("study", "--plain", lines=("Astana", "?", "Minsk", "Chinese and Russian"))
    assert status == 0
    assert "RIGHT." in out
    assert "NOT KNOWN YET. " in out
    assert "WRONG" not in out
    assert "Stopped here. Every reply is saved" in out
    assert json.loads(run("due", "--json")[1])["again"] == 1


def test_plain_lines_move_no_cursor(run: Run, pack: Path) -> None:
    run("pack", "add", pack)
    _, out, err = run("study", lines=("?",) * 3)
    assert "\x1b" not in out + err


def test_a_plain_session_can_be_undone_and_rated(run: Run, pack: Path) -> None:
    run("pack", "add", pack)
    _, out, _ = run("study", "--plain", lines=("Astana", "/easy", "/undo", "/quit"))
    assert "Rated easy" in out
    assert "Taken back" in out
    assert json.loads(run("due", "--json")[1])["done"] == 0


def test_a_finished_session_ends_with_a_summary(run: Run, pack: Path) -> None:
    run("pack", "add", pack)
    lines = ("Astana", "10 ", "Minsk", "Russian, Chinese", "")
    _, out, _ = run("study", "--plain", lines=("Astana", "4", "Minsk", "Russian, Chinese", ""))
    assert "Done: 4 questions, 4 right at the first try" in out, lines
    assert "Today is done." in run("study", "--plain")[1]


def test_a_round_is_played_as_lines_of_text(run: Run, pack: Path) -> None:
    run("pack", "add", pack)
    _, out, _ = run("quiz", "--plain", "--count", "2", "--seed", "5", lines=("?", "?"))
    assert "0 of 2 right, 0 points." in out
    again = run("quiz", "--plain", "--count", "2", "--seed", "5", lines=("?", "?"))[1]
    assert [line for line in again.splitlines() if line.endswith("?")] == [
        line for line in out.splitlines() if line.endswith("?")
    ]


def test_where_names_every_path(run: Run, tmp_path: Path) -> None:
    out = run("where", "--data", tmp_path / "mine.db")[1]
    assert str(tmp_path / "mine.db") in out
    assert len(out.splitlines()) == 5


def test_the_environment_moves_the_data_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pack: Path
) -> None:
    monkeypatch.setenv("SCO_QUIZ_DATA", str(tmp_path / "moved.db"))
    run("pack", "add", pack)
    run("due")
    assert (tmp_path / "moved.db").is_file()


def test_a_backup_is_made_and_restored(run: Run, pack: Path, tmp_path: Path) -> None:
    data = tmp_path / "mine.db"
    run("pack", "add", pack)
    assert "no backup yet" in run("restore", "--data", data)[1]
    run("study", "--plain", "--data", data, lines=("?",))
    run("study", "--plain", "--data", data, lines=("?", "?"))
    name = run("restore", "--data", data)[1].split()[0]
    status, out, _ = run("restore", name, "--data", data)
    assert status == 0
    assert "with 1 reply" in out
    aside = next(tmp_path.glob("mine.db.set-aside-*"))
    kept = sqlite3.connect(aside)
    assert kept.execute("SELECT count(*) FROM review").fetchone()[0] == 3
    kept.close()


def test_memories_are_worked_out_anew_on_request(run: Run, pack: Path) -> None:
    run("pack", "add", pack)
    run("study", "--plain", lines=("Astana",))
    assert run("restore", "--replay")[1] == "Worked out 1 memory anew.\n"


def test_playing_without_saving_leaves_no_file(run: Run, pack: Path, tmp_path: Path) -> None:
    run("pack", "add", pack)
    data = tmp_path / "never.db"
    _, out, _ = run("study", "--plain", "--no-save", "--data", data, lines=("?",))
    assert "nothing of this is kept" in out
    assert not data.exists()


def test_square_brackets_are_shown_as_typed(run: Run, pack: Path) -> None:
    text = PACK.replace("Which city is the capital of Kazakhstan?", "Which [b]city[/] is [red]it?")
    pack.write_text(text, encoding="utf-8")
    run("pack", "add", pack)
    assert "Which [b]city[/] is [red]it?" in run("study", "--plain", lines=("/quit",))[1]


def test_a_pack_is_never_put_over_another_one(run: Run, pack: Path) -> None:
    where = dict(line.rsplit(maxsplit=1) for line in run("where")[1].splitlines())
    folder = Path(where["your packs"])
    folder.mkdir(parents=True)
    (folder / "small.toml").write_text(
        PACK.replace('id = "small"', 'id = "mine"'), encoding="utf-8"
    )
    assert run("pack", "add", pack)[0] == 0
    listed = run("pack", "list")[1]
    assert "mine" in listed
    assert "small" in listed


def test_an_article_is_never_written_over(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Headline\n\nA paragraph.\n", encoding="utf-8")
    status, _, err = run("source", article, "-o", article)
    assert status == 2
    assert "the article itself" in err
    assert article.read_text(encoding="utf-8") == "Headline\n\nA paragraph.\n"


def test_a_source_needs_no_address(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Headline\n\nA paragraph of words.\n", encoding="utf-8")
    target = tmp_path / "sources" / "article.toml"
    target.parent.mkdir()
    assert run("source", article, "-o", target)[0] == 0
    assert run("check", target)[0] == 0
    assert "paragraph of words" not in target.read_text(encoding="utf-8")


def test_a_file_mended_in_place_is_seen(run: Run, pack: Path) -> None:
    where = dict(line.rsplit(maxsplit=1) for line in run("where")[1].splitlines())
    folder = Path(where["your packs"])
    folder.mkdir(parents=True)
    (folder / os.fsdecode(b"\xff.toml")).write_text(PACK, encoding="utf-8")
    status, out, _ = run("pack", "list")
    assert status == 0
    assert "rename the file" in out


def test_replies_that_were_not_saved_are_not_called_saved(run: Run, pack: Path) -> None:
    run("pack", "add", pack)
    out = run("study", "--plain", "--no-save", lines=("?", "/quit"))[1]
    assert "Nothing of this was saved" in out


def test_the_word_help_is_the_option(run: Run) -> None:
    assert run("help") == run("--help")


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["quizz"], 'there is no command "quizz"; did you mean `sco-quiz quiz`?'),
        (["stat"], 'there is no command "stat"; did you mean `sco-quiz stats`?'),
        (["version"], 'there is no command "version"; did you mean `sco-quiz --version`?'),
        (["choose"], 'there is no command "choose"; did you mean `sco-quiz settings`?'),
        (["xyzzy"], 'there is no command "xyzzy"; see `sco-quiz --help`'),
        (["pack", "lst"], 'there is no command "lst"; did you mean `sco-quiz pack list`?'),
        (["due", "extra"], "unrecognized arguments: extra; see `sco-quiz due --help`"),
        (["pack", "list", "x"], "unrecognized arguments: x; see `sco-quiz pack list --help`"),
        (["learn", "nowhere"], 'there is no topic "nowhere"'),
        (["map", "someday"], "`sco-quiz map 2001`"),
        (["timeline", "someday"], "`sco-quiz timeline 2024`"),
    ],
)
def test_a_mistyped_command_is_told_in_a_line_with_the_nearest_one(
    run: Run, argv: list[str], told: str
) -> None:
    status, out, err = run(*argv)
    assert (status, out) == (2, "")
    assert told in err
    assert err.count("\n") == 1


def test_the_help_groups_the_commands(run: Run) -> None:
    lines = run("--help")[1].splitlines()
    places = [lines.index(f"  {heading}:") for heading in GROUPS.values()]
    assert places == sorted(places)
    for place, first in zip(places, GROUPS, strict=True):
        assert lines[place + 1].split()[0] == first


def test_every_command_has_a_module_that_runs_it() -> None:
    from importlib import import_module

    for command in (*COMMANDS, "app"):
        assert callable(import_module(f"quizapp.commands.{MODULES.get(command, command)}").run)


def test_the_name_of_a_pack_in_place_of_a_topic_leads_to_its_topics(run: Run, pack: Path) -> None:
    run("pack", "add", pack)
    err = run("learn", "--plain", "smal")[2]
    assert "topics: small/capitals" in err


def test_a_topic_and_a_date_are_taken_without_an_option(run: Run, pack: Path) -> None:
    run("pack", "add", pack)
    assert run("learn", "--plain", "capitals") == run("learn", "--plain", "--topic", "capitals")
    assert run("map", "2005") == run("map", "--on", "2005")
    assert run("map", "4", "July", "2024")[0] == 0
    assert run("timeline", "1999")[1] == ""
