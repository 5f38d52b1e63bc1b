"""Putting the rows of several tables together."""

from dataclasses import replace
from pathlib import Path

import pytest

from finder.importing.directories.joins import Joiner, Listing, Named
from finder.importing.directories.mapping import DirectoryMapping, Join
from finder.importing.directories.outcomes import Remark
from finder.importing.directories.rows import Row
from tests.builders import TODAY
from tests.importing.directories.invented import (
    FEED_MAPPING,
    a_row,
    a_service,
    read_the_mapping,
)

SONGBIRDS = a_row(Organisation="Example Songbirds")
GREEN_HALL = a_row(Hall="Green Hall", Town="Maidstone")


@pytest.fixture
def tables(tmp_path: Path) -> DirectoryMapping:
    return read_the_mapping(tmp_path)


@pytest.fixture
def feed(tmp_path: Path) -> DirectoryMapping:
    return read_the_mapping(tmp_path, FEED_MAPPING)


def listing(
    mapping: DirectoryMapping,
    row: Row,
    *,
    organisations: tuple[Row, ...] = (),
    places: tuple[Row, ...] = (),
) -> Listing:
    joiner = Joiner(mapping, organisations=organisations, places=places, today=TODAY)
    return joiner.listing(row)


def test_rows_are_joined_by_name_however_it_is_written(tables: DirectoryMapping) -> None:
    row = a_row({"Run by": "EXAMPLE songbirds", "Held at": "Green Hall; green hall;"})
    found = listing(tables, row, organisations=(SONGBIRDS,), places=(GREEN_HALL,))

    assert found.organisations == [Named("EXAMPLE songbirds", SONGBIRDS)]
    assert found.places == [Named("Green Hall", GREEN_HALL), Named("green hall", GREEN_HALL)]
    assert found.remarks == []


def test_a_name_without_a_row_comes_in_as_a_name(tables: DirectoryMapping) -> None:
    found = listing(tables, a_row({"Run by": "Example Nobody", "Held at": "Red Hall"}))

    assert found.organisations == [Named("Example Nobody")]
    assert found.places == [Named("Red Hall")]
    assert found.remarks == [
        Remark("no-such-place", "No row tells where “Red Hall” is. Its name came in."),
        Remark("no-such-provider", "No row tells more about “Example Nobody”."),
    ]
    assert found.joined == []


def test_a_name_with_two_rows_is_not_joined_to_either(tables: DirectoryMapping) -> None:
    other = a_row(Hall="Green Hall", Town="Ashford")
    found = listing(tables, a_row({"Held at": "Green Hall"}), places=(GREEN_HALL, other))

    assert found.places == [Named("Green Hall")]
    assert [remark.code for remark in found.remarks] == ["which-place"]
    assert found.joined == []


def test_one_table_can_hold_everything(tables: DirectoryMapping) -> None:
    alone = replace(
        tables,
        providers=replace(tables.providers, table="", join=None),
        places=replace(tables.places, table="", join=None),
    )
    row = a_row(Organisation="Example Songbirds", Town="Maidstone")

    assert listing(alone, row).organisations == [Named("Example Songbirds", row)]
    assert listing(alone, row).places == [Named("", row)]
    assert listing(alone, a_row()).organisations == []
    assert listing(alone, a_row()).places == []


def test_a_feed_carries_its_parts(feed: DirectoryMapping) -> None:
    row = a_row(
        **a_service(
            service_at_locations=[{"location": {"name": "Green Hall"}}],
            schedules=[{"freq": "WEEKLY", "byday": "MO", "opens_at": "10:00"}],
            cost_options=[{"amount": 0}],
        )
    )
    found = listing(feed, row)

    assert [(each.name, each.row and each.row.values("name")) for each in found.organisations] == [
        ("", ("Example Songbirds",))
    ]
    assert [each.row and each.row.values("name") for each in found.places] == [("Green Hall",)]
    assert (len(found.sessions), [price.free for price in found.prices]) == (1, [True])


def test_a_feed_can_have_no_organisation(feed: DirectoryMapping) -> None:
    assert listing(feed, a_row(name="Example Choir")).organisations == []


def test_a_feed_can_have_tables_of_its_own(feed: DirectoryMapping) -> None:
    wide = replace(
        feed,
        providers=replace(feed.providers, join=Join(column="organization_id", to="id")),
        places=replace(feed.places, join=Join(column="id", to="service.id")),
    )
    organisation = a_row(id="7", name="Example Songbirds")
    hall = a_row(service={"id": "S1"}, location={"name": "Green Hall"})
    row = a_row(id="S1", organization_id="7")
    found = listing(wide, row, organisations=(organisation,), places=(hall,))

    assert found.organisations == [Named("7", organisation)]
    assert [each.row and each.row.values("name") for each in found.places] == [("Green Hall",)]
    assert found.joined == [hall, organisation]


def test_an_id_without_a_row_is_never_a_name(feed: DirectoryMapping) -> None:
    wide = replace(
        feed, providers=replace(feed.providers, join=Join(column="organization_id", to="id"))
    )
    row = a_row(organization_id="7", organization={"name": "Example Songbirds"})

    assert [each.name for each in listing(wide, row).organisations] == [""]
    assert listing(wide, a_row(organization_id="7")).organisations == []
