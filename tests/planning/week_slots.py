"""Slots of a week for tests: one session of an activity with a name of its own."""

from typing import Any

from finder.domain.activity import Session
from finder.domain.council import CouncilSlug
from finder.domain.vocabulary import Day
from finder.planning.slots import Attendance, Slot
from tests.builders import a_session, an_activity

COUNCIL = CouncilSlug("exampleshire")


def a_slot(name: str = "choir", session: Session | None = None, **overrides: Any) -> Slot:
    """Return a slot on a Tuesday from 10 to 12, with any field of its activity changed."""
    found = session or a_session()
    activity = an_activity(name, name=name.capitalize(), sessions=(found,), **overrides)
    return Slot(council=COUNCIL, activity=activity, session=found)


def slot_at(name: str, start: str, end: str = "", day: Day = Day.TUE, **overrides: Any) -> Slot:
    """Return a slot of an activity of this name at these times; no end is one not told."""
    return a_slot(name, a_session(day, start, end, **overrides))


def attended(name: str, *sessions: Session, **overrides: Any) -> Attendance:
    """Return that a person goes to all these sessions of an activity of this name."""
    activity = an_activity(name, name=name.capitalize(), sessions=sessions, **overrides)
    return Attendance(council=COUNCIL, activity=activity, sessions=sessions)
