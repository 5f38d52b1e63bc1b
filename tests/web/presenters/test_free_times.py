import pytest
from werkzeug.datastructures import MultiDict

from finder.domain.query import Ignored
from finder.domain.vocabulary import Day
from finder.planning.break_windows import Window
from finder.web.presenters.free_times import (
    MOST_WINDOWS,
    ExactTimes,
    clock,
    clock_digits,
    parts_of,
    read_days,
    read_exact,
    read_windows,
    stretch_in_words,
    window_in_words,
    written_window,
)
from tests.planning.break_offers import a_window

pytestmark = pytest.mark.usefixtures("english_page")

TUESDAY = a_window(Day.TUE, "10:00", "15:00")


def test_times_of_an_address_are_read_and_written_alike() -> None:
    windows, ignored = read_windows(["thu:1200-2400", "TUE:1000-1200", " tue:1200-1500 "])

    assert (windows, ignored) == ((TUESDAY, a_window(Day.THU, "12:00", "24:00")), ())
    assert [written_window(each) for each in windows] == ["tue:1000-1500", "thu:1200-2400"]
    assert read_windows(written_window(each) for each in windows) == (windows, ())


@pytest.mark.parametrize(
    "value",
    [
        "",
        "tue",
        "day:1000-1500",
        "tue:1500-1000",
        "tue:1000-1000",
        "tue:1000-2401",
        "tue:1060-1500",
    ],
)
def test_a_time_that_is_broken_is_left_out_and_said(value: str) -> None:
    assert read_windows([value]) == ((), (Ignored("free", value),))


def test_no_address_has_more_times_than_a_week_needs() -> None:
    many = [f"tue:{hour:02d}00-{hour:02d}30" for hour in range(24)]

    windows, ignored = read_windows(many)

    assert len(windows) == MOST_WINDOWS
    assert ignored == tuple(Ignored("free", value) for value in many[MOST_WINDOWS:])


def test_the_days_are_those_that_were_picked_or_else_those_of_the_times() -> None:
    picked = MultiDict([("day", "thu"), ("day", "mon"), ("day", "weekday")])

    assert read_days(picked, [TUESDAY]) == (Day.MON, Day.THU)
    assert read_days(MultiDict(), [TUESDAY]) == (Day.TUE,)


@pytest.mark.parametrize(
    ("start", "end", "window"),
    [
        pytest.param("10:00", "15:00", ("10:00", "15:00"), id="as a browser sends it"),
        pytest.param("10am", "2.30pm", ("10:00", "14:30"), id="as people write it"),
        pytest.param("10", "3", ("10:00", "15:00"), id="numbers alone"),
        pytest.param("2", "4:15 pm", ("14:00", "16:15"), id="both after noon"),
        pytest.param("06:00", "0830", ("6:00", "8:30"), id="early"),
        pytest.param("12 am", "12PM.", ("0:00", "12:00"), id="midnight and noon"),
        pytest.param("14h30", "24", ("14:30", "24:00"), id="until the end of the day"),
    ],
)
def test_exact_times_are_read_as_people_write_them(
    start: str, end: str, window: tuple[str, str]
) -> None:
    args = MultiDict([("from-tue", start), ("to-tue", f" {end} ")])

    assert read_exact(args, Day.TUE) == (
        ExactTimes(start=start, end=end),
        a_window(Day.TUE, *window),
    )


@pytest.mark.parametrize(
    ("start", "end", "problem"),
    [
        ("", "15:00", "Write both times, for example 10am and 2.30pm."),
        ("soon", "15:00", "Write both times, for example 10am and 2.30pm."),
        ("10:00", "25:00", "Write both times, for example 10am and 2.30pm."),
        ("10:75", "15:00", "Write both times, for example 10am and 2.30pm."),
        ("13pm", "15:00", "Write both times, for example 10am and 2.30pm."),
        ("15:00", "10:00", "The second time has to be later than the first."),
    ],
)
def test_times_that_cannot_be_used_say_why(start: str, end: str, problem: str) -> None:
    args = MultiDict([("from-tue", start), ("to-tue", end)])

    assert read_exact(args, Day.TUE) == (ExactTimes(start=start, end=end, problem=problem), None)


def test_a_day_without_exact_times_has_none() -> None:
    assert read_exact(MultiDict([("from-mon", "10")]), Day.TUE) == (ExactTimes(), None)


def test_times_in_words() -> None:
    assert window_in_words(TUESDAY) == "Tuesday, 10am to 3pm"
    assert stretch_in_words((720, 1440)) == "12 noon to midnight"
    assert (clock(0), clock(615), clock_digits(615)) == ("12am", "10.15am", "10:15")


@pytest.mark.parametrize(
    ("times", "parts"),
    [
        pytest.param([("9:00", "12:00")], {"morning"}, id="the morning"),
        pytest.param([("9:00", "17:00")], {"all-day"}, id="all day"),
        pytest.param(
            [("9:00", "21:00")], {"morning", "afternoon", "evening"}, id="from morning to evening"
        ),
        pytest.param(
            [("9:00", "12:00"), ("17:00", "21:00")], {"morning", "evening"}, id="not at noon"
        ),
        pytest.param([("10:00", "15:00")], set(), id="other times"),
        pytest.param([("9:00", "12:30")], set(), id="the morning and more"),
        pytest.param([], set(), id="nothing"),
    ],
)
def test_the_parts_of_a_day_that_stand_for_its_times(
    times: list[tuple[str, str]], parts: set[str]
) -> None:
    windows = [a_window(Day.TUE, *each) for each in times]
    windows.append(Window(day=Day.WED, start=540, end=720))

    assert parts_of(windows, Day.TUE) == parts
