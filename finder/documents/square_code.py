"""A square code (QR) that a phone reads, as the path of an SVG picture."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

import segno

# The white edge that a reader needs, in squares.
BORDER = 4
# At least 15 % of the code may be dirty.
ERROR_LEVEL = "m"


@dataclass(frozen=True, slots=True, kw_only=True)
class SquareCode:
    """The dark squares as the `d` of an SVG path, in a picture of `size` by `size` squares."""

    path: str
    size: int


def make_square_code(text: str) -> SquareCode:
    """Return the code of a text, such as an address."""
    code = segno.make_qr(text, error=ERROR_LEVEL)
    rows = list(code.matrix_iter(border=BORDER))
    path = "".join(part for y, row in enumerate(rows) for part in _runs(row, y))
    return SquareCode(path=path, size=len(rows))


def _runs(row: Iterable[int], y: int) -> Iterator[str]:
    """Return a rectangle for each run of dark squares in a row."""
    x = 0
    for is_dark, squares in groupby(row):
        length = len(list(squares))
        if is_dark:
            yield f"M{x} {y}h{length}v1h-{length}z"
        x += length
