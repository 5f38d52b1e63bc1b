"""The page that is made of the evidence. `tests/guards` holds it against the one in `docs/`."""

import runpy

import pytest

from finder.web.accessibility import document as module
from finder.web.accessibility.document import document


def test_what_is_missing_stands_in_bold_beside_how_it_is_met() -> None:
    row = next(line for line in document().splitlines() if line.startswith("| 3.1.5 "))

    assert "| partly | The site's own words are easy to read" in row
    assert "<br>**Missing:** What a provider writes" in row


def test_tests_that_are_code_look_like_code() -> None:
    row = next(line for line in document().splitlines() if line.startswith("| 2.5.5 "))

    assert row.endswith(
        "| axe target-size<br>Alfa R111<br>`tests/browser/geometry.py::small_controls` |"
    )


def test_a_table_counts_the_criteria_of_each_level() -> None:
    counted = {}
    for line in document().splitlines():
        if line.startswith(("| A |", "| AA |", "| AAA |")):
            level, criteria, *each = line.strip("| ").split(" | ")
            counted[level] = (int(criteria), sum(map(int, each)))

    assert counted == {"A": (31, 31), "AA": (24, 24), "AAA": (31, 31)}


def test_the_command_writes_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert module.__file__ is not None

    runpy.run_path(module.__file__, run_name="__main__")

    assert capsys.readouterr().out == document()
