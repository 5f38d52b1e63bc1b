"""Keep what was worked out, up to a number of bytes."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

# What an entry takes besides the bytes of its arrays, roughly: its key, and its place. Who does
# not count it keeps what holds nothing, such as words that stand nowhere, without end.
ENTRY_BYTES = 1000

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class BoundedCache(Generic[Key, Value]):
    """Values by key, at most so many bytes of them. Those asked for longest ago go first.

    Threads may share it. Two that miss at once both work a value out, which does no harm.
    """

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes = most_bytes
        self.nbytes = 0
        self._kept: OrderedDict[Key, tuple[Value, int]] = OrderedDict()
        self._turn = Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Key) -> Value | None:
        """Return what is kept for a key, or None."""
        with self._turn:
            found = self._kept.get(key)
            if found is None:
                return None
            self._kept.move_to_end(key)
            return found[0]

    def put(self, key: Key, value: Value, nbytes: int) -> None:
        """Keep a value that takes so many bytes, unless it is larger than everything may be."""
        if nbytes > self.most_bytes:
            return
        with self._turn:
            self._drop(key)
            self._kept[key] = (value, nbytes)
            self.nbytes += nbytes
            while self.nbytes > self.most_bytes:
                self._drop(next(iter(self._kept)))

    def clear(self) -> None:
        """Drop everything."""
        with self._turn:
            self._kept.clear()
            self.nbytes = 0

    def _drop(self, key: Key) -> None:
        dropped = self._kept.pop(key, None)
        if dropped is not None:
            self.nbytes -= dropped[1]
