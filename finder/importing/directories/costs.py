"""Say in content what an activity costs, from all that its row tells of it."""

from finder.importing.directories.fields import FieldReader, Table, without_blanks
from finder.importing.directories.joins import Listing
from finder.importing.directories.mapping import ReadingRules
from finder.importing.directories.prices import PriceTold, read_fees
from finder.importing.directories.rules import Ruled
from finder.importing.directories.values import read_yes_or_no

NOT_FREE = "It is not free. Ask what it costs."


def price_tables(
    listing: Listing, reader: FieldReader, ruled: Ruled, reading: ReadingRules
) -> list[Table]:
    """Return the prices: those of a feed and of the fees, else whether it is free at all."""
    prices = list(listing.prices)
    fees = reader.raw("fees")
    if fees:
        prices.append(read_fees(fees))
    free = reader.value("free", lambda text: read_yes_or_no(text, yes=reading.yes, no=reading.no))
    if free is None:
        free = ruled.flag("free")
    if not prices and free is not None:
        prices.append(PriceTold(free=free, note="" if free else NOT_FREE))
    return [_table_of(each) for each in dict.fromkeys(prices)]


def _table_of(told: PriceTold) -> Table:
    return without_blanks(
        {
            "amount": told.amount,
            "to": told.highest,
            "ask": True if told.amount is None and not told.free else None,
            "free": True if told.free else None,
            "unit": str(told.unit) if told.unit else None,
            "valid_from": told.valid_from,
            "valid_to": told.valid_to,
            "note": told.note,
        }
    )
