"""The table of rules in `docs/easy-read.md` is what the linter does."""

from pathlib import Path

import pytest

from finder.readability.rules import check_text

GUIDE = Path(__file__).parents[2] / "docs" / "easy-read.md"


def _read_rules() -> list[tuple[str, str, str, str]]:
    rows = [
        [cell.strip() for cell in line.strip("|\n").split("|")]
        for line in GUIDE.read_text(encoding="utf-8").splitlines()
        if line.startswith("| `")
    ]
    return [(code.strip("`"), level, hard, easy) for code, level, _, hard, easy in rows]


@pytest.mark.parametrize(
    ("code", "level", "hard", "easy"), [pytest.param(*rule, id=rule[0]) for rule in _read_rules()]
)
def test_each_rule_finds_its_hard_example_and_not_its_easy_one(
    code: str, level: str, hard: str, easy: str
) -> None:
    levels = {
        "error" if finding.is_error else "warning"
        for finding in check_text(hard)
        if finding.code == code
    }

    assert levels
    assert all(found in level for found in levels)
    assert check_text(easy) == []


def test_the_guide_has_every_rule() -> None:
    assert len(_read_rules()) == 18
