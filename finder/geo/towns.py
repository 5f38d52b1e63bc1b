"""The names of towns, and how to find a town by what a person types."""

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from finder.domain.place import Point
from finder.geo.distance import distance_miles

COLUMNS = (
    "name", "also", "council", "county", "latitude", "longitude", "population", "source",
)  # fmt: skip

# A county that is written after a town only helps to choose if it is about there. Post towns
# and old counties reach over today's borders, so it need not be exactly there.
NEARBY_MILES = 10

# What people write after a town, and what the county is called in the table of towns.
_COUNTIES = {
    "beds": "bedford",
    "bedfordshire": "bedford",
    "bucks": "buckinghamshire",
    "cheshire": "cheshire east",
    "glos": "gloucestershire",
    "hants": "hampshire",
    "lancashire": "greater manchester",
    "mk": "milton keynes",
    "northants": "west northamptonshire",
    "northamptonshire": "west northamptonshire",
    "oxon": "oxfordshire",
    "wilts": "wiltshire",
}
# What says nothing about which of two towns is meant.
_COUNTRIES = frozenset({"", "england", "gb", "great britain", "uk", "united kingdom"})

_WITHOUT_TRACE = re.compile(r"['’‘`´]")
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
_SAINT = re.compile(r"\bsaint\b")
_AND = re.compile(r"&")


class TownError(ValueError):
    """A row of the table of towns does not hold a town."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A town, a village or a part of a town.

    `also` are other names that people use. `council` is the slug of the council that it lies in,
    and empty outside the councils of this site. `population` is 0 when it is not known.
    """

    name: str
    also: tuple[str, ...] = ()
    council: str = ""
    county: str = ""
    point: Point
    population: int = 0
    source: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.also)


def fold_name(text: str) -> str:
    """Return a name without capitals, accents, hyphens, apostrophes, and with "st" for "saint"."""
    plain = text.casefold()
    if not text.isascii():
        letters = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    plain = _WITHOUT_TRACE.sub("", plain)
    plain = _NOT_A_WORD.sub(" ", _AND.sub(" and ", plain)).strip()
    return _SAINT.sub("st", plain)


def parse_town(row: Mapping[str, str | None]) -> Town:
    """Return the town in a row of the table, or raise TownError."""
    cells = {column: (row.get(column) or "").strip() for column in COLUMNS}
    if len(row) > len(COLUMNS):
        raise TownError("The row has too many cells. A cell with a comma needs quotation marks.")
    if not any(map(str.isalnum, cells["name"])):
        raise TownError("The row has no name.")
    try:
        point = Point(float(cells["latitude"]), float(cells["longitude"]))
        population = int(cells["population"] or 0)
    except ValueError:
        raise TownError("The latitude, longitude or population is not a number.") from None
    # Great Britain with its islands. It also catches the two being the wrong way round.
    if not (49 <= point.latitude <= 61 and -9 <= point.longitude <= 2):
        raise TownError("The latitude and longitude are not in Great Britain.")
    return Town(
        name=cells["name"],
        also=_split_names(cells["also"]),
        council=cells["council"],
        county=cells["county"],
        point=point,
        population=population,
        source=cells["source"],
    )


def _split_names(cell: str) -> tuple[str, ...]:
    return tuple(name for name in map(str.strip, cell.split(";")) if name) if cell else ()


def read_towns(lines: Iterable[str]) -> tuple[Town, ...]:
    """Return the towns in the lines of a CSV table, or raise TownError with the line."""
    reader = csv.DictReader(lines)
    if tuple(reader.fieldnames or ()) != COLUMNS:
        raise TownError(f"The first line has to be {','.join(COLUMNS)}")
    towns = []
    try:
        for row in reader:
            towns.append(parse_town(row))
    except (csv.Error, TownError) as error:
        raise TownError(f"Line {reader.reader.line_num}: {error}") from None
    return tuple(towns)


