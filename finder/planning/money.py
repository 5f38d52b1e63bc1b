"""Amounts of money in whole pence, between a low one and a high one.

Sums are made of exact fractions and rounded to whole pence at the end, half a penny up.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in pence. `high` is the same as `low` unless it may be more."""

    low: int
    high: int

    def __add__(self, other: "Money") -> "Money":
        return Money(self.low + other.low, self.high + other.high)

    @property
    def is_range(self) -> bool:
        return self.low != self.high

    @property
    def is_nothing(self) -> bool:
        return self.high == 0

    def split(self, parts: int) -> "Money":
        """Return one of so many equal parts."""
        return Money(rounded(Fraction(self.low, parts)), rounded(Fraction(self.high, parts)))


NOTHING = Money(0, 0)


def rounded(pence: Fraction) -> int:
    """Return whole pence, half a penny up."""
    return (2 * pence.numerator + pence.denominator) // (2 * pence.denominator)


def span(amounts: Iterable[Money]) -> Money:
    """Return the range that holds all of these amounts; there must be one."""
    told = tuple(amounts)
    return Money(min(each.low for each in told), max(each.high for each in told))


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """What something costs.

    `weekly` is for a week in which all of it is on. `once` is for what is paid once, such as a
    course or a single date, and is in no week. `yearly` is all of it, by the weeks of the year.
    """

    weekly: Money = NOTHING
    once: Money = NOTHING
    yearly: Money = NOTHING

    def __add__(self, other: "Amounts") -> "Amounts":
        return Amounts(
            weekly=self.weekly + other.weekly,
            once=self.once + other.once,
            yearly=self.yearly + other.yearly,
        )

    @property
    def monthly(self) -> Money:
        """Return a twelfth of the year's cost, with what is paid once spread over the year."""
        return self.yearly.split(MONTHS)


def span_of_amounts(choices: Iterable[Amounts]) -> Amounts:
    """Return the ranges that hold all of these; there must be one.

    Where one is paid each week and another once, each range goes down to nothing, so the year's
    is the one to compare.
    """
    told = tuple(choices)
    return Amounts(
        weekly=span(each.weekly for each in told),
        once=span(each.once for each in told),
        yearly=span(each.yearly for each in told),
    )
