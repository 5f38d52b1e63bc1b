"""The columns as arrays: what each activity is compared and ordered by, made once on opening."""

import math
from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from finder.domain.place import Point
from finder.geo.distance import EARTH_RADIUS_KM, KM_IN_A_MILE
from finder.search.bits import Flags
from finder.search.bounded import ENTRY_BYTES, BoundedCache
from finder.search.columns import Columns

MOST_DISTANCE_BYTES = 4_000_000
_DIAMETER_MILES = 2 * EARTH_RADIUS_KM / KM_IN_A_MILE

Miles = npt.NDArray[np.float64]


class Arrays:
    """One array of shape (count,) for each thing that activities differ in.

    `cheapest_pence` is NaN where no price is told, and `youngest` and `oldest` where no ages are.
    `checked_on` counts days as `date.toordinal` does, and is 0 where nobody has checked.
    `name_places` is the place of each name in the order of names, the first being 0.
    """

    def __init__(self, columns: Columns) -> None:
        self.count = columns.count
        self.cheapest_pence = _floats(columns.cheapest_pence)
        self.youngest = _floats([ages[0] if ages else None for ages in columns.ages])
        self.oldest = _floats([ages[1] if ages else None for ages in columns.ages])
        days = (checked.toordinal() if checked else 0 for checked in columns.checked_on)
        self.checked_on = np.fromiter(days, np.int64, self.count)
        in_order = sorted(range(self.count), key=lambda number: (columns.names[number], number))
        self.name_places = np.empty(self.count, np.int64)
        self.name_places[in_order] = np.arange(self.count)
        self._set_places(columns.points)
        self._areas = [area for area, _ in columns.area_points]
        known = [_position(point) for _, point in columns.area_points]
        self._area_positions = np.array(known).reshape(-1, 3)
        self._old: tuple[date, int, Flags] | None = None
        self._distances: BoundedCache[Point, Miles] = BoundedCache(MOST_DISTANCE_BYTES)

    def _set_places(self, points: Sequence[Sequence[Point]]) -> None:
        """Keep each place as a position in space, those of one activity side by side."""
        placed = [number for number, its_points in enumerate(points) if its_points]
        lengths = [len(points[number]) for number in placed]
        self._placed = np.array(placed, np.int64)
        self._firsts = np.cumsum([0, *lengths])[:-1]
        flat = [point for number in placed for point in points[number]]
        self._positions = np.array([_position(point) for point in flat]).reshape(-1, 3)

    def miles_from(self, point: Point) -> Miles:
        """Return how far each activity's nearest place is, in miles; NaN where it has no place.

        It is the distance of `finder.geo.distance.distance_miles`, by the chord between two
        positions on the globe.
        """
        miles = self._distances.get(point)
        if miles is None:
            miles = np.full(self.count, np.nan)
            if self._placed.size:
                apart = self._positions - _position(point)
                half_chords = np.sqrt(np.einsum("ij,ij->i", apart, apart)) / 2
                nearest = np.minimum.reduceat(half_chords, self._firsts)
                miles[self._placed] = _DIAMETER_MILES * np.arcsin(np.minimum(nearest, 1.0))
            miles.flags.writeable = False
            self._distances.put(point, miles, ENTRY_BYTES + miles.nbytes)
        return miles

    def area_at(self, point: Point) -> str:
        """Return the council's area that a point is probably in; nothing when none is known.

        Nobody has told us where an area ends, so it is the area of the nearest place of which
        the area is known.
        """
        if not self._areas:
            return ""
        apart = self._area_positions - _position(point)
        return self._areas[int(np.einsum("ij,ij->i", apart, apart).argmin())]

    def old_on(self, today: date, months: int) -> Flags:
        """Return which activities nobody has checked within so many months.

        The rule is that of `finder.domain.activity.is_old`: on the same day so many months later
        a check still counts, and a day not told does not.
        """
        kept = self._old
        if kept is not None and kept[:2] == (today, months):
            return kept[2]
        old = self.checked_on < _first_fresh(today, months).toordinal()
        self._old = (today, months, old)
        return old

    def forget(self) -> None:
        """Drop the distances that were kept."""
        self._distances.clear()


def _first_fresh(today: date, months: int) -> date:
    """Return the first day on which a check is not old yet."""
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    same_day = date(year, month + 1, 1) + timedelta(days=today.day - 1)
    # On 31 March, a month ago was the end of February.
    next_month = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return min(same_day, next_month)


def _floats(values: Sequence[int | None]) -> npt.NDArray[np.float64]:
    return np.array([math.nan if value is None else value for value in values], np.float64)


def _position(point: Point) -> npt.NDArray[np.float64]:
    """Return a point on the globe as x, y and z, the globe's radius being 1."""
    north, east = math.radians(point.latitude), math.radians(point.longitude)
    return np.array(
        (math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north))
    )
