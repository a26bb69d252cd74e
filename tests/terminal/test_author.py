"""An author's sitting in a real terminal: from an article to a pack that is learned and mended."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals there", allow_module_level=True)

sys.path.insert(0, str(Path(__file__).parent))

from terminal import COMMAND, Terminal

ARTICLE = """\
Paris agreement opened for signature in New York

The Paris Agreement was opened for signature at the headquarters of the United Nations (UN) in \
New York on 22 April 2016.

On the first day, 174 states and the European Union signed the text. It had been adopted in Paris \
on 12 December 2015 by 196 parties.

Ban Ki-moon was the Secretary-General of the United Nations. "We are in a race against time," \
Ban Ki-moon said at the ceremony.

The agreement entered into force on 4 November 2016, after 55 parties had joined it.

China, France, Germany, Italy, Japan, the United Kingdom and the United States were among the \
states that signed on the first day.
"""
SIZE = (100, 30)


class Desk:
    """The author's folder, and a learner's home beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        home = str(folder / "home")
        self.env = {"HOME": home, "XDG_DATA_HOME": f"{home}/data", "XDG_CACHE_HOME": f"{home}/c"}

    def run(self, *words: str, status: int = 0) -> str:
        done = subprocess.run(
            [COMMAND, *words],
            env={**self.env, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
            cwd=self.folder,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
        )
        assert done.returncode == status, f"{words}:\n{done.stdout}\n{done.stderr}"
        return done.stdout + done.stderr

    def terminal(self, *words: str) -> Terminal:
        return Terminal([COMMAND, *words], env=self.env, cwd=self.folder, size=SIZE)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    (tmp_path / "paris.txt").write_text(ARTICLE, encoding="utf-8")
    return Desk(tmp_path)


def check_by_hand(desk: Desk, wanted: int) -> None:
    """Accept drafts that have nothing to mend, reject one and take that back, leave in between."""
    with desk.terminal("handcheck", "paris.drafts.jsonl") as terminal:
        terminal.wait_for("Draft 1 of")
        terminal.settle()
        terminal.press("v")
        terminal.wait_for("1 of")
        terminal.press("u")
        terminal.wait_for("Undone")
        accepted = 0
        for _ in range(30):
            terminal.settle()
            if accepted == wanted:
                break
            clean = "to mend" not in terminal.text()
            terminal.press("a" if clean else "s")
            if clean:
                accepted += 1
                terminal.wait_for(f"{accepted} in the pack")
        assert accepted == wanted
        terminal.press("q")
        assert terminal.wait() == 0
    with desk.terminal("handcheck", "paris.drafts.jsonl") as terminal:
        terminal.wait_for(f"{wanted} in the pack")
        terminal.press("q")
        assert terminal.wait() == 0


def test_fields_take_what_is_typed_in_one_burst(desk: Desk) -> None:
    desk.run("draft", "paris.txt", "--date", "2016-04-22")
    with desk.terminal("handcheck", "paris.drafts.jsonl") as terminal:
        terminal.wait_for("Draft 1 of")
        terminal.settle(1.0)
        terminal.press("e")
        terminal.wait_for("the right answer", "Ctrl+S")
        terminal.settle()
        terminal.press("\x15Who was asked?\t\x15Nobody\r\x15One | Two")
        terminal.wait_for("One | Two")
        terminal.settle()
        rows = [line.split(None, 1) for line in terminal.text().splitlines()]
        for row in (["ask", "Who was asked?"], ["answer", "Nobody"], ["wrong", "One | Two"]):
            assert row in rows, terminal.text()
        terminal.press("escape")
        terminal.wait_for("accepts it so")
        terminal.press("r")
        terminal.wait_for("As it was drafted")
        terminal.press("q")
        assert terminal.wait() == 0
        assert "Nothing is accepted yet" in terminal.text()


def test_from_an_article_to_a_pack_that_is_learned_and_corrected(desk: Desk) -> None:
    assert "handcheck paris.drafts.jsonl" in desk.run("draft", "paris.txt", "--date", "2016-04-22")
    check_by_hand(desk, 2)
    pack = desk.folder / "paris.toml"
    assert " 0 errors" in desk.run("check", "paris.toml", "--articles", ".")
    assert "Added" in desk.run("pack", "add", "paris.toml", "--yes")
    topic = desk.run("study", "--plain", "--topic", "nothing-of-the-kind", status=2)
    assert "topic" in topic

    text = pack.read_text(encoding="utf-8")
    assert len(re.findall(ANSWER, text)) == 2
    first = desk.run("due", "--json")
    with desk.terminal("study", "--topic", topic_of(text)) as terminal:
        terminal.wait_for("Don't know", "don't know")
        terminal.settle()
        terminal.press("space" if "Space" in terminal.text() else "f2")
        terminal.wait_for("Go on")
        terminal.press("ctrl+q")
        assert terminal.wait() == 0
    assert desk.run("due", "--json") != first

    corrected = re.sub(ANSWER, another, text).replace('version = "1.0.0"', 'version = "1.0.1"')
    pack.write_text(corrected, encoding="utf-8")
    shown = desk.run("pack", "update", "paris")
    assert "1.0.1" in shown
    assert "--yes" in shown
    desk.run("pack", "update", "paris", "--yes")
    with desk.terminal("study") as terminal:
        terminal.wait_for("changed", "Changed")
        terminal.settle()
        shown = terminal.text().replace(",", "")
        assert "Not " in shown or "1999" in shown
        terminal.press("ctrl+q")
        assert terminal.wait() == 0
    assert "1.0.0" in desk.run("pack", "update", "--undo", "paris", "--yes")


ANSWER = r'(?m)^answer = ("?)(.+?)("?)$'
"""The line of a question's answer, whichever draft it came of: text, a number or a date."""


def another(line: re.Match[str]) -> str:
    """The line with another answer of the same type: other words, or something of 1999."""
    if line[1]:
        return f'answer = "Not {line[2]}"'
    return f"answer = {re.sub(r'^[0-9]+', '1999', line[2])}"


def topic_of(pack: str) -> str:
    """The id of the pack's only topic."""
    return pack.partition('[[topic]]\nid = "')[2].partition('"')[0]
