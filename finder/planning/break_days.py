"""One day of a break: which visits to make, so that the carer is free for as long as they can be.

Of the visits that could be made on a day, the best chain is found that never asks for two at once
and leaves time for the way between them.
"""

from collections.abc import Iterable, Sequence

from finder.domain.place import Place
from finder.geo.distance import distance_miles
from finder.planning.break_visits import Bringing, Visit, in_steps
from finder.planning.break_windows import Stretch, minutes_inside
from finder.planning.travel import LONG_GAP_MINUTES, likely_minutes

# A visit, and how many minutes of the windows of its day it covers by itself.
Counted = tuple[Visit, int]
# For a visit: what a chain that ends with it covers, how many visits before it that needs, as a
# negative number, and which of them is the last, or -1.
_End = tuple[int, int, int]


def count_alone(visits: Iterable[Visit], stretches: Sequence[Stretch]) -> tuple[Counted, ...]:
    """Return visits with what each covers by itself."""
    return tuple(
        (visit, minutes_inside(visit.free_from, visit.free_until, stretches)) for visit in visits
    )


def most_minutes(visits: Sequence[Counted], stretches: Sequence[Stretch]) -> int:
    """Return the most minutes of a day's windows that a chain of visits covers."""
    return max(_ends(visits, stretches))[0]


def best_chain(visits: Sequence[Counted], stretches: Sequence[Stretch]) -> tuple[Visit, ...]:
    """Return the chain that covers most of a day's windows, with the fewest visits."""
    ends = _ends(visits, stretches)
    place = ends.index(max(ends))
    chain: list[Visit] = []
    while place >= 0:
        chain.append(visits[place][0])
        place = ends[place][2]
    return tuple(reversed(chain))


def _ends(visits: Sequence[Counted], stretches: Sequence[Stretch]) -> list[_End]:
    """Return the best chain up to each visit; they are in the order of their starts.

    The best one is made of the best ones before it, so it takes time with the square of the
    visits of a few activities on one day.
    """
    ends: list[_End] = []
    for after, alone in visits:
        best = (alone, 0, -1)
        for place, (before, _) in enumerate(visits[: len(ends)]):
            if after.starts >= before.ends and can_follow(before, after):
                minutes, fewer, _ = ends[place]
                added = _added(before, after, alone, stretches)
                best = max(best, (minutes + added, fewer - 1, place))
        ends.append(best)
    return ends


def _added(before: Visit, after: Visit, alone: int, stretches: Sequence[Stretch]) -> int:
    """Return the minutes that a visit adds to a chain, none of them counted twice."""
    free_so_far = _free_until(before)
    if stays_on(before, after):
        return minutes_inside(free_so_far, after.free_until, stretches)
    if after.free_from >= free_so_far:
        return alone
    return minutes_inside(free_so_far, after.free_until, stretches)


def _free_until(visit: Visit) -> int:
    """Return until when a carer is free; on a long way they are never free at all."""
    return max(visit.free_from, visit.free_until)


def free_stretches(chain: Iterable[Visit]) -> tuple[Stretch, ...]:
    """Return when the carer is free through a chain, in order; what meets is one stretch."""
    free: list[Stretch] = []
    before: Visit | None = None
    for visit in chain:
        start = visit.free_from
        if before is not None and stays_on(before, visit):
            start = _free_until(before)
        if free and start <= free[-1][1]:
            free[-1] = (free[-1][0], max(free[-1][1], visit.free_until))
        elif start < visit.free_until:
            free.append((start, visit.free_until))
        before = visit
    return tuple(free)


def stays_on(before: Visit, after: Visit) -> bool:
    """Return whether the person stays where they are for the next session, so nobody drives."""
    return before.ends == after.starts and _is_same_place(before, after)


def can_follow(before: Visit, after: Visit) -> bool:
    """Return whether a person can go to the one and then to the other."""
    gap = after.starts - before.ends
    if gap < 0:
        return False
    if before.offer is after.offer and not (before.is_half_day and after.is_half_day):
        return False
    return gap >= _minutes_between(before, after)


def _minutes_between(before: Visit, after: Visit) -> int:
    """Return how long the way from one session to the next is likely to take.

    Transport goes home and comes from there again. A way that is not known may need an hour.
    """
    if _is_same_place(before, after):
        return 0
    at_home = before.is_at_home or after.is_at_home
    if at_home or Bringing.TRANSPORT in (before.bringing, after.bringing):
        ways = (before.travel_minutes, after.travel_minutes)
        return sum(LONG_GAP_MINUTES if way is None else way for way in ways)
    here, there = _place(before), _place(after)
    if here is None or there is None or here.point is None or there.point is None:
        return LONG_GAP_MINUTES
    return in_steps(likely_minutes(distance_miles(here.point, there.point)))


def _is_same_place(before: Visit, after: Visit) -> bool:
    """Return whether nobody has to go anywhere. Providers that share a hall each describe it."""
    if before.is_at_home or after.is_at_home:
        return before.is_at_home and after.is_at_home
    here, there = _place(before), _place(after)
    if here is None or there is None:
        return False
    return here == there or (here.postcode != "" and here.postcode == there.postcode)


def _place(visit: Visit) -> Place | None:
    return visit.offer.activity.place_of(visit.session)
