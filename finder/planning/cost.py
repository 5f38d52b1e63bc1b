"""What something costs, as far as it was told, and costs added up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from finder.planning.money import Amounts, Money, span_of_amounts


class Unknown(StrEnum):
    """Why a cost, or a part of it, cannot be said.

    PRICE: nobody told a price, or people have to ask for it. HIDDEN: the council shows no prices.
    LENGTH: it is paid by the hour, and nobody told how long it is. OFTEN: nobody told how often
    it is, or the person picks that.
    """

    PRICE = "price"
    HIDDEN = "hidden"
    LENGTH = "length"
    OFTEN = "often"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What something costs. `amounts` is None when nothing of it can be said.

    What is `unknown` is never in the amounts: where there are both, it may cost more.
    """

    amounts: Amounts | None = None
    unknown: frozenset[Unknown] = frozenset()

    def __add__(self, other: "Cost") -> "Cost":
        told = [each.amounts for each in (self, other) if each.amounts is not None]
        return Cost(
            amounts=sum(told, start=Amounts()) if told else None,
            unknown=self.unknown | other.unknown,
        )

    @property
    def is_known(self) -> bool:
        """Return whether all of it can be said."""
        return not self.unknown


FREE = Cost(amounts=Amounts())


def unknown_cost(reason: Unknown) -> Cost:
    return Cost(unknown=frozenset({reason}))


def one_of(choices: Sequence[Cost]) -> Cost:
    """Return the cost when it is one of these, and nobody said which; there must be one."""
    told = [each.amounts for each in choices if each.amounts is not None]
    return Cost(
        amounts=span_of_amounts(told) if told else None,
        unknown=frozenset(reason for each in choices for reason in each.unknown),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """Costs added up.

    `amounts` are what is known. `unknown` are the places, among what was added up, of those whose
    cost is not known, or of which a part is not.
    """

    amounts: Amounts = field(default_factory=Amounts)
    unknown: tuple[int, ...] = ()

    @property
    def is_known(self) -> bool:
        return not self.unknown


def add_up(costs: Iterable[Cost]) -> Sum:
    """Return the sum. What is not known is said to be so, and never counts as nothing."""
    total, unknown = FREE, []
    for place, cost in enumerate(costs):
        total += cost
        if not cost.is_known:
            unknown.append(place)
    return Sum(amounts=total.amounts or Amounts(), unknown=tuple(unknown))


def left_over(cost: Money, have_pence: int) -> Money:
    """Return what is left of some money; below nothing is what there is too little."""
    return Money(have_pence - cost.high, have_pence - cost.low)
