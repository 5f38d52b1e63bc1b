"""Sums of hours and of money in words."""

from fractions import Fraction

from finder.domain.vocabulary import Pay
from finder.planning.cost import Unknown, left_over
from finder.planning.hours import Hours
from finder.planning.money import Amounts, Money
from finder.web.presenters import labels
from finder.web.presenters.money import pounds
from finder.web.wording import LazyString, gettext, lazy_gettext, ngettext

# Nobody needs to know a week to the minute.
_STEP_IN_MINUTES = 5

WAYS: dict[Pay, LazyString] = {
    Pay.COUNCIL: lazy_gettext("The council pays them"),
    Pay.DIRECT_PAYMENT: lazy_gettext("The council gives you money"),
    Pay.INDIVIDUAL_SERVICE_FUND: lazy_gettext("A provider looks after your money"),
    Pay.SELF: lazy_gettext("Your own money"),
    Pay.NHS: lazy_gettext("The NHS pays"),
}


def money_in_words(money: Money) -> str:
    """Return "£45", or "£8 to £12"."""
    if not money.is_range:
        return pounds(money.low)
    return gettext("%(low)s to %(high)s", low=pounds(money.low), high=pounds(money.high))


def length_in_words(minutes: Fraction) -> str:
    """Return a length as "2 hours", "30 minutes" or "2 hours 30 minutes", to about 5 minutes."""
    steps = max(1, round(minutes / _STEP_IN_MINUTES))
    hours, rest = divmod(steps * _STEP_IN_MINUTES, 60)
    words = []
    if hours:
        words.append(ngettext("%(num)s hour", "%(num)s hours", hours))
    if rest:
        words.append(ngettext("%(num)s minute", "%(num)s minutes", rest))
    return " ".join(words)


def hours_in_words(hours: Hours, *, is_at_most: bool = False) -> tuple[str, ...]:
    """Return the time each week, and what is once only; what is not told is said with it."""
    words = []
    if hours.weekly:
        time = length_in_words(hours.weekly)
        sentence = gettext("%(time)s a week", time=time)
        if is_at_most:
            sentence = gettext("Up to %(time)s a week", time=time)
        elif hours.unknown:
            sentence = gettext("At least %(time)s a week", time=time)
        words.append(sentence)
    if hours.once:
        words.append(gettext("%(time)s once", time=length_in_words(hours.once)))
    return tuple(words) or (str(labels.NOT_TOLD),)


def amounts_in_words(amounts: Amounts, unknown: frozenset[Unknown]) -> tuple[str, ...]:
    """Return the cost each week, and what is paid once; "at least" when some is not known."""
    words = []
    if not amounts.weekly.is_nothing:
        words.append(_each_week(money_in_words(amounts.weekly), is_least=bool(unknown)))
    if not amounts.once.is_nothing:
        words.append(_once(money_in_words(amounts.once), is_least=bool(unknown and not words)))
    return tuple(words) or (_nothing_in_words(unknown),)


def _each_week(amount: str, *, is_least: bool) -> str:
    if is_least:
        return gettext("At least %(amount)s a week", amount=amount)
    return gettext("%(amount)s a week", amount=amount)


def _once(amount: str, *, is_least: bool) -> str:
    if is_least:
        return gettext("At least %(amount)s once", amount=amount)
    return gettext("%(amount)s once", amount=amount)


def _nothing_in_words(unknown: frozenset[Unknown]) -> str:
    if not unknown:
        return gettext("Free")
    if unknown == {Unknown.HIDDEN}:
        return gettext("Ask them for the price")
    if unknown <= {Unknown.OFTEN, Unknown.LENGTH}:
        return gettext("It depends on how much you go.")
    return str(labels.NOT_TOLD)


def answer_in_words(cost: Amounts, have: int, *, is_known: bool) -> tuple[str, ...]:
    """Return whether some money, in pence, is enough for each week."""
    left = left_over(cost.weekly, have)
    if left.low >= 0:
        sentences = [_enough(left, is_known=is_known)]
    elif left.high < 0:
        sentences = [_too_little(Money(-left.high, -left.low), is_known=is_known)]
    else:
        more = pounds(-left.low)
        sentences = [gettext("You may need %(amount)s more each week.", amount=more)]
    if left.is_range:
        sentences.append(gettext("The cost is not the same for everyone."))
    if not is_known:
        sentences.append(gettext("We do not know all the costs."))
    if not cost.once.is_nothing:
        sentences.append(gettext("What you pay once is not in this."))
    return tuple(sentences)


def _enough(left: Money, *, is_known: bool) -> str:
    if left.high == 0 and is_known:
        return gettext("You have just enough money each week.")
    if left.high == 0:
        return gettext("You may need more money each week.")
    if not is_known:
        return gettext("You have up to %(amount)s left each week.", amount=pounds(left.high))
    return gettext("You have %(amount)s left each week.", amount=money_in_words(left))


def _too_little(more: Money, *, is_known: bool) -> str:
    if not is_known:
        return gettext("You need at least %(amount)s more each week.", amount=pounds(more.low))
    return gettext("You need %(amount)s more each week.", amount=money_in_words(more))
