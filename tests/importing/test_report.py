import pytest

from finder.domain.issue import Issue, Severity
from finder.importing.lines import KeyPath, LineFinder
from finder.importing.report import Report, Spot, place_in_words

TOML = '[[activities]]\nid = "one"\n\n[[activities]]\nid = "two"\n'


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ((), ""),
        (("name",), "name"),
        (("activities", 1, "sessions", 0, "start"), "activities 2, sessions 1, start"),
        (("a\u202eb" + "c" * 100,), "ab" + "c" * 57),
    ],
)
def test_a_place_in_a_file_is_said_in_words(path: KeyPath, words: str) -> None:
    assert place_in_words(path) == words


def test_an_issue_has_the_line_of_its_place_or_the_line_that_is_given() -> None:
    report = Report(file="a.toml", lines=LineFinder(TOML))

    report.add("bad", "It is bad.", "Mend it.", path=("activities", 1, "id"))
    report.add("bad", "It is bad.", "Mend it.", line=9, severity=Severity.WARNING)

    assert report.issues == [
        Issue(
            code="bad",
            message="It is bad.",
            remedy="Mend it.",
            file="a.toml",
            line=5,
            where="activities 2, id",
        ),
        Issue(
            code="bad",
            message="It is bad.",
            remedy="Mend it.",
            severity=Severity.WARNING,
            file="a.toml",
            line=9,
        ),
    ]
    assert report.error_count == 1


def test_an_issue_of_a_file_that_could_not_be_read_has_no_line() -> None:
    report = Report(file="a.toml")

    report.add("bad", "It is bad.", "Mend it.", path=("name",))

    assert [issue.line for issue in report.issues] == [None]


def test_a_spot_notes_errors_warnings_and_what_others_found() -> None:
    report = Report(file="a.toml", lines=LineFinder(TOML))
    spot = Spot(report, ("activities", 0))

    spot.problem("bad", "It is bad.", "Mend it.")
    spot.warn("odd", "It is odd.", "Look at it.", key="id")
    spot.note(
        Issue(code="hard", message="It is hard.", remedy="Say it.", severity=Severity.WARNING),
        key="id",
    )

    assert [str(issue) for issue in report.issues] == [
        "a.toml:1: error: activities 1: It is bad. Mend it. [bad]",
        "a.toml:2: warning: activities 1, id: It is odd. Look at it. [odd]",
        "a.toml:2: warning: activities 1, id: It is hard. Say it. [hard]",
    ]
    assert spot.error_count == 1
