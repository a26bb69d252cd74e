"""Keys: whatever a footer or help names does something, by key and by click."""

from __future__ import annotations

import pytest

from quizapp.core.session import Session
from quizapp.play import RoundSetup
from quizapp.tui.keys import hints, name_of
from quizapp.tui.screens.help import HelpScreen
from quizapp.tui.screens.map import MapScreen
from quizapp.tui.screens.packs import PacksScreen
from quizapp.tui.screens.play import PlayScreen
from quizapp.tui.screens.results import ResultsScreen
from quizapp.tui.screens.round import RoundScreen
from quizapp.tui.screens.summary import SummaryScreen
from quizapp.tui.widgets.footer import KeyFooter

PLACES = {
    "home-topic": ("down", "down", "down"),
    "round-length": ("down", "up", "right"),
    "round-topic": ("down", "down", "down", "space"),
    "play": ("down", "down"),
    "results": ("down",),
    "summary": ("down",),
    "packs": ("down",),
    "packs-adding": (),
    "map": ("p", "p", *["down"] * 12),
    "help": (),
}
"""Where keys are tried, and the keys that lead there from the screen as it opens."""


def screen_of(place, parts, played):
    """A fresh screen for a place; None for Home."""
    match place.split("-")[0]:
        case "round":
            return RoundScreen()
        case "play":
            return PlayScreen(parts.play.start(RoundSetup()))
        case "results":
            return ResultsScreen(played)
        case "summary":
            return SummaryScreen(Session())
        case "packs":
            return PacksScreen(adding=place == "packs-adding")
        case "map":
            return MapScreen()
        case "help":
            return HelpScreen(())
        case _:
            return None


class Watcher:
    """Goes to a place, and tells whether anything happened there."""

    def __init__(self, pilot, parts, played, said, monkeypatch):
        self.pilot, self.parts, self.played, self.said = pilot, parts, played, said
        self.app = pilot.app
        self.calls = []
        opened = (
            "learn",
            "copy_to_clipboard",
            "action_browse",
            "action_progress",
            "action_timeline",
            "action_settings",
        )
        for name in ("exit", "study_today", "study_again", "action_suspend_process", *opened):
            monkeypatch.setattr(self.app, name, self._recorder(name))

    def _recorder(self, name):
        return lambda *_args, **_options: self.calls.append(name)

    async def go(self, place):
        screen = screen_of(place, self.parts, self.played)
        self.app.go_home()
        await self.pilot.pause()
        if screen is None:
            self.app.screen.action_all_topics()
        else:
            self.app.push_screen(screen)
        await self.pilot.pause()
        await self.pilot.press(*PLACES[place])
        await self.pilot.pause()

    def named(self):
        """The screen and what its keys are, which tells whether one is still at the place."""
        return self.app.screen, [hint.keys for hint in hints(self.app.screen)]

    async def changes(self, place, act):
        """Whether `act` changes anything; afterwards one is at the place again."""
        before, at = self._state(), self.named()
        await act()
        await self.pilot.pause()
        changed = self._state() != before
        if self.named() != at:
            await self.go(place)
        return changed

    def _state(self):
        return self.app.screen, self.said(self.app), str(self.app.focused), len(self.calls)


@pytest.mark.parametrize("place", PLACES)
async def test_every_key_that_is_named_does_something(parts, played, said, monkeypatch, place):
    app = parts.app()
    async with app.run_test(size=(62, 20)) as pilot:
        watcher = Watcher(pilot, parts, played, said, monkeypatch)
        await watcher.go(place)
        named = [key for hint in hints(app.screen) for key in hint.keys]
        assert named
        for key in named:
            assert await watcher.changes(place, lambda key=key: pilot.press(key)), key


@pytest.mark.parametrize("place", ["home-topic", "round-length", "play", "packs-adding"])
async def test_every_footer_entry_can_be_clicked(parts, played, said, monkeypatch, place):
    app = parts.app()
    async with app.run_test(size=(62, 20)) as pilot:
        watcher = Watcher(pilot, parts, played, said, monkeypatch)
        await watcher.go(place)
        targets = {
            action: (column + 2, row)
            for row, line in enumerate(_lines(app))
            for column, action in _spots(line)
        }
        assert targets
        for action, offset in targets.items():
            click = lambda offset=offset: pilot.click(KeyFooter, offset=offset)  # noqa: E731
            assert await watcher.changes(place, click), (action, offset)


def _lines(app):
    footer = app.screen.query_one(KeyFooter)
    return footer.lines(footer.content_size.width)


def _spots(line):
    for span in line.spans:
        if not isinstance(span.style, str) and "do" in span.style.meta:
            yield span.start, span.style.meta["do"]


async def test_footer_and_help_are_drawn_from_the_same_declarations(parts):
    app = parts.app()
    async with app.run_test() as pilot:
        await pilot.pause()
        footer = app.screen.query_one(KeyFooter)
        assert [hint for hint in hints(app.screen) if hint.shown] == list(footer.entries)


async def test_every_key_of_ours_has_an_id_and_a_sentence(parts, played):
    app = parts.app()
    async with app.run_test() as pilot:
        for place in PLACES:
            screen = screen_of(place, parts, played)
            if screen is not None:
                app.push_screen(screen)
            await pilot.pause()
            for hint in hints(app.screen):
                assert hint.tip.rstrip("."), hint
                assert hint.label
            for active in app.screen.active_bindings.values():
                if active.binding.show:
                    assert active.binding.id, active.binding


async def test_keys_that_cannot_apply_are_not_shown(parts, days):
    parts.study.now = days["empty"]
    app = parts.app()
    async with app.run_test() as pilot:
        await pilot.pause()
        labels = [hint.label for hint in hints(app.screen) if hint.shown]
    assert labels[0] == "Add a pack"
    assert "Start" not in labels
    assert "Round" not in labels
    assert "Topics" not in labels


async def test_typing_in_a_field_triggers_no_key(parts):
    app = parts.app()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.push_screen(PacksScreen(adding=True))
        await pilot.pause()
        await pilot.press("q", "question_mark", "a", "r")
        await pilot.pause()
        assert isinstance(app.screen, PacksScreen)
        assert app.screen.query_one("PathField").value == "q?ar"


async def test_q_quits_from_every_screen_and_ctrl_q_from_a_field(parts, monkeypatch):
    app = parts.app()
    left = []
    async with app.run_test() as pilot:
        monkeypatch.setattr(app, "exit", lambda *_args: left.append(app.screen))
        await pilot.pause()
        await pilot.press("q", "p")
        await pilot.pause()
        await pilot.press("q", "a", "ctrl+q")
        await pilot.pause()
    assert len(left) == 3


@pytest.mark.parametrize(
    ("key", "name"),
    [("question_mark", "?"), ("ctrl+k", "Ctrl+K"), ("f2", "F2"), ("escape", "Esc"), ("q", "q")],
)
def test_keys_are_printed_as_a_person_calls_them(key, name):
    assert name_of(key) == name
