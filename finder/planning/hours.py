"""How many hours a week and a year an activity fills, and how many a carer has to themselves."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from finder.domain.vocabulary import Mode
from finder.planning.occasions import Occasion, Planned, occasions_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Time, in minutes, not rounded.

    `weekly` is for a week in which all of it is on, with half of what is every two weeks. `once`
    is for what is once only, and is in no week. `unknown` counts the activities of which some or
    all of the time is not told, and so is in none of the numbers.
    """

    weekly: Fraction = Fraction(0)
    once: Fraction = Fraction(0)
    yearly: Fraction = Fraction(0)
    unknown: int = 0

    def __add__(self, other: "Hours") -> "Hours":
        return Hours(
            weekly=self.weekly + other.weekly,
            once=self.once + other.once,
            yearly=self.yearly + other.yearly,
            unknown=self.unknown + other.unknown,
        )

    @property
    def is_nothing(self) -> bool:
        return self.yearly == 0 and self.unknown == 0


NO_HOURS = Hours()


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """The time that a carer has to themselves. `is_told` is False when nobody told whether the
    carer can go, so that the hours are what they would have if they can.
    """

    hours: Hours
    is_told: bool


def hours_of(planned: Planned, *, modes: Collection[Mode] = tuple(Mode)) -> Hours:
    """Return the time in an activity, of its sessions that are held in one of these ways.

    Nobody told the time of an activity that has no sessions, or that has some without times.
    """
    if not planned.activity.sessions:
        told = planned.activity.modes
        return Hours(unknown=1) if told is None or set(told) & set(modes) else NO_HOURS
    return _add_up(each for each in occasions_of(planned) if each.session.mode in modes)


def break_of(
    planned: Planned, *, travel_minutes: int | None = None, goes_alone: bool = False
) -> Break | None:
    """Return a carer's break from door to door, or None when there is none.

    It is the time in the activity. The way there and back counts too, `travel_minutes` each, when
    the person goes without the carer: when the provider offers transport, or when they go alone.
    It does not where the way is not known, or where the carer would be the driver. What is online
    is a break only if the provider says that the carer can go.
    """
    can_leave = planned.activity.helpers.carer_can_leave
    if can_leave is False:
        return None
    modes = [mode for mode in Mode if can_leave or mode is not Mode.ONLINE]
    hours = hours_of(planned, modes=modes)
    without_carer = goes_alone or planned.activity.transport.offered is True
    if travel_minutes and without_carer and planned.activity.sessions:
        hours = _add_up(
            _with_travel(each, 2 * travel_minutes)
            for each in occasions_of(planned)
            if each.session.mode in modes
        )
    return None if hours.is_nothing else Break(hours=hours, is_told=can_leave is True)


def _with_travel(occasion: Occasion, minutes: int) -> Occasion:
    if occasion.session.mode is not Mode.IN_PERSON or occasion.minutes is None:
        return occasion
    return replace(occasion, minutes=occasion.minutes + minutes)


def _add_up(occasions: Iterable[Occasion]) -> Hours:
    total = NO_HOURS
    for each in occasions:
        minutes = each.minutes or 0
        total += Hours(
            weekly=each.a_week * minutes,
            once=Fraction(each.single * minutes),
            yearly=each.a_year * minutes,
            unknown=int(each.minutes is None),
        )
    return replace(total, unknown=min(1, total.unknown))
