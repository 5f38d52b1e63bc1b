"""A plain search, to hold the quick one against.

It looks at one activity after the other, and at nothing but what the activity says. It counts a
choice by asking the whole query again with that choice in it.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from finder.catalogue.contents import Contents
from finder.domain.activity import Activity, Session
from finder.domain.place import Whereabouts
from finder.domain.query import SearchQuery
from finder.domain.vocabulary import (
    ActivityStatus,
    DayChoice,
    DayPart,
    LeadsTo,
    Mode,
    Need,
    Pay,
    ProviderStatus,
    Support,
)
from finder.geo.distance import distance_miles
from finder.search.columns import Kind
from finder.search.documents import document_of
from finder.search.index import stems_of
from finder.search.words import Idea, Thesaurus


class Fits(IntEnum):
    """Whether an activity has what was asked for."""

    NO = 0
    NOT_TOLD = 1
    YES = 2


@dataclass(frozen=True, slots=True)
class Expected:
    """What a query should find: the activities, by how their words match and how they fit."""

    sure: frozenset[str]
    not_told: frozenset[str]
    every_word: frozenset[str]

    @property
    def found(self) -> frozenset[str]:
        return self.sure | self.not_told


class Oracle:
    """The plain search of one council's contents."""

    def __init__(self, contents: Contents, today: date) -> None:
        self.contents = contents
        self.today = today
        self._thesaurus = Thesaurus(contents.interests, contents.synonyms)
        self._providers = {each.provider_id: each for each in contents.providers}
        self._words = {
            activity.activity_id: frozenset(
                word
                for text in document_of(
                    activity,
                    self._providers[activity.provider_id],
                    {interest.slug: interest for interest in contents.interests},
                    {group.slug: group.label for group in contents.council.groups},
                ).values()
                for word in stems_of(text)
            )
            for activity in contents.activities
        }

    def find(self, query: SearchQuery, whereabouts: Whereabouts | None) -> Expected:
        ideas = self._thesaurus.ideas_in(query.text)
        sure, not_told, every_word = set(), set(), set()
        for activity in self.contents.activities:
            found = [self._has(activity, idea) for idea in ideas]
            if not self._is_live(activity) or (found and not any(found)):
                continue
            fits = min(self.fits_of(activity, query, whereabouts).values(), default=Fits.YES)
            if fits is Fits.YES:
                sure.add(activity.activity_id)
            if fits is Fits.NOT_TOLD:
                not_told.add(activity.activity_id)
            if fits is not Fits.NO and all(found):
                every_word.add(activity.activity_id)
        return Expected(frozenset(sure), frozenset(not_told), frozenset(every_word))

    def count(
        self, query: SearchQuery, whereabouts: Whereabouts | None
    ) -> dict[Kind, dict[str, tuple[int, int]]]:
        """Return what each value of each kind leaves: all, and those that surely have it."""
        counts: dict[Kind, dict[str, tuple[int, int]]] = {}
        for kind, (field_name, values) in self._choices().items():
            counts[kind] = {}
            own = Kind.DAY if kind is Kind.PART else kind
            for value in values:
                kept = query.needs if kind is Kind.NEED else ()
                asked = query.with_(**{field_name: (*kept, value)})
                found = self.find(asked, whereabouts).found
                have = [
                    activity
                    for activity in self.contents.activities
                    if activity.activity_id in found
                    and self.fits_of(activity, asked, whereabouts)[own] is Fits.YES
                ]
                counts[kind][str(value)] = (len(found), len(have))
        return counts

    def _choices(self) -> dict[Kind, tuple[str, Sequence[str]]]:
        council = self.contents.council
        return {
            Kind.INTEREST: ("interests", [each.slug for each in self.contents.interests]),
            Kind.LOT: ("lots", [lot.code for lot in council.lots]),
            Kind.DAY: ("days", tuple(DayChoice)),
            Kind.PART: ("parts", tuple(DayPart)),
            Kind.MODE: ("modes", tuple(Mode)),
            Kind.NEED: ("needs", tuple(Need)),
            Kind.SUPPORT: ("support", tuple(Support)),
            Kind.WHO: ("groups", [group.slug for group in council.groups]),
            Kind.PAY: ("pay", council.pay),
            Kind.LEADS_TO: ("leads_to", tuple(LeadsTo)),
        }

    def _is_live(self, activity: Activity) -> bool:
        provider = self._providers[activity.provider_id]
        return (activity.status, provider.status) == (ActivityStatus.ACTIVE, ProviderStatus.ACTIVE)

    def _has(self, activity: Activity, idea: Idea) -> bool:
        words = self._words[activity.activity_id]
        phrases = (idea.phrase, *idea.same)
        return any(words.issuperset(phrase) for phrase in phrases) or any(
            slug in activity.interests for slug in idea.interests
        )

    def fits_of(
        self, activity: Activity, query: SearchQuery, whereabouts: Whereabouts | None
    ) -> dict[Kind, Fits]:
        """Return how an activity fits each thing that is asked for."""
        listed: dict[Kind, tuple[Collection[str], Iterable[str] | None]] = {
            Kind.INTEREST: (query.interests, activity.interests),
            Kind.LOT: (query.lots, activity.lots),
            Kind.MODE: (query.modes, activity.modes),
            Kind.SUPPORT: (query.support, activity.support),
            Kind.WHO: (query.groups, activity.groups),
            Kind.PAY: (query.pay, _pay_of(activity)),
            Kind.LEADS_TO: (query.leads_to, _steps_of(activity)),
        }
        fits = {kind: _any_of(*pair) for kind, pair in listed.items() if pair[0]}
        asked: dict[Kind, tuple[bool, Callable[[], Fits]]] = {
            Kind.NEED: (bool(query.needs), lambda: _needs(activity, query.needs)),
            Kind.DAY: (bool(query.days or query.parts), lambda: _when(activity, query)),
            Kind.AGE: (query.age is not None, lambda: _age(activity, query.age or 0)),
            Kind.MAX_COST: (
                query.max_cost_pence is not None,
                lambda: self._cost(activity, query.max_cost_pence or 0),
            ),
            Kind.NEAR: (
                query.miles is not None and whereabouts is not None,
                lambda: _near(activity, query.miles or 0, whereabouts),
            ),
        }
        return fits | {kind: fit() for kind, (is_asked, fit) in asked.items() if is_asked}

    def _cost(self, activity: Activity, most_pence: int) -> Fits:
        later = [each for each in activity.prices if (each.valid_from or date.min) > self.today]
        prices = [each for each in activity.prices if each.holds_on(self.today)] or later
        told = [price.low_pence for price in prices if price.low_pence is not None]
        if not told:
            return Fits.NOT_TOLD
        return Fits.YES if min(told) <= most_pence else Fits.NO


