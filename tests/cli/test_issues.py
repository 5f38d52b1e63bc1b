"""Printing issues for people."""

import pytest

from finder.cli.issues import count_words, print_issues
from finder.domain.issue import Issue, Severity

ERROR = Issue(
    code="bad-time", message="start is “25:00”.", remedy="Correct it.", file="a.toml", line=3
)
WARNING = Issue(
    code="hard-word",
    message="“venue” is a hard word.",
    remedy="Write “place”.",
    severity=Severity.WARNING,
    file="a.toml",
    line=7,
)


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 errors"), (1, "1 error"), (2, "2 errors"), (1234, "1,234 errors")],
)
def test_a_count_has_its_noun(count: int, words: str) -> None:
    assert count_words(count, "error", "errors") == words


@pytest.mark.parametrize(
    ("issues", "warnings", "printed"),
    [
        pytest.param([], True, ["0 errors and 0 warnings."], id="none"),
        pytest.param(
            [ERROR, WARNING],
            True,
            [
                "a.toml:3: error: start is “25:00”. Correct it. [bad-time]",
                "a.toml:7: warning: “venue” is a hard word. Write “place”. [hard-word]",
                "1 error and 1 warning.",
            ],
            id="all",
        ),
        pytest.param(
            [WARNING, ERROR, WARNING],
            False,
            [
                "a.toml:3: error: start is “25:00”. Correct it. [bad-time]",
                "1 error and 2 warnings.",
            ],
            id="errors only",
        ),
    ],
)
def test_each_issue_is_one_line_and_the_last_counts_them(
    capsys: pytest.CaptureFixture[str], issues: list[Issue], warnings: bool, printed: list[str]
) -> None:
    print_issues(issues, warnings=warnings)

    assert capsys.readouterr().out.splitlines() == printed
