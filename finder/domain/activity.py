"""What an activity says.

A field that holds None, or a need that is missing from `needs`, was not told by anybody. That is
never the same as "no", and never the same as free.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import NewType

from finder.domain.media import Photo, Recording, Video
from finder.domain.place import Place
from finder.domain.provider import Contact, ProviderId
from finder.domain.vocabulary import (
    ActivityKind,
    ActivityStatus,
    Arrangement,
    Day,
    DayPart,
    LeadsTo,
    Mode,
    Need,
    Pay,
    PriceUnit,
    Repeats,
    SpaceState,
    Support,
)

ActivityId = NewType("ActivityId", str)

NOON = 12 * 60
EVENING_STARTS = 17 * 60
MIDNIGHT = 24 * 60
PARTS_IN_MINUTES = {
    DayPart.MORNING: (0, NOON),
    DayPart.AFTERNOON: (NOON, EVENING_STARTS),
    DayPart.EVENING: (EVENING_STARTS, MIDNIGHT),
}


def minutes_of(moment: time) -> int:
    """Return the minutes since midnight."""
    return moment.hour * 60 + moment.minute


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One time in the week, or one date, when the activity is held.

    `day` is None when the person picks the day. `start` and `end` are local times in London.
    `week_of_month` is 1 to 4, or -1 for the last, for a monthly session. `bank_holidays` says
    whether it is held on them; None when nobody told.
    """

    day: Day | None = None
    start: time | None = None
    end: time | None = None
    place_id: str = ""
    mode: Mode = Mode.IN_PERSON
    repeats: Repeats = Repeats.WEEKLY
    week_of_month: int | None = None
    on_date: date | None = None
    term_time: bool = False
    bank_holidays: bool | None = None
    weeks_a_year: int | None = None
    first_date: date | None = None
    last_date: date | None = None
    note: str = ""

    @property
    def hours(self) -> float | None:
        """Return the length in hours, or None when the times are not told."""
        if self.start is None or self.end is None:
            return None
        return (minutes_of(self.end) - minutes_of(self.start)) / 60

    @property
    def parts(self) -> frozenset[DayPart]:
        """Return the parts of the day that the session fills; none when its times are not told.

        A part counts when the session spends an hour in it, or half of its own length.
        """
        if self.start is None:
            return frozenset()
        begins = minutes_of(self.start)
        ends = min(begins + 60, MIDNIGHT) if self.end is None else minutes_of(self.end)
        enough = min(60, (ends - begins) / 2)
        return frozenset(
            part
            for part, (opens, closes) in PARTS_IN_MINUTES.items()
            if min(ends, closes) - max(begins, opens) >= enough
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """A price, in pence. `low_pence` is None when you have to ask; 0 is free.

    `high_pence` is set for a range. `payers` says who the price is for; empty is everyone (F30).
    `hours` says how long the unit is, so that a weekly figure can be worked out (F27).
    """

    low_pence: int | None = None
    high_pence: int | None = None
    unit: PriceUnit = PriceUnit.SESSION
    payers: tuple[Pay, ...] = ()
    support: Support | None = None
    hours: float | None = None
    includes: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""

    @property
    def is_free(self) -> bool:
        return self.low_pence == 0 and not self.high_pence

    def holds_on(self, day: date) -> bool:
        """Return whether the price is in force on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Transport:
    """Getting there: what the provider offers, and what there is besides (F26).

    `offered` is None when nobody told. `cost_pence` is on top of the price unless `included`.
    """

    offered: bool | None = None
    area: str = ""
    cost_pence: int | None = None
    unit: PriceUnit = PriceUnit.DAY
    included: bool | None = None
    arranged_by: str = ""
    note: str = ""
    nearest_stop: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeRange:
    """The ages an activity is for, in years. No `oldest` means that there is no upper limit."""

    youngest: int = 18
    oldest: int | None = None

    def holds(self, age: int) -> bool:
        return self.youngest <= age and (self.oldest is None or age <= self.oldest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Helpers:
    """Who helps, and how many people share the helpers."""

    helpers: int | None = None
    people: int | None = None
    group_size: int | None = None
    carer_can_stay: bool | None = None
    carer_can_leave: bool | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability:
    """Is there a space? With the day on which it was said (F46)."""

    state: SpaceState
    said_on: date
    wait_weeks: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taster:
    """Can I try it first?"""

    offered: bool | None = None
    free: bool | None = None
    can_bring_someone: bool | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitStep:
    """One step of the first visit, with the picture that goes with it."""

    title: str
    text: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """What people went on to do."""

    kind: LeadsTo
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a carer or a social worker asks before saying yes (F33)."""

    notice: str = ""
    late_pick_up: str = ""
    least_booking: str = ""
    if_closed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One thing to do, offered by one provider."""

    activity_id: ActivityId
    provider_id: ProviderId
    name: str
    summary: str
    interests: tuple[str, ...]
    about: tuple[str, ...] = ()
    kind: ActivityKind | None = None
    status: ActivityStatus = ActivityStatus.ACTIVE
    picture: str = ""
    lots: tuple[str, ...] = ()
    arrangement: Arrangement | None = None
    modes: tuple[Mode, ...] | None = None
    sessions: tuple[Session, ...] = ()
    timing_note: str = ""
    places: tuple[Place, ...] = ()
    serves: tuple[str, ...] = ()
    length_weeks: int | None = None
    starts_on: date | None = None
    ended_on: date | None = None
    prices: tuple[Price, ...] = ()
    pay: tuple[Pay, ...] | None = None
    transport: Transport = field(default_factory=Transport)
    needs: Mapping[Need, bool] = field(default_factory=dict)
    access_note: str = ""
    support: tuple[Support, ...] | None = None
    helpers: Helpers = field(default_factory=Helpers)
    ages: AgeRange | None = None
    groups: tuple[str, ...] | None = None
    only_for: str = ""
    made_with: str = ""
    languages: tuple[str, ...] = ()
    food: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    leads_to: tuple[NextStep, ...] | None = None
    goes_on_to: tuple[ActivityId, ...] = ()
    bring: tuple[str, ...] = ()
    taster: Taster = field(default_factory=Taster)
    availability: Availability | None = None
    first_visit: tuple[VisitStep, ...] = ()
    photos: tuple[Photo, ...] = ()
    videos: tuple[Video, ...] = ()
    recordings: tuple[Recording, ...] = ()
    contact: Contact = field(default_factory=Contact)
    words_to_say: str = ""
    terms: Terms = field(default_factory=Terms)
    checked_on: date | None = None

    def place_of(self, session: Session) -> Place | None:
        """Return where a session is held, or None when it has no place."""
        return next((place for place in self.places if place.place_id == session.place_id), None)

    @property
    def days(self) -> tuple[Day, ...]:
        """Return the days of its sessions, Monday first, each once."""
        held = {session.day for session in self.sessions}
        return tuple(day for day in Day if day in held)

    def is_stale(self, today: date, months: int) -> bool:
        """Return whether nobody has checked this entry within so many months."""
        return is_old(self.checked_on, today, months)


def is_old(checked_on: date | None, today: date, months: int) -> bool:
    """Return whether a day is more than so many months ago; a day not told is."""
    return checked_on is None or checked_on < first_fresh_day(today, months)


def first_fresh_day(today: date, months: int) -> date:
    """Return the first day that is not more than so many months ago."""
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    same_day = date(year, month + 1, 1) + timedelta(days=today.day - 1)
    # On 31 March, a month ago was the end of February.
    next_month = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return min(same_day, next_month)
