"""An activity of a list, with all that the list's sums are made of."""

from dataclasses import dataclass
from datetime import date

from finder.domain.vocabulary import Mode
from finder.planning.attending import Going
from finder.planning.cost import Cost, Unknown
from finder.planning.hours import Break, Hours, break_of, hours_of
from finder.planning.occasions import Planned, is_over, make_planned
from finder.planning.transport import TransportCost, transport_of
from finder.planning.ways_to_pay import cost_in_any_way
from finder.web.presenters.listed import Listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """An activity that is counted, with all that is worked out of it."""

    name: str
    planned: Planned
    out: Hours
    at_home: Hours
    carer: Break | None
    has_travel: bool
    cost: Cost
    transport: TransportCost

    @property
    def is_gone_to(self) -> bool:
        """Return whether there is any day to go. Without told times, nobody said that not."""
        return bool(self.planned.sessions) or not self.planned.activity.sessions

    @property
    def unknown(self) -> frozenset[Unknown]:
        return self.cost.unknown | self.transport.cost.unknown


def is_all_over(listed: Listed, today: date) -> bool:
    sessions = listed.activity.sessions
    return bool(sessions) and all(is_over(session, today) for session in sessions)


def count(listed: Listed, going: Going, today: date, travel_minutes: int | None) -> Counted:
    planned = make_planned(listed.activity, listed.council, going, today=today)
    without_travel = break_of(planned)
    carer = break_of(planned, travel_minutes=travel_minutes)
    return Counted(
        name=listed.activity.name,
        planned=planned,
        out=hours_of(planned, modes=(Mode.IN_PERSON,)),
        at_home=hours_of(planned, modes=(Mode.ONLINE, Mode.AT_HOME)),
        carer=carer,
        has_travel=carer != without_travel,
        cost=cost_in_any_way(planned),
        transport=transport_of(planned),
    )
