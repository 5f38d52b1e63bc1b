"""What something costs, from free text and from the prices of a feed."""

from datetime import date
from decimal import Decimal

import pytest

from finder.domain.vocabulary import PriceUnit
from finder.importing.directories.prices import PriceTold, price_of_option, read_fees


@pytest.mark.parametrize(
    "text", ["Free", "FREE!", "It is free of charge.", "No charge", "£0", "nil"]
)
def test_fees_that_are_free(text: str) -> None:
    assert read_fees(text) == PriceTold(free=True)


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("£5 per session", PriceTold(amount=Decimal(5), unit=PriceUnit.SESSION)),
        ("<p>£4.50 a class.</p>", PriceTold(amount=Decimal("4.50"), unit=PriceUnit.SESSION)),
        (
            "£5 - £7.50 each week",
            PriceTold(amount=Decimal(5), highest=Decimal("7.50"), unit=PriceUnit.WEEK),
        ),
        ("£30/half day", PriceTold(amount=Decimal(30), unit=PriceUnit.HALF_DAY)),
    ],
)
def test_fees_that_are_sure(text: str, price: PriceTold) -> None:
    assert read_fees(text) == price


@pytest.mark.parametrize(
    "text", ["about a tenner", "£5", "£7 - £5 a week", "£200000 a day", "Free for members"]
)
def test_other_fees_are_kept_as_words(text: str) -> None:
    assert read_fees(text) == PriceTold(note=text)


def option(amount: str, words: str = "") -> PriceTold:
    return price_of_option(amount, words, valid_from=None, valid_to=None)


def test_an_option_with_a_unit_is_a_price() -> None:
    price = price_of_option(
        "35", "per session. Adults", valid_from=date(2026, 1, 1), valid_to=date(2027, 1, 1)
    )

    assert price == PriceTold(
        amount=Decimal(35),
        unit=PriceUnit.SESSION,
        note="per session. Adults",
        valid_from=date(2026, 1, 1),
        valid_to=date(2027, 1, 1),
    )


@pytest.mark.parametrize(
    ("amount", "words", "price"),
    [
        ("0", "", PriceTold(free=True)),
        ("0.00", "Under 18s", PriceTold(note="£0.00. Under 18s")),
        ("35", "Adults", PriceTold(note="£35.00. Adults")),
        ("£35", "", PriceTold(note="£35.00.")),
        ("ask us", "an hour", PriceTold(note="an hour")),
        ("1e9", "an hour", PriceTold(note="an hour")),
        ("NaN", "an hour", PriceTold(note="an hour")),
        ("1.005", "an hour", PriceTold(note="an hour")),
        ("", "", PriceTold()),
    ],
)
def test_other_options_are_to_ask_for(amount: str, words: str, price: PriceTold) -> None:
    assert option(amount, words) == price
