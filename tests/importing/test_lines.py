import tomllib
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finder.importing.lines import KeyPath, LineFinder

# Values that look like keys, tables and comments, or that end in an unusual way.
ODD_VALUES = [
    "1",
    "2026-11-03",
    '"[[activities]] # this is no comment"',
    "'it = [ { \\'",
    r'"\"[\\" # it is "[',
    "[1, [2, '['], 3] # ]",
    '{ a = 1, b = "}", c = [{ d = 2 }] }',
    '"""\n[[activities]]\nkey = 1\n"""',
    "'''\nkey = \"\"\"\n[table]\n'''",
    '["""\nkey = 1""", # """\n  \'[\', [2,\n3],\n  # ]\n]',
    '"""a \\""" b\n[table]\n"""""',
    "[''' '[' ''''', ']', \"\"\"[\\\\\"\"\"\n]",
    "[\n  { key = 1 },\n  { key = 2 },\n]",
    '"""one \\\n   [[two]]\n"""',
    '"a\u2028b\x85c"',
    '"" # ""',
    "'''''' # '''",
    '"""""" # """',
]
ODD_LINES = ["", "  ", "# [[activities]]", '\t# key = """', "# it's \u2028 x = 1 \x85 y = 2"]
KEYS: list[tuple[str, KeyPath]] = [
    ("bare-key_1", ("bare-key_1",)),
    ("  indented   ", ("indented",)),
    ("dotted.one", ("dotted", "one")),
    ("dotted . two", ("dotted", "two")),
    ('"a.b [c] = d"', ("a.b [c] = d",)),
    ("'single'.x", ("single", "x")),
    ("7", ("7",)),
]


@dataclass(slots=True)
class Document:
    """A TOML text as it grows, and the line of each key and table in it."""

    text: str = ""
    lines: dict[KeyPath, int] = field(default_factory=dict)

    def add(self, text: str, path: KeyPath | None = None) -> None:
        if path is not None:
            self.lines[path] = self.text.count("\n") + 1
        self.text += f"{text}\n"


def _long_strings() -> st.SearchStrategy[str]:
    """Return strings of several lines, between each sort of long quotation marks."""
    pieces = st.lists(
        st.sampled_from(["\n", "\\\\", '"', "'", "[", "]", "{", "#", " = ", "[[a]]", "\nkey = 1\n"])
    ).map("".join)
    literal = pieces.map(lambda text: f"'''{_without_run(text, chr(39))}'''")
    basic = pieces.map(lambda text: f'"""{_without_run(text, chr(34))}"""')
    return literal | basic


def _without_run(text: str, quote: str) -> str:
    """Return a text in which no three quotation marks follow each other."""
    return text.replace(quote * 3, quote * 2 + " ").replace(quote * 3, quote * 2 + " ")


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Return a document with tables, lists of tables, and odd values."""
    document = Document()
    _add_keys(draw, document, ())
    for number in range(draw(st.integers(0, 2))):
        document.add(f"[ table{number} ] # [[no]]", (f"table{number}",))
        _add_keys(draw, document, (f"table{number}",))
        document.add(f"[table{number}.'in.side']", (f"table{number}", "in.side"))
        _add_keys(draw, document, (f"table{number}", "in.side"))
    for index in range(draw(st.integers(0, 3))):
        here: KeyPath = ("activities", index)
        document.add("[[activities]]", here)
        _add_keys(draw, document, here)
        for inner in range(draw(st.integers(0, 2))):
            document.add("  [[ activities . sessions ]]", (*here, "sessions", inner))
            _add_keys(draw, document, (*here, "sessions", inner))
        if draw(st.booleans()):
            document.add("[activities.access]", (*here, "access"))
            _add_keys(draw, document, (*here, "access"))
    return document


def _add_keys(draw: st.DrawFn, document: Document, table: KeyPath) -> None:
    values = st.sampled_from(ODD_VALUES) | _long_strings()
    for written, path in draw(st.lists(st.sampled_from(KEYS), unique=True, max_size=4)):
        for line in draw(st.lists(st.sampled_from(ODD_LINES), max_size=2)):
            document.add(line)
        document.add(f"{written}={draw(values)}", (*table, *path))


def _value_at(table: Any, path: KeyPath) -> Any:
    for part in path:
        table = table[part]
    return table


@settings(max_examples=60)
@given(documents(), st.sampled_from(["\n", "\r\n"]))
def test_every_key_and_table_is_found_on_its_line(document: Document, line_break: str) -> None:
    text = document.text.replace("\n", line_break)
    parsed = tomllib.loads(text)

    finder = LineFinder(text)

    found = {path: finder.line_of(path) for path in document.lines}
    assert found == document.lines
    assert all(_value_at(parsed, path) is not None for path in document.lines)


@pytest.mark.parametrize("value", ODD_VALUES)
def test_a_key_after_an_odd_value_is_found(value: str) -> None:
    text = f"before = {value}\nafter = 1\n"

    assert tomllib.loads(text)["after"] == 1
    assert LineFinder(text).line_of(("after",)) == value.count("\n") + 2


@pytest.mark.parametrize(
    ("path", "line"),
    [
        pytest.param(("activities", 1, "id"), 6, id="a field"),
        pytest.param(("activities", 1, "name"), 5, id="a field that is not there"),
        pytest.param(("activities", 1, "contact", "phone"), 7, id="a field inside one line"),
        pytest.param(("activities", 2), None, id="a table that is not there"),
        pytest.param((), None, id="the whole file"),
    ],
)
def test_what_has_no_line_of_its_own_has_the_line_of_what_holds_it(
    path: KeyPath, line: int | None
) -> None:
    text = """\
# A comment
[[activities]]
id = "one"

[[activities]]
id = "two"
contact = { phone = "01632 960 123" }
"""

    assert LineFinder(text).line_of(path) == line


def test_a_text_that_is_not_toml_has_lines_all_the_same() -> None:
    assert LineFinder('a = """\n[b]\n').line_of(("b",)) is None
    assert LineFinder("[b\n]] c = \nd = 1").line_of(("d",)) == 3


@given(st.text())
def test_any_text_can_be_walked(text: str) -> None:
    assert LineFinder(text).line_of(("name",)) is None or "name" in text
