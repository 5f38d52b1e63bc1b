"""Find the line on which a value of a TOML file stands.

The parser of the standard library tells the line of a fault in the writing, but not the line of
a well-written value that is wrong. This walks the text once and remembers where each key began.
"""

import re

KeyPath = tuple[str | int, ...]

_QUOTED = r"""(?:"(?:[^"\\]++|\\.)*+"|'[^']*')"""
_PART = rf"(?:[A-Za-z0-9_-]+|{_QUOTED})"
_NAME = rf"({_PART}(?:[ \t]*\.[ \t]*{_PART})*)"
_HEADER = re.compile(rf"[ \t]*(\[\[?)[ \t]*{_NAME}[ \t]*\]")
_KEY = re.compile(rf"[ \t]*{_NAME}[ \t]*=")
_EACH_PART = re.compile(_PART)
_QUOTED_OR_BRACKET = re.compile(r"\"{3}|'{3}|" + _QUOTED + r"|[\[\]{}]|#.*")

# A long quotation may end in one or two quotation marks of its own before the three that close
# it. Only between double ones does a backslash keep a mark from counting.
_ESCAPE_OR_END = {'"""': re.compile(r'\\.?|"{3,5}'), "'''": re.compile(r"'{3,5}")}
_DEPTH = {"[": 1, "{": 1, "]": -1, "}": -1}


class LineFinder:
    """Where each key and table of one TOML text begins."""

    def __init__(self, text: str) -> None:
        self._lines: dict[KeyPath, int] = {}
        self._last_index: dict[KeyPath, int] = {}
        self._walk(text)

    def line_of(self, path: KeyPath) -> int | None:
        """Return the line, from 1, of a value, or of the nearest thing that holds it."""
        while path:
            if path in self._lines:
                return self._lines[path]
            path = path[:-1]
        return None

    def _walk(self, text: str) -> None:
        table: KeyPath = ()
        value = _OpenValue()
        # Not splitlines: it also breaks at characters that TOML keeps within a line.
        for number, line in enumerate(text.split("\n"), start=1):
            if value.is_open:
                value.read(line)
            elif header := _HEADER.match(line):
                table = self._enter(header.group(2), is_list=header.group(1) == "[[")
                self._lines.setdefault(table, number)
            elif key := _KEY.match(line):
                self._lines.setdefault((*table, *_parts(key.group(1))), number)
                value.read(line, key.end())

    def _enter(self, name: str, *, is_list: bool) -> KeyPath:
        """Return the path of a table, with the index of each list that it stands in."""
        path: KeyPath = ()
        parts = _parts(name)
        for position, part in enumerate(parts):
            path = (*path, part)
            if is_list and position == len(parts) - 1:
                self._last_index[path] = self._last_index.get(path, -1) + 1
            if path in self._last_index:
                path = (*path, self._last_index[path])
        return path


class _OpenValue:
    """Whether a value that began on an earlier line is still going on."""

    def __init__(self) -> None:
        self._quote = ""
        self._depth = 0

    @property
    def is_open(self) -> bool:
        return bool(self._quote) or self._depth > 0

    def read(self, line: str, start: int = 0) -> None:
        """Read one line of the value, or what follows the equals sign on its first line."""
        place = self._after_quote(line, start) if self._quote else start
        while match := _QUOTED_OR_BRACKET.search(line, place):
            mark, place = match.group(), match.end()
            if mark in _ESCAPE_OR_END:
                self._quote = mark
                place = self._after_quote(line, place)
            self._depth += _DEPTH.get(mark, 0)

    def _after_quote(self, line: str, start: int) -> int:
        """Return where a long quotation has ended, or the end of the line when it goes on."""
        for match in _ESCAPE_OR_END[self._quote].finditer(line, start):
            if not match.group().startswith("\\"):
                self._quote = ""
                return match.end()
        return len(line)


def _parts(name: str) -> tuple[str, ...]:
    """Return the parts of a name with dots. An escape in a quoted one stays as it is written."""
    return tuple(part.strip("\"'") for part in _EACH_PART.findall(name))
