"""Interests, synonyms and hard words: the words that people look for, and their meanings."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """Something that a person may like, in their own words.

    `synonyms` are the words that should find it, by language ("en", "pl").
    """

    slug: str
    label: str
    line: str
    hint: str
    group: str
    picture: str
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One of the big reasons to look, above the interests (F1)."""

    slug: str
    label: str
    heading: str
    picture: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SynonymSet:
    """Words that mean the same to a person who searches.

    `choice` is what they ask for, when they stand for one of the site's choices: its name and its
    value as in an address, such as ("pay", "free").
    """

    words: tuple[str, ...]
    choice: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """The content's words in one language, such as "pl": English texts, and what to show."""

    language: str
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class HardWord:
    """A word that some people do not know, and what it means in easy words."""

    word: str
    meaning: str
    also: tuple[str, ...] = ()
