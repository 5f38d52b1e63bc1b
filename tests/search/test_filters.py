"""How activities fit what a query asks for.

Every kind of choice is also held against a plain search, in test_find.py.
"""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from finder.domain.activity import AgeRange
from finder.domain.query import SearchQuery
from finder.domain.vocabulary import Day, DayChoice, DayPart, Mode, Need, Pay
from finder.search.arrays import Arrays, Miles
from finder.search.columns import Column, Columns, Kind, make_columns
from finder.search.filters import (
    Fit,
    fit_age,
    fit_all,
    fit_any,
    fit_cost,
    fit_near,
    fit_when,
    fits_of,
    possible_without,
    sure_of_all,
)
from tests.builders import TODAY, a_price, a_provider, a_session, an_activity

A, B, C, D = 1, 2, 4, 8
EVERY = A | B | C | D
COLUMN = Column(sure={"red": A | B, "blue": B}, not_told={"?": C, "blue": A})


def miles(*far: float | None) -> Miles:
    """Return distances as `find` gets them: what has no place has no number."""
    return np.array([np.nan if each is None else each for each in far])


def columns_of(field: str, *values: Any) -> Columns:
    """Return the columns of activities that differ in one field only."""
    activities = [replace(an_activity(), **{field: value}) for value in values]
    return make_columns(activities, {"example-green-door": a_provider()}, TODAY)


@pytest.mark.parametrize(
    ("values", "fit"),
    [
        pytest.param(["red"], Fit(A | B, C), id="one"),
        pytest.param(["red", "blue"], Fit(A | B, C), id="sure of one is sure enough"),
        pytest.param(["blue"], Fit(B, A | C), id="not told of this value alone"),
        pytest.param(["green"], Fit(0, C), id="a value that nobody has"),
    ],
)
def test_any_of_the_values_will_do(values: list[str], fit: Fit) -> None:
    assert fit_any(COLUMN, values) == fit


@pytest.mark.parametrize(
    ("values", "fit"),
    [
        pytest.param(["red", "blue"], Fit(B, A | C), id="two"),
        pytest.param(["red", "green"], Fit(0, C), id="one that nobody has"),
    ],
)
def test_all_of_the_needs_have_to_be_met(values: list[str], fit: Fit) -> None:
    assert fit_all(COLUMN, values, EVERY) == fit


def test_possible_is_sure_or_not_told() -> None:
    assert Fit(A, C).possible == A | C


@pytest.mark.parametrize(
    ("days", "parts", "fit"),
    [
        pytest.param([Day.MON], [], Fit(A | B, C | D), id="a day"),
        pytest.param([], [DayPart.MORNING], Fit(A | C, B | D), id="a part"),
        pytest.param([Day.MON], [DayPart.MORNING], Fit(A, B | C | D), id="both"),
        pytest.param([Day.TUE], [], Fit(0, C | D), id="another day"),
        pytest.param([], [DayPart.EVENING], Fit(0, B | D), id="another part"),
        pytest.param([Day.MON], [DayPart.EVENING], Fit(0, B | D), id="another part of the day"),
    ],
)
def test_a_day_or_a_time_that_is_not_told_may_fit(
    days: list[Day], parts: list[DayPart], fit: Fit
) -> None:
    columns = columns_of(
        "sessions",
        (a_session(Day.MON, "10:00", "12:00"),),
        (a_session(Day.MON, "", ""),),
        (a_session(None, "10:00", "12:00"),),
        (),
    )

    assert fit_when(columns, days, parts) == fit


def test_an_age_is_within_its_limits() -> None:
    ages = (AgeRange(youngest=18, oldest=25), AgeRange(youngest=18), None)
    arrays = Arrays.of(columns_of("ages", *ages))

    fits = {age: fit_age(arrays, age) for age in (17, 18, 25, 26, 120)}

    assert fits == {
        17: Fit(0, C),
        18: Fit(A | B, C),
        25: Fit(A | B, C),
        26: Fit(B, C),
        120: Fit(B, C),
    }


def test_a_price_to_ask_for_is_not_free() -> None:
    arrays = Arrays.of(columns_of("prices", (a_price(0),), (a_price(5),), (a_price(None),), ()))

    fits = {pence: fit_cost(arrays, pence) for pence in (0, 499, 500)}

    assert fits == {0: Fit(A, C | D), 499: Fit(A, C | D), 500: Fit(A | B, C | D)}


def test_what_comes_to_you_may_be_near() -> None:
    columns = columns_of("modes", (Mode.ONLINE,), (Mode.AT_HOME,), (Mode.IN_PERSON,), None)

    assert fit_near(columns, miles(None, None, 5.0, None), 5, 0) == Fit(A | C, B | D)
    assert fit_near(columns, miles(9.0, 9.0, 5.1, 5.0), 5, 0) == Fit(A | D, B)
    # Helpers who say that they come to where the person is are sure.
    assert fit_near(columns, miles(9.0, 9.0, 9.0, None), 5, B | C) == Fit(A | B | C, D)


def test_each_kind_that_is_asked_for_has_a_fit() -> None:
    columns = columns_of("pay", (Pay.SELF,), None)
    query = SearchQuery(
        interests=("cooking",),
        lots=("2",),
        modes=(Mode.ONLINE,),
        needs=(Need.HOIST,),
        days=(DayChoice.WEEKEND,),
        pay=(Pay.SELF,),
        age=30,
        max_cost_pence=1000,
        miles=5,
    )

    assert fits_of(columns, Arrays.of(columns), query, miles(1.0, None)) == {
        Kind.INTEREST: Fit(A | B, 0),
        Kind.LOT: Fit(0, 0),
        Kind.MODE: Fit(0, 0),
        Kind.NEED: Fit(0, A | B),
        Kind.DAY: Fit(0, 0),
        Kind.PAY: Fit(A, B),
        Kind.AGE: Fit(0, A | B),
        Kind.MAX_COST: Fit(A | B, 0),
        Kind.NEAR: Fit(A, B),
    }


def test_nothing_that_is_not_asked_for_narrows() -> None:
    columns = columns_of("pay", None)

    nowhere = SearchQuery(near="nowhere", miles=5)
    assert fits_of(columns, Arrays.of(columns), SearchQuery(), miles(1.0)) == {}
    assert fits_of(columns, Arrays.of(columns), nowhere, None) == {}


def test_kinds_narrow_together() -> None:
    fits = {Kind.PAY: Fit(A | B, C), Kind.AGE: Fit(B, C | D)}

    assert possible_without(fits, EVERY) == B | C
    assert possible_without(fits, EVERY, Kind.AGE) == A | B | C
    assert possible_without(fits, A | C, Kind.PAY) == C
    assert sure_of_all(fits, EVERY) == B
    assert (possible_without({}, EVERY), sure_of_all({}, EVERY)) == (EVERY, EVERY)
