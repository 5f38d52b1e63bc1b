"""Bringing the table of towns up to date."""

from dataclasses import replace

import pytest

from finder.domain.issue import Severity
from finder.domain.place import Point
from finder.geo.towns import COLUMNS, Town
from finder.importing.places.councils import Box, CouncilPlaces, PlacesWanted
from finder.importing.places.geonames import GeoName
from finder.importing.places.town_table import TownTable, update_towns

HEADINGS = ",".join(COLUMNS)
KENT = PlacesWanted(
    councils=(
        CouncilPlaces(
            council="kent",
            outcodes=("CT14",),
            boxes=(Box(south=51.0, west=0.4, north=51.4, east=1.5),),
        ),
    ),
    left_out=frozenset({9}),
)
DEAL = GeoName(number=1, name="Deal", point=Point(51.22234, 1.40134), population=30917)


def locate(code: str) -> Point | None:
    return {"CT14 7AA": Point(51.2, 1.4)}.get(code)


def update(*rows: str, geonames: tuple[GeoName, ...] = ()) -> TownTable:
    return update_towns(
        [HEADINGS, *rows],
        locate=locate,
        geonames={place.number: place for place in geonames},
        wanted=KENT,
    )


def test_a_row_from_a_postcode_lies_where_the_postcode_is() -> None:
    table = update("Walmer,,kent,Kent,,,5000,postcode CT14 7AA")

    assert table.towns == (
        Town(
            name="Walmer",
            council="kent",
            county="Kent",
            point=Point(51.2, 1.4),
            population=5000,
            source="postcode CT14 7AA",
        ),
    )
    assert table.as_csv() == (
        f"{HEADINGS}\nWalmer,,kent,Kent,51.20000,1.40000,5000,postcode CT14 7AA\n"
    )


def test_a_row_from_geonames_keeps_what_people_wrote() -> None:
    table = update(
        "Deal Town,Deal,kent,Kent,51,1,1,GeoNames 1",
        geonames=(DEAL,),
    )

    assert table.as_csv().splitlines()[1:] == [
        "Deal Town,Deal,kent,Kent,51.22234,1.40134,30917,GeoNames 1"
    ]
    assert table.issues == ()


def test_a_population_that_geonames_does_not_know_stays() -> None:
    table = update("Deal,,kent,Kent,51,1,30000,GeoNames 1", geonames=(replace(DEAL, population=0),))

    assert [town.population for town in table.towns] == [30000]


@pytest.mark.parametrize("source", ["GeoNames 5", "GeoNames x", "hand", ""])
def test_a_row_that_geonames_does_not_have_stays_as_it_is(source: str) -> None:
    row = f"Kingsdown,,kent,Kent,51.18700,1.39800,2500,{source}"

    assert update(row, geonames=(DEAL,)).as_csv().splitlines()[1] == row


def test_a_new_town_is_added_and_said() -> None:
    table = update(geonames=(DEAL,))

    assert table.towns == (
        Town(name="Deal", point=DEAL.point, population=30917, source="GeoNames 1"),
    )
    assert [(issue.code, issue.severity) for issue in table.issues] == [
        ("town-without-council", Severity.WARNING)
    ]
    assert not table.has_wrong_row


@pytest.mark.parametrize(
    "place",
    [
        pytest.param(replace(DEAL, point=Point(52, 1.4)), id="outside every box"),
        pytest.param(replace(DEAL, number=9), id="to be left out"),
        pytest.param(replace(DEAL, name="Great Mongeham"), id="another name of a town there"),
        pytest.param(replace(DEAL, name="great-mongeham"), id="written another way"),
    ],
)
def test_a_town_that_is_not_wanted_or_is_there_is_not_added(place: GeoName) -> None:
    table = update("Mongeham,Great Mongeham,kent,Kent,51.2,1.4,5,hand", geonames=(place,))

    assert [town.name for town in table.towns] == ["Mongeham"]


def test_a_namesake_far_away_is_added() -> None:
    table = update("Deal,,,Elsewhere,51,0.5,5,hand", geonames=(DEAL,))

    assert [town.county for town in table.towns] == ["", "Elsewhere"]


def test_the_councils_towns_come_first_in_order() -> None:
    rows = [
        "Åshill,,kent,Kent,51.20000,1.20000,0,hand",
        "Zeal,,kent,Kent,51.20000,1.30000,0,hand",
        "Ant,,wiltshire,Wiltshire,51.20000,-1.30000,0,hand",
        "Aardvark,,,Essex,51.60000,0.30000,0,hand",
    ]

    assert update(*reversed(rows)).as_csv().splitlines()[1:] == rows


@pytest.mark.parametrize(
    ("rows", "line", "message"),
    [
        pytest.param(
            ["Walmer,,kent,Kent,,,5,postcode CT14 9ZZ"],
            2,
            "Nobody knows where the postcode CT14 9ZZ is.",
            id="unknown postcode",
        ),
        pytest.param(
            ["A,,kent,Kent,51,1,5,hand", "B,,kent"],
            3,
            "The latitude, longitude or population is not a number.",
            id="a short row",
        ),
        pytest.param(
            ["x" * 200_000], 2, "field larger than field limit (131072)", id="a cell without end"
        ),
    ],
)
def test_a_wrong_row_is_an_issue_with_its_line(rows: list[str], line: int, message: str) -> None:
    table = update(*rows)

    assert table.has_wrong_row
    assert [(i.code, i.message, i.line) for i in table.issues] == [("not-a-town", message, line)]


def test_other_headings_are_an_issue() -> None:
    table = update_towns(["town,where"], locate=locate, geonames={}, wanted=KENT)

    assert table.has_wrong_row
    assert table.issues[0].message == f"The first line has to be {HEADINGS}."


def test_a_table_that_is_not_there_yet_is_empty() -> None:
    table = update_towns([], locate=locate, geonames={}, wanted=KENT)

    assert (table.as_csv(), table.issues) == (f"{HEADINGS}\n", ())
