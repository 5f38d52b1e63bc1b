"""Take the words out of a page's HTML, as a person reads them: a line for each block."""

import re
from html.parser import HTMLParser
from typing import NamedTuple

_VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
_IN_LINE = frozenset(
    {"a", "abbr", "b", "bdi", "em", "i", "img", "mark", "q", "span", "strong", "wbr"}
)
_UNREAD = frozenset({"head", "nav", "option", "script", "select", "style", "svg", "template"})
# Links that look like buttons stand beside each other, and are no sentence together. In these
# boxes, the sheet of styles gives each thing a line of its own.
_BUTTONS = frozenset({"back", "btn", "chip", "choice", "tile", "touch"})
_BOXES = frozenset({"slot"})
_EAR_ONLY = "vh"


def text_of_page(html: str, *, without: frozenset[str] = frozenset()) -> str:
    """Return the words of the main part of a page, a line for each block.

    What is hidden, or for screen readers only, is left out, and so are the parts that are labelled
    by one of the ids in `without`, and words that are marked as of another language.
    """
    reader = _Reader(without)
    reader.feed(html)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.pieces).split("\n"))
    return "\n".join(line for line in lines if re.search(r"\w", line))


class _Element(NamedTuple):
    """An element that is open."""

    tag: str
    classes: frozenset[str]
    is_read: bool
    is_block: bool


class _Reader(HTMLParser):
    def __init__(self, without: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self._without = without
        self._language = ""
        self._open: list[_Element] = []
        self._is_after_tag = False
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        classes = frozenset((attributes.get("class") or "").split())
        if tag == "html":
            self._language = attributes.get("lang") or ""
        is_in_box = bool(self._open) and not _BOXES.isdisjoint(self._open[-1].classes)
        is_block = tag not in _IN_LINE or is_in_box or not _BUTTONS.isdisjoint(classes)
        self._pass_tag(is_block=is_block)
        if tag not in _VOID:
            is_read = tag == "main" or self._is_read()
            is_left_out = _EAR_ONLY in classes or self._is_left_out(tag, attributes)
            element = _Element(tag, classes, is_read and not is_left_out, is_block)
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        closed = ""
        while closed != tag and any(tag == each.tag for each in self._open):
            closed = self._open[-1].tag
            self._pass_tag(is_block=self._open.pop().is_block)

    def handle_data(self, data: str) -> None:
        if not self._is_read():
            return
        # The sheet of styles makes lines of "<b>Cost</b><small>£5</small>": words with nothing
        # between them are not one word.
        last = self.pieces[-1][-1:] if self.pieces else ""
        if self._is_after_tag and last.isalnum() and data[:1].isalnum():
            self.pieces.append("\n")
        # A line ends where a block does, and not where the file has one.
        self.pieces.append(re.sub(r"\s+", " ", data))
        self._is_after_tag = False

    def _pass_tag(self, *, is_block: bool) -> None:
        self._is_after_tag = True
        if is_block:
            self.pieces.append("\n")

    def _is_read(self) -> bool:
        return bool(self._open) and self._open[-1].is_read

    def _is_left_out(self, tag: str, attributes: dict[str, str | None]) -> bool:
        language = attributes.get("lang") or self._language
        return (
            tag in _UNREAD
            or "hidden" in attributes
            or attributes.get("aria-hidden") == "true"
            or attributes.get("aria-labelledby") in self._without
            or language != self._language
        )
