"""Our two themes: readable, whole, and not the only ones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.color import Color

import quizapp.tui
from quizapp.tui.theme import DARK, LIGHT, SEMANTIC, TEXT_PAIRS, THEMES

ROOM = Path(quizapp.tui.__file__).parent
SOURCES = sorted([*ROOM.rglob("*.py"), *ROOM.rglob("*.tcss")])
COLOURS = {"foreground", "muted", "accent", "right", "wrong", "nearly", "on-accent"}


def luminance(colour: Color) -> float:
    """Relative luminance, WCAG 2.1."""
    parts = [
        value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4
        for value in (part / 255 for part in (colour.r, colour.g, colour.b))
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: Color, other: Color) -> float:
    """Contrast ratio, WCAG 2.1: 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colours_of(theme):
    return {**vars(theme), **theme.variables}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_every_text_can_be_read_on_its_ground(theme, text, ground):
    colours = colours_of(theme)
    ratio = contrast(Color.parse(colours[text]), Color.parse(colours[ground]))
    assert ratio >= 4.5, f"{text} on {ground}: {ratio:.2f}"


def test_every_text_colour_is_among_the_pairs():
    assert {text for text, _ in TEXT_PAIRS} == COLOURS


def test_faint_is_never_a_colour_of_words():
    for path in SOURCES:
        for line in path.read_text(encoding="utf-8").splitlines():
            assert not re.match(r"\s*color: \$faint", line), path
            assert "bold $faint" not in line, path


def test_the_sources_were_found():
    assert len(SOURCES) > 20


async def test_every_colour_named_in_the_sources_exists(parts):
    app = parts.app()
    async with app.run_test():
        known = set(app.theme_variables)
    for path in SOURCES:
        for name in re.findall(r"\$([a-z][a-z-]*[a-z0-9])", path.read_text(encoding="utf-8")):
            assert name in known, f"{path.name}: ${name}"


def test_both_themes_name_the_same_colours():
    for theme in THEMES:
        assert set(SEMANTIC) <= set(theme.variables)


@pytest.mark.parametrize(
    ("wanted", "worn"), [("", DARK), (LIGHT, LIGHT), ("nord", "nord"), ("no-such-theme", DARK)]
)
async def test_the_app_wears_the_theme_it_is_given(parts, wanted, worn):
    app = parts.app(theme=wanted)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.theme == worn
        assert app.current_theme.dark == (worn != LIGHT)


async def test_every_theme_of_textual_can_be_worn(parts, said):
    app = parts.app()
    async with app.run_test() as pilot:
        await pilot.pause()
        for name in sorted(app.available_themes):
            app.theme = name
            await pilot.pause()
            assert set(SEMANTIC) <= set(app.theme_variables), name
        assert "SCO Quiz" in said(app)


async def test_the_light_theme_is_light_from_the_first_paint(parts):
    app = parts.app(theme=LIGHT)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.screen.styles.background == Color.parse(THEMES[1].background)
