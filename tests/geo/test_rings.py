"""Outlines of cells."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.geo.cells import Cell, Cells
from finder.geo.rings import Ring, area_of, outlines_of

SIZE = 6
some_cells = st.frozensets(
    st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)), min_size=1
)


def exact_outlines(cells: frozenset[Cell]) -> tuple[Ring, ...]:
    return outlines_of(Cells.of(SIZE, SIZE, cells), coarseness=0, least_share=0)


def test_nothing_has_no_outline() -> None:
    assert exact_outlines(frozenset()) == ()


def test_a_cell_is_drawn_as_the_middles_of_its_sides_against_the_clock() -> None:
    assert exact_outlines(frozenset({(2, 3)})) == (((2.5, 3), (3, 3.5), (2.5, 4), (2, 3.5)),)


def test_a_long_side_has_a_corner_at_each_end_only() -> None:
    ring = exact_outlines(frozenset((column, 1) for column in range(4)))[0]

    assert sorted(ring) == [(0, 1.5), (0.5, 1), (0.5, 2), (3.5, 1), (3.5, 2), (4, 1.5)]


@given(some_cells)
def test_the_area_is_that_of_the_cells_less_the_corners_that_are_cut(
    cells: frozenset[Cell],
) -> None:
    rings = exact_outlines(cells)
    sides = sum(
        (column + east, row + north) not in cells
        for column, row in cells
        for east, north in ((1, 0), (-1, 0), (0, 1), (0, -1))
    )

    assert abs(sum(map(area_of, rings)) - len(cells)) <= sides / 8


@given(some_cells)
def test_the_largest_ring_comes_first_and_goes_against_the_clock(cells: frozenset[Cell]) -> None:
    areas = [area_of(ring) for ring in exact_outlines(cells)]

    assert areas[0] > 0
    assert [abs(area) for area in areas] == sorted(map(abs, areas), reverse=True)


def test_a_hole_goes_with_the_clock() -> None:
    square = {(column, row) for column in range(3) for row in range(3)} - {(1, 1)}

    assert [area_of(ring) for ring in exact_outlines(frozenset(square))] == [
        pytest.approx(8.5),
        pytest.approx(-0.5),
    ]


def test_a_small_island_is_left_out() -> None:
    cells = Cells.of(SIZE, SIZE, [(0, 0), (1, 0), (0, 1), (1, 1), (4, 4)])

    assert [len(outlines_of(cells, coarseness=0, least_share=share)) for share in (0.1, 0.5)] == [
        2,
        1,
    ]


@given(some_cells)
def test_a_coarse_outline_has_no_more_corners_and_lies_near(cells: frozenset[Cell]) -> None:
    grid = Cells.of(SIZE, SIZE, cells)
    exact = outlines_of(grid, coarseness=0, least_share=0)
    coarse = outlines_of(grid, coarseness=0.6, least_share=0)

    for before, after in zip(exact, coarse, strict=True):
        assert set(after) <= set(before)
        assert all(_off(corner, after) <= 0.6 + 1e-9 for corner in before)


def _off(corner: tuple[float, float], ring: Ring) -> float:
    """Return how far a corner lies off the nearest of the straight lines through a ring."""
    return min(
        abs((u - x) * (corner[1] - y) - (v - y) * (corner[0] - x)) / math.hypot(u - x, v - y)
        for (x, y), (u, v) in pairwise((*ring, ring[0]))
    )
