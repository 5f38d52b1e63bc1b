from fractions import Fraction

import pytest

from finder.planning.money import Amounts, Money, rounded, span, span_of_amounts


@pytest.mark.parametrize(
    ("pence", "whole"),
    [
        (Fraction(0), 0),
        (Fraction(1, 3), 0),
        (Fraction(1, 2), 1),
        (Fraction(2, 3), 1),
        (Fraction(5, 2), 3),
        (Fraction(-1, 2), 0),
    ],
)
def test_a_half_penny_goes_up(pence: Fraction, whole: int) -> None:
    assert rounded(pence) == whole


def test_amounts_keep_their_low_and_their_high_when_added_up() -> None:
    total = Money(100, 100) + Money(800, 1200)

    assert total == Money(900, 1300)
    assert total.is_range
    assert not Money(100, 100).is_range


def test_only_what_cannot_be_more_is_nothing() -> None:
    assert Money(0, 0).is_nothing
    assert not Money(0, 500).is_nothing


def test_a_part_of_an_amount_is_in_whole_pence() -> None:
    assert Money(1000, 2000).split(12) == Money(83, 167)


def test_a_span_holds_every_amount() -> None:
    assert span([Money(500, 900), Money(300, 400), Money(600, 600)]) == Money(300, 900)


def test_a_month_is_a_twelfth_of_the_year() -> None:
    amounts = Amounts(weekly=Money(1000, 1000), yearly=Money(52000, 52000))

    assert amounts.monthly == Money(4333, 4333)


def test_what_is_paid_each_week_and_what_is_paid_once_are_added_up_apart() -> None:
    weekly = Amounts(weekly=Money(1000, 1000), yearly=Money(52000, 52000))
    course = Amounts(once=Money(9000, 9000), yearly=Money(9000, 9000))

    assert weekly + course == Amounts(
        weekly=Money(1000, 1000), once=Money(9000, 9000), yearly=Money(61000, 61000)
    )
    assert span_of_amounts([weekly, course]) == Amounts(
        weekly=Money(0, 1000), once=Money(0, 9000), yearly=Money(9000, 52000)
    )
