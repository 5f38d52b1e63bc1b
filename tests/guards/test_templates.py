"""Each template compiles, uses what it imports, and holds nothing that the policy forbids."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import nodes

from finder.web.app import create_app
from tests.pseudo import ROOT
from tests.web.site import settings_of

TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
MODULES = sorted((ROOT / "finder").rglob("*.py"))
FORBIDDEN = {
    "a filter that turns escaping off": r"\|\s*safe\b|autoescape",
    "a style of its own": r"\sstyle\s*=|<style",
    "a script of its own": r"<script(?![^>]*\bsrc=)|javascript:|\son\w+\s*=",
    "a picture or file of another host": r"(src|srcset|action)=\"(https?:)?//",
    "words that cannot be translated": r"(?<![{}%])\{\{\s*['\"][A-Z]",
}
KNOWN_TO_BE_SAFE = {
    "web/filters.py": 3,
    "web/fragments.py": 3,
    "web/hard_words.py": 4,
    "web/views/pages.py": 2,
    "web/wording.py": 2,
}
FRAGMENTS = ROOT / "finder/web/fragments.py"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return create_app(settings_of(tmp_path_factory.mktemp("templates")))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT / "templates").as_posix()


def tree_of(app: Flask, path: Path) -> nodes.Template:
    return app.jinja_env.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_template_compiles(app: Flask, path: Path) -> None:
    assert app.jinja_env.get_template(name_of(path)).name == name_of(path)


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_template_uses_every_macro_that_it_imports(app: Flask, path: Path) -> None:
    tree = tree_of(app, path)

    imported = {
        name[1] if isinstance(name, tuple) else name
        for each in tree.find_all(nodes.FromImport)
        for name in each.names
    }
    used = {each.name for each in tree.find_all(nodes.Name) if each.ctx == "load"}
    assert imported - used == set()


def test_every_macro_is_used_somewhere(app: Flask) -> None:
    defined, used = set(), set()
    for path in TEMPLATES:
        tree = tree_of(app, path)
        defined |= {each.name for each in tree.find_all(nodes.Macro)}
        names = [each for call in tree.find_all(nodes.Call) for each in [call.node]]
        used |= {each.name for each in names if isinstance(each, nodes.Name)}
        used |= {
            name[0]
            for each in tree.find_all(nodes.FromImport)
            for name in each.names
            if isinstance(name, tuple)
        }
        used |= {macro for _, macro in kept_in(tree)}
    used |= {macro for _, macro in made_in_python()}

    assert defined - used == set()


def test_every_template_is_shown_by_a_view_or_by_another(app: Flask) -> None:
    named = {name for path in MODULES for name in templates_named_in(path)}
    for path in TEMPLATES:
        tree = tree_of(app, path)
        named |= set(names_of(tree.find_all(nodes.Extends)))
        named |= set(names_of(tree.find_all(nodes.FromImport)))
        named |= {f"components/{file}.html" for file, _ in kept_in(tree)}
    named |= {f"components/{file}.html" for file, _ in made_in_python()}

    assert {name_of(path) for path in TEMPLATES} == named


def kept_in(tree: nodes.Template) -> Iterator[tuple[str, str]]:
    """Return the file and the name of each macro whose fragment a template asks for."""
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "kept":
            file, macro, *_ = call.args
            assert isinstance(file, nodes.Const)
            assert isinstance(macro, nodes.Const)
            yield str(file.value), str(macro.value)


def made_in_python() -> Iterator[tuple[str, str]]:
    """Return the file and the name of each macro that Python asks for by its name."""
    for node in ast.walk(ast.parse(FRAGMENTS.read_text(encoding="utf-8"))):
        called = node.func if isinstance(node, ast.Call) else None
        if isinstance(called, ast.Attribute) and called.attr == "_macro":
            assert isinstance(node, ast.Call)
            names = [each.value for each in node.args[:2] if isinstance(each, ast.Constant)]
            if len(names) == 2:
                yield str(names[0]), str(names[1])


def names_of(statements: Iterable[nodes.Extends | nodes.FromImport]) -> Iterator[str]:
    for each in statements:
        assert isinstance(each.template, nodes.Const)
        yield str(each.template.value)


def templates_named_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        value = node.value if isinstance(node, ast.Constant) else None
        if isinstance(value, str) and re.fullmatch(r"[\w/]+\.html", value):
            yield value


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_template_holds_nothing_that_is_forbidden(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert [what for what, pattern in FORBIDDEN.items() if re.search(pattern, text)] == []


def test_only_known_places_call_a_text_safe() -> None:
    found = {}
    for path in MODULES:
        calls = [
            node
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("Markup", "escape")
        ]
        if calls:
            found[path.relative_to(ROOT / "finder").as_posix()] = len(calls)

    assert found == KNOWN_TO_BE_SAFE


def test_every_picture_that_the_site_names_is_there() -> None:
    known = set(
        re.findall(
            r'^concept = "([^"]+)"', (ROOT / "content/pictures.toml").read_text(), re.MULTILINE
        )
    )
    named = {
        name
        for path in TEMPLATES
        for name in re.findall(r'(?:pic|small_picture)\("([^"]+)"', path.read_text())
    }
    for path in sorted((ROOT / "finder/web").rglob("*.py")):
        named |= set(re.findall(r'picture="([^"]+)"', path.read_text()))

    assert len(named) > 20
    assert named - known == set()
