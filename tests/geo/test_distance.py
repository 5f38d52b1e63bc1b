"""Distances in a straight line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.domain.place import Point
from finder.geo.distance import EARTH_RADIUS_KM, KM_IN_A_MILE, distance_miles, nearest_miles

MAIDSTONE = Point(51.26667, 0.51667)
STOCKPORT = Point(53.40979, -2.15761)

points = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))


@given(points, points)
def test_distance_is_the_same_both_ways(a: Point, b: Point) -> None:
    assert distance_miles(a, b) == pytest.approx(distance_miles(b, a))


@given(points)
def test_a_point_is_no_distance_from_itself(point: Point) -> None:
    assert distance_miles(point, point) == 0


@given(points, points, points)
def test_a_detour_is_never_shorter(a: Point, b: Point, c: Point) -> None:
    assert distance_miles(a, c) <= distance_miles(a, b) + distance_miles(b, c) + 0.001


def test_a_degree_of_latitude_is_its_part_of_the_globe() -> None:
    expected = EARTH_RADIUS_KM * 3.141592653589793 / 180 / KM_IN_A_MILE

    assert distance_miles(Point(51, 0), Point(52, 0)) == pytest.approx(expected)


def test_opposite_points_are_half_the_globe_apart() -> None:
    half = EARTH_RADIUS_KM * 3.141592653589793 / KM_IN_A_MILE

    assert distance_miles(Point(12.3, 45.6), Point(-12.3, -134.4)) == pytest.approx(half)


def test_two_towns_are_as_far_apart_as_the_map_says() -> None:
    assert distance_miles(MAIDSTONE, STOCKPORT) == pytest.approx(186.2, abs=0.1)


def test_the_nearest_of_some_points_counts_and_what_is_not_known_does_not() -> None:
    here, near, far = Point(51.0, 0.5), Point(51.1, 0.5), Point(53.0, 0.5)

    assert nearest_miles(here, [None, far, near]) == distance_miles(here, near)
    assert nearest_miles(here, [None]) is None
    assert nearest_miles(here, []) is None
