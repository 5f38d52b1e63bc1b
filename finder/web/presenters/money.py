"""Prices in words."""

from collections.abc import Sequence
from datetime import date

from babel.numbers import format_decimal

from finder.domain.activity import Price
from finder.domain.vocabulary import Pay, PriceUnit
from finder.web.i18n import direction
from finder.web.presenters import labels
from finder.web.presenters.times import join_words
from finder.web.wording import current_locale, gettext

_LEFT_TO_RIGHT = "\u200e"


def pounds(pence: int) -> str:
    """Return an amount as "£45" or "£45.50", with the sign that is on every price here.

    Some languages write "UK£" for it, which nobody in Kent has seen. Behind a letter that is
    written from right to left the sign would jump to the other side: a mark before it keeps it.
    """
    digits = "£#,##0.00" if pence % 100 else "£#,##0"
    amount = format_decimal(pence / 100, format=digits, locale=current_locale())
    return f"{_LEFT_TO_RIGHT}{amount}" if direction() == "rtl" else amount


def price_in_words(price: Price) -> str:
    """Return a price as "£45 a day", "£8 to £12 each time", "Free" or "Ask them for the price"."""
    if price.low_pence is None:
        return gettext("Ask them for the price")
    if price.is_free:
        return gettext("Free")
    amount = pounds(price.low_pence)
    if price.high_pence is not None:
        # TRANSLATORS: from one number to another: prices, ages, weeks
        amount = gettext("%(low)s to %(high)s", low=amount, high=pounds(price.high_pence))
    return _for_each(price.unit, amount)


def _for_each(unit: PriceUnit, amount: str) -> str:
    sentences = {
        PriceUnit.HOUR: gettext("%(amount)s an hour", amount=amount),
        PriceUnit.HALF_DAY: gettext("%(amount)s for half a day", amount=amount),
        PriceUnit.DAY: gettext("%(amount)s a day", amount=amount),
        PriceUnit.SESSION: gettext("%(amount)s each time", amount=amount),
        PriceUnit.WEEK: gettext("%(amount)s a week", amount=amount),
        PriceUnit.MONTH: gettext("%(amount)s a month", amount=amount),
        PriceUnit.COURSE: gettext("%(amount)s for the whole course", amount=amount),
        PriceUnit.ONE_OFF: gettext("%(amount)s once", amount=amount),
    }
    return sentences[unit]


def prices_today(prices: Sequence[Price], today: date) -> list[Price]:
    """Return the prices that hold today, or else those that will; never one that is over."""
    holding = [price for price in prices if price.holds_on(today)]
    coming = [price for price in prices if price.valid_from and price.valid_from > today]
    return holding or coming


def payers_in_words(payers: Sequence[Pay]) -> str:
    """Return who a price is for, such as "If the council pays, or with a direct payment"."""
    return join_words(str(labels.PAY_SHORT[payer]) for payer in payers)


_COUNCIL_MONEY = {Pay.COUNCIL, Pay.DIRECT_PAYMENT, Pay.INDIVIDUAL_SERVICE_FUND}


def for_whom(price: Price) -> str:
    """Return "With your own money" and the like; nothing when the price is for everybody."""
    payers = set(price.payers)
    if payers and payers <= _COUNCIL_MONEY:
        return gettext("With money from the council")
    if payers == {Pay.NHS}:
        return gettext("With money from the NHS")
    if payers and payers <= {*_COUNCIL_MONEY, Pay.NHS}:
        return gettext("With money from the council or the NHS")
    if payers == {Pay.SELF}:
        return gettext("With your own money")
    return ""
