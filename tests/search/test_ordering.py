"""The order of results. Its laws are tested on whole searches in test_find.py."""

from datetime import date
from random import Random
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from finder.domain.activity import Activity
from finder.domain.vocabulary import Sort
from finder.search.arrays import Arrays
from finder.search.columns import make_columns
from finder.search.ordering import (
    COMING_MILES,
    HALF_MATCH_MILES,
    STALE_MATCH,
    Results,
    first_of,
    keys_of,
)
from tests.builders import TODAY, a_price, an_activity

Found = dict[str, Any]


def found(number: int, **changes: object) -> Found:
    """Return one result, five miles away."""
    usual: Found = {"is_sure": True, "missed": 0, "score": 1.0, "miles": 5.0}
    return {"number": number, "is_coming": False, "is_stale": False} | usual | changes


def results_of(every: list[Found], *, is_placed: bool = True) -> Results:
    columns = {name: [each[name] for each in every] for name in found(0)}
    miles = [np.nan if far is None else far for far in columns["miles"]]
    return Results(
        numbers=np.array(columns["number"], np.int32),
        is_sure=np.array(columns["is_sure"], bool),
        missed=np.array(columns["missed"], np.int8),
        scores=np.array(columns["score"], float),
        miles=np.array(miles, float) if is_placed else None,
        is_coming=np.array(columns["is_coming"], bool),
        is_stale=np.array(columns["is_stale"], bool),
    )


def in_order(
    activities: list[Activity], every: list[Found], sort: Sort, *, is_placed: bool = True
) -> list[int]:
    """Return the numbers of the results in order, however they stood."""
    mixed = Random(7).sample(every, len(every))
    arrays = Arrays.of(make_columns(activities, {}, TODAY))
    results = results_of(mixed, is_placed=is_placed)
    return [mixed[place]["number"] for place in first_of(results, arrays, sort, len(mixed))]


def called(*names: str) -> list[Activity]:
    return [an_activity(name=name) for name in names]


def test_the_best_come_first() -> None:
    expected = [
        found(0, score=2.0, miles=8.0),
        # Ten miles halve a match, so that these two match alike, and the name decides.
        found(1, score=1.0, miles=0.0),
        found(2, score=2.0, miles=10.0),
        # Helpers who come are as good as something so many miles away.
        found(3, score=0.9 * (1 + COMING_MILES / HALF_MATCH_MILES), miles=None, is_coming=True),
        found(4, score=1.3),
        # What is old keeps only a part of its match.
        found(5, score=1.25 / STALE_MATCH, is_stale=True),
        found(6, score=2.0, miles=30.0),
        found(7, score=9.0, miles=None),
        found(8, score=9.0, missed=1),
        found(9, score=99.0, missed=2),
        found(10, score=9.0, is_sure=False),
    ]

    assert in_order(called(*"aabaaaaaaaa"), expected, Sort.BEST) == list(range(11))


def test_what_comes_to_a_person_is_near_however_far_its_own_place_is() -> None:
    expected = [
        found(0, miles=0.5 * COMING_MILES, is_coming=True),
        found(1, miles=100.0, is_coming=True),
        found(2, miles=None, is_coming=True),
        found(3, miles=COMING_MILES),
        found(4, miles=100.0),
    ]

    assert in_order(called(*"babba"), expected, Sort.BEST) == [0, 1, 2, 3, 4]


def test_without_a_place_the_match_alone_counts() -> None:
    expected = [found(0, score=3.0), found(1, score=2.0, is_coming=True), found(2), found(3)]

    assert in_order(called(*"aaab"), expected, Sort.BEST, is_placed=False) == [0, 1, 2, 3]


def test_the_nearest_come_first() -> None:
    expected = [
        found(0, miles=1.0, missed=3, score=0.1, is_stale=True),
        found(1, miles=2.0),
        found(2, miles=3.0),
        found(3, miles=3.0),
        found(4, miles=3.0, missed=1),
        found(5, miles=None),
        found(6, miles=None, missed=1),
        found(7, miles=0.0, is_sure=False),
    ]

    assert in_order(called(*"aaabaaaa"), expected, Sort.NEAR) == list(range(8))


def test_names_come_in_order_whatever_their_case() -> None:
    expected = [found(0, score=0.1), found(3), found(1, miles=None), found(2, missed=1, score=9.0)]
    activities = called("apples", "Bees", "cats", "apples")

    assert in_order(activities, expected, Sort.NAME) == [0, 3, 1, 2]


