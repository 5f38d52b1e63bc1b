"""Check the pictures of a council's own pack: drawings (SVG), and PNG or WebP files."""

import re
from pathlib import Path
from xml.parsers import expat

from finder.media.faults import MediaError
from finder.media.folders import name_of, read_whole
from finder.media.photos import check_small_picture

LARGEST_PICTURE_BYTES = 300_000
_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
# What programs for drawing note for themselves. No browser draws it.
_NOTES = frozenset(
    {
        "http://creativecommons.org/ns#",
        "http://web.resource.org/cc/",
        "http://purl.org/dc/elements/1.1/",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
        "http://www.inkscape.org/namespaces/inkscape",
    }
)
# Stands between the namespace of a name and the name.
_BETWEEN = "\n"
# What a drawing is made of. A script, a link, another document and anything that moves are not.
_ELEMENTS = frozenset(
    {
        *("svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "style"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
        *("text", "tspan", "clipPath", "mask", "pattern", "marker"),
        *("linearGradient", "radialGradient", "stop"),
    }
)
# A place in the same drawing is all that may be referred to.
_REFERENCE = re.compile(r"url\s*\(\s*['\"]?\s*([^)]?)", re.IGNORECASE)
# Loading, and what could hide it. A backslash can spell anything.
_UNSAFE_CSS = re.compile(
    r"@|\\|expression|javascript:|-moz-binding|image-set|src\s*\(", re.IGNORECASE
)


def check_picture_file(path: Path) -> str:
    """Return what a picture is called when it is served, or raise MediaError."""
    content = read_whole(path)
    if path.suffix.lower() == ".svg":
        check_drawing(content)
        return name_of(path, "svg")
    return name_of(path, check_small_picture(content))


def check_drawing(content: bytes) -> None:
    """Raise MediaError when an SVG drawing has anything in it but what is drawn.

    It is refused, not mended: half of a drawing can mean something else.
    """
    _Check().read(content)


class _Check:
    """One reading of a drawing."""

    def __init__(self) -> None:
        self._is_first = True
        self._in_style = False

    def read(self, content: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=_BETWEEN)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.buffer_text = True
        try:
            parser.Parse(content, True)
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise _fault("The drawing is not SVG: it is not well written.") from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, element = name.rpartition(_BETWEEN)
        if self._is_first and (space, element) != (_SVG, "svg"):
            raise _fault("The drawing is not SVG.")
        self._is_first = False
        if space in _NOTES:
            return
        if space != _SVG or element not in _ELEMENTS:
            raise _fault(f"The drawing has the element “{element[:40]}” in it.")
        self._in_style = element == "style"
        for attribute, value in attributes.items():
            _check_attribute(attribute, value)

    def _end(self, name: str) -> None:
        del name
        self._in_style = False

    def _text(self, text: str) -> None:
        if self._in_style:
            _check_style(text)

    def _doctype(self, _name: str, _system: str | None, _public: str | None, has_more: int) -> None:
        # A plain one asks for nothing. One with words of its own can make a small file a huge one.
        if has_more:
            raise _fault("The drawing begins with words of its own (DOCTYPE).")

    def _instruction(self, target: str, _text: str) -> None:
        if target.lower() == "xml-stylesheet":
            raise _fault("The drawing asks for another file.")


def _check_attribute(name: str, value: str) -> None:
    space, _, attribute = name.rpartition(_BETWEEN)
    if attribute.lower().startswith("on"):
        raise _fault(f"The drawing has a script, in “{attribute[:40]}”.")
    if attribute == "href" and space in ("", _XLINK) and not value.strip().startswith("#"):
        raise _fault("The drawing has a link to something outside it.")
    if attribute == "style":
        _check_style(value)
    _check_references(value)


def _check_style(text: str) -> None:
    if _UNSAFE_CSS.search(text):
        raise _fault("The drawing loads something, or hides what it does.")
    _check_references(text)


def _check_references(text: str) -> None:
    if any(first != "#" for first in _REFERENCE.findall(text)):
        raise _fault("The drawing loads something from outside it.")


def _fault(message: str) -> MediaError:
    return MediaError(
        "unsafe-drawing", message, "Save it as a plain SVG, with nothing but what is drawn."
    )
