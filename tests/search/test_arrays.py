"""The arrays that activities are compared by, held against the plain rules of the domain."""

import math
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from finder.domain.activity import AgeRange, is_old
from finder.domain.place import Point
from finder.geo.distance import distance_miles
from finder.search.arrays import MOST_DISTANCE_BYTES, Arrays
from finder.search.columns import Columns, make_columns
from tests.builders import ASHFORD, MAIDSTONE, TODAY, a_place, a_price, an_activity
from tests.search.strategies import STOCKPORT

NOTHING = make_columns((), {}, TODAY)


def arrays_of(**changes: object) -> Arrays:
    """Return the arrays of columns in which only some things are told."""
    lengths = {len(each) for each in changes.values()}  # type: ignore[arg-type]
    (count,) = lengths
    blank = Columns(
        activity_ids=[str(number) for number in range(count)],
        names=["a"] * count,
        live=0,
        kinds={},
        slots={},
        points=[()] * count,
        cheapest_pence=[None] * count,
        ages=[None] * count,
        checked_on=[None] * count,
    )
    return Arrays.of(replace(blank, **changes))  # type: ignore[arg-type]


def points() -> st.SearchStrategy[Point]:
    """Return points all over the globe, many of them in or near Great Britain."""
    anywhere = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))
    here = st.builds(Point, st.floats(49, 61), st.floats(-8, 2))
    poles = st.sampled_from((Point(90.0, 0.0), Point(-90.0, 77.0), Point(0.0, 180.0)))
    return here | anywhere | poles | st.sampled_from((MAIDSTONE, ASHFORD, STOCKPORT))


@given(st.lists(st.lists(points(), max_size=3), min_size=1, max_size=8), points())
@example([[Point(0.0, 0.0)]], Point(0.0, 180.0))
@example([[Point(51.0, 0.5)]], Point(51.0, 0.5))
@example([[], [Point(51.0, 0.5)], []], Point(51.0, 0.5000001))
def test_miles_are_those_of_the_plain_formula(places: list[list[Point]], home: Point) -> None:
    miles = arrays_of(points=places).miles_from(home).tolist()

    expected = [
        min((distance_miles(home, point) for point in each), default=math.nan) for each in places
    ]
    # On the far side of the globe, both ways lose digits; nobody there asks.
    near = 6000
    assert [far for far in miles if not far > near] == pytest.approx(
        [far for far in expected if not far > near], abs=1e-6, rel=0, nan_ok=True
    )
    assert miles == pytest.approx(expected, abs=1e-2, rel=0, nan_ok=True)


def test_miles_are_reckoned_once_for_a_point() -> None:
    arrays = arrays_of(points=[[MAIDSTONE], [], [STOCKPORT, ASHFORD]])

    first = arrays.miles_from(MAIDSTONE)
    again = arrays.miles_from(MAIDSTONE)
    arrays.forget()
    afresh = arrays.miles_from(MAIDSTONE)

    assert again is first
    assert afresh is not first
    np.testing.assert_array_equal(afresh, first)
    # What is kept and shared can be changed by nobody.
    with pytest.raises(ValueError, match="read-only"):
        first[0] = 1.0


def test_distances_are_not_kept_without_end() -> None:
    arrays = arrays_of(points=[[MAIDSTONE]])
    for number in range(6000):
        arrays.miles_from(Point(51 + number / 10_000, 0.5))

    assert len(arrays._distances) < 6000
    assert arrays._distances.nbytes <= MOST_DISTANCE_BYTES


def days_about_month_ends() -> st.SearchStrategy[date]:
    months = st.builds(date, st.integers(2019, 2029), st.integers(1, 12), st.just(1))
    return st.builds(lambda day, days: day + timedelta(days), months, st.integers(-4, 32))


@given(
    days_about_month_ends(),
    st.integers(1, 25),
    st.lists(st.none() | days_about_month_ends(), min_size=1, max_size=20),
)
@example(date(2026, 3, 31), 1, [date(2026, 2, 28), date(2026, 3, 1)])
@example(date(2024, 2, 29), 12, [date(2023, 2, 28), date(2023, 3, 1)])
@example(date(2025, 1, 31), 2, [date(2024, 11, 30), date(2024, 12, 1)])
@example(date(2026, 12, 31), 12, [date(2025, 12, 31), date(2025, 12, 30), date(2027, 1, 1)])
def test_what_is_old_is_what_the_domain_calls_old(
    today: date, months: int, checked_on: list[date | None]
) -> None:
    arrays = arrays_of(checked_on=checked_on)

    # The second time it is remembered, unless the day is another.
    for day in (today, today, today + timedelta(days=1)):
        assert arrays.old_on(day, months).tolist() == [
            is_old(each, day, months) for each in checked_on
        ]


def test_every_day_of_five_years_is_old_or_not() -> None:
    first = date(2023, 12, 1)
    checked_on = [first + timedelta(days) for days in range(900)]
    arrays = arrays_of(checked_on=checked_on)
    for day in (first + timedelta(days) for days in range(365, 1500, 13)):
        assert arrays.old_on(day, 12).tolist() == [is_old(each, day, 12) for each in checked_on]


def test_what_is_not_told_is_no_number() -> None:
    activities = [
        an_activity("a", ages=AgeRange(youngest=18, oldest=25), prices=(a_price(2.5),)),
        an_activity("b", ages=AgeRange(), prices=(), checked_on=None),
        an_activity("c", ages=None, prices=(a_price(0),), checked_on=date(2026, 1, 2)),
    ]
    arrays = Arrays.of(make_columns(activities, {}, TODAY))

    told = (arrays.youngest, arrays.oldest, arrays.cheapest_pence)
    assert [np.nan_to_num(each, nan=-1).tolist() for each in told] == [
        [18, 18, -1],
        [25, 200, -1],
        [250, -1, 0],
    ]
    days = (date(2026, 11, 3), date(2026, 1, 2))
    assert arrays.checked_on.tolist() == [days[0].toordinal(), 0, days[1].toordinal()]


@settings(max_examples=30)
@given(st.lists(st.sampled_from(("a", "b", "ä", "aa", "z")), min_size=1, max_size=12))
def test_names_have_places_in_their_order(names: list[str]) -> None:
    in_order = sorted(range(len(names)), key=lambda number: (names[number], number))

    assert arrays_of(names=names).name_places[in_order].tolist() == list(range(len(names)))


@pytest.mark.parametrize(
    ("point", "area"),
    [
        pytest.param(MAIDSTONE, "north", id="a place itself"),
        pytest.param(Point(51.2, 0.8), "south", id="nearer to the one"),
        pytest.param(STOCKPORT, "north", id="far away"),
    ],
)
def test_a_point_is_in_the_area_of_the_nearest_place(point: Point, area: str) -> None:
    places = (
        a_place("a"),
        a_place("b", area="south", point=ASHFORD),
        a_place("c", area="", point=STOCKPORT),
        a_place("d", area="east", point=None),
    )
    arrays = Arrays.of(make_columns([an_activity(places=places)], {}, TODAY))

    assert arrays.area_at(point) == area


def test_without_places_there_is_no_area_and_no_distance() -> None:
    arrays = Arrays.of(NOTHING)

    assert arrays.area_at(MAIDSTONE) == ""
    assert arrays.miles_from(MAIDSTONE).tolist() == []
    assert arrays.old_on(TODAY, 12).tolist() == []
