"""Every message of the code can be found by the program that collects them, and translated."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.pseudo import KEYWORDS, ROOT, messages

MODULES = sorted((ROOT / "finder" / "web").rglob("*.py"))
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|%")


def message_calls(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in KEYWORDS:
                yield node


def test_no_message_stands_inside_a_formatted_text() -> None:
    """Before Python 3.12 such a text is one token, and the messages in it are not collected."""
    hidden = [
        f"{path.name}:{call.lineno}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.JoinedStr)
        for call in message_calls(node)
    ]

    assert hidden == []


def test_every_message_is_written_out_where_it_is_used() -> None:
    calls = [
        (path.name, call)
        for path in MODULES
        if path.name != "wording.py"
        for call in message_calls(ast.parse(path.read_text(encoding="utf-8")))
    ]

    assert len(calls) > 200
    assert [
        f"{name}:{call.lineno}"
        for name, call in calls
        if not isinstance(call.args[0], ast.Constant)
    ] == []


def test_every_message_of_the_code_is_collected() -> None:
    collected = {form for message in messages() for form in message.forms}
    written = {
        call.args[0].value
        for path in MODULES
        for call in message_calls(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call.args[0], ast.Constant)
    }

    assert written - collected == set()


@pytest.mark.parametrize(
    "message", messages(), ids=lambda message: f"{message.file}:{message.line}"
)
def test_the_forms_of_a_message_have_named_places_and_the_same_ones(message: object) -> None:
    forms = getattr(message, "forms", ())
    places = [set(PLACEHOLDER.findall(form.replace("%%", ""))) for form in forms]

    assert all(each == places[0] for each in places)
    assert all("" not in each for each in places)
