"""The style sheet works from right to left as from left to right, and loads nothing from afar."""

import re

import pytest

from finder.importing.themes import MARK_RATIO, TEXT_RATIO, contrast
from tests.pseudo import ROOT

# The sheet of every page; those of the first pages, of the map, of lists and breaks, of the week,
# of sheets of paper, of reading aloud, and of photos and videos.
SHEETS = (
    *("finder.css", "home.css", "map.css", "lists.css", "week.css", "paper.css"),
    *("listen.css", "media.css"),
)
CSS = re.sub(
    r"/\*.*?\*/",
    "",
    "".join((ROOT / "static" / sheet).read_text(encoding="utf-8") for sheet in SHEETS),
    flags=re.DOTALL,
)
# Properties that name a side or an axis of the screen and not of the writing.
PHYSICAL = re.compile(
    r"(?:^|[{;\s])((?:(?:margin|padding|border|scroll-margin|scroll-padding)-)?"
    r"(?:top|right|bottom|left)(?:-\w+)*|(?:min-|max-)?(?:width|height)|float|clear"
    r"|border-(?:top|bottom)-(?:left|right)-radius|overflow-[xy])\s*:"
)
SIDES = re.compile(r"(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)")


def declarations() -> str:
    """Return the sheet without the conditions of its rules, which may speak of width."""
    return re.sub(r"@(?:media|container|supports)[^{]*", "", CSS)


def test_every_property_goes_by_the_direction_of_the_writing() -> None:
    assert PHYSICAL.findall(declarations()) == []
    assert SIDES.findall(declarations()) == []


def test_the_check_itself_knows_the_properties() -> None:
    for bad in ("a{left:0}", "a{color:red;margin-left:1px}", "a{ max-width: 3px}", "a{float:left}"):
        assert PHYSICAL.findall(bad), bad
    for good in ("a{inset-inline-start:0}", "a{max-inline-size:3px}", "a{border-radius:1px}"):
        assert not PHYSICAL.findall(good), good


def test_nothing_is_loaded_from_another_host_or_from_the_sheet_itself() -> None:
    sources = re.findall(r"url\(([^)]*)\)", CSS)

    assert sources
    assert all(re.fullmatch(r"fonts/[\w-]+\.woff2", source) for source in sources)
    assert "@import" not in CSS


def test_every_file_that_the_sheet_loads_is_there() -> None:
    for source in re.findall(r"url\(([^)]*)\)", CSS):
        assert (ROOT / "static" / source).is_file(), source


def test_every_class_of_the_pages_is_in_the_sheet() -> None:
    styled = set(re.findall(r"\.([a-z][\w-]*)", CSS))
    used: set[str] = set()
    for path in (ROOT / "templates").rglob("*.html"):
        for names in re.findall(r'class="([^"]*)"', path.read_text(encoding="utf-8")):
            plain = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", " ", names)
            used |= set(plain.split())

    assert used - styled - MARKS_FOR_SCRIPTS == set()


MARKS_FOR_SCRIPTS = {"list-form", "words"}


# What is drawn on a map, on what, and how well it has to stand out (WCAG 1.4.6 and 1.4.11).
ON_A_MAP = (
    ("ink", "card", TEXT_RATIO),
    ("ink", "tint", TEXT_RATIO),
    ("on-brand", "brand", TEXT_RATIO),
    ("brand", "card", MARK_RATIO),
    ("brand", "tint", MARK_RATIO),
    ("edge", "card", MARK_RATIO),
    ("edge", "tint", MARK_RATIO),
)


def colours_of(theme: str) -> dict[str, str]:
    """Return the colours of a theme, by name, each with six digits."""
    blocks = re.findall(r"^(:root|\[data-theme=\w+\])\{([^{}]*)\}", CSS, re.MULTILINE)
    colours: dict[str, str] = {}
    for name, block in blocks:
        if name in (":root", f"[data-theme={theme}]"):
            colours |= re.findall(r"--([\w-]+):(#[0-9a-f]+)", block)
    return {
        name: value if len(value) == 7 else "#" + "".join(2 * digit for digit in value[1:])
        for name, value in colours.items()
    }


THEMES = ("light", "dark", "strong", "cream")
BACKS = ("paper", "card", "tint", "glow")


@pytest.mark.parametrize("theme", THEMES)
def test_words_and_edges_stand_out_in_every_theme(theme: str) -> None:
    colours = colours_of(theme)
    pairs = [(front, back, TEXT_RATIO) for front in ("ink", "soft", "brand") for back in BACKS]
    pairs += [("edge", back, MARK_RATIO) for back in ("paper", "card", "glow")]
    pairs += [("good", "good-bg", TEXT_RATIO), ("on-brand", "brand", TEXT_RATIO)]
    pairs += [("on-band", "band", TEXT_RATIO), ("on-band", "band-2", TEXT_RATIO)]

    weak = {
        f"{front} on {back}": ratio
        for front, back, least in pairs
        if (ratio := contrast(colours[front], colours[back])) < least
    }
    assert weak == {}


@pytest.mark.parametrize("theme", THEMES)
def test_what_is_drawn_on_a_map_stands_out(theme: str) -> None:
    colours = colours_of(theme)

    weak = {
        f"{front} on {back}": ratio
        for front, back, least in ON_A_MAP
        if (ratio := contrast(colours[front], colours[back])) < least
    }
    assert weak == {}
