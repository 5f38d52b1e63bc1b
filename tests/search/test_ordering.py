"""The order of results. Its laws are tested on whole searches in test_find.py."""

from itertools import permutations
from random import Random

from finder.domain.vocabulary import Sort
from finder.search.columns import Columns, make_columns
from finder.search.ordering import Found, order_key
from tests.builders import TODAY, an_activity


def columns_of(*names: str) -> Columns:
    return make_columns([an_activity(name=name) for name in names], {}, TODAY)


def found(number: int, **changes: object) -> Found:
    usual = {"is_sure": True, "tier": 0, "score": 1.0, "miles": 5.0, "is_stale": False}
    return Found(number=number, **(usual | changes))  # type: ignore[arg-type]


def mixed(results: list[Found]) -> list[Found]:
    return Random(7).sample(results, len(results))


def test_the_best_come_first() -> None:
    columns = columns_of(*"aabaabaa")
    expected = [
        found(0, score=2.0, miles=8.0),
        found(1, score=1.0, miles=0.0),
        # Ten miles halve a match, so that these two match alike, and the nearer is first.
        found(2, score=1.0, miles=10.0),
        found(3, score=2.0, miles=30.0),
        found(4, score=9.0, is_stale=True),
        found(5, score=9.0, miles=None),
        found(6, score=9.0, tier=1),
        found(7, score=9.0, is_sure=False),
    ]

    key = order_key(columns, Sort.BEST)

    assert sorted(mixed(expected), key=key) == expected


def test_the_nearest_come_first() -> None:
    columns = columns_of(*"aaabaa")
    expected = [
        found(0, miles=1.0, tier=1, score=0.1, is_stale=True),
        found(1, miles=2.0),
        found(2, miles=3.0),
        found(3, miles=3.0),
        found(4, miles=3.0, tier=1),
        found(5, miles=None),
    ]

    assert sorted(mixed(expected), key=order_key(columns, Sort.NEAR)) == expected


def test_names_come_in_order_whatever_their_case() -> None:
    columns = columns_of("apples", "Bees", "cats", "apples")
    expected = [found(0, score=0.1), found(3), found(1, miles=None), found(2, tier=1, score=9.0)]

    for order in permutations(expected):
        assert sorted(order, key=order_key(columns, Sort.NAME)) == expected
