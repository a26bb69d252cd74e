"""sco-quiz pack: begin, add, list, remove and hand on packs from the command line."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from conftest import PACK

from quizapp.cli import main
from quizapp.commands import adding
from quizapp.exchange.fetch import Fetched, FetchError

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs sco-quiz pack in a folder of its own."""
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return partial(run, "pack")


def own(tmp_path: Path) -> Path:
    return next(tmp_path.glob("home/**/packs"), tmp_path / "none")


def test_a_new_pack_is_written_and_can_be_added(run: Run) -> None:
    assert run("new", "--yes")[:2] == (0, "my-pack.toml\n")
    assert main(["check", "my-pack.toml", "--strict"]) == 0
    assert run("add", "my-pack.toml")[0] == 0


def test_a_new_pack_is_not_written_unasked_where_nobody_can_be_asked(run: Run) -> None:
    status, out, err = run("new")
    assert (status, out) == (2, "")
    assert "sco-quiz pack new europe.toml" in err
    assert "--yes" in err
    assert list(Path().glob("*.toml")) == []


def test_a_new_pack_asks_five_things(run: Run) -> None:
    status, out, err = run("new", "sub", typed=("Rivers", "", "!", "Long ones.", "Asia", ""))
    assert (status, out) == (0, f"{Path('sub/rivers.toml')}\n")
    assert err.count("]: ") == 5
    text = Path("sub/rivers.toml").read_text(encoding="utf-8")
    assert 'title = "Rivers"' in text
    assert 'about = "!"' in text
    assert 'title = "Long ones."' in text


def test_a_wrong_answer_is_told_and_asked_again(run: Run) -> None:
    err = run("new", typed=("Rivers", "My Id", "my-id", "", "", ""))[2]
    assert 'as in "my-id"' in err
    assert Path("my-id.toml").is_file()


def test_options_answer_for_scripts(run: Run) -> None:
    assert run("new", typed=("Rivers",))[0] == 130
    assert list(Path().iterdir()) == []
    argv = ("--id", "x", "--title", 'A "b" \\ c', "--about", "d", "--topic", "e", "--license", "f")
    assert run("new", *argv, "--language", "de", typed=())[:2] == (0, "x.toml\n")
    assert 'language = "de"' in Path("x.toml").read_text(encoding="utf-8")


def test_wrong_options_are_all_told_at_once(run: Run) -> None:
    status, _, err = run("new", "--id", "!", "--title", " ", "--language", "no language")
    assert status == 2
    assert len(err.splitlines()) == 3
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize("named", ["x.toml", "."])
def test_a_new_pack_never_takes_the_place_of_a_file(run: Run, named: str) -> None:
    Path("x.toml").write_text("mine")
    status, _, err = run("new", named, "--id", "x", typed=("", "", "", ""))
    assert status == 2
    assert err.endswith("x.toml: this file is there already; name another one\n")
    assert Path("x.toml").read_text() == "mine"


def test_a_new_pack_in_a_folder_that_cannot_be_is_told(run: Run) -> None:
    Path("x").write_text("a file")
    status, _, err = run("new", "x/y.toml")
    assert (status, len(err.splitlines())) == (2, 1)


def test_what_a_pack_holds_is_shown_and_asked_for(run: Run, pack: Path, tmp_path: Path) -> None:
    status, out, err = run("add", pack, typed=("n",))
    assert (status, out) == (0, "")
    assert "A small pack 1.0.0 (small) · en · no licence named" in err
    assert "4 questions on Capitals, Numbers" in err
    assert "Add it? [y/N]" in err
    assert list(own(tmp_path).glob("*.toml")) == []
    assert run("add", pack, typed=("y",))[1].startswith("Added small 1.0.0: 4 questions")


def test_without_an_answer_nothing_is_added(run: Run, pack: Path, tmp_path: Path) -> None:
    assert run("add", pack, typed=())[0] == 0
    assert list(own(tmp_path).glob("*.toml")) == []


def test_a_script_is_not_asked(run: Run, pack: Path) -> None:
    assert "Added" in run("add", pack)[1]
    assert "installed already" in run("add", pack, "--yes", typed=())[1]


def test_a_newer_version_says_what_it_takes_the_place_of(run: Run, pack: Path) -> None:
    run("add", pack)
    pack.write_text(PACK.replace("1.0.0", "1.1.0"), encoding="utf-8")
    _, out, err = run("add", pack, "--yes")
    assert "takes the place of A small pack 1.0.0, which you added" in err
    assert "Added small 1.1.0" in out
    back = err.splitlines()[-1].partition("sco-quiz pack add ")[2]
    assert "Added small 1.0.0" in run("add", back, "--yes")[1]
    run("add", pack, "--yes")
    pack.write_text(PACK, encoding="utf-8")
    assert "1.1.0, a newer one" in run("add", pack, typed=("n",))[2]


def test_several_packs_come_from_a_folder_and_from_a_zip(run: Run, pack: Path) -> None:
    other = PACK.replace('id = "small"', 'id = "other"')
    for folder in (Path("one"), Path("two")):
        folder.mkdir()
        for name, text in (("a", PACK), ("b", other)):
            (folder / f"{name}.toml").write_text(text.replace("= 10", f"= {len(str(folder))}0"))
    with zipfile.ZipFile("x.zip", "w") as held:
        for name in ("a.toml", "b.toml"):
            held.write(f"two/{name}", name)
    assert run("add", "one")[1].count("Added") == 2
    out, err = run("add", "x.zip", typed=("y",))[1:]
    assert out.count("is installed already") == 2 or out.count("Added") == 2
    assert "A small pack" in err


