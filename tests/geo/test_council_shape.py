"""The rough outline of a council."""

import math
from pathlib import Path

import pytest

from finder.domain.place import Point
from finder.geo.council_shape import KM_IN_A_DEGREE, CouncilShape, make_shape
from finder.geo.gazetteer import Gazetteer
from finder.geo.grid import GridReference, point_at
from finder.geo.postcode_table import PostcodeTable, pack_table
from finder.geo.postcodes import parse_postcode
from finder.geo.rings import area_of

CONTENT = Path(__file__).parents[2] / "content" / "places"
_LETTERS = "ABDEFGHJLN"


def postcodes_on(references: list[GridReference]) -> PostcodeTable:
    """Return a table with a postcode at each reference, up to a hundred."""
    named = {
        parse_postcode(f"ME14 1{_LETTERS[number // 10]}{_LETTERS[number % 10]}"): reference
        for number, reference in enumerate(references)
    }
    return PostcodeTable.unpack(pack_table(edition="2025-08", sectors={}, postcodes=named))


def square_km(shape: CouncilShape) -> float:
    latitude = shape.outlines[0][0].latitude
    narrowing = math.cos(math.radians(latitude))
    return sum(
        area_of(
            [
                (point.longitude * KM_IN_A_DEGREE * narrowing, point.latitude * KM_IN_A_DEGREE)
                for point in ring
            ]
        )
        for ring in shape.outlines
    )


def holds(shape: CouncilShape, point: Point) -> bool:
    """Return whether a point lies inside: whether a way to the east crosses the lines oddly."""
    inside = False
    for ring in shape.outlines:
        for a, b in zip(ring, (*ring[1:], ring[0]), strict=True):
            if (a.latitude > point.latitude) != (b.latitude > point.latitude):
                along = (point.latitude - a.latitude) / (b.latitude - a.latitude)
                crossing = a.longitude + along * (b.longitude - a.longitude)
                inside ^= crossing > point.longitude
    return inside


@pytest.fixture(scope="module")
def real() -> Gazetteer:
    return Gazetteer.load(CONTENT)


@pytest.fixture
def island() -> PostcodeTable:
    """Postcodes a kilometre apart over ten by ten kilometres, and nothing around."""
    return postcodes_on(
        [
            GridReference(570_000 + east * 1000, 150_000 + north * 1000)
            for east in range(10)
            for north in range(10)
        ]
    )


def on_island(east_km: float, north_km: float) -> Point:
    return point_at(GridReference(570_000 + int(east_km * 1000), 150_000 + int(north_km * 1000)))


def test_a_council_without_towns_has_no_shape(island: PostcodeTable) -> None:
    assert make_shape([], [on_island(5, 5)], island) is None


def test_a_council_without_postcodes_has_no_shape(island: PostcodeTable) -> None:
    assert make_shape([Point(53.4, -2.2)], [], island) is None


def test_all_the_land_around_its_only_town_is_the_councils(island: PostcodeTable) -> None:
    shape = make_shape([on_island(4.5, 4.5)], [], island)

    assert shape is not None
    assert len(shape.outlines) == 1
    assert square_km(shape) == pytest.approx(81, rel=0.1)


def test_land_is_divided_half_way_between_towns(island: PostcodeTable) -> None:
    shape = make_shape([on_island(2, 4.5)], [on_island(7, 4.5)], island)

    assert shape is not None
    assert holds(shape, on_island(4, 4.5))
    assert not holds(shape, on_island(5, 4.5))
    assert square_km(shape) == pytest.approx(81 / 2, rel=0.1)


def test_land_far_from_every_town_is_nobodys() -> None:
    strip = postcodes_on(
        [
            GridReference(570_000 + east * 1000, 150_000 + north * 1000)
            for east in range(30)
            for north in range(3)
        ]
    )
    shape = make_shape([on_island(0, 1)], [], strip)

    assert shape is not None
    assert holds(shape, on_island(6, 1))
    assert not holds(shape, on_island(10, 1))


# The sizes are those that the councils publish, in square kilometres. Rivers' mouths and what lies
# between a border and the next town make a rough shape a little larger.
@pytest.mark.parametrize(
    ("council", "published"),
    [("kent", 3544), ("milton-keynes", 309), ("stockport", 126), ("wiltshire", 3255)],
)
def test_a_real_council_is_about_as_large_as_it_is(
    real: Gazetteer, council: str, published: int
) -> None:
    shape = real.shape_of(council)

    assert shape is not None
    assert 0.95 * published < square_km(shape) < 1.2 * published


@pytest.mark.parametrize("council", ["kent", "milton-keynes", "stockport", "wiltshire"])
def test_a_real_council_holds_nearly_all_of_its_towns_and_few_others(
    real: Gazetteer, council: str
) -> None:
    shape = real.shape_of(council)
    others = ("", "kent", "milton-keynes", "stockport", "wiltshire")

    assert shape is not None
    own = [holds(shape, town.point) for town in real.towns_of(council)]
    assert sum(own) / len(own) > 0.95
    foreign = [
        holds(shape, town.point)
        for other in others
        if other != council
        for town in real.towns_of(other)
    ]
    assert sum(foreign) / len(foreign) < 0.03


def test_a_shape_has_few_corners(real: Gazetteer) -> None:
    shapes = [real.shape_of(council) for council in ("kent", "wiltshire")]

    assert all(shape and sum(map(len, shape.outlines)) < 100 for shape in shapes)
