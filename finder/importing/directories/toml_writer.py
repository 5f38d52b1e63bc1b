"""Write content as TOML that a person can read and git can compare: the same input, the same text.

Written by ourselves, and not with a library, for the sake of what stands between the values: a
comment above each activity, a line for each sentence, tables in the order of the content guide.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal

_LONGEST_LINE = 100
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_TO_ESCAPE = re.compile(r'[\\"\x00-\x1f\x7f]')
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}

Comments = Mapping[tuple[str, int], str]


class InlineTable(dict[str, object]):
    """A table that is written on one line, such as `ages = { from = 18 }`."""


def toml_text(table: Mapping[str, object], comments: Comments | None = None) -> str:
    """Return a table as TOML: first its values, then its tables, each under a heading of its own.

    `comments` has a line to put above a table of a list: ("activities", 0) is the first one's.
    """
    lines: list[str] = []
    _write_table(lines, table, (), comments or {})
    return "\n".join(lines).strip("\n") + "\n"


def _write_table(
    lines: list[str], table: Mapping[str, object], path: tuple[str, ...], comments: Comments
) -> None:
    for key, value in table.items():
        if not (_is_headed(value) or _tables_in(value)):
            lines.append(_line(key, value))
    for key, value in table.items():
        inner = (*path, key)
        heading = ".".join(_key(each) for each in inner)
        if isinstance(value, Mapping) and _is_headed(value):
            lines += ["", f"[{heading}]"]
            _write_table(lines, value, inner, comments)
        for number, item in enumerate(_tables_in(value)):
            comment = comments.get((heading, number))
            lines += ["", *([f"# {comment}"] if comment else []), f"[[{heading}]]"]
            _write_table(lines, item, inner, comments)


def _is_headed(value: object) -> bool:
    return isinstance(value, Mapping) and not isinstance(value, InlineTable)


def _tables_in(value: object) -> list[Mapping[str, object]]:
    """Return the tables of a list that holds nothing else; none for any other value."""
    if isinstance(value, str) or not isinstance(value, Sequence):
        return []
    tables = [each for each in value if isinstance(each, Mapping)]
    return tables if len(tables) == len(value) else []


def _line(key: str, value: object) -> str:
    whole = f"{_key(key)} = {_value(value)}"
    if len(whole) <= _LONGEST_LINE or isinstance(value, str) or not isinstance(value, Sequence):
        return whole
    items = "".join(f"    {_value(each)},\n" for each in value)
    return f"{_key(key)} = [\n{items}]"


def _key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else _quoted(key)


def _value(value: object) -> str:
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Mapping):
        inside = ", ".join(f"{_key(key)} = {_value(each)}" for key, each in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, Sequence):
        return f"[{', '.join(_value(each) for each in value)}]"
    return str(value)


def _number(value: Decimal) -> str:
    if value.is_nan():
        return "nan"
    if value.is_infinite():
        return "inf" if value > 0 else "-inf"
    return f"{value:f}"


def _quoted(text: str) -> str:
    return f'"{_TO_ESCAPE.sub(_escaped, text)}"'


def _escaped(found: re.Match[str]) -> str:
    character = found.group()
    return _ESCAPES.get(character) or f"\\u{ord(character):04x}"
