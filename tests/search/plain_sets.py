"""Sets as whole numbers, made and read one activity at a time, to hold the quick ways against."""

from collections.abc import Iterable, Iterator


def set_of(numbers: Iterable[int]) -> int:
    """Return the set that holds some activity numbers."""
    return sum(1 << number for number in set(numbers))


def numbers_in(bits: int) -> Iterator[int]:
    """Return the activity numbers in a set, smallest first."""
    return (number for number in range(bits.bit_length()) if bits >> number & 1)
