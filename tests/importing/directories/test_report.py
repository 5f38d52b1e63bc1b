"""What came of an import, for a screen, for a spreadsheet and for programs."""

import csv
import io
import json

from finder.domain.issue import Issue, Severity
from finder.importing.directories.facts import Fact
from finder.importing.directories.outcomes import Outcome, Remark, RowOutcome
from finder.importing.directories.report import (
    COLUMNS,
    ImportReport,
    as_csv,
    as_json,
    as_text,
)
from finder.importing.directories.write import Written

CHOIR = RowOutcome(
    file="services.csv",
    row=2,
    row_id="S1",
    name="Example Choir",
    outcome=Outcome.IMPORTED,
    became="example-choir",
    unknown=("cost", "checked-on", "space"),
    remarks=(Remark("bad-age", "“old” is not an age."),),
)
SOUP = RowOutcome(
    file="services.csv",
    row=3,
    name="=SUM(1)",
    outcome=Outcome.IMPORTED,
    became="soup",
    unknown=("space",),
)
BUS = RowOutcome(
    file="services.csv", row=4, outcome=Outcome.REFUSED, code="transport", words="It is a bus."
)
HALL = RowOutcome(
    file="halls.csv",
    row=2,
    name="Green Hall",
    outcome=Outcome.JOINED,
    code="joined",
    words="It is a part of a.toml.",
    became="providers/a.toml",
)
REPORT = ImportReport(
    directory="example",
    rows=(CHOIR, SOUP, BUS, HALL),
    issues=(
        Issue(
            code="not-utf-8",
            message="Odd.",
            remedy="Check.",
            severity=Severity.WARNING,
            file="a.csv",
        ),
    ),
    unused_columns=("Old (services)",),
    written=Written(
        written=["a"], same=["b"], kept=["c"], removed=["d"], ended=["e"], shared=["pages"]
    ),
)


def test_counts() -> None:
    assert REPORT.unknown_counts() == {"cost": 1, "checked-on": 1, "space": 2}
    assert REPORT.refused_counts() == {"transport": 1}
    assert REPORT.remark_counts() == {"bad-age": 1}
    assert REPORT.never_told == (Fact.SPACE,)
    assert REPORT.whole == (SOUP,)
    assert REPORT.has_imported is True


def test_an_empty_report() -> None:
    report = ImportReport()

    assert (report.has_imported, report.never_told, report.whole) == (False, (), ())
    assert as_text(report, verbose=False).splitlines() == [
        "0 rows were read.",
        "0 came in as activities.",
        "  0 of them are whole: they tell all first facts that the directory has.",
        "  0 leave a first fact unknown.",
        "0 were joined into others.",
        "0 were refused.",
        "0 files were written, and 0 stay the same.",
    ]


def test_a_summary_for_a_screen() -> None:
    assert as_text(REPORT, verbose=False).splitlines() == [
        "a.csv: warning: Odd. Check. [not-utf-8]",
        "4 rows were read.",
        "2 came in as activities.",
        "  1 of them are whole: they tell all first facts that the directory has.",
        "  1 leave a first fact unknown.",
        "1 were joined into others.",
        "1 were refused.",
        "Refused, by reason:",
        "       1  transport",
        "Not told by what came in:",
        "       1  cost",
        "       1  checked-on",
        "       2  space",
        "No row of the directory tells: space.",
        "Left out or changed in rows that came in:",
        "       1  bad-age",
        "Columns that the mapping does not use: Old (services).",
        "Copied from the example content: pages.",
        "1 files were written, and 1 stay the same.",
        "1 files were changed by a person and stay: c. Use --replace to write them anew.",
        "1 activities are no longer there. They are kept as ended.",
        "1 files have nothing left to show and were removed.",
    ]


def test_errors_are_all_there_is_to_say() -> None:
    error = Issue(code="not-csv", message="Broken.", remedy="Mend it.", file="a.csv")

    assert as_text(ImportReport(issues=(error,)), verbose=True) == (
        "a.csv: error: Broken. Mend it. [not-csv]"
    )


def test_every_row_for_a_screen() -> None:
    assert as_text(REPORT, verbose=True).splitlines()[-5:] == [
        "Every row:",
        (
            "services.csv, row 2: imported S1 “Example Choir” -> example-choir."
            " Not told: cost, checked-on, space. “old” is not an age. [bad-age]"
        ),
        "services.csv, row 3: imported “=SUM(1)” -> soup. Not told: space.",
        "services.csv, row 4: refused. It is a bus. [transport]",
        (
            "halls.csv, row 2: joined “Green Hall” -> providers/a.toml."
            " It is a part of a.toml. [joined]"
        ),
    ]


def test_a_spreadsheet_is_safe_to_open() -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(REPORT), newline="")))

    assert tuple(rows[0]) == COLUMNS
    assert [row["name"] for row in rows] == ["Example Choir", "'=SUM(1)", "", "Green Hall"]
    assert rows[0]["remarks"] == "“old” is not an age. [bad-age]"
    assert rows[0]["unknown"] == "cost checked-on space"


def test_programs_get_everything() -> None:
    told = json.loads(as_json(REPORT))

    assert {name: told[name] for name in ("rows", "imported", "whole", "joined", "refused")} == {
        "rows": 4,
        "imported": 2,
        "whole": 1,
        "joined": 1,
        "refused": 1,
    }
    assert told["never_told"] == ["space"]
    assert told["issues"] == ["a.csv: warning: Odd. Check. [not-utf-8]"]
    assert told["lines"][0] == {
        "file": "services.csv",
        "row": 2,
        "id": "S1",
        "name": "Example Choir",
        "outcome": "imported",
        "code": "",
        "words": "",
        "became": "example-choir",
        "unknown": ["cost", "checked-on", "space"],
        "remarks": [{"code": "bad-age", "words": "“old” is not an age."}],
    }
