"""Ids for addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.importing.directories.names import Ids, make_slug
from finder.importing.entry import LONGEST_SLUG
from finder.importing.texts import SLUG


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Example Choir", "example-choir"),
        ("Mens' Café & Soup", "mens-cafe-and-soup"),
        ("50+ Club", "50-club"),
        ("合唱", "activity"),
        ("", "activity"),
        ("word " * 40, "-".join(["word"] * 14) + "-word"),
        ("w" * 100, "w" * 74),
    ],
)
def test_slugs(name: str, slug: str) -> None:
    assert make_slug(name, otherwise="activity") == slug


@given(st.lists(st.text(max_size=120), max_size=6))
def test_every_name_gets_an_id_of_its_own(names: list[str]) -> None:
    ids = Ids()
    given_out = [ids.give(str(place), name, otherwise="x") for place, name in enumerate(names)]

    assert len(set(given_out)) == len(names)
    assert all(SLUG.fullmatch(each) and len(each) <= LONGEST_SLUG for each in given_out)


def test_the_same_thing_keeps_its_id() -> None:
    ids = Ids(taken=["choir"], earlier={"S2": "choir-9"})

    assert ids.give("S1", "Choir", otherwise="x") == "choir-2"
    assert ids.give("S1", "Choir", otherwise="x") == "choir-2"
    assert ids.give("S2", "New name", otherwise="x") == "choir-9"
    assert ids.given == {"S1": "choir-2", "S2": "choir-9"}
