"""Asking a whole question, as an address does."""

import sys
import time
import timeit
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finder.domain.place import Precision
from finder.domain.query import Ignored, SearchQuery
from finder.geo.gazetteer import Gazetteer, Outcome
from finder.search.ask import Asked, ask
from finder.search.find import Note, Searchable
from tests.builders import (
    ASHFORD,
    TODAY,
    a_place,
    an_activity,
    some_contents,
)
from tests.search.opened import ids_of, opened

WORDS = ("cooking", "swim", "quiet", "lunch", "garden", "music", "friends", "café", "walk", "farm")
LONGEST_SECONDS = 0.05


@pytest.fixture(scope="module")
def searchable() -> Iterator[Searchable]:
    """A search of 300 activities with many words in each."""
    activities = [
        an_activity(
            f"activity-{number:03}",
            name=f"{WORDS[number % 10].title()} {number}",
            about=tuple(" ".join(WORDS[: number % 10 + 1]) for _ in range(5)),
            places=(a_place(point=ASHFORD),) if number % 2 else (a_place(),),
        )
        for number in range(300)
    ]
    with opened(some_contents(*activities)) as found:
        yield found


def answer_to(searchable: Searchable, gazetteer: Gazetteer, *args: tuple[str, str]) -> Asked:
    return ask(searchable, SearchQuery.from_args(args), gazetteer=gazetteer, today=TODAY)


@contextmanager
def untraced() -> Iterator[None]:
    """Leave out the measuring of coverage, which takes several times as long as the work."""
    tracer = sys.gettrace()
    sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(tracer)


def test_what_the_council_has_not_is_left_out_and_said(
    searchable: Searchable, gazetteer: Gazetteer
) -> None:
    asked = answer_to(
        searchable,
        gazetteer,
        ("interest", "cooking"),
        ("interest", "skating"),
        ("lot", "9z"),
        ("lot", "1a"),
        ("who", "dragons"),
        ("day", "someday"),
        ("colour", "red"),
        ("page", "3"),
    )

    assert asked.query == SearchQuery(interests=("cooking",), lots=("1a",), page=3)
    assert asked.answer.query == asked.query
    assert asked.ignored == (
        Ignored("day", "someday"),
        Ignored("colour", "red"),
        Ignored("interest", "skating"),
        Ignored("lot", "9z"),
        Ignored("who", "dragons"),
    )
    assert asked.answer.total == 300


@pytest.mark.parametrize(
    ("typed", "outcome", "label", "precision"),
    [
        pytest.param("", Outcome.NOTHING, None, None, id="nothing typed"),
        pytest.param("nowhere-at-all", Outcome.NOT_A_PLACE, None, None, id="no place"),
        pytest.param(
            "ZZ1 1ZZ", Outcome.UNKNOWN_POSTCODE, None, None, id="a postcode that cannot be"
        ),
        pytest.param("me141xq", Outcome.FOUND, "ME14 1XQ", Precision.POSTCODE, id="a postcode"),
        pytest.param("me14", Outcome.FOUND, "ME14", Precision.OUTCODE, id="an outcode"),
        pytest.param("Maidstone", Outcome.FOUND, "Maidstone", Precision.TOWN, id="a town"),
        pytest.param(
            "ME14 1ZZ", Outcome.ABOUT, "ME14 1", Precision.SECTOR, id="a postcode nobody knows"
        ),
    ],
)
def test_the_place_that_was_typed_is_looked_up(
    searchable: Searchable,
    gazetteer: Gazetteer,
    typed: str,
    outcome: Outcome,
    label: str | None,
    precision: Precision | None,
) -> None:
    asked = answer_to(searchable, gazetteer, ("near", typed), ("miles", "5"))
    found = asked.look_up.whereabouts

    assert asked.look_up.outcome is outcome
    assert (found and found.label, found and found.precision) == (label, precision)
    assert asked.answer.whereabouts == found
    # A place that is not known narrows nothing.
    assert (asked.answer.total, asked.answer.farther) == ((150, 150) if label else (300, 0))
    assert all((hit.miles is None) == (label is None) for hit in asked.answer.hits)


