"""The packed table of postcodes."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finder.geo.grid import GridReference
from finder.geo.postcode_table import PostcodeTable, PostcodeTableError, pack_table
from finder.geo.postcodes import Outcode, Postcode, Sector, parse_postcode, parse_sector

names = st.sampled_from(["CT1", "E1W", "ME1", "ME14", "SK1"]).map(Outcode)
letters = st.sampled_from("ABDEFGHJLNPQRSTUWXYZ")
incodes = st.builds(lambda d, a, b: f"{d}{a}{b}", st.integers(0, 9), letters, letters)
# Within 65 kilometres of each other, as the postcodes of an outcode of a county are.
references = st.builds(GridReference, st.integers(500_000, 565_000), st.integers(100_000, 165_000))
tables = st.dictionaries(st.builds(Postcode, names, incodes), references, max_size=60)
sector_tables = st.dictionaries(
    st.builds(Sector, names, st.integers(0, 9).map(str)), references, max_size=20
)


@settings(deadline=None)
@given(tables, sector_tables)
def test_what_was_packed_is_found_again(
    postcodes: dict[Postcode, GridReference], sectors: dict[Sector, GridReference]
) -> None:
    content = pack_table(edition="2025-08", sectors=sectors, postcodes=postcodes)

    table = PostcodeTable.unpack(content)

    assert table.edition == "2025-08"
    assert (table.sector_count, table.postcode_count) == (len(sectors), len(postcodes))
    assert {p: table.find_postcode(p) for p in postcodes} == postcodes
    assert {s: table.find_sector(s) for s in sectors} == sectors


@settings(deadline=None)
@given(tables, st.builds(Postcode, names, incodes))
def test_what_was_not_packed_is_not_found(
    postcodes: dict[Postcode, GridReference], other: Postcode
) -> None:
    table = PostcodeTable.unpack(pack_table(edition="2025-08", sectors={}, postcodes=postcodes))

    assert table.find_postcode(other) == postcodes.get(other)
    assert table.find_sector(other.sector) is None
    assert table.find_postcode(parse_postcode("ZE1 0AA")) is None


def test_the_same_input_makes_the_same_bytes_in_any_order() -> None:
    postcodes = {
        parse_postcode("ME14 1XQ"): GridReference(576017, 156294),
        parse_postcode("ME14 1XR"): GridReference(576100, 156300),
    }
    sectors = {
        parse_sector("ME14 1"): GridReference(576050, 156290),
        parse_sector("SK1 3"): GridReference(389561, 389918),
    }

    assert pack_table(edition="2025-08", sectors=sectors, postcodes=postcodes) == pack_table(
        edition="2025-08",
        sectors=dict(reversed(sectors.items())),
        postcodes=dict(reversed(postcodes.items())),
    )


def test_an_outcode_that_is_very_wide_is_kept_to_a_few_metres() -> None:
    postcodes = {
        parse_postcode("IV27 4AA"): GridReference(200_000, 900_001),
        parse_postcode("IV27 4AB"): GridReference(300_001, 1_000_000),
    }

    table = PostcodeTable.unpack(pack_table(edition="2025-08", sectors={}, postcodes=postcodes))

    assert [table.find_postcode(postcode) for postcode in postcodes] == [
        GridReference(200_000, 900_001),
        GridReference(300_000, 999_999),
    ]


def test_every_changed_byte_is_noticed() -> None:
    content = pack_table(
        edition="2025-08",
        sectors={parse_sector("ME14 1"): GridReference(576000, 156000)},
        postcodes={parse_postcode("ME14 1XQ"): GridReference(576017, 156294)},
    )

    for place in range(len(content)):
        damaged = bytearray(content)
        damaged[place] ^= 0x10
        with pytest.raises(PostcodeTableError):
            PostcodeTable.unpack(bytes(damaged))
    for length in range(len(content)):
        with pytest.raises(PostcodeTableError):
            PostcodeTable.unpack(content[:length])


def test_a_later_format_is_refused_by_its_number() -> None:
    content = pack_table(edition="2025-08", sectors={}, postcodes={})

    with pytest.raises(PostcodeTableError, match=r"format 2, and .* reads 1"):
        PostcodeTable.unpack(content[:8] + b"\x02\x00" + content[10:])


def test_an_empty_table_has_no_nearest_sector() -> None:
    table = PostcodeTable.unpack(pack_table(edition="2025-08", sectors={}, postcodes={}))

    assert table.nearest_sector(GridReference(0, 0)) is None


@settings(deadline=None)
@given(sector_tables.filter(bool), references)
def test_the_nearest_sector_is_the_nearest_of_all(
    sectors: dict[Sector, GridReference], here: GridReference
) -> None:
    table = PostcodeTable.unpack(pack_table(edition="2025-08", sectors=sectors, postcodes={}))

    found = table.nearest_sector(here)

    assert found is not None
    sector, metres = found
    assert metres == math.dist(sectors[sector], here)
    assert metres == min(math.dist(middle, here) for middle in sectors.values())


def sector_of(sector: str, postcodes: int) -> dict[Postcode, GridReference]:
    """Return so many postcodes of a sector, all at one place."""
    endings = [f"{first}{second}" for first in "ABDEFGH" for second in "ABDEFGHJLN"]
    return {
        parse_postcode(f"{sector}{ending}"): GridReference(576000, 156000)
        for ending in endings[:postcodes]
    }


@pytest.mark.parametrize(
    ("postcodes", "expected"),
    [
        pytest.param(sector_of("ME14 9", 40), "ME14 9", id="many"),
        pytest.param(sector_of("ME14 9", 39), "ME1 1", id="few"),
        pytest.param(sector_of("ME14 1", 60), "ME1 1", id="none at all"),
        pytest.param({}, "ME14 9", id="nobody knows"),
    ],
)
def test_a_sector_in_which_nobody_lives_is_passed_over(
    postcodes: dict[Postcode, GridReference], expected: str
) -> None:
    sectors = {
        parse_sector("ME1 1"): GridReference(580000, 164900),
        parse_sector("ME14 1"): GridReference(590000, 156000),
        parse_sector("ME14 9"): GridReference(576000, 156000),
    }
    table = PostcodeTable.unpack(
        pack_table(edition="2025-08", sectors=sectors, postcodes=postcodes)
    )

    found = table.nearest_sector(GridReference(580000, 156000))

    assert found is not None
    assert str(found[0]) == expected


def test_a_sector_with_few_postcodes_will_do_where_no_other_is_near() -> None:
    sectors = {
        parse_sector("ME1 1"): GridReference(580000, 165100),
        parse_sector("ME14 9"): GridReference(576000, 156000),
    }
    table = PostcodeTable.unpack(
        pack_table(edition="2025-08", sectors=sectors, postcodes=sector_of("ME14 9", 1))
    )

    assert table.nearest_sector(GridReference(580000, 156000)) == (parse_sector("ME14 9"), 4000)


@settings(deadline=None)
@given(tables, references, references, st.integers(100, 3000))
def test_the_squares_in_a_box_are_those_that_hold_a_postcode(
    postcodes: dict[Postcode, GridReference], a: GridReference, b: GridReference, metres: int
) -> None:
    table = PostcodeTable.unpack(pack_table(edition="2025-08", sectors={}, postcodes=postcodes))
    west, east = sorted((a.easting, b.easting))
    south, north = sorted((a.northing, b.northing))

    squares = table.squares(GridReference(west, south), GridReference(east, north), metres)

    corners = {
        at: GridReference(at.easting // metres * metres, at.northing // metres * metres)
        for at in postcodes.values()
    }
    inside = {
        corner
        for at, corner in corners.items()
        if west <= at.easting <= east and south <= at.northing <= north
    }
    assert inside <= squares <= set(corners.values())
