"""How many of a price's unit a person pays for, in a week and in a year (F20, F27)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from finder.domain.activity import Price
from finder.domain.vocabulary import PriceUnit
from finder.planning.money import MONTHS, Amounts, Money, rounded
from finder.planning.occasions import WEEKS, Occasion, minutes_of_unit

# A half day is up to this long, in minutes, where its price does not say how long it is.
LONGEST_HALF_DAY = 270
MONTHS_A_WEEK = Fraction(MONTHS, WEEKS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """How many units are paid for: in each week that the activity is on, once, and in a year."""

    weekly: Fraction = Fraction(0)
    once: Fraction = Fraction(0)
    yearly: Fraction = Fraction(0)

    def __add__(self, other: "Units") -> "Units":
        return Units(
            weekly=self.weekly + other.weekly,
            once=self.once + other.once,
            yearly=self.yearly + other.yearly,
        )

    def __mul__(self, factor: Fraction) -> "Units":
        return Units(
            weekly=self.weekly * factor, once=self.once * factor, yearly=self.yearly * factor
        )

    def cost(self, price: Price) -> Amounts:
        """Return what they cost, at a price that is told."""
        assert price.low_pence is not None, "a price that you have to ask for has no amount"
        low, high = price.low_pence, price.high_pence or price.low_pence
        return Amounts(
            weekly=Money(rounded(self.weekly * low), rounded(self.weekly * high)),
            once=Money(rounded(self.once * low), rounded(self.once * high)),
            yearly=Money(rounded(self.yearly * low), rounded(self.yearly * high)),
        )


NO_UNITS = Units()
ONE_UNIT = Units(once=Fraction(1), yearly=Fraction(1))


def units_of(price: Price, occasions: Sequence[Occasion]) -> Units | None:
    """Return how many units the occasions take, or None when nobody told how long they are."""
    if not occasions:
        return NO_UNITS
    return _COUNTS[price.unit](price, occasions)


def units_without_sessions(price: Price, length_weeks: int | None) -> Units | None:
    """Return the units of an activity whose times nobody told, or None when it depends on them."""
    if price.unit in (PriceUnit.COURSE, PriceUnit.ONE_OFF):
        return ONE_UNIT
    if price.unit is PriceUnit.MONTH:
        return _months_of(WEEKS if length_weeks is None else min(WEEKS, length_weeks))
    return None


def is_half_day(occasion: Occasion, *, day: Price, half_day: Price) -> bool | None:
    """Return which of two prices an occasion is for; None when nobody told how long it is."""
    if occasion.minutes is None:
        return None
    longest, shortest = minutes_of_unit(day), minutes_of_unit(half_day)
    limit = (longest + shortest) // 2 if longest and shortest else LONGEST_HALF_DAY
    return occasion.minutes <= limit


def _one_each(occasion: Occasion) -> Units:
    return Units(weekly=occasion.a_week, once=Fraction(occasion.single), yearly=occasion.a_year)


def _sum(each: Iterable[Units]) -> Units:
    return sum(each, start=NO_UNITS)


def _one(_price: Price, _occasions: Sequence[Occasion]) -> Units:
    return ONE_UNIT


def _sessions(_price: Price, occasions: Sequence[Occasion]) -> Units:
    return _sum(_one_each(each) for each in occasions)


def _months(_price: Price, occasions: Sequence[Occasion]) -> Units:
    """A month is paid for also when the activity is closed for a part of it."""
    regular = [each.lasts for each in occasions if each.a_week]
    return _months_of(max(regular)) if regular else ONE_UNIT


def _months_of(weeks: int) -> Units:
    return Units(weekly=MONTHS_A_WEEK, yearly=MONTHS_A_WEEK * weeks)


def _weeks(_price: Price, occasions: Sequence[Occasion]) -> Units:
    """All that comes round is in the same weeks; a single date is in its own."""
    dates = (each.session.on_date for each in occasions)
    weeks = [on_date.isocalendar()[:2] if on_date else None for on_date in dates]
    return _one_for_each(weeks, occasions)


def _days(_price: Price, occasions: Sequence[Occasion]) -> Units:
    """Two sessions of one day are one day. One whose day a person picks has a day to itself."""
    days = [
        each.session.on_date or each.session.day or number for number, each in enumerate(occasions)
    ]
    return _one_for_each(days, occasions)


def _one_for_each(groups: Sequence[object], occasions: Sequence[Occasion]) -> Units:
    """Return a unit for each group, as often as what is most often in it."""
    largest: dict[object, Units] = {}
    for group, occasion in zip(groups, occasions, strict=True):
        units, before = _one_each(occasion), largest.get(group, NO_UNITS)
        largest[group] = Units(
            weekly=max(units.weekly, before.weekly),
            once=max(units.once, before.once),
            yearly=max(units.yearly, before.yearly),
        )
    return _sum(largest.values())


def _hours(price: Price, occasions: Sequence[Occasion]) -> Units | None:
    total = NO_UNITS
    for each in occasions:
        minutes = each.minutes or minutes_of_unit(price)
        if minutes is None:
            return None
        total += _one_each(each) * Fraction(minutes, 60)
    return total


def _half_days(price: Price, occasions: Sequence[Occasion]) -> Units:
    return _sum(_one_each(each) * _halves(price, each) for each in occasions)


def _halves(price: Price, occasion: Occasion) -> Fraction:
    """Return the half days in an occasion: a whole day that is sold by halves has two."""
    one = minutes_of_unit(price)
    if not one or occasion.minutes is None:
        return Fraction(1)
    return Fraction(max(1, round(Fraction(occasion.minutes, one))))


_COUNTS: Mapping[PriceUnit, Callable[[Price, Sequence[Occasion]], Units | None]] = {
    PriceUnit.HOUR: _hours,
    PriceUnit.HALF_DAY: _half_days,
    PriceUnit.DAY: _days,
    PriceUnit.SESSION: _sessions,
    PriceUnit.WEEK: _weeks,
    PriceUnit.MONTH: _months,
    PriceUnit.COURSE: _one,
    PriceUnit.ONE_OFF: _one,
}
