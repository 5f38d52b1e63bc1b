from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from finder.documents.pdf_glyphs import FONTS_DIR, coverage, printable
from finder.web.i18n import OWN_NAMES

FONTS = sorted(FONTS_DIR.glob("*.?tf"))
MOST_BYTES = 6_000_000


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("\u200b🏊", ""),
        ("  two\twords\r\nand\u2028more \x00\x07", "two words and more"),
        ("9.30\u202fam", "9.30\xa0am"),
        ("Cafe\u0301 Dw\u0302r", "Café Dŵr"),
        ("hid\u00adden \ufeffmarks \u202eevil\u202c\u200f\ue000", "hidden marks evil"),
        ("1\ufe0f\u20e3 Swim 🏊🏽‍♀️ ✔️ 👩🏽‍🦽 ☺", "1 Swim"),
        ("தமிழ்", "□"),
        ("தமிழ் பேசுவோம் and தமிழ்.", "□ and □."),
        ("\u0301\u0301", ""),
        ("a\u0bcd", "a"),
        ("শুক্রবার ক্‌ষ র‍্য", "শুক্রবার ক্‌ষ র‍্য"),
        ("شُكْراً أيضاً ٱلله", "شكرا أيضا ٱلله"),
        ("آئیں ڈاکٹر ہٰذا", "آئیں ڈاکٹر ہذا"),
        ("嘅喺 简体 – “好”…", "嘅喺 简体 – “好”…"),
        ("\ud800\udfff lone", "lone"),
        ("£45 – it’s “free” → 2 × 3", "£45 – it’s “free” → 2 × 3"),
    ],
)
def test_a_text_is_shown_as_the_fonts_can(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize("language", OWN_NAMES)
def test_the_name_of_every_language_can_be_shown(language: str) -> None:
    assert printable(OWN_NAMES[language]) == OWN_NAMES[language]


def test_the_table_says_what_the_fonts_have() -> None:
    families: dict[str, set[int]] = {}
    for file in FONTS:
        font = TTFont(file)
        letters = set(font.getBestCmap())
        family = str(font["name"].getDebugName(1))
        families[family] = families.get(family, letters) & letters

    assert [{ord(letter) for letter in font} for font in coverage()] == list(families.values())


def test_the_first_font_has_what_needs_no_looking_up() -> None:
    quick = {chr(place) for place in (*range(0x20, 0x7F), 0xA3, *range(0xE0, 0xF7))} | set("‘’“”–")

    assert quick <= coverage()[0]


def test_the_fonts_are_small_and_come_with_their_licences() -> None:
    assert sum(file.stat().st_size for file in FONTS) < MOST_BYTES
    for family in ("Atkinson-Hyperlegible-Next", "Noto"):
        licence = (FONTS_DIR / f"OFL-{family}.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence
        assert licence.startswith(("Copyright", "Noto Sans"))


def test_the_description_names_every_font() -> None:
    described = (FONTS_DIR / "README.md").read_text(encoding="utf-8")
    families = {file.stem.partition("-")[0] for file in FONTS}

    assert {name for name in families if name not in described} == set()
    assert {Path(file).suffix for file in FONTS} == {".ttf", ".otf"}