def test_one_broken_pack_of_several_keeps_all_out(run: Run, tmp_path: Path) -> None:
    Path("a.toml").write_text(PACK, encoding="utf-8")
    Path("b.toml").write_text(PACK.replace('id = "members"', 'id = "!"'), encoding="utf-8")
    status, out, err = run("add", ".")
    assert (status, out) == (2, "")
    assert err.startswith("b.toml:30: ")
    assert list(own(tmp_path).glob("*.toml")) == []


def test_an_address_is_asked_for_with_its_server(
    run: Run, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        adding, "fetch", lambda address, tell: Fetched(address, "example.org", pack.read_bytes())
    )
    assert "Add it, from example.org? [y/N]" in run("add", "https://example.org/x", typed=("n",))[2]
    assert "Added" in run("add", "https://example.org/x", typed=("y",))[1]
    row = json.loads(run("list", "--json")[1])[0]
    assert row["origin"] == "https://example.org/x"


def test_a_script_must_agree_to_an_address(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fetch(address: str, _: object) -> Fetched:
        raise FetchError(f"{address}: asked for")

    monkeypatch.setattr(adding, "fetch", fetch)
    assert "say --yes" in run("add", "https://example.org/x")[2]
    assert "asked for" in run("add", "https://example.org/x", "--yes")[2]


@pytest.mark.parametrize("address", ["http://example.org/x", "ftp://x", "file:///etc/passwd"])
def test_other_protocols_than_https_are_refused(run: Run, address: str) -> None:
    status, _, err = run("add", address, "--yes")
    assert status == 2
    assert "by https alone" in err


def test_a_pack_is_removed_after_a_question_and_comes_back(run: Run, pack: Path) -> None:
    run("add", pack)
    assert "Nothing was changed" in run("remove", "small", typed=("n",))[2]
    status, out, err = run("remove", "small", typed=("y",))
    assert status == 0
    assert out.startswith("Removed small: it is kept in ")
    assert "sco-quiz pack remove --undo small" in err
    assert run("list")[1] == "No pack is installed. Add one with: sco-quiz pack add FILE\n"
    kept = out.partition("kept in ")[2].rstrip(".\n")
    assert "small is back" in run("remove", "--undo")[1]
    run("remove", "small", "--yes")
    assert "Added small" in run("add", kept)[1]


def test_a_pack_that_came_with_the_app_is_hidden(run: Run, tmp_path: Path) -> None:
    (tmp_path / "shipped" / "theirs.toml").write_text(
        PACK.replace('id = "small"', 'id = "theirs"'), encoding="utf-8"
    )
    assert "it came with the app and is hidden now" in run("remove", "theirs", "--yes")[1]
    assert "Hidden: theirs" in run("list")[2]
    assert "theirs is back" in run("remove", "--undo", "theirs")[1]
    assert "theirs" in run("list")[1]


def test_learning_goes_on_where_it_was_when_a_pack_comes_back(
    run: Run, pack: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def due() -> dict[str, int]:
        capsys.readouterr()
        assert main(["due", "--json"]) == 0
        return dict(json.loads(capsys.readouterr().out))

    run("add", pack)
    monkeypatch.setattr("sys.stdin", io.StringIO("Astana\n/quit\n"))
    assert main(["study", "--plain"]) == 0
    before = due()
    assert before["done"] == 1
    run("remove", "small", "--yes")
    assert due()["new"] == 0
    run("add", pack)
    assert due() == before


def test_a_pack_is_handed_on_and_taken_in(run: Run, pack: Path) -> None:
    run("add", pack)
    status, out, err = run("export", "small")
    assert (status, out) == (0, "small.toml\n")
    assert "sco-quiz pack add small.toml" in err
    assert Path("small.toml").read_bytes() == pack.read_bytes()
    status, _, err = run("export", "small")
    assert (status, "--force" in err) == (2, True)
    assert run("export", "small", "--force")[0] == 0
    assert run("export", "small", "--with-sources")[1] == "small.zip\n"
    assert "installed already" in run("add", "small.zip")[1]


@pytest.mark.parametrize(
    "argv",
    [
        ["new", "a", "b"],
        ["new", "--frob"],
        ["add", ""],
        ["add", "empty.toml"],
        ["add", "binary.toml"],
        ["add", "a\0b"],
        ["add", "empty-folder"],
        ["remove"],
        ["remove", "nothing", "--yes"],
        ["remove", "here"],
        ["remove", "--undo"],
        ["remove", "--undo", "nothing"],
        ["export"],
        ["export", "nothing"],
        ["list", "more"],
        ["frobnicate"],
        [],
    ],
)
def test_a_mistake_is_told_in_words_with_status_two(run: Run, argv: list[str]) -> None:
    Path("empty.toml").touch()
    Path("binary.toml").write_bytes(bytes(range(256)))
    Path("empty-folder").mkdir()
    Path("here.toml").write_text(PACK.replace('id = "small"', 'id = "here"'), encoding="utf-8")
    run("add", "here.toml")
    status, out, err = run(*argv)
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1, err


def test_ctrl_c_changes_nothing(
    run: Run, pack: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("quizapp.commands.adding.agrees", interrupted)
    status, out, err = run("add", pack, typed=())
    assert (status, out) == (130, "")
    assert err.endswith("Stopped. Nothing was changed.\n")
    assert list(own(tmp_path).glob("*.toml")) == []


@pytest.mark.parametrize("argv", [["new"], ["add", "x.toml"], ["remove", "small"], ["list"]])
def test_without_any_standard_input_nothing_breaks(
    run: Run, pack: Path, monkeypatch: pytest.MonkeyPatch, argv: list[str]
) -> None:
    run("add", pack)
    monkeypatch.setattr("sys.stdin", None)
    assert main(["pack", *argv]) in (0, 2)
