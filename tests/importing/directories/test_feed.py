"""Reading Open Referral UK files as rows."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from finder.importing.directories.feed import read_feed_table
from finder.importing.directories.files import LONGEST_CELL, MOST_ROWS, FoundFile
from finder.importing.directories.outcomes import RowNames
from finder.importing.directories.tables import TableRows
from finder.importing.report import Report
from tests.importing.directories.invented import a_service

NAMES = RowNames(id_columns=("id",), name_columns=("name",))


def read(folder: Path, content: object) -> tuple[TableRows | None, Report]:
    path = folder / "a.json"
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    report = Report(file="a.json")
    return read_feed_table(FoundFile(path, "a.json"), "services", NAMES, report), report


@pytest.mark.parametrize(
    "payload",
    [
        pytest.param([a_service()], id="a bare list"),
        pytest.param({"content": [a_service()]}, id="a page of version 1"),
        pytest.param({"total_items": 1, "contents": [a_service()]}, id="a page of version 3"),
        pytest.param(a_service(), id="one entry"),
    ],
)
def test_entries_are_rows(tmp_path: Path, payload: object) -> None:
    found, report = read(tmp_path, payload)

    assert found is not None
    assert report.issues == []
    assert [(row.number, row.source) for row in found.rows] == [(1, a_service())]


def test_what_is_no_entry_is_refused(tmp_path: Path) -> None:
    huge = a_service(parts=[{"text": "x" * (LONGEST_CELL + 1)}])
    found, _ = read(tmp_path, [3, {}, huge, a_service()])

    assert found is not None
    assert [(line.row, line.code) for line in found.refused] == [
        (1, "not-an-entry"),
        (2, "not-an-entry"),
        (3, "huge-cell"),
    ]
    assert [row.number for row in found.rows] == [4]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(b"", "not-json", id="nothing"),
        pytest.param(b"<html>", "not-json", id="a page of HTML"),
        pytest.param(b'{"contents": [', "not-json", id="cut short"),
        pytest.param(b'[{"name": NaN}]', "not-json", id="a number that is none"),
        pytest.param(b"[" + b"1" * 5000 + b"]", "not-json", id="a number without an end"),
        pytest.param(b"[" * 100_000, "not-json", id="too many brackets"),
        pytest.param(b"3", "not-a-feed", id="a number"),
        pytest.param(b'{"version": "3"}', "not-a-feed", id="something else"),
    ],
)
def test_a_file_that_is_no_feed_has_one_error(tmp_path: Path, content: bytes, code: str) -> None:
    found, report = read(tmp_path, content)

    assert (found, [issue.code for issue in report.issues]) == (None, [code])


def test_a_broken_file_names_the_line(tmp_path: Path) -> None:
    _, report = read(tmp_path, b'[\n{"id": 1},\n}\n]')

    assert [issue.line for issue in report.issues] == [3]


def test_odd_letters_are_read_with_a_warning(tmp_path: Path) -> None:
    found, report = read(tmp_path, b'[\n{"name": "Caf\xe9"}]')

    assert found is not None
    assert found.rows[0].values("name") == ("Café",)
    assert [(issue.code, issue.line, issue.is_error) for issue in report.issues] == [
        ("not-utf-8", 2, False)
    ]


def test_too_many_entries_are_refused(tmp_path: Path) -> None:
    found, report = read(tmp_path, [0] * (MOST_ROWS + 1))

    assert (found, [issue.code for issue in report.issues]) == (None, ["too-many-rows"])


def test_a_file_that_is_gone_has_no_rows(tmp_path: Path) -> None:
    report = Report(file="b.json")

    assert read_feed_table(FoundFile(tmp_path / "b.json", "b.json"), "a", NAMES, report) is None


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "name", "contents", "x"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=60) | _JSON.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_give_rows_or_issues(tmp_path: Path, content: bytes) -> None:
    found, report = read(tmp_path, content)

    assert (found is None) is (report.error_count > 0)
