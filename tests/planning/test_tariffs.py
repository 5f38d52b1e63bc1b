import pytest

from finder.domain.activity import Price
from finder.domain.vocabulary import Day, PriceUnit, Support
from finder.planning.cost import FREE, Cost, Unknown
from finder.planning.occasions import Planned
from finder.planning.tariffs import cost_by_prices
from tests.builders import a_price, a_session
from tests.planning.plans import a_plan, each_week, paid_once

MORNING = a_session(Day.MON, "10:00", "13:00")
DAY = a_session(Day.WED, "10:00", "16:00")
UNTOLD = a_session(Day.FRI, "", "")
DAY_PRICE = a_price(60, unit=PriceUnit.DAY)
HALF_DAY_PRICE = a_price(35, unit=PriceUnit.HALF_DAY)
ASK = a_price(None)


def known(low: float, high: float | None = None, *, weeks: int = 52) -> Cost:
    return Cost(amounts=each_week(low, high, weeks=weeks))


def unknown(reason: Unknown) -> Cost:
    return Cost(unknown=frozenset({reason}))


@pytest.mark.parametrize(
    ("planned", "rows", "cost"),
    [
        pytest.param(a_plan(), (a_price(8),), known(8), id="one price"),
        pytest.param(a_plan(), (a_price(8, high_pence=1250),), known(8, 12.5), id="a range"),
        pytest.param(a_plan(), (a_price(0, high_pence=500),), known(0, 5), id="free, or not"),
        pytest.param(a_plan(), (a_price(0),), FREE, id="free"),
        pytest.param(a_plan(), (a_price(8), a_price(50)), known(8, 50), id="one of two"),
        pytest.param(a_plan(), (ASK,), unknown(Unknown.PRICE), id="ask"),
        pytest.param(
            a_plan(),
            (a_price(8), ASK),
            Cost(amounts=each_week(8), unknown=frozenset({Unknown.PRICE})),
            id="one is told, and the other is to be asked for",
        ),
        pytest.param(a_plan(length_weeks=10), (a_price(8),), known(8, weeks=10), id="10 weeks"),
        pytest.param(
            a_plan(),
            (a_price(170, unit=PriceUnit.COURSE),),
            Cost(amounts=paid_once(170)),
            id="a course",
        ),
        pytest.param(
            a_plan(UNTOLD),
            (a_price(20, unit=PriceUnit.HOUR),),
            unknown(Unknown.LENGTH),
            id="an hour, of nobody knows how many",
        ),
        pytest.param(a_plan(UNTOLD), (a_price(20),), known(20), id="a session without times"),
        pytest.param(
            a_plan(MORNING, DAY), (DAY_PRICE, HALF_DAY_PRICE), known(95), id="a day and a half"
        ),
        pytest.param(a_plan(DAY), (DAY_PRICE, HALF_DAY_PRICE), known(60), id="a day"),
        pytest.param(a_plan(MORNING), (DAY_PRICE, HALF_DAY_PRICE), known(35), id="half a day"),
        pytest.param(
            a_plan(UNTOLD), (DAY_PRICE, HALF_DAY_PRICE), known(35, 60), id="a day, or half of one"
        ),
        pytest.param(
            a_plan(DAY),
            (DAY_PRICE, a_price(None, unit=PriceUnit.HALF_DAY)),
            known(60),
            id="a price to ask for that is not needed",
        ),
        pytest.param(
            a_plan(DAY),
            (
                a_price(60, unit=PriceUnit.DAY, support=Support.SMALL_GROUP),
                a_price(35, unit=PriceUnit.HALF_DAY, support=Support.SMALL_GROUP),
                a_price(140, unit=PriceUnit.DAY, support=Support.ONE_TO_ONE),
            ),
            known(60, 140),
            id="a band for each kind of support",
        ),
        pytest.param(
            a_plan(MORNING),
            (
                a_price(60, unit=PriceUnit.DAY, support=Support.SMALL_GROUP),
                a_price(35, unit=PriceUnit.HALF_DAY, support=Support.ONE_TO_ONE),
            ),
            known(35, 60),
            id="a day and half a day of different support",
        ),
        pytest.param(
            a_plan(going={("exampleshire", "cooking-together"): frozenset[Day]()}),
            (ASK,),
            FREE,
            id="no day is gone to",
        ),
        pytest.param(
            a_plan(sessions=()), (a_price(20),), unknown(Unknown.OFTEN), id="no sessions are told"
        ),
        pytest.param(a_plan(sessions=()), (a_price(0),), FREE, id="free, whenever it is"),
        pytest.param(a_plan(sessions=()), (ASK,), unknown(Unknown.PRICE), id="nothing is told"),
        pytest.param(
            a_plan(sessions=()),
            (a_price(90, unit=PriceUnit.COURSE),),
            Cost(amounts=paid_once(90)),
            id="a course whose times are not told",
        ),
    ],
)
def test_what_price_rows_come_to(planned: Planned, rows: tuple[Price, ...], cost: Cost) -> None:
    assert cost_by_prices(planned, rows) == cost
