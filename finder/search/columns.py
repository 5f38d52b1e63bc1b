"""What each activity can be chosen and ordered by, worked out once for a whole generation.

Every kind of choice has, for each of its values, the set of activities that surely have it and
the set for which nobody told. An activity in neither surely has it not.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from finder.domain.activity import Activity, Session
from finder.domain.place import Point
from finder.domain.provider import Provider
from finder.domain.vocabulary import (
    ActivityStatus,
    Arrangement,
    DayChoice,
    DayPart,
    LeadsTo,
    Mode,
    Need,
    Pay,
    ProviderStatus,
    SpaceState,
    Support,
)

NOT_TOLD = "?"


class Kind(StrEnum):
    """A kind of choice, called as its parameter is called in an address."""

    INTEREST = "interest"
    LOT = "lot"
    DAY = "day"
    PART = "part"
    MODE = "mode"
    NEED = "need"
    SUPPORT = "support"
    WHO = "who"
    AGE = "age"
    PAY = "pay"
    MAX_COST = "max_cost"
    LEADS_TO = "leads_to"
    ARRANGEMENT = "arrangement"
    SPACE = "space"
    NEAR = "near"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One kind of choice: the activities that have each value, and those that did not say."""

    sure: Mapping[str, int] = field(default_factory=dict)
    not_told: Mapping[str, int] = field(default_factory=dict)

    def has(self, value: str) -> int:
        """Return the set of activities that surely have the value."""
        return self.sure.get(value, 0)

    def may_have(self, value: str) -> int:
        """Return the set of activities that did not say whether they have the value."""
        return self.not_told.get(value, 0) | self.not_told.get(NOT_TOLD, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns of one council's activities, in the order of their numbers.

    `live` is the set that a search may show. `points` are the places of each activity.
    `cheapest_pence` is None where no price is told. `slots` has a set for each day and part of
    it, as "mon morning"; "mon ?" is Monday at a time not told, "? morning" any day. `serves` has,
    for each area of the council, the activities whose helpers say that they come to people there;
    `area_points` are points that are known to lie in an area.
    """

    activity_ids: Sequence[str]
    names: Sequence[str]
    live: int
    kinds: Mapping[Kind, Column]
    slots: Mapping[str, int]
    points: Sequence[Sequence[Point]]
    cheapest_pence: Sequence[int | None]
    ages: Sequence[tuple[int, int] | None]
    checked_on: Sequence[date | None]
    serves: Mapping[str, int] = field(default_factory=dict)
    area_points: Sequence[tuple[str, Point]] = ()

    @property
    def count(self) -> int:
        return len(self.activity_ids)


def make_columns(
    activities: Sequence[Activity], providers: Mapping[str, Provider], today: date
) -> Columns:
    """Return the columns of the activities."""
    return Columns(
        activity_ids=[activity.activity_id for activity in activities],
        names=[activity.name.casefold() for activity in activities],
        live=_set(activities, lambda activity: _is_live(activity, providers)),
        kinds={kind: _make_column(activities, told) for kind, told in _TOLD.items()}
        | {Kind.NEED: _make_needs(activities)},
        slots=_make_slots(activities),
        points=[_points(activity) for activity in activities],
        cheapest_pence=[_cheapest(activity, today) for activity in activities],
        ages=[
            (activity.ages.youngest, activity.ages.oldest or 200) if activity.ages else None
            for activity in activities
        ],
        checked_on=[activity.checked_on for activity in activities],
        serves=_make_column(activities, lambda activity: activity.serves).sure,
        area_points=_area_points(activities),
    )


def _set(activities: Sequence[Activity], test: Callable[[Activity], bool]) -> int:
    bits = 0
    for number, activity in enumerate(activities):
        bits |= test(activity) << number
    return bits


def _is_live(activity: Activity, providers: Mapping[str, Provider]) -> bool:
    """Return whether a search may show it: an ended or paused one keeps its page only."""
    provider = providers.get(activity.provider_id)
    return (
        activity.status is ActivityStatus.ACTIVE
        and provider is not None
        and provider.status is ProviderStatus.ACTIVE
    )


def pay_of(activity: Activity) -> tuple[Pay, ...] | None:
    """Return the ways to pay. What is free for everyone says so itself."""
    is_free = any(price.is_free and not price.payers for price in activity.prices)
    if is_free and Pay.FREE not in (activity.pay or ()):
        return (*(activity.pay or ()), Pay.FREE)
    return activity.pay


# What an activity tells about each kind; None means that nobody told.
_TOLD: dict[Kind, Callable[[Activity], Iterable[str] | None]] = {
    Kind.INTEREST: lambda activity: activity.interests,
    Kind.LOT: lambda activity: activity.lots,
    Kind.MODE: lambda activity: activity.modes,
    Kind.SUPPORT: lambda activity: activity.support,
    Kind.WHO: lambda activity: activity.groups,
    Kind.PAY: pay_of,
    Kind.LEADS_TO: lambda activity: (
        None if activity.leads_to is None else [step.kind for step in activity.leads_to]
    ),
    Kind.ARRANGEMENT: lambda activity: (
        None if activity.arrangement is None else [activity.arrangement]
    ),
    Kind.SPACE: lambda activity: (
        None if activity.availability is None else [activity.availability.state]
    ),
}
FIXED_VALUES: dict[Kind, Sequence[StrEnum]] = {
    Kind.DAY: tuple(DayChoice),
    Kind.PART: tuple(DayPart),
    Kind.MODE: tuple(Mode),
    Kind.NEED: tuple(Need),
    Kind.SUPPORT: tuple(Support),
    Kind.PAY: tuple(Pay),
    Kind.LEADS_TO: tuple(LeadsTo),
    Kind.ARRANGEMENT: tuple(Arrangement),
    Kind.SPACE: tuple(SpaceState),
}


def _make_column(
    activities: Sequence[Activity], told: Callable[[Activity], Iterable[str] | None]
) -> Column:
    sure: defaultdict[str, int] = defaultdict(int)
    not_told = 0
    for number, activity in enumerate(activities):
        values = told(activity)
        if values is None:
            not_told |= 1 << number
            continue
        for value in values:
            sure[str(value)] |= 1 << number
    return Column(sure=dict(sure), not_told={NOT_TOLD: not_told})


def _make_needs(activities: Sequence[Activity]) -> Column:
    """Return the column of needs, where each need is told, or not, by itself."""
    sure = {
        need.value: _set(activities, lambda each, need=need: each.needs.get(need) is True)  # type: ignore[misc]
        for need in Need
    }
    not_told = {
        need.value: _set(activities, lambda each, need=need: need not in each.needs)  # type: ignore[misc]
        for need in Need
    }
    return Column(sure=sure, not_told=not_told)


def slots_of(session: Session) -> set[str]:
    """Return the days and parts that a session fills, with "?" for what it does not tell."""
    days = [session.day.value] if session.day else [NOT_TOLD]
    parts: list[str] = sorted(session.parts) or [NOT_TOLD]
    return {f"{day} {part}" for day in days for part in parts}


def _make_slots(activities: Sequence[Activity]) -> dict[str, int]:
    slots: defaultdict[str, int] = defaultdict(int)
    for number, activity in enumerate(activities):
        filled = {slot for session in activity.sessions for slot in slots_of(session)}
        for slot in filled or {f"{NOT_TOLD} {NOT_TOLD}"}:
            slots[slot] |= 1 << number
    return dict(slots)


def _points(activity: Activity) -> list[Point]:
    return list(dict.fromkeys(place.point for place in activity.places if place.point))


def _area_points(activities: Sequence[Activity]) -> list[tuple[str, Point]]:
    places = (place for activity in activities for place in activity.places)
    known = ((place.area, place.point) for place in places if place.area and place.point)
    return sorted(set(known), key=lambda pair: (pair[0], pair[1].latitude, pair[1].longitude))


def _cheapest(activity: Activity, today: date) -> int | None:
    """Return the lowest price that holds today, or else that will; None when nobody told."""
    holding = [price for price in activity.prices if price.holds_on(today)]
    coming = [price for price in activity.prices if price.valid_from and price.valid_from > today]
    told = [price.low_pence for price in holding or coming if price.low_pence is not None]
    return min(told, default=None)
