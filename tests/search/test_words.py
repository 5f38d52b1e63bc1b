"""Understanding the words that a person typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finder.domain.words import SynonymSet
from finder.search.index import stems_of
from finder.search.words import MOST_IDEAS, Idea, Thesaurus, match_words, words_of
from tests.builders import a_place, an_activity, an_interest, some_contents
from tests.search.opened import opened
from tests.strategies import tidy_texts

SWIMMING = an_interest(
    "swimming", synonyms={"en": ("swim", "pool", "aqua fit"), "pl": ("pływanie", "basen")}
)
THESAURUS = Thesaurus(
    [
        SWIMMING,
        an_interest("music", label="Music and singing", synonyms={"en": ("the pool band", "of")}),
    ],
    [
        SynonymSet(words=("day centre", "day service", "the")),
        SynonymSet(words=("free", "no cost")),
        SynonymSet(words=("free", "no charge")),
        SynonymSet(words=("help to get up and dressed", "morning call")),
    ],
)


@pytest.mark.parametrize(
    ("text", "ideas"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("the and of", [], id="small words"),
        pytest.param("zebra", [Idea(phrase=("zebra",))], id="a word that means nothing else"),
        pytest.param(
            "SWIMMING", [Idea(phrase=("swim",), interests=("swimming",))], id="an interest's label"
        ),
        pytest.param(
            "Pływanie", [Idea(phrase=("plywani",), interests=("swimming",))], id="in Polish"
        ),
        pytest.param(
            "aqua fit pool",
            [
                Idea(phrase=("aqua", "fit"), interests=("swimming",)),
                Idea(phrase=("pool",), interests=("swimming",)),
            ],
            id="two words that are one idea",
        ),
        pytest.param(
            "Pool band", [Idea(phrase=("pool", "band"), interests=("music",))], id="the longest"
        ),
        pytest.param(
            "day centres",
            [Idea(phrase=("day", "centr"), same=(("day", "servic"),))],
            id="words that mean the same",
        ),
        pytest.param(
            "free",
            [Idea(phrase=("free",), same=(("no", "cost"), ("no", "charg")))],
            id="from two sets",
        ),
        pytest.param(
            "day zebra day zebra",
            [Idea(phrase=("day",)), Idea(phrase=("zebra",))],
            id="each once",
        ),
        pytest.param("day", [Idea(phrase=("day",))], id="half of an idea"),
        pytest.param(
            "help to get up and dressed",
            [Idea(phrase=("help", "get", "up", "dress"), same=(("morn", "call"),))],
            id="four words without the small ones",
        ),
    ],
)
def test_a_text_is_cut_into_ideas(text: str, ideas: list[Idea]) -> None:
    assert list(THESAURUS.ideas_in(text)) == ideas


def test_no_more_than_twelve_ideas_are_looked_for() -> None:
    words = [f"word{number}" for number in range(30)]

    ideas = THESAURUS.ideas_in(" ".join(words))

    assert [idea.phrase for idea in ideas] == [(word,) for word in words[:MOST_IDEAS]]
    assert MOST_IDEAS == 12


@given(tidy_texts())
def test_ideas_are_made_of_the_words_that_were_typed(text: str) -> None:
    words = [word for idea in THESAURUS.ideas_in(text) for word in idea.phrase]

    assert set(words) <= set(stems_of(text))


def test_the_words_of_an_interest_are_its_label_and_its_synonyms() -> None:
    assert words_of(SWIMMING) == ["Swimming", "swim", "pool", "aqua fit", "pływanie", "basen"]


@pytest.mark.parametrize(
    "text", ["swim", "Swimming", "swims", "pool", "aqua fit", "pływanie", "PLYWANIE", "basen"]
)
def test_any_word_for_swimming_finds_what_is_filed_under_it(text: str) -> None:
    contents = some_contents(
        an_activity("a-splash", name="Splash", summary="", interests=("swimming",)),
        an_activity("b-cook"),
        interests=(SWIMMING, an_interest("cooking")),
    )
    with opened(contents) as searchable:
        matches = match_words(searchable.index, searchable.thesaurus, text)

    assert list(matches.every) == [0]
    assert matches.some == matches.every


@pytest.mark.parametrize(
    ("text", "every", "some"),
    [
        pytest.param("", set(), set(), id="nothing"),
        pytest.param("cooking", {0, 1}, {0, 1}, id="one idea"),
        pytest.param("cooking ashford", {1}, {0, 1, 2}, id="a town"),
        pytest.param("day centre", {2}, {2}, id="another name for a day service"),
        pytest.param("cafe", {2}, {2}, id="without the accent"),
        pytest.param("cooking zebra", set(), {0, 1}, id="one word that is nowhere"),
        pytest.param("zebra", set(), set(), id="only that"),
    ],
)
def test_every_word_and_some_words_are_told_apart(
    text: str, every: set[int], some: set[int]
) -> None:
    ashford = (a_place(town="Ashford"),)
    words = "A day service. It has a café."
    contents = some_contents(
        an_activity("a-cook"),
        an_activity("b-cook", places=ashford),
        an_activity("c", name="Club", summary=words, interests=("music",), places=ashford),
        synonyms=(SynonymSet(words=("day centre", "day service")),),
    )
    with opened(contents) as searchable:
        matches = match_words(searchable.index, searchable.thesaurus, text)

    assert (set(matches.every), set(matches.some)) == (every, some)


@settings(deadline=None, max_examples=25)
@given(st.lists(tidy_texts(), min_size=1, max_size=3))
def test_every_word_is_a_part_of_some_words(texts: list[str]) -> None:
    with opened(some_contents(an_activity(about=tuple(texts)), an_activity("b"))) as searchable:
        for text in texts:
            matches = match_words(searchable.index, searchable.thesaurus, text)

            assert set(matches.every) <= set(matches.some)
            # What is written in an activity can be found by it.
            assert not matches.ideas or 1 in matches.every or 0 in matches.every
