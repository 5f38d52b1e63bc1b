"""Reading CSV files as rows."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from finder.importing.directories.files import LONGEST_CELL, MOST_ROWS, FoundFile
from finder.importing.directories.outcomes import Remark, RowNames
from finder.importing.directories.tables import TableRows, read_csv_table
from finder.importing.report import Report

NAMES = RowNames(id_columns=("ID",), name_columns=("Name",))


def read(folder: Path, content: str | bytes) -> tuple[TableRows | None, list[str]]:
    """Return the rows of a file, and the codes of its issues."""
    path = folder / "a.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    report = Report(file="a.csv")
    return read_csv_table(FoundFile(path, "a.csv"), "a", NAMES, report), [
        issue.code for issue in report.issues
    ]


def rows_of(folder: Path, content: str | bytes) -> list[tuple[int, dict[str, object]]]:
    found, issues = read(folder, content)
    assert found is not None
    assert issues == []
    return [(row.number, dict(row.source)) for row in found.rows]


def refused(folder: Path, content: str | bytes) -> list[tuple[int, str]]:
    found, _ = read(folder, content)
    assert found is not None
    return [(line.row, line.code) for line in found.refused]


def test_rows_have_the_numbers_that_a_spreadsheet_shows(tmp_path: Path) -> None:
    content = '﻿ID, Name \r\n1,"two\r\nlines"\r\n2,Choir\r\n'

    assert rows_of(tmp_path, content) == [
        (2, {"ID": "1", "Name": "two\r\nlines"}),
        (3, {"ID": "2", "Name": "Choir"}),
    ]


def test_a_column_without_a_name_is_skipped(tmp_path: Path) -> None:
    assert rows_of(tmp_path, "ID,,Name\n1,x,Choir\n") == [(2, {"ID": "1", "Name": "Choir"})]


def test_blank_and_ragged_rows_are_refused(tmp_path: Path) -> None:
    content = "ID,Name\n1,Choir\n\n , \n2\n3,Soup,more\n4,Tea,,\n"

    assert refused(tmp_path, content) == [
        (3, "blank-row"),
        (4, "blank-row"),
        (5, "ragged-row"),
        (6, "ragged-row"),
    ]
    assert [number for number, _ in rows_of(tmp_path, content)] == [2, 7]


def test_a_refused_row_says_what_it_is(tmp_path: Path) -> None:
    found, _ = read(tmp_path, "ID,Name\n3,Soup,more\n")

    assert found is not None
    (line,) = found.refused
    assert (line.file, line.row, line.row_id, line.name, line.words) == (
        "a.csv",
        2,
        "3",
        "Soup",
        "The row has 3 cells, and there are 2 headings.",
    )


def test_a_huge_cell_is_refused(tmp_path: Path) -> None:
    content = f"ID,Name\n1,{'x' * (LONGEST_CELL + 1)}\n2,Choir\n"

    assert refused(tmp_path, content) == [(2, "huge-cell")]
    assert csv.field_size_limit() == 131_072


def test_letters_that_are_not_utf_8_name_their_rows(tmp_path: Path) -> None:
    lines = b"".join(b"%d,Caf\xe9\n" % number for number in range(1, 8))
    found, issues = read(tmp_path, b"ID,Name\n0,Choir\n" + lines)

    assert found is not None
    assert issues == ["not-utf-8"]
    assert found.rows[1].values("Name") == ("Café",)
    assert list(found.remarks) == [("a.csv", number) for number in range(3, 10)]
    assert [remark.code for remark in found.remarks["a.csv", 3]] == ["not-utf-8"]


def test_a_warning_names_the_first_rows_with_odd_letters(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    report = Report(file="a.csv")
    path.write_bytes(b"ID,Name\n" + b"1,\xe9\n" * 6)
    read_csv_table(FoundFile(path, "a.csv"), "a", NAMES, report)
    path.write_bytes(b"ID,Name\n1,\xe9\n2\xe9\n")
    read_csv_table(FoundFile(path, "a.csv"), "a", NAMES, report)

    assert [issue.message for issue in report.issues] == [
        f"The file is not UTF-8 text: row {rows}. Those rows were read as Windows-1252."
        for rows in ("2, 3, 4, 5, 6 and more", "2, 3")
    ]


def test_nul_is_left_out_with_a_remark(tmp_path: Path) -> None:
    found, issues = read(tmp_path, "ID,Name\n1,Cho\0ir\n")

    assert found is not None
    assert issues == []
    assert found.rows[0].values("Name") == ("Choir",)
    assert found.remarks == {
        ("a.csv", 2): [
            Remark("nul", "It has characters of nothing (NUL). They were left out."),
        ]
    }


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param("", "no-headings", id="nothing"),
        pytest.param("\n1,2\n", "no-headings", id="blank headings"),
        pytest.param("ID;Name\n1;Choir\n", "wrong-separator", id="semicolons"),
        pytest.param("ID\tName\n1\tChoir\n", "wrong-separator", id="tabs"),
        pytest.param("ID¬Name\n1¬Choir\n".encode("cp1252"), "wrong-separator", id="odd signs"),
        pytest.param("Post code,Postcode\n1,2\n", "duplicate-heading", id="twice"),
        pytest.param('ID,Name\n1,"Cho"ir"\n', "not-csv", id="a quotation mark inside"),
        pytest.param('ID,Name\n1,"Choir\n', "not-csv", id="a quotation mark without an end"),
    ],
)
def test_a_file_that_is_no_table_has_one_error(
    tmp_path: Path, content: str | bytes, code: str
) -> None:
    found, issues = read(tmp_path, content)

    assert found is None
    assert set(issues) == {code}


def test_a_broken_file_names_the_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('ID,Name\n1,Choir\n2,"a"b\n', "utf-8")
    report = Report(file="a.csv")

    assert read_csv_table(FoundFile(path, "a.csv"), "a", NAMES, report) is None
    assert "at row 3:" in report.issues[0].message


def test_one_column_is_a_table(tmp_path: Path) -> None:
    assert rows_of(tmp_path, "Name\nChoir\n") == [(2, {"Name": "Choir"})]


def test_too_many_rows_are_refused(tmp_path: Path) -> None:
    content = "Name\n" + "a\n" * MOST_ROWS

    assert len(rows_of(tmp_path, content)) == MOST_ROWS
    assert read(tmp_path, content + "a\n") == (None, ["too-many-rows"])


def test_a_file_that_is_gone_has_no_rows(tmp_path: Path) -> None:
    report = Report(file="a.csv")

    assert read_csv_table(FoundFile(tmp_path / "b.csv", "b.csv"), "a", NAMES, report) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=80)
    | st.text(alphabet='ID,Name\n\r"\0;\t é', max_size=80).map(str.encode)
    | st.text(alphabet="ab,\n", max_size=60).map(lambda text: f"ID,Name\n{text}".encode())
)
def test_any_bytes_give_rows_or_issues(tmp_path: Path, content: bytes) -> None:
    found, issues = read(tmp_path, content)

    if found is None:
        assert issues
    else:
        text = content.decode("utf-8-sig", "surrogateescape")
        records = list(csv.reader(io.StringIO(text, newline="")))
        assert len(found.rows) + len(found.refused) == len(records) - 1
