from collections.abc import Sequence
from datetime import date

import pytest

from finder.domain.vocabulary import Mode, Repeats
from finder.planning.clashes import Clash, Gap, find_clashes_and_gaps
from finder.planning.slots import Slot
from finder.planning.together import Certainty, Together
from finder.planning.travel import Way
from tests.builders import TODAY, a_session
from tests.planning.week_slots import a_slot, slot_at

EVERY_WEEK = Together(certainty=Certainty.CERTAIN)


def clashes_of(*slots: Slot) -> list[tuple[str, str]]:
    """Return the names of what clashes; the slots stand in the order of their times."""
    clashes, _ = find_clashes_and_gaps(slots, today=TODAY)
    return [(clash.first.activity.name, clash.second.activity.name) for clash in clashes]


def gaps_of(*slots: Slot) -> Sequence[Gap]:
    return find_clashes_and_gaps(slots, today=TODAY)[1]


def elsewhere(slot: Slot) -> Slot:
    """Return the same slot in a place that nobody told."""
    return a_slot(slot.activity.activity_id, slot.session, places=())


CHOIR, GARDEN = slot_at("choir", "10:00", "12:00"), slot_at("garden", "11:00", "13:00")


def test_things_at_the_same_time_clash() -> None:
    assert find_clashes_and_gaps((CHOIR, GARDEN), today=TODAY) == (
        (Clash(first=CHOIR, second=GARDEN, together=EVERY_WEEK),),
        (),
    )


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        (("10:00", "12:00"), ("12:00", "13:00"), False),
        (("10:00", "12:00"), ("11:59", "13:00"), True),
        (("10:00", "12:00"), ("10:00", ""), True),
        (("10:00", "12:00"), ("11:00", ""), True),
        (("10:00", ""), ("10:00", ""), True),
        (("10:00", ""), ("11:00", "12:00"), False),
    ],
)
def test_times_overlap_for_all_that_was_told(
    first: tuple[str, str], second: tuple[str, str], clash: bool
) -> None:
    found = clashes_of(slot_at("choir", *first), slot_at("garden", *second))

    assert found == ([("Choir", "Garden")] if clash else [])


def test_each_two_of_three_things_are_named() -> None:
    lunch = slot_at("lunch", "11:30", "14:00")

    assert clashes_of(CHOIR, GARDEN, lunch) == [
        ("Choir", "Garden"),
        ("Choir", "Lunch"),
        ("Garden", "Lunch"),
    ]


def test_two_groups_of_one_activity_do_not_clash() -> None:
    assert clashes_of(CHOIR, slot_at("choir", "11:00", "13:00")) == []
    assert gaps_of(elsewhere(CHOIR), slot_at("choir", "12:05", "13:00")) == ()


def test_things_whose_dates_do_not_meet_do_not_clash() -> None:
    summer = slot_at("summer", "10:00", "12:00", last_date=date(2026, 12, 1))
    winter = slot_at("winter", "10:00", "12:00", first_date=date(2027, 1, 5))

    assert find_clashes_and_gaps((summer, winter), today=TODAY) == ((), ())


def test_a_short_gap_between_two_places_is_named() -> None:
    lunch = elsewhere(slot_at("lunch", "12:10", "14:00"))

    assert gaps_of(CHOIR, lunch) == (
        Gap(first=CHOIR, second=lunch, minutes=10, way=Way(), together=EVERY_WEEK),
    )


def test_a_gap_that_is_long_enough_is_not_named() -> None:
    assert gaps_of(CHOIR, elsewhere(slot_at("lunch", "13:00", "14:00"))) == ()


def test_no_time_is_needed_within_one_place() -> None:
    assert gaps_of(CHOIR, slot_at("lunch", "12:00", "14:00")) == ()


def test_an_end_that_nobody_told_leaves_the_gap_unknown_even_in_one_place() -> None:
    drop_in, lunch = slot_at("drop-in", "10:00"), slot_at("lunch", "13:00", "14:00")

    assert gaps_of(drop_in, lunch) == (
        Gap(first=drop_in, second=lunch, minutes=None, way=None, together=EVERY_WEEK),
    )


def test_the_way_to_the_last_thing_is_from_the_one_before_it() -> None:
    tea = slot_at("tea", "12:05", "12:20")
    online = a_slot("quiz", a_session(start="12:25", end="13:00", mode=Mode.ONLINE))

    found = [(gap.first, gap.second) for gap in gaps_of(CHOIR, tea, online)]

    assert found == [(tea, online)]


def test_what_is_not_every_week_is_no_stop_on_the_way() -> None:
    tea = slot_at("tea", "12:05", "12:20", repeats=Repeats.FORTNIGHTLY)
    online = a_slot("quiz", a_session(start="12:25", end="13:00", mode=Mode.ONLINE))

    found = [(gap.first, gap.second) for gap in gaps_of(CHOIR, tea, online)]

    assert found == [(CHOIR, online), (tea, online)]


def test_something_between_counts_from_a_start_when_no_end_is_told() -> None:
    drop_in = slot_at("drop-in", "10:00")
    tea, lunch = slot_at("tea", "11:00", "11:30"), slot_at("lunch", "12:00", "13:00")

    found = [(gap.first, gap.second) for gap in gaps_of(drop_in, tea, lunch)]

    assert found == [(drop_in, tea)]
