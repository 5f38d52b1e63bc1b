"""Read Code-Point Open: where every postcode of Great Britain is.

The source is the zip of Ordnance Survey, its unpacked folder, or any other zip or folder with one
table for each postcode area, such as `me.csv` or `me.csv.gz`. A table has no line of headings.
Its rows have ten columns, or only the first four of them: postcode, positional quality, easting
and northing.
"""

import csv
import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from pathlib import Path

from finder.domain.issue import Issue, Severity
from finder.geo.grid import GridReference
from finder.geo.postcodes import PostcodeError, is_tidy, parse_postcode
from finder.importing.places.errors import PlacesError

COLUMN_COUNTS = (4, 10)

# Positional quality 90 says that nobody knows where the postcode is; its easting is 0 then.
NO_LOCATION = 90

# The National Grid, in metres.
GRID_WIDTH = 700_000
GRID_HEIGHT = 1_300_000

_TABLE = re.compile(r"([a-z]{1,2})\.csv(?:\.gz)?", re.IGNORECASE)
_METADATA = "metadata.txt"
_DATE = re.compile(r"^(RM UPDATE|COPYRIGHT) DATE:\s*(\d{4})(\d{2})\d{2}\s*$", re.MULTILINE)
_ROW_COUNT = re.compile(r"^\s*([A-Z]{1,2})\t(\d+)\s*$", re.MULTILINE)
_HEADINGS = ("postcode", "pc")
_BROKEN = (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError)


