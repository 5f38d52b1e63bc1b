"""Take the tags out of a text that may be HTML, and keep its paragraphs and list items apart.

This walks the text once, so that no text, however broken, takes longer than its length allows. A
real parser is not needed: nothing of the markup is kept.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])([^<>]{0,5000})>")
_BULLET = re.compile(r"\s*(?:[-*•‣·▪●–]\s+|•|·|\d{1,2}[.)]\s+)")
# What `finder check` takes for HTML. None of it may be left.
_LOOKS_LIKE_A_TAG = re.compile(r"<\s*/?\s*(?=[a-zA-Z][^<>]{0,200}>)|<(?=script)", re.IGNORECASE)
_BLOCK_TAGS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "div", "dl"),
        *("dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5"),
        *("h6", "header", "hr", "html", "legend", "li", "main", "nav", "ol", "option", "p", "pre"),
        *("section", "table", "tbody", "tfoot", "thead", "tr", "ul"),
    }
)
_SPACE_TAGS = frozenset({"td", "th", "img", "input", "button"})
_SILENT_TAGS = frozenset({"script", "style", "svg", "template", "title"})
_LINK = re.compile(r"\bhref\s*=\s*[\"']?\s*https?:", re.IGNORECASE)


class BlockKind(Enum):
    """What a stretch of text is: a paragraph or heading, or an item of a list."""

    TEXT = auto()
    ITEM = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text on one line, without tags or entities."""

    text: str
    kind: BlockKind = BlockKind.TEXT


def blocks_of(text: str) -> tuple[list[Block], int]:
    """Return the paragraphs and list items of a text, and how many web addresses its links hide.

    A text without tags has a block on each line, save where a line goes on with a small letter.
    """
    pieces = list(_pieces(text))
    has_blocks = any(piece.tag in _BLOCK_TAGS for piece in pieces)
    links = sum(bool(piece.tag == "a" and _LINK.search(piece.rest)) for piece in pieces)
    builder = _Builder(is_html=has_blocks)
    for piece in pieces:
        if piece.tag:
            builder.tag(piece.tag, is_end=piece.is_end)
        else:
            builder.words(piece.rest)
    builder.end_block()
    return builder.blocks, links


@dataclass(frozen=True, slots=True)
class _Piece:
    """A tag with its attributes in `rest`, or with no tag, the words between two tags."""

    rest: str
    tag: str = ""
    is_end: bool = False


def _pieces(text: str) -> Iterator[_Piece]:
    """Yield the words and the tags, without comments and without what is never shown."""
    position = 0
    # Where a closing mark was looked for in vain, it is not looked for again.
    missing: set[str] = set()
    while (start := text.find("<", position)) >= 0:
        yield _Piece(text[position:start])
        if text.startswith("<!--", start):
            position = _after(text, "-->", start, missing)
            continue
        found = _TAG.match(text, start)
        if found is None:
            yield _Piece("<")
            position = start + 1
            continue
        slash, name = found.group(1), found.group(2).lower()
        yield _Piece(found.group(3), name, is_end=bool(slash))
        position = found.end()
        if name in _SILENT_TAGS and not slash and not found.group(3).endswith("/"):
            position = _after(text, f"</{name}", position, missing)
    yield _Piece(text[position:])


def _after(text: str, mark: str, start: int, missing: set[str]) -> int:
    """Return where the text goes on behind a mark, or behind what opened it if it never closes."""
    if mark not in missing:
        at = text.find(mark, start)
        if at >= 0:
            return at + (len(mark) if mark == "-->" else 0)
        missing.add(mark)
    return start + 1 if mark == "-->" else start


class _Builder:
    """Puts words together into blocks."""

    def __init__(self, *, is_html: bool) -> None:
        self.blocks: list[Block] = []
        self._is_html = is_html
        self._words: list[str] = []
        self._kind = BlockKind.TEXT

    def tag(self, name: str, *, is_end: bool) -> None:
        if name in _BLOCK_TAGS:
            self.end_block()
            is_item = name == "li" and not is_end
            self._kind = BlockKind.ITEM if is_item else self._kind_within(name)
        elif name in _SPACE_TAGS:
            self._words.append(" ")

    def _kind_within(self, name: str) -> BlockKind:
        """A paragraph inside a list item is the item still."""
        return self._kind if name in ("p", "div") else BlockKind.TEXT

    def words(self, text: str) -> None:
        if self._is_html:
            self._words.append(text)
            return
        last, *lines = text.split("\n")
        self._words.append(last)
        for line in lines:
            if line[:1].islower() and last.strip() and last.rstrip()[-1] not in ".!?:;…":
                self._words.append(" ")
            else:
                self.end_block()
            self._words.append(line)
            last = line

    def end_block(self) -> None:
        words = _plain("".join(self._words))
        self._words = []
        bullet = _BULLET.match(words)
        kind = BlockKind.ITEM if bullet and not self._is_html else self._kind
        text = " ".join(words[bullet.end() if bullet else 0 :].split())
        if text:
            self.blocks.append(Block(text, kind))


def _plain(text: str) -> str:
    """Return text with its entities read, and nothing in it that looks like a tag."""
    plain = html.unescape(html.unescape(text))
    return _LOOKS_LIKE_A_TAG.sub("", _TAG.sub(" ", plain))
