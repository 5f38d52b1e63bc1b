"""What one session gives to a carer: who brings the person, and when the carer is free.

The hours are from door to door. A ride, or a way that the person goes without the carer, adds its
time to the session. A way that the carer has to drive takes its time off, there and back. How long
a way is likely to take is the plain guess of `finder.planning.travel`, in steps of 5 minutes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from finder.domain.activity import Activity, Session, minutes_of
from finder.domain.vocabulary import (
    ActivityKind,
    Day,
    Mode,
    Pay,
    Repeats,
    SpaceState,
)
from finder.planning.break_windows import Stretch, minutes_inside
from finder.planning.travel import likely_minutes

# With less than this no session is worth the way; a shorter window wants half of itself.
LEAST_MINUTES = 45
# A pick-up time is not known, and nobody should be offered a place for its long ride.
MOST_RIDE_MINUTES = 30
# What is farther than this is named apart.
MOST_TRAVEL_MINUTES = 60
# Two sessions of an activity on one day are two halves of a day when they are as long as this.
# Shorter ones are mostly the same hour, offered twice.
HALF_DAY_MINUTES = 120
_STEP = 5
_DAYS = tuple(Day)
Windows = Mapping[Day, tuple[Stretch, ...]]
LONGER_BREAKS = (ActivityKind.SHORT_BREAK, ActivityKind.SHARED_LIVES)


class Bringing(StrEnum):
    """Who brings the person and fetches them. NOT_TOLD is counted as if the carer did."""

    TRANSPORT = "transport"
    CARER = "carer"
    WITHOUT_CARER = "without-carer"
    NOBODY = "nobody"
    NOT_TOLD = "not-told"


_CARER_DRIVES = (Bringing.CARER, Bringing.NOT_TOLD)


class Reason(StrEnum):
    """Why an activity is in no set, though it has to do with the times that were asked for."""

    PICK_DAY = "pick-day"
    NO_TIMES = "no-times"
    NOT_WEEKLY = "not-weekly"
    ASK_TO_LEAVE = "ask-to-leave"
    FULL = "full"
    CARER_STAYS = "carer-stays"
    TOO_FAR = "too-far"


_REASONS = tuple(Reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An activity that may be used. `miles` is a straight line, None when it is not known.

    `is_sure` is false when it did not tell all that a person asked for, and `not_told` counts what
    it did not tell of that.
    """

    activity: Activity
    miles: float | None = None
    is_sure: bool = True
    not_told: int = 0

    @property
    def is_longer_break(self) -> bool:
        """Return whether it is a kind of thing that people go to for longer than a day."""
        return self.activity.kind in LONGER_BREAKS

    @property
    def is_stay(self) -> bool:
        """Return whether its sessions are parts of one stay: one of them has no end of its own.

        A short break for a Saturday, or for an evening, is used like anything else.
        """
        sessions = self.activity.sessions
        return self.is_longer_break and not all(
            session.start is not None and session.end is not None for session in sessions
        )

    @property
    def unknowns(self) -> int:
        """Return how many facts that a carer decides by are open, a waiting list among them."""
        activity, space = self.activity, self.activity.availability
        stays_at_home = Mode.IN_PERSON not in (activity.modes or (Mode.IN_PERSON,))
        told = (
            stays_at_home or activity.transport.offered is not None,
            activity.helpers.carer_can_leave is not None,
            stays_at_home or self.miles is not None,
            space is not None and space.state is not SpaceState.WAITING_LIST,
            Pay.FREE in (activity.pay or ())
            or any(price.low_pence is not None for price in activity.prices),
            bool(activity.terms.late_pick_up),
        )
        return self.not_told + told.count(False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One session of an offer that a person goes to, with when the carer is free through it.

    All times are minutes since midnight. `travel_minutes` is one way, None when it is not known:
    nothing is counted for it then.
    """

    offer: Offer
    session: Session
    day: Day
    starts: int
    ends: int
    bringing: Bringing
    travel_minutes: int | None
    free_from: int
    free_until: int

    @property
    def is_half_day(self) -> bool:
        return self.ends - self.starts >= HALF_DAY_MINUTES

    @property
    def is_at_home(self) -> bool:
        return self.bringing is Bringing.NOBODY


def visits_of(
    offer: Offer,
    windows: Windows,
    *,
    today: date,
    without_carer: bool,
) -> tuple[tuple[Visit, ...], Reason | None]:
    """Return the sessions that give a break in the windows; or else why there are none.

    The reason is None when the activity has nothing to do with the windows.
    """
    look = _Look(offer, windows, today, without_carer)
    found = [each for each in map(look.at, offer.activity.sessions) if each is not None]
    if not found and offer.activity.sessions:
        return (), None
    if (left_out := _left_out(offer.activity)) is not None:
        return (), left_out
    visits = tuple(each for each in found if isinstance(each, Visit))
    if visits:
        return visits, None
    reasons = [each for each in found if isinstance(each, Reason)]
    untold = Reason.PICK_DAY if offer.activity.timing_note else Reason.NO_TIMES
    return (), min(reasons, key=_REASONS.index, default=untold)


def _left_out(activity: Activity) -> Reason | None:
    """Return why an activity gives no break at all, whatever its times are."""
    if activity.helpers.carer_can_leave is False:
        return Reason.CARER_STAYS
    space = activity.availability
    return Reason.FULL if space is not None and space.state is SpaceState.FULL else None


class _Look:
    """Look at the sessions of one offer. What its way takes is worked out once."""

    def __init__(self, offer: Offer, windows: Windows, today: date, without_carer: bool) -> None:
        self._offer = offer
        self._windows = windows
        self._today = today
        self._without_carer = without_carer
        self._travel = None if offer.miles is None else in_steps(likely_minutes(offer.miles))

    def at(self, session: Session) -> Visit | Reason | None:
        """Return a session that gives a break, or why not; None when it is at other times."""
        day = session.day if session.on_date is None else _DAYS[session.on_date.weekday()]
        if (day is not None and day not in self._windows) or _is_over(session, self._today):
            return None
        if self._has_to_ask(session):
            return self._if_times_fit(session, day, Reason.ASK_TO_LEAVE)
        if day is None:
            return self._if_times_fit(session, day, Reason.PICK_DAY)
        if session.start is None or session.end is None:
            return Reason.NO_TIMES
        return self._weigh(session, day, minutes_of(session.start), minutes_of(session.end))

    def _has_to_ask(self, session: Session) -> bool:
        """Return whether nobody told if a carer can go out while it is on at their home."""
        can_leave = self._offer.activity.helpers.carer_can_leave
        return can_leave is None and session.mode is not Mode.IN_PERSON

    def _if_times_fit(self, session: Session, day: Day | None, reason: Reason) -> Reason | None:
        """Return a reason if the times of a session fit on its day, or on any that is picked."""
        if session.start is None or session.end is None:
            return reason
        starts, ends = minutes_of(session.start), minutes_of(session.end)
        stretches = self._windows.values() if day is None else (self._windows[day],)
        return reason if any(_is_worth_it(starts, ends, each) for each in stretches) else None

    def _weigh(self, session: Session, day: Day, starts: int, ends: int) -> Visit | Reason | None:
        bringing = _bringing(self._offer.activity, session, without_carer=self._without_carer)
        travel = 0 if bringing is Bringing.NOBODY else self._travel
        added = min(travel or 0, MOST_RIDE_MINUTES)
        if bringing in _CARER_DRIVES:
            added = -(travel or 0)
        stretches = self._windows[day]
        if not _is_worth_it(starts - added, ends + added, stretches):
            return Reason.TOO_FAR if _is_worth_it(starts, ends, stretches) else None
        if (travel or 0) > MOST_TRAVEL_MINUTES:
            return Reason.TOO_FAR
        if session.repeats is not Repeats.WEEKLY or session.on_date is not None:
            return Reason.NOT_WEEKLY
        return Visit(
            offer=self._offer,
            session=session,
            day=day,
            starts=starts,
            ends=ends,
            bringing=bringing,
            travel_minutes=travel,
            free_from=starts - added,
            free_until=ends + added,
        )


def _is_over(session: Session, today: date) -> bool:
    last = session.on_date or session.last_date
    return last is not None and last < today


def _is_worth_it(start: int, end: int, stretches: tuple[Stretch, ...]) -> bool:
    inside = minutes_inside(start, end, stretches)
    if inside >= LEAST_MINUTES:
        return True
    return inside > 0 and 2 * inside >= sum(closes - opens for opens, closes in stretches)


def in_steps(minutes: int) -> int:
    """Return minutes rounded up to the next 5, since a guess is never more exact than that."""
    return -(-minutes // _STEP) * _STEP


def _bringing(activity: Activity, session: Session, *, without_carer: bool) -> Bringing:
    if session.mode is not Mode.IN_PERSON:
        return Bringing.NOBODY
    if activity.transport.offered:
        return Bringing.TRANSPORT
    if without_carer:
        return Bringing.WITHOUT_CARER
    return Bringing.CARER if activity.transport.offered is False else Bringing.NOT_TOLD
