"""The table of rules in `docs/easy-read.md` is what the linter does."""

import re
from pathlib import Path

import pytest

from finder.readability.rules import check_text

HERE = Path(__file__).parent
GUIDE = Path(__file__).parents[2] / "docs" / "easy-read.md"


def _read_rules() -> list[tuple[str, str, str, str]]:
    rows = [
        [cell.strip() for cell in line.strip("|\n").split("|")]
        for line in GUIDE.read_text(encoding="utf-8").splitlines()
        if line.startswith("| `") and ".txt`" not in line
    ]
    return [(code.strip("`"), level, hard, easy) for code, level, _, hard, easy in rows]


@pytest.mark.parametrize(
    ("code", "level", "hard", "easy"), [pytest.param(*rule, id=rule[0]) for rule in _read_rules()]
)
def test_each_rule_finds_its_hard_example_and_not_its_easy_one(
    code: str, level: str, hard: str, easy: str
) -> None:
    levels = {
        "error" if finding.is_error else "hint" if finding.is_hint else "warning"
        for finding in check_text(hard, hints=level == "hint")
        if finding.code == code
    }

    assert levels
    assert all(found in level for found in levels)
    assert check_text(easy, hints=True) == []


def test_the_guide_has_every_rule() -> None:
    assert len(_read_rules()) == 21


def test_the_figures_of_the_guide_are_those_of_the_held_sets() -> None:
    rows = re.findall(r"^\| `(\w+)\.txt` \|(.*)\|$", GUIDE.read_text("utf-8"), re.MULTILINE)
    told = {name: [int(cell) for cell in cells.split("|")] for name, cells in rows}

    held = {}
    for name in ("easy", "hard", "hard_councils"):
        sentences = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        found = [check_text(sentence) for sentence in sentences]
        with_hints = [check_text(sentence, hints=True) for sentence in sentences]
        held[name] = [
            len(sentences),
            sum(1 for findings in found if any(finding.is_error for finding in findings)),
            sum(1 for findings in found if findings),
            sum(1 for findings in with_hints if findings),
        ]
    assert told == held
