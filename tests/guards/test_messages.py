"""Every message of the code can be found by the program that collects them, and translated."""

import ast
import re
from collections.abc import Iterator

from tests.pseudo import KEYWORDS, ROOT, messages

MODULES = sorted((ROOT / "finder" / "web").rglob("*.py"))
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|%")


def message_calls(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        name = node.func if isinstance(node, ast.Call) else None
        if isinstance(node, ast.Call) and isinstance(name, ast.Name) and name.id in KEYWORDS:
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

    made_up = [(name, call.lineno) for name, call in calls if not is_written_out(call)]
    assert len(calls) > 200
    assert made_up == []


def is_written_out(call: ast.Call) -> bool:
    return isinstance(call.args[0], ast.Constant)


def test_every_message_of_the_code_is_collected() -> None:
    collected = {form for message in messages() for form in message.forms}
    written = {
        call.args[0].value
        for path in MODULES
        for call in message_calls(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call.args[0], ast.Constant)
    }

    assert written - collected == set()


def test_the_forms_of_a_message_have_the_same_places_each_with_a_name() -> None:
    odd = []
    for message in messages():
        places = [set(PLACEHOLDER.findall(form.replace("%%", ""))) for form in message.forms]
        if any(each != places[0] or "" in each for each in places):
            odd.append(message)

    assert odd == []
