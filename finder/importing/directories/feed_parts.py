"""Read the parts of an Open Referral UK service: its places, its times, its prices.

The standard says where each is, so a mapping need not. Version 1 and version 3 differ in a few
names only.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time

from finder.domain.vocabulary import Day, Repeats
from finder.importing.directories.outcomes import Remark
from finder.importing.directories.prices import PriceTold, price_of_option
from finder.importing.directories.rows import Row
from finder.importing.directories.texts import one_line, shorten
from finder.importing.directories.times import SessionTime
from finder.importing.entry import LONGEST_SENTENCE

_BYDAY = re.compile(r"(-1|[1-4])?(MO|TU|WE|TH|FR|SA|SU)")
_DAY_OF_CODE = dict(zip(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), Day, strict=True))
_DAY_NAMES = dict(
    zip(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        Day,
        strict=True,
    )
)
_ONLINE = "online"


def place_rows(row: Row) -> tuple[list[Row], list[Remark]]:
    """Return the places of a service, or of one service at a location, as rows of a table.

    Their columns are name, address, town, postcode, kind and access_note.
    """
    locations = row.parts("service_at_locations.location") or row.parts("location")
    if not locations and (row.parts("addresses") or row.parts("physical_addresses")):
        locations = [row.source]
    places = []
    remarks = []
    for location in locations:
        inner = replace(row, source=location)
        if inner.first(["location_type"]).lower() == "postal":
            remarks.append(Remark("postal-place", "A place that is only for post was left out."))
            continue
        places.append(_place_row(inner))
    return places, remarks


def _place_row(location: Row) -> Row:
    addresses = [
        replace(location, source=each)
        for each in (*location.parts("addresses"), *location.parts("physical_addresses"))
    ]
    # An address for visitors comes before one for letters.
    addresses.sort(key=lambda each: each.first(["address_type"]).lower() == "postal")
    address = addresses[0] if addresses else replace(location, source={})
    lines = [*address.values("address_1"), *address.values("address_2")]
    access = location.values("accessibility.description") or (
        *location.values("accessibility.accessibility"),
        *location.values("accessibility_for_disabilities.accessibility"),
    )
    is_online = location.first(["location_type"]).lower() == "virtual"
    return replace(
        location,
        source={
            "name": location.first(["name"]),
            "address": ", ".join(lines),
            "town": address.first(["city"]),
            "postcode": address.first(["postal_code"]),
            "kind": _ONLINE if is_online else "",
            "access_note": " ".join(access),
        },
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SchedulesRead:
    """The sessions of some schedules, and in words what could not be read as a session."""

    sessions: tuple[SessionTime, ...] = ()
    words: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


def read_schedules(rows: Iterable[Row], *, today: date) -> SchedulesRead:
    """Return when a service is held, from the schedules that it, and its places, have."""
    sessions: list[SessionTime] = []
    words: list[str] = []
    remarks: list[Remark] = []
    for schedule in (each for row in rows for each in _schedules_of(row)):
        told = one_line(schedule.first(["description", "notes"]))
        last = _date_of(schedule, "valid_to", "until")
        if last is not None and last < today:
            remarks.append(Remark("schedule-over", f"A schedule ended on {last}. It was left out."))
            continue
        found = _sessions_of(schedule, note=told, today=today)
        if not found:
            remarks.append(Remark("times-in-words", "A schedule cannot be read as sessions."))
            words.append(told)
        sessions += found
    return SchedulesRead(
        sessions=tuple(dict.fromkeys(sessions)),
        words=tuple(dict.fromkeys(each for each in words if each)),
        remarks=tuple(remarks),
    )


def _schedules_of(row: Row) -> list[Row]:
    paths = [
        f"{place}{name}"
        for place in ("", "service_at_locations.", "service.")
        for name in ("schedules", "regular_schedules")
    ]
    return [replace(row, source=each) for path in paths for each in row.parts(path)]


def _sessions_of(schedule: Row, *, note: str, today: date) -> list[SessionTime]:
    """Return the sessions of one schedule; none when it does not say them for sure."""
    start = _time_of(schedule, "opens_at")
    end = _time_of(schedule, "closes_at")
    repeats = _repeats_of(schedule)
    if repeats is None or start is None or (end is not None and end <= start):
        return []
    first, last = _date_of(schedule, "valid_from"), _date_of(schedule, "valid_to", "until")
    if first is not None and last is not None and last < first:
        return []
    return [
        SessionTime(
            days=days,
            start=start,
            end=end,
            repeats=repeats,
            week_of_month=week,
            first_date=first if first and first > today else None,
            last_date=last,
            note=shorten(note, LONGEST_SENTENCE),
        )
        for week, days in _days_of(schedule, repeats)
    ]


def _repeats_of(schedule: Row) -> Repeats | None:
    freq = schedule.first(["freq"]).upper()
    interval = schedule.first(["interval"]) or "1"
    if freq in ("WEEKLY", "DAILY", "") and interval == "1":
        return Repeats.WEEKLY if freq or schedule.values("weekday") else None
    if freq == "WEEKLY" and interval == "2":
        return Repeats.FORTNIGHTLY
    return Repeats.MONTHLY if freq == "MONTHLY" and interval == "1" else None


def _days_of(schedule: Row, repeats: Repeats) -> list[tuple[int | None, tuple[Day, ...]]]:
    """Return the days, in monthly schedules for each week of the month."""
    if schedule.first(["freq"]).upper() == "DAILY":
        return [(None, tuple(Day))]
    names = [_DAY_NAMES.get(each.lower()) for each in schedule.values("weekday")]
    if names and all(names) and repeats is not Repeats.MONTHLY:
        return [(None, tuple(each for each in names if each))]
    codes = [part.strip().upper() for text in schedule.values("byday") for part in text.split(",")]
    found = [_BYDAY.fullmatch(code) for code in codes]
    weeks: dict[int | None, list[Day]] = {}
    for each in found:
        if each is None or bool(each.group(1)) is not (repeats is Repeats.MONTHLY):
            return []
        week = int(each.group(1)) if each.group(1) else None
        weeks.setdefault(week, []).append(_DAY_OF_CODE[each.group(2)])
    return [(week, tuple(dict.fromkeys(days))) for week, days in weeks.items()]


def _time_of(schedule: Row, name: str) -> time | None:
    try:
        told = time.fromisoformat(schedule.first([name]).removesuffix("Z"))
    except ValueError:
        return None
    return time(told.hour, told.minute)


def _date_of(row: Row, *names: str) -> date | None:
    try:
        return date.fromisoformat(row.first(names)[:10])
    except ValueError:
        return None


def read_prices(row: Row, *, today: date) -> tuple[list[PriceTold], list[Remark]]:
    """Return what a service costs, without the prices that are over."""
    prices = []
    remarks = []
    for source in row.parts("cost_options"):
        option = replace(row, source=source)
        last = _date_of(option, "valid_to")
        if last is not None and last < today:
            remarks.append(Remark("price-over", f"A price ended on {last}. It was left out."))
            continue
        first = _date_of(option, "valid_from")
        if first is not None and last is not None and last < first:
            remarks.append(Remark("bad-date", f"A price ends on {last}, before it starts."))
            first = None
        words = ". ".join([*option.values("amount_description"), *option.values("option")])
        price = price_of_option(option.first(["amount"]), words, valid_from=first, valid_to=last)
        prices.append(price)
    return prices, remarks


def organisation_row(row: Row) -> Row | None:
    """Return the organisation that a service carries with it, or None."""
    found: list[Mapping[str, object]] = row.parts("organization")
    return replace(row, table="organization", source=found[0]) if found else None
