"""The counts beside choices. They are also held against a plain search, in test_find.py."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from finder.domain.query import SearchQuery
from finder.domain.vocabulary import DayChoice, DayPart, Need, Pay, Support
from finder.search.choices import COUNTED, Choice, ChoiceCounts
from finder.search.columns import FIXED_VALUES, Kind
from finder.search.find import Searchable, find
from tests.builders import TODAY, a_council, a_session, an_activity, some_contents
from tests.search.opened import AT_MAIDSTONE, opened
from tests.search.strategies import catalogue_of, queries

ACTIVITIES = (
    an_activity("cook", support=(Support.SMALL_GROUP,), needs={Need.HOIST: True}),
    an_activity("sing", interests=("music",), lots=("2",), pay=None, needs={Need.HOIST: False}),
    an_activity("swim", interests=("swimming",), sessions=(a_session(None, "18:00", "20:00"),)),
)


def choices_of(query: SearchQuery, **council: Any) -> ChoiceCounts:
    contents = some_contents(*ACTIVITIES)
    with opened(replace(contents, council=a_council(**council))) as searchable:
        return find(searchable, query, whereabouts=None, today=TODAY).choices


def totals(choices: tuple[Choice, ...]) -> dict[str, int]:
    return {choice.value: choice.total for choice in choices if choice.total}


def test_every_kind_and_every_value_has_a_count() -> None:
    choices = choices_of(SearchQuery())

    assert tuple(choices) == COUNTED
    fixed = {kind: [str(value) for value in values] for kind, values in FIXED_VALUES.items()}
    interests = ["animals", "cooking", "friends", "gardening", "music", "swimming", "walking"]
    assert {kind: [choice.value for choice in choices[kind]] for kind in COUNTED} == fixed | {
        Kind.INTEREST: interests,
        Kind.LOT: ["1a", "2"],
        Kind.WHO: ["learning-disability", "older"],
    }


def test_a_council_without_lots_has_none_to_choose_from() -> None:
    assert choices_of(SearchQuery(), lots=())[Kind.LOT] == ()


def test_a_council_names_the_ways_to_pay_that_it_knows() -> None:
    choices = choices_of(SearchQuery(), pay=(Pay.SELF, Pay.COUNCIL))

    assert [choice.value for choice in choices[Kind.PAY]] == ["self", "council"]


def test_a_choice_counts_as_if_it_were_the_only_one_of_its_kind() -> None:
    choices = choices_of(SearchQuery(interests=("cooking",)))

    assert totals(choices[Kind.INTEREST]) == {"cooking": 1, "music": 1, "swimming": 1}
    assert totals(choices[Kind.LOT]) == {"1a": 1}


def test_a_choice_says_how_many_surely_have_it_and_whether_it_is_made() -> None:
    choices = choices_of(SearchQuery(support=(Support.SMALL_GROUP,)))

    assert choices[Kind.SUPPORT] == (
        Choice(value="1:1", total=2, sure=0, is_chosen=False),
        Choice(value="small-group", total=3, sure=1, is_chosen=True),
        Choice(value="large-group", total=2, sure=0, is_chosen=False),
    )
    assert choices[Kind.PAY][0] == Choice(value="council", total=3, sure=2, is_chosen=False)


def test_a_need_is_added_to_the_others() -> None:
    choices = choices_of(SearchQuery(needs=(Need.HOIST,)))

    assert totals(choices[Kind.NEED]) == dict.fromkeys(Need, 2)
    assert {choice.value for choice in choices[Kind.NEED] if choice.is_chosen} == {"hoist"}


def test_a_part_of_the_day_keeps_to_the_days_picked() -> None:
    monday = choices_of(SearchQuery(days=(DayChoice.MON,)))
    evening = choices_of(SearchQuery(parts=(DayPart.EVENING,)))

    assert totals(monday[Kind.PART]) == {"evening": 1}
    # Swimming is on any day that a person picks.
    assert totals(monday[Kind.DAY]) == {each.value: 1 for each in DayChoice} | {
        "tue": 3,
        "weekday": 3,
    }
    assert totals(evening[Kind.DAY]) == dict.fromkeys(DayChoice, 1)
    assert totals(evening[Kind.PART]) == {"morning": 2, "evening": 1}


LARGE = catalogue_of(700, 3)


@pytest.fixture(scope="module")
def large() -> Iterator[Searchable]:
    """A search of so many activities that few results leave most words of a row empty."""
    with opened(LARGE) as searchable:
        yield searchable


@settings(max_examples=25)
@given(query=queries())
def test_a_choice_leaves_as_many_as_its_count_says(large: Searchable, query: SearchQuery) -> None:
    whereabouts = AT_MAIDSTONE if query.near else None
    choices = find(large, query, whereabouts=whereabouts, today=TODAY).choices

    for kind in COUNTED:
        kept = [pair for pair in query.to_args() if pair[0] != kind or kind is Kind.NEED]
        for choice in choices[kind]:
            picked = SearchQuery.from_args([*kept, (kind.value, choice.value)]).query
            left = find(large, picked, whereabouts=whereabouts, today=TODAY)
            assert choice.total == left.total
            assert choice.sure == sum(_own(kind) not in hit.not_told for hit in left.hits)


def _own(kind: Kind) -> Kind:
    return Kind.DAY if kind is Kind.PART else kind


def test_the_rows_are_as_large_as_they_say(large: Searchable) -> None:
    values = sum(map(len, large.table.values.values()))

    # Two layers, and a bit for each of 700 activities in whole words of 8 bytes.
    assert large.table.nbytes == 2 * values * 11 * 8


def test_a_council_where_nothing_is_listed_has_only_noughts() -> None:
    with opened(replace(some_contents(), activities=())) as searchable:
        answer = find(searchable, SearchQuery(text="swim"), whereabouts=AT_MAIDSTONE, today=TODAY)

    assert (answer.total, answer.hits, answer.pages) == (0, (), 1)
    assert {choice[1:] for kind in COUNTED for choice in answer.choices[kind]} == {(0, 0, False)}
