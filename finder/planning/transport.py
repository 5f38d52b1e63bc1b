"""What the way there costs. It is in the price of an activity only if that is told (F26)."""

from dataclasses import dataclass, replace
from enum import StrEnum

from finder.domain.activity import Price
from finder.domain.vocabulary import Mode
from finder.planning.cost import FREE, Cost, Unknown, unknown_cost
from finder.planning.occasions import Planned
from finder.planning.tariffs import cost_by_prices


class TransportState(StrEnum):
    """What is known of the way there.

    NOT_NEEDED: the person stays at home. INCLUDED: it is in the price. EXTRA: it is on top of the
    price, and its cost may be unknown. NOT_OFFERED: people come by themselves, and what that
    costs is not for the provider to tell. NOT_TOLD: nobody told whether the provider offers it.
    """

    NOT_NEEDED = "not-needed"
    INCLUDED = "included"
    EXTRA = "extra"
    NOT_OFFERED = "not-offered"
    NOT_TOLD = "not-told"


@dataclass(frozen=True, slots=True, kw_only=True)
class TransportCost:
    """What the provider's transport costs. It has no cost where there is none to pay for."""

    state: TransportState
    cost: Cost = FREE


def transport_of(planned: Planned) -> TransportCost:
    """Return what the way there and back costs, with the provider's transport."""
    transport = planned.activity.transport
    if not _leaves_home(planned):
        return TransportCost(state=TransportState.NOT_NEEDED)
    if transport.included:
        return TransportCost(state=TransportState.INCLUDED)
    if transport.offered is False:
        return TransportCost(state=TransportState.NOT_OFFERED)
    if transport.cost_pence is not None:
        return TransportCost(state=TransportState.EXTRA, cost=_fares(planned))
    state = TransportState.EXTRA if transport.offered else TransportState.NOT_TOLD
    return TransportCost(state=state, cost=unknown_cost(Unknown.PRICE))


def _leaves_home(planned: Planned) -> bool:
    modes = planned.activity.modes or (Mode.IN_PERSON,)
    if planned.activity.sessions:
        modes = tuple(session.mode for session in planned.sessions)
    return Mode.IN_PERSON in modes


def _fares(planned: Planned) -> Cost:
    if not planned.council.show_prices:
        return unknown_cost(Unknown.HIDDEN)
    transport = planned.activity.transport
    fare = Price(low_pence=transport.cost_pence, unit=transport.unit)
    trips = tuple(session for session in planned.sessions if session.mode is Mode.IN_PERSON)
    return cost_by_prices(replace(planned, sessions=trips), (fare,))
