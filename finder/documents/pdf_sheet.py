"""What a sheet says, ready to be made into a PDF: plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from finder.documents.square_code import SquareCode

# Easy-read documents have letters of 14 points at the least.
SMALL_POINTS, LARGE_POINTS = 14, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words in the language of the sheet, unless they say that they are English.

    `is_address` marks a phone number, an email or a web address, which is written from left to
    right in every language. `link` is where the words lead; empty when they lead nowhere.
    """

    text: str
    is_english: bool = False
    is_address: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A box to tick on paper, with a picture."""

    picture: str
    label: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A picture, what it is about, and what it says: rows of words, or boxes to tick."""

    picture: str
    title: Words
    rows: tuple[tuple[Words, ...], ...] = ()
    ticks: tuple[Tick, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with what stands under it, in this order.

    `steps` are numbered. `empty_lines` are to write on.
    """

    heading: Words
    picture: str = ""
    paragraphs: tuple[tuple[Words, ...], ...] = ()
    lines: tuple[Line, ...] = ()
    steps: tuple[tuple[Words, ...], ...] = ()
    closing: tuple[tuple[Words, ...], ...] = ()
    empty_lines: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannedCode:
    """A square code, the words that a voice says in its stead, and what stands under it."""

    code: SquareCode
    alternative: str
    words: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfSheet:
    """Everything in the file.

    `language` is a code such as "en-GB". `pictures` are SVG texts by the names that the rest
    uses; a name without a picture has none. `page_words` has {page} and {pages} where the numbers
    come.
    """

    title: Words
    language: str
    direction: Literal["ltr", "rtl"]
    made_on: date
    page_words: str
    points: int = SMALL_POINTS
    picture: str = ""
    intro: tuple[tuple[Words, ...], ...] = ()
    sections: tuple[Section, ...] = ()
    code: ScannedCode | None = None
    credits: tuple[tuple[Words, ...], ...] = ()
    pictures: Mapping[str, str] = field(default_factory=dict)
