"""Offers and windows for the tests of breaks."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from finder.domain.activity import Availability, Helpers, Session, Terms, Transport
from finder.domain.vocabulary import Day, SpaceState
from finder.planning.break_visits import Offer
from finder.planning.break_windows import Window
from tests.builders import a_place, a_session, an_activity


def at(written: str) -> int:
    """Return "10:30" as minutes since midnight."""
    hours, minutes = written.split(":")
    return 60 * int(hours) + int(minutes)


def a_window(day: Day, start: str, end: str) -> Window:
    return Window(day=day, start=at(start), end=at(end))


def sessions(*written: str) -> tuple[Session, ...]:
    """Return sessions that are written as "tue 10:00-15:00"."""
    every = []
    for each in written:
        day, times = each.split(" ")
        start, end = times.split("-")
        every.append(a_session(Day(day), start.zfill(5), end))
    return tuple(every)


def an_offer(
    activity_id: str,
    *written: str,
    miles: float | None = 0,
    bus: bool | None = True,
    can_leave: bool | None = True,
    space: SpaceState | None = SpaceState.SPACES,
    late: str = "They wait with you.",
    is_sure: bool = True,
    not_told: int = 0,
    held: Iterable[Session] | None = None,
    **overrides: Any,
) -> Offer:
    """Return an offer at a place of its own, about which everything is told."""
    said_on = date(2026, 11, 3)
    activity = an_activity(
        activity_id,
        name=activity_id,
        sessions=tuple(held) if held is not None else sessions(*written),
        places=(a_place(postcode=activity_id),),
        transport=Transport(offered=bus),
        helpers=Helpers(carer_can_leave=can_leave),
        availability=Availability(state=space, said_on=said_on) if space else None,
        terms=Terms(late_pick_up=late),
    )
    activity = replace(activity, **overrides)
    return Offer(activity=activity, miles=miles, is_sure=is_sure, not_told=not_told)