def test_the_cheapest_come_first_and_what_is_not_told_last() -> None:
    prices = [(a_price(0),), (a_price(2.5),), (a_price(9), a_price(3)), (a_price(None),), ()]
    activities = [an_activity(name="a", prices=each) for each in prices]
    activities.append(an_activity(name="b", prices=(a_price(0),)))

    numbers = in_order(activities, [found(each) for each in range(6)], Sort.COST)

    assert numbers == [0, 5, 1, 2, 3, 4]


def test_the_latest_checked_come_first() -> None:
    days = [None, TODAY.replace(month=1), TODAY, TODAY.replace(year=2020)]
    activities = [an_activity(name="a", checked_on=day) for day in days]

    numbers = in_order(activities, [found(each) for each in range(4)], Sort.CHECKED)

    assert numbers == [2, 1, 3, 0]


Told = tuple[str, int | None, date | None]
PENCE = (None, 0, 1, 250, 1_000_000)
NAMES = ("apples", "Bees", "bees", "Éclairs", "zebras")
DAYS = (None, TODAY, TODAY.replace(day=20), TODAY.replace(year=1990))


def activity_of(told: Told) -> Activity:
    """Return an activity with a name, a price in pence and a day when it was checked."""
    name, pence, day = told
    prices = () if pence is None else (a_price(pence / 100),)
    return an_activity(name=name, prices=prices, checked_on=day)


@st.composite
def catalogues_and_finds(draw: st.DrawFn) -> tuple[list[Told], list[Found]]:
    """Return what activities tell, and what a search may have found, in the order of numbers."""
    told = st.tuples(st.sampled_from(NAMES), st.sampled_from(PENCE), st.sampled_from(DAYS))
    every_told = draw(st.lists(told, max_size=30))
    count = len(every_told)
    numbers = sorted(draw(st.sets(st.sampled_from(range(count))))) if count else []
    scores = st.sampled_from((0.0, 1.0, 1.5)) | st.floats(0, 2000)
    miles = st.sampled_from((None, 0.0, 1.0, 10.0)) | st.floats(0, 12_000)
    every = [
        found(
            number,
            is_sure=draw(st.booleans()),
            missed=draw(st.integers(0, 13)),
            score=draw(scores),
            miles=draw(miles),
            is_coming=draw(st.booleans()),
            is_stale=draw(st.booleans()),
        )
        for number in numbers
    ]
    return every_told, every


def tuple_of(each: Found, activity: Activity, sort: Sort, *, is_placed: bool) -> tuple[object, ...]:
    """Return what a result is ordered by, written out."""
    miles, sure = each["miles"] if is_placed else None, each["is_sure"]
    last = (activity.name.casefold(), each["number"])
    if sort is Sort.NAME:
        return (not sure, *last)
    if sort is Sort.COST:
        pence = activity.prices[0].low_pence if activity.prices else None
        return (not sure, pence is None, pence or 0, *last)
    if sort is Sort.CHECKED:
        day = activity.checked_on.toordinal() if activity.checked_on else 0
        return (not sure, -day, *last)
    if sort is Sort.NEAR:
        far = 0 if miles is None else round(miles * 10_000)
        return (not sure, is_placed and miles is None, far, each["missed"], *last)
    counted = 0.0 if miles is None else miles
    if each["is_coming"]:
        counted = COMING_MILES if miles is None else min(miles, COMING_MILES)
    match = (STALE_MATCH if each["is_stale"] else 1.0) * each["score"]
    match = match / (1 + counted / HALF_MATCH_MILES) if is_placed else match
    placeless = is_placed and miles is None and not each["is_coming"]
    return (not sure, each["missed"], placeless, -round(match * 1_000_000), *last)


@given(catalogues_and_finds(), st.sampled_from(Sort), st.booleans(), st.integers(0, 31))
def test_the_order_is_that_of_plain_tuples(
    drawn: tuple[list[Told], list[Found]], sort: Sort, is_placed: bool, stop: int
) -> None:
    every_told, every = drawn
    activities = [activity_of(told) for told in every_told]
    results = results_of(every, is_placed=is_placed)

    arrays = Arrays.of(make_columns(activities, {}, TODAY))
    keys = keys_of(results, arrays, sort)

    tuples = [
        tuple_of(each, activities[each["number"]], sort, is_placed=is_placed) for each in every
    ]
    expected = sorted(range(len(every)), key=tuples.__getitem__)
    assert first_of(results, arrays, sort, stop).tolist() == expected[:stop]
    assert len(set(keys.tolist())) == len(every)
    assert all(key >= 0 for key in keys.tolist())
