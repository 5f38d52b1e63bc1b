"""How far apart two points are, in a straight line."""

import math
from collections.abc import Iterable

from finder.domain.place import Point

EARTH_RADIUS_KM = 6371.0088
KM_IN_A_MILE = 1.609344


def distance_miles(a: Point, b: Point) -> float:
    """Return the miles between two points in a straight line.

    This is the haversine formula on a globe with the mean radius of the Earth (IUGG). Over a
    county it is within 0.4 % of the distance on the ellipsoid.
    """
    half_north = math.radians(b.latitude - a.latitude) / 2
    half_east = math.radians(b.longitude - a.longitude) / 2
    cosines = math.cos(math.radians(a.latitude)) * math.cos(math.radians(b.latitude))
    haversine = math.sin(half_north) ** 2 + cosines * math.sin(half_east) ** 2
    # Rounding can lift the haversine of opposite points a hair above 1.
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(haversine))) / KM_IN_A_MILE


def nearest_miles(point: Point, others: Iterable[Point | None]) -> float | None:
    """Return the miles to the nearest of some points; None where none of them is known."""
    known = (other for other in others if other is not None)
    return min((distance_miles(point, other) for other in known), default=None)
