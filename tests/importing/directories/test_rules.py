"""The rules of a mapping."""

import re

import pytest

from finder.importing.directories.rules import (
    Condition,
    Rule,
    Ruled,
    apply_rules,
    divide,
    words_pattern,
)
from tests.importing.directories.invented import a_row

ROW = a_row(
    name="Example Choirs, singing & soup",
    kinds="Music, Food",
    age="16",
    text="<p>Sing&nbsp;a-long</p>",
)
SEPARATORS = {"kinds": ","}


def when(column: str, **tests: object) -> Condition:
    return Condition(columns=(column,), **tests)  # type: ignore[arg-type]


def says(condition: Condition) -> bool:
    rule = Rule(condition=condition, effects={"kind": "club"})
    return bool(apply_rules([rule], ROW, SEPARATORS).given)


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        (when("kinds", values=frozenset({"food"})), True),
        (when("kinds", values=frozenset({"art"})), False),
        (when("name", words=words_pattern(["choir"])), True),
        (when("name", words=words_pattern(["sing"])), False),
        (when("name", words=words_pattern(["sing*"])), True),
        (when("name", words=words_pattern(["choir"]), unless=words_pattern(["soup"])), False),
        (when("text", words=words_pattern(["sing a long"])), True),
        (when("text", words=words_pattern(["p"])), False),
        (when("colour", blank=True), True),
        (when("colour", blank=False), False),
        (when("name", blank=True), False),
        (when("age", at_most=17), True),
        (when("age", at_most=15), False),
        (when("age", at_least=16, at_most=17), True),
        (when("age", at_least=17), False),
        (when("name", at_least=0), False),
    ],
)
def test_conditions(condition: Condition, holds: bool) -> None:
    assert says(condition) is holds


def test_lists_grow_and_the_first_word_counts() -> None:
    always = when("name", blank=False)
    ruled = apply_rules(
        [
            Rule(condition=always, effects={"interests": ("music",), "kind": "club"}),
            Rule(condition=always, effects={"interests": ("cooking", "music"), "kind": "course"}),
        ],
        ROW,
        {},
    )

    assert ruled == Ruled(given={"interests": ("music", "cooking"), "kind": "club"})


def test_a_row_can_be_left_out() -> None:
    rules = [Rule(condition=when("age", at_most=17), leave_out="It is for children.", code="young")]

    assert apply_rules(rules, ROW, {}) == Ruled(leave_out="It is for children.", code="young")


def test_a_row_can_be_kept_from_later_rules() -> None:
    always = when("name", blank=False)
    rules = [Rule(condition=always, keep=True), Rule(condition=always, leave_out="No.")]

    assert apply_rules(rules, ROW, {}) == Ruled()


def test_a_rule_can_wait_until_none_gave_interests() -> None:
    always = when("name", blank=False)
    first = Rule(condition=always, effects={"interests": ("music",)})
    last = Rule(condition=always, effects={"interests": ("games",)}, if_none=True)

    assert apply_rules([first, last], ROW, {}).texts("interests") == ("music",)
    assert apply_rules([last], ROW, {}).texts("interests") == ("games",)


def test_what_is_given_is_asked_for_by_its_sort() -> None:
    ruled = Ruled(given={"say": ("Hello.",), "kind": "club", "ages_from": 18, "free": True})

    assert (ruled.texts("say"), ruled.texts("kind")) == (("Hello.",), ())
    assert (ruled.text("kind"), ruled.text("say")) == ("club", "")
    assert (ruled.number("ages_from"), ruled.number("free")) == (18, None)
    assert (ruled.flag("free"), ruled.flag("ages_from")) == (True, None)


def test_cells_can_hold_lists() -> None:
    assert divide(["a, b", ",c"], ",") == ["a", "b", "c"]
    assert divide(["a, b"], "") == ["a, b"]


def test_words_are_whole_words_in_any_case() -> None:
    pattern = words_pattern(["Men's shed", "tai chi", "garden*"])

    assert isinstance(pattern, re.Pattern)
    for text in ("mens’ shed", "a men’s  shed!", "Tai-Chi", "GARDENING", "gardens"):
        assert bool(pattern.search(text)) is not text.startswith("mens’")
    assert words_pattern(["*", " "]) is None
