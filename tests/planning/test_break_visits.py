from datetime import date

import pytest

from finder.domain.activity import Availability, Session, Terms
from finder.domain.vocabulary import ActivityKind, Day, Mode, Pay, Repeats, SpaceState
from finder.planning.break_visits import Bringing, Offer, Reason, Visit, visits_of
from tests.builders import TODAY, a_price, a_session, an_activity
from tests.planning.break_offers import an_offer, at

TUESDAY = {Day.TUE: ((at("10:00"), at("15:00")),)}


def look(offer: Offer, *, without_carer: bool = False) -> tuple[tuple[Visit, ...], Reason | None]:
    return visits_of(offer, TUESDAY, today=TODAY, without_carer=without_carer)


def free_of(offer: Offer, *, without_carer: bool = False) -> list[tuple[Bringing, int, int]]:
    visits, _ = look(offer, without_carer=without_carer)
    return [(visit.bringing, visit.free_from, visit.free_until) for visit in visits]


def reason_of(offer: Offer) -> Reason | None:
    visits, reason = look(offer)
    assert visits == ()
    return reason


def test_a_ride_adds_its_time() -> None:
    # Three miles are likely to take 20 minutes (finder.planning.travel).
    offer = an_offer("club", "tue 11:00-13:00", miles=3, bus=True)

    assert free_of(offer) == [(Bringing.TRANSPORT, at("10:40"), at("13:20"))]


def test_a_way_that_the_carer_drives_takes_its_time_off_there_and_back() -> None:
    offer = an_offer("club", "tue 11:00-13:00", miles=3, bus=False)

    assert free_of(offer) == [(Bringing.CARER, at("11:20"), at("12:40"))]


def test_who_brings_is_counted_as_the_carer_when_it_is_not_told() -> None:
    offer = an_offer("club", "tue 11:00-13:00", miles=3, bus=None)

    assert free_of(offer) == [(Bringing.NOT_TOLD, at("11:20"), at("12:40"))]


def test_a_person_who_goes_without_the_carer_adds_the_time_of_the_way() -> None:
    for bus in (False, None):
        offer = an_offer("club", "tue 11:00-13:00", miles=3, bus=bus)

        assert free_of(offer, without_carer=True) == [
            (Bringing.WITHOUT_CARER, at("10:40"), at("13:20"))
        ]


def test_a_long_ride_counts_for_half_an_hour() -> None:
    offer = an_offer("club", "tue 11:00-13:00", miles=12, bus=True)

    ((visit,), _) = look(offer)

    assert visit.travel_minutes == 50
    assert (visit.free_from, visit.free_until) == (at("10:30"), at("13:30"))


def test_a_way_that_is_not_known_counts_for_nothing() -> None:
    offer = an_offer("club", "tue 11:00-13:00", miles=None, bus=False)

    ((visit,), _) = look(offer)

    assert visit.travel_minutes is None
    assert (visit.free_from, visit.free_until) == (at("11:00"), at("13:00"))


def test_a_helper_who_comes_to_the_home_needs_no_way() -> None:
    held = [a_session(Day.TUE, "11:00", "13:00", mode=Mode.AT_HOME)]
    offer = an_offer("sitting", held=held, miles=30, bus=None)

    ((visit,), _) = look(offer)

    assert visit.is_at_home
    assert (visit.travel_minutes, visit.free_from, visit.free_until) == (
        0,
        at("11:00"),
        at("13:00"),
    )


