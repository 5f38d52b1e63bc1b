"""The offers that give a break in some windows, ready to be put together."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest
from math import inf

from finder.domain.activity import MIDNIGHT
from finder.domain.vocabulary import Day
from finder.planning.break_days import Counted, best_chain, count_alone, most_minutes
from finder.planning.break_visits import Offer, Visit, Windows

MOST_ALIKE = 4
ALIKE_MINUTES = 30
BIT_MINUTES = 5
_DAY_BITS = MIDNIGHT // BIT_MINUTES
_DAYS = tuple(Day)


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """An offer that gives a break: its visits of each day, and the most that it covers on it.

    `mask` has a bit for each five minutes that it may cover. `order` is its place among those that
    cover as much: nobody can pay for it. `number` says which offer it is: on some of its days only,
    it is the same one.
    """

    number: int
    offer: Offer
    visits: Mapping[Day, tuple[Counted, ...]]
    minutes_of_day: Mapping[Day, int]
    minutes: int
    mask: int
    order: tuple[int, float, str, str]


Members = tuple[Candidate, ...]


def make_candidates(
    visits: Iterable[tuple[Offer, Sequence[Visit]]], windows: Windows
) -> list[Candidate]:
    """Return the offers with their visits, those that cover most first, and then neutrally."""
    mask = _mask_of(windows)
    every = (
        _candidate(number, offer, found, windows, mask)
        for number, (offer, found) in enumerate(visits)
    )
    return sorted(every, key=neutral_order)


def chain_of(members: Iterable[Candidate], day: Day, windows: Windows) -> tuple[Visit, ...]:
    """Return the best that some activities can do on a day; nothing when none is held on it."""
    held = [each for each in members if day in each.visits]
    return best_chain(visits_together(held, day), windows[day]) if held else ()


def visits_together(held: Iterable[Candidate], day: Day) -> list[Counted]:
    visits = [counted for each in held for counted in each.visits[day]]
    visits.sort(key=lambda counted: (counted[0].starts, counted[0].ends))
    return visits


def _candidate(
    number: int, offer: Offer, visits: Sequence[Visit], windows: Windows, windows_mask: int
) -> Candidate:
    by_day: dict[Day, list[Visit]] = {}
    mask = 0
    for visit in visits:
        by_day.setdefault(visit.day, []).append(visit)
        mask |= _mask(visit.day, visit.free_from, visit.free_until)
    counted = {
        day: count_alone(sorted(held, key=lambda each: (each.starts, each.ends)), windows[day])
        for day, held in by_day.items()
    }
    miles = inf if offer.miles is None else offer.miles
    activity = offer.activity
    minutes_of_day = {day: most_minutes(held, windows[day]) for day, held in counted.items()}
    return Candidate(
        number,
        offer,
        counted,
        minutes_of_day,
        sum(minutes_of_day.values()),
        mask & windows_mask,
        (offer.unknowns, miles, activity.name.casefold(), activity.activity_id),
    )


def numbers_of(members: Members) -> set[int]:
    return {each.number for each in members}


def on_other_days(candidate: Candidate, days: Collection[Day]) -> Candidate:
    """Return the same offer, on its other days only."""
    if candidate.visits.keys().isdisjoint(days):
        return candidate
    minutes_of_day = {
        day: minutes for day, minutes in candidate.minutes_of_day.items() if day not in days
    }
    mask = candidate.mask
    for day in days:
        mask &= ~_mask(day, 0, MIDNIGHT)
    return replace(
        candidate,
        visits={day: candidate.visits[day] for day in minutes_of_day},
        minutes_of_day=minutes_of_day,
        minutes=sum(minutes_of_day.values()),
        mask=mask,
    )


def _mask(day: Day, start: int, end: int) -> int:
    """Return a bit for each five minutes of the week that a stretch of a day touches."""
    first = max(start, 0) // BIT_MINUTES
    last = -(-min(end, MIDNIGHT) // BIT_MINUTES)
    return ((1 << (last - first)) - 1) << (first + _DAYS.index(day) * _DAY_BITS)


def _mask_of(windows: Windows) -> int:
    mask = 0
    for day, stretches in windows.items():
        for start, end in stretches:
            mask |= _mask(day, start, end)
    return mask


def without_alike(every: Iterable[Candidate], windows: Windows) -> list[Candidate]:
    """Return the candidates without the many that are at the same half hours as others."""
    counts: dict[Collection[tuple[Day, int, int]], int] = defaultdict(int)
    kept = []
    for each in every:
        times = frozenset(
            (
                visit.day,
                max(visit.starts, windows[visit.day][0][0]) // ALIKE_MINUTES,
                min(visit.ends, windows[visit.day][-1][1]) // ALIKE_MINUTES,
            )
            for held in each.visits.values()
            for visit, _ in held
        )
        counts[times] += 1
        if counts[times] <= MOST_ALIKE:
            kept.append(each)
    return kept


def first_of(every: Sequence[Candidate], windows: Windows, most: int, of_each: int) -> Members:
    """Return the first of all, and besides those that cover most of each window."""
    chosen = dict.fromkeys(every[:most])
    for day, stretches in windows.items():
        for start, end in stretches:
            mask = _mask(day, start, end)
            covering = [((each.mask & mask).bit_count(), -n) for n, each in enumerate(every)]
            chosen.update({every[-n]: None for _, n in nlargest(of_each, covering)})
    return tuple(sorted(chosen, key=neutral_order))


def neutral_order(candidate: Candidate) -> tuple[int, tuple[int, float, str, str]]:
    """Order by what each covers alone, and then neutrally."""
    return -candidate.minutes, candidate.order
