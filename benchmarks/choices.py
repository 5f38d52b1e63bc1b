"""The six kinds of choice that every engine counts, as the other engines keep them.

An activity that does not tell a kind fits every value of it, so it has the one value "?". Of
needs, where each is told by itself, an activity keeps those that it surely cannot meet: they are
the fewest. So a count is a sum of two numbers, or a difference, for whoever does the counting.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from finder.catalogue.contents import Contents
from finder.domain.activity import Activity
from finder.domain.provider import ProviderId
from finder.domain.vocabulary import (
    ActivityStatus,
    DayChoice,
    Mode,
    Need,
    Pay,
    ProviderStatus,
    Support,
)

NOT_TOLD = "?"
INTEREST, DAY, MODE, NEED, SUPPORT, PAY = "interest", "day", "mode", "need", "support", "pay"
KINDS = (INTEREST, DAY, MODE, NEED, SUPPORT, PAY)

Picked = Mapping[str, tuple[str, ...]]
Counts = dict[str, dict[str, int]]


def values_of(kind: str, contents: Contents) -> tuple[str, ...]:
    """Return the values of a kind that a page shows."""
    fixed = {DAY: DayChoice, MODE: Mode, NEED: Need, SUPPORT: Support, PAY: Pay}
    if kind == INTEREST:
        return tuple(interest.slug for interest in contents.interests)
    return tuple(str(value) for value in fixed[kind])


def is_live(activity: Activity, contents: Mapping[ProviderId, ProviderStatus]) -> bool:
    """Return whether a search may show an activity, by the status of its provider too."""
    statuses = (activity.status, contents[activity.provider_id])
    return statuses == (ActivityStatus.ACTIVE, ProviderStatus.ACTIVE)


def kept_of(kind: str, activity: Activity) -> tuple[str, ...]:
    """Return the values of a kind that are kept for an activity."""
    return _KEPT[kind](activity)


def _told(values: Iterable[str] | None) -> tuple[str, ...]:
    return (NOT_TOLD,) if values is None else tuple(str(value) for value in values)


def _days_of(activity: Activity) -> tuple[str, ...]:
    days = {session.day for session in activity.sessions}
    if not days or None in days:
        return (NOT_TOLD,)
    return tuple(str(choice) for choice in DayChoice if days.intersection(choice.days))


def _pay_of(activity: Activity) -> tuple[str, ...]:
    is_free = any(price.is_free and not price.payers for price in activity.prices)
    if is_free and Pay.FREE not in (activity.pay or ()):
        return _told((*(activity.pay or ()), Pay.FREE))
    return _told(activity.pay)


_KEPT: dict[str, Callable[[Activity], tuple[str, ...]]] = {
    INTEREST: lambda activity: activity.interests,
    DAY: _days_of,
    MODE: lambda activity: _told(activity.modes),
    NEED: lambda activity: tuple(str(n) for n, is_met in activity.needs.items() if not is_met),
    SUPPORT: lambda activity: _told(activity.support),
    PAY: _pay_of,
}


class Codes:
    """A whole number for each value of each kind, so that an engine keeps and counts numbers."""

    def __init__(self, values: Mapping[str, Sequence[str]]) -> None:
        self.values = {kind: tuple(each) for kind, each in values.items()}
        pairs = [(kind, value) for kind in KINDS for value in (*self.values[kind], NOT_TOLD)]
        self.code = {pair: code for code, pair in enumerate(pairs)}

    @classmethod
    def of(cls, contents: Contents) -> "Codes":
        return cls({kind: values_of(kind, contents) for kind in KINDS})

    def of_activity(self, activity: Activity) -> list[int]:
        """Return the codes that are kept for an activity."""
        return [self.code[kind, value] for kind in KINDS for value in kept_of(kind, activity)]

    def of_kind(self, kind: str) -> list[int]:
        """Return the codes of a kind."""
        return [self.code[kind, value] for value in (*self.values[kind], NOT_TOLD)]

    def accepted(self, kind: str, picked: Sequence[str]) -> list[int]:
        """Return the codes of which an activity needs one, for what a person picked of a kind."""
        return [self.code[kind, value] for value in (*picked, NOT_TOLD)]

    def refused(self, needs: Sequence[str]) -> list[int]:
        """Return the codes of which an activity may have none, for the needs that were picked."""
        return [self.code[NEED, need] for need in needs]

    def counts(self, kind: str, found: Mapping[int, int], total: int, into: Counts) -> None:
        """Put the counts of a kind into an answer.

        `found` says how many of the `total` activities have each code.
        """
        code = self.code
        if kind == NEED:
            into[kind] = {v: total - found.get(code[kind, v], 0) for v in self.values[kind]}
            return
        untold = found.get(code[kind, NOT_TOLD], 0)
        into[kind] = {v: found.get(code[kind, v], 0) + untold for v in self.values[kind]}
