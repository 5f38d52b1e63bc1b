"""A question, and how it is handed to an engine. Light, so that it adds nothing to an engine."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import msgspec

from benchmarks.choices import Picked
from finder.domain.place import Whereabouts
from finder.domain.query import SearchQuery

Phrase = tuple[str, ...]

CONTENT = Path(__file__).parent.parent / "content"
# Every catalogue is as of one day, so that all runs ask the same.
TODAY = date(2026, 11, 21)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question: the words typed, the place typed, and what was picked of each kind."""

    text: str = ""
    near: str = ""
    picked: Picked = field(default_factory=dict)

    def query(self) -> SearchQuery:
        """Return the question as the site understands it."""
        return SearchQuery.from_args(self.args()).query

    def args(self) -> list[tuple[str, str]]:
        """Return the question as the parameters of the site's address."""
        typed = [("q", self.text), ("near", self.near)]
        picked = [(kind, value) for kind, values in self.picked.items() for value in values]
        return [(name, value) for name, value in (*typed, *picked) if value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One thing that was asked for: phrases that stand for it, and interests it belongs to.

    A text has it when it has every word of any phrase.
    """

    phrases: tuple[Phrase, ...]
    interests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question with all that can be known before an engine is asked.

    `wanted` is for engines that do not know which words mean the same. `whereabouts` is where
    the person is; only our search puts what is near first.
    """

    question: Question
    wanted: tuple[Wanted, ...] = ()
    whereabouts: Whereabouts | None = None


def to_json(asked: Iterable[Asked]) -> bytes:
    return msgspec.json.encode(list(asked))


def from_json(written: bytes) -> list[Asked]:
    return msgspec.json.decode(written, type=list[Asked])
