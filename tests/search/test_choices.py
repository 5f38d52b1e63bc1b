"""The counts beside choices. They are also held against a plain search, in test_find.py."""

from dataclasses import replace
from typing import Any

from finder.domain.query import SearchQuery
from finder.domain.vocabulary import DayChoice, DayPart, Need, Pay, Support
from finder.search.choices import COUNTED, Choice, ChoiceCounts
from finder.search.columns import FIXED_VALUES, Kind
from finder.search.find import find
from tests.builders import TODAY, a_council, a_session, an_activity, some_contents
from tests.search.opened import opened

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
