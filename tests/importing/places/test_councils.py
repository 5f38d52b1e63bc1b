"""The list of outcodes of each council."""

from pathlib import Path

import pytest

from finder.domain.place import Point
from finder.importing.places.councils import (
    Box,
    CouncilPlaces,
    PlacesWanted,
    read_places_wanted,
)
from finder.importing.places.errors import PlacesError

CONTENT = Path(__file__).parents[3] / "content" / "places" / "outcodes-of-councils.toml"


def test_the_list_is_read(places_folder: Path) -> None:
    assert read_places_wanted(places_folder / "outcodes-of-councils.toml") == PlacesWanted(
        councils=(
            CouncilPlaces(
                council="kent",
                outcodes=("ME14",),
                boxes=(Box(south=51.0, west=0.4, north=51.4, east=0.7),),
            ),
            CouncilPlaces(council="stockport", outcodes=("SK1",)),
        ),
        left_out=frozenset({3}),
    )


def test_the_real_list_has_the_four_councils() -> None:
    wanted = read_places_wanted(CONTENT)

    assert [places.council for places in wanted.councils] == [
        "kent",
        "milton-keynes",
        "stockport",
        "wiltshire",
    ]
    assert {"ME14", "MK9", "SK1", "BA14"} <= wanted.outcodes


def test_a_box_holds_what_lies_in_it() -> None:
    box = Box(south=51.0, west=0.4, north=51.4, east=0.7)

    assert Point(51.2, 0.5) in box
    assert Point(51.5, 0.5) not in box
    assert Point(51.2, 0.8) not in box


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("council = [", "cannot be read", id="not TOML"),
        pytest.param("", "a council or its 'council' is missing", id="no council"),
        pytest.param("[[council]]\nslug = 'kent'", "its 'outcodes' is missing", id="no outcodes"),
        pytest.param(
            "[[council]]\nslug = 'Kent'\noutcodes = []", "“Kent” is not a council's", id="slug"
        ),
        pytest.param(
            "[[council]]\nslug = 'kent'\noutcodes = ['Deal']", "“Deal” of kent", id="outcode"
        ),
        pytest.param(
            "[[council]]\nslug = 'kent'\noutcodes = []\ntowns_inside = [[1, 2]]",
            "A box of kent needs four numbers",
            id="box",
        ),
        pytest.param("council = 3", "is not iterable", id="not a list"),
    ],
)
def test_a_wrong_list_is_refused_with_its_fault(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(PlacesError, match=message) as raised:
        read_places_wanted(path)

    assert "wrong.toml" in str(raised.value)


def test_a_missing_list_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PlacesError, match="cannot be read"):
        read_places_wanted(tmp_path / "none.toml")
