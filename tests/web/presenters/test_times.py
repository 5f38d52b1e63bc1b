from datetime import date, time

import pytest

from finder.domain.activity import Session
from finder.domain.vocabulary import Day, Repeats
from finder.web.presenters.times import (
    date_in_words,
    day_and_times,
    day_name,
    days_in_words,
    how_often,
    join_english,
    join_words,
    time_in_words,
    times_in_words,
    weeks_in_words,
)
from tests.builders import a_session

pytestmark = pytest.mark.usefixtures("english_page")

MON, TUE, WED, THU, FRI, SAT, SUN = Day


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("12:00", "12 noon"),
        ("12:30", "12.30pm"),
        ("00:00", "12am"),
        ("00:15", "12.15am"),
        ("09:30", "9.30am"),
        ("09:05", "9.05am"),
        ("10:00", "10am"),
        ("13:00", "1pm"),
        ("23:59", "11.59pm"),
    ],
)
def test_a_time_is_said_by_the_twelve_hour_clock(written: str, said: str) -> None:
    assert time_in_words(time.fromisoformat(written)) == said


@pytest.mark.usefixtures("arabic_page")
def test_in_another_language_a_time_and_a_day_are_as_that_language_has_them() -> None:
    assert time_in_words(time(14, 30)) == "2:30 بعد الظهر"
    assert day_name(MON) == "الاثنين"
    assert date_in_words(date(2026, 11, 3)) == "3 نوفمبر 2026"


@pytest.mark.parametrize(
    ("session", "said"),
    [
        pytest.param(a_session(start="10:00", end="15:00"), "10am to 3pm", id="both"),
        pytest.param(a_session(start="10:00", end=""), "Starts at 10am", id="no end"),
        pytest.param(a_session(start="", end=""), "", id="not told"),
    ],
)
def test_the_times_of_a_session(session: Session, said: str) -> None:
    assert times_in_words(session) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ([MON], "Monday"),
        ([THU, MON], "Monday and Thursday"),
        ([MON, TUE], "Monday and Tuesday"),
        ([MON, TUE, WED, THU, FRI], "Monday to Friday"),
        ([WED, TUE, THU], "Tuesday to Thursday"),
        ([MON, WED, FRI], "Monday, Wednesday and Friday"),
        ([SAT, SUN], "Saturday and Sunday"),
        ([SUN, MON, SUN], "Monday and Sunday"),
        (list(Day), "Monday to Sunday"),
    ],
)
def test_days_are_said_together(days: list[Day], said: str) -> None:
    assert days_in_words(days) == said


def test_the_name_of_a_day_can_be_short() -> None:
    assert [day_name(day, "abbreviated") for day in (MON, SUN)] == ["Mon", "Sun"]


def test_words_are_joined_as_the_page_speaks_or_in_english() -> None:
    assert join_words(["one"]) == join_english(["one"]) == "one"
    assert join_words(["one", "two", "three"]) == "one, two and three"
    assert join_words([]) == ""


WITH_AND = [
    (["Dydd Llun", "Dydd Iau"], "Dydd Llun a Dydd Iau"),
    (["bore", "Awst", "Ebrill"], "bore, Awst, ac Ebrill"),
    (["nofio", "ŵyn"], "nofio ac ŵyn"),
]


@pytest.mark.parametrize(("words", "joined"), WITH_AND)
@pytest.mark.usefixtures("welsh_page")
def test_welsh_says_and_as_the_next_word_begins(words: list[str], joined: str) -> None:
    assert join_words(words) == joined


@pytest.mark.usefixtures("arabic_page")
def test_english_words_are_joined_in_english_on_every_page() -> None:
    assert join_english(["Cooking", "Music"]) == "Cooking and Music"
    assert join_words(["Cooking", "Music"]) != "Cooking and Music"


def test_a_date_is_said_in_full() -> None:
    assert date_in_words(date(2026, 11, 3)) == "3 November 2026"


