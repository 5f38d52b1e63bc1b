"""Reads a PDF as a screen reader does: by its structure tree, not by where things stand."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf

_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
_LETTER = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_LETTERS = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
# Typst marks with these where words turn to the other direction. No voice says them.
TURNS = str.maketrans("", "", "\u202a\u202b\u202c\u2066\u2067\u2068\u2069\u200b")


class Spoken(NamedTuple):
    """Words, and the language of the voice that says them."""

    text: str
    language: str


@dataclass(slots=True)
class Element:
    """An element of the structure tree, with its words and the elements in it, in their order."""

    role: str
    language: str = ""
    alternative: str = ""
    link: str = ""
    contents: str = ""
    inside: list["Element | Spoken"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return all its words, as a voice says them one after the other."""
        return "".join(spoken.text for spoken in self.spoken()).translate(TURNS)

    def spoken(self, language: str = "") -> Iterator[Spoken]:
        """Return its words, piece by piece, each with its language."""
        language = self.language or language
        if self.alternative:
            yield Spoken(self.alternative, language)
        for each in self.inside:
            if isinstance(each, Element):
                yield from each.spoken(language)
            else:
                yield Spoken(each.text, each.language or language)

    def find(self, *roles: str) -> Iterator["Element"]:
        """Return every element of these roles in it, from the first to the last."""
        for each in self.inside:
            if isinstance(each, Element):
                if each.role in roles or not roles:
                    yield each
                yield from each.find(*roles)

    def outline(self) -> list[tuple[str, str]]:
        """Return each element that says something of its own, with what it says."""
        leaves = ("H1", "H2", "P", "Lbl", "Figure")
        found = ((each.role, each.text) for each in self.find())
        return [(role, text) for role, text in found if role in leaves]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A PDF as a screen reader finds it.

    `drawn` are the words in the order in which they are drawn. `decoration` is what is drawn on
    each page and is not read. `untagged` is what is drawn outside of any mark. `missing` counts
    the letters for which a font has no picture.
    """

    document: Element
    drawn: str
    decoration: tuple[str, ...]
    untagged: tuple[str, ...]
    missing: int
    bookmarks: tuple[str, ...]
    language: str
    title: str
    about: dict[str, dict[str, Any]]
    metadata: str


@dataclass(slots=True)
class _Page:
    marked: dict[int, Spoken] = field(default_factory=dict)
    decoration: list[str] = field(default_factory=list)
    untagged: list[str] = field(default_factory=list)
    missing: int = 0


def read_pdf(file: bytes) -> Reading:
    """Return everything that a screen reader can learn from a PDF."""
    with pikepdf.open(BytesIO(file)) as pdf:
        pages = {page.objgen: _Drawing(page).read() for page in pdf.pages}
        (document,) = _list(pdf.Root.StructTreeRoot.K)
        with pdf.open_outline() as outline:
            bookmarks = tuple(_titles(outline.root))
        drawn = (spoken.text for page in pages.values() for spoken in page.marked.values())
        return Reading(
            document=_element(document, pages, None),
            drawn="".join(drawn).translate(TURNS),
            decoration=tuple("".join(page.decoration) for page in pages.values()),
            untagged=tuple(each for page in pages.values() for each in page.untagged),
            missing=sum(page.missing for page in pages.values()),
            bookmarks=bookmarks,
            language=str(pdf.Root.Lang),
            title=str(pdf.docinfo.Title),
            about={name: _plain(pdf.Root[name]) for name in ("/MarkInfo", "/ViewerPreferences")},
            metadata=pdf.Root.Metadata.read_bytes().decode(),
        )


def run(*command: str | Path) -> str:
    """Return what a program says, which has to find nothing wrong."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def links_in(file: bytes) -> list[tuple[str, str]]:
    """Return the address of every link, and the words that a voice says for it."""
    return [(each.link, each.contents) for each in read_pdf(file).document.find("Link")]


def _list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _plain(dictionary: Any) -> dict[str, Any]:
    return {
        name: value if isinstance(value, bool) else str(value) for name, value in dictionary.items()
    }


