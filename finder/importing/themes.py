"""Hold a council's colours against the contrast that every page promises.

The formula is WCAG 2.2's relative luminance and contrast ratio. Text must reach 7 to 1 (1.4.6),
and the sun, which marks the focus, 3 to 1 against the band (1.4.11, 2.4.13).
"""

import re

from finder.domain.council import Theme
from finder.importing.entry import Entry

TEXT_RATIO = 7.0
MARK_RATIO = 3.0
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
# The colours of the style sheet that a council's own colours meet.
_LIGHT = {
    "band": "#4a1a5e",
    "on_band": "#ffffff",
    "band_2": "#643277",
    "sun": "#ffc94a",
    "brand": "#4a1a5e",
    "on_brand": "#ffffff",
    "paper": "#fdf7ee",
    "card": "#ffffff",
    "tint": "#f4eaf7",
    "glow": "#ffefc9",
}
# What lies behind a council's light colours when a person reads on cream.
_CREAM = {"paper": "#fbf0d3", "card": "#fff8e4", "tint": "#f5e4b8", "glow": "#fae3a6"}
_DARK = {
    "band": "#2d1539",
    "on_band": "#ffffff",
    "band_2": "#462757",
    "sun": "#ffc94a",
    "brand": "#e6c8f4",
    "on_brand": "#22102c",
    "paper": "#15101b",
    "card": "#211a29",
    "tint": "#35263f",
    "glow": "#3b2f17",
}
_PAIRS = [
    ("on_band", "band", TEXT_RATIO),
    ("on_band", "band_2", TEXT_RATIO),
    ("brand", "paper", TEXT_RATIO),
    ("brand", "card", TEXT_RATIO),
    ("brand", "tint", TEXT_RATIO),
    ("brand", "glow", TEXT_RATIO),
    ("on_brand", "brand", TEXT_RATIO),
    ("sun", "band", MARK_RATIO),
]
_PAIRS_ON_CREAM = [("brand", back, TEXT_RATIO) for back in _CREAM]


def contrast(one: str, other: str) -> float:
    """Return the WCAG contrast ratio of two colours written as #rrggbb, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def check_theme(entry: Entry, light: Theme, dark: Theme) -> None:
    """Note each colour that is not a colour, and each pair that is too hard to read."""
    for key, theme, usual in (("theme", light, _LIGHT), ("theme_dark", dark, _DARK)):
        chosen = {name: colour for name in _LIGHT if (colour := getattr(theme, name, ""))}
        bad = [name for name, colour in chosen.items() if not _COLOUR.fullmatch(colour)]
        for name in bad:
            entry.problem(
                "bad-colour",
                f"{key} has {name} = “{chosen[name]}”.",
                "Write a colour as six digits, such as #0b4a4f.",
                key=key,
            )
        if chosen and not bad:
            _check_pairs(entry, key, {**usual, **chosen}, _PAIRS)
        if theme is light and "brand" in chosen and not bad:
            _check_pairs(entry, key, {**_CREAM, **chosen}, _PAIRS_ON_CREAM, where=" when cream")


def _check_pairs(
    entry: Entry,
    key: str,
    colours: dict[str, str],
    pairs: list[tuple[str, str, float]],
    *,
    where: str = "",
) -> None:
    for front, back, least in pairs:
        ratio = contrast(colours[front], colours[back])
        if ratio < least:
            entry.problem(
                "low-contrast",
                f"In {key}, {front} on {back}{where} has a contrast of {ratio:.1f} to 1.",
                f"Choose colours with {least:.0f} to 1 or more.",
                key=key,
            )
