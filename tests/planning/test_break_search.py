import itertools
from random import Random

import pytest

from finder.domain.vocabulary import Day
from finder.planning.break_windows import Window
from finder.planning.breaks import BreakPlan, plan_breaks
from tests.builders import TODAY
from tests.planning.break_offers import a_window, an_offer
from tests.planning.break_oracle import most_by_trying_all, some_offers

TUESDAY = a_window(Day.TUE, "10:00", "15:00")
THURSDAY = a_window(Day.THU, "12:00", "17:00")


def names_of(plan: BreakPlan) -> list[tuple[int, list[str]]]:
    return [
        (each.minutes, [str(offer.activity.activity_id) for offer in each.offers])
        for each in plan.sets
    ]


def test_it_comes_near_to_trying_everything() -> None:
    """Measured once for 150 small councils: 119 times the best, on average 0.992 of it, and 0.916
    at the least. An activity that adds less than 45 minutes is left out, and that is in it.
    """
    days, windows = (Day.TUE, Day.WED, Day.THU), (TUESDAY, THURSDAY)
    shares = []
    for seed in range(25):
        offers = some_offers(Random(seed), 12, days)
        best = most_by_trying_all(offers, windows, 3)
        plan = plan_breaks(offers, windows, today=TODAY)
        shares.append(plan.sets[0].minutes / best if plan.sets else 1)

    assert min(shares) >= 0.9
    assert sum(shares) / len(shares) >= 0.99


@pytest.mark.parametrize("seed", range(20))
def test_what_every_answer_promises(seed: int) -> None:
    """No set is a part of a better one; the best comes first; nothing is in more than two."""
    windows = (TUESDAY, THURSDAY, a_window(Day.SAT, "9:00", "17:00"))
    offers = some_offers(Random(seed), 60, tuple(Day))

    plan = plan_breaks(offers, windows, today=TODAY)

    ids = [{offer.activity.activity_id for offer in each.offers} for each in plan.sets]
    minutes = [each.minutes for each in plan.sets]
    assert 2 <= len(ids) <= 6
    assert minutes == sorted(minutes, reverse=True)
    assert not any(worse <= better for place, worse in enumerate(ids) for better in ids[:place])
    every = [each for one in ids for each in one]
    assert max(every.count(each) for each in every) <= 2
    assert all(len(one) <= 3 for one in ids)
    assert minutes[-1] * 3 >= minutes[0]


def test_every_set_can_be_done() -> None:
    offers = some_offers(Random(7), 200, tuple(Day))
    windows = [Window(day=day, start=540, end=1020) for day in Day]

    for each in plan_breaks(offers, windows, today=TODAY).sets:
        for day in Day:
            held = [visit for visit in each.visits if visit.day is day]
            pairs = itertools.pairwise(held)
            assert all(before.ends <= after.starts for before, after in pairs)


def test_more_minutes_come_first_and_then_fewer_activities() -> None:
    offers = [
        an_offer("tuesdays", "tue 10:00-15:00"),
        an_offer("thursdays", "thu 12:00-17:00"),
        an_offer("whole", "tue 10:00-15:00", "thu 12:00-17:00"),
    ]

    assert names_of(plan_breaks(offers, (TUESDAY, THURSDAY), today=TODAY)) == [
        (600, ["whole"]),
        (600, ["tuesdays", "thursdays"]),
    ]


def test_then_fewer_unknowns_then_the_nearest_then_the_name_and_never_who_pays() -> None:
    offers = [
        an_offer("d", "tue 9:00-16:00", miles=2),
        an_offer("a", "tue 9:00-16:00", miles=3, late=""),
        an_offer("c", "tue 9:00-16:00", miles=1),
        an_offer("b", "tue 9:00-16:00", miles=1),
    ]

    assert names_of(plan_breaks(offers, (TUESDAY,), today=TODAY)) == [
        (300, [name]) for name in ("b", "c", "d", "a")
    ]


def test_an_activity_that_adds_too_little_is_not_added() -> None:
    offers = [
        an_offer("most", "tue 10:00-14:10", miles=None, bus=False),
        an_offer("rest", "tue 14:30-15:30", miles=None, bus=False, places=()),
    ]
    assert names_of(plan_breaks(offers, (TUESDAY,), today=TODAY)) == [(250, ["most"])]


def test_a_set_is_mended_when_another_one_covers_more() -> None:
    """From the longest one on, the best pair is not found by adding alone."""
    offers = [
        an_offer("middle", "tue 11:00-14:00", miles=None, bus=False),
        an_offer("first", "tue 10:00-12:20", miles=None, bus=False),
        an_offer("last", "tue 13:20-15:00", miles=None, bus=False),
    ]

    plan = plan_breaks(offers, (TUESDAY,), today=TODAY, most_activities=2)

    assert names_of(plan)[0] == (240, ["first", "last"])


def test_of_many_at_the_same_time_only_the_first_few_are_looked_at() -> None:
    offers = [an_offer(f"tuesday-{n:03}", "tue 10:00-15:00", miles=n / 100) for n in range(300)]

    plan = plan_breaks(offers, (TUESDAY,), today=TODAY)

    assert [names for _, names in names_of(plan)] == [[f"tuesday-{n:03}"] for n in range(4)]