def miles_to(activity: Activity, whereabouts: Whereabouts | None) -> float | None:
    """Return the miles to the nearest place of an activity."""
    if whereabouts is None:
        return None
    points = [place.point for place in activity.places if place.point]
    return min((distance_miles(whereabouts.point, point) for point in points), default=None)


def _any_of(asked: Collection[str], told: Iterable[str] | None) -> Fits:
    if told is None:
        return Fits.NOT_TOLD
    return Fits.YES if set(asked) & set(told) else Fits.NO


def _pay_of(activity: Activity) -> tuple[Pay, ...] | None:
    for_everyone = [price for price in activity.prices if not price.payers]
    if any(price.low_pence == 0 and not price.high_pence for price in for_everyone):
        return (*(activity.pay or ()), Pay.FREE)
    return activity.pay


def _steps_of(activity: Activity) -> list[LeadsTo] | None:
    return None if activity.leads_to is None else [step.kind for step in activity.leads_to]


def _needs(activity: Activity, needs: Iterable[Need]) -> Fits:
    answers = {True: Fits.YES, False: Fits.NO, None: Fits.NOT_TOLD}
    return min(answers[activity.needs.get(need)] for need in needs)


def _when(activity: Activity, query: SearchQuery) -> Fits:
    fits = [_session(session, query) for session in activity.sessions]
    return max(fits, default=Fits.NOT_TOLD)


def _session(session: Session, query: SearchQuery) -> Fits:
    day = part = Fits.YES
    if query.days:
        day = _any_of(query.wanted_days, None if session.day is None else [session.day])
    if query.parts:
        part = _any_of(query.parts, session.parts or None)
    return min(day, part)


def _age(activity: Activity, age: int) -> Fits:
    if activity.ages is None:
        return Fits.NOT_TOLD
    return Fits.YES if activity.ages.holds(age) else Fits.NO


def _near(activity: Activity, miles: int, whereabouts: Whereabouts | None) -> Fits:
    far = miles_to(activity, whereabouts)
    if Mode.ONLINE in (activity.modes or ()) or (far is not None and far <= miles):
        return Fits.YES
    return Fits.NOT_TOLD if far is None or Mode.AT_HOME in (activity.modes or ()) else Fits.NO
