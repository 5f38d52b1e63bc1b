"""Plans for tests: one activity and the sessions of it that a person goes to."""

from typing import Any

from finder.domain.activity import Session
from finder.domain.council import Council
from finder.domain.vocabulary import Support
from finder.planning.attending import Going
from finder.planning.money import Amounts, Money
from finder.planning.occasions import Planned, make_planned
from tests.builders import TODAY, a_council, an_activity


def a_plan(
    *sessions: Session,
    council: Council | None = None,
    going: Going | None = None,
    support: Support | None = None,
    **overrides: Any,
) -> Planned:
    """Return a plan to go to these sessions, or to one, of an activity with any field changed."""
    told = {"sessions": sessions} if sessions else {}
    return make_planned(
        an_activity(**{**told, **overrides}),
        council or a_council(),
        going or {},
        today=TODAY,
        support=support,
    )


def pounds(low: float, high: float | None = None) -> Money:
    """Return an amount that is written in pounds."""
    return Money(round(low * 100), round((low if high is None else high) * 100))


def each_week(low: float, high: float | None = None, *, weeks: int = 52) -> Amounts:
    """Return what is paid in each of so many weeks."""
    weekly = pounds(low, high)
    return Amounts(weekly=weekly, yearly=Money(weekly.low * weeks, weekly.high * weeks))


def paid_once(low: float, high: float | None = None) -> Amounts:
    """Return what is paid once."""
    return Amounts(once=pounds(low, high), yearly=pounds(low, high))
