"""The guide to importing names all that a mapping and a report can hold."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from finder.importing.directories import run
from finder.importing.directories.facts import Fact
from finder.importing.directories.mapping_file import MAPPING_FIELDS
from finder.importing.directories.rule_reading import ACTIVITY, PLACE, PROVIDER
from tests.importing.directories.invented import Trial

GUIDE = Path(__file__).parents[3] / "docs" / "importing.md"
SOURCES = sorted(Path(run.__file__).parent.glob("*.py"))
# What says in a row's line why it was refused or joined, or what was left out of it.
_SAYING = {"Remark", "remark", "ValueNotReadError", "RowRefusedError", "refused", "joined"}
_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+|nul|joined")


def said_in(node: ast.AST) -> list[ast.expr]:
    """Return what a call says, or what a function returns as a code and a sentence."""
    if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
        return node.value.elts[:1]
    if isinstance(node, ast.Call):
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        return node.args if name in _SAYING else []
    return []


def codes_of(source: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        for each in said_in(node):
            if isinstance(each, ast.Constant) and _CODE.fullmatch(str(each.value)):
                yield str(each.value)


@pytest.fixture(scope="module")
def guide() -> str:
    return GUIDE.read_text("utf-8")


def test_every_code_of_a_row_is_named(guide: str) -> None:
    codes = {code for source in SOURCES for code in codes_of(source)}

    assert {"no-interest", "bad-date", "same-row", "nul", "blank-row"} < codes
    assert [code for code in sorted(codes) if f"`{code}`" not in guide] == []


def test_every_field_is_named(guide: str) -> None:
    fields = {field for part in MAPPING_FIELDS.values() for field in part}
    effects = {name for part in (ACTIVITY, PLACE, PROVIDER) for name in part.readers}

    assert [name for name in sorted(fields | effects) if f"`{name}`" not in guide] == []


def test_every_fact_is_named(guide: str) -> None:
    assert [fact for fact in Fact if fact not in guide] == []


def test_the_example_is_a_mapping_that_works(tmp_path: Path, guide: str) -> None:
    example = guide.partition("```toml\n")[2].partition("```")[0]
    services = "ID,Service,What it is,Notes,When,Free?,Held at,Run by,Kind\n"
    services += "1,Example Choir,We sing old songs.,,Mondays 10am,yes,Green Hall,Example,Singing\n"
    services += "2,Example Bus,It takes you there.,,,,,Example,bus\n"
    trial = Trial.of_files(
        tmp_path,
        {"services.csv": services, "halls.csv": "Hall,Post code\nGreen Hall,ME14 1XQ\n"},
        example,
    )
    report = trial.run()

    # A council that goes live has to say so much, and the example of a mapping does not.
    assert [issue.code for issue in report.issues] == ["statement-not-complete"]
    assert [row.code for row in report.rows] == ["", "transport", "joined"]
