"""The packed table of where postcodes and sectors are, and the file format that it is kept in.

All numbers are little-endian. A file is a header, then columns, one after the other:

    header      "FINDERPC", format version, edition, how many outcodes, sectors and postcodes,
                and the CRC-32 of the header up to here and of all that follows
    outcodes    name (4 characters), first sector, first postcode, then the easting and northing
                that its postcodes are counted from, and the metres in one step of that count
    sectors     digit, easting, northing
    postcodes   incode as a number, steps to the east, steps to the north

Outcodes are in alphabetical order, and so are the sectors and postcodes inside each. A postcode
takes six bytes. An outcode can have sectors and no postcodes; then only those are looked up.
"""

import math
import struct
import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from itertools import accumulate
from typing import Self

from finder.geo.grid import GridReference
from finder.geo.postcode_columns import Columns, read_columns, write_columns
from finder.geo.postcodes import Outcode, Postcode, Sector

FORMAT_VERSION = 1

_MAGIC = b"FINDERPC"
_HEADER = struct.Struct("<8sH8sHII")
_CHECKSUM = struct.Struct("<I")
_NAME_BYTES = 4
_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
_MOST_STEPS = 0xFFFF
_INCODES_OF_A_DIGIT = len(_LETTERS) ** 2

# A sector where people live has more postcodes. Only the nearest sectors are tried.
FEW_POSTCODES = 40
SECTORS_TRIED = 50
PASSED_OVER_METRES = 5_000


class PostcodeTableError(ValueError):
    """The bytes are not a postcode table that this version can read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostcodeTable:
    """Where postcodes and sectors are. It never changes, so any thread may ask it."""

    edition: str
    _names: tuple[str, ...]
    _columns: Columns

    @classmethod
    def unpack(cls, content: bytes) -> Self:
        """Return the table in the content of a file, or raise PostcodeTableError."""
        start = _HEADER.size + _CHECKSUM.size
        header, body = content[: _HEADER.size], content[start:]
        if len(content) < start or not header.startswith(_MAGIC):
            raise PostcodeTableError("It is not a postcode table.")
        _, version, edition, outcodes, sectors, postcodes = _HEADER.unpack(header)
        if version != FORMAT_VERSION:
            raise PostcodeTableError(
                f"It has format {version}, and this version of the finder reads {FORMAT_VERSION}."
            )
        if _checksum(header, body) != content[_HEADER.size : start]:
            raise PostcodeTableError("It is damaged or cut short.")
        names = body[: outcodes * _NAME_BYTES].decode("ascii")
        return cls(
            edition=edition.rstrip(b"\0").decode("ascii"),
            _names=tuple(
                names[start : start + _NAME_BYTES].rstrip("\0")
                for start in range(0, len(names), _NAME_BYTES)
            ),
            _columns=read_columns(body[len(names) :], (outcodes, sectors, postcodes)),
        )

    @property
    def sector_count(self) -> int:
        return len(self._columns.digit)

    @property
    def postcode_count(self) -> int:
        return len(self._columns.incode)

    def find_sector(self, sector: Sector) -> GridReference | None:
        """Return the middle of a sector: the mean of its postcodes."""
        columns = self._columns
        bounds = self._bounds(sector.outcode, columns.first_sector)
        index = _find(columns.digit, int(sector.digit), bounds)
        if index is None:
            return None
        return GridReference(columns.sector_easting[index], columns.sector_northing[index])

    def find_postcode(self, postcode: Postcode) -> GridReference | None:
        """Return where a full postcode is, when the table holds it."""
        columns = self._columns
        outcode = self._index(postcode.outcode)
        bounds = self._bounds(postcode.outcode, columns.first_postcode)
        index = _find(columns.incode, _number(postcode.incode), bounds)
        if index is None:
            return None
        step = columns.step[outcode]
        return GridReference(
            columns.origin_easting[outcode] + step * columns.steps_east[index],
            columns.origin_northing[outcode] + step * columns.steps_north[index],
        )

    def nearest_sector(self, reference: GridReference) -> tuple[Sector, float] | None:
        """Return the sector whose middle is nearest, and the metres to it; None without any.

        Sectors with few postcodes are passed over for another that is not much farther away, where
        it is known how many they have. They are for large companies and boxes at post offices.
        """
        columns, (east, north) = self._columns, reference
        middles = zip(columns.sector_easting, columns.sector_northing, strict=True)
        squared = [(easting - east) ** 2 + (northing - north) ** 2 for easting, northing in middles]
        nearest = nsmallest(SECTORS_TRIED, range(len(squared)), key=squared.__getitem__)
        if not nearest:
            return None
        limit = (math.sqrt(squared[nearest[0]]) + PASSED_OVER_METRES) ** 2
        others = (each for each in nearest if squared[each] <= limit and not self._has_few(each))
        index = next(others, nearest[0])
        outcode = Outcode(self._names[self._outcode_of(index)])
        return Sector(outcode, str(columns.digit[index])), math.sqrt(squared[index])

    def _outcode_of(self, sector: int) -> int:
        return bisect_right(self._columns.first_sector, sector) - 1

    def _has_few(self, sector: int) -> bool:
        """Return whether a sector has few postcodes, as far as those of its outcode are held."""
        columns, outcode = self._columns, self._outcode_of(sector)
        bounds = columns.first_postcode[outcode], columns.first_postcode[outcode + 1]
        first, after = (
            bisect_left(
                columns.incode, (columns.digit[sector] + more) * _INCODES_OF_A_DIGIT, *bounds
            )
            for more in (0, 1)
        )
        return bounds[0] < bounds[1] and after - first < FEW_POSTCODES

    def squares(
        self, south_west: GridReference, north_east: GridReference, metres: int
    ) -> set[GridReference]:
        """Return the south-western corners of the squares that hold a postcode.

        The squares have sides of so many metres. All of those between two corners are found,
        and some around them.
        """
        columns, found = self._columns, set[tuple[int, int]]()
        for outcode, step in enumerate(columns.step):
            rows = slice(columns.first_postcode[outcode], columns.first_postcode[outcode + 1])
            east, steps_east = columns.origin_easting[outcode], columns.steps_east[rows]
            north, steps_north = columns.origin_northing[outcode], columns.steps_north[rows]
            if (
                steps_east
                and east <= north_east.easting
                and north <= north_east.northing
                and east + step * max(steps_east) >= south_west.easting
                and north + step * max(steps_north) >= south_west.northing
            ):
                easts = [(east + step * each) // metres for each in steps_east]
                norths = [(north + step * each) // metres for each in steps_north]
                found.update(zip(easts, norths, strict=True))
        return {GridReference(east * metres, north * metres) for east, north in found}

    def _bounds(self, outcode: Outcode, firsts: "array[int]") -> tuple[int, int]:
        """Return where an outcode's rows begin and end in a column."""
        index = self._index(outcode)
        if self._names[index : index + 1] != (outcode.text,):
            return 0, 0
        return firsts[index], firsts[index + 1]

    def _index(self, outcode: Outcode) -> int:
        return bisect_left(self._names, outcode.text)


