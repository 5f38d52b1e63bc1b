"""What the site meets of WCAG 2.2 and of COGA's patterns, how that is tested, and what follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

# Levels A and AA are what the regulations of 2018 ask for.
ASKED_BY_LAW = ("A", "AA")


class Level(StrEnum):
    """The three levels of WCAG; each asks for more than the one before."""

    A = "A"
    AA = "AA"
    AAA = "AAA"

    @property
    def is_asked_by_law(self) -> bool:
        return self in ASKED_BY_LAW


class Status(StrEnum):
    """How far a criterion is met. One met "by hand" is so as far as only people can tell."""

    MET = "met"
    BY_HAND = "by-hand"
    NOT_APPLICABLE = "not-applicable"
    PARTLY = "partly"
    NOT_MET = "not-met"

    @property
    def is_short(self) -> bool:
        """Return whether anything is missing."""
        return self in (Status.PARTLY, Status.NOT_MET)


class Standing(StrEnum):
    """How a site stands against the standard, in the words of the model statement."""

    FULLY = "fully compliant"
    PARTIALLY = "partially compliant"
    NOT = "not compliant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One success criterion of WCAG 2.2, on the core journeys.

    `how` says how it is met. `tested` names each test: a rule of a tool, a test of our own as
    "file::name", or "by hand". Where something is missing, `missing` says what, and `known` names
    the sentence of the statement that says it in easy words.
    """

    number: str
    name: str
    level: Level
    status: Status
    how: str
    tested: tuple[str, ...]
    missing: str = ""
    known: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One pattern of COGA's "Making Content Usable", such as "o1p01", in our own words.

    `missing` is empty where nothing is known to be missing.
    """

    number: str
    name: str
    what: str
    tested: tuple[str, ...]
    missing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """One of the eight things that COGA's patterns are for."""

    name: str
    patterns: tuple[Pattern, ...]


def standing_of(criteria: Sequence[Criterion], *, has_known_issues: bool) -> Standing:
    """Return how a site stands against levels A and AA.

    `has_known_issues` says that something does not work on this very site. As in the model
    statement, a site that meets less than half of what it is asked for is not compliant.
    """
    asked = [each for each in criteria if each.level.is_asked_by_law]
    short = [each for each in asked if each.status.is_short]
    if 2 * len(short) > len(asked):
        return Standing.NOT
    return Standing.PARTIALLY if short or has_known_issues else Standing.FULLY
