"""Draw words, and other things, as often as they come in life: a few often, most hardly ever."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from random import Random
from typing import TypeVar

Value = TypeVar("Value")

_BATCH = 10_000
_FIRST = (
    "amber", "ash", "barley", "beacon", "birch", "bram", "brook", "cedar", "clay", "cross", "dove",
    "elder", "fern", "finch", "fox", "gorse", "hare", "hazel", "heron", "holly", "iron", "ivy",
    "kestrel", "lark", "lime", "linden", "marl", "mill", "moss", "oak", "otter", "pebble", "pine",
    "quarry", "reed", "rook", "rowan", "rush", "sorrel", "stone", "swift", "teasel", "thorn",
    "thrush", "willow", "wren", "yarrow", "yew",
)  # fmt: skip
_MIDDLE = ("ing", "er", "le", "en", "ham", "wick", "ley", "stan", "mer", "den", "combe", "hurst")
_LAST = (
    "bank", "barn", "beck", "bridge", "croft", "dale", "down", "end", "field", "ford", "garth",
    "gate", "green", "grove", "hall", "heath", "hill", "holm", "hope", "house", "lane", "lea",
    "loft", "mead", "moor", "nook", "park", "rise", "row", "shaw", "side", "stead", "stile",
    "thorpe", "vale", "view", "wall", "way", "well", "wharf", "wood", "yard",
)  # fmt: skip


class Draw:
    """Everything that is drawn comes from one seed, so the same seed gives the same things."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def one_in(self, weights: Mapping[Value, float]) -> Value:
        """Return one of the values, each as often as its weight says."""
        (value,) = self.random.choices(list(weights), list(weights.values()))
        return value

    def some_of(self, values: Sequence[Value], most: int) -> tuple[Value, ...]:
        """Return one to so many of the values, each once, in their own order."""
        picked = set(self.random.sample(range(len(values)), self.random.randint(1, most)))
        return tuple(value for position, value in enumerate(values) if position in picked)

    def happens(self, chance: float) -> bool:
        return self.random.random() < chance

    def told(self, value: Value, chance: float) -> Value | None:
        """Return the value, or None for something that nobody told."""
        return value if self.happens(chance) else None

    def stream(self, values: Sequence[Value], weights: Iterable[float]) -> Iterator[Value]:
        """Return an endless row of the values, each as often as its weight says."""
        limits = list(accumulate(weights))
        while True:
            yield from self.random.choices(values, cum_weights=limits, k=_BATCH)

    def invented_word(self) -> str:
        """Return a word that stands in no dictionary, such as the name of a house has."""
        first, last = self.random.choice(_FIRST), self.random.choice(_LAST)
        middle = self.random.choice(_MIDDLE) if self.happens(0.6) else ""
        return first + middle + last


def ranked(count: int, power: float = 1.0) -> list[float]:
    """Return weights by Zipf's law: the second comes half as often as the first, and so on."""
    return [1 / rank**power for rank in range(1, count + 1)]
