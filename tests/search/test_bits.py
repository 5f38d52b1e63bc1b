"""Sets of activities as whole numbers."""

from hypothesis import given
from hypothesis import strategies as st

from finder.search.bits import everything, holds, numbers_in, set_of


@given(st.sets(st.integers(0, 300)))
def test_a_set_holds_what_was_put_in(numbers: set[int]) -> None:
    bits = set_of(numbers)

    assert list(numbers_in(bits)) == sorted(numbers)
    assert {number for number in range(302) if holds(bits, number)} == numbers
    assert bits.bit_count() == len(numbers)


@given(st.sets(st.integers(0, 99)), st.sets(st.integers(0, 99)))
def test_and_and_or_work_as_for_sets(some: set[int], others: set[int]) -> None:
    assert set_of(some) & set_of(others) == set_of(some & others)
    assert set_of(some) | set_of(others) == set_of(some | others)
    assert set_of(some) & ~set_of(others) == set_of(some - others)


def test_everything_is_each_number_below_the_count() -> None:
    assert [list(numbers_in(everything(count))) for count in (0, 1, 3)] == [[], [0], [0, 1, 2]]
