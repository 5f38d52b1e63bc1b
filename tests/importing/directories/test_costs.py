"""What an activity costs."""

from decimal import Decimal

import pytest

from finder.domain.vocabulary import PriceUnit
from finder.importing.directories.costs import NOT_FREE, price_tables
from finder.importing.directories.fields import FieldReader
from finder.importing.directories.joins import Listing
from finder.importing.directories.mapping import ReadingRules
from finder.importing.directories.prices import PriceTold
from finder.importing.directories.rules import Ruled
from tests.importing.directories.invented import a_part, a_row


def prices(
    told: list[PriceTold] | None = None, ruled: Ruled | None = None, **cells: object
) -> tuple[list[dict[str, object]], list[str]]:
    row = a_row(**cells)
    listing = Listing(row=row, prices=told or [])
    reader = FieldReader(row, a_part(fees=("fees",), free=("free",)), listing.remarks)
    tables = price_tables(listing, reader, ruled or Ruled(), ReadingRules())
    return tables, [remark.code for remark in listing.remarks]


@pytest.mark.parametrize(
    ("cells", "tables"),
    [
        ({}, []),
        ({"free": "TRUE"}, [{"free": True}]),
        ({"free": "no"}, [{"ask": True, "note": NOT_FREE}]),
        ({"free": "no", "fees": "£5 a week"}, [{"amount": Decimal(5), "unit": "week"}]),
        ({"fees": "about a tenner"}, [{"ask": True, "note": "about a tenner"}]),
        ({"fees": "free"}, [{"free": True}]),
    ],
)
def test_prices(cells: dict[str, object], tables: list[dict[str, object]]) -> None:
    assert prices(None, None, **cells) == (tables, [])


def test_what_is_neither_yes_nor_no_is_left_out() -> None:
    assert prices(free="maybe") == ([], ["not-yes-or-no"])


def test_a_rule_can_say_that_it_is_free() -> None:
    assert prices(ruled=Ruled(given={"free": True})) == ([{"free": True}], [])
    assert prices(ruled=Ruled(given={"free": True}), free="no")[0][0]["note"] == NOT_FREE


def test_the_prices_of_a_feed_go_first() -> None:
    told = PriceTold(amount=Decimal(5), highest=Decimal(9), unit=PriceUnit.DAY)

    assert prices([told, told], free="no")[0] == [
        {"amount": Decimal(5), "to": Decimal(9), "unit": "day"}
    ]
