"""Read the list of outcodes of each council, and of what to take from GeoNames around it."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from finder.domain.place import Point
from finder.geo.postcodes import PostcodeError, parse_outcode
from finder.importing.places.errors import PlacesError

COUNCILS_FILE = "outcodes-of-councils.toml"
_SLUG = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A part of the map between two latitudes and two longitudes."""

    south: float
    west: float
    north: float
    east: float

    def __contains__(self, point: Point) -> bool:
        return (
            self.south <= point.latitude <= self.north and self.west <= point.longitude <= self.east
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilPlaces:
    """The outcodes that touch a council, and the boxes whose towns its people may name."""

    council: str
    outcodes: tuple[str, ...]
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesWanted:
    """What to put into the gazetteer. `left_out` are towns by their number at GeoNames."""

    councils: tuple[CouncilPlaces, ...]
    left_out: frozenset[int] = frozenset()

    @property
    def outcodes(self) -> frozenset[str]:
        return frozenset(outcode for places in self.councils for outcode in places.outcodes)

    def has_near(self, point: Point) -> bool:
        """Return whether a point is in the box of any council."""
        return any(point in box for places in self.councils for box in places.boxes)


def read_places_wanted(path: Path) -> PlacesWanted:
    """Return what a file asks for, or raise PlacesError."""
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PlacesError(f"{path} cannot be read: {error}.") from error
    try:
        return PlacesWanted(
            councils=tuple(_read_council(entry) for entry in table["council"]),
            left_out=frozenset(int(number) for number in table.get("towns_left_out", ())),
        )
    except KeyError as error:
        raise PlacesError(f"{path}: a council or its {error} is missing.") from error
    except (PostcodeError, TypeError, ValueError) as error:
        raise PlacesError(f"{path}: {error}") from error


def _read_council(entry: dict[str, Any]) -> CouncilPlaces:
    slug = str(entry["slug"])
    if not _SLUG.fullmatch(slug):
        raise ValueError(f"“{slug}” is not a council's short name, such as milton-keynes.")
    outcodes = []
    for text in entry["outcodes"]:
        try:
            outcodes.append(str(parse_outcode(text)))
        except PostcodeError as error:
            raise ValueError(f"“{text}” of {slug}: {error}") from error
    boxes = tuple(_read_box(slug, numbers) for numbers in entry.get("towns_inside", ()))
    return CouncilPlaces(council=slug, outcodes=tuple(outcodes), boxes=boxes)


def _read_box(slug: str, numbers: list[float]) -> Box:
    if len(numbers) != len(("south", "west", "north", "east")):
        raise ValueError(f"A box of {slug} needs four numbers: south, west, north and east.")
    south, west, north, east = (float(number) for number in numbers)
    return Box(south=south, west=west, north=north, east=east)
