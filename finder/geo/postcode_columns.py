"""The columns of the packed table of postcodes, and how each is written into its file."""

import sys
from array import array
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns of the file, in its order, each with its type as the module array names it."""

    first_sector: "array[int]"
    first_postcode: "array[int]"
    origin_easting: "array[int]"
    origin_northing: "array[int]"
    step: "array[int]"
    digit: "array[int]"
    sector_easting: "array[int]"
    sector_northing: "array[int]"
    incode: "array[int]"
    steps_east: "array[int]"
    steps_north: "array[int]"


# Each column with its type, and how many rows it has: of outcodes (0), sectors (1) or
# postcodes (2). The first row after the last outcode's is kept too, which saves a special case.
_LAYOUT: tuple[tuple[str, str, int], ...] = (
    ("first_sector", "I", 0),
    ("first_postcode", "I", 0),
    ("origin_easting", "I", 0),
    ("origin_northing", "I", 0),
    ("step", "H", 0),
    ("digit", "B", 1),
    ("sector_easting", "I", 1),
    ("sector_northing", "I", 1),
    ("incode", "H", 2),
    ("steps_east", "H", 2),
    ("steps_north", "H", 2),
)
_WITH_END = ("first_sector", "first_postcode")


def read_columns(body: bytes, counts: tuple[int, int, int]) -> Columns:
    """Return the columns in a file that counts so many outcodes, sectors and postcodes."""
    columns: dict[str, array[int]] = {}
    start = 0
    for field, kind, of in _LAYOUT:
        rows = counts[of] + (field in _WITH_END)
        end = start + rows * array(kind).itemsize
        columns[field] = read_column(kind, body[start:end])
        start = end
    return Columns(**columns)


def read_column(kind: str, raw: bytes, byteorder: str = sys.byteorder) -> "array[int]":
    """Return little-endian numbers as an array of a machine that has the given byte order."""
    column = array(kind)
    column.frombytes(raw)
    if byteorder == "big":
        column.byteswap()
    return column


def write_columns(columns: Columns) -> bytes:
    """Return all columns, one after the other, as a file holds them."""
    return b"".join(_write_column(getattr(columns, field)) for field, _, _ in _LAYOUT)


def _write_column(column: "array[int]") -> bytes:
    return read_column(column.typecode, column.tobytes()).tobytes()
