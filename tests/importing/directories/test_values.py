"""Values of a row: read for sure, or not at all."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.importing.directories.values import (
    ValueNotReadError,
    read_age,
    read_date,
    read_email,
    read_phones,
    read_postcode,
    read_web_address,
    read_yes_or_no,
)

TODAY = date(2026, 11, 21)


def test_yes_and_no_are_the_words_that_the_mapping_gives() -> None:
    assert read_yes_or_no("YES", yes=["yes"], no=["no"]) is True
    assert read_yes_or_no(" no. ", yes=["yes"], no=["no"]) is False
    with pytest.raises(ValueNotReadError, match="neither yes nor no"):
        read_yes_or_no("maybe", yes=["yes"], no=["no"])


@pytest.mark.parametrize(
    ("text", "day_first", "told"),
    [
        ("2026-11-03", False, date(2026, 11, 3)),
        ("2026-11-03T10:00:00Z", False, date(2026, 11, 3)),
        ("2026-11-21", False, TODAY),
        ("3/11/2026", True, date(2026, 11, 3)),
        ("03.11.2026 10:00", True, date(2026, 11, 3)),
    ],
)
def test_dates(text: str, day_first: bool, told: date) -> None:
    assert read_date(text, today=TODAY, day_first=day_first) == told


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("3/11/2026", "bad-date"),
        ("2026-13-40", "bad-date"),
        ("yesterday", "bad-date"),
        ("1066-10-14", "bad-date"),
        ("2026-11-22", "date-in-future"),
    ],
)
def test_dates_that_are_none(text: str, code: str) -> None:
    with pytest.raises(ValueNotReadError) as error:
        read_date(text, today=TODAY, day_first=False)

    assert error.value.code == code


@pytest.mark.parametrize(("text", "age"), [("18", 18), ("18.0", 18), ("18+", 18), ("18 years", 18)])
def test_ages(text: str, age: int) -> None:
    assert read_age(text) == age


@pytest.mark.parametrize("text", ["young", "180", "-1", "18-25"])
def test_ages_that_are_none(text: str) -> None:
    with pytest.raises(ValueNotReadError, match="is not an age"):
        read_age(text)


def test_emails() -> None:
    assert read_email("mailto: choir@example.org") == "choir@example.org"


@pytest.mark.parametrize("text", ["choir", "a@b@example.org", "choir@example", "a b@example.org"])
def test_emails_that_are_none(text: str) -> None:
    with pytest.raises(ValueNotReadError, match="is not an email address"):
        read_email(text)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("HTTPS://choir.example.org/x", "https://choir.example.org/x"),
        ("http://example.org:8000/", "http://example.org:8000/"),
        ("www.example.org/a:b", "https://www.example.org/a:b"),
        ("example.org", "https://example.org"),
    ],
)
def test_web_addresses(text: str, address: str) -> None:
    assert read_web_address(text) == address


@pytest.mark.parametrize(
    "text",
    [
        "Example Hall",
        "quilts",
        "http:www.example.org",
        "http:// https://example.org",
        "javascript:alert(1)",
        "https://[broken",
        "https://example.org/<b>",
        "https://example..org",
        "https://" + "a" * 500 + ".org",
    ],
)
def test_web_addresses_that_are_none(text: str) -> None:
    with pytest.raises(ValueNotReadError, match="is not a web address"):
        read_web_address(text)


def test_phones() -> None:
    assert read_phones("01632 960 300") == ("01632 960 300",)
    assert read_phones("01632 960300 or +44 1632 960301") == ("01632 960300", "+44 1632 960301")


@pytest.mark.parametrize("text", ["ask Ann", "01632", "01632 960 300 (Ann)", "1" * 60])
def test_phones_that_are_none(text: str) -> None:
    with pytest.raises(ValueNotReadError, match="is not a phone number"):
        read_phones(text)


def test_postcodes() -> None:
    assert read_postcode("me141xq") == "ME14 1XQ"
    with pytest.raises(ValueNotReadError, match="is not a postcode"):
        read_postcode("nowhere")


@given(
    st.sampled_from([read_age, read_email, read_web_address, read_phones, read_postcode]),
    st.text(max_size=60),
)
def test_no_text_breaks_a_reader(read: Callable[[str], object], text: str) -> None:
    with suppress(ValueNotReadError):
        assert read(text) not in (None, "", ())
