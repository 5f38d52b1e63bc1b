"""Turn eastings and northings of the National Grid into latitude and longitude.

The formulas and constants are those of "A Guide to Coordinate Systems in Great Britain"
(Ordnance Survey): annex C for the inverse of the transverse Mercator projection and for
Cartesian coordinates, section 6.6 for the seven-parameter Helmert transformation from OSGB36 to
WGS 84. Against the exact transformation (OSTN15) this is out by 2 metres, and by 3 at the most.
"""

import math
from typing import NamedTuple

from finder.domain.place import Point

# Each ellipsoid as its half axes in metres.
AIRY_1830 = (6377563.396, 6356256.909)
WGS_84 = (6378137.000, 6356752.314245)

# The National Grid: scale on the central meridian, true origin, and the origin's coordinates.
SCALE = 0.9996012717
ORIGIN_LATITUDE = math.radians(49)
ORIGIN_LONGITUDE = math.radians(-2)
ORIGIN_EASTING = 400_000
ORIGIN_NORTHING = -100_000

# From OSGB36 to WGS 84: metres, parts per million, seconds of arc.
SHIFT = (446.448, -125.157, 542.060)
SCALE_CHANGE_PPM = -20.4894
ROTATION = (0.1502, 0.2470, 0.8421)

# A tenth of a metre, which is more than the transformation knows.
DECIMALS = 6

# Great Britain with its islands, in degrees: south, west, north, east.
GREAT_BRITAIN = (49.0, -9.0, 61.0, 2.0)

# Where looking for a reference begins, how far a degree is there, and when it gives up.
_MIDDLE = (400_000.0, 400_000.0)
_METRES_IN_A_DEGREE = 111_320
_MOST_STEPS = 12


class GridReference(NamedTuple):
    """A position on the National Grid (OSGB36), in whole metres."""

    easting: int
    northing: int


def point_at(reference: GridReference) -> Point:
    """Return the point (WGS 84) that lies at an easting and northing."""
    latitude, longitude = _unproject(*reference)
    latitude, longitude = _shift_datum(latitude, longitude)
    return Point(
        round(math.degrees(latitude), DECIMALS),
        round(math.degrees(longitude), DECIMALS),
    )


def is_in_great_britain(point: Point) -> bool:
    """Return whether a point lies in the part of the Earth that the National Grid is for."""
    south, west, north, east = GREAT_BRITAIN
    return south <= point.latitude <= north and west <= point.longitude <= east


def reference_at(point: Point) -> GridReference:
    """Return the reference, to the metre, of a point in Great Britain: `point_at` backwards.

    It is looked for: how far the point of one reference lies from the one wanted says where to
    try next. The grid is turned by four degrees at the most against true north, so each step
    leaves a tenth of the way or less.
    """
    metres_east = _METRES_IN_A_DEGREE * math.cos(math.radians(point.latitude))
    easting, northing = _MIDDLE
    for _ in range(_MOST_STEPS):
        found = point_at(GridReference(round(easting), round(northing)))
        east = (point.longitude - found.longitude) * metres_east
        north = (point.latitude - found.latitude) * _METRES_IN_A_DEGREE
        if abs(east) < 1 and abs(north) < 1:
            break
        easting, northing = round(easting) + east, round(northing) + north
    return GridReference(round(easting), round(northing))


def _unproject(easting: float, northing: float) -> tuple[float, float]:
    """Return latitude and longitude on the Airy ellipsoid, in radians."""
    major, _ = AIRY_1830
    squared = _eccentricity_squared(AIRY_1830)
    latitude = ORIGIN_LATITUDE
    arc = 0.0
    while abs(rest := northing - ORIGIN_NORTHING - arc) >= 0.00001:
        latitude += rest / (major * SCALE)
        arc = _meridian_arc(latitude)
    sine, tangent = math.sin(latitude), math.tan(latitude)
    secant = 1 / math.cos(latitude)
    t2, t4, t6 = tangent**2, tangent**4, tangent**6
    nu = major * SCALE / math.sqrt(1 - squared * sine**2)
    rho = major * SCALE * (1 - squared) / (1 - squared * sine**2) ** 1.5
    eta2 = nu / rho - 1
    # The guide numbers the terms of its two series VII to IX, and X to XIIA.
    vii = tangent / (2 * rho * nu)
    viii = tangent / (24 * rho * nu**3) * (5 + 3 * t2 + eta2 - 9 * t2 * eta2)
    ix = tangent / (720 * rho * nu**5) * (61 + 90 * t2 + 45 * t4)
    x = secant / nu
    xi = secant / (6 * nu**3) * (nu / rho + 2 * t2)
    xii = secant / (120 * nu**5) * (5 + 28 * t2 + 24 * t4)
    xiia = secant / (5040 * nu**7) * (61 + 662 * t2 + 1320 * t4 + 720 * t6)
    east = easting - ORIGIN_EASTING
    return (
        latitude - vii * east**2 + viii * east**4 - ix * east**6,
        ORIGIN_LONGITUDE + x * east - xi * east**3 + xii * east**5 - xiia * east**7,
    )


def _meridian_arc(latitude: float) -> float:
    """Return the metres along the central meridian from the origin to a latitude in radians."""
    major, minor = AIRY_1830
    n = (major - minor) / (major + minor)
    less, more = latitude - ORIGIN_LATITUDE, latitude + ORIGIN_LATITUDE
    terms = (
        (1 + n + 5 / 4 * n**2 + 5 / 4 * n**3) * less,
        -(3 * n + 3 * n**2 + 21 / 8 * n**3) * math.sin(less) * math.cos(more),
        (15 / 8 * n**2 + 15 / 8 * n**3) * math.sin(2 * less) * math.cos(2 * more),
        -35 / 24 * n**3 * math.sin(3 * less) * math.cos(3 * more),
    )
    return minor * SCALE * sum(terms)


def _shift_datum(latitude: float, longitude: float) -> tuple[float, float]:
    """Return a position on OSGB36 as one on WGS 84, both in radians."""
    major, _ = AIRY_1830
    squared = _eccentricity_squared(AIRY_1830)
    nu = major / math.sqrt(1 - squared * math.sin(latitude) ** 2)
    x = nu * math.cos(latitude) * math.cos(longitude)
    y = nu * math.cos(latitude) * math.sin(longitude)
    z = nu * (1 - squared) * math.sin(latitude)

    scale = 1 + SCALE_CHANGE_PPM / 1_000_000
    turn_x, turn_y, turn_z = (math.radians(seconds / 3600) for seconds in ROTATION)
    x, y, z = (
        SHIFT[0] + scale * x - turn_z * y + turn_y * z,
        SHIFT[1] + turn_z * x + scale * y - turn_x * z,
        SHIFT[2] - turn_y * x + turn_x * y + scale * z,
    )

    major, _ = WGS_84
    squared = _eccentricity_squared(WGS_84)
    across = math.hypot(x, y)
    latitude = math.atan2(z, across * (1 - squared))
    # Each round divides what is left of the error by more than a hundred.
    for _ in range(6):
        nu = major / math.sqrt(1 - squared * math.sin(latitude) ** 2)
        latitude = math.atan2(z + squared * nu * math.sin(latitude), across)
    return latitude, math.atan2(y, x)


def _eccentricity_squared(ellipsoid: tuple[float, float]) -> float:
    major, minor = ellipsoid
    return 1 - (minor / major) ** 2
