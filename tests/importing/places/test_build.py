"""Making the files of the gazetteer."""

from pathlib import Path

import pytest

from finder.domain.place import Precision
from finder.geo.gazetteer import Gazetteer, Outcome
from finder.importing.places.about import Counts
from finder.importing.places.build import build_places
from finder.importing.places.errors import PlacesError

MADE = ["README.md", "outcodes.csv", "postcodes.bin", "towns.csv"]


def test_what_was_made_is_counted(
    code_point_zip: Path, geonames_wheel: Path, places_folder: Path
) -> None:
    made = build_places(source=code_point_zip, towns=geonames_wheel, folder=places_folder)

    assert (made.edition, made.tables, made.rows, made.unplaced) == ("2026-04", 2, 5, 1)
    assert made.counts == Counts(postcodes=3, outcodes_in_full=2, sectors=3, outcodes=3, towns=4)
    assert made.sizes == {name: (places_folder / name).stat().st_size for name in MADE}
    assert [(issue.code, issue.message) for issue in made.issues] == [
        (
            "town-without-council",
            "Loose is new, and nobody has said which council and county it is in.",
        )
    ]


def test_what_was_made_can_be_asked(
    code_point_zip: Path, geonames_wheel: Path, places_folder: Path
) -> None:
    build_places(source=code_point_zip, towns=geonames_wheel, folder=places_folder)

    gazetteer = Gazetteer.load(places_folder)

    assert gazetteer.edition == "2026-04"
    assert gazetteer.point_of("ME14 1XQ") is not None
    assert gazetteer.point_of("ME1 1AA") is None
    assert [
        (found.outcome, found.whereabouts.label, found.whereabouts.precision)
        for found in map(gazetteer.look_up, ("me1 1aa", "ME14 9ZZ", "Loose", "stockport"))
        if found.whereabouts
    ] == [
        (Outcome.ABOUT, "ME1 1", Precision.SECTOR),
        (Outcome.ABOUT, "ME14", Precision.OUTCODE),
        (Outcome.FOUND, "Loose", Precision.TOWN),
        (Outcome.FOUND, "Stockport", Precision.TOWN),
    ]


def test_the_files_are_what_they_should_be(code_point_zip: Path, places_folder: Path) -> None:
    build_places(source=code_point_zip, towns=None, folder=places_folder)

    assert (places_folder / "outcodes.csv").read_text("utf-8").splitlines() == [
        "outcode,latitude,longitude,postcodes",
        "ME1,51.38610,0.50742,1",
        "ME14,51.27903,0.52305,2",
        "SK1,53.40597,-2.15849,1",
    ]
    assert (places_folder / "towns.csv").read_text("utf-8").splitlines()[1:] == [
        "Bearsted,,kent,Kent,51.27500,0.58000,6000,hand",
        "Maidstone,County Town,kent,Kent,51.10000,0.40000,5,GeoNames 1",
        "Stockport,,stockport,Greater Manchester,53.40597,-2.15849,0,postcode SK1 3XE",
    ]
    page = (places_folder / "README.md").read_text("utf-8")
    assert "The postcodes are those of 2026-04" in page
    assert "Contains OS data © Crown copyright and database right 2026" in page


def test_the_same_input_makes_the_same_bytes(
    code_point_zip: Path, code_point_folder: Path, geonames_wheel: Path, places_folder: Path
) -> None:
    build_places(source=code_point_zip, towns=geonames_wheel, folder=places_folder)
    first = {name: (places_folder / name).read_bytes() for name in MADE}

    build_places(
        source=code_point_folder, towns=geonames_wheel, folder=places_folder, edition="2026-04"
    )

    assert {name: (places_folder / name).read_bytes() for name in MADE} == first


def test_towns_can_lie_where_a_sector_or_outcode_is(
    code_point_zip: Path, places_folder: Path
) -> None:
    towns = places_folder / "towns.csv"
    headings = towns.read_text("utf-8").splitlines()[0]
    rows = ["A,,,X,,,0,postcode ME1 1", "B,,,X,,,0,postcode me14"]
    towns.write_text("\n".join([headings, *rows]), encoding="utf-8")

    build_places(source=code_point_zip, towns=None, folder=places_folder)

    assert towns.read_text("utf-8").splitlines()[1:] == [
        "A,,,X,51.38610,0.50742,0,postcode ME1 1",
        "B,,,X,51.27903,0.52305,0,postcode me14",
    ]


@pytest.mark.parametrize("source", ["nowhere", "ZE1 0AA"])
def test_a_wrong_row_leaves_the_towns_as_they_are(
    code_point_zip: Path, places_folder: Path, source: str
) -> None:
    towns = places_folder / "towns.csv"
    text = towns.read_text("utf-8") + f"Lost,,kent,Kent,,,0,postcode {source}\n"
    towns.write_text(text, encoding="utf-8")

    made = build_places(source=code_point_zip, towns=None, folder=places_folder)

    assert towns.read_text("utf-8") == text
    assert sorted(made.sizes) == ["README.md", "outcodes.csv", "postcodes.bin"]
    assert [(issue.code, issue.line) for issue in made.issues] == [("not-a-town", 5)]


def test_a_folder_without_towns_gets_an_empty_table(
    code_point_zip: Path, places_folder: Path
) -> None:
    (places_folder / "towns.csv").unlink()

    build_places(source=code_point_zip, towns=None, folder=places_folder)

    assert Gazetteer.load(places_folder).towns_of("kent") == ()


def test_an_outcode_that_the_source_does_not_have_is_said(
    code_point_zip: Path, places_folder: Path
) -> None:
    councils = places_folder / "outcodes-of-councils.toml"
    councils.write_text('[[council]]\nslug = "kent"\noutcodes = ["ME14", "SK1", "CT1"]\n', "utf-8")

    made = build_places(source=code_point_zip, towns=None, folder=places_folder)

    assert [(issue.code, issue.message) for issue in made.issues] == [
        ("unknown-outcode", "CT1 has no postcode in the source.")
    ]


@pytest.mark.parametrize("edition", ["", "2026", "2026-13", "May 2026"])
def test_a_source_without_a_month_needs_one(
    code_point_folder: Path, places_folder: Path, edition: str
) -> None:
    with pytest.raises(PlacesError, match="--edition 2025-08"):
        build_places(source=code_point_folder, towns=None, folder=places_folder, edition=edition)

    assert sorted(path.name for path in places_folder.iterdir()) == [
        "outcodes-of-councils.toml",
        "towns.csv",
    ]


def test_towns_that_are_not_utf_8_are_refused(code_point_zip: Path, places_folder: Path) -> None:
    (places_folder / "towns.csv").write_bytes(b"\xff")

    with pytest.raises(PlacesError, match=r"towns\.csv cannot be read"):
        build_places(source=code_point_zip, towns=None, folder=places_folder)


def test_a_file_that_cannot_be_written_is_named(code_point_zip: Path, places_folder: Path) -> None:
    (places_folder / "postcodes.bin").mkdir()

    with pytest.raises(PlacesError, match=r"postcodes\.bin cannot be written"):
        build_places(source=code_point_zip, towns=None, folder=places_folder)
