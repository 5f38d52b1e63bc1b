import unicodedata
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.importing.texts import as_shown, clean, near_miss, parse_clock


@pytest.mark.parametrize(
    ("written", "cleaned"),
    [
        pytest.param("  a  b  ", "a  b", id="spaces at the ends"),
        pytest.param("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour", id="line breaks stay"),
        pytest.param(
            "£10\u00a0an\u2009hour\tnow", "£10 an hour now", id="each space is a plain one"
        ),
        pytest.param("a\u2028b\x0bc\x85d", "a b c d", id="odd line breaks are spaces"),
        pytest.param("a\x00b\x1bc\x7f", "abc", id="control characters go"),
        pytest.param(
            "\u202eevil\u2066 \u200fname\ufeff", "evil name", id="marks that turn it round go"
        ),
        pytest.param("cafe\u0301", "café", id="composed"),
        pytest.param("cafe\u200b\u0301", "café", id="composed when the hidden part is gone"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_a_text_is_cleaned(written: str, cleaned: str) -> None:
    assert clean(written) == cleaned


@given(st.text(st.characters()))
def test_a_cleaned_text_has_nothing_that_cannot_be_seen(written: str) -> None:
    cleaned = clean(written)

    hidden = [
        each for each in cleaned if unicodedata.category(each) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    ]
    assert set(hidden) <= {"\n"}
    assert not any(unicodedata.bidirectional(each) in ("LRE", "RLO", "LRI") for each in cleaned)
    assert clean(cleaned) == cleaned


@given(st.text(st.characters(categories=["L", "N"])))
def test_letters_and_numbers_of_every_language_stay(written: str) -> None:
    assert clean(written) == unicodedata.normalize("NFC", written)


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("10am", time(10)),
        ("9.30am", time(9, 30)),
        ("9:30 PM", time(21, 30)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("12.15am", time(0, 15)),
        (" 13:30 ", time(13, 30)),
        ("00:00", time(0)),
        ("23.59", time(23, 59)),
        ("10", None),
        ("0am", None),
        ("13pm", None),
        ("24:00", None),
        ("9.60am", None),
        ("9.3am", None),
        ("noon", None),
        ("10am to 11am", None),
        ("", None),
    ],
)
def test_a_time_is_read_as_people_write_it(written: str, moment: time | None) -> None:
    assert parse_clock(written) == moment


@given(st.times().map(lambda moment: moment.replace(second=0, microsecond=0, fold=0)))
def test_a_time_is_read_back_in_both_ways_of_writing_it(moment: time) -> None:
    assert parse_clock(f"{moment:%H:%M}") == moment
    assert parse_clock(f"{moment:%I.%M%p}") == moment


@given(st.text())
def test_any_text_is_a_time_or_is_not(written: str) -> None:
    assert parse_clock(written) is None or any(each.isdigit() for each in written)


@pytest.mark.parametrize(
    ("value", "asked"),
    [
        ("sumary", " Did you mean “summary”?"),
        ("summary", " Did you mean “summary”?"),
        ("zebra", ""),
        ("", ""),
        (7, ""),
        (["summary"], ""),
    ],
)
def test_a_word_that_is_nearly_right_is_asked_about(value: object, asked: str) -> None:
    assert near_miss(value, ["about", "summary"]) == asked


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        pytest.param("about a tenner", "“about a tenner”", id="a text"),
        pytest.param("a\n b\u202e", "“a b”", id="on one line, with nothing hidden"),
        pytest.param("x" * 61, f"“{'x' * 60}…”", id="a long text"),
        pytest.param("x" * 60, f"“{'x' * 60}”", id="a text that is just not too long"),
        pytest.param("", "“”", id="an empty text"),
        pytest.param(True, "“true”", id="as TOML writes it"),
        pytest.param(7, "“7”", id="a number"),
        pytest.param(10**20, "a very long number", id="a number that nobody means"),
        pytest.param(-(16**9999), "a very long number", id="one that Python will not write"),
        pytest.param(date(2026, 11, 3), "“2026-11-03”", id="a date"),
        pytest.param({"a": 1}, "a table", id="a table"),
        pytest.param([1], "a list", id="a list"),
    ],
)
def test_a_value_is_said_back(value: object, shown: str) -> None:
    assert as_shown(value) == shown
