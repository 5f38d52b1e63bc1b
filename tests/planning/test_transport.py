from dataclasses import replace

import pytest

from finder.domain.activity import Session, Transport
from finder.domain.vocabulary import Day, Mode, PriceUnit
from finder.planning.cost import Cost, Unknown
from finder.planning.transport import TransportCost, TransportState, transport_of
from tests.builders import a_council, a_price, a_session
from tests.planning.plans import a_plan, each_week, paid_once

MONDAY, TUESDAY = a_session(Day.MON), a_session(Day.TUE)
TUESDAY_NIGHT = a_session(Day.TUE, "18:00", "20:00")
ONLINE = a_session(Day.WED, mode=Mode.ONLINE)
NO_PRICE = Cost(unknown=frozenset({Unknown.PRICE}))


def extra(pounds: float, *, weeks: int = 52) -> TransportCost:
    cost = Cost(amounts=each_week(pounds, weeks=weeks))
    return TransportCost(state=TransportState.EXTRA, cost=cost)


@pytest.mark.parametrize(
    ("transport", "found"),
    [
        pytest.param(
            Transport(),
            TransportCost(state=TransportState.NOT_TOLD, cost=NO_PRICE),
            id="nobody told",
        ),
        pytest.param(
            Transport(offered=False),
            TransportCost(state=TransportState.NOT_OFFERED),
            id="they do not",
        ),
        pytest.param(
            Transport(offered=True, included=True),
            TransportCost(state=TransportState.INCLUDED),
            id="it is in the price",
        ),
        pytest.param(
            Transport(offered=True, included=False),
            TransportCost(state=TransportState.EXTRA, cost=NO_PRICE),
            id="it is not, and no cost is told",
        ),
        pytest.param(
            Transport(offered=True),
            TransportCost(state=TransportState.EXTRA, cost=NO_PRICE),
            id="nobody told whether it is in the price",
        ),
        pytest.param(Transport(offered=True, cost_pence=7_00), extra(14), id="by the day"),
        pytest.param(
            Transport(offered=True, cost_pence=4_50, unit=PriceUnit.SESSION),
            extra(13.5),
            id="by the session",
        ),
        pytest.param(Transport(cost_pence=20_00, unit=PriceUnit.WEEK), extra(20), id="by the week"),
        pytest.param(
            Transport(offered=True, cost_pence=15_00, unit=PriceUnit.ONE_OFF),
            TransportCost(state=TransportState.EXTRA, cost=Cost(amounts=paid_once(15))),
            id="once",
        ),
        pytest.param(Transport(offered=True, cost_pence=0), extra(0), id="free"),
    ],
)
def test_transport_has_a_line_of_its_own(transport: Transport, found: TransportCost) -> None:
    assert transport_of(a_plan(MONDAY, TUESDAY, TUESDAY_NIGHT, transport=transport)) == found


def test_only_what_is_away_from_home_needs_transport() -> None:
    fare = Transport(offered=True, cost_pence=7_00)

    assert transport_of(a_plan(MONDAY, ONLINE, transport=fare)) == extra(7)
    assert transport_of(a_plan(ONLINE, transport=fare)) == TransportCost(
        state=TransportState.NOT_NEEDED
    )


@pytest.mark.parametrize(
    ("modes", "state"),
    [
        (None, TransportState.NOT_TOLD),
        ((Mode.IN_PERSON, Mode.ONLINE), TransportState.NOT_TOLD),
        ((Mode.ONLINE,), TransportState.NOT_NEEDED),
    ],
)
def test_where_no_times_are_told_it_goes_by_how_people_take_part(
    modes: tuple[Mode, ...] | None, state: TransportState
) -> None:
    assert transport_of(a_plan(sessions=(), modes=modes)).state is state


def test_nobody_knows_what_transport_costs_where_no_times_are_told() -> None:
    fare = Transport(offered=True, cost_pence=7_00)

    assert transport_of(a_plan(sessions=(), transport=fare)) == TransportCost(
        state=TransportState.EXTRA, cost=Cost(unknown=frozenset({Unknown.OFTEN}))
    )


def test_a_fare_is_hidden_where_the_council_shows_no_prices() -> None:
    council = replace(a_council(), show_prices=False)
    fare = Transport(offered=True, cost_pence=7_00)

    assert transport_of(a_plan(council=council, transport=fare)) == TransportCost(
        state=TransportState.EXTRA, cost=Cost(unknown=frozenset({Unknown.HIDDEN}))
    )


def test_a_stay_has_one_way_there_and_back() -> None:
    days: tuple[Session, ...] = (a_session(Day.FRI, end=""), a_session(Day.SAT, end=""))
    fare = Transport(offered=True, cost_pence=30_00)

    assert transport_of(a_plan(*days, prices=(a_price(300, hours=47),), transport=fare)) == (
        TransportCost(state=TransportState.EXTRA, cost=Cost(amounts=paid_once(30)))
    )
