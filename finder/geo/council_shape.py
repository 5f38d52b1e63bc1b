"""A rough outline of a council, worked out from where its towns and its postcodes are.

No table here says which council a postcode is in, and no boundary comes with the finder. So:

1. the land is where there are postcodes, with the gaps between them closed;
2. what of it is nearer to a town of the council than to any other town is the council's;
3. its edge is drawn with few corners.

It is for a small picture only. It never decides which council somebody lives in.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from finder.domain.place import Point
from finder.geo.cells import Cell, Cells
from finder.geo.grid import GridReference, point_at, reference_at
from finder.geo.postcode_table import PostcodeTable
from finder.geo.rings import outlines_of

KM_IN_A_DEGREE = 111.2

# How many cells the towns of the council span, the longer way.
CELLS_ACROSS = 80
LEAST_SPAN_KM = 8.0

# Postcodes less than twice as far apart have land between them. No place is farther from its
# town than the second, so the frame reaches a little farther still.
GAP_KM = 3.0
FARTHEST_TOWN_KM = 8.0
MARGIN_KM = 9.0

# How far the outline may be off, in cells, and how small an island may be beside the mainland.
COARSENESS = 0.9
LEAST_ISLAND = 0.02


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CouncilShape:
    """The outlines of a council: rings of points, the largest first, each to be closed.

    One that goes with the clock is a hole. Two shapes are the same only if they are one object,
    so that what is drawn from it can be kept by it.
    """

    outlines: tuple[tuple[Point, ...], ...]


def make_shape(
    inside: Sequence[Point], outside: Iterable[Point], postcodes: PostcodeTable
) -> CouncilShape | None:
    """Return the shape of a council by the towns inside and outside it.

    There is none when it has no towns, or when no postcode near them is known one by one.
    """
    if not inside:
        return None
    frame = _Frame.around(inside)
    land = frame.cells_of(frame.points_of_postcodes(postcodes))
    land = land.closed(frame.cells_in(GAP_KM)).filled()
    ours = frame.cells_of(inside).nearer_than(
        frame.cells_of(outside), steps=frame.cells_in(FARTHEST_TOWN_KM)
    )
    rings = outlines_of(ours & land, coarseness=COARSENESS, least_share=LEAST_ISLAND)
    if not rings:
        return None
    return CouncilShape(
        outlines=tuple(tuple(frame.point_of(*corner) for corner in ring) for ring in rings)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """A box on the map that is divided into square cells."""

    south: float
    west: float
    narrowing: float
    """How much shorter a degree of longitude is than one of latitude."""
    cell_km: float
    columns: int
    rows: int

    @classmethod
    def around(cls, points: Sequence[Point]) -> Self:
        """Return the frame around some towns, with a margin."""
        latitudes = [point.latitude for point in points]
        longitudes = [point.longitude for point in points]
        south, west = min(latitudes), min(longitudes)
        narrowing = math.cos(math.radians((south + max(latitudes)) / 2))
        high = (max(latitudes) - south) * KM_IN_A_DEGREE
        wide = (max(longitudes) - west) * KM_IN_A_DEGREE * narrowing
        span = max(high, wide, LEAST_SPAN_KM)
        cell_km = span / CELLS_ACROSS
        return cls(
            south=south - MARGIN_KM / KM_IN_A_DEGREE,
            west=west - MARGIN_KM / KM_IN_A_DEGREE / narrowing,
            narrowing=narrowing,
            cell_km=cell_km,
            columns=math.ceil((wide + 2 * MARGIN_KM) / cell_km),
            rows=math.ceil((high + 2 * MARGIN_KM) / cell_km),
        )

    def cells_in(self, km: float) -> int:
        """Return how many cells a way is long."""
        return max(1, round(km / self.cell_km))

    def point_of(self, east: float, north: float) -> Point:
        """Return the point so many cells from the south-western corner, to about ten metres."""
        km = KM_IN_A_DEGREE / self.cell_km
        return Point(
            round(self.south + north / km, 4), round(self.west + east / km / self.narrowing, 4)
        )

    def cells_of(self, points: Iterable[Point]) -> Cells:
        """Return the cells that hold a point. Points outside the frame are left out."""
        return Cells.of(self.columns, self.rows, self._inside(points))

    def _inside(self, points: Iterable[Point]) -> Iterator[Cell]:
        km = KM_IN_A_DEGREE / self.cell_km
        for point in points:
            column = math.floor((point.longitude - self.west) * km * self.narrowing)
            row = math.floor((point.latitude - self.south) * km)
            if 0 <= column < self.columns and 0 <= row < self.rows:
                yield column, row

    def points_of_postcodes(self, postcodes: PostcodeTable) -> Iterator[Point]:
        """Return where there are postcodes, by the middles of the squares that hold any.

        A square is as large as a cell. The National Grid is turned into degrees exactly at the
        middle of the frame, and straight on from there, which is out by less than a cell.
        """
        middle = reference_at(self.point_of(self.columns / 2, self.rows / 2))
        metres = round(self.cell_km * 1000)
        reach = max(self.columns, self.rows) * metres // 2 + metres
        squares = postcodes.squares(
            GridReference(middle.easting - reach, middle.northing - reach),
            GridReference(middle.easting + reach, middle.northing + reach),
            metres,
        )
        at = point_at(middle)
        east = point_at(GridReference(middle.easting + reach, middle.northing))
        north = point_at(GridReference(middle.easting, middle.northing + reach))
        for square in squares:
            right = (square.easting + metres / 2 - middle.easting) / reach
            up = (square.northing + metres / 2 - middle.northing) / reach
            yield Point(
                at.latitude
                + right * (east.latitude - at.latitude)
                + up * (north.latitude - at.latitude),
                at.longitude
                + right * (east.longitude - at.longitude)
                + up * (north.longitude - at.longitude),
            )
