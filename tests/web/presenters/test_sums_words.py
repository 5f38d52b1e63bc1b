from fractions import Fraction

import pytest

from finder.domain.vocabulary import Pay
from finder.planning.cost import Unknown
from finder.planning.hours import Hours
from finder.planning.money import Amounts, Money
from finder.planning.ways_to_pay import WAYS
from finder.web.presenters import sums_words
from finder.web.presenters.sums_words import (
    amounts_in_words,
    answer_in_words,
    hours_in_words,
    length_in_words,
    money_in_words,
)

pytestmark = pytest.mark.usefixtures("english_page")

NOT_TOLD = "Not told us yet. You can ask them."


def amounts(weekly: int = 0, most: int | None = None, *, once: int = 0) -> Amounts:
    """Return amounts in pounds; the year does not matter here."""
    high = weekly if most is None else most
    return Amounts(weekly=Money(weekly * 100, high * 100), once=Money(once * 100, once * 100))


def test_each_way_of_paying_has_easy_words() -> None:
    assert set(sums_words.WAYS) == set(WAYS)
    assert str(sums_words.WAYS[Pay.SELF]) == "Your own money"


def test_money_is_an_amount_or_a_range() -> None:
    assert money_in_words(Money(4500, 4500)) == "£45"
    assert money_in_words(Money(850, 1200)) == "£8.50 to £12"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (60, "1 hour"),
        (120, "2 hours"),
        (30, "30 minutes"),
        (150, "2 hours 30 minutes"),
        (62, "1 hour"),
        (63, "1 hour 5 minutes"),
        (1, "5 minutes"),
    ],
)
def test_time_is_told_to_about_5_minutes(minutes: int, said: str) -> None:
    assert length_in_words(Fraction(minutes)) == said


@pytest.mark.parametrize(
    ("hours", "is_at_most", "said"),
    [
        (Hours(weekly=Fraction(120)), False, ("2 hours a week",)),
        (Hours(weekly=Fraction(120)), True, ("Up to 2 hours a week",)),
        (Hours(weekly=Fraction(120), unknown=1), False, ("At least 2 hours a week",)),
        (Hours(once=Fraction(90)), False, ("1 hour 30 minutes once",)),
        (
            Hours(weekly=Fraction(120), once=Fraction(60)),
            False,
            ("2 hours a week", "1 hour once"),
        ),
        (Hours(unknown=2), False, (NOT_TOLD,)),
    ],
)
def test_hours_are_for_a_week_and_for_once(
    hours: Hours, is_at_most: bool, said: tuple[str, ...]
) -> None:
    assert hours_in_words(hours, is_at_most=is_at_most) == said


@pytest.mark.parametrize(
    ("cost", "unknown", "said"),
    [
        (amounts(129), set(), ("£129 a week",)),
        (amounts(129, 140), set(), ("£129 to £140 a week",)),
        (amounts(129), {Unknown.PRICE}, ("At least £129 a week",)),
        (amounts(129, once=90), set(), ("£129 a week", "£90 once")),
        (amounts(once=90), set(), ("£90 once",)),
        (amounts(once=90), {Unknown.OFTEN}, ("At least £90 once",)),
        (amounts(129, once=90), {Unknown.OFTEN}, ("At least £129 a week", "£90 once")),
        (amounts(), set(), ("Free",)),
        (amounts(), {Unknown.PRICE}, (NOT_TOLD,)),
        (amounts(), {Unknown.PRICE, Unknown.OFTEN}, (NOT_TOLD,)),
        (amounts(), {Unknown.HIDDEN}, ("Ask them for the price",)),
        (amounts(), {Unknown.OFTEN, Unknown.LENGTH}, ("It depends on how much you go.",)),
    ],
)
def test_a_cost_in_words_never_makes_the_unknown_free(
    cost: Amounts, unknown: set[Unknown], said: tuple[str, ...]
) -> None:
    assert amounts_in_words(cost, frozenset(unknown)) == said


@pytest.mark.parametrize(
    ("cost", "is_known", "said"),
    [
        (amounts(129), True, ["You have £21 left each week."]),
        (amounts(150), True, ["You have just enough money each week."]),
        (amounts(159), True, ["You need £9 more each week."]),
        (
            amounts(129, 140),
            True,
            ["You have £10 to £21 left each week.", "The cost is not the same for everyone."],
        ),
        (
            amounts(159, 170),
            True,
            ["You need £9 to £20 more each week.", "The cost is not the same for everyone."],
        ),
        (
            amounts(140, 170),
            True,
            ["You may need £20 more each week.", "The cost is not the same for everyone."],
        ),
        (
            amounts(129),
            False,
            ["You have up to £21 left each week.", "We do not know all the costs."],
        ),
        (
            amounts(150),
            False,
            ["You may need more money each week.", "We do not know all the costs."],
        ),
        (
            amounts(159),
            False,
            ["You need at least £9 more each week.", "We do not know all the costs."],
        ),
        (
            amounts(159, 170),
            False,
            [
                "You need at least £9 more each week.",
                "The cost is not the same for everyone.",
                "We do not know all the costs.",
            ],
        ),
        (
            amounts(129, once=90),
            True,
            ["You have £21 left each week.", "What you pay once is not in this."],
        ),
    ],
)
def test_the_answer_says_what_is_left_and_what_is_not_known(
    cost: Amounts, is_known: bool, said: list[str]
) -> None:
    assert answer_in_words(cost, 150_00, is_known=is_known) == tuple(said)