@pytest.mark.parametrize(
    ("offer", "reason"),
    [
        pytest.param(an_offer("a", "wed 10:00-15:00"), None, id="another day"),
        pytest.param(an_offer("a", "tue 16:00-18:00"), None, id="another time"),
        pytest.param(an_offer("a", "tue 14:50-18:00"), None, id="ten minutes of it"),
        pytest.param(
            an_offer("a", held=[a_session(Day.TUE, last_date=date(2026, 11, 20))]),
            None,
            id="it is over",
        ),
        pytest.param(
            an_offer("a", held=[a_session(None, last_date=date(2026, 11, 20))]),
            None,
            id="it is over, on whatever day",
        ),
        pytest.param(
            an_offer("a", held=[a_session(None, "18:00", "20:00")]),
            None,
            id="you pick the day, and the time is another",
        ),
        pytest.param(
            an_offer("a", held=[a_session(None, "10:00", "12:00")]),
            Reason.PICK_DAY,
            id="you pick the day",
        ),
        pytest.param(
            an_offer("a", held=[a_session(None, "", "")]),
            Reason.PICK_DAY,
            id="you pick the day and the time",
        ),
        pytest.param(an_offer("a"), Reason.NO_TIMES, id="there are no sessions"),
        pytest.param(
            an_offer("a", timing_note="You pick."), Reason.PICK_DAY, id="a note says that you pick"
        ),
        pytest.param(
            an_offer("a", held=[a_session(Day.TUE, "10:00", "")]),
            Reason.NO_TIMES,
            id="nobody told when it ends",
        ),
        pytest.param(
            an_offer("a", held=[a_session(Day.TUE, repeats=Repeats.FORTNIGHTLY)]),
            Reason.NOT_WEEKLY,
            id="every two weeks",
        ),
        pytest.param(
            an_offer("a", held=[a_session(None, on_date=date(2026, 12, 1))]),
            Reason.NOT_WEEKLY,
            id="once, on a Tuesday",
        ),
        pytest.param(
            an_offer("a", held=[a_session(None, on_date=date(2026, 11, 3))]),
            None,
            id="once, and it is over",
        ),
        pytest.param(
            an_offer("a", can_leave=None, held=[a_session(Day.TUE, mode=Mode.ONLINE)]),
            Reason.ASK_TO_LEAVE,
            id="online, and nobody told whether a carer can leave",
        ),
        pytest.param(
            an_offer("a", "tue 10:00-15:00", space=SpaceState.FULL), Reason.FULL, id="full"
        ),
        pytest.param(
            an_offer("a", "tue 10:00-15:00", can_leave=False, space=SpaceState.FULL),
            Reason.CARER_STAYS,
            id="the carer has to stay",
        ),
        pytest.param(
            an_offer("a", "wed 10:00-15:00", can_leave=False),
            None,
            id="the carer has to stay, at another time",
        ),
        pytest.param(
            an_offer("a", "tue 10:00-15:00", miles=18, bus=True),
            Reason.TOO_FAR,
            id="more than an hour away",
        ),
        pytest.param(
            an_offer("a", "tue 10:00-11:00", miles=5, bus=False),
            Reason.TOO_FAR,
            id="the way takes the break",
        ),
        pytest.param(
            an_offer(
                "a",
                held=[
                    a_session(Day.TUE, repeats=Repeats.MONTHLY, week_of_month=1),
                    a_session(Day.TUE, "10:00", ""),
                ],
            ),
            Reason.NO_TIMES,
            id="for two reasons",
        ),
    ],
)
def test_what_gives_no_break_says_why(offer: Offer, reason: Reason | None) -> None:
    assert reason_of(offer) == reason


def test_only_the_sessions_in_the_windows_are_visits() -> None:
    offer = an_offer("club", "tue 10:00-12:00", "wed 10:00-12:00", "tue 14:50-16:00")

    visits, reason = look(offer)

    assert reason is None
    assert [visit.session for visit in visits] == list(offer.activity.sessions[:1])


def test_half_of_a_short_window_is_worth_it() -> None:
    short = {Day.TUE: ((at("10:00"), at("10:40")),)}
    offer = an_offer("club", "tue 10:20-12:00", miles=None)

    visits, _ = visits_of(offer, short, today=TODAY, without_carer=False)

    assert len(visits) == 1


@pytest.mark.parametrize(
    ("kind", "held", "is_stay"),
    [
        pytest.param(ActivityKind.SHORT_BREAK, ("10:00", "16:00"), False, id="a Saturday"),
        pytest.param(ActivityKind.SHORT_BREAK, ("16:00", ""), True, id="a night"),
        pytest.param(ActivityKind.SHARED_LIVES, ("", ""), True, id="no times"),
        pytest.param(ActivityKind.CLUB, ("16:00", ""), False, id="a club"),
    ],
)
def test_a_stay_is_a_short_break_without_an_end(
    kind: ActivityKind, held: tuple[str, str], is_stay: bool
) -> None:
    sessions: list[Session] = [a_session(Day.SAT, *held), a_session(Day.SUN, "10:00", "16:00")]

    assert an_offer("a", held=sessions, kind=kind).is_stay is is_stay


def test_everything_that_a_carer_decides_by_can_be_unknown() -> None:
    told = an_offer("a", "tue 10:00-12:00")
    waiting = an_offer("a", "tue 10:00-12:00", space=SpaceState.WAITING_LIST)
    free = Offer(
        activity=an_activity(prices=(), pay=(Pay.FREE,), terms=Terms(late_pick_up="Phone us.")),
        miles=1,
    )
    nothing = Offer(activity=an_activity(prices=(a_price(None),)), not_told=2, is_sure=False)
    asked = Offer(
        activity=an_activity(availability=Availability(state=SpaceState.FULL, said_on=TODAY))
    )

    every = (told, waiting, free, nothing, asked)

    assert [each.unknowns for each in every] == [0, 1, 3, 8, 4]
