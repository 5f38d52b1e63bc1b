"""Towns by name."""

import pytest

from finder.domain.place import Point
from finder.geo.towns import COLUMNS, Town, TownError, TownIndex, fold_name, parse_town, read_towns

HEADINGS = ",".join(COLUMNS)


def a_row(**cells: str) -> dict[str, str]:
    row = {
        "name": "Deal",
        "also": "",
        "council": "kent",
        "county": "Kent",
        "latitude": "51.22234",
        "longitude": "1.40134",
        "population": "30917",
        "source": "GeoNames 2651468",
    }
    return {**row, **cells}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("MAIDSTONE", "maidstone", id="capitals"),
        pytest.param("Bradford-on-Avon", "bradford on avon", id="hyphens"),
        pytest.param("St Mary's  Bay", "st marys bay", id="apostrophe and spaces"),
        pytest.param("Saint Mary’s Bay", "st marys bay", id="saint and curly apostrophe"),
        pytest.param("St. Leonards", "st leonards", id="full stop"),
        pytest.param("Heath & Reach", "heath and reach", id="ampersand"),
        pytest.param("Café Ô", "cafe o", id="accents"),
        pytest.param("Saintbury", "saintbury", id="saint inside a word"),
        pytest.param("-'-", "", id="nothing but marks"),
    ],
)
def test_names_are_compared_without_what_people_leave_out(text: str, expected: str) -> None:
    assert fold_name(text) == expected


def test_a_row_is_read_as_a_town() -> None:
    assert parse_town(a_row(also="Deal Town; The Strand;")) == Town(
        name="Deal",
        also=("Deal Town", "The Strand"),
        council="kent",
        county="Kent",
        point=Point(51.22234, 1.40134),
        population=30917,
        source="GeoNames 2651468",
    )


def test_a_population_that_nobody_said_is_nought() -> None:
    assert parse_town(a_row(population="")).population == 0


@pytest.mark.parametrize(
    ("row", "message"),
    [
        pytest.param(a_row(name=" - "), "no name", id="no name"),
        pytest.param(a_row(latitude=""), "not a number", id="no latitude"),
        pytest.param(a_row(population="many"), "not a number", id="population in words"),
        pytest.param(a_row(longitude="nan"), "not in Great Britain", id="not a place on Earth"),
        pytest.param(
            a_row(latitude="1.40134", longitude="51.22234"),
            "not in Great Britain",
            id="the wrong way round",
        ),
        pytest.param({**a_row(), "more": "x"}, "too many cells", id="a comma too many"),
    ],
)
def test_a_row_that_is_no_town_is_refused(row: dict[str, str], message: str) -> None:
    with pytest.raises(TownError, match=message):
        parse_town(row)


def test_a_table_is_refused_with_the_line_of_its_fault() -> None:
    with pytest.raises(TownError, match="The first line has to be name,also,council"):
        read_towns(["name,town"])
    with pytest.raises(TownError, match="Line 3: The row has no name"):
        read_towns([HEADINGS, "A,,,,51,0,1,x", ",,,,51,0,1,x"])
    with pytest.raises(TownError, match="Line 2: field larger"):
        read_towns([HEADINGS, "A" * 200_000])


def test_a_table_with_headings_alone_has_no_towns() -> None:
    assert read_towns([HEADINGS]) == ()


def test_a_town_without_letters_is_never_found_by_marks() -> None:
    index = TownIndex([parse_town(a_row())])

    assert index.find_town("-") is None
    assert index.find_town(",") is None


def test_the_largest_is_meant_when_nothing_else_tells() -> None:
    small = parse_town(a_row(county="Devon", council="", population="5"))
    large = parse_town(a_row(council="", population="9"))

    assert TownIndex([small, large]).find_town("deal") == large


def test_a_council_without_towns_leaves_it_to_the_size() -> None:
    small = parse_town(a_row(county="Devon", council="", population="5"))
    large = parse_town(a_row(council="", population="9"))

    assert TownIndex([small, large]).find_town("deal", council="wiltshire") == large


def test_the_towns_outside_a_council_are_all_the_others() -> None:
    deal = parse_town(a_row(name="Deal"))
    marple = parse_town(a_row(name="Marple", council="stockport"))
    rye = parse_town(a_row(name="Rye", council=""))
    index = TownIndex((deal, marple, rye))

    assert set(index.outside_council("kent")) == {marple, rye}
    assert set(index.outside_council("surrey")) == {deal, marple, rye}
