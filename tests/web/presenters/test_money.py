from datetime import date

import pytest

from finder.domain.activity import Price
from finder.domain.vocabulary import Pay, PriceUnit
from finder.web.presenters.money import (
    for_whom,
    payers_in_words,
    pounds,
    price_in_words,
    prices_today,
)
from tests.builders import TODAY, a_price

pytestmark = pytest.mark.usefixtures("english_page")


@pytest.mark.parametrize(
    ("pence", "said"),
    [(0, "£0"), (5, "£0.05"), (100, "£1"), (4500, "£45"), (4550, "£45.50"), (123456, "£1,234.56")],
)
def test_an_amount_has_pence_only_when_it_needs_them(pence: int, said: str) -> None:
    assert pounds(pence) == said


@pytest.mark.usefixtures("arabic_page")
def test_the_sign_stays_before_the_amount_from_right_to_left() -> None:
    assert pounds(4500) == "\u200e£45"


@pytest.mark.parametrize(
    ("price", "said"),
    [
        pytest.param(a_price(None), "Ask them for the price", id="ask"),
        pytest.param(a_price(0), "Free", id="free"),
        pytest.param(a_price(0, high_pence=500), "£0 to £5 each time", id="free or not"),
        pytest.param(a_price(45.5, unit=PriceUnit.DAY), "£45.50 a day", id="a day"),
        pytest.param(a_price(8, high_pence=1200), "£8 to £12 each time", id="a range"),
        pytest.param(a_price(20, unit=PriceUnit.HOUR), "£20 an hour", id="an hour"),
        pytest.param(a_price(25, unit=PriceUnit.HALF_DAY), "£25 for half a day", id="half a day"),
        pytest.param(a_price(90, unit=PriceUnit.WEEK), "£90 a week", id="a week"),
        pytest.param(a_price(90, unit=PriceUnit.MONTH), "£90 a month", id="a month"),
        pytest.param(a_price(90, unit=PriceUnit.COURSE), "£90 for the whole course", id="a course"),
        pytest.param(a_price(90, unit=PriceUnit.ONE_OFF), "£90 once", id="once"),
    ],
)
def test_a_price_in_words(price: Price, said: str) -> None:
    assert price_in_words(price) == said


OVER = a_price(1, valid_to=date(2026, 11, 20))
NOW = a_price(2, valid_from=date(2026, 11, 21), valid_to=date(2026, 11, 21))
NEXT = a_price(3, valid_from=date(2026, 11, 22))
ALWAYS = a_price(4)


@pytest.mark.parametrize(
    ("prices", "shown"),
    [
        pytest.param([OVER, NOW, NEXT], [NOW], id="those that hold"),
        pytest.param([OVER, NEXT], [NEXT], id="those to come"),
        pytest.param([OVER], [], id="never one that is over"),
        pytest.param([ALWAYS, NEXT], [ALWAYS], id="one without dates"),
        pytest.param([], [], id="none"),
    ],
)
def test_the_prices_of_today(prices: list[Price], shown: list[Price]) -> None:
    assert prices_today(prices, TODAY) == shown


@pytest.mark.parametrize(
    ("payers", "said"),
    [
        ((), ""),
        ((Pay.SELF,), "With your own money"),
        ((Pay.COUNCIL,), "With money from the council"),
        ((Pay.DIRECT_PAYMENT, Pay.INDIVIDUAL_SERVICE_FUND), "With money from the council"),
        ((Pay.COUNCIL, Pay.NHS), "With money from the council or the NHS"),
        ((Pay.NHS,), "With money from the NHS"),
        ((Pay.SELF, Pay.COUNCIL), ""),
    ],
)
def test_for_whom_a_price_is(payers: tuple[Pay, ...], said: str) -> None:
    assert for_whom(a_price(payers=payers)) == said


def test_payers_are_named_for_professionals() -> None:
    payers = (Pay.COUNCIL, Pay.DIRECT_PAYMENT, Pay.NHS)

    assert payers_in_words(payers) == (
        "Council pays the provider, Direct payment and NHS health budget"
    )