def pack_table(
    *,
    edition: str,
    sectors: Mapping[Sector, GridReference],
    postcodes: Mapping[Postcode, GridReference],
) -> bytes:
    """Return the content of a file with the given sectors and postcodes.

    `edition` is the month of the source, such as 2025-08. Postcodes are exact to the metre
    where those of their outcode lie within 65 kilometres of each other; in a wider outcode they
    are rounded down to the metres of a step.
    """
    by_outcode: dict[str, list[tuple[int, GridReference]]] = {}
    for postcode, reference in sorted(postcodes.items()):
        by_outcode.setdefault(postcode.outcode.text, []).append(
            (_number(postcode.incode), reference)
        )
    digits: dict[str, list[tuple[int, GridReference]]] = {name: [] for name in by_outcode}
    for sector, reference in sorted(sectors.items()):
        digits.setdefault(sector.outcode.text, []).append((int(sector.digit), reference))

    names = sorted(digits)
    columns = Columns(
        first_sector=array("I", _firsts(len(digits[name]) for name in names)),
        first_postcode=array("I", _firsts(len(by_outcode.get(name, ())) for name in names)),
        origin_easting=array("I"),
        origin_northing=array("I"),
        step=array("H"),
        digit=array("B", [digit for name in names for digit, _ in digits[name]]),
        sector_easting=array("I", [at.easting for name in names for _, at in digits[name]]),
        sector_northing=array("I", [at.northing for name in names for _, at in digits[name]]),
        incode=array("H"),
        steps_east=array("H"),
        steps_north=array("H"),
    )
    for name in names:
        _append_postcodes(columns, by_outcode.get(name, []))

    body = b"".join(name.encode("ascii").ljust(_NAME_BYTES, b"\0") for name in names)
    body += write_columns(columns)
    header = _HEADER.pack(
        _MAGIC,
        FORMAT_VERSION,
        edition.encode("ascii"),
        len(names),
        len(columns.digit),
        len(columns.incode),
    )
    return header + _checksum(header, body) + body


def _checksum(header: bytes, body: bytes) -> bytes:
    return _CHECKSUM.pack(zlib.crc32(body, zlib.crc32(header)))


def _append_postcodes(columns: Columns, rows: list[tuple[int, GridReference]]) -> None:
    """Add an outcode's origin and step, and its postcodes counted from there."""
    east = min((at.easting for _, at in rows), default=0)
    north = min((at.northing for _, at in rows), default=0)
    widest = max((max(at.easting - east, at.northing - north) for _, at in rows), default=0)
    step = widest // (_MOST_STEPS + 1) + 1
    columns.origin_easting.append(east)
    columns.origin_northing.append(north)
    columns.step.append(step)
    for incode, at in rows:
        columns.incode.append(incode)
        columns.steps_east.append((at.easting - east) // step)
        columns.steps_north.append((at.northing - north) // step)


def _firsts(counts: Iterable[int]) -> list[int]:
    """Return where each of the runs of rows begins, and where the last one ends."""
    return list(accumulate(counts, initial=0))


def _find(column: "array[int]", value: int, bounds: tuple[int, int]) -> int | None:
    """Return the index of a value in a part of a column that is in order."""
    index = bisect_left(column, value, *bounds)
    return index if index < bounds[1] and column[index] == value else None


def _number(incode: str) -> int:
    """Return an incode as a number under 4,000 that has the same order."""
    first, second = (_LETTERS.index(letter) for letter in incode[1:])
    return (int(incode[0]) * len(_LETTERS) + first) * len(_LETTERS) + second
