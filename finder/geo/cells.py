"""Sets of the cells of a small grid, to grow them, to close their gaps and to divide them.

A row of cells is one whole number, whose lowest bit is the western cell, so that a step over a
whole row costs a few operations. Rows go from south to north.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cells:
    """A set of cells of a grid with so many columns, and as many rows as it holds."""

    columns: int
    rows: tuple[int, ...]

    @classmethod
    def of(cls, columns: int, rows: int, cells: Iterable[Cell]) -> Self:
        """Return the set that holds some cells, each as its column and row, inside the grid."""
        bits = [0] * rows
        for column, row in cells:
            bits[row] |= 1 << column
        return cls(columns, tuple(bits))

    def __contains__(self, cell: Cell) -> bool:
        column, row = cell
        return 0 <= row < len(self.rows) and column >= 0 and self.rows[row] >> column & 1 == 1

    def __iter__(self) -> Iterator[Cell]:
        """Return the cells, from west to east and from south to north."""
        for row, bits in enumerate(self.rows):
            for column in range(bits.bit_length()):
                if bits >> column & 1:
                    yield column, row

    def __len__(self) -> int:
        return sum(map(int.bit_count, self.rows))

    def __or__(self, other: Self) -> Self:
        pairs = zip(self.rows, other.rows, strict=True)
        return type(self)(self.columns, tuple(a | b for a, b in pairs))

    def __and__(self, other: Self) -> Self:
        pairs = zip(self.rows, other.rows, strict=True)
        return type(self)(self.columns, tuple(a & b for a, b in pairs))

    def __invert__(self) -> Self:
        return type(self)(self.columns, tuple(self._every ^ row for row in self.rows))

    @property
    def _every(self) -> int:
        return (1 << self.columns) - 1

    def grown(self, *, corners: bool) -> Self:
        """Return the set with its neighbours: the eight around each cell, or the four beside it."""
        wide = [(row | row << 1 | row >> 1) & self._every for row in self.rows]
        over = wide if corners else self.rows
        below, above = (0, *over[:-1]), (*over[1:], 0)
        trios = zip(below, wide, above, strict=True)
        return type(self)(self.columns, tuple(a | b | c for a, b, c in trios))

    def grown_by(self, steps: int) -> Self:
        """Return the set grown by so many cells, with and without corners by turns.

        By turns it grows like a stone with eight sides, which is nearly round.
        """
        grown = self
        for step in range(steps):
            grown = grown.grown(corners=step % 2 == 1)
        return grown

    def closed(self, steps: int) -> Self:
        """Return the set with the gaps filled that are narrower than twice so many cells."""
        return ~(~self.grown_by(steps)).grown_by(steps) | self

    def filled(self) -> Self:
        """Return the set with its holes filled: whatever cannot be reached from the edge."""
        rows = len(self.rows)
        ends = 1 | 1 << self.columns - 1
        edge = [self._every if row in (0, rows - 1) else ends for row in range(rows)]
        free = ~self
        outside = type(self)(self.columns, tuple(edge)) & free
        while (more := outside.grown(corners=False) & free) != outside:
            outside = more
        return ~outside

    def nearer_than(self, others: Self, *, steps: int) -> Self:
        """Return the cells that are nearer to this set than to another, up to so many cells away.

        Both sets grow by turns until they meet. A cell that both reach at once is this set's.
        """
        ours, theirs = self, others & ~self
        for step in range(steps):
            corners = step % 2 == 1
            new_ours = ours.grown(corners=corners) & ~theirs
            theirs = theirs.grown(corners=corners) & ~new_ours
            ours = new_ours
        return ours
