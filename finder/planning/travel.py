"""How long it is likely to take from one place to the next, to say that a gap is short.

Nobody's way of travelling is known here, so this is one plain guess: 20 miles an hour from door to
door in a straight line, 10 minutes more to leave and to arrive, and never under 15 minutes. Pages
say that it is a guess.
"""

from dataclasses import dataclass
from math import ceil

from finder.domain.place import Place
from finder.domain.vocabulary import Mode
from finder.geo.distance import distance_miles
from finder.planning.slots import Slot

MILES_AN_HOUR = 20
MINUTES_TO_LEAVE_AND_ARRIVE = 10
LEAST_MINUTES = 15
# Where the way is not known, a gap as long as this is not asked about: it is enough for 16 miles.
LONG_GAP_MINUTES = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """The way from one session to the next. None where nobody knows one of the two places."""

    miles: float | None = None
    minutes: int | None = None

    def is_too_long_for(self, gap_minutes: int) -> bool:
        """Return whether a gap is likely too short; a way that is not known may need an hour."""
        needed = LONG_GAP_MINUTES if self.minutes is None else self.minutes
        return gap_minutes < needed


def likely_minutes(miles: float) -> int:
    """Return the minutes that it likely takes to go so many miles in a straight line."""
    on_the_way = miles * 60 / MILES_AN_HOUR
    return max(LEAST_MINUTES, ceil(on_the_way + MINUTES_TO_LEAVE_AND_ARRIVE))


def way_between(a: Slot, b: Slot) -> Way | None:
    """Return the way from one session to the next, or None when a person need not go anywhere."""
    at_home = (_is_at_home(a), _is_at_home(b))
    if all(at_home):
        return None
    if any(at_home) or a.place is None or b.place is None:
        # Where the person lives is not known, and is not asked.
        return Way()
    if _is_same_place(a.place, b.place):
        return None
    if a.place.point is None or b.place.point is None:
        return Way()
    miles = distance_miles(a.place.point, b.place.point)
    return Way(miles=miles, minutes=likely_minutes(miles))


def _is_at_home(slot: Slot) -> bool:
    return slot.session.mode is not Mode.IN_PERSON


def _is_same_place(a: Place, b: Place) -> bool:
    """Return whether two places are one. Providers that share a hall each describe it."""
    return a == b or (a.postcode != "" and a.postcode == b.postcode)
