"""Say where a postcode or a town is, from the files in `content/places`."""

import csv
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Self

from finder.domain.place import Point, Precision, Whereabouts
from finder.geo.council_shape import CouncilShape, make_shape
from finder.geo.grid import is_in_great_britain, point_at, reference_at
from finder.geo.postcode_table import PostcodeTable, PostcodeTableError
from finder.geo.postcodes import (
    Outcode,
    Postcode,
    PostcodeError,
    Sector,
    has_postcode_shape,
    parse_any,
    parse_postcode,
    parse_sector,
)
from finder.geo.towns import Town, TownError, TownIndex, read_towns

POSTCODES_FILE = "postcodes.bin"
OUTCODES_FILE = "outcodes.csv"
TOWNS_FILE = "towns.csv"
OUTCODE_COLUMNS = ("outcode", "latitude", "longitude", "postcodes")

# Nobody's town is longer. It bounds the work that a made-up text can cause.
LONGEST_TEXT = 100

# Nobody in Great Britain lives farther than this from the middle of the nearest sector.
FARTHEST_SECTOR_METRES = 30_000

# The letters at the end of a postcode, of which one is missing or impossible.
_ENDING = re.compile(r"(?<=[0-9])[A-Za-z]{1,2}$")


class GazetteerError(Exception):
    """A file of the gazetteer is missing, damaged, or of another version."""


class Outcome(StrEnum):
    """What came of looking up what a person typed.

    `ABOUT` is a postcode that is not known, whose sector or outcode is used. `UNKNOWN_POSTCODE`
    has the shape of a postcode, but nothing begins with its first half.
    """

    NOTHING = "nothing"
    FOUND = "found"
    ABOUT = "about"
    NOT_A_PLACE = "not-a-place"
    UNKNOWN_POSTCODE = "unknown-postcode"


@dataclass(frozen=True, slots=True, kw_only=True)
class LookUp:
    """What came of a look-up. There are whereabouts when it is `FOUND` or `ABOUT`, else none."""

    outcome: Outcome
    whereabouts: Whereabouts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Code:
    """A postcode as a person typed it, and as much of it as can be looked up."""

    typed: str
    part: Postcode | Sector | Outcode

    @property
    def is_full(self) -> bool:
        return isinstance(self.part, Postcode)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, weakref_slot=True)
