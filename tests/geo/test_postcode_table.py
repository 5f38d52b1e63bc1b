"""The packed table of postcodes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finder.geo.grid import GridReference
from finder.geo.postcode_table import (
    PostcodeTable,
    PostcodeTableError,
    pack_table,
    read_column,
)
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


def test_numbers_are_little_endian_on_every_machine() -> None:
    # A big-endian machine reads the bytes the other way round, and swaps them back.
    assert list(read_column("H", b"\x01\x02", "little")) == [0x0201]
    assert list(read_column("H", b"\x01\x02", "big")) == [0x0102]
