from finder.domain.vocabulary import ActivityKind, Day, SpaceState
from finder.planning.break_visits import Reason
from finder.planning.breaks import (
    Apart,
    BreakPlan,
    CoveredWindow,
    days_of,
    plan_breaks,
)
from tests.builders import TODAY, a_session
from tests.planning.break_offers import a_window, an_offer, at

TUESDAY = a_window(Day.TUE, "10:00", "15:00")
THURSDAY = a_window(Day.THU, "12:00", "17:00")


def test_a_plan_says_what_covers_which_part_and_what_is_left() -> None:
    club = an_offer("club", "tue 9:30-13:00", "thu 13:00-18:00", bus=False, miles=3)

    plan = plan_breaks([club], [THURSDAY, TUESDAY], today=TODAY)

    (only,) = plan.sets
    tuesday, thursday = only.visits
    assert only.windows == (
        CoveredWindow(
            window=TUESDAY,
            visits=(tuesday,),
            free=((at("10:00"), at("12:40")),),
            open=((at("12:40"), at("15:00")),),
        ),
        CoveredWindow(
            window=THURSDAY,
            visits=(thursday,),
            free=((at("13:20"), at("17:00")),),
            open=((at("12:00"), at("13:20")),),
        ),
    )
    assert (only.minutes, plan.minutes) == (160 + 220, 600)
    assert only.offers == (club,)
    assert only.visits_to(club) == only.visits


def test_one_session_can_be_in_two_windows() -> None:
    windows = [a_window(Day.TUE, "10:00", "11:00"), a_window(Day.TUE, "14:00", "15:00")]
    club = an_offer("club", "tue 10:00-15:00")

    (only,) = plan_breaks([club], windows, today=TODAY).sets

    (visit,) = only.visits
    assert [(each.visits, each.minutes, each.open) for each in only.windows] == [
        ((visit,), 60, ()),
        ((visit,), 60, ()),
    ]


def test_windows_that_meet_are_one() -> None:
    windows = [a_window(Day.TUE, "10:00", "12:00"), a_window(Day.TUE, "12:00", "15:00")]

    assert plan_breaks([], windows, today=TODAY) == BreakPlan(windows=(TUESDAY,))
    assert days_of([THURSDAY, *windows]) == (Day.TUE, Day.THU)


def test_nothing_is_dropped_silently() -> None:
    pick = an_offer("pick", held=[a_session(None, "", "")], miles=5)
    ask = an_offer("ask", held=[a_session(Day.TUE, "10:00", "")], miles=2)
    full = an_offer("full", "tue 10:00-15:00", miles=1, space=SpaceState.FULL)
    stay = an_offer("stay", "tue 10:00-15:00", can_leave=False, is_sure=False)
    night = an_offer("night", held=[a_session(Day.TUE, "10:00", "")], kind=ActivityKind.SHORT_BREAK)
    other = an_offer("other", "fri 10:00-15:00")

    plan = plan_breaks([other, stay, night, pick, full, ask], [TUESDAY], today=TODAY)

    assert plan == BreakPlan(
        windows=(TUESDAY,),
        apart=(
            Apart(offer=full, reason=Reason.FULL),
            Apart(offer=ask, reason=Reason.NO_TIMES),
            Apart(offer=pick, reason=Reason.PICK_DAY),
            Apart(offer=stay, reason=Reason.CARER_STAYS),
        ),
    )


def test_the_sure_ones_come_by_themselves_and_the_others_when_they_cover_more() -> None:
    sure = an_offer("sure", "tue 10:00-12:00", bus=False, miles=None)
    ask = an_offer("ask", "tue 10:00-15:00", is_sure=False, not_told=1)
    less = an_offer("less", "tue 10:00-12:10", is_sure=False, not_told=1)

    plan = plan_breaks([sure, ask], [TUESDAY], today=TODAY)
    no_better = plan_breaks([sure, less], [TUESDAY], today=TODAY)
    only_ask = plan_breaks([ask], [TUESDAY], today=TODAY)

    assert [each.offers for each in plan.sets] == [(sure,)]
    assert [each.offers for each in plan.ask_sets] == [(ask,)]
    assert (len(no_better.sets), no_better.ask_sets) == (1, ())
    assert (only_ask.sets, [each.offers for each in only_ask.ask_sets]) == ((), [(ask,)])


def test_a_set_has_no_more_activities_than_asked_for() -> None:
    offers = [an_offer(day, f"{day} 10:00-15:00") for day in ("mon", "tue", "wed", "thu")]
    windows = [a_window(day, "10:00", "15:00") for day in tuple(Day)[:4]]

    sizes = {
        most: len(plan_breaks(offers, windows, today=TODAY, most_activities=most).sets[0].offers)
        for most in (1, 2, 3)
    }

    assert sizes == {1: 1, 2: 2, 3: 3}
    assert len(plan_breaks(offers, windows, today=TODAY, most_sets=1).sets) == 1


def test_a_person_who_goes_alone_gives_the_time_of_the_way() -> None:
    club = an_offer("club", "tue 11:00-13:00", bus=False, miles=3)

    with_carer = plan_breaks([club], [TUESDAY], today=TODAY)
    alone = plan_breaks([club], [TUESDAY], today=TODAY, without_carer=True)

    assert [with_carer.sets[0].minutes, alone.sets[0].minutes] == [80, 160]
