from datetime import date

import pytest

from finder.domain.activity import Price
from finder.domain.vocabulary import Pay, PriceUnit, Support
from finder.importing.prices import read_prices
from tests.importing.reading import an_error, read_entry, summed_up

EVERYTHING = """\
[[prices]]
amount = 45
to = 60.50
unit = "day"
for = ["council", "nhs"]
support = "1:1"
hours = 6
includes = "Lunch is in the price."
valid_from = 2026-04-01
valid_to = 2027-03-31
note = "Ask about Fridays."
"""


def _price(lines: str) -> str:
    return f"[[prices]]\n{lines}\n"


@pytest.mark.parametrize(
    ("text", "prices"),
    [
        pytest.param("", (), id="nobody told"),
        pytest.param(
            EVERYTHING,
            (
                Price(
                    low_pence=4500,
                    high_pence=6050,
                    unit=PriceUnit.DAY,
                    payers=(Pay.COUNCIL, Pay.NHS),
                    support=Support.ONE_TO_ONE,
                    hours=6.0,
                    includes="Lunch is in the price.",
                    valid_from=date(2026, 4, 1),
                    valid_to=date(2027, 3, 31),
                    note="Ask about Fridays.",
                ),
            ),
            id="everything is told",
        ),
        pytest.param(_price("free = true"), (Price(low_pence=0),), id="free"),
        pytest.param(
            _price("free = true\nvalid_from = 2026-04-01\nvalid_to = 2026-04-01"),
            (Price(low_pence=0, valid_from=date(2026, 4, 1), valid_to=date(2026, 4, 1)),),
            id="for one day",
        ),
        pytest.param(_price("amount = 0"), (Price(low_pence=0),), id="nothing is free too"),
        pytest.param(_price("ask = true"), (Price(low_pence=None),), id="you have to ask"),
        pytest.param(
            _price("ask = false\nfree = false\namount = 4.5"),
            (Price(low_pence=450),),
            id="not free",
        ),
        pytest.param(
            _price("amount = 1") + _price("amount = 2"),
            (Price(low_pence=100), Price(low_pence=200)),
            id="two prices",
        ),
    ],
)
def test_prices_are_read(text: str, prices: tuple[Price, ...]) -> None:
    entry, issues = read_entry(text)

    assert (read_prices(entry), issues) == (prices, [])


def test_a_price_in_words_is_one_issue() -> None:
    entry, issues = read_entry(_price('amount = "about a tenner"'))

    read_prices(entry)

    assert issues == [
        an_error(
            code="wrong-value",
            message="amount is “about a tenner”, not an amount of money.",
            remedy="Write pounds as a number, such as amount = 10 or amount = 10.50.",
            line=2,
            where="prices 1, amount",
        )
    ]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param('unit = "day"', id="none"),
        pytest.param("amount = 1\nfree = true", id="an amount, and free"),
        pytest.param("ask = true\nfree = true", id="ask, and free"),
        pytest.param("ask = false", id="only that it is not to ask for"),
    ],
)
def test_a_price_says_one_of_an_amount_ask_and_free(lines: str) -> None:
    entry, issues = read_entry(_price(lines))

    read_prices(entry)

    assert issues == [
        an_error(
            code="price-not-clear",
            message="A price needs one of amount, ask or free.",
            remedy="Write amount = 10, or ask = true, or free = true.",
            where="prices 1",
        )
    ]


@pytest.mark.parametrize(
    "lines", ["amount = 10\nto = 10", "amount = 10\nto = 9", "ask = true\nto = 9"]
)
def test_a_range_goes_up(lines: str) -> None:
    entry, issues = read_entry(_price(lines))

    read_prices(entry)

    assert issues == [
        an_error(
            code="price-not-clear",
            message="The price has a “to” that is not above its amount.",
            remedy="Write the lower price in amount and the higher one in to.",
            line=3,
            where="prices 1, to",
        )
    ]


def test_a_price_does_not_end_before_it_starts() -> None:
    entry, issues = read_entry(_price("amount = 1\nvalid_from = 2026-04-01\nvalid_to = 2026-03-31"))

    read_prices(entry)

    assert issues == [
        an_error(
            code="ends-before-start",
            message="The price ends on 2026-03-31, before it starts on 2026-04-01.",
            remedy="Correct one of the two dates.",
            line=4,
            where="prices 1, valid_to",
        )
    ]


def test_every_fault_of_every_price_is_noted() -> None:
    entry, issues = read_entry(
        _price('amount = -1\nunit = "minute"') + _price('free = true\nfor = ["me"]\nvat = 1')
    )

    read_prices(entry)

    assert summed_up(issues) == [
        ("wrong-value", 2, "prices 1, amount"),
        ("unknown-word", 3, "prices 1, unit"),
        ("unknown-word", 6, "prices 2, for"),
        ("unknown-field", 7, "prices 2, vat"),
    ]
