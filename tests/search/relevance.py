"""How well an order of results serves people, and the queries to measure it with."""

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

JUDGEMENTS = Path(__file__).with_name("judgements.toml")
MISSPELLINGS = Path(__file__).with_name("misspellings.toml")

# The day that the grades are for: what is old, and what is still to come, hangs on it.
JUDGED_ON = date(2026, 11, 21)


class Kind(StrEnum):
    """What is hard about a query."""

    WORD = "word"
    WORDS = "words"
    TYPO = "typo"
    SYNONYM = "synonym"
    TOWN = "town"
    PROVIDER = "provider"
    LANGUAGE = "language"
    QUESTION = "question"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a person typed into a council's search, and which activities they would be glad of.

    `near` is what they typed as the place, and `choices` are parts of an address such as
    `day=sat`. A grade is 3 for just what they want, 2 for right, 1 for of some use.
    """

    words: str
    council: str
    near: str = ""
    choices: tuple[str, ...] = ()
    kind: Kind
    grades: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Misspelling:
    """A word as somebody typed it, and the word that they meant.

    `means` is `interest:` with the slug of the interest that the right word leads to, or `town:`
    with the name of a town. `edits` is how many edits the two words are apart.
    """

    typed: str
    meant: str
    council: str
    means: str
    edits: int


def ndcg(grades: Mapping[str, int], found: Sequence[str], *, most: int = 5) -> float:
    """Return how near the first results come to the best that there could be, from 0 to 1.

    This is the normalised discounted cumulative gain of Järvelin and Kekäläinen (2002), in the
    form of Burges and others (2005): a grade is worth 2**grade - 1, and the place at rank r, from
    1, divides that by log2(r + 1). What has no grade is worth nothing, nor is anything that is
    found again. Raise ValueError when there is nothing worth finding.
    """
    best = _gain(sorted(grades.values(), reverse=True)[:most])
    if not best:
        raise ValueError("No grade is above 0, so no order is better than another.")
    firsts = [
        0 if each in found[:rank] else grades.get(each, 0) for rank, each in enumerate(found[:most])
    ]
    return _gain(firsts) / best


def _gain(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(rank + 2) for rank, grade in enumerate(grades))


def read_judgements(path: Path = JUDGEMENTS) -> tuple[Judgement, ...]:
    """Return the judged queries of a file, in its order."""
    return tuple(
        Judgement(
            words=query["words"],
            council=query["council"],
            near=query.get("near", ""),
            choices=tuple(query.get("choices", ())),
            kind=Kind(query["kind"]),
            grades=query["grades"],
        )
        for query in tomllib.loads(path.read_text(encoding="utf-8"))["queries"]
    )


def read_misspellings(path: Path = MISSPELLINGS) -> tuple[Misspelling, ...]:
    """Return the misspellings of a file: those of one edit, and then those of two."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        Misspelling(**each, edits=edits)
        for edits, name in ((1, "one_edit"), (2, "two_edits"))
        for each in tables[name]
    )
