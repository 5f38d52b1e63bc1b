import re

import pytest
import segno

from finder.documents.square_code import BORDER, SquareCode, make_square_code

LINK = "https://things.example.org/list/AbCdEfGhIjKlMnOpQrStUv"


def squares_of(code: SquareCode) -> list[list[int]]:
    """Return the picture as rows of 1 for dark and 0 for light."""
    rows = [[0] * code.size for _ in range(code.size)]
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", code.path)
    assert "".join(f"M{x} {y}h{there}v1h-{back}z" for x, y, there, back in runs) == code.path
    for x, y, there, back in (map(int, run) for run in runs):
        assert there == back
        rows[y][x : x + there] = [1] * there
    return rows


@pytest.mark.parametrize("text", [LINK, f"{LINK}/a-long-name-of-an-activity" * 3])
def test_the_path_is_the_code_within_a_white_edge(text: str) -> None:
    inside = [[int(each) for each in row] for row in segno.make_qr(text, error="m").matrix]
    edge = [0] * BORDER
    empty = [0] * (len(inside) + 2 * BORDER)

    assert squares_of(make_square_code(text)) == [
        *[empty] * BORDER,
        *[[*edge, *row, *edge] for row in inside],
        *[empty] * BORDER,
    ]


def test_the_link_of_a_list_makes_a_code_of_few_squares() -> None:
    assert make_square_code(LINK).size == 41
