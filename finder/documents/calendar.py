"""A calendar file, which the calendars of phones and computers take in (RFC 5545).

An event has the local time of London, and the file says when the clocks there change. So what is
at 10am stays at 10am all the year, on any machine.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import (
    Calendar,
    Component,
    Event,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vText,
)

from finder.documents.recurrence import find_recurrence
from finder.domain.place import Point

ZONE = "Europe/London"
MEDIA_TYPE = "text/calendar"
_LONDON = ZoneInfo(ZONE)
_MADE_BY = "-//Activity Finder//Calendar//EN"
_AN_HOUR = timedelta(hours=1)
_NO_TIME = timedelta(0)
_A_DAY = timedelta(days=1)
# The first changes that the order made, by the clock as it was until then.
_SUMMER = datetime.combine(date(2002, 3, 31), time(1))
_WINTER = datetime.combine(date(2002, 10, 27), time(2))
# They cannot be seen, but Bengali, Urdu and some pictures of people are not right without them.
_JOINERS = "\u200c\u200d"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """Something that is held on one date or more, always at the same time of the day.

    Without `start` it is an event of the whole day. `uid` stays the same for as long as it is the
    same event, so that a calendar which takes in a newer file changes it and adds none.
    """

    uid: str
    summary: str
    dates: tuple[date, ...]
    start: time | None = None
    end: time | None = None
    description: str = ""
    location: str = ""
    url: str = ""
    point: Point | None = None


def make_calendar(
    name: str, events: Iterable[CalendarEvent], *, made_at: datetime, description: str = ""
) -> bytes:
    """Return a calendar file with the events that have any dates. It rings no alarm.

    Whatever the texts hold, none of it can begin a line of the file.
    """
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", _MADE_BY)
    calendar.add("calscale", "GREGORIAN")
    # The library does not know these names, and would write a plain text as it is.
    calendar["X-WR-CALNAME"] = vText(_on_one_line(name))
    calendar["X-WR-TIMEZONE"] = vText(ZONE)
    if description:
        calendar["X-WR-CALDESC"] = vText(_plain(description))
    calendar.add_component(_make_zone())
    for event in events:
        if event.dates:
            calendar.add_component(_make_event(event, made_at))
    file: bytes = calendar.to_ical()
    return file


def _make_zone() -> Timezone:
    """Return when the clocks change: on the last Sundays of March and October, at 1am in GMT.

    The Summer Time Order 2002. One rule for each is what every calendar understands.
    """
    zone = Timezone()
    zone.add("tzid", ZONE)
    zone.add_component(_make_change(TimezoneDaylight(), "BST", _SUMMER, _NO_TIME, _AN_HOUR))
    zone.add_component(_make_change(TimezoneStandard(), "GMT", _WINTER, _AN_HOUR, _NO_TIME))
    return zone


def _make_change(
    part: Component, name: str, first: datetime, before: timedelta, after: timedelta
) -> Component:
    part.add("dtstart", first)
    part.add("rrule", {"FREQ": "YEARLY", "BYMONTH": first.month, "BYDAY": "-1SU"})
    part.add("tzoffsetfrom", before)
    part.add("tzoffsetto", after)
    part.add("tzname", name)
    return part


def _make_event(event: CalendarEvent, made_at: datetime) -> Event:
    made = Event()
    made.add("uid", _on_one_line(event.uid))
    made.add("dtstamp", made_at.astimezone(UTC))
    made.add("summary", _on_one_line(event.summary))
    for name, text in (
        ("description", _plain(event.description)),
        ("location", _on_one_line(event.location)),
        ("url", _on_one_line(event.url)),
    ):
        if text:
            made.add(name, text)
    if event.point is not None:
        made.add("geo", (round(event.point.latitude, 6), round(event.point.longitude, 6)))
    _add_times(made, event)
    return made


def _add_times(made: Event, event: CalendarEvent) -> None:
    dates = sorted(set(event.dates))
    first, last = dates[0], dates[-1]
    made.add("dtstart", _start(event, first))
    if event.start is None:
        # Nobody told the time, so the day is not taken up, and other things can go beside it.
        made.add("dtend", first + _A_DAY)
        made.add("transp", "TRANSPARENT")
    elif event.end is not None:
        made.add("dtend", datetime.combine(first, event.end, _LONDON))
    recurrence = find_recurrence(dates)
    if recurrence is not None:
        until = _start(event, last)
        made.add(
            "rrule",
            {
                **recurrence.parts(first),
                "UNTIL": until.astimezone(UTC) if isinstance(until, datetime) else until,
            },
        )
        if recurrence.left_out:
            made.add("exdate", [_start(event, day) for day in recurrence.left_out])
    elif len(dates) > 1:
        made.add("rdate", [_start(event, day) for day in dates[1:]])


def _start(event: CalendarEvent, day: date) -> date | datetime:
    """Return when an event begins on a day: the day itself, when nobody told the time."""
    return day if event.start is None else datetime.combine(day, event.start, _LONDON)


def _plain(text: str) -> str:
    """Return text without what could begin a line, hide, or turn the words round it.

    Line breaks stay: in a text of the file they are written as letters.
    """
    unbroken = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(_shown(each) for each in unbroken).strip()


def _shown(character: str) -> str:
    if character.isprintable() or character in _JOINERS or character == "\n":
        return character
    return " " if character.isspace() else ""


def _on_one_line(text: str) -> str:
    return " ".join(_plain(text).split())
