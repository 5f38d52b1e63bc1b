"""Postcodes, sectors and outcodes, read and written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.geo.postcodes import (
    Outcode,
    Postcode,
    PostcodeError,
    Sector,
    has_postcode_shape,
    is_tidy,
    parse_any,
    parse_outcode,
    parse_postcode,
    parse_sector,
)

ME14 = Outcode("ME14")

first_letters = "ABCDEFGHIJKLMNOPRSTUWYZ"
second_letters = "ABCDEFGHKLMNOPQRSTUVWXY"
districts = st.integers(0, 99).map(str)
outcodes = st.one_of(
    st.builds(str.__add__, st.sampled_from(first_letters), districts),
    st.builds(
        lambda a, b, c: a + b + c,
        st.sampled_from(first_letters),
        st.sampled_from(second_letters),
        districts,
    ),
    st.builds(
        lambda a, b, c: f"{a}{b}{c}",
        st.sampled_from(first_letters),
        st.integers(1, 9),
        st.sampled_from("ABCDEFGHJKPSTUW"),
    ),
    st.builds(
        lambda a, b, c, d: f"{a}{b}{c}{d}",
        st.sampled_from(first_letters),
        st.sampled_from(second_letters),
        st.integers(1, 9),
        st.sampled_from("ABEHMNPRVWXY"),
    ),
).map(Outcode)
digits = st.sampled_from("0123456789")
sectors = st.builds(Sector, outcodes, digits)
letters = st.sampled_from("ABDEFGHJLNPQRSTUWXYZ")
incodes = st.builds(lambda a, b, c: a + b + c, digits, letters, letters)
postcodes = st.builds(Postcode, outcodes, incodes)
spaces = st.sampled_from(["", " ", "  ", "-", ".", "\u00a0", " - "])


@given(postcodes)
def test_a_postcode_is_read_as_it_is_written(postcode: Postcode) -> None:
    assert parse_postcode(str(postcode)) == postcode
    assert parse_any(str(postcode)) == postcode
    assert is_tidy(str(postcode))
    assert has_postcode_shape(str(postcode))


@given(postcodes, spaces, spaces, st.booleans())
def test_a_postcode_is_read_in_any_spacing_and_case(
    postcode: Postcode, between: str, around: str, is_lower: bool
) -> None:
    text = f"{around}{postcode.outcode}{between}{postcode.incode}{around}"

    assert parse_postcode(text.lower() if is_lower else text) == postcode


@given(outcodes)
def test_an_outcode_is_read_as_it_is_written(outcode: Outcode) -> None:
    assert parse_outcode(str(outcode)) == outcode
    assert parse_any(str(outcode)) == outcode


@given(sectors)
def test_a_sector_is_read_as_it_is_written(sector: Sector) -> None:
    assert parse_sector(str(sector)) == sector
    assert parse_any(str(sector)) == sector


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    for parse in (parse_any, parse_postcode, parse_sector, parse_outcode):
        try:
            found = parse(text)
        except PostcodeError:
            continue
        assert parse(str(found)) == found


@given(st.lists(postcodes, max_size=5))
def test_postcodes_are_in_order_by_their_parts(found: list[Postcode]) -> None:
    assert [p.sector for p in sorted(found)] == sorted(p.sector for p in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("me141xq", "ME14 1XQ", id="no space, small letters"),
        pytest.param("Me 14  1xq", "ME14 1XQ", id="spaces in odd places"),
        pytest.param("ＭＥ１４ 1XQ", "ME14 1XQ", id="wide characters"),
        pytest.param("ME14 IXQ", "ME14 1XQ", id="I for 1 in the second half"),
        pytest.param("MEl4 lXQ", "ME14 1XQ", id="l for 1 in both halves"),
        pytest.param("ME1O 1AA", "ME10 1AA", id="O for 0"),
        pytest.param("S014 0AA", "SO14 0AA", id="0 for O"),
        pytest.param("1P1 1AA", "IP1 1AA", id="1 for I"),
        pytest.param("WIA 1AA", "W1A 1AA", id="I for 1 before a letter"),
        pytest.param("SW1A 1AA", "SW1A 1AA", id="London"),
        pytest.param("ME14 1", "ME14 1", id="sector"),
        pytest.param("ME141", "ME14 1", id="sector without a space"),
        pytest.param("sk1 o", "SK1 0", id="sector with an o"),
        pytest.param("ME11", "ME11", id="outcode"),
        pytest.param("ME1 1", "ME1 1", id="sector of a shorter outcode"),
        pytest.param("ME 1 1", "ME1 1", id="sector in three parts"),
        pytest.param("ME 14", "ME14", id="outcode in two parts"),
        pytest.param("ME 1", "ME1", id="short outcode in two parts"),
    ],
)
def test_what_people_type_is_understood(text: str, expected: str) -> None:
    assert str(parse_any(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("Bath", id="a word"),
        pytest.param("oil", id="a word that could be put right"),
        pytest.param("OOO OOO", id="letters only"),
        pytest.param("14", id="digits only"),
        pytest.param("QE1 1AA", id="no area begins with Q"),
        pytest.param("ME14 1CA", id="no postcode has a C in its second half"),
        pytest.param("ME01 1AA", id="no district begins with 0"),
        pytest.param("ME141 1XQ", id="a digit too many"),
        pytest.param("ME14 1XQ ME14 1XQ ME14 1XQ", id="several"),
    ],
)
def test_what_is_no_postcode_is_refused(text: str) -> None:
    with pytest.raises(PostcodeError, match="not a postcode"):
        parse_any(text)


def test_each_part_is_asked_for_by_its_own_name() -> None:
    with pytest.raises(PostcodeError, match="looks like ME14 1XQ"):
        parse_postcode("ME14")
    with pytest.raises(PostcodeError, match="looks like ME14 1"):
        parse_sector("ME14 1XQ")
    with pytest.raises(PostcodeError, match="looks like ME14"):
        parse_outcode("ME14 1XQ")


def test_a_part_cannot_be_made_with_the_wrong_shape() -> None:
    with pytest.raises(PostcodeError):
        Outcode("me14")
    with pytest.raises(PostcodeError):
        Sector(ME14, "X")
    with pytest.raises(PostcodeError):
        Postcode(ME14, "1C")


def test_a_postcode_knows_its_sector() -> None:
    assert Postcode(ME14, "1XQ").sector == Sector(ME14, "1")


def test_a_postcode_that_cannot_be_still_looks_like_one() -> None:
    assert [has_postcode_shape(text) for text in ("zz1 1aa", "ME14 1OO", "Bath", "ME14")] == [
        True,
        True,
        False,
        False,
    ]


def test_only_a_postcode_in_capitals_with_its_space_is_tidy() -> None:
    assert [is_tidy(text) for text in ("ME14 1XQ", "ME141XQ", "me14 1xq", "ME14  1XQ")] == [
        True,
        False,
        False,
        False,
    ]
