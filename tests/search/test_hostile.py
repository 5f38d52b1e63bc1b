"""Whatever somebody types, a search is answered at once, and soundly."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from finder.domain.query import LONGEST_TEXT, MOST_VALUES, PARAMETERS, SearchQuery
from finder.domain.words import SynonymSet
from finder.geo.gazetteer import Gazetteer
from finder.search.ask import Asked, ask
from finder.search.find import Searchable
from finder.search.loosen import loosen
from tests.builders import (
    ASHFORD,
    TODAY,
    a_council,
    a_place,
    an_activity,
    some_contents,
)
from tests.hostile import MOST_SECONDS, TEXTS, seconds_for
from tests.search.opened import opened

WORDS = ("cooking", "swim", "quiet", "lunch", "garden", "music", "friends", "café", "walk", "farm")


@pytest.fixture(scope="module")
def searchable(gazetteer: Gazetteer) -> Iterator[Searchable]:
    """A search of 300 activities with many words in each, in a council with many towns."""
    activities = [
        an_activity(
            f"activity-{number:03}",
            name=f"{WORDS[number % 10].title()} {number}",
            about=tuple(" ".join(WORDS[: number % 10 + 1]) for _ in range(5)),
            places=(a_place(point=ASHFORD),) if number % 2 else (a_place(),),
        )
        for number in range(300)
    ]
    contents = some_contents(
        *activities,
        council=a_council("kent"),
        synonyms=(
            SynonymSet(words=WORDS),
            SynonymSet(words=("monday",), choice=("day", "mon")),
            SynonymSet(words=("evening",), choice=("part", "evening")),
        ),
    )
    with opened(contents, [town.name for town in gazetteer.towns_of("kent")]) as found:
        yield found


def answer_to(searchable: Searchable, gazetteer: Gazetteer, *args: tuple[str, str]) -> Asked:
    return ask(searchable, SearchQuery.from_args(args), gazetteer=gazetteer, today=TODAY)


def look_at(searchable: Searchable, gazetteer: Gazetteer, *args: tuple[str, str]) -> None:
    """Ask as if it were the first question, and look at all that a page could show."""
    searchable.forget()
    searchable.thesaurus.ideas_in.cache_clear()
    asked = answer_to(searchable, gazetteer, *args)
    asked.answer.page(asked.query.page)
    dict(asked.answer.choices)


def check(searchable: Searchable, gazetteer: Gazetteer, *args: tuple[str, str]) -> None:
    """Check that an address is answered soundly, and at once."""
    asked = answer_to(searchable, gazetteer, *args)

    assert len(asked.answer.hits) == asked.answer.total <= 300
    assert max(len(asked.query.text), len(asked.query.near)) <= LONGEST_TEXT
    assert len(asked.ignored) <= len(PARAMETERS) * MOST_VALUES
    assert seconds_for(lambda: look_at(searchable, gazetteer, *args)) < MOST_SECONDS


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("parameter", ["q", "near"])
def test_hostile_text_is_answered_at_once(
    searchable: Searchable, gazetteer: Gazetteer, parameter: str, name: str
) -> None:
    check(searchable, gazetteer, (parameter, TEXTS[name]))


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_text_in_every_parameter_is_answered_at_once(
    searchable: Searchable, gazetteer: Gazetteer, name: str
) -> None:
    check(searchable, gazetteer, *((parameter, TEXTS[name]) for parameter in PARAMETERS))


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_a_parameter_that_comes_a_thousand_times_is_answered_at_once(
    searchable: Searchable, gazetteer: Gazetteer, parameter: str
) -> None:
    values = [
        *("mon", "evening", "online", "hoist", "self", "older", "1a", "5", "ME14 1XQ"),
        *WORDS,
    ]
    every = [values[number % 19] if number < 19 else f"swim-{number}" for number in range(1000)]

    check(searchable, gazetteer, *((parameter, value) for value in every))


@pytest.mark.parametrize("name", TEXTS)
def test_a_half_typed_hostile_text_is_completed_at_once(searchable: Searchable, name: str) -> None:
    # The address of a suggestion cuts what was typed to this length.
    typed = TEXTS[name][:LONGEST_TEXT]

    assert len(searchable.completions.complete(typed)) <= 8
    assert seconds_for(lambda: searchable.completions.complete(typed)) < MOST_SECONDS


@pytest.mark.parametrize("name", TEXTS)
def test_a_way_on_from_a_hostile_text_is_found_at_once(
    searchable: Searchable, gazetteer: Gazetteer, name: str
) -> None:
    query = answer_to(searchable, gazetteer, ("q", TEXTS[name]), ("day", "sun")).query

    def ways_on() -> object:
        searchable.forget()
        return loosen(searchable, query, whereabouts=None, today=TODAY)

    assert ways_on()
    assert seconds_for(ways_on) < MOST_SECONDS


def test_stars_and_brackets_beside_a_word_do_not_matter(
    searchable: Searchable, gazetteer: Gazetteer
) -> None:
    plain = answer_to(searchable, gazetteer, ("q", "farm"))

    for text in ("*farm*", "(farm)", "[farm]", "\u202efarm", '"farm', "farm~2 ^", "FARM's"):
        assert answer_to(searchable, gazetteer, ("q", text)).answer.hits == plain.answer.hits


def test_a_word_that_names_a_field_of_the_index_is_a_word(
    searchable: Searchable, gazetteer: Gazetteer
) -> None:
    before = answer_to(searchable, gazetteer, ("q", "cooking")).answer.hits
    searchable.forget()
    for text in ("slug:cooking", "slug:cook", "name:cooking", "about:farm"):
        assert answer_to(searchable, gazetteer, ("q", text)).answer.total == 0

    assert answer_to(searchable, gazetteer, ("q", "cooking")).answer.hits == before


names = st.sampled_from(tuple(PARAMETERS)) | st.text(max_size=10)
values = st.text(max_size=60) | st.sampled_from(tuple(TEXTS.values()))


@settings(deadline=None, max_examples=150)
@given(args=st.lists(st.tuples(names, values), max_size=8))
@example(args=[("q", '"yoga" in "Deal"'), ("near", "\ud800")])
def test_no_address_is_too_strange(
    searchable: Searchable, gazetteer: Gazetteer, args: list[tuple[str, str]]
) -> None:
    asked = answer_to(searchable, gazetteer, *args)
    again = answer_to(searchable, gazetteer, *asked.query.to_args())

    assert (again.query, again.ignored) == (asked.query, ())
    assert again.answer.hits == asked.answer.hits
    assert seconds_for(lambda: look_at(searchable, gazetteer, *args)) < MOST_SECONDS
