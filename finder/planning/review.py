"""When to look at a support plan again (Care Act 2014, section 27)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from finder.domain.activity import Activity, Session
from finder.domain.council import Lot
from finder.domain.vocabulary import SpaceState

# A plan is looked at again six to eight weeks after it starts (Care and Support Statutory
# Guidance, chapter 13). That is sooner than the 12 weeks that a place in some lots lasts (F38).
FIRST_REVIEW, LAST_REVIEW = timedelta(weeks=6), timedelta(weeks=8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Between which days to look at the plan again.

    `start` is the day that they are counted from: when the activity can be started, as far as
    that is told, or today.
    """

    start: date
    is_start_told: bool
    first: date
    last: date


def review_of(
    activity: Activity, sessions: Sequence[Session], lots: Iterable[Lot], *, today: date
) -> Review:
    """Return when to look at the plan again: before the end of what ends sooner."""
    told = _told_start(activity, sessions, today)
    start = today if told is None else told
    weeks = [each for each in (activity.length_weeks, longest_weeks(lots)) if each is not None]
    last = min([start + LAST_REVIEW, *(start + timedelta(weeks=each) for each in weeks)])
    return Review(
        start=start,
        is_start_told=told is not None,
        first=min(start + FIRST_REVIEW, last),
        last=last,
    )


def longest_weeks(lots: Iterable[Lot]) -> int | None:
    """Return the shortest of the limits that lots have on a place (F38)."""
    return min((lot.longest_weeks for lot in lots if lot.longest_weeks is not None), default=None)


def _told_start(activity: Activity, sessions: Sequence[Session], today: date) -> date | None:
    """Return the day from which it can be started, if that was told and is to come."""
    days = [activity.starts_on] if activity.starts_on else []
    begins = [session.on_date or session.first_date for session in sessions]
    if begins and None not in begins:
        days.append(min(day for day in begins if day is not None))
    space = activity.availability
    if space and space.state is not SpaceState.SPACES and space.wait_weeks is not None:
        days.append(space.said_on + timedelta(weeks=space.wait_weeks))
    latest = max(days, default=None)
    return latest if latest is not None and latest >= today else None
