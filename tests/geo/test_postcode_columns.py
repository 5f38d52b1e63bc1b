"""The columns of the packed table of postcodes."""

from finder.geo.postcode_columns import read_column


def test_numbers_are_little_endian_on_every_machine() -> None:
    # A big-endian machine reads the bytes the other way round, and swaps them back.
    assert list(read_column("H", b"\x01\x02", "little")) == [0x0201]
    assert list(read_column("H", b"\x01\x02", "big")) == [0x0102]
