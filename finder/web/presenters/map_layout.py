"""Where things stand on the small map of a council, in units of which the map is 320 wide."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

from finder.domain.place import Point
from finder.geo.council_shape import CouncilShape

WIDTH = 320
PADDING = 16
MOST_WIDE = WIDTH - 2 * PADDING
MOST_HIGH = 340

# What lies over the border is still drawn as far away as this share of the council's own size.
# Beyond that it stands at the edge.
MOST_BEYOND = 0.2

# A dot is a circle, drawn out sideways for each further character of its number.
DOT_RADIUS = 14
CHARACTER = 9.0
BETWEEN_DOTS = 1
MOST_ROUNDS = 20
# Distances that differ by less than this are the same.
SAME = 0.1

# The house where the person is, in a circle of its own.
HOUSE_RADIUS = 13

# The mark of a town, and its name: its height, about how wide a letter is, and how far from the
# town it stands: beside the mark, or beside a dot on it.
MARK_RADIUS = 3
LINE = 18
LETTER = 9.0
GAPS = (MARK_RADIUS + 3, DOT_RADIUS + 5)

Spot = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A council's outline as the path of an SVG, and how points come to lie on it.

    `west`, `north`, `narrowing` and `units` (in a degree of latitude) say how the shape was
    drawn: north is up, and a degree of longitude is as much shorter as it is in the middle.
    """

    path: str
    width: float
    height: float
    west: float
    north: float
    narrowing: float
    units: float

    def spot_of(self, point: Point) -> Spot:
        """Return where a point lies, from the north-western corner of the outline."""
        return (
            (point.longitude - self.west) * self.narrowing * self.units,
            (self.north - point.latitude) * self.units,
        )


def outline_of(shape: CouncilShape) -> Outline:
    """Return the outline of a shape, drawn as large as it fits."""
    points = [point for ring in shape.outlines for point in ring]
    latitudes = [point.latitude for point in points]
    longitudes = [point.longitude for point in points]
    west, north = min(longitudes), max(latitudes)
    narrowing = math.cos(math.radians((north + min(latitudes)) / 2))
    high, wide = north - min(latitudes), (max(longitudes) - west) * narrowing
    units = min(MOST_WIDE / wide, MOST_HIGH / high)
    bare = Outline(
        path="",
        width=wide * units,
        height=high * units,
        west=west,
        north=north,
        narrowing=narrowing,
        units=units,
    )
    rings = (map(bare.spot_of, ring) for ring in shape.outlines)
    return Outline(
        path="".join(map(_ring_path, rings)),
        width=bare.width,
        height=bare.height,
        west=west,
        north=north,
        narrowing=narrowing,
        units=units,
    )


