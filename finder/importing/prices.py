"""Read the prices of an activity."""

from finder.domain.activity import Price
from finder.domain.vocabulary import Pay, PriceUnit, Support
from finder.importing.entry import Entry


def read_prices(entry: Entry) -> tuple[Price, ...]:
    """Return the price rows. A row says an amount, or ask, or free: exactly one of them."""
    return tuple(_read_price(table) for table in entry.tables("prices"))


def _read_price(entry: Entry) -> Price:
    amount, highest = entry.pence("amount"), entry.pence("to")
    ask, free = entry.flag("ask") or False, entry.flag("free") or False
    if entry.has("amount") + ask + free != 1:
        entry.problem(
            "price-not-clear",
            "A price needs one of amount, ask or free.",
            "Write amount = 10, or ask = true, or free = true.",
        )
    price = Price(
        low_pence=0 if free else amount,
        high_pence=highest,
        unit=entry.choice("unit", PriceUnit) or PriceUnit.SESSION,
        payers=entry.choices("for", Pay) or (),
        support=entry.choice("support", Support),
        hours=entry.hours("hours"),
        includes=entry.text("includes"),
        valid_from=entry.date("valid_from"),
        valid_to=entry.date("valid_to"),
        note=entry.text("note"),
    )
    if highest is not None and (amount is None or highest <= amount):
        entry.problem(
            "price-not-clear",
            "The price has a “to” that is not above its amount.",
            "Write the lower price in amount and the higher one in to.",
            key="to",
        )
    if price.valid_from and price.valid_to and price.valid_to < price.valid_from:
        entry.problem(
            "ends-before-start",
            f"The price ends on {price.valid_to}, before it starts on {price.valid_from}.",
            "Correct one of the two dates.",
            key="valid_to",
        )
    entry.finish()
    return price
