from dataclasses import replace

import pytest

from finder.domain.vocabulary import Day, Mode
from finder.planning.break_days import (
    best_chain,
    can_follow,
    count_alone,
    free_stretches,
    most_minutes,
)
from finder.planning.break_visits import Offer, Visit, visits_of
from finder.planning.break_windows import Stretch
from tests.builders import ASHFORD, MAIDSTONE, TODAY, a_place, a_session
from tests.planning.break_offers import an_offer, at

ALL_DAY = ((at("9:00"), at("17:00")),)


def visits(*offers: Offer, without_carer: bool = False) -> list[Visit]:
    found = [
        visit
        for offer in offers
        for visit in visits_of(offer, {Day.TUE: ALL_DAY}, today=TODAY, without_carer=without_carer)[
            0
        ]
    ]
    return sorted(found, key=lambda each: (each.starts, each.ends))


def plan(*offers: Offer, without_carer: bool = False) -> tuple[list[str], tuple[Stretch, ...], int]:
    """Return the chain of a day, when the carer is free, and the minutes of it."""
    counted = count_alone(visits(*offers, without_carer=without_carer), ALL_DAY)
    chain = best_chain(counted, ALL_DAY)
    names = [str(visit.offer.activity.activity_id) for visit in chain]
    return names, free_stretches(chain), most_minutes(counted, ALL_DAY)


def test_two_things_at_once_are_never_both_done() -> None:
    long, short = an_offer("long", "tue 10:00-13:00"), an_offer("short", "tue 12:00-14:00")

    assert plan(long, short) == (["long"], ((at("9:45"), at("13:15")),), 210)


def test_there_is_time_for_the_way_between_two_things() -> None:
    # Transport takes 15 minutes home, and 15 minutes from there again.
    first, at_once = an_offer("first", "tue 10:00-12:00"), an_offer("later", "tue 12:20-14:00")
    later = an_offer("later", "tue 12:30-14:00")

    assert plan(first, at_once)[0] == ["first"]
    assert plan(first, later) == (["first", "later"], ((at("9:45"), at("14:15")),), 270)


def test_who_drives_goes_straight_from_the_one_to_the_other() -> None:
    maidstone, ashford = a_place(point=MAIDSTONE), a_place(point=ASHFORD, postcode="TN24 8DT")
    # They are 17.6 miles apart, which takes over an hour.
    first = an_offer("first", "tue 10:00-12:00", bus=False, places=(maidstone,))
    soon = an_offer("soon", "tue 13:00-15:00", bus=False, places=(ashford,))
    later = an_offer("later", "tue 13:30-15:30", bus=False, places=(ashford,))

    assert plan(first, soon)[0] == ["first"]
    assert plan(first, later) == (
        ["first", "later"],
        ((at("10:15"), at("11:45")), (at("13:45"), at("15:15"))),
        180,
    )


@pytest.mark.parametrize(
    ("minutes", "fits"),
    [pytest.param("12:59", False, id="59"), pytest.param("13:00", True, id="60")],
)
def test_a_way_that_nobody_knows_may_take_an_hour(minutes: str, fits: bool) -> None:
    nowhere = a_place(point=None, postcode="")
    first = an_offer("first", "tue 10:00-12:00", bus=False, places=(nowhere,))
    for place in ((), (replace(nowhere, name="Elsewhere"),)):
        second = an_offer("second", f"tue {minutes}-15:00", bus=False, places=place)

        assert can_follow(*visits(first, second)) is fits


def test_transport_on_a_way_that_nobody_knows_may_take_two_hours() -> None:
    first = an_offer("first", "tue 10:00-12:00", miles=None)
    soon, later = (
        an_offer("b", "tue 13:50-16:00", miles=None),
        an_offer("b", "tue 14:00-16:00", miles=None),
    )

    assert not can_follow(*visits(first, soon))
    assert can_follow(*visits(first, later))


def test_a_person_has_to_be_home_for_a_helper_who_comes() -> None:
    at_home = [a_session(Day.TUE, "12:20", "14:00", mode=Mode.AT_HOME)]
    too_soon = [a_session(Day.TUE, "12:10", "14:00", mode=Mode.AT_HOME)]
    club = an_offer("club", "tue 10:00-12:00", bus=False, miles=2)

    assert can_follow(*visits(club, an_offer("sitting", held=at_home)))
    assert not can_follow(*visits(club, an_offer("sitting", held=too_soon)))


def test_two_helpers_who_come_need_no_way_between_them() -> None:
    first = [a_session(Day.TUE, "10:00", "12:00", mode=Mode.AT_HOME)]
    second = [a_session(Day.TUE, "12:00", "14:00", mode=Mode.AT_HOME)]

    assert plan(an_offer("a", held=first), an_offer("b", held=second)) == (
        ["a", "b"],
        ((at("10:00"), at("14:00")),),
        240,
    )


def test_half_days_of_one_place_are_one_day_and_nobody_drives_between() -> None:
    halves = an_offer("shop", "tue 10:00-13:00", "tue 13:00-16:00", bus=False, miles=3)

    assert plan(halves) == (["shop", "shop"], ((at("10:20"), at("15:40")),), 320)


def test_a_carer_who_has_no_time_before_the_next_session_stays_free_from_then() -> None:
    """Half an hour each: the first is all way, and so is the second; the two are an hour."""
    hall = (a_place(),)
    first = an_offer("a", "tue 10:00-11:00", bus=False, miles=8, places=hall)
    second = an_offer("b", "tue 11:00-14:00", bus=False, miles=8, places=hall)

    (_, second_visit) = visits(an_offer("a", "tue 10:00-11:30", bus=False, miles=3), second)
    only_way = replace(
        second_visit, offer=first, starts=600, ends=660, free_from=635, free_until=625
    )

    assert free_stretches([only_way, second_visit]) == ((635, second_visit.free_until),)
    assert free_stretches([only_way]) == ()


def test_the_same_hour_offered_twice_is_gone_to_once() -> None:
    twice = an_offer("room", "tue 10:00-11:00", "tue 13:30-14:30")

    assert plan(twice)[0] == ["room"]


def test_free_time_that_overlaps_is_counted_once() -> None:
    """One hall, two groups: somebody takes the person there for both, and there is a gap."""
    hall = (a_place(),)
    first = an_offer("a", "tue 10:00-12:00", miles=3, places=hall)
    second = an_offer("b", "tue 12:30-14:00", miles=3, places=hall)

    assert plan(first, second, without_carer=True) == (
        ["a", "b"],
        ((at("9:40"), at("14:20")),),
        280,
    )


def test_of_two_that_cover_as_much_the_fewer_visits_are_made() -> None:
    whole = an_offer("whole", "tue 10:00-14:00", bus=False, miles=None)
    halves = an_offer("halves", "tue 10:00-12:00", "tue 12:00-14:00", bus=False, miles=None)

    assert plan(whole, halves)[0] == ["whole"]
