"""The measure of relevance is right, and the queries it is measured with keep their rules."""

import math
import re
import tomllib
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from finder.catalogue.contents import Contents
from finder.domain.query import LONGEST_TEXT, SearchQuery
from finder.domain.vocabulary import ActivityStatus
from finder.geo.gazetteer import Gazetteer
from finder.importing.content import read_content
from tests.content_folder import SHIPPED_CONTENT
from tests.search.relevance import (
    JUDGED_ON,
    Judgement,
    Kind,
    Misspelling,
    ndcg,
    read_judgements,
    read_misspellings,
)

JUDGEMENTS = read_judgements()
MISSPELLINGS = read_misspellings()
COUNCILS = {"kent", "milton-keynes", "stockport", "wiltshire"}
WORD = re.compile(r"[^\W\d_]+")
GRADES = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 3)).filter(
    lambda grades: any(grades.values())
)


@pytest.fixture(scope="module")
def councils(gazetteer: Gazetteer) -> dict[str, Contents]:
    """Return the contents of each council that the repository ships."""
    tree = read_content(SHIPPED_CONTENT, gazetteer, today=JUDGED_ON)
    return {each.slug: each.contents for each in tree.councils if each.contents}


@pytest.fixture(scope="module")
def findable(councils: dict[str, Contents]) -> dict[str, set[str]]:
    """Return what a search of each council can find: what neither ended nor rests."""
    return {
        slug: {
            each.activity_id for each in contents.activities if each.status is ActivityStatus.ACTIVE
        }
        for slug, contents in councils.items()
    }


@pytest.fixture(scope="module")
def words_of_content() -> set[str]:
    """Return every word of the content and of the names of towns, in small letters."""
    files = (*SHIPPED_CONTENT.rglob("*.toml"), SHIPPED_CONTENT / "places" / "towns.csv")
    return {
        word.casefold() for path in files for word in WORD.findall(path.read_text(encoding="utf-8"))
    }


def test_the_best_order_is_worth_1() -> None:
    assert ndcg({"a": 1, "b": 3, "c": 2}, ["b", "c", "a", "z"]) == 1.0


def test_finding_nothing_of_use_is_worth_0() -> None:
    assert (ndcg({"a": 3}, []), ndcg({"a": 3}, ["y", "z"])) == (0.0, 0.0)


def test_a_grade_counts_for_more_and_a_lower_place_for_less() -> None:
    best = 7 + 3 / math.log2(3) + 1 / math.log2(4)

    assert ndcg({"a": 3, "b": 2, "c": 1}, ["b", "z", "a"]) == pytest.approx((3 + 7 / 2) / best)


def test_only_the_first_few_count_in_what_was_found_and_in_the_best() -> None:
    grades = dict.fromkeys("abcdefg", 3)

    assert ndcg(grades, list("gfedc")) == 1.0
    assert ndcg(grades, list("vwxyzabcdefg")) == 0.0
    assert ndcg({"a": 3, "b": 3}, ["z", "a"], most=1) == 0.0
    assert ndcg({"a": 3, "b": 3}, ["b", "z"], most=1) == 1.0


def test_what_is_found_again_is_worth_nothing_and_takes_a_place() -> None:
    assert ndcg({"a": 3, "b": 3}, ["a", "a", "b"]) == ndcg({"a": 3, "b": 3}, ["a", "z", "b"])


@pytest.mark.parametrize("grades", [{}, {"a": 0}])
def test_a_query_with_nothing_worth_finding_is_refused(grades: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="No grade is above 0"):
        ndcg(grades, ["a"])


@given(GRADES, st.permutations("abcdefgh"))
def test_no_order_is_better_than_that_of_the_grades(
    grades: dict[str, int], found: list[str]
) -> None:
    by_grade = sorted(found, key=lambda each: -grades.get(each, 0))

    assert 0 <= ndcg(grades, found) <= ndcg(grades, by_grade) == 1.0


def test_there_are_queries_enough_of_each_kind_and_for_each_council() -> None:
    kinds = Counter(each.kind for each in JUDGEMENTS)
    councils = Counter(each.council for each in JUDGEMENTS)

    assert len(JUDGEMENTS) >= 140
    assert {kind: count for kind, count in kinds.items() if count >= 12}.keys() == set(Kind)
    assert {slug: count for slug, count in councils.items() if count >= 35}.keys() == COUNCILS


