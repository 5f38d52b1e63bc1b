"""The same search, by trying everything: for tests, and to see how near the quick one comes."""

from collections.abc import Sequence
from itertools import combinations, pairwise
from random import Random

from finder.domain.vocabulary import Day
from finder.planning.break_days import can_follow, free_stretches
from finder.planning.break_visits import Offer, Visit, visits_of
from finder.planning.break_windows import Stretch, Window, minutes_inside, stretches_by_day
from tests.builders import TODAY
from tests.planning.break_offers import an_offer


def most_by_trying_all(offers: Sequence[Offer], windows: Sequence[Window], most: int) -> int:
    """Return the most minutes that any few of the offers cover."""
    by_day = stretches_by_day(windows)
    visits = {
        id(offer): visits_of(offer, by_day, today=TODAY, without_carer=False)[0] for offer in offers
    }
    sets = [chosen for size in range(1, most + 1) for chosen in combinations(offers, size)]
    return max(
        sum(
            _most_of_day(
                [visit for offer in chosen for visit in visits[id(offer)] if visit.day is day],
                stretches,
            )
            for day, stretches in by_day.items()
        )
        for chosen in sets
    )


def _most_of_day(visits: Sequence[Visit], stretches: Sequence[Stretch]) -> int:
    chains = (
        sorted(chain, key=lambda each: each.starts)
        for size in range(len(visits) + 1)
        for chain in combinations(visits, size)
    )
    return max(
        sum(minutes_inside(start, end, stretches) for start, end in free_stretches(chain))
        for chain in chains
        if all(can_follow(a, b) for a, b in pairwise(chain))
    )


def some_offers(random: Random, count: int, days: Sequence[Day]) -> list[Offer]:
    """Return offers as a council has them: mornings, afternoons, whole days, on a few days."""
    offers = []
    for number in range(count):
        starts = random.choice((9, 10, 11, 13, 14))
        hours = random.choice((1, 2, 3, 5))
        held = random.sample(days, random.randint(1, min(3, len(days))))
        times = f"{starts:02}:{random.choice(('00', '30'))}-{starts + hours:02}:30"
        offers.append(
            an_offer(
                f"thing-{number:02}",
                *(f"{day} {times}" for day in held),
                miles=random.choice((None, 0.5, 2.0, 4.0, 9.0)),
                bus=random.choice((True, False, None)),
                can_leave=random.choice((True, None)),
            )
        )
    return offers