def _titles(items: Any) -> Iterator[str]:
    for item in items:
        yield str(item.title)
        yield from _titles(item.children)


def _element(node: Any, pages: dict[Any, _Page], page: Any) -> Element:
    page = node.get("/Pg", page)
    made = Element(
        role=str(node.S).lstrip("/"),
        language=str(node.get("/Lang", "")),
        alternative=str(node.get("/Alt", "")),
    )
    for kid in _list(node.get("/K", [])):
        if isinstance(kid, int):
            made.inside.append(pages[page.objgen].marked[kid])
        elif kid.get("/Type") == "/MCR":
            made.inside.append(pages[kid.Pg.objgen].marked[int(kid.MCID)])
        elif kid.get("/Type") == "/OBJR":
            made.link, made.contents = str(kid.Obj.A.URI), str(kid.Obj.get("/Contents", ""))
        else:
            made.inside.append(_element(kid, pages, page))
    return made


class _Mark(NamedTuple):
    """A mark around what is drawn, and how many pieces there were when it began."""

    tag: str
    properties: Any
    pieces: int


class _Drawing:
    """Follows the operators of a page, and collects its words."""

    def __init__(self, page: Any) -> None:
        fonts = page.get("/Resources", {}).get("/Font", {})
        self._operators: Any = pikepdf.parse_content_stream(page)
        self._fonts = {name: _meanings(font) for name, font in fonts.items()}
        self._font: dict[int, str] = {}
        self._marks: list[_Mark] = []
        self._pieces: list[str] = []
        self._page = _Page()

    def read(self) -> _Page:
        steps = {
            "BDC": self._begin,
            "BMC": self._begin,
            "EMC": self._end,
            "Tf": self._choose_font,
            "Tj": self._show,
            "TJ": self._show,
        }
        for operands, operator in self._operators:
            if str(operator) in steps:
                steps[str(operator)](list(operands))
        return self._page

    def _begin(self, operands: list[Any]) -> None:
        properties = operands[1] if len(operands) > 1 else {}
        if "/MCID" in properties:
            self._pieces = []
        self._marks.append(_Mark(str(operands[0]), properties, len(self._pieces)))
        if "/ActualText" in properties:
            self._say(str(properties["/ActualText"]))

    def _end(self, _operands: list[Any]) -> None:
        mark = self._marks.pop()
        if mark.tag == "/ReversedChars":
            self._pieces[mark.pieces :] = self._pieces[mark.pieces :][::-1]
        if "/MCID" in mark.properties:
            language = str(mark.properties.get("/Lang", ""))
            text = "".join(self._pieces)
            # The words that stand for a picture are those of its element.
            said = "" if "/Alt" in mark.properties else text
            self._page.marked[int(mark.properties["/MCID"])] = Spoken(said, language)

    def _choose_font(self, operands: list[Any]) -> None:
        self._font = self._fonts[str(operands[0])]

    def _show(self, operands: list[Any]) -> None:
        strings = [each for each in _list(operands[0]) if isinstance(each, pikepdf.String)]
        codes = b"".join(map(bytes, strings))
        glyphs = [int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2)]
        self._page.missing += glyphs.count(0)
        if not any("/ActualText" in mark.properties for mark in self._marks):
            for glyph in glyphs:
                self._say(self._font[glyph])

    def _say(self, text: str) -> None:
        if any(mark.tag == "/Artifact" for mark in self._marks):
            self._page.decoration.append(text)
        elif any("/MCID" in mark.properties for mark in self._marks):
            self._pieces.append(text)
        else:
            self._page.untagged.append(text)


def _meanings(font: Any) -> dict[int, str]:
    """Return what each glyph of a font stands for."""
    meaning: dict[int, str] = {}
    for kind, block in _BLOCK.findall(font.ToUnicode.read_bytes()):
        if kind == b"bfchar":
            for glyph, text in _LETTER.findall(block):
                meaning[int(glyph, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
        for first, last, text in _LETTERS.findall(block) if kind == b"bfrange" else ():
            for step, glyph in enumerate(range(int(first, 16), int(last, 16) + 1)):
                meaning[glyph] = chr(int(text, 16) + step)
    return meaning
