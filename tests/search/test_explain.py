"""Saying why a result is where it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finder.catalogue.contents import Contents
from finder.domain.query import SearchQuery
from finder.domain.vocabulary import Day
from finder.domain.words import SynonymSet
from finder.search.explain import Explanation, Reason, explain
from finder.search.find import find
from finder.search.ordering import COMING_MILES, HALF_MATCH_MILES, STALE_MATCH
from finder.search.scoring import CHOICE_SCORE
from tests.builders import (
    ASHFORD,
    TODAY,
    a_place,
    a_session,
    an_activity,
    an_interest,
    some_contents,
)
from tests.search.opened import AT_MAIDSTONE, opened
from tests.search.strategies import STOCKPORT, catalogues, queries


@settings(max_examples=15)
@given(catalogues(), st.lists(queries(), min_size=6, max_size=6))
def test_the_reasons_add_up_to_the_score(contents: Contents, asked: list[SearchQuery]) -> None:
    with opened(contents) as searchable:
        for query in asked:
            whereabouts = AT_MAIDSTONE if query.near else None
            answer = find(searchable, query, whereabouts=whereabouts, today=TODAY)
            for hit in answer.hits:
                why = explain(searchable, answer, hit)

                scores = [reason.score for each in why.reasons.values() for reason in each]
                assert list(why.reasons) == [idea.phrase for idea in answer.ideas]
                assert (sum(scores) if answer.ideas else 1.0) == pytest.approx(
                    hit.score, rel=1e-5, abs=1e-5
                )
                assert why.match == pytest.approx(
                    hit.score * why.nearness * why.freshness, rel=1e-5, abs=1e-5
                )
                assert (hit.missed == 0) <= all(
                    why.reasons[idea.phrase] for idea in answer.ideas if idea not in answer.lost
                )


def explained(text: str, near: str = "") -> dict[str, Explanation]:
    """Return why each of a few activities is found."""
    far, ashford = (a_place(point=STOCKPORT),), (a_place(point=ASHFORD, area="south"),)
    contents = some_contents(
        an_activity("a-pool", name="Pool", summary="You swim.", interests=("swimming",)),
        an_activity("b-old", name="Swim", summary="", interests=("music",), checked_on=None),
        an_activity("c-comes", name="Swim", places=far, serves=("north",)),
        an_activity("d-comes", name="Swim", places=(), serves=("north",)),
        an_activity("e-monday", sessions=(a_session(Day.MON),), places=ashford),
        interests=(an_interest("swimming", synonyms={"en": ("swim", "dip")}),),
        synonyms=(
            SynonymSet(words=("swim", "pool")),
            SynonymSet(words=("monday",), choice=("day", "mon")),
        ),
    )
    whereabouts = AT_MAIDSTONE if near else None
    with opened(contents) as searchable:
        query = SearchQuery(text=text, near=near)
        answer = find(searchable, query, whereabouts=whereabouts, today=TODAY)
        return {hit.activity_id: explain(searchable, answer, hit) for hit in answer.hits}


def test_each_way_in_which_a_word_was_found_is_told() -> None:
    found = explained("swim quokka")

    told = {
        name: {phrase: [reason.what for reason in each] for phrase, each in why.reasons.items()}
        for name, why in found.items()
    }
    assert told["a-pool"] == {
        ("swim",): [
            *("“swim” in interests", "“swim” in summary"),
            *("“pool”, which means the same", "filed under swimming"),
        ],
        ("quokka",): [],
    }
    assert told["b-old"] == {("swim",): ["“swim” in name"], ("quokka",): []}


def test_a_choice_that_was_found_is_told() -> None:
    assert explained("monday")["e-monday"].reasons == {
        ("monday",): (Reason("has day=mon", CHOICE_SCORE),)
    }


def test_distance_and_age_are_told() -> None:
    found = explained("swim", near="ME14 1XQ")

    near = 1 / (1 + COMING_MILES / HALF_MATCH_MILES)
    assert {name: (why.nearness, why.freshness) for name, why in found.items()} == {
        "a-pool": (1.0, 1.0),
        "b-old": (1.0, STALE_MATCH),
        # Its own place is far away, but it comes to the person.
        "c-comes": (near, 1.0),
        "d-comes": (near, 1.0),
    }


def test_without_words_everything_matches_alike() -> None:
    (why,) = {(each.match, len(each.reasons)) for each in explained("").values()} - {
        (STALE_MATCH, 0)
    }

    assert why == (1.0, 0)
