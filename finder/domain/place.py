"""Points on the map, the places where sessions are held, and where a person said they are."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Point:
    """A position in degrees, WGS 84."""

    latitude: float
    longitude: float


class PlaceKind(StrEnum):
    """What sort of place it is (F7)."""

    BUILDING = "building"
    COMMUNITY = "community"
    OUTDOORS = "outdoors"
    HOME = "home"
    ONLINE = "online"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Somewhere that sessions are held.

    `point` is None when nobody knows where the postcode is. `area` is the slug of one of the
    council's areas; `outside` names the council on whose side of the border the place is, when
    it is not the council whose list this is.
    """

    place_id: str
    name: str
    kind: PlaceKind = PlaceKind.BUILDING
    address: str = ""
    town: str = ""
    postcode: str = ""
    area: str = ""
    outside: str = ""
    directions: tuple[str, ...] = ()
    point: Point | None = None


class Precision(StrEnum):
    """How exactly a place that somebody typed is known."""

    POSTCODE = "postcode"
    SECTOR = "sector"
    OUTCODE = "outcode"
    TOWN = "town"


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """Where a person said they are.

    `typed` is what they wrote, tidied. `label` is what was looked up in its stead, the same as
    `typed` unless a postcode was unknown and its sector or outcode had to do.
    """

    typed: str
    label: str
    point: Point
    precision: Precision

    @property
    def is_about(self) -> bool:
        """Return whether distances from here can only be called "about"."""
        return self.precision in (Precision.SECTOR, Precision.OUTCODE)

    @property
    def is_substitute(self) -> bool:
        """Return whether the place typed was not known, and a wider one is used."""
        return self.typed != self.label
