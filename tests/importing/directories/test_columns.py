"""Which columns a mapping names."""

from dataclasses import replace
from pathlib import Path

from finder.importing.directories.columns import check_columns, unused_columns, wanted_columns
from finder.importing.directories.mapping import Format
from finder.importing.report import Report
from tests.importing.directories.invented import FEED_MAPPING, a_row, a_service, read_the_mapping


def test_columns_that_are_wanted(tmp_path: Path) -> None:
    wanted = wanted_columns(read_the_mapping(tmp_path))

    assert wanted["organisations"] == {"ID", "Organisation", "About", "Website"}
    assert wanted["halls"] == {"Hall", "Street", "Town", "Post code", "Phone"}
    assert {"ID", "Service", "Run by", "Held at", "Kind", "Members"} < wanted["services"]


def test_parts_without_a_table_are_read_from_the_activities(tmp_path: Path) -> None:
    mapping = read_the_mapping(tmp_path)
    alone = replace(mapping, places=replace(mapping.places, table="", join=None))

    assert {"Hall", "Street"} < wanted_columns(alone)["services"]


def test_a_feed_has_its_own_columns(tmp_path: Path) -> None:
    wanted = wanted_columns(read_the_mapping(tmp_path, FEED_MAPPING))["services"]

    assert {"description", "eligibilitys.minimum_age", "name"} < wanted
    assert "address" not in wanted


def test_a_feed_with_a_table_of_organisations_reads_it(tmp_path: Path) -> None:
    text = FEED_MAPPING.replace("[providers]", '[providers]\ntable = "organisations"')
    text += '\n[[tables]]\nname = "organisations"\nfiles = ["organizations.json"]\n'

    assert wanted_columns(read_the_mapping(tmp_path, text))["organisations"] == {
        "name",
        "description",
        "website",
        "url",
        "email",
    }


def test_a_column_that_is_missing_is_an_error() -> None:
    report = Report(file="a.csv")
    row = replace(a_row({"Post code": "x"}), headers={"postcode": "Post code"})
    check_columns(["Post code", "postcode", "Post cod"], [row], report)
    check_columns(["Town"], [], report)

    assert [issue.message for issue in report.issues] == [
        "There is no column “Post cod”. Did you mean “Post code”?"
    ]


def test_columns_that_nothing_uses() -> None:
    rows = [a_row(ID="1", Old="", New="x"), a_row(ID="2", Old="y", New="z")]

    assert unused_columns(["id"], rows, Format.CSV) == ["New", "Old"]


def test_parts_of_a_feed_are_used() -> None:
    row = a_row(**a_service(extra={"a": 1}, tags=[{"name": "x"}], note=""))

    assert unused_columns(["tags.name", "name"], [row], Format.OPEN_REFERRAL) == [
        "description",
        "status",
        "extra",
    ]
