import pytest

from finder.domain.issue import Issue, Severity, has_errors

ERROR = Issue(
    code="missing-field",
    message="There is no name.",
    remedy="Add a name.",
    file="councils/kent/council.toml",
    line=3,
    where="lots 1, name",
)
WARNING = Issue(
    code="not-checked", message="It is old.", remedy="Check it.", severity=Severity.WARNING
)


@pytest.mark.parametrize(
    ("issue", "line"),
    [
        pytest.param(
            ERROR,
            "councils/kent/council.toml:3: error: lots 1, name: There is no name. Add a name. "
            "[missing-field]",
            id="everything is told",
        ),
        pytest.param(
            Issue(code="not-utf-8", message="It is not text.", remedy="Save it.", file="a.toml"),
            "a.toml: error: It is not text. Save it. [not-utf-8]",
            id="no line and no place in the file",
        ),
        pytest.param(WARNING, "warning: It is old. Check it. [not-checked]", id="not even a file"),
    ],
)
def test_an_issue_is_one_line(issue: Issue, line: str) -> None:
    assert str(issue) == line


def test_an_issue_is_an_error_unless_it_says_that_it_is_a_warning() -> None:
    assert (ERROR.is_error, WARNING.is_error) == (True, False)


def test_issues_have_errors_when_one_of_them_is_one() -> None:
    assert [has_errors(issues) for issues in ([], [WARNING], [WARNING, ERROR])] == [
        False,
        False,
        True,
    ]
