"""The app's own themes, dark and light, and the semantic colours that every theme answers to."""

from __future__ import annotations

from textual.color import Color
from textual.theme import Theme

DARK = "sco-dark"
LIGHT = "sco-light"

SEMANTIC = ("right", "wrong", "nearly", "muted", "faint", "on-accent")
"""Variables of ours beside Textual's. `faint` is for rules and bar tracks, never for text."""

TEXT_PAIRS = (
    ("foreground", "background"),
    ("foreground", "surface"),
    ("foreground", "panel"),
    ("muted", "background"),
    ("muted", "surface"),
    ("muted", "panel"),
    ("accent", "background"),
    ("accent", "surface"),
    ("accent", "panel"),
    ("right", "background"),
    ("right", "panel"),
    ("wrong", "background"),
    ("wrong", "panel"),
    ("nearly", "background"),
    ("nearly", "panel"),
    ("on-accent", "accent"),
)
"""Every text colour and the ground it is written on; a test holds each pair to 4.5:1."""


def _theme(name: str, *, dark: bool, **colours: str) -> Theme:
    """A theme of ours; Textual's own widgets are given the same few colours."""
    ours = {name.replace("_", "-"): colour for name, colour in colours.items()}
    accent, muted, panel = ours["accent"], ours["muted"], ours["panel"]
    return Theme(
        name=name,
        dark=dark,
        primary=accent,
        accent=accent,
        secondary=accent,
        success=ours["right"],
        warning=ours["nearly"],
        error=ours["wrong"],
        foreground=ours["foreground"],
        background=ours["background"],
        surface=ours["surface"],
        panel=panel,
        variables={
            **{variable: ours[variable] for variable in SEMANTIC},
            "text-muted": muted,
            "text-disabled": muted,
            "foreground-muted": muted,
            "border": accent,
            "border-blurred": ours["faint"],
            "block-cursor-background": panel,
            "block-cursor-foreground": ours["foreground"],
            "block-cursor-text-style": "none",
            "block-hover-background": ours["surface"],
            "input-selection-background": panel,
            "scrollbar": ours["faint"],
            "scrollbar-hover": muted,
            "scrollbar-active": accent,
            "scrollbar-background": ours["background"],
            "scrollbar-background-hover": ours["background"],
            "scrollbar-background-active": ours["background"],
        },
    )


THEMES = (
    _theme(
        DARK,
        dark=True,
        background="#12161b",
        surface="#1a2027",
        panel="#242d37",
        foreground="#e3e7eb",
        muted="#9aa7b4",
        faint="#3a4653",
        accent="#74b7f5",
        on_accent="#0c1621",
        right="#78cb92",
        wrong="#ff958d",
        nearly="#e8bf60",
    ),
    _theme(
        LIGHT,
        dark=False,
        background="#fbfaf7",
        surface="#f2f0ea",
        panel="#e6e3da",
        foreground="#20262d",
        muted="#555e68",
        faint="#c6c2b6",
        accent="#0a5a9c",
        on_accent="#ffffff",
        right="#1a683b",
        wrong="#b0261c",
        nearly="#765000",
    ),
)


def semantic_defaults(variables: dict[str, str]) -> dict[str, str]:
    """Our semantic colours for a theme that does not name them, out of the ones it has.

    `variables` are the theme's own, as Textual works them out.
    """
    background = Color.parse(variables["background"])
    foreground = Color.parse(variables["foreground"])
    derived = {
        "right": variables["text-success"],
        "wrong": variables["text-error"],
        "nearly": variables["text-warning"],
    }
    if background.ansi is not None or foreground.ansi is not None:
        return {
            **derived,
            "muted": "ansi_default",
            "faint": "ansi_bright_black",
            "on-accent": "ansi_black",
        }
    return {
        **derived,
        "muted": foreground.blend(background, 0.25).hex,
        "faint": foreground.blend(background, 0.75).hex,
        "on-accent": Color.parse(variables["accent"]).get_contrast_text(1.0).hex,
    }
