"""Sets of cells, held against plain Python sets."""

from hypothesis import given
from hypothesis import strategies as st

from finder.geo.cells import Cell, Cells

COLUMNS, ROWS = 7, 6
EVERY = frozenset((column, row) for column in range(COLUMNS) for row in range(ROWS))

some_cells = st.frozensets(st.sampled_from(sorted(EVERY)))


def cells_of(cells: frozenset[Cell]) -> Cells:
    return Cells.of(COLUMNS, ROWS, cells)


def drawn(*lines: str) -> Cells:
    """Return the cells that are marked with an "x", north at the top."""
    marked = [
        (column, row)
        for row, line in enumerate(reversed(lines))
        for column, mark in enumerate(line)
        if mark == "x"
    ]
    return Cells.of(len(lines[0]), len(lines), marked)


def around(cell: Cell, *, corners: bool) -> set[Cell]:
    column, row = cell
    return {
        (column + east, row + north)
        for east in (-1, 0, 1)
        for north in (-1, 0, 1)
        if corners or not (east and north)
    }


@given(some_cells)
def test_cells_come_out_as_they_went_in(cells: frozenset[Cell]) -> None:
    held = cells_of(cells)

    assert frozenset(held) == cells
    assert list(held) == sorted(cells, key=lambda cell: (cell[1], cell[0]))
    assert len(held) == len(cells)
    assert all((cell in held) == (cell in cells) for cell in EVERY)


def test_no_cell_lies_outside_the_grid() -> None:
    full = cells_of(EVERY)

    assert [cell in full for cell in ((-1, 0), (0, -1), (COLUMNS, 0), (0, ROWS))] == [False] * 4


@given(some_cells, some_cells)
def test_sets_are_joined_and_cut_as_sets_are(a: frozenset[Cell], b: frozenset[Cell]) -> None:
    assert frozenset(cells_of(a) | cells_of(b)) == a | b
    assert frozenset(cells_of(a) & cells_of(b)) == a & b
    assert frozenset(~cells_of(a)) == EVERY - a


@given(some_cells, st.booleans())
def test_a_set_grows_by_its_neighbours(cells: frozenset[Cell], corners: bool) -> None:
    neighbours = {near for cell in cells for near in around(cell, corners=corners)}

    assert frozenset(cells_of(cells).grown(corners=corners)) == neighbours & EVERY


def test_by_turns_a_cell_grows_to_a_stone_with_eight_sides() -> None:
    one = drawn(".......", ".......", ".......", "...x...", ".......", ".......", ".......")

    assert one.grown_by(3) == drawn(
        "..xxx..", ".xxxxx.", "xxxxxxx", "xxxxxxx", "xxxxxxx", ".xxxxx.", "..xxx.."
    )


@given(some_cells, st.integers(0, 3))
def test_closing_only_ever_adds(cells: frozenset[Cell], steps: int) -> None:
    closed = frozenset(cells_of(cells).closed(steps))

    assert cells <= closed <= frozenset(cells_of(cells).grown_by(steps))


def test_closing_fills_a_narrow_gap_and_leaves_a_wide_one() -> None:
    closed = drawn(
        "............",
        "..xx.xx...x.",
        "..xx.xx...x.",
        "..xx.xx...x.",
        "............",
    ).closed(1)

    assert [(column, 2) in closed for column in (4, 7, 8, 9)] == [True, False, False, False]


def test_a_hole_is_filled_and_a_bay_is_not() -> None:
    assert drawn(".......", ".xxxxx.", ".x.xx..", ".xxx.x.", ".......").filled() == drawn(
        ".......", ".xxxxx.", ".xxxx..", ".xxx.x.", "......."
    )


@given(some_cells)
def test_filling_leaves_no_hole(cells: frozenset[Cell]) -> None:
    filled = cells_of(cells).filled()

    assert filled.filled() == filled
    assert cells <= frozenset(filled)


def test_land_is_divided_between_two_sets_and_a_draw_goes_to_the_first() -> None:
    ours, theirs = drawn("x......"), drawn("......x")

    assert ours.nearer_than(theirs, steps=9) == drawn("xxxx...")
    assert theirs.nearer_than(ours, steps=9) == drawn("...xxxx")


def test_nothing_is_near_that_is_farther_away_than_the_steps() -> None:
    assert drawn("x......").nearer_than(drawn("......."), steps=2) == drawn("xxx....")


@given(some_cells, some_cells, st.integers(0, 4))
def test_a_cell_in_both_sets_is_of_the_first(
    a: frozenset[Cell], b: frozenset[Cell], steps: int
) -> None:
    nearer = frozenset(cells_of(a).nearer_than(cells_of(b), steps=steps))

    assert a <= nearer
    assert nearer & (b - a) == frozenset()
