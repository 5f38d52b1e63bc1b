"""Make the files of the gazetteer, and put them into a folder."""

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from finder.domain.issue import Issue, Severity
from finder.domain.place import Point
from finder.geo.gazetteer import OUTCODE_COLUMNS, OUTCODES_FILE, POSTCODES_FILE, TOWNS_FILE
from finder.geo.grid import GridReference, point_at
from finder.geo.postcode_table import pack_table
from finder.geo.postcodes import PostcodeError, parse_any, parse_postcode, parse_sector
from finder.importing.places.about import Counts, write_about
from finder.importing.places.code_point import CodePoint, read_code_point
from finder.importing.places.councils import COUNCILS_FILE, PlacesWanted, read_places_wanted
from finder.importing.places.errors import PlacesError
from finder.importing.places.geonames import read_geonames
from finder.importing.places.town_table import TownTable, update_towns

ABOUT_FILE = "README.md"
_EDITION = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesMade:
    """What was made. `sizes` has the bytes of each file that was written."""

    edition: str
    tables: int
    rows: int
    unplaced: int
    counts: Counts
    sizes: Mapping[str, int]
    issues: tuple[Issue, ...]


def build_places(
    *, source: Path, towns: Path | None, folder: Path, edition: str = ""
) -> PlacesMade:
    """Make the gazetteer in a folder, or raise PlacesError before anything is written.

    `source` is a copy of Code-Point Open, and `towns` one of GeoNames; without it only the towns
    that are in the folder's table stay. `edition` is the month of the postcodes, such as 2025-08,
    for a source that does not say it. The same input makes the same bytes.
    """
    wanted = read_places_wanted(folder / COUNCILS_FILE)
    code_point = read_code_point(source, wanted.outcodes)
    edition = edition or code_point.edition
    if not _EDITION.fullmatch(edition):
        raise PlacesError(
            "The source does not say which month its postcodes are from."
            " Say it, such as: --edition 2025-08"
        )
    geonames, geonames_issues = read_geonames(towns) if towns else ((), ())
    table = update_towns(
        _read_lines(folder / TOWNS_FILE),
        locate=_Locator(code_point).locate,
        geonames={place.number: place for place in geonames},
        wanted=wanted,
    )
    counts = _count(code_point, table)
    files = {
        POSTCODES_FILE: _pack(edition, code_point),
        OUTCODES_FILE: _write_outcodes(code_point).encode(),
        ABOUT_FILE: write_about(edition, counts).encode(),
    }
    if not table.has_wrong_row:
        files[TOWNS_FILE] = table.as_csv().encode()
    for name, content in files.items():
        _replace(folder / name, content)
    return PlacesMade(
        edition=edition,
        tables=code_point.tables,
        rows=code_point.rows,
        unplaced=code_point.unplaced,
        counts=counts,
        sizes={name: len(content) for name, content in files.items()},
        issues=(
            *code_point.issues,
            *_check_outcodes(wanted, code_point),
            *geonames_issues,
            *table.issues,
        ),
    )


class _Locator:
    """Where a postcode, sector or outcode is, by what was read."""

    def __init__(self, code_point: CodePoint) -> None:
        middles = {name: middle for name, (middle, _) in code_point.outcodes().items()}
        self._references = code_point.postcodes | code_point.sectors() | middles

    def locate(self, text: str) -> Point | None:
        try:
            reference = self._references.get(str(parse_any(text)))
        except PostcodeError:
            return None
        return None if reference is None else point_at(reference)


def _count(code_point: CodePoint, table: TownTable) -> Counts:
    return Counts(
        postcodes=len(code_point.postcodes),
        outcodes_in_full=len({postcode[:-4] for postcode in code_point.postcodes}),
        sectors=len(code_point.sectors()),
        outcodes=len(code_point.outcodes()),
        towns=len(table.towns),
    )


def _pack(edition: str, code_point: CodePoint) -> bytes:
    return pack_table(
        edition=edition,
        sectors={parse_sector(text): at for text, at in code_point.sectors().items()},
        postcodes={parse_postcode(text): at for text, at in code_point.postcodes.items()},
    )


def _write_outcodes(code_point: CodePoint) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(OUTCODE_COLUMNS)
    for outcode, (middle, postcodes) in sorted(code_point.outcodes().items()):
        writer.writerow((outcode, *_degrees(middle), postcodes))
    return text.getvalue()


def _degrees(reference: GridReference) -> tuple[str, str]:
    """Return latitude and longitude to about a metre."""
    point = point_at(reference)
    return f"{point.latitude:.5f}", f"{point.longitude:.5f}"


def _check_outcodes(wanted: PlacesWanted, code_point: CodePoint) -> list[Issue]:
    known = {postcode[:-4] for postcode in code_point.postcodes}
    return [
        Issue(
            code="unknown-outcode",
            message=f"{outcode} has no postcode in the source.",
            remedy=f"Take it out of {places.council}, or put it right.",
            severity=Severity.WARNING,
            file=COUNCILS_FILE,
        )
        for places in wanted.councils
        for outcode in places.outcodes
        if outcode not in known
    ]


def _read_lines(path: Path) -> list[str]:
    """Return the lines of the table of towns; none when there is no table yet."""
    try:
        return path.read_text("utf-8-sig").splitlines()
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise PlacesError(f"{path} cannot be read: {error}.") from error


def _replace(path: Path, content: bytes) -> None:
    """Write a file so that a reader sees the old one or the new one, and never half of one."""
    new = path.with_name(f".{path.name}.new")
    try:
        new.write_bytes(content)
        new.replace(path)
    except OSError as error:
        raise PlacesError(f"{path} cannot be written: {error.strerror}.") from error
