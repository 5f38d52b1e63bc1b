"""Sets of activities as whole numbers."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from finder.search.bits import (
    everything,
    flags_of,
    holds,
    numbers_of,
    set_of_flags,
    words_of,
)
from tests.search.plain_sets import numbers_in, set_of


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


@given(st.sets(st.integers(0, 299)), st.integers(0, 70))
def test_sets_become_arrays_and_come_back(numbers: set[int], more: int) -> None:
    # Counts that fill their last byte and word, and that do not.
    count, bits = max(numbers, default=-1) + 1 + more, set_of(numbers)

    flags, held = flags_of(bits, count), numbers_of(bits, count)

    assert flags.tolist() == [number in numbers for number in range(count)]
    assert (held.tolist(), held.dtype) == (sorted(numbers), np.dtype(np.int32))
    assert set_of_flags(flags) == set_of(held.tolist()) == bits


@given(st.sets(st.integers(0, 299)), st.integers(0, 130))
def test_a_set_is_counted_by_its_words(numbers: set[int], more: int) -> None:
    count = max(numbers, default=-1) + 1 + more

    words = words_of(set_of(numbers), count)

    assert (words.size, words.dtype) == (-(-count // 64), np.dtype(np.uint64))
    assert int(np.bitwise_count(words).sum()) == len(numbers)
    held = {
        place * 64 + bit for place in range(words.size) for bit in numbers_in(int(words[place]))
    }
    assert held == numbers