def test_words_and_a_place_are_asked_together(searchable: Searchable, gazetteer: Gazetteer) -> None:
    asked = answer_to(searchable, gazetteer, ("q", "farm"), ("near", "Ashford"))

    farms = [f"activity-{number:03}" for number in range(9, 300, 10)]
    assert sorted(ids_of(asked.answer)) == farms


HOSTILE = {
    "stars": "*a*",
    "many stars": "a* b* c* d* e* " * 13,
    "a range": "[a TO z]",
    "a range of a field": "about:[a TO z] name:{a TO z}",
    "ranges that never end": "[ TO " * 40,
    "brackets": "(" * 200,
    "brackets that close": "(" * 100 + ")" * 100,
    "square brackets": "[" * 200,
    "quotation marks": '"' * 199,
    "a phrase that never ends": '"cooking swim quiet ' * 10,
    "fuzzy": "cooking~9 swim~99",
    "boosts": "cooking^999999999 swim^-1",
    "operators": "NOT AND OR ANDNOT ANDMAYBE REQUIRE " * 5,
    "a field of ours": "slug:cooking provider:example",
    "right-to-left marks": "\u202ecooking\u202c \u2066swim\u2069 \u200f",
    "right-to-left letters": "سباحة في الماء",
    "emoji": "🏊👩🏽‍🦽🧑‍🍳" * 40,
    "nulls": "\0cooking\0\0",
    "control characters": "".join(map(chr, range(32))) + "cooking",
    "lone surrogates": "\ud800\udfff cooking",
    "accents without letters": "\u0301" * 200,
    "letters with many accents": "c" + "\u0301" * 199,
    "one long word": "a" * 100_000,
    "many words": "cooking " * 10_000,
    "many different words": " ".join(f"w{number}" for number in range(5_000)),
    "every word that there is": " ".join(WORDS) + " example you lunch eat together maidstone",
    "dots": "a.b" * 60,
    "only dots": "." * 200,
    "underlines": "_" * 200,
    "HTML": "<script>alert(1)</script>",
    "SQL": "'; DROP TABLE activities; --",
    "a path": "../../../../etc/passwd",
    "a number": "9" * 200,
    "spaces of all kinds": "\u00a0\u2003\u200b\u3000 \t\r\n",
    "byte order marks": "\ufeff\ufffe",
    "a percent sign": "%00 %2e%2e",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("parameter", ["q", "near"])
def test_hostile_text_is_answered_at_once(
    searchable: Searchable, gazetteer: Gazetteer, parameter: str, name: str
) -> None:
    args = [(parameter, HOSTILE[name])]
    asked = answer_to(searchable, gazetteer, *args)
    # Processor time, and the best of three, so that a busy machine does not count.
    with untraced():
        seconds = min(
            timeit.repeat(
                lambda: answer_to(searchable, gazetteer, *args),
                timer=time.thread_time,
                repeat=3,
                number=1,
            )
        )

    assert 0 <= asked.answer.total <= 300
    assert len(asked.query.text) <= 200
    assert seconds < LONGEST_SECONDS


def test_stars_and_brackets_beside_a_word_do_not_matter(
    searchable: Searchable, gazetteer: Gazetteer
) -> None:
    plain = answer_to(searchable, gazetteer, ("q", "farm"))

    for text in ("*farm*", "(farm)", "[farm]", "\u202efarm", '"farm', "farm~2 ^", "FARM's"):
        asked = answer_to(searchable, gazetteer, ("q", text))
        assert asked.answer.hits == plain.answer.hits


def test_a_text_without_a_word_shows_everything_and_says_so(
    searchable: Searchable, gazetteer: Gazetteer
) -> None:
    asked = answer_to(searchable, gazetteer, ("q", "🏊"))

    assert (asked.answer.total, asked.answer.notes) == (300, (Note.NO_WORDS,))


@settings(deadline=None, max_examples=100)
@given(
    st.lists(st.tuples(st.text(max_size=10) | st.sampled_from(["q", "near", "miles"]), st.text()))
)
def test_no_address_is_too_strange(
    searchable: Searchable, gazetteer: Gazetteer, args: list[tuple[str, str]]
) -> None:
    asked = answer_to(searchable, gazetteer, *args)

    assert answer_to(searchable, gazetteer, *asked.query.to_args()).query == asked.query
