"""A small catalogue and its questions, made once for all tests of the benchmarks."""

from functools import cache

from benchmarks.asked import Asked
from benchmarks.catalogue import make_contents
from benchmarks.example import Example, read_example
from benchmarks.run import ask_rounds
from finder.catalogue.contents import Contents

COUNT = 60


@cache
def example() -> Example:
    return read_example()


@cache
def contents() -> Contents:
    return make_contents(example(), COUNT)


@cache
def rounds() -> list[list[Asked]]:
    return ask_rounds(example(), contents(), 2, 60)
