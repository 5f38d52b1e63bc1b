"""Calendar files, read by a library that did not write them."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from finder.documents.calendar import CalendarEvent, make_calendar
from finder.domain.place import Point

LONDON = ZoneInfo("Europe/London")
MADE_AT = datetime(2026, 11, 21, 12, 30, tzinfo=UTC)
TUESDAYS = tuple(date(2026, 11, 24) + timedelta(weeks=number) for number in range(53))
INJECTION = "\r\nBEGIN:VALARM\nTRIGGER:-PT5M\u2028END:VCALENDAR\x85X-A:1\x00\x0b\x1b\u202e\u2066b"


def an_event(**about: Any) -> CalendarEvent:
    """Return an event from 10am to 12 noon, with any field changed."""
    told = {
        "uid": "cooking",
        "summary": "Cooking Together",
        "dates": TUESDAYS,
        "start": time(10),
        "end": time(12),
    }
    return CalendarEvent(**{**told, **about})


def lines_of(*events: CalendarEvent, name: str = "Things to do", **about: str) -> list[str]:
    """Return the lines of a file, with those that were folded put together again."""
    file = make_calendar(name, events, made_at=MADE_AT, **about)
    return file.decode().replace("\r\n ", "").split("\r\n")


def the_event(lines: Iterable[str]) -> list[str]:
    """Return the lines of the only event, sorted."""
    (event,) = "\n".join(lines).split("BEGIN:VEVENT\n")[1:]
    return sorted(event.partition("\nEND:VEVENT")[0].split("\n"))


def read(*events: CalendarEvent) -> Any:
    """Return what another library reads of the file."""
    return vobject.readOne(make_calendar("Things to do", events, made_at=MADE_AT).decode())


def times_of(event: Any) -> list[datetime]:
    """Return when an event that was read is held."""
    rules = event.getrruleset(addRDate=True)
    return list(rules) if rules is not None else [event.dtstart.value]


def test_a_file_without_events_has_all_that_a_calendar_needs() -> None:
    assert lines_of() == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Activity Finder//Calendar//EN",
        "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:Things to do",
        "X-WR-TIMEZONE:Europe/London",
        "BEGIN:VTIMEZONE",
        "TZID:Europe/London",
        "BEGIN:DAYLIGHT",
        "DTSTART:20020331T010000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "TZNAME:BST",
        "TZOFFSETFROM:+0000",
        "TZOFFSETTO:+0100",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20021027T020000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "TZNAME:GMT",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0000",
        "END:STANDARD",
        "END:VTIMEZONE",
        "END:VCALENDAR",
        "",
    ]


def test_a_file_may_say_what_is_not_in_it() -> None:
    assert "X-WR-CALDESC:Not here: tea\\, and a quiz.\\nAsk them." in lines_of(
        description="Not here: tea, and a quiz.\nAsk them."
    )


def test_an_event_says_everything_that_is_told() -> None:
    event = an_event(
        description="You cook; you eat.\nPhone: 01632 960 200",
        location="The Green Hall, Maidstone",
        url="https://things.example.org/kent/activities/cooking-together?lang=cy",
        point=Point(51.27859812, -0.522312),
        dates=TUESDAYS[:1],
    )

    assert the_event(lines_of(event)) == [
        "DESCRIPTION:You cook\\; you eat.\\nPhone: 01632 960 200",
        "DTEND;TZID=Europe/London:20261124T120000",
        "DTSTAMP:20261121T123000Z",
        "DTSTART;TZID=Europe/London:20261124T100000",
        "GEO:51.278598;-0.522312",
        "LOCATION:The Green Hall\\, Maidstone",
        "SUMMARY:Cooking Together",
        "UID:cooking",
        "URL:https://things.example.org/kent/activities/cooking-together?lang=cy",
    ]


def test_what_is_not_told_is_not_in_an_event() -> None:
    event = an_event(dates=TUESDAYS[:1], end=None)

    assert the_event(lines_of(event)) == [
        "DTSTAMP:20261121T123000Z",
        "DTSTART;TZID=Europe/London:20261124T100000",
        "SUMMARY:Cooking Together",
        "UID:cooking",
    ]


def test_an_event_without_a_time_is_one_of_the_whole_day_that_takes_nothing_up() -> None:
    event = an_event(dates=TUESDAYS[:4:2], start=None, end=None)

    assert the_event(lines_of(event)) == [
        "DTEND;VALUE=DATE:20261125",
        "DTSTAMP:20261121T123000Z",
        "DTSTART;VALUE=DATE:20261124",
        "RRULE:FREQ=WEEKLY;UNTIL=20261208;INTERVAL=2",
        "SUMMARY:Cooking Together",
        "TRANSP:TRANSPARENT",
        "UID:cooking",
    ]


def test_an_event_without_dates_is_left_out() -> None:
    assert lines_of(an_event(dates=())) == lines_of()


def test_weekly_dates_are_a_rule_to_the_last_in_universal_time_without_what_is_left_out() -> None:
    # The last is on 25 May, when the clocks are an hour ahead.
    dates = tuple(day for day in TUESDAYS[:27] if day.month != 12)

    event = the_event(lines_of(an_event(dates=dates)))

    assert "RRULE:FREQ=WEEKLY;UNTIL=20270525T090000Z;INTERVAL=1" in event
    assert (
        "EXDATE;TZID=Europe/London:20261201T100000,20261208T100000,20261215T100000,"
        "20261222T100000,20261229T100000"
    ) in event


def test_the_week_of_a_month_is_a_rule() -> None:
    dates = (date(2026, 11, 27), date(2026, 12, 25), date(2027, 1, 29), date(2027, 2, 26))

    event = the_event(lines_of(an_event(dates=dates)))

    assert "RRULE:FREQ=MONTHLY;UNTIL=20270226T100000Z;BYDAY=-1FR" in event


def test_dates_without_a_rule_are_listed() -> None:
    event = the_event(lines_of(an_event(dates=(TUESDAYS[0], date(2026, 11, 25), TUESDAYS[1]))))

    assert "RDATE;TZID=Europe/London:20261125T100000,20261201T100000" in event


def test_at_10_in_london_it_stays_10_all_the_year() -> None:
    (event,) = read(an_event()).vevent_list

    times = times_of(event)

    assert [(each.date(), each.time()) for each in times] == [(day, time(10)) for day in TUESDAYS]
    assert {each.date(): each.utcoffset() for each in times} == {
        day: datetime.combine(day, time(10), LONDON).utcoffset() for day in TUESDAYS
    }
    assert event.dtend.value - event.dtstart.value == timedelta(hours=2)


@pytest.mark.parametrize(
    ("day", "hours_ahead"),
    [
        (date(2027, 3, 27), 0),
        (date(2027, 3, 28), 1),
        (date(2027, 3, 30), 1),
        (date(2027, 4, 6), 1),
        (date(2027, 10, 26), 1),
        (date(2027, 10, 30), 1),
        (date(2027, 10, 31), 0),
        (date(2027, 11, 2), 0),
    ],
)
def test_the_file_knows_when_the_clocks_change(day: date, hours_ahead: int) -> None:
    (event,) = read(an_event(dates=(day,))).vevent_list

    start = event.dtstart.value

    assert (start.replace(tzinfo=None), start.utcoffset()) == (
        datetime.combine(day, time(10)),
        timedelta(hours=hours_ahead),
    )


@given(
    numbers=st.sets(st.integers(0, 380), min_size=1, max_size=60),
    every_days=st.sampled_from([1, 7, 14]),
    start=st.none() | st.times(time(3)).map(lambda each: each.replace(second=0, microsecond=0)),
)
def test_another_library_reads_every_date_and_time(
    numbers: set[int], every_days: int, start: time | None
) -> None:
    dates = tuple(date(2026, 11, 24) + timedelta(days=each * every_days) for each in numbers)
    (event,) = read(an_event(dates=dates, start=start, end=None)).vevent_list

    read_times = times_of(event)

    if start is None:
        assert [date(each.year, each.month, each.day) for each in read_times] == sorted(dates)
    else:
        expected = [datetime.combine(day, start, LONDON) for day in sorted(dates)]
        assert [each.replace(tzinfo=None) for each in read_times] == [
            each.replace(tzinfo=None) for each in expected
        ]
        assert [each.utcoffset() for each in read_times] == [each.utcoffset() for each in expected]


def test_a_line_is_no_longer_than_75_bytes_and_cuts_no_letter_in_two() -> None:
    name = "Café Łódź 游泳 👩🏽‍🍳 " * 30

    file = make_calendar(name, [an_event(summary=name, description=name)], made_at=MADE_AT)

    lines = file.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() for line in lines[:-1])
    assert b"\n" not in b"".join(lines)
    assert read(an_event(summary=name)).vevent.summary.value == name.strip()


@pytest.mark.parametrize("field", ["uid", "summary", "description", "location", "url"])
def test_no_text_can_begin_a_line(field: str) -> None:
    safe, unsafe = an_event(**{field: "a b"}), an_event(**{field: f"a{INJECTION} b"})

    beginnings = [
        [line.partition(":")[0].partition(";")[0] for line in lines_of(event)]
        for event in (safe, unsafe)
    ]

    assert beginnings[0] == beginnings[1]
    told = "\n".join(lines_of(unsafe))
    assert not set(told) & set("\r\u2028\x85\x00\x0b\x1b\u202e\u2066")


def test_the_name_of_a_calendar_and_its_description_cannot_begin_a_line_either() -> None:
    lines = lines_of(name=f"a{INJECTION}", description=f"a{INJECTION}")

    assert lines[4:6] == [
        "X-WR-CALDESC:a\\nBEGIN:VALARM\\nTRIGGER:-PT5M END:VCALENDAR X-A:1 b",
        "X-WR-CALNAME:a BEGIN:VALARM TRIGGER:-PT5M END:VCALENDAR X-A:1 b",
    ]


def test_letters_that_need_a_joiner_keep_it_and_marks_that_hide_go() -> None:
    bengali, cook = "র\u200d্যাম", "👩\u200d🍳"
    event = an_event(summary=f"\ufeff{bengali}\u200b {cook}\u00a0x\u061c")

    assert read(event).vevent.summary.value == f"{bengali} {cook} x"


@given(text=st.text(max_size=200))
def test_whatever_a_text_is_the_file_has_one_event_with_the_same_lines(text: str) -> None:
    lines = lines_of(an_event(summary=text, description=text, location=text, url=text))

    names = {line.partition(":")[0].partition(";")[0] for line in lines}
    assert names <= {
        *("BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "X-WR-CALNAME", "X-WR-TIMEZONE"),
        *("TZID", "TZNAME", "TZOFFSETFROM", "TZOFFSETTO", "DTSTART", "DTEND", "DTSTAMP", "RRULE"),
        *("UID", "SUMMARY", "DESCRIPTION", "LOCATION", "URL", ""),
    }
    assert [line for line in lines if line.startswith("BEGIN")] == [
        "BEGIN:VCALENDAR",
        "BEGIN:VTIMEZONE",
        "BEGIN:DAYLIGHT",
        "BEGIN:STANDARD",
        "BEGIN:VEVENT",
    ]