class Gazetteer:
    """The postcodes and towns that are known. It never changes, so any thread may ask it.

    What others work out from it can be kept by it, for as long as it is there.
    """

    _postcodes: PostcodeTable
    _outcodes: dict[str, Point]
    _towns: TownIndex
    # What is worked out once it is asked for. Two threads at once work out the same.
    _shapes: dict[str, CouncilShape | None] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Return the gazetteer in a folder, or raise GazetteerError with the file and a remedy."""
        path = folder
        try:
            path = folder / POSTCODES_FILE
            postcodes = PostcodeTable.unpack(path.read_bytes())
            path = folder / OUTCODES_FILE
            outcodes = _read_outcodes(path.read_text("utf-8").splitlines())
            path = folder / TOWNS_FILE
            towns = TownIndex(read_towns(path.read_text("utf-8-sig").splitlines()))
        except OSError as error:
            raise GazetteerError(
                f"{path} cannot be read: {error.strerror}. Make it with “finder places”."
            ) from error
        except UnicodeDecodeError as error:
            raise GazetteerError(f"{path} is not UTF-8 text. Save it as UTF-8.") from error
        except TownError as error:
            raise GazetteerError(f"{path} cannot be used. {error}") from error
        except (PostcodeTableError, ValueError, csv.Error) as error:
            raise GazetteerError(
                f"{path} cannot be used. {error} Make it again with “finder places”."
            ) from error
        return cls(_postcodes=postcodes, _outcodes=outcodes, _towns=towns)

    @property
    def edition(self) -> str:
        """Return the month that the postcodes are from, such as 2025-08."""
        return self._postcodes.edition

    @property
    def attributions(self) -> tuple[str, ...]:
        """Return the lines that the licences of the postcodes and towns ask a site to show."""
        year = self.edition[:4]
        return (
            f"Contains OS data © Crown copyright and database right {year}",
            f"Contains Royal Mail data © Royal Mail copyright and database right {year}",
            f"Contains National Statistics data © Crown copyright and database right {year}",
            "Contains town names and places from GeoNames, CC BY 4.0",
        )

    def look_up(self, text: str, *, council: str = "") -> LookUp:
        """Return where a person is who typed a text: a postcode, a part of one, or a town.

        `council` is the slug of the council whose list they look at. It only helps to choose
        between towns of the same name; nobody is kept to it.
        """
        tidy = " ".join(unicodedata.normalize("NFKC", text[:LONGEST_TEXT]).split())
        if not tidy:
            return LookUp(outcome=Outcome.NOTHING)
        code = _read_code(tidy)
        if code is not None:
            return self._look_up_code(code)
        name, code = _split_code(tidy)
        if code is not None and code.is_full:
            return self._look_up_code(code)
        at_code = LookUp(outcome=_without(tidy)) if code is None else self._look_up_code(code)
        near = at_code.whereabouts.point if at_code.whereabouts else None
        town = self._towns.find_town(name, council=council, near=near)
        if town is None:
            return at_code
        return _at(self._towns.name_in(town, name, council), town.point, Precision.TOWN)

    def point_of(self, postcode: str) -> Point | None:
        """Return where a full postcode is, or None when that is not known exactly."""
        try:
            reference = self._postcodes.find_postcode(parse_postcode(postcode))
        except PostcodeError:
            return None
        return None if reference is None else point_at(reference)

    def find_town(self, name: str, *, council: str = "") -> Town | None:
        """Return the town that has a name, no postcode and nothing besides, or None."""
        return self._towns.find_town(name[:LONGEST_TEXT], council=council)

    def towns_of(self, council: str) -> tuple[Town, ...]:
        """Return the towns in a council, the largest first."""
        return self._towns.of_council(council)

    def nearest_sector(self, point: Point) -> str:
        """Return the postcode sector that a point is nearest to the middle of, such as "ME14 1".

        The text is empty for a point at sea or abroad.
        """
        if not is_in_great_britain(point):
            return ""
        found = self._postcodes.nearest_sector(reference_at(point))
        return str(found[0]) if found and found[1] <= FARTHEST_SECTOR_METRES else ""

    def shape_of(self, council: str) -> CouncilShape | None:
        """Return the rough outline of a council, or None when too little is known for one."""
        if council not in self._shapes:
            self._shapes[council] = make_shape(
                [town.point for town in self._towns.of_council(council)],
                [town.point for town in self._towns.outside_council(council)],
                self._postcodes,
            )
        return self._shapes[council]

    def _look_up_code(self, code: _Code) -> LookUp:
        part = code.part
        if isinstance(part, Postcode):
            reference = self._postcodes.find_postcode(part)
            if reference is not None:
                return _at(str(part), point_at(reference), Precision.POSTCODE)
            part = part.sector
        if isinstance(part, Sector):
            reference = self._postcodes.find_sector(part)
            if reference is not None:
                return _at(str(part), point_at(reference), Precision.SECTOR, typed=code.typed)
            part = part.outcode
        point = self._outcodes.get(part.text)
        if point is None:
            return LookUp(outcome=Outcome.UNKNOWN_POSTCODE)
        return _at(part.text, point, Precision.OUTCODE, typed=code.typed)


def _at(label: str, point: Point, precision: Precision, *, typed: str | None = None) -> LookUp:
    """Return whereabouts, which are only about right if the label is not what was typed."""
    whereabouts = Whereabouts(
        typed=label if typed is None else typed, label=label, point=point, precision=precision
    )
    outcome = Outcome.ABOUT if whereabouts.is_substitute else Outcome.FOUND
    return LookUp(outcome=outcome, whereabouts=whereabouts)


def _without(text: str) -> Outcome:
    """Return what to say of a text that is neither a postcode nor a town."""
    return Outcome.UNKNOWN_POSTCODE if has_postcode_shape(text) else Outcome.NOT_A_PLACE


def _read_code(text: str) -> _Code | None:
    """Return the postcode or part of one that a text is.

    A postcode that wants its last letter, or ends in letters that no postcode has, is as good
    as its sector.
    """
    try:
        part = parse_any(text)
    except PostcodeError:
        return _read_start(text)
    return _Code(typed=str(part), part=part)


def _read_start(text: str) -> _Code | None:
    ending = _ENDING.search(text)
    if ending is None:
        return None
    try:
        sector = parse_sector(text[: ending.start()])
    except PostcodeError:
        return None
    return _Code(typed=f"{sector}{ending[0].upper()}", part=sector)


def _split_code(text: str) -> tuple[str, _Code | None]:
    """Return the words of a text, and the postcode or part of one that comes after them."""
    words = text.split()
    for start in range(1, len(words)):
        code = _read_code(" ".join(words[start:]))
        if code is not None:
            return " ".join(words[:start]).rstrip(","), code
    return text, None


def _read_outcodes(lines: Iterable[str]) -> dict[str, Point]:
    """Return the middle of each outcode, or raise ValueError."""
    reader = csv.reader(lines)
    if tuple(next(reader, ())) != OUTCODE_COLUMNS:
        raise ValueError(f"The first line has to be {','.join(OUTCODE_COLUMNS)}.")
    outcodes = {}
    for row in reader:
        if len(row) != len(OUTCODE_COLUMNS):
            raise ValueError(f"Line {reader.line_num} does not have {len(OUTCODE_COLUMNS)} cells.")
        outcodes[row[0]] = Point(float(row[1]), float(row[2]))
    return outcodes
