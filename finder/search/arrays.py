"""The columns as arrays: what each activity is compared and ordered by, made once on building."""

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Self
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from finder.domain.activity import first_fresh_day
from finder.domain.place import Point
from finder.geo.distance import EARTH_RADIUS_KM, KM_IN_A_MILE
from finder.search.bits import Flags
from finder.search.bounded import ENTRY_BYTES, BoundedCache
from finder.search.columns import Columns

MOST_DISTANCE_BYTES = 4_000_000
_DIAMETER_MILES = 2 * EARTH_RADIUS_KM / KM_IN_A_MILE

_STORED = (
    "cheapest_pence",
    "youngest",
    "oldest",
    "checked_on",
    "name_places",
    "placed",
    "firsts",
    "positions",
    "areas",
    "area_positions",
)

Miles = npt.NDArray[np.float64]


class Arrays:
    """One array of shape (count,) for each thing that activities differ in.

    `cheapest_pence` is NaN where no price is told, and `youngest` and `oldest` where no ages are.
    `checked_on` counts days as `date.toordinal` does, and is 0 where nobody has checked.
    `name_places` is the place of each name in the order of names, the first being 0.
    """

    def __init__(self, stored: Mapping[str, npt.NDArray[Any]]) -> None:
        """Take arrays that `of` made. Raise KeyError when one is missing."""
        self._stored = {name: stored[name] for name in _STORED}
        self.cheapest_pence: npt.NDArray[np.float64] = stored["cheapest_pence"]
        self.youngest: npt.NDArray[np.float64] = stored["youngest"]
        self.oldest: npt.NDArray[np.float64] = stored["oldest"]
        self.checked_on: npt.NDArray[np.int64] = stored["checked_on"]
        self.name_places: npt.NDArray[np.int64] = stored["name_places"]
        self.count = self.name_places.size
        # The places as positions in space, those of one activity side by side.
        self._placed: npt.NDArray[np.int64] = stored["placed"]
        self._firsts: npt.NDArray[np.int64] = stored["firsts"]
        self._positions: npt.NDArray[np.float64] = stored["positions"]
        self._areas: list[str] = stored["areas"].tolist()
        self._area_positions: npt.NDArray[np.float64] = stored["area_positions"]
        self._old: tuple[date, int, Flags] | None = None
        self._distances: BoundedCache[Point, Miles] = BoundedCache(MOST_DISTANCE_BYTES)

    @classmethod
    def of(cls, columns: Columns) -> Self:
        """Return the arrays of some columns."""
        count = columns.count
        days = (checked.toordinal() if checked else 0 for checked in columns.checked_on)
        in_order = sorted(range(count), key=lambda number: (columns.names[number], number))
        name_places = np.empty(count, np.int64)
        name_places[in_order] = np.arange(count)
        placed = [number for number, points in enumerate(columns.points) if points]
        lengths = [len(columns.points[number]) for number in placed]
        places = (point for number in placed for point in columns.points[number])
        return cls(
            {
                "cheapest_pence": _floats(columns.cheapest_pence),
                "youngest": _floats([ages[0] if ages else None for ages in columns.ages]),
                "oldest": _floats([ages[1] if ages else None for ages in columns.ages]),
                "checked_on": np.fromiter(days, np.int64, count),
                "name_places": name_places,
                "placed": np.array(placed, np.int64),
                "firsts": np.cumsum([0, *lengths])[:-1],
                "positions": _positions(places),
                "areas": np.array([area for area, _ in columns.area_points], np.str_),
                "area_positions": _positions(point for _, point in columns.area_points),
            }
        )

    def save(self, path: Path) -> None:
        """Write the arrays into a file."""
        with path.open("wb") as file:
            # The types of numpy take every name for that of its own switch.
            np.savez(file, **self._stored)  # type: ignore[arg-type]

    @classmethod
    def load(cls, path: Path) -> Self:
        """Return the arrays of a file. Raise OSError, ValueError or KeyError if it is not whole."""
        try:
            # It is opened here, since numpy leaves what it cannot read open.
            with path.open("rb") as file, np.load(file) as stored:
                return cls(stored)
        except (BadZipFile, EOFError) as error:
            raise ValueError(str(error)) from error

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

        On the same day so many months later a check still counts; a day not told does not.
        """
        kept = self._old
        if kept is not None and kept[:2] == (today, months):
            return kept[2]
        old = self.checked_on < first_fresh_day(today, months).toordinal()
        self._old = (today, months, old)
        return old

    def forget(self) -> None:
        """Drop the distances that were kept."""
        self._distances.clear()


def _floats(values: Sequence[int | None]) -> npt.NDArray[np.float64]:
    return np.array([math.nan if value is None else value for value in values], np.float64)


def _positions(points: Iterable[Point]) -> npt.NDArray[np.float64]:
    return np.array([_position(point) for point in points], np.float64).reshape(-1, 3)


def _position(point: Point) -> npt.NDArray[np.float64]:
    """Return a point on the globe as x, y and z, the globe's radius being 1."""
    north, east = math.radians(point.latitude), math.radians(point.longitude)
    return np.array(
        (math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north))
    )