class TownIndex:
    """Towns by name. It never changes, so any thread may ask it."""

    __slots__ = ("_by_area", "_by_name", "_of_council")

    def __init__(self, towns: Iterable[Town]) -> None:
        by_name: defaultdict[str, list[Town]] = defaultdict(list)
        by_area: defaultdict[str, list[Town]] = defaultdict(list)
        of_council: defaultdict[str, list[Town]] = defaultdict(list)
        # There are few counties and councils, and folding a name is most of the work.
        fold_area = cache(fold_name)
        for town in sorted(towns, key=_largest_first):
            of_council[town.council].append(town)
            for name in {fold_name(name) for name in town.names}:
                by_name[name].append(town)
            for area in {fold_area(town.county), fold_area(town.council)}:
                by_area[area].append(town)
        self._by_name = {name: tuple(found) for name, found in by_name.items()}
        self._by_area = {area: tuple(found) for area, found in by_area.items()}
        self._of_council = {council: tuple(found) for council, found in of_council.items()}

    def of_council(self, council: str) -> tuple[Town, ...]:
        """Return the towns of a council, the largest first."""
        return self._of_council.get(council, ())

    def outside_council(self, council: str) -> tuple[Town, ...]:
        """Return the towns that do not lie in a council."""
        every = self._of_council.items()
        return tuple(town for name, towns in every if name != council for town in towns)

    def find_town(self, text: str, *, council: str = "", near: Point | None = None) -> Town | None:
        """Return the town that a person means, or None.

        `text` is a name, or a name with its county or its bigger town after it. When several
        towns have the name, the one `near` a point is meant, then one in the council that is
        asked, then the one nearest to it, then the largest.
        """
        words = fold_name(text)
        found, after = self._by_name.get(words, ()), []
        if not found and "," in text:
            name, *after = (fold_name(part) for part in text.split(","))
            found = self._by_name.get(name, ())
        elif not found:
            found, after = self._split(words)
        for area in after:
            if area not in _COUNTRIES:
                found = self._about(found, area, council)
        if near is not None:
            found = tuple(t for t in found if distance_miles(t.point, near) <= NEARBY_MILES)
            return min(found, key=lambda town: distance_miles(town.point, near), default=None)
        return self._prefer(found, council)

    def name_in(self, town: Town, text: str, council: str) -> str:
        """Return a town's name as it is to be shown to a person who asked for it by a text.

        It is the name that they used, and says the county where another town has the same name
        and the council that is asked has not settled which.
        """
        typed = {fold_name(text), fold_name(text.split(",")[0])}
        name = next((name for name in town.also if fold_name(name) in typed), town.name)
        same = self._by_name[fold_name(name)]
        if len(same) == 1 or not town.county or (council and town.council == council):
            return name
        return f"{name}, {town.county}"

    def _split(self, words: str) -> tuple[tuple[Town, ...], list[str]]:
        """Return the towns and the area in words such as "reddish stockport"."""
        spaces = [index for index, character in enumerate(words) if character == " "]
        for space in reversed(spaces):
            found, area = self._by_name.get(words[:space], ()), words[space + 1 :]
            if found and (area in _COUNTRIES or self._anchors(area)):
                return found, [area]
        return (), []

    def _about(self, towns: tuple[Town, ...], area: str, council: str) -> tuple[Town, ...]:
        """Return those of the towns that lie in or near a county, a council or a bigger town."""
        anchors = self._anchors(area)
        if not anchors:
            return tuple(town for town in towns if council and town.council == council)
        miles = {town: _miles_to_nearest(town, anchors) for town in towns}
        nearest = min(miles.values(), default=NEARBY_MILES)
        return tuple(t for t in towns if miles[t] <= min(nearest, NEARBY_MILES))

    def _anchors(self, area: str) -> tuple[Town, ...]:
        area = _COUNTIES.get(area, area)
        return (*self._by_area.get(area, ()), *self._by_name.get(area, ()))

    def _prefer(self, towns: tuple[Town, ...], council: str) -> Town | None:
        """Return the town that is meant, of several that have the same name."""
        if len(towns) < 2 or not council:
            return towns[0] if towns else None
        theirs = self.of_council(council)

        def rank(town: Town) -> tuple[bool, float]:
            inside = town.council == council
            return (not inside, 0.0 if inside else _miles_to_nearest(town, theirs))

        return min(towns, key=rank)


def _largest_first(town: Town) -> tuple[int, str, str, str, float]:
    return (-town.population, town.name, town.council, town.county, town.point.latitude)


def _miles_to_nearest(town: Town, others: Iterable[Town]) -> float:
    return min(
        (distance_miles(town.point, other.point) for other in others),
        default=float("inf"),
    )