def test_no_query_stands_there_twice() -> None:
    asked = Counter(
        (each.council, each.words.casefold(), each.near.casefold(), each.choices)
        for each in JUDGEMENTS
    )

    assert [query for query, count in asked.items() if count > 1] == []


@pytest.mark.parametrize("judgement", JUDGEMENTS, ids=lambda each: f"{each.council}-{each.words}")
def test_a_query_keeps_the_rules(
    judgement: Judgement, findable: dict[str, set[str]], gazetteer: Gazetteer
) -> None:
    parsed = SearchQuery.from_args(
        [
            ("q", judgement.words),
            *(
                (name, value)
                for name, _, value in (each.partition("=") for each in judgement.choices)
            ),
        ]
    )
    near = gazetteer.look_up(judgement.near, council=judgement.council)

    assert 0 < len(judgement.words) <= LONGEST_TEXT
    assert (parsed.query.text, parsed.ignored) == (judgement.words, ())
    assert bool(near.whereabouts) == bool(judgement.near)
    assert bool(judgement.choices) == (judgement.kind is Kind.CHOICE)
    assert judgement.grades.keys() <= findable[judgement.council]
    assert set(judgement.grades.values()) <= {1, 2, 3}
    assert max(judgement.grades.values()) >= 2


def test_there_are_60_misspellings_of_one_edit_and_40_of_two() -> None:
    edits = Counter(each.edits for each in MISSPELLINGS)
    councils = Counter((each.council, each.edits) for each in MISSPELLINGS)

    assert (edits[1] >= 60, edits[2] >= 40) == (True, True)
    assert councils.keys() == {(slug, count) for slug in COUNCILS for count in edits}
    assert min(councils.values()) >= 9


def test_two_thirds_of_the_misspellings_are_of_interests_and_of_every_one(
    councils: dict[str, Contents],
) -> None:
    meant = [each.means.partition(":") for each in MISSPELLINGS]
    interests = [name for kind, _, name in meant if kind == "interest"]

    assert {kind for kind, _, _ in meant} == {"interest", "town"}
    assert 0.6 <= len(interests) / len(meant) <= 0.75
    assert set(interests) == {each.slug for each in councils["kent"].interests}


def test_no_misspelling_stands_there_twice() -> None:
    typed = Counter(each.typed.casefold() for each in MISSPELLINGS)

    assert [word for word, count in typed.items() if count > 1] == []


@pytest.mark.parametrize("word", MISSPELLINGS, ids=lambda each: each.typed)
def test_a_misspelling_is_as_many_edits_off_as_it_says(
    word: Misspelling, words_of_content: set[str]
) -> None:
    typed, meant = word.typed.casefold(), word.meant.casefold()

    assert OSA.distance(typed, meant) == word.edits
    assert typed[0] == meant[0]
    assert min(len(typed), len(meant)) >= {1: 4, 2: 7}[word.edits]
    assert (typed in words_of_content, meant in words_of_content) == (False, True)


@pytest.mark.parametrize("word", MISSPELLINGS, ids=lambda each: each.typed)
def test_what_a_misspelling_means_is_there_to_be_found(
    word: Misspelling, councils: dict[str, Contents], gazetteer: Gazetteer
) -> None:
    kind, _, name = word.means.partition(":")
    active = [
        each for each in councils[word.council].activities if each.status is ActivityStatus.ACTIVE
    ]
    if kind == "town":
        held = {place.town for each in active for place in each.places}

        assert name == word.meant
        assert name in held & {town.name for town in gazetteer.towns_of(word.council)}
    else:
        assert word.meant in _english_words(name)
        assert name in {slug for each in active for slug in each.interests}


def _english_words(interest: str) -> set[str]:
    """Return the words of an interest's label and of its English synonyms, in small letters."""
    tables = tomllib.loads((SHIPPED_CONTENT / "interests.toml").read_text(encoding="utf-8"))
    (table,) = (each for each in tables["interests"] if each["slug"] == interest)
    texts = (table["label"], *table["synonyms"]["en"])
    return {word.casefold() for text in texts for word in WORD.findall(text)}
