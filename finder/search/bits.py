"""Sets of activities, each as one whole number: bit n stands for activity number n.

Python's own integers do "and", "or" and counting over thousands of activities in about a
microsecond, with no copying. Where every activity has to be looked at, numpy takes over.
"""

import numpy as np
import numpy.typing as npt

Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int32]
WORD_BITS = 64


def set_of_flags(flags: Flags) -> int:
    """Return the set of the activities whose flag is up. `flags` has shape (count,)."""
    return int.from_bytes(np.packbits(flags, bitorder="little").tobytes(), "little")


def flags_of(bits: int, count: int) -> Flags:
    """Return a flag for each of `count` activities, up where the set holds it."""
    packed = np.frombuffer(bits.to_bytes((count + 7) // 8, "little"), np.uint8)
    return np.unpackbits(packed, count=count, bitorder="little").view(np.bool_)


def numbers_of(bits: int, count: int) -> Numbers:
    """Return the activity numbers in a set, smallest first, as an array."""
    return np.flatnonzero(flags_of(bits, count)).astype(np.int32)


def words_of(bits: int, count: int) -> npt.NDArray[np.uint64]:
    """Return a set as 64-bit words (shape (ceil(count / 64),)), to be counted with many others."""
    length = -(-count // WORD_BITS) * WORD_BITS // 8
    return np.frombuffer(bits.to_bytes(length, "little"), "<u8")


def holds(bits: int, number: int) -> bool:
    """Return whether a set holds an activity."""
    return bits >> number & 1 == 1


def everything(count: int) -> int:
    """Return the set of the first `count` activities."""
    return (1 << count) - 1
