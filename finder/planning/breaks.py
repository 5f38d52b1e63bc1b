"""Plan a break for a carer: which activities give them the times that they need (F10, F32, F45).

A carer says when they have to be free. What comes back are few sets of activities, each a way to
cover as much of that as can be, with what is left open. Everything that has to do with those times
and is in no set is there too, with the reason. Nothing here is a promise: the way is a guess, and
a space has to be asked for.

A carer is free for the part of a session that lies in their times. When it begins earlier or ends
later, or the way there lies before, they still have to be there to bring and to fetch, unless
somebody else does. A visit has the times of that, and the page says them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from finder.domain.vocabulary import Day
from finder.planning.break_candidates import Candidate, Members, chain_of, make_candidates
from finder.planning.break_days import free_stretches
from finder.planning.break_search import find_sets
from finder.planning.break_visits import LEAST_MINUTES, Offer, Reason, Visit, visits_of
from finder.planning.break_windows import (
    Stretch,
    Window,
    join_windows,
    left_open,
    part_inside,
    stretches_by_day,
)

MOST_ACTIVITIES = 3
MOST_SETS = 6
# Besides sets that surely fit.
MOST_ASK_SETS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveredWindow:
    """What a set does for one window: the visits, when the carer is free, and what is left."""

    window: Window
    visits: tuple[Visit, ...] = ()
    free: tuple[Stretch, ...] = ()
    open: tuple[Stretch, ...] = ()

    @property
    def minutes(self) -> int:
        return sum(end - start for start, end in self.free)


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakSet:
    """Activities that are done together, in the order of the week, and each window with them."""

    offers: tuple[Offer, ...]
    windows: tuple[CoveredWindow, ...]

    @property
    def minutes(self) -> int:
        """Return how long the carer is free in a week."""
        return sum(each.minutes for each in self.windows)

    @property
    def visits(self) -> tuple[Visit, ...]:
        """Return every visit once, in the order of the week."""
        every = (visit for each in self.windows for visit in each.visits)
        return tuple({id(visit): visit for visit in every}.values())

    def visits_to(self, offer: Offer) -> tuple[Visit, ...]:
        return tuple(visit for visit in self.visits if visit.offer is offer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """An activity that is in no set, and why."""

    offer: Offer
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakPlan:
    """The sets, best first; `ask_sets` have something that did not tell all that was asked for.

    They are only there when they cover more than the best set does. `apart` is in the neutral
    order: fewer unknowns, nearest, name.
    """

    windows: tuple[Window, ...]
    sets: tuple[BreakSet, ...] = ()
    ask_sets: tuple[BreakSet, ...] = ()
    apart: tuple[Apart, ...] = ()

    @property
    def minutes(self) -> int:
        """Return how long the carer asked to be free in a week."""
        return sum(window.minutes for window in self.windows)


def plan_breaks(
    offers: Iterable[Offer],
    windows: Iterable[Window],
    *,
    today: date,
    without_carer: bool = False,
    most_activities: int = MOST_ACTIVITIES,
    most_sets: int = MOST_SETS,
) -> BreakPlan:
    """Return the ways to cover a carer's windows.

    `without_carer` says that the person goes there and back without the carer.
    """
    joined = join_windows(windows)
    by_day = stretches_by_day(joined)
    found: list[tuple[Offer, tuple[Visit, ...]]] = []
    apart: list[Apart] = []
    for offer in offers:
        if offer.is_stay:
            continue
        visits, reason = visits_of(offer, by_day, today=today, without_carer=without_carer)
        if visits:
            found.append((offer, visits))
        elif reason is not None:
            apart.append(Apart(offer=offer, reason=reason))

    candidates = make_candidates(found, by_day)
    sure = [each for each in candidates if each.offer.is_sure]

    def sets_of(some: Sequence[Candidate], most: int) -> list[BreakSet]:
        chosen = find_sets(some, by_day, most_activities=most_activities, most_sets=most)
        return [_make_set(members, joined) for members in chosen]

    sets = sets_of(sure, most_sets)
    enough = sets[0].minutes + LEAST_MINUTES if sets else 1
    ask_sets: list[BreakSet] = []
    if len(sure) < len(candidates) and sum(each.minutes for each in joined) >= enough:
        ask_sets = [
            each
            for each in sets_of(candidates, MOST_ASK_SETS if sets else most_sets)
            if each.minutes >= enough and not all(offer.is_sure for offer in each.offers)
        ]
    return BreakPlan(
        windows=joined,
        sets=tuple(sets),
        ask_sets=tuple(ask_sets),
        apart=tuple(sorted(apart, key=_apart_order)),
    )


def _apart_order(apart: Apart) -> tuple[bool, int, float, str]:
    offer = apart.offer
    miles = float("inf") if offer.miles is None else offer.miles
    return not offer.is_sure, offer.unknowns, miles, offer.activity.name.casefold()


def _make_set(members: Members, windows: Sequence[Window]) -> BreakSet:
    by_day = stretches_by_day(windows)
    chains = {day: chain_of(members, day, by_day) for day in by_day}
    free = {day: free_stretches(chain) for day, chain in chains.items()}
    covered = tuple(_cover(window, chains[window.day], free[window.day]) for window in windows)
    visits = [visit for each in covered for visit in each.visits]
    return BreakSet(
        offers=tuple({id(visit.offer): visit.offer for visit in visits}.values()), windows=covered
    )


def _cover(window: Window, visits: Iterable[Visit], free: Iterable[Stretch]) -> CoveredWindow:
    parts = (part_inside(start, end, window) for start, end in free)
    inside = tuple(part for part in parts if part is not None)
    return CoveredWindow(
        window=window,
        visits=tuple(
            visit
            for visit in visits
            if part_inside(visit.free_from, visit.free_until, window) is not None
            or part_inside(visit.starts, visit.ends, window) is not None
        ),
        free=inside,
        open=left_open(window, inside),
    )


def days_of(windows: Iterable[Window]) -> tuple[Day, ...]:
    """Return the days of some windows, each once, in the order of the week."""
    return tuple(stretches_by_day(join_windows(windows)))
