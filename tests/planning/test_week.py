from datetime import date

from finder.domain.vocabulary import Day, Repeats
from finder.planning.slots import Slot
from finder.planning.week import PlannedDay, Week, plan_week
from tests.builders import TODAY, a_session
from tests.planning.week_slots import attended

MON, TUE, WED, THU, FRI, SAT, SUN = Day


def names_of(slots: tuple[Slot, ...]) -> list[str]:
    return [slot.activity.name for slot in slots]


def on_day(week: Week, day: Day) -> PlannedDay:
    return next(each for each in week.days if each.day is day)


def test_a_week_without_anything_has_seven_empty_days() -> None:
    assert plan_week([], today=TODAY) == Week(days=tuple(PlannedDay(day=day) for day in Day))


def test_slots_stand_on_their_days_in_the_order_of_time() -> None:
    choir = attended("choir", a_session(TUE, "14:00", "15:00"), a_session(FRI))
    garden = attended("garden", a_session(TUE, "09:00", "11:00"))
    lunch = attended("lunch", a_session(TUE, "09:00", "10:00"))

    week = plan_week([choir, garden, lunch], today=TODAY)

    assert names_of(on_day(week, TUE).timed) == ["Lunch", "Garden", "Choir"]
    assert names_of(on_day(week, FRI).timed) == ["Choir"]
    assert on_day(week, WED) == PlannedDay(day=WED)


def test_of_two_that_start_together_the_first_by_name_comes_first() -> None:
    week = plan_week(
        [attended("swim", a_session(start="10:00", end="")), attended("art", a_session())],
        today=TODAY,
    )

    assert names_of(on_day(week, TUE).timed) == ["Swim", "Art"]


def test_slots_without_times_are_apart() -> None:
    week = plan_week([attended("choir", a_session(TUE, "", ""))], today=TODAY)

    assert on_day(week, TUE).timed == ()
    assert names_of(on_day(week, TUE).untold) == ["Choir"]


def test_what_has_a_date_is_not_in_the_days_and_stands_in_the_order_of_dates() -> None:
    later, sooner = a_session(SAT, on_date=date(2027, 2, 20)), a_session(on_date=date(2026, 12, 1))

    week = plan_week([attended("show", later), attended("trip", sooner)], today=TODAY)

    assert names_of(week.dated) == ["Trip", "Show"]
    assert all(day == PlannedDay(day=day.day) for day in week.days)


def test_what_has_a_date_can_clash_with_what_is_held_every_week() -> None:
    trip = attended("trip", a_session(on_date=date(2026, 12, 1)))

    week = plan_week([trip, attended("choir", a_session())], today=TODAY)

    assert [(clash.first.activity.name, clash.second.activity.name) for clash in week.clashes] == [
        ("Choir", "Trip")
    ]


def test_things_without_a_day_are_apart() -> None:
    week = plan_week([attended("walk", a_session(None))], today=TODAY)

    assert names_of(week.any_day) == ["Walk"]


def test_things_that_name_no_sessions_and_things_that_are_over_are_named() -> None:
    knitting = attended("knitting")
    summer = attended("summer", a_session(last_date=date(2026, 9, 1)))

    week = plan_week([knitting, summer], today=TODAY)

    assert (week.not_told, week.over) == ((knitting,), (summer,))


def test_clashes_and_gaps_stand_in_the_order_of_the_week() -> None:
    choir = attended("choir", a_session(WED), a_session(MON))
    garden = attended("garden", a_session(MON), a_session(WED))
    tea = attended(
        "tea", a_session(THU, "10:00", ""), a_session(MON, "12:10", "13:00", place_id="")
    )
    lunch = attended("lunch", a_session(THU, "12:00", "13:00"))

    week = plan_week([choir, garden, tea, lunch], today=TODAY)

    assert [clash.first.day for clash in week.clashes] == [MON, WED]
    assert [(gap.first.activity.name, gap.second.activity.name) for gap in week.gaps] == [
        ("Choir", "Tea"),
        ("Garden", "Tea"),
        ("Tea", "Lunch"),
    ]


def test_slots_without_times_neither_clash_nor_leave_gaps() -> None:
    untold = attended("choir", a_session(TUE, "", ""))

    week = plan_week([untold, attended("garden", a_session())], today=TODAY)

    assert (week.clashes, week.gaps) == ((), ())


def test_how_often_something_comes_round_stays_with_its_slot() -> None:
    disco = attended("disco", a_session(FRI, repeats=Repeats.MONTHLY, week_of_month=-1))

    week = plan_week([disco], today=TODAY)

    assert [slot.session.repeats for slot in on_day(week, FRI).timed] == [Repeats.MONTHLY]
