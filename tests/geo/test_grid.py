"""Grid references as latitude and longitude."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.domain.place import Point
from finder.geo.distance import KM_IN_A_MILE, distance_miles
from finder.geo.grid import GridReference, point_at

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
