"""The outlines of a set of cells, as rings of corners that are few and not jagged."""

import math
from collections.abc import Sequence

from finder.geo.cells import Cells

Corner = tuple[float, float]
Ring = tuple[Corner, ...]

_Step = tuple[int, int]


def outlines_of(cells: Cells, *, coarseness: float, least_share: float) -> tuple[Ring, ...]:
    """Return the rings around a set of cells, the largest first, measured in cells.

    A ring around the set goes against the clock, and one around a hole with it. The last corner
    is not the first again. Corners may lie up to `coarseness` cells off the true outline. A ring
    that holds less than `least_share` of the largest is left out.
    """
    rings = sorted(map(_rounded, _trace(cells)), key=lambda ring: -abs(area_of(ring)))
    if not rings:
        return ()
    least = abs(area_of(rings[0])) * least_share
    kept = [ring for ring in rings if abs(area_of(ring)) >= least]
    return tuple(_simple_ring(ring, coarseness) for ring in kept)


def area_of(ring: Sequence[Corner]) -> float:
    """Return the area inside a ring, below nought for one that goes with the clock."""
    after = (*ring[1:], ring[0])
    return sum(x * v - u * y for (x, y), (u, v) in zip(ring, after, strict=True)) / 2


def _trace(cells: Cells) -> list[list[_Step]]:
    """Return the rings of corners along the sides between a cell and what is no cell.

    Each side is walked with its cell on the left.
    """
    ways: dict[_Step, list[_Step]] = {}
    for column, row in cells:
        sides = (
            ((column, row - 1), (column, row), (column + 1, row)),
            ((column + 1, row), (column + 1, row), (column + 1, row + 1)),
            ((column, row + 1), (column + 1, row + 1), (column, row + 1)),
            ((column - 1, row), (column, row + 1), (column, row)),
        )
        for neighbour, start, end in sides:
            if neighbour not in cells:
                ways.setdefault(start, []).append(end)
    rings = []
    while ways:
        start = next(iter(ways))
        ring, at = [start], _step_on(ways, start)
        while at != start:
            ring.append(at)
            at = _step_on(ways, at)
        rings.append(ring)
    return rings


def _step_on(ways: dict[_Step, list[_Step]], at: _Step) -> _Step:
    """Return the corner after this one. Where two cells touch at a corner, there are two ways."""
    ends = ways[at]
    end = ends.pop()
    if not ends:
        del ways[at]
    return end


def _rounded(ring: Sequence[_Step]) -> Ring:
    """Return the middles of a ring's sides: a stair becomes a slope."""
    after = (*ring[1:], ring[0])
    return tuple(((x + u) / 2, (y + v) / 2) for (x, y), (u, v) in zip(ring, after, strict=True))


def _simple_ring(ring: Ring, coarseness: float) -> Ring:
    """Return a ring with fewer corners. It is cut in two where it is farthest from its start."""
    far = max(range(len(ring)), key=lambda index: math.dist(ring[0], ring[index]))
    there = _simple(ring[: far + 1], coarseness)
    back = _simple((*ring[far:], ring[0]), coarseness)
    return (*there[:-1], *back[:-1])


def _simple(line: Ring, coarseness: float) -> Ring:
    """Return a line without the corners that lie near to the straight way past them.

    This is the method of Ramer, Douglas and Peucker: the corner farthest from the straight way
    stays, and both halves are done in the same manner.
    """
    first, last = line[0], line[-1]
    index = max(range(len(line)), key=lambda each: _off(line[each], first, last))
    if _off(line[index], first, last) <= coarseness:
        return first, last
    return (*_simple(line[: index + 1], coarseness)[:-1], *_simple(line[index:], coarseness))


def _off(corner: Corner, first: Corner, last: Corner) -> float:
    """Return how far a corner lies off the straight line through two others."""
    east, north = last[0] - first[0], last[1] - first[1]
    across = east * (corner[1] - first[1]) - north * (corner[0] - first[0])
    return abs(across) / (math.hypot(east, north) or 1)
