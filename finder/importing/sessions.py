"""Read the sessions of an activity."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from finder.domain.activity import Session
from finder.domain.place import Place, PlaceKind
from finder.domain.vocabulary import Day, Mode, Repeats
from finder.importing.entry import Entry
from finder.importing.texts import near_miss

_MODE_OF_PLACE = {PlaceKind.ONLINE: Mode.ONLINE, PlaceKind.HOME: Mode.AT_HOME}


class OnBankHolidays(StrEnum):
    """Whether a session is held on bank holidays, as a content file says it."""

    OPEN = "open"
    CLOSED = "closed"


def read_sessions(entry: Entry, places: Mapping[str, Place]) -> tuple[Session, ...]:
    """Return the sessions, one for each day that a table names."""
    return tuple(
        session for table in entry.tables("sessions") for session in _read_table(table, places)
    )


def _read_table(entry: Entry, places: Mapping[str, Place]) -> list[Session]:
    days: tuple[Day | None, ...] = entry.choices("days", Day) or (entry.choice("day", Day),)
    start, end = entry.clock("start"), entry.clock("end")
    on_date = entry.date("date")
    place_id = _read_place_id(entry, places)
    place = places.get(place_id)
    mode = entry.choice("mode", Mode)
    if mode is None:
        mode = _MODE_OF_PLACE.get(place.kind, Mode.IN_PERSON) if place else Mode.IN_PERSON
    repeats = entry.choice("repeats", Repeats)
    if on_date is not None:
        days, repeats = (tuple(Day)[on_date.weekday()],), Repeats.ONCE
    first_date, last_date = entry.date("first_date"), entry.date("last_date")
    session = Session(
        start=start,
        end=end,
        place_id=place_id,
        mode=mode,
        repeats=repeats or Repeats.WEEKLY,
        week_of_month=entry.number("week_of_month", least=-1, most=4),
        on_date=on_date,
        term_time=entry.flag("term_time") or False,
        bank_holidays=_read_bank_holidays(entry),
        weeks_a_year=entry.number("weeks_a_year", least=1, most=52),
        first_date=first_date,
        last_date=last_date,
        note=entry.text("note"),
    )
    _check_order(entry, session)
    entry.finish()
    return [replace(session, day=day) for day in days]


def _read_place_id(entry: Entry, places: Mapping[str, Place]) -> str:
    place_id = entry.text("place", longest=80)
    if place_id and place_id not in places:
        entry.problem(
            "unknown-place",
            f"There is no place “{place_id}”.{near_miss(place_id, places)}",
            "Use the id of one of this provider's [[places]].",
            key="place",
        )
        return ""
    return place_id


def _read_bank_holidays(entry: Entry) -> bool | None:
    told = entry.choice("bank_holidays", OnBankHolidays)
    return None if told is None else told is OnBankHolidays.OPEN


def _check_order(entry: Entry, session: Session) -> None:
    if session.start and session.end and session.end <= session.start:
        entry.problem(
            "ends-before-start",
            f"It starts at {session.start:%H:%M} and ends at {session.end:%H:%M}.",
            "Correct one of the two times. Check am and pm.",
            key="end",
        )
    if session.end and not session.start:
        entry.problem("missing-field", "There is an end but no start.", "Add start.", key="start")
    if session.week_of_month == 0:
        entry.problem(
            "wrong-value",
            "week_of_month is 0, and months begin with week 1.",
            "Write 1 to 4, or -1 for the last week.",
            key="week_of_month",
        )
    if session.first_date and session.last_date and session.last_date < session.first_date:
        entry.problem(
            "ends-before-start",
            f"The last date, {session.last_date}, is before the first, {session.first_date}.",
            "Correct one of the two dates.",
            key="last_date",
        )
