"""Writes a sheet as `sheet.typ` reads it, within the bounds of what one sheet can take."""

import re
from collections.abc import Iterable
from itertools import islice
from typing import Any, TypeVar
from urllib.parse import urlsplit

from finder.documents.pdf_glyphs import printable
from finder.documents.pdf_sheet import SMALL_POINTS, Line, PdfSheet, ScannedCode, Section, Words

# No sheet of real content comes near these.
MOST_SECTIONS = 250
MOST_LINES = 60
MOST_LINES_IN_ALL = 12_000
LONGEST_TEXT = 2_000
LONGEST_SHEET = 400_000
# Letters of 14 points in a section that takes more than half of a page. To find out whether a
# shorter one does takes as long as to lay it out, so it is asked of no more than so many.
LONGEST_WHOLE = 1_200
MOST_WHOLE = 25
# A word without a place to break would run over the edge of the page.
LONGEST_WORD = 24

_LINKS = frozenset({"http", "https", "mailto", "tel", "sms"})
# The fonts to look for a letter in. Arabic has its own spaces and marks, and is looked in first
# where they belong to it.
_ARABIC = "Noto Sans Arabic"
_LEFT_TO_RIGHT = (
    "Atkinson Hyperlegible Next",
    "Noto Sans",
    _ARABIC,
    "Noto Sans Gurmukhi",
    "Noto Sans Bengali",
    "Noto Sans Gujarati",
    "Noto Sans CJK TC",
)
_RIGHT_TO_LEFT = (_ARABIC, *_LEFT_TO_RIGHT)
# Typst names a script by a country where it is written.
_REGIONS = {"Hant": "TW", "Hans": "CN"}
_INSIDE_SVG = re.compile(r"(<svg\b[^>]*>)(.*)(</svg>)", re.DOTALL)
_LONG_DECIMALS = re.compile(r"(\.\d\d)\d+")
_Any = TypeVar("_Any")


class SheetWriter:
    """Writes one sheet. `names` are the words of each address that something leads to."""

    def __init__(self, sheet: PdfSheet) -> None:
        self._sheet = sheet
        self._left = LONGEST_SHEET
        self._lines_left = MOST_LINES_IN_ALL
        self.names: dict[str, str] = {}

    def write(self) -> dict[str, Any]:
        """Return the sheet as values of JSON."""
        sheet = self._sheet
        language, region = _typst_language(sheet.language)
        return {
            "lang": language,
            "region": region,
            "direction": sheet.direction,
            "points": sheet.points,
            "fonts": _RIGHT_TO_LEFT if sheet.direction == "rtl" else _LEFT_TO_RIGHT,
            "english_fonts": _LEFT_TO_RIGHT,
            "right_to_left_fonts": _RIGHT_TO_LEFT,
            "page_words": self._text(sheet.page_words),
            "title": self._words(sheet.title),
            "picture": sheet.picture,
            "intro": self._paragraphs(sheet.intro),
            "code": self._code(sheet.code) if sheet.code else None,
            "sections": [self._section(each) for each in sheet.sections[:MOST_SECTIONS]],
            "credits": self._paragraphs(sheet.credits),
            "pictures": {name: _lighter(svg) for name, svg in sheet.pictures.items()},
        }

    def _section(self, section: Section) -> dict[str, Any]:
        left = self._left
        said = self._said(section)
        letters = (left - self._left) * (self._sheet.points / SMALL_POINTS) ** 2
        are_few = len(self._sheet.sections) <= MOST_WHOLE
        return {**said, "may_be_whole": are_few and letters < LONGEST_WHOLE}

    def _said(self, section: Section) -> dict[str, Any]:
        return {
            "heading": self._words(section.heading),
            "picture": section.picture,
            "paragraphs": self._paragraphs(section.paragraphs),
            "lines": [self._line(each) for each in self._few(section.lines)],
            "steps": self._paragraphs(section.steps),
            "closing": self._paragraphs(section.closing),
            "empty_lines": section.empty_lines,
        }

    def _line(self, line: Line) -> dict[str, Any]:
        return {
            "picture": line.picture,
            "title": self._words(line.title),
            "rows": self._paragraphs(line.rows),
            "ticks": [
                {"picture": each.picture, "label": self._words(each.label)} for each in line.ticks
            ],
        }

    def _code(self, scanned: ScannedCode) -> dict[str, Any]:
        size = scanned.code.size
        return {
            "svg": f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">'
            f'<path fill="#fff" d="M0 0h{size}v{size}H0z"/><path d="{scanned.code.path}"/></svg>',
            "alt": self._text(scanned.alternative),
            "words": self._paragraph(scanned.words),
        }

    def _paragraphs(self, paragraphs: Iterable[tuple[Words, ...]]) -> list[list[dict[str, Any]]]:
        return [self._paragraph(each) for each in self._few(paragraphs)]

    def _paragraph(self, paragraph: Iterable[Words]) -> list[dict[str, Any]]:
        return [self._words(each) for each in islice(paragraph, MOST_LINES)]

    def _few(self, lines: Iterable[_Any]) -> list[_Any]:
        few = list(islice(lines, min(MOST_LINES, self._lines_left)))
        self._lines_left -= len(few)
        return few

    def _words(self, words: Words) -> dict[str, Any]:
        shown, link = self._text(words.text), _safe_link(words.link)
        if link:
            self.names.setdefault(link, shown)
        return {
            "text": _breakable(shown),
            "is_english": words.is_english,
            "is_address": words.is_address,
            "link": link,
        }

    def _text(self, text: str) -> str:
        """Return what is shown of a text. It is cut only when it is beyond all reason."""
        most = min(LONGEST_TEXT, self._left)
        shown = printable(text if len(text) <= most else f"{text[:most]}…")
        self._left = max(0, self._left - len(shown))
        return shown


def _lighter(svg: str) -> str:
    """Return a picture as one group, without the decimals that nobody sees.

    What is isolated stands once in the file, however often it is shown.
    """
    short = _LONG_DECIMALS.sub(r"\1", svg)
    return _INSIDE_SVG.sub(r'\1<g style="isolation:isolate">\2</g>\3', short, count=1)


def _breakable(text: str) -> str:
    """Return the text with a place to break in each word that is longer than a line."""
    if len(text) <= LONGEST_WORD:
        return text
    return " ".join(
        "\u200b".join(word[at : at + LONGEST_WORD] for at in range(0, len(word), LONGEST_WORD))
        for word in text.split(" ")
    )


def _safe_link(link: str) -> str:
    """Return the address if a link may lead there, else nothing."""
    try:
        scheme = urlsplit(link).scheme
    except ValueError:
        return ""
    is_plain = link.isascii() and link.isprintable() and " " not in link
    return link if is_plain and scheme in _LINKS and len(link) <= LONGEST_TEXT else ""


def _typst_language(code: str) -> tuple[str, str | None]:
    """Return a code such as "en-GB" or "zh-Hant" as the language and the region for Typst."""
    language, _, rest = code.partition("-")
    region = _REGIONS.get(rest, rest)
    return language, region if len(region) == 2 else None
