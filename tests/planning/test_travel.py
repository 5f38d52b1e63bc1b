import pytest

from finder.domain.activity import Session
from finder.domain.place import Place
from finder.domain.vocabulary import Mode
from finder.planning.slots import Slot
from finder.planning.travel import Way, likely_minutes, way_between
from tests.builders import ASHFORD, a_place, a_session, an_online_place
from tests.planning.week_slots import a_slot

HERE, ONLINE = a_place(), a_session(mode=Mode.ONLINE)
THERE = a_place("there", name="The Mill", address="9 Far Road", postcode="TN23 1AA", point=ASHFORD)


def slot_in(place: Place | None, session: Session | None = None) -> Slot:
    """Return a slot in a place, or in one that nobody told."""
    if place is None:
        return a_slot(session=a_session(place_id=""), places=())
    return a_slot(session=session or a_session(place_id=place.place_id), places=(place,))


@pytest.mark.parametrize(
    ("miles", "minutes"), [(0, 15), (1, 15), (1.6, 15), (2, 16), (3, 19), (10, 40), (20, 70)]
)
def test_a_way_takes_so_long_from_door_to_door(miles: float, minutes: int) -> None:
    assert likely_minutes(miles) == minutes


def test_the_way_between_two_places_is_measured() -> None:
    way = way_between(slot_in(HERE), slot_in(THERE))

    assert way is not None
    assert way.miles == pytest.approx(17.6, abs=0.1)
    assert way.minutes == 64


@pytest.mark.parametrize(
    "place",
    [
        pytest.param(HERE, id="the very same"),
        pytest.param(a_place("room-2", name="Room 2"), id="another name for one postcode"),
    ],
)
def test_nobody_travels_within_one_place(place: Place) -> None:
    assert way_between(slot_in(HERE), slot_in(place)) is None


def test_nobody_travels_between_two_things_at_home() -> None:
    online = slot_in(an_online_place("hall"), ONLINE)
    at_home = a_slot(session=a_session(mode=Mode.AT_HOME, place_id=""), places=())

    assert way_between(online, at_home) is None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(slot_in(HERE), slot_in(None), id="a place that nobody told"),
        pytest.param(
            slot_in(HERE), slot_in(a_place("x", postcode="", point=None)), id="no point is known"
        ),
        pytest.param(slot_in(HERE), slot_in(HERE, ONLINE), id="from there to the person's home"),
    ],
)
def test_a_way_that_nobody_knows_is_not_guessed(a: Slot, b: Slot) -> None:
    assert way_between(a, b) == Way()
    assert way_between(b, a) == Way()


def test_a_gap_is_compared_with_the_way() -> None:
    way = Way(miles=3, minutes=19)

    assert [way.is_too_long_for(minutes) for minutes in (0, 18, 19, 40)] == [
        True,
        True,
        False,
        False,
    ]
    assert [Way().is_too_long_for(minutes) for minutes in (0, 59, 60)] == [True, True, False]
