"""Read a CSV file as rows. A bad row is refused by itself; only a bad file is refused whole."""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from finder.domain.issue import Severity
from finder.importing.directories.files import (
    LARGEST_FILE_BYTES,
    LONGEST_CELL,
    MOST_ROWS,
    FoundFile,
    has_odd,
    mended,
    read_letters,
)
from finder.importing.directories.outcomes import Remark, RowNames, RowOutcome
from finder.importing.directories.rows import Row, plain_key
from finder.importing.report import Report
from finder.importing.texts import clean

_OTHER_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "upright strokes", "¬": "the sign ¬"}


@dataclass(slots=True, kw_only=True)
class TableRows:
    """The rows of one file: those that can be used, the lines of the others, and remarks."""

    rows: list[Row] = field(default_factory=list)
    refused: list[RowOutcome] = field(default_factory=list)
    remarks: dict[tuple[str, int], list[Remark]] = field(default_factory=dict)

    def remark(self, row: Row, code: str, words: str) -> None:
        """Note something about a row that can be used."""
        self.remarks.setdefault((row.file, row.number), []).append(Remark(code, words))


def read_csv_table(
    file: FoundFile, table: str, names: RowNames, report: Report
) -> TableRows | None:
    """Return the rows of a CSV file, or None with an issue when it is none."""
    text = read_letters(file.path, report)
    if text is None:
        return None
    try:
        with _long_fields_allowed():
            records = list(_numbered(csv.reader(io.StringIO(text, newline=""), strict=True)))
    except _TooManyRowsError:
        report.add(
            "too-many-rows",
            f"The file has more than {MOST_ROWS:,} rows.",
            "Divide it into several files.",
        )
        return None
    except _BrokenRecordError as error:
        report.add(
            "not-csv",
            f"The file stops making sense at row {error.row}: {error.reason}.",
            "Look there for a quotation mark that is not closed, or that is not doubled.",
        )
        return None
    headers = _headers_of(records, report)
    if headers is None:
        return None
    reader = _RowReader(file=file.name, table=table, headers=headers, names=names)
    for number, cells in records[1:]:
        reader.read(number, cells)
    _warn_of_letters(reader.odd_rows, report)
    return reader.found


class _TooManyRowsError(Exception):
    """A file has more rows than we read."""


class _BrokenRecordError(Exception):
    """A row cannot be read, and nor can any row after it."""

    def __init__(self, row: int, reason: str) -> None:
        super().__init__(reason)
        self.row = row
        self.reason = reason


@contextmanager
def _long_fields_allowed() -> Iterator[None]:
    """Let a field be as long as a file. The limit of the library ends the reading of the file."""
    usual = csv.field_size_limit(LARGEST_FILE_BYTES)
    try:
        yield
    finally:
        csv.field_size_limit(usual)


def _numbered(reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    number = 0
    while True:
        number += 1
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _BrokenRecordError(number, str(error)) from error
        if number > MOST_ROWS + 1:
            raise _TooManyRowsError
        yield number, record


def _headers_of(records: list[tuple[int, list[str]]], report: Report) -> list[str] | None:
    """Return the names of the columns, or None with an issue. A blank one is a column to skip."""
    headers = [" ".join(clean(mended(cell)).split()) for cell in records[0][1]] if records else []
    if not any(headers):
        report.add(
            "no-headings", "The file has no row of headings.", "Write the columns' names in row 1."
        )
        return None
    if len(headers) == 1:
        for mark, name in _OTHER_SEPARATORS.items():
            if mark in mended(records[0][1][0]):
                report.add(
                    "wrong-separator",
                    f"The columns are divided by {name}, not by commas.",
                    "Open the file in a spreadsheet, and save it as CSV with commas.",
                )
                return None
    twice = {each for each in headers if each and _count_of(each, headers) > 1}
    for each in sorted(twice):
        report.add(
            "duplicate-heading",
            f"Two columns are called “{each[:60]}”.",
            "Give each column a name of its own.",
        )
    return None if twice else headers


def _count_of(header: str, headers: list[str]) -> int:
    return sum(plain_key(each) == plain_key(header) for each in headers)


class _RowReader:
    """Makes rows of the records of one file."""

    def __init__(self, *, file: str, table: str, headers: list[str], names: RowNames) -> None:
        self._file = file
        self._table = table
        self._headers = headers
        self._keys = {plain_key(header): header for header in headers if header}
        self._names = names
        self.found = TableRows()
        self.odd_rows: list[int] = []

    def read(self, number: int, cells: list[str]) -> None:
        is_odd = any(has_odd(cell) for cell in cells)
        row = self._row(number, [mended(cell) for cell in cells])
        problem = self._problem(cells)
        if is_odd:
            self.odd_rows.append(number)
        if problem:
            self.found.refused.append(self._names.refused(row, *problem))
            return
        self.found.rows.append(row)
        if is_odd:
            self.found.remark(
                row, "not-utf-8", "It has letters that are not UTF-8. They were read as Windows'."
            )
        if any("\0" in cell for cell in cells):
            self.found.remark(row, "nul", "It has characters of nothing (NUL). They were left out.")

    def _row(self, number: int, cells: list[str]) -> Row:
        named = zip(self._headers, cells, strict=False)
        return Row(
            table=self._table,
            file=self._file,
            number=number,
            source={header: cell for header, cell in named if header},
            headers=self._keys,
        )

    def _problem(self, cells: list[str]) -> tuple[str, str] | None:
        """Return why a record cannot be used: a code and a sentence."""
        if not any(clean(cell) for cell in cells):
            return "blank-row", "The row is blank."
        surplus = cells[len(self._headers) :]
        if len(cells) < len(self._headers) or any(clean(cell) for cell in surplus):
            return (
                "ragged-row",
                f"The row has {len(cells)} cells, and there are {len(self._headers)} headings.",
            )
        if max(len(cell) for cell in cells) > LONGEST_CELL:
            return "huge-cell", f"A cell has more than {LONGEST_CELL:,} letters."
        return None


def _warn_of_letters(rows: list[int], report: Report) -> None:
    if rows:
        shown = ", ".join(str(each) for each in rows[:5]) + (" and more" if len(rows) > 5 else "")
        report.add(
            "not-utf-8",
            f"The file is not UTF-8 text: row {shown}. Those rows were read as Windows-1252.",
            "Check their letters. Save the file again as UTF-8.",
            severity=Severity.WARNING,
        )
