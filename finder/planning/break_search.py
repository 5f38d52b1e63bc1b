"""Look for few activities that together give a carer the times that they need.

Trying every three of two thousand activities would take hours, so this looks where good sets are:

1. Of activities at the same half hours, only the first few are kept, by the neutral order.
2. From each of the most promising ones, the activity that adds most is added, and then another. A
   row of bits for each activity, five minutes a bit, says at once what it can add at the most, so
   few of them are worked out to the minute.
3. Of the best set, each activity is taken out in turn and the best one put in its place, as long as
   that covers more.
4. The next set begins with an activity that is in none yet, and no activity is in more than two.
   Where others do all that it does, they are added on the other days only: somebody may like the
   one better on Tuesday, and still needs Thursday.

Promised: every set can be done (break_days), no activity of a set adds less than LEAST_MINUTES
to it, and none is a part of a better one. Not promised: that no better set exists. How near it
comes is measured in tests/planning/test_break_search.py, against trying everything.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from finder.domain.vocabulary import Day
from finder.planning.break_candidates import (
    BIT_MINUTES,
    Candidate,
    Members,
    first_of,
    neutral_order,
    numbers_of,
    on_other_days,
    visits_together,
    without_alike,
)
from finder.planning.break_days import most_minutes
from finder.planning.break_visits import LEAST_MINUTES, Windows

MOST_POOL = 60
POOL_OF_A_WINDOW = 8
MOST_SEEDS = 14
SEEDS_OF_A_WINDOW = 1
MOST_USES = 2
# A set that gives less than this part of what the best one gives is not worth reading.
LEAST_SHARE = 3


def find_sets(
    candidates: Iterable[Candidate],
    windows: Windows,
    *,
    most_activities: int,
    most_sets: int,
) -> list[Members]:
    """Return few good and different sets, the best first."""
    return _Search(candidates, windows, most_activities).run(most_sets)


class _Search:
    """One search. What a few activities cover on a day is worked out once."""

    def __init__(
        self, candidates: Iterable[Candidate], windows: Windows, most_activities: int
    ) -> None:
        self._windows = windows
        self._most = most_activities
        self._kept: dict[tuple[Day, frozenset[Candidate]], int] = {}
        few = without_alike(candidates, windows)
        self._seeds = first_of(few, windows, MOST_SEEDS, SEEDS_OF_A_WINDOW)
        self._pool = first_of(few, windows, MOST_POOL, POOL_OF_A_WINDOW)
        self._uses: Counter[int] = Counter()
        self._chosen: list[Members] = []

    def run(self, most_sets: int) -> list[Members]:
        # What is chosen leaves less for the others, so a set that was found before is the most
        # that its seed can give: only the first of them has to be found again.
        waiting = [(self.rank(members), members) for members in map(self._grow_new, self._seeds)]
        grown = dict(zip(self._seeds, waiting, strict=True))
        while grown and len(self._chosen) < most_sets:
            seed, (_, members) = min(grown.items(), key=lambda each: each[1][0])
            if self._uses[seed.number]:
                del grown[seed]
            elif not self._is_new(members):
                members = self._grow_new(seed)
                grown[seed] = self.rank(members), members
            elif not self._choose(self._mend(members)):
                break
        return self._without_parts(sorted(self._chosen, key=self.rank))

    def _choose(self, members: Members) -> bool:
        """Take a set, unless it gives too little beside the best one."""
        if self._chosen and LEAST_SHARE * self.minutes(members) < self.minutes(self._chosen[0]):
            return False
        self._chosen.append(members)
        self._uses.update(each.number for each in members)
        return True

    @staticmethod
    def _without_parts(ranked: Iterable[Members]) -> list[Members]:
        kept: list[Members] = []
        for members in ranked:
            if not any(numbers_of(members) <= numbers_of(better) for better in kept):
                kept.append(members)
        return kept

    def _is_new(self, members: Members) -> bool:
        """Return whether a set has something that no other has, and nothing used too often."""
        uses = [self._uses[each.number] for each in members]
        return 0 in uses and max(uses) < MOST_USES

    def _grow_new(self, seed: Candidate) -> Members:
        """Return the set that grows from a seed, if need be beside others that do all it does."""
        members = self._grow((seed,), self._usable(MOST_USES))
        if self._is_new(members):
            return members
        others = (on_other_days(each, seed.visits) for each in self._usable(MOST_USES))
        pool = sorted((each for each in others if each.minutes), key=neutral_order)
        members = self._grow((seed,), pool)
        return members if self._is_new(members) else self._grow((seed,), self._usable(1))

    def _usable(self, most_uses: int) -> list[Candidate]:
        """Return the part of the pool that is not used so often yet."""
        return [each for each in self._pool if self._uses[each.number] < most_uses]

    def _grow(self, members: Members, pool: Sequence[Candidate]) -> Members:
        """Return a set with the activities that add most to it, one after the other."""
        while len(members) < self._most:
            added = self._best_to_add(members, pool)
            if added is None:
                break
            members = (*members, added)
        return self._prune(members)

    def _best_to_add(
        self, members: Members, pool: Sequence[Candidate], *, more_than: int = LEAST_MINUTES - 1
    ) -> Candidate | None:
        """Return the activity that adds most to a set, if any adds more than so many minutes."""
        so_far, possible, numbers = self.minutes(members), 0, numbers_of(members)
        for each in members:
            possible |= each.mask
        not_covered = possible.bit_count() * BIT_MINUTES - so_far
        best, most = None, more_than
        for each in pool:
            # The pool is in the order of what each covers alone, and none can add more than that.
            if each.minutes <= most:
                break
            bits = (each.mask & ~possible).bit_count()
            if bits * BIT_MINUTES + not_covered <= most:
                continue
            if each.number not in numbers:
                gain = self._gain(members, each)
                if gain > most:
                    best, most = each, gain
        return best

    def _gain(self, members: Members, added: Candidate) -> int:
        """Return how much more a set covers with another activity."""
        gain = 0
        for day, alone in added.minutes_of_day.items():
            held = [each for each in members if day in each.visits]
            if held:
                gain += self._on_day(day, [*held, added]) - self._on_day(day, held)
            else:
                gain += alone
        return gain

    def _prune(self, members: Members) -> Members:
        """Return a set without the activities to which the others leave little to do."""
        for each in members[:-1]:
            rest = tuple(other for other in members if other is not each)
            if self.minutes(members) - self.minutes(rest) < LEAST_MINUTES:
                members = rest
        return members

    def _mend(self, members: Members) -> Members:
        """Return a set that covers more by another activity in the place of one, if there is."""
        for each in members:
            rest = tuple(other for other in members if other is not each)
            lost = self.minutes(members) - self.minutes(rest)
            better = self._best_to_add(rest, self._usable(MOST_USES), more_than=lost)
            if better is not None:
                mended = self._prune((*rest, better))
                if self._is_new(mended) and self.rank(mended) < self.rank(members):
                    members = mended
                    break
        return members

    def rank(self, members: Members) -> tuple[int, int, int, float, tuple[str, ...]]:
        """Return what orders sets: minutes, fewer activities, fewer unknowns, nearest, name."""
        orders = [each.order for each in members]
        return (
            -self.minutes(members),
            len(members),
            sum(order[0] for order in orders),
            sum(order[1] for order in orders),
            tuple(sorted(order[2] + order[3] for order in orders)),
        )

    def minutes(self, members: Members) -> int:
        """Return how much of the windows a set covers."""
        if len(members) == 1:
            return members[0].minutes
        days = dict.fromkeys(day for each in members for day in each.visits)
        return sum(
            self._on_day(day, [each for each in members if day in each.visits]) for day in days
        )

    def _on_day(self, day: Day, held: Sequence[Candidate]) -> int:
        """Return what some activities cover of a day on which all of them are held."""
        if len(held) == 1:
            return held[0].minutes_of_day[day]
        key = day, frozenset(held)
        kept = self._kept.get(key)
        if kept is None:
            kept = most_minutes(visits_together(held, day), self._windows[day])
            self._kept[key] = kept
        return kept
