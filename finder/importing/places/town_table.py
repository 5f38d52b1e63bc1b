"""Bring the table of towns up to date: its places, and what GeoNames knows that it does not."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from finder.domain.issue import Issue, Severity
from finder.domain.place import Point
from finder.geo.distance import distance_miles
from finder.geo.gazetteer import TOWNS_FILE
from finder.geo.towns import COLUMNS, Town, TownError, fold_name, parse_town
from finder.importing.places.councils import PlacesWanted
from finder.importing.places.geonames import GeoName

GEONAMES = "GeoNames "
POSTCODE = "postcode "

# Two towns of one name that are nearer to each other than this are the same town.
SAME_TOWN_MILES = 3

Locate = Callable[[str], Point | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class TownTable:
    """The towns, in the order of the table, and what is wrong or new in it."""

    towns: tuple[Town, ...]
    issues: tuple[Issue, ...]

    @property
    def has_wrong_row(self) -> bool:
        """Return whether a row of the table itself cannot be used as it is written."""
        return any(issue.is_error for issue in self.issues)

    def as_csv(self) -> str:
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(_cells(town) for town in self.towns)
        return text.getvalue()


def update_towns(
    lines: Iterable[str],
    *,
    locate: Locate,
    geonames: Mapping[int, GeoName],
    wanted: PlacesWanted,
) -> TownTable:
    """Return the table of towns in the lines of a CSV file, brought up to date.

    A row whose source is a postcode, a sector or an outcode gets its place from there through
    `locate`; one from GeoNames gets its place and population from there. Everything else in a
    row is what a person wrote, and stays.
    """
    towns: list[Town] = []
    issues: list[Issue] = []
    reader = csv.DictReader(lines)
    try:
        _check_headings(reader.fieldnames)
        for row in reader:
            try:
                towns.append(_read_row(row, locate))
            except TownError as error:
                issues.append(_wrong_row(error, reader.line_num))
    except (csv.Error, TownError) as error:
        issues.append(_wrong_row(error, reader.reader.line_num))
    refreshed = [_refresh(town, geonames) for town in towns]
    added = _new_towns(refreshed, geonames, wanted)
    issues += (_added_issue(town) for town in added)
    return TownTable(towns=tuple(sorted((*refreshed, *added), key=_in_order)), issues=tuple(issues))


def _check_headings(names: Sequence[str] | None) -> None:
    """Raise TownError unless the headings are right. A table that is not there yet is right."""
    if names is not None and tuple(names) != COLUMNS:
        raise TownError(f"The first line has to be {','.join(COLUMNS)}.")


def _wrong_row(error: Exception, line: int) -> Issue:
    return Issue(
        code="not-a-town",
        message=str(error),
        remedy="Put the row right. The table stays as it is until then.",
        file=TOWNS_FILE,
        line=line,
    )


def _read_row(row: dict[str, str], locate: Locate) -> Town:
    """Return the town in a row, at the place that its source gives."""
    source = (row.get("source") or "").strip()
    if not source.startswith(POSTCODE):
        return parse_town(row)
    point = locate(source.removeprefix(POSTCODE))
    if point is None:
        raise TownError(f"Nobody knows where the {source} is.")
    return parse_town({**row, "latitude": str(point.latitude), "longitude": str(point.longitude)})


def _refresh(town: Town, geonames: Mapping[int, GeoName]) -> Town:
    found = geonames.get(_number_of(town))
    if found is None:
        return town
    # GeoNames says 0 where it does not know.
    population = found.population or town.population
    return replace(town, point=found.point, population=population)


def _number_of(town: Town) -> int:
    """Return a town's number at GeoNames, or 0, which no town has."""
    number = town.source.removeprefix(GEONAMES)
    return int(number) if town.source.startswith(GEONAMES) and number.isdecimal() else 0


def _new_towns(
    towns: list[Town], geonames: Mapping[int, GeoName], wanted: PlacesWanted
) -> list[Town]:
    """Return the places near a council that are neither in the table nor to be left out."""
    known: dict[str, list[Town]] = {}
    for town in towns:
        for name in town.names:
            known.setdefault(fold_name(name), []).append(town)
    numbers = wanted.left_out.union(map(_number_of, towns))
    added = []
    for number, place in sorted(geonames.items()):
        if number in numbers or not wanted.has_near(place.point):
            continue
        namesakes = known.setdefault(fold_name(place.name), [])
        if any(distance_miles(t.point, place.point) < SAME_TOWN_MILES for t in namesakes):
            continue
        town = Town(
            name=place.name,
            point=place.point,
            population=place.population,
            source=f"{GEONAMES}{number}",
        )
        namesakes.append(town)
        added.append(town)
    return added


def _added_issue(town: Town) -> Issue:
    return Issue(
        code="town-without-council",
        message=f"{town.name} is new, and nobody has said which council and county it is in.",
        remedy="Fill in the council, if it is in one of this site, and the county.",
        severity=Severity.WARNING,
        file=TOWNS_FILE,
    )


def _cells(town: Town) -> tuple[str, ...]:
    return (
        town.name,
        ";".join(town.also),
        town.council,
        town.county,
        f"{town.point.latitude:.5f}",
        f"{town.point.longitude:.5f}",
        str(town.population),
        town.source,
    )


def _in_order(town: Town) -> tuple[bool, str, str, str, float]:
    """Return the order of the table: the councils' towns by council, then the others."""
    return (
        not town.council,
        town.council,
        fold_name(town.name),
        town.county,
        town.point.latitude,
    )
