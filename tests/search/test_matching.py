"""What matches ideas, and how well, held against Whoosh's own search."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finder.catalogue.contents import Contents
from finder.domain.vocabulary import Day, Mode
from finder.domain.words import SynonymSet
from finder.search.bits import Numbers
from finder.search.find import Searchable
from finder.search.matching import WordMatches
from finder.search.scoring import CHOICE_SCORE, SAME_WORD
from finder.search.words import Idea
from tests.builders import (
    TODAY,
    a_place,
    a_session,
    an_activity,
    an_interest,
    some_contents,
)
from tests.search.opened import opened, opened_beside_whoosh
from tests.search.oracle import Oracle
from tests.search.strategies import catalogues, ideas, texts
from tests.search.whoosh_oracle import Scores, Whoosh, sum_of
from tests.strategies import tidy_texts


def scores_of(matches: WordMatches) -> Scores:
    numbers = numbers_of(matches)
    return dict(zip(numbers.tolist(), matches.scores[numbers].tolist(), strict=True))


def numbers_of(matches: WordMatches) -> Numbers:
    """Return what matches at least one idea."""
    return np.flatnonzero(matches.hits).astype(np.int32)


def expected_of(whoosh: Whoosh, oracle: Oracle, idea: Idea) -> Scores:
    """Return what Whoosh finds for an idea. Its choices are looked up one by one."""
    chosen = [
        number
        for number, activity in enumerate(oracle.contents.activities)
        if oracle.has_choice(activity, idea)
    ]
    return whoosh.idea(idea, chosen)


def plainly_missed(
    number: int, known: list[tuple[Idea, Scores]], strong: list[tuple[Idea, Scores]]
) -> int:
    """Return how many ideas an activity lacks, reckoned by the rule that `WordMatches` gives."""
    if all(number in scores for _, scores in known):
        return 0
    return 1 + sum(number not in scores for _, scores in strong or known)


def check(searchable: Searchable, whoosh: Whoosh, oracle: Oracle, asked: tuple[Idea, ...]) -> None:
    """Hold the matches of ideas against the sums of what Whoosh finds for each."""
    expected = [(idea, expected_of(whoosh, oracle, idea)) for idea in asked]
    known = [pair for pair in expected if pair[1]]
    strong = [pair for pair in known if not pair[0].is_weak]
    total = sum_of([scores for _, scores in expected])

    matches = searchable.matcher.match(asked)

    numbers = numbers_of(matches)
    assert numbers.tolist() == list(total)
    assert scores_of(matches) == pytest.approx(total, rel=1e-5, abs=1e-5)
    assert matches.missed(numbers).tolist() == [
        plainly_missed(each, known, strong) for each in total
    ]
    assert matches.ideas == asked
    assert matches.lost == tuple(idea for idea, scores in expected if not scores)


@settings(max_examples=12)
@given(catalogues(), st.lists(st.lists(ideas(), max_size=4).map(tuple), min_size=5, max_size=5))
def test_any_ideas_match_as_in_whoosh(contents: Contents, asked: list[tuple[Idea, ...]]) -> None:
    oracle = Oracle(contents, TODAY)
    with opened_beside_whoosh(contents) as (searchable, whoosh):
        for each in asked:
            check(searchable, whoosh, oracle, each)


@settings(max_examples=12)
@given(catalogues(), st.lists(texts(), min_size=12, max_size=12))
def test_any_text_matches_as_in_whoosh(contents: Contents, asked: list[str]) -> None:
    oracle = Oracle(contents, TODAY)
    with opened_beside_whoosh(contents) as (searchable, whoosh):
        for text in asked:
            check(searchable, whoosh, oracle, searchable.thesaurus.ideas_in(text))


@pytest.mark.parametrize(
    "text", ["swim", "Swimming", "swims", "pool", "aqua fit", "pływanie", "PLYWANIE", "basen"]
)
def test_any_word_for_swimming_finds_what_is_filed_under_it(text: str) -> None:
    synonyms = {"en": ("swim", "pool", "aqua fit"), "pl": ("pływanie", "basen")}
    contents = some_contents(
        an_activity("a-splash", name="Splash", summary="", interests=("swimming",)),
        an_activity("b-cook"),
        interests=(an_interest("swimming", synonyms=synonyms), an_interest("cooking")),
    )

    assert missed_of(contents, text) == {0: 0}


@pytest.mark.parametrize(
    ("text", "missed"),
    [
        pytest.param("cooking", {0: 0, 1: 0}, id="one idea"),
        pytest.param("cooking ashford", {0: 2, 1: 0, 2: 2}, id="a town"),
        pytest.param("day centre", {2: 0}, id="another name for a day service"),
        pytest.param("cafe", {2: 0}, id="without the accent"),
        pytest.param("cooking music ashford", {0: 3, 1: 2, 2: 2}, id="some of three"),
        pytest.param("cooking cafe ashford", {0: 2, 1: 1, 2: 2}, id="an everyday word of three"),
        pytest.param(
            "cooking quokka", {0: 0, 1: 0}, id="a word that is nowhere counts for nothing"
        ),
        pytest.param("quokka", {}, id="only that"),
        # "Eat" is an everyday word: what lacks it alone lacks little.
        pytest.param("eat cooking", {0: 0, 1: 1}, id="an everyday word"),
        pytest.param("monday", {0: 0}, id="a day that nothing says in words"),
        pytest.param("monday evening", {}, id="a day and a time in different sessions"),
        pytest.param("monday morning", {0: 0}, id="a day and a time in one session"),
        pytest.param("monday tuesday morning", {0: 0, 1: 0, 2: 0}, id="either of two days"),
        pytest.param("cooking monday", {0: 0, 1: 2}, id="a word and a day"),
        pytest.param("online", {1: 0}, id="another choice"),
        pytest.param("online monday", {0: 2, 1: 2}, id="two choices that nothing has at once"),
    ],
)
def test_every_word_and_some_words_are_told_apart(text: str, missed: dict[int, int]) -> None:
    monday_and_late = (a_session(Day.MON, "10:00", "12:00"), a_session(Day.TUE, "18:00", "20:00"))
    ashford = {"places": (a_place(town="Ashford"),)}
    contents = some_contents(
        an_activity("a-cook", sessions=monday_and_late),
        an_activity("b-cook", summary="You cook.", modes=(Mode.ONLINE,), **ashford),
        an_activity("c", name="Day service", summary="A café.", interests=("music",), **ashford),
        synonyms=(
            SynonymSet(words=("day centre", "day service")),
            SynonymSet(words=("monday",), choice=("day", "mon")),
            SynonymSet(words=("tuesday",), choice=("day", "tue")),
            SynonymSet(words=("morning",), choice=("part", "morning")),
            SynonymSet(words=("evening", "night"), choice=("part", "evening")),
            SynonymSet(words=("online", "video call"), choice=("mode", "online")),
        ),
    )

    assert missed_of(contents, text) == missed


def missed_of(contents: Contents, text: str) -> dict[int, int]:
    """Return what matches a text, and what it lacks of it."""
    with opened(contents) as searchable:
        matches = searchable.matcher.match(searchable.thesaurus.ideas_in(text))
        numbers = numbers_of(matches)
    return dict(zip(numbers.tolist(), matches.missed(numbers).tolist(), strict=True))


def test_a_choice_scores_the_same_whatever_the_words_are() -> None:
    contents = some_contents(
        an_activity("a", name="Monday", sessions=(a_session(Day.MON),)),
        an_activity("b", sessions=(a_session(Day.MON),)),
        synonyms=(SynonymSet(words=("monday",), choice=("day", "mon")),),
    )
    with opened(contents) as searchable:
        parts = searchable.matcher.parts_of(searchable.thesaurus.ideas_in("monday")[0])

    assert parts.choices.scores.tolist() == [CHOICE_SCORE, CHOICE_SCORE]
    assert parts.words.numbers.tolist() == [0]


def test_what_means_the_same_counts_for_less() -> None:
    contents = some_contents(
        an_activity("a", name="Pool", interests=("music",)),
        an_activity("b", name="Swim", interests=("music",)),
        synonyms=(SynonymSet(words=("pool", "swim")),),
    )
    with opened(contents) as searchable:
        parts = searchable.matcher.parts_of(searchable.thesaurus.ideas_in("pool")[0])

    assert (parts.words.numbers.tolist(), parts.same.numbers.tolist()) == ([0], [1])
    assert parts.same.scores[0] == pytest.approx(SAME_WORD * parts.words.scores[0])


@settings(max_examples=10)
@given(st.lists(tidy_texts(), min_size=1, max_size=3))
def test_what_is_written_in_an_activity_can_be_found_by_it(written: list[str]) -> None:
    with opened(some_contents(an_activity("a", about=tuple(written)), an_activity("b"))) as opened_:
        for text in written:
            matches = opened_.matcher.match(opened_.thesaurus.ideas_in(text))

            assert not matches.lost
            missed = matches.missed(np.array([0], np.int32)).tolist()
            assert not matches.ideas or (matches.hits[0] > 0 and missed == [0])