def _ring_path(ring: Iterable[Spot]) -> str:
    """Return a closed path in whole units, each corner counted from the one before."""
    (x, y), *corners = ((round(x), round(y)) for x, y in ring)
    path = f"M{x} {y}l"
    for u, v in corners:
        path += f"{u - x} {v - y} "
        x, y = u, v
    return f"{path.rstrip()}z".replace(" -", "-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How an outline is moved and made smaller so that what lies near to it fits on the map."""

    left: float
    up: float
    scale: float
    height: int

    @classmethod
    def around(cls, outline: Outline, spots: Sequence[Spot]) -> Self:
        """Return the frame that shows the outline and, not too far from it, the spots."""
        west, east = _reach([x for x, _ in spots], outline.width)
        north, south = _reach([y for _, y in spots], outline.height)
        scale = min(MOST_WIDE / (east - west), MOST_HIGH / (south - north))
        return cls(
            left=(WIDTH - (west + east) * scale) / 2,
            up=PADDING - north * scale,
            scale=scale,
            height=round((south - north) * scale) + 2 * PADDING,
        )

    @property
    def transform(self) -> str:
        """Return what moves the outline's path into the frame."""
        return f"translate({self.left:.0f} {self.up:.0f}) scale({self.scale:.3f})"

    def place(self, spot: Spot) -> tuple[Spot, bool]:
        """Return where a spot of the outline lies in the frame, and whether it is off the map.

        What is farther away than the map reaches stands at its edge.
        """
        x, y = spot[0] * self.scale + self.left, spot[1] * self.scale + self.up
        held = self.hold((x, y))
        return held, math.dist(held, (x, y)) > 1

    def hold(self, spot: Spot, beside: float = 0) -> Spot:
        """Return the nearest spot where a dot fits, drawn out to both sides by so much."""
        edge = DOT_RADIUS + 1 + beside
        x = min(max(spot[0], edge), max(WIDTH - edge, edge))
        y = min(max(spot[1], DOT_RADIUS + 1), self.height - DOT_RADIUS - 1)
        return x, y


def _reach(values: Sequence[float], size: float) -> tuple[float, float]:
    """Return from where to where the map reaches in one direction, the council being 0 to size."""
    beyond = size * MOST_BEYOND
    return max(min([0, *values]), -beyond), min(max([size, *values]), size + beyond)


class Dot(NamedTuple):
    """A dot with the numbers of the things that are there. `place` is where they truly are.

    It is drawn out by `beside` to each side.
    """

    label: str
    beside: float
    place: Spot
    spot: Spot

    @property
    def is_moved(self) -> bool:
        """Return whether it stands so far from its place that a line has to join them."""
        return math.dist(self.place, self.spot) > DOT_RADIUS / 2


def spread(
    frame: Frame, labels: Sequence[str], places: Sequence[Spot], house: Spot | None
) -> list[Dot]:
    """Return the dots, pushed apart until none hides another, or the house.

    The house stays where it is. Of two dots that overlap, each goes half of the way.
    """
    wide = [CHARACTER * (len(label) - 1) / 2 for label in labels]
    spots = [frame.hold(place, beside) for place, beside in zip(places, wide, strict=True)]
    for _ in range(MOST_ROUNDS):
        before = list(spots)
        for a, beside in enumerate(wide):
            if house is not None:
                spots[a] = _away(spots[a], house, DOT_RADIUS + HOUSE_RADIUS, beside)
            for b in range(a):
                spots[a], spots[b] = _apart(spots[a], spots[b], beside + wide[b])
        if spots == before:
            break
        spots = [frame.hold(spot, beside) for spot, beside in zip(spots, wide, strict=True)]
    return [Dot(*each) for each in zip(labels, wide, places, spots, strict=True)]


def _apart(a: Spot, b: Spot, beside: float) -> tuple[Spot, Spot]:
    """Return two dots as far apart as they have to be: each goes half of the way."""
    room = 2 * DOT_RADIUS + BETWEEN_DOTS
    there = _away(a, b, room, beside)
    if there is a:
        return a, b
    half = (a[0] + there[0]) / 2, (a[1] + there[1]) / 2
    return half, _away(b, half, room, beside)


def _away(spot: Spot, other: Spot, room: float, beside: float) -> Spot:
    """Return a spot so far from another, straight away from it; the same one if it is.

    Sideways only counts what goes beyond `beside`, as dots are drawn out to their sides. What is
    on the very spot goes up.
    """
    east, south = spot[0] - other[0], spot[1] - other[1]
    beyond = math.copysign(max(0.0, abs(east) - beside), east)
    apart = math.hypot(beyond, south)
    if apart >= room - SAME:
        return spot
    if apart < SAME:
        return spot[0], other[1] - room
    further = room / apart - 1
    return spot[0] + beyond * further, spot[1] + south * further


class Name(NamedTuple):
    """The name of a town on the map: the middle of its words, and where the town is."""

    text: str
    spot: Spot
    place: Spot


class Names:
    """Put names on the map so that none stands on a dot, on another name, or over the edge."""

    def __init__(self, frame: Frame, dots: Iterable[Dot], house: Spot | None) -> None:
        self._frame = frame
        self._taken: list[Box] = [
            _box(dot.spot, dot.beside + DOT_RADIUS, DOT_RADIUS) for dot in dots
        ]
        if house is not None:
            self._taken.append(_box(house, HOUSE_RADIUS, HOUSE_RADIUS))

    def put(self, text: str, place: Spot) -> Name | None:
        """Return a name beside, over or under its place, or None where there is no room."""
        half = len(text) * LETTER / 2
        for gap in GAPS:
            for x, y in (
                (gap + half, 0),
                (-gap - half, 0),
                (0, gap + LINE / 2),
                (0, -gap - LINE / 2),
            ):
                spot = place[0] + x, place[1] + y
                box = _box(spot, half, LINE / 2)
                if self._fits(box):
                    self._taken += [box, _box(place, MARK_RADIUS, MARK_RADIUS)]
                    return Name(text=text, spot=spot, place=place)
        return None

    def _fits(self, box: Box) -> bool:
        west, north, east, south = box
        if west < 0 or north < 0 or east > WIDTH or south > self._frame.height:
            return False
        return not any(
            west < other[2] and other[0] < east and north < other[3] and other[1] < south
            for other in self._taken
        )


def _box(spot: Spot, wide: float, high: float) -> Box:
    return spot[0] - wide, spot[1] - high, spot[0] + wide, spot[1] + high