class _RowError(ValueError):
    """A row that does not say where a postcode is."""

    def __init__(self, code: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.code = code
        self.remedy = remedy


@dataclass(slots=True)
class _Sum:
    """The places of one sector, added up."""

    easting: int = 0
    northing: int = 0
    count: int = 0

    def add(self, easting: int, northing: int, count: int = 1) -> None:
        self.easting += easting
        self.northing += northing
        self.count += count

    def mean(self) -> GridReference:
        half = self.count // 2
        return GridReference(
            (self.easting + half) // self.count, (self.northing + half) // self.count
        )


@dataclass(slots=True, kw_only=True)
class CodePoint:
    """What was read: the wanted postcodes one by one, the others as the means of their sectors.

    `edition` is the month of the postcodes, such as 2025-08, where the source says it.
    `unplaced` counts the postcodes that the source knows no place for.
    """

    edition: str = ""
    tables: int = 0
    rows: int = 0
    unplaced: int = 0
    postcodes: dict[str, GridReference] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    _sectors: dict[str, _Sum] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Return whether no postcode with a place was read."""
        return not self._sectors

    def sectors(self) -> dict[str, GridReference]:
        """Return the middle of each sector: the mean of its postcodes."""
        return {sector: total.mean() for sector, total in sorted(self._sectors.items())}

    def outcodes(self) -> dict[str, tuple[GridReference, int]]:
        """Return the middle of each outcode, and how many postcodes it has."""
        totals: dict[str, _Sum] = {}
        for sector, part in sorted(self._sectors.items()):
            total = totals.setdefault(sector[:-2], _Sum())
            total.add(part.easting, part.northing, part.count)
        return {outcode: (total.mean(), total.count) for outcode, total in totals.items()}

    def add_table(self, name: str, lines: Iterator[str], wanted: frozenset[str]) -> int:
        """Read the rows of one table, and return how many there were."""
        self.tables += 1
        before = self.rows
        seen: set[str] = set()
        reader = csv.reader(lines)
        while True:
            try:
                row = next(reader, None)
                if row is None:
                    return self.rows - before
                if not row or row[0].casefold() in _HEADINGS:
                    continue
                self.rows += 1
                self._add_row(row, seen, wanted)
            except _RowError as error:
                self.add_issue(
                    error.code, str(error), error.remedy, file=name, line=reader.line_num
                )
            except csv.Error as error:
                self.add_issue(
                    "not-a-row",
                    f"The line cannot be read: {error}.",
                    "Look for a quotation mark that is never closed.",
                    file=name,
                    line=reader.line_num,
                )

    def _add_row(self, row: list[str], seen: set[str], wanted: frozenset[str]) -> None:
        postcode, reference = _read_row(row)
        if postcode in seen:
            raise _RowError(
                "postcode-twice", "The postcode is in the table twice.", "Take one of them out."
            )
        seen.add(postcode)
        if reference is None:
            self.unplaced += 1
            return
        sector = postcode[:-2]
        total = self._sectors.get(sector)
        if total is None:
            total = self._sectors[sector] = _Sum()
        total.add(reference.easting, reference.northing)
        if sector[:-2] in wanted:
            self.postcodes[postcode] = reference

    def add_issue(
        self,
        code: str,
        message: str,
        remedy: str,
        *,
        file: str = "",
        line: int | None = None,
        severity: Severity = Severity.ERROR,
    ) -> None:
        self.issues.append(
            Issue(
                code=code, message=message, remedy=remedy, file=file, line=line, severity=severity
            )
        )


def read_code_point(source: Path, wanted: frozenset[str]) -> CodePoint:
    """Return what a copy of Code-Point Open says, or raise PlacesError if it is none.

    The postcodes in the outcodes that are `wanted` are kept one by one.
    """
    found = CodePoint()
    row_counts: dict[str, int] = {}
    done: set[str] = set()
    for file in _list_files(source):
        table = _TABLE.fullmatch(file.name)
        try:
            if file.name.lower() == _METADATA:
                text = file.read_bytes().decode("utf-8", "replace")
                found.edition = _edition(text)
                row_counts = {area: int(rows) for area, rows in _ROW_COUNT.findall(text)}
            elif table and table[1].upper() in done:
                found.add_issue(
                    "table-twice",
                    f"There is another table of the postcode area {table[1].upper()}.",
                    "Take one of them out.",
                    file=file.name,
                )
            elif table:
                done.add(table[1].upper())
                with _open_table(file) as lines:
                    rows = found.add_table(file.name, lines, wanted)
                _check_row_count(found, file.name, rows, row_counts.get(table[1].upper()))
        except _BROKEN as error:
            found.add_issue(
                "broken-table",
                f"The file breaks off: {error}.",
                "Download Code-Point Open again.",
                file=file.name,
            )
    if found.is_empty:
        raise PlacesError(
            f"{source} holds no postcodes. Give the zip or the folder of Code-Point Open (CSV)."
        )
    return found


def _list_files(source: Path) -> list[Traversable]:
    """Return the files in a folder or zip: what it says about itself first, then the tables."""
    root: Traversable
    try:
        root = source if source.is_dir() else zipfile.Path(source)
        files = list(_walk(root))
    except (OSError, zipfile.BadZipFile) as error:
        raise PlacesError(f"{source} cannot be opened: {error}.") from error
    return sorted(files, key=lambda file: (file.name.lower() != _METADATA, file.name.lower()))


def _walk(folder: Traversable) -> Iterator[Traversable]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _walk(entry)
        else:
            yield entry


@contextmanager
def _open_table(file: Traversable) -> Iterator[io.TextIOWrapper]:
    with file.open("rb") as raw:
        content = gzip.GzipFile(fileobj=raw) if file.name.lower().endswith(".gz") else raw
        # A byte that is not UTF-8 spoils its own row and no other.
        yield io.TextIOWrapper(content, encoding="utf-8-sig", errors="replace", newline="")


def _edition(metadata: str) -> str:
    """Return the month of the postcodes, or else of the whole edition."""
    dates = {name: f"{year}-{month}" for name, year, month in _DATE.findall(metadata)}
    return dates.get("RM UPDATE") or dates.get("COPYRIGHT", "")


def _check_row_count(found: CodePoint, name: str, rows: int, promised: int | None) -> None:
    if promised is not None and rows != promised:
        found.add_issue(
            "wrong-row-count",
            f"The table has {rows:,} rows, and its metadata says {promised:,}.",
            "Download Code-Point Open again.",
            file=name,
            severity=Severity.WARNING,
        )


def _read_row(row: list[str]) -> tuple[str, GridReference | None]:
    """Return a postcode and where it is, None for nowhere, or raise _RowError."""
    if len(row) not in COLUMN_COUNTS:
        raise _RowError(
            "wrong-columns",
            f"The row has {len(row)} columns.",
            "A row of Code-Point Open has ten, or the first four of them.",
        )
    postcode = row[0]
    if not is_tidy(postcode):
        try:
            postcode = str(parse_postcode(postcode))
        except PostcodeError:
            raise _RowError(
                "not-a-postcode", "The first column is not a postcode.", "Put it right."
            ) from None
    try:
        quality, easting, northing = int(row[1]), int(row[2]), int(row[3])
    except ValueError:
        raise _RowError(
            "not-a-number",
            "The quality, easting or northing is not a whole number.",
            "Put it right.",
        ) from None
    if quality == NO_LOCATION or easting == 0:
        return postcode, None
    if not (0 < easting < GRID_WIDTH and 0 < northing < GRID_HEIGHT):
        raise _RowError(
            "off-the-map", "The easting and northing are not in Great Britain.", "Put them right."
        )
    return postcode, GridReference(easting, northing)