@pytest.mark.parametrize(
    ("session", "said"),
    [
        pytest.param(a_session(), "", id="weekly"),
        pytest.param(
            a_session(repeats=Repeats.FORTNIGHTLY), "It is every 2 weeks.", id="fortnightly"
        ),
        pytest.param(
            a_session(repeats=Repeats.MONTHLY, week_of_month=1),
            "It is in the first week of each month.",
            id="first week",
        ),
        pytest.param(
            a_session(repeats=Repeats.MONTHLY, week_of_month=3),
            "It is in the third week of each month.",
            id="third week",
        ),
        pytest.param(
            a_session(repeats=Repeats.MONTHLY, week_of_month=-1),
            "It is in the last week of each month.",
            id="last week",
        ),
        pytest.param(a_session(repeats=Repeats.MONTHLY), "It is once a month.", id="some week"),
        pytest.param(
            a_session(repeats=Repeats.ONCE, on_date=date(2026, 12, 5)),
            "It is once, on 5 December 2026.",
            id="once",
        ),
        pytest.param(a_session(repeats=Repeats.ONCE), "", id="once, not told when"),
    ],
)
def test_how_often_a_session_comes_round(session: Session, said: str) -> None:
    assert how_often(session) == said


@pytest.mark.parametrize(
    ("session", "said"),
    [
        pytest.param(a_session(), [], id="all the year"),
        pytest.param(a_session(weeks_a_year=52), [], id="52 weeks"),
        pytest.param(
            a_session(term_time=True, weeks_a_year=38),
            ["It stops in the school holidays.", "It is open 38 weeks a year."],
            id="terms",
        ),
        pytest.param(
            a_session(term_time=True, bank_holidays=False, weeks_a_year=38),
            [
                "It stops in the school holidays.",
                "It is closed on bank holidays.",
                "It is open 38 weeks a year.",
            ],
            id="closed on bank holidays",
        ),
        pytest.param(
            a_session(bank_holidays=True),
            ["It is open on bank holidays."],
            id="open on bank holidays",
        ),
        pytest.param(a_session(weeks_a_year=1), ["It is open 1 week a year."], id="one week"),
        pytest.param(
            a_session(first_date=date(2026, 9, 1), last_date=date(2026, 12, 1)),
            ["It goes from 1 September 2026 to 1 December 2026."],
            id="from and to",
        ),
        pytest.param(
            a_session(first_date=date(2027, 1, 5)), ["It starts on 5 January 2027."], id="from"
        ),
        pytest.param(
            a_session(last_date=date(2027, 1, 5)), ["It ends on 5 January 2027."], id="to"
        ),
    ],
)
def test_the_weeks_in_which_a_session_is_held(session: Session, said: list[str]) -> None:
    assert weeks_in_words(session) == said


@pytest.mark.parametrize(
    ("sessions", "said"),
    [
        pytest.param([a_session(TUE)], ("Tuesday", "10am to 12 noon"), id="one"),
        pytest.param(
            [a_session(TUE), a_session(THU)],
            ("Tuesday and Thursday", "10am to 12 noon"),
            id="the same time on two days",
        ),
        pytest.param(
            [a_session(TUE), a_session(TUE, "14:00", "16:00")],
            ("Tuesday", "10am to 12 noon, or 2pm to 4pm"),
            id="two times on one day",
        ),
        pytest.param(
            [a_session(TUE, f"{hour}:00", f"{hour + 1}:00") for hour in (10, 11, 12, 13)],
            ("Tuesday", "There are different times."),
            id="four times on one day",
        ),
        pytest.param(
            [a_session(TUE), a_session(THU, "14:00", "16:00")],
            ("Tuesday and Thursday", "There are different times."),
            id="another time on another day",
        ),
        pytest.param(
            [a_session(TUE, "", "")], ("Tuesday", "They did not tell us the times."), id="no times"
        ),
        pytest.param([a_session(None)], ("You pick the day", "10am to 12 noon"), id="no day"),
        pytest.param(
            [a_session(SAT, repeats=Repeats.MONTHLY, week_of_month=2)],
            ("Saturday", "10am to 12 noon. It is in the second week of each month."),
            id="monthly",
        ),
        pytest.param(
            [
                a_session(SAT, repeats=Repeats.ONCE, on_date=date(2026, 12, 5)),
                a_session(FRI, repeats=Repeats.ONCE, on_date=date(2026, 11, 27)),
            ],
            ("27 November 2026 and 5 December 2026", "10am to 12 noon"),
            id="two dates",
        ),
        pytest.param(
            [a_session(TUE), a_session(SAT, repeats=Repeats.ONCE, on_date=date(2026, 12, 5))],
            ("Tuesday, or 5 December 2026", "10am to 12 noon"),
            id="a day and a date",
        ),
        pytest.param(
            [a_session(TUE), a_session(None)],
            ("Tuesday, or you pick the day", "10am to 12 noon"),
            id="a day, and one that you pick",
        ),
    ],
)
def test_days_and_times_are_two_lines_of_a_card(
    sessions: list[Session], said: tuple[str, str]
) -> None:
    assert day_and_times(sessions) == said
