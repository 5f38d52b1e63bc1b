"""Free text about times, read as sessions where it says them for sure."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.domain.vocabulary import Day, Repeats
from finder.importing.directories.times import SessionTime, TimesRead, read_times

MON, TUE, WED, THU, FRI, SAT, SUN = Day
WEEKDAYS = (MON, TUE, WED, THU, FRI)
TEN, NOON, TWO = time(10), time(12), time(14)


def a_time(*days: Day, start: time | None = TEN, end: time | None = NOON, **more: object) -> object:
    return SessionTime(days=days, start=start, end=end, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "sessions"),
    [
        ("10am - 12pm every Monday", [a_time(MON)]),
        ("10.00 a.m. – 12 noon on Mondays", [a_time(MON)]),
        ("Every week on Monday, 10am to midday", [a_time(MON)]),
        ("Mon 10-12pm", [a_time(MON)]),
        ("Mon 09:30-14:30", [a_time(MON, start=time(9, 30), end=time(14, 30))]),
        ("Mon 10:00 - 14:00", [a_time(MON, end=TWO)]),
        ("Mon 10am-2", [a_time(MON, end=TWO)]),
        ("Mondays 5-6:15pm", [a_time(MON, start=time(17), end=time(18, 15))]),
        ("Mondays 10am", [a_time(MON, end=None)]),
        ("Mondays 09:30", [a_time(MON, start=time(9, 30), end=None)]),
        ("Mondays", [a_time(MON, start=None, end=None)]),
        ("Monday to Friday 10am-12pm", [a_time(*WEEKDAYS)]),
        ("Weekdays 10am-12pm", [a_time(*WEEKDAYS)]),
        ("10am-12pm Mon, Tue, Thu & Fri", [a_time(MON, TUE, THU, FRI)]),
        ("every day 10am-12pm", [a_time(*Day)]),
        ("every weekend 10am-12pm", [a_time(SAT, SUN)]),
        (
            "10am-12pm Mondays; 2-4pm Wednesdays",
            [a_time(MON), a_time(WED, start=TWO, end=time(16))],
        ),
        (
            "Mondays 10am-12pm, Wednesdays and Fridays 2pm-4pm",
            [a_time(MON), a_time(WED, FRI, start=TWO, end=time(16))],
        ),
        (
            "10am-12pm 2nd Sunday of the month",
            [a_time(SUN, repeats=Repeats.MONTHLY, week_of_month=2)],
        ),
        (
            "Last Tuesday of each month",
            [a_time(TUE, start=None, end=None, repeats=Repeats.MONTHLY, week_of_month=-1)],
        ),
        (
            "10am-12pm every 1st and 3rd Thursday",
            [
                a_time(THU, repeats=Repeats.MONTHLY, week_of_month=1),
                a_time(THU, repeats=Repeats.MONTHLY, week_of_month=3),
            ],
        ),
        (
            "10am-12pm every second Thursday of the month",
            [a_time(THU, repeats=Repeats.MONTHLY, week_of_month=2)],
        ),
        ("Monthly on Mondays, 10am-12pm", [a_time(MON, repeats=Repeats.MONTHLY)]),
        ("Every other Friday 10am-12pm", [a_time(FRI, repeats=Repeats.FORTNIGHTLY)]),
        ("Fridays fortnightly 10am-12pm", [a_time(FRI, repeats=Repeats.FORTNIGHTLY)]),
        ("10am-12pm Mondays (term time only)", [a_time(MON, term_time=True)]),
        ("10am-12pm Mondays, term-time", [a_time(MON, term_time=True)]),
        ("10am-12pm Mondays (Oct-Mar)", [a_time(MON, note="Oct-Mar.")]),
        ("10am-12pm Monday mornings", [a_time(MON)]),
        ("Monday mornings", [a_time(MON, start=None, end=None, note="Mornings.")]),
        ("10am-12pm Mondays ()", [a_time(MON)]),
    ],
)
def test_times_that_are_sure(text: str, sessions: list[SessionTime]) -> None:
    assert read_times(text) == TimesRead(sessions=tuple(sessions))


@pytest.mark.parametrize(
    ("text", "why_not"),
    [
        ("", "It names no days."),
        ("10am-12pm", "It names no days."),
        ("Weekly", "It names no days."),
        ("Check the website", "“check the website” is not understood."),
        ("5th Monday of the month", "“5th monday of the month” is not understood."),
        ("Mondays in August", "“august” is not understood."),
        ("every other day", "“day” is not understood."),
        ("Mondays 6-8", "Times without am or pm can be either."),
        ("Mondays 10:30 - 12:30", "Times without am or pm can be either."),
        ("Mondays 10:30", "A time without am or pm can be either."),
        ("Mondays 12pm-10am", "It ends before it starts."),
        ("Mondays 14:00-13:00", "It ends before it starts."),
        ("Mondays 11pm-11", "It ends before it starts."),
        ("Mondays 13pm", "There is no 13 o'clock pm."),
        ("Mondays 25:00", "There is no time 25:00."),
        ("Mondays 10:75am", "There is no time 10:75."),
        ("Sat-Mon 10am", "sat to mon goes over the end of the week."),
        ("every second Friday", "“Every second” can be every other week, or once a month."),
        ("Monday 10am-12pm and 2pm-4pm", "It does not say which days the times go with."),
        ("Mon 10am-12pm, 2pm-4pm Tue", "It does not say which times the days go with."),
        ("Mondays (not 3 May) 10am", "“not 3 May” can change the times."),
        ("1st Monday and Friday", "It does not say which of the days are once a month."),
        ("1st weekdays of the month", "It does not say which of the days are in which week."),
        ("Every other 1st Monday", "It says every other week, and a week of the month."),
        ("Monday and Friday fortnightly", "It does not say which days are every other week."),
        ("Mondays weekly, Fridays monthly", "It says every week, and every month."),
        ("Mondays and every", "It ends in the middle."),
        ("Mondays 10am " * 15, "It names too many times."),
        ("Mondays " * 50, "It is too long to be only times."),
    ],
)
def test_times_that_are_not_sure(text: str, why_not: str) -> None:
    assert read_times(text) == TimesRead(why_not=why_not)


@given(
    st.lists(
        st.sampled_from(
            ["mon", "tuesdays", "10am", "2-4pm", "every", "1st", "of the month", "(x)", ";", "6"]
        ),
        max_size=8,
    ).map(" ".join)
    | st.text(max_size=60)
)
def test_no_text_breaks_it(text: str) -> None:
    read = read_times(text)

    assert bool(read.sessions) is not bool(read.why_not)
    for session in read.sessions:
        assert session.days
        assert session.end is None or (session.start is not None and session.start < session.end)
