import pytest

from finder.readability.protection import hide_protected
from finder.readability.tokens import make_tokens
from finder.readability.wording import (
    check_capitals,
    check_numbers,
    check_words,
    find_explained,
    find_names,
)

NOTHING: frozenset[str] = frozenset()


def _numbers(sentence: str) -> list[tuple[str, str]]:
    hidden = hide_protected(sentence)
    return [(r.code, r.remedy) for r in check_numbers(sentence, hidden, make_tokens(hidden))]


def _capitals(sentence: str, explained: frozenset[str] = NOTHING) -> list[tuple[str, str, bool]]:
    remarks = check_capitals(sentence, make_tokens(hide_protected(sentence)), explained)
    return [(r.code, r.message.split("”")[0].strip("“"), r.is_error) for r in remarks]


def _words(sentence: str, names: frozenset[str] = NOTHING) -> list[tuple[str, str]]:
    tokens = make_tokens(hide_protected(sentence))
    return [(r.code, r.remedy) for r in check_words(tokens, {9}, names)]


@pytest.mark.parametrize(
    ("sentence", "code", "remedy"),
    [
        ("20% of people", "percent", "Say “1 in 4 people”, “most”, “some” or “a few”."),
        ("20 per cent", "percent", "Say “1 in 4 people”, “most”, “some” or “a few”."),
        ("Open at 14:00", "time-24-hours", "Write “2pm”."),
        ("Open at 09.30", "time-24-hours", "Write “9.30am”."),
        ("Open at 00:15", "time-24-hours", "Write “12.15am”."),
        ("Help is 1:4", "ratio", "Say “1 helper for 4 people”."),
        ("Help is 1:1", "ratio", "Say “one to one”."),
        ("Help is 2:3", "ratio", "Say “2 helpers for 3 people”."),
        (
            "1,200 people",
            "large-number",
            "Say “many”, “a lot of” or “most”, if that is enough.",
        ),
        (
            "a million people",
            "large-number",
            "Say “many”, “a lot of” or “most”, if that is enough.",
        ),
        ("eleven people", "number-in-words", "Write “11”."),
        ("twenty-five people", "number-in-words", "Write “25”."),
        ("a hundred people", "number-in-words", "Write it in digits."),
        ("at ninety", "number-in-words", "Write “90”."),
    ],
)
def test_hard_numbers_are_a_warning(sentence: str, code: str, remedy: str) -> None:
    assert _numbers(sentence) == [(code, remedy)]


@pytest.mark.parametrize(
    "sentence",
    [
        "10 people, or ten people",
        "in 2026",
        "1,000 steps",
        "£2,500",
        "10.30am to 1:15pm",
        "%(count)s people",
        "phone 020 7946 0123",
        "bus 71a",
        "at 10:30",
        "1.2.3",
    ],
)
def test_plain_numbers_prices_and_times_are_fine(sentence: str) -> None:
    assert _numbers(sentence) == []


def test_a_number_of_any_length_is_judged() -> None:
    assert [code for code, _ in _numbers("9" * 10_000)] == ["large-number"]
    assert [code for code, _ in _numbers("1900 and 1899")] == ["large-number"]


@pytest.mark.parametrize(
    ("sentence", "code", "word", "is_error"),
    [
        ("Ask your GP", "abbreviation", "GP", True),
        ("Two PAs help", "abbreviation", "PAs", True),
        ("The XYZ group", "abbreviation", "XYZ", True),
        ("We teach IT", "abbreviation", "IT", True),
        ("The D.W.P. says", "abbreviation", "D.W.P.", True),
        ("Join NOW please", "shouting", "NOW", False),
        ("A FANTASTICO day", "shouting", "FANTASTICO", False),
        ("BOOK IT today", "shouting", "BOOK", False),
    ],
)
def test_capitals_are_short_forms_or_shouting(
    sentence: str, code: str, word: str, is_error: bool
) -> None:
    assert _capitals(sentence) == [(code, word, is_error)]


@pytest.mark.parametrize(
    "sentence", ["The NHS and TV in the UK", "I am Al", "The U.K. is big", "Postcode ME14 1XQ"]
)
def test_short_forms_that_everybody_knows_are_fine(sentence: str) -> None:
    assert _capitals(sentence) == []


def test_a_short_form_is_explained_in_brackets_before_or_after() -> None:
    text = "British Sign Language (BSL), or the CQC (people who check care), or GP (x)."

    explained = find_explained(text)

    assert explained == frozenset({"BSL", "CQC"})
    assert _capitals("BSL and CQC", explained) == []


def test_long_words_are_a_warning_but_names_are_not() -> None:
    remedy = "Use a shorter word, or explain it in the list of words."

    assert _words("Use perspicacity here") == [("long-word", remedy)]
    assert _words("Perspicacity helps") == [("long-word", remedy)]
    assert _words("Perspicacity Hall helps") == []
    assert _words("Perspicacity I like") == [("long-word", remedy)]
    assert _words("Perspicacity", frozenset({"perspicacity"})) == []
    assert _words("We go to Wythenshawe by bus") == []
    assert _words("Brinnington station is near") == []
    assert _words("Wythenshawe and Sale") == []
    assert _words("a b c d e f g h i perspicacity") == []
    assert _words("123456789 10am") == []


def test_short_days_and_months_are_a_warning_unless_they_stand_alone() -> None:
    assert _words("Mon to Thurs in Sept") == [
        ("short-day", "Write “Monday”."),
        ("short-day", "Write “Thursday”."),
        ("short-day", "Write “September”."),
    ]
    assert _words("Mon") == []


def test_names_are_words_with_a_capital_inside_a_sentence() -> None:
    assert list(find_names(make_tokens("Go to Salisbury with Sam"))) == ["salisbury", "sam"]
