"""Read what something costs from free text, and from the prices of a feed."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from finder.domain.vocabulary import PriceUnit
from finder.importing.directories.texts import one_line, shorten
from finder.importing.entry import LONGEST_SENTENCE, MOST_POUNDS

_UNIT_WORDS = {
    "hour": PriceUnit.HOUR,
    "half day": PriceUnit.HALF_DAY,
    "half-day": PriceUnit.HALF_DAY,
    "day": PriceUnit.DAY,
    "session": PriceUnit.SESSION,
    "class": PriceUnit.SESSION,
    "lesson": PriceUnit.SESSION,
    "visit": PriceUnit.SESSION,
    "week": PriceUnit.WEEK,
    "month": PriceUnit.MONTH,
    "course": PriceUnit.COURSE,
}
_UNIT = rf"(?:an?|per|each|every|/)\s*(?P<unit>{'|'.join(_UNIT_WORDS)})"
_POUNDS = r"£\s?(\d{1,6}(?:\.\d{2})?)(?:p\b)?"
_AMOUNT = re.compile(rf"{_POUNDS}(?:\s*(?:-|–|to)\s*{_POUNDS})?\s*{_UNIT}\.?", re.IGNORECASE)
_UNIT_ONLY = re.compile(_UNIT, re.IGNORECASE)
_FREE = re.compile(
    r"(?:it is |it's )?(?:free(?: of charge)?|no (?:charge|cost|fee)|£\s?0(?:\.00)?|nil)[.!]?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceTold:
    """A price as content has it: an amount in pounds, or free, or with neither, "ask"."""

    amount: Decimal | None = None
    highest: Decimal | None = None
    free: bool = False
    unit: PriceUnit | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""


def read_fees(text: str) -> PriceTold:
    """Return the price that a text says: free, or an amount for a unit.

    Anything else is a price to ask for, with the text itself as its note.
    """
    tidy = one_line(text)
    if _FREE.fullmatch(tidy):
        return PriceTold(free=True)
    found = _AMOUNT.fullmatch(tidy)
    if found:
        lowest = Decimal(found.group(1))
        highest = Decimal(found.group(2)) if found.group(2) else None
        if lowest <= MOST_POUNDS and (highest is None or lowest < highest <= MOST_POUNDS):
            unit = _UNIT_WORDS[found.group("unit").lower()]
            return PriceTold(amount=lowest, highest=highest, unit=unit)
    return PriceTold(note=shorten(tidy, LONGEST_SENTENCE))


def price_of_option(
    amount: str, words: str, *, valid_from: date | None, valid_to: date | None
) -> PriceTold:
    """Return a price of a feed: an amount, and the words that say for whom and for what.

    An amount whose unit nobody says becomes a price to ask for, with the amount in its note. So
    does nothing to pay when words go with it: it may be free for some people only.
    """
    note = shorten(one_line(words), LONGEST_SENTENCE)
    pounds = _pounds(amount)
    unit = _UNIT_ONLY.search(words)
    if pounds == 0 and not note:
        return PriceTold(free=True, valid_from=valid_from, valid_to=valid_to)
    if not pounds or unit is None:
        told = ["" if pounds is None else f"£{pounds:.2f}.", note]
        note = shorten(" ".join(part for part in told if part), LONGEST_SENTENCE)
        return PriceTold(note=note, valid_from=valid_from, valid_to=valid_to)
    return PriceTold(
        amount=pounds,
        unit=_UNIT_WORDS[unit.group("unit").lower()],
        note=note,
        valid_from=valid_from,
        valid_to=valid_to,
    )


def _pounds(text: str) -> Decimal | None:
    """Return an amount that content can hold: whole pence, and not beyond all sense."""
    try:
        pounds = Decimal(text.strip().removeprefix("£"))
    except InvalidOperation:
        return None
    if not pounds.is_finite() or not 0 <= pounds <= MOST_POUNDS:
        return None
    return pounds if pounds * 100 == (pounds * 100).to_integral_value() else None
