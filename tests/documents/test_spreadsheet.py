import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.documents.spreadsheet import BYTE_ORDER_MARK, FORMULA_SIGNS, make_csv, safe_cell


def read(file: str) -> list[list[str]]:
    return list(csv.reader(StringIO(file.removeprefix(BYTE_ORDER_MARK), newline=""), strict=True))


def test_a_file_has_a_mark_then_heads_then_rows() -> None:
    file = make_csv(["Name", "Cost"], [["Tea, cake", "£10"], ["=1+1", ""]], not_told="Not told")

    assert file == '\ufeffName,Cost\r\n"Tea, cake",£10\r\n\'=1+1,Not told\r\n'


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2)))
def test_whatever_the_cells_are_there_is_a_line_a_row(rows: list[list[str]]) -> None:
    heads, *read_rows = read(make_csv(["One", "Two"], rows, not_told="Not told"))

    assert heads == ["One", "Two"]
    assert read_rows == [[safe_cell(cell, "Not told") for cell in row] for row in rows]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("", "Not told"),
        ("  \n ", "Not told"),
        ("Tea, “cake”", "Tea, “cake”"),
        ("=1+1", "'=1+1"),
        ("+44 1632 960200", "'+44 1632 960200"),
        ("-2", "'-2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1+1", "'=1+1"),
        ("\r=1+1", "'=1+1"),
        ("two\nlines\tof words", "two lines of words"),
        ("＝1", "'＝1"),
        ("10 - 2", "10 - 2"),
    ],
)
def test_a_spreadsheet_takes_no_cell_for_a_formula(text: str, cell: str) -> None:
    assert safe_cell(text, "Not told") == cell


@given(text=st.text())
def test_whatever_a_provider_wrote_is_no_formula(text: str) -> None:
    cell = safe_cell(text, "Not told")

    assert cell
    assert not cell.startswith(("\t", "\r", "\n", *FORMULA_SIGNS))
