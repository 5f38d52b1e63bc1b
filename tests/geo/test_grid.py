"""Grid references as latitude and longitude."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.domain.place import Point
from finder.geo.distance import KM_IN_A_MILE, distance_miles
from finder.geo.grid import GridReference, is_in_great_britain, point_at, reference_at

# By the exact transformation of Ordnance Survey (OSTN15).
KNOWN = [
    pytest.param(GridReference(576017, 156294), Point(51.278597, 0.522342), id="ME14 1XQ"),
    pytest.param(GridReference(389561, 389918), Point(53.405991, -2.158486), id="SK1 3XE"),
    pytest.param(GridReference(485085, 239043), Point(52.043275, -0.760815), id="MK9 3EJ"),
    pytest.param(GridReference(385428, 157571), Point(51.317054, -2.210473), id="BA14 8JN"),
]


def metres(a: Point, b: Point) -> float:
    return distance_miles(a, b) * KM_IN_A_MILE * 1000


@pytest.mark.parametrize(("reference", "exact"), KNOWN)
def test_a_known_postcode_is_within_five_metres(reference: GridReference, exact: Point) -> None:
    assert metres(point_at(reference), exact) < 5


@given(st.integers(0, 699_000), st.integers(0, 1_299_000))
def test_a_kilometre_on_the_grid_is_a_kilometre_on_the_map(easting: int, northing: int) -> None:
    # The grid stretches by up to 0.1 % at its edges, and the globe is not quite round.
    here = point_at(GridReference(easting, northing))

    assert metres(here, point_at(GridReference(easting + 1000, northing))) == pytest.approx(
        1000, abs=7
    )
    assert metres(here, point_at(GridReference(easting, northing + 1000))) == pytest.approx(
        1000, abs=7
    )


@given(st.integers(0, 699_000), st.integers(0, 1_299_000))
def test_a_reference_is_found_again_by_its_point(easting: int, northing: int) -> None:
    found = reference_at(point_at(GridReference(easting, northing)))

    assert found.easting == pytest.approx(easting, abs=1)
    assert found.northing == pytest.approx(northing, abs=1)


def test_a_point_that_the_grid_is_not_made_for_ends_the_search_too() -> None:
    assert isinstance(reference_at(Point(-33.9, 151.2)), GridReference)


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        pytest.param(Point(51.28, 0.52), True, id="Maidstone"),
        pytest.param(Point(60.15, -1.14), True, id="Lerwick"),
        pytest.param(Point(48.86, 2.35), False, id="Paris"),
        pytest.param(Point(62.01, -6.77), False, id="Torshavn"),
        pytest.param(Point(53.27, -9.05), False, id="Galway"),
        pytest.param(Point(52.37, 4.9), False, id="Amsterdam"),
    ],
)
def test_great_britain_is_told_from_its_neighbours(point: Point, expected: bool) -> None:
    assert is_in_great_britain(point) is expected
