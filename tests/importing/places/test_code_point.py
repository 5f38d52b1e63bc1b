"""Reading Code-Point Open."""

import gzip
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from finder.domain.issue import Issue, Severity
from finder.geo.grid import GridReference
from finder.importing.places.code_point import read_code_point
from finder.importing.places.errors import PlacesError

ME14 = frozenset({"ME14"})


def a_folder(tmp_path: Path, name: str = "me.csv", table: bytes = b"") -> Path:
    folder = tmp_path / "source"
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(table)
    return folder


@pytest.fixture(params=["code_point_zip", "code_point_folder"])
def source(request: pytest.FixtureRequest) -> Path:
    path: Path = request.getfixturevalue(request.param)
    return path


def test_both_formats_say_the_same(source: Path) -> None:
    found = read_code_point(source, ME14)

    assert (found.tables, found.rows, found.unplaced, found.issues) == (2, 5, 1, [])
    assert found.postcodes == {
        "ME14 1XQ": GridReference(576017, 156294),
        "ME14 1XR": GridReference(576117, 156394),
    }
    assert found.sectors() == {
        "ME1 1": GridReference(574570, 168212),
        "ME14 1": GridReference(576067, 156344),
        "SK1 3": GridReference(389561, 389918),
    }
    assert found.outcodes() == {
        "ME1": (GridReference(574570, 168212), 1),
        "ME14": (GridReference(576067, 156344), 2),
        "SK1": (GridReference(389561, 389918), 1),
    }


def test_the_edition_is_the_month_of_the_postcodes(code_point_zip: Path) -> None:
    assert read_code_point(code_point_zip, ME14).edition == "2026-04"


@pytest.mark.parametrize(
    ("metadata", "edition"),
    [
        pytest.param("COPYRIGHT DATE: 20260520\n", "2026-05", id="only the edition's own date"),
        pytest.param("nothing of use", "", id="no date"),
    ],
)
def test_an_edition_can_be_unsaid(tmp_path: Path, metadata: str, edition: str) -> None:
    folder = a_folder(tmp_path, table=b"ME14 1XQ,10,576017,156294\n")
    (folder / "metadata.txt").write_text(metadata, encoding="utf-8")

    assert read_code_point(folder, ME14).edition == edition


@pytest.mark.parametrize(
    ("row", "code"),
    [
        pytest.param(b"ME14 1XR,10,576017", "wrong-columns", id="a column missing"),
        pytest.param(b"Maidstone,10,576017,156294", "not-a-postcode", id="no postcode"),
        pytest.param(b"ME14 \xff1XR,10,576017,156294", "not-a-postcode", id="not UTF-8"),
        pytest.param(b"ME14 1XR,10,east,156294", "not-a-number", id="no number"),
        pytest.param(b"ME14 1XR,10,9576017,156294", "off-the-map", id="too far east"),
        pytest.param(b"ME14 1XR,10,576017,0", "off-the-map", id="too far south"),
        pytest.param(b"ME14 1XQ,10,576017,156294", "postcode-twice", id="twice"),
        pytest.param(b"x" * 200_000, "not-a-row", id="a cell without end"),
    ],
)
def test_a_bad_row_is_an_issue_and_stops_nothing(tmp_path: Path, row: bytes, code: str) -> None:
    table = b"ME14 1XQ,10,576017,156294\n" + row + b"\nME14 1XS,10,576117,156394\n"

    found = read_code_point(a_folder(tmp_path, table=table), ME14)

    assert list(found.postcodes) == ["ME14 1XQ", "ME14 1XS"]
    assert [(i.code, i.file, i.line, i.severity) for i in found.issues] == [
        (code, "me.csv", 2, Severity.ERROR)
    ]


def test_headings_and_empty_lines_are_passed_over(tmp_path: Path) -> None:
    table = b"\xef\xbb\xbfPostcode,Quality,Eastings,Northings\n\nME14 1XQ,10,576017,156294\n\n"

    found = read_code_point(a_folder(tmp_path, table=table), ME14)

    assert (found.rows, found.issues) == (1, [])


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(b"ME14 1XR,90,576017,156294", id="quality 90"),
        pytest.param(b"ME14 1XR,10,0,0", id="no easting"),
    ],
)
def test_a_postcode_without_a_place_is_left_out_and_counted(tmp_path: Path, row: bytes) -> None:
    table = b"ME14 1XQ,10,576017,156294\n" + row + b"\n"

    found = read_code_point(a_folder(tmp_path, table=table), ME14)

    assert (list(found.postcodes), found.unplaced, found.issues) == (["ME14 1XQ"], 1, [])


def test_a_table_that_breaks_off_keeps_what_came_before(tmp_path: Path) -> None:
    rows = "".join(f"ME14 {d}AA,10,576017,156294\n" for d in range(10)).encode()
    folder = a_folder(tmp_path, "me.csv.gz", gzip.compress(rows)[:-6])
    a_folder(tmp_path, "sk.csv", b"SK1 3XE,10,389561,389918\n")

    found = read_code_point(folder, ME14)

    assert (len(found.postcodes), found.rows) == (10, 11)
    assert [(issue.code, issue.file) for issue in found.issues] == [("broken-table", "me.csv.gz")]


def test_a_second_table_of_an_area_is_left_out(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, "me.csv", b"ME14 1XQ,10,576017,156294\n")
    a_folder(tmp_path, "me.csv.gz", gzip.compress(b"ME14 1XR,10,576017,156294\n"))

    found = read_code_point(folder, ME14)

    assert list(found.postcodes) == ["ME14 1XQ"]
    assert [issue.code for issue in found.issues] == ["table-twice"]


def test_a_table_with_fewer_rows_than_promised_is_said(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, table=b"ME14 1XQ,10,576017,156294\n")
    (folder / "metadata.txt").write_text("      ME\t2\n", encoding="utf-8")

    found = read_code_point(folder, ME14)

    assert found.issues == [
        Issue(
            code="wrong-row-count",
            message="The table has 1 rows, and its metadata says 2.",
            remedy="Download Code-Point Open again.",
            severity=Severity.WARNING,
            file="me.csv",
        )
    ]


def test_a_source_that_is_no_code_point_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "postcodes.txt"
    text.write_text("ME14 1XQ", encoding="utf-8")
    empty = tmp_path / "empty.zip"
    with zipfile.ZipFile(empty, "w"):
        pass

    with pytest.raises(PlacesError, match=r"postcodes\.txt cannot be opened"):
        read_code_point(text, ME14)
    with pytest.raises(PlacesError, match=r"empty\.zip holds no postcodes"):
        read_code_point(empty, ME14)
    with pytest.raises(PlacesError, match="holds no postcodes"):
        read_code_point(a_folder(tmp_path), ME14)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary())
def test_any_bytes_are_rows_or_issues(tmp_path: Path, junk: bytes) -> None:
    folder = a_folder(tmp_path, "me.csv", junk)
    a_folder(tmp_path, "sk.csv", b"SK1 3XE,10,389561,389918\n")

    found = read_code_point(folder, ME14)

    assert "SK1 3" in found.sectors()
