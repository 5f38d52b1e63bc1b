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
from finder.domain.place import Point, Whereabouts
from finder.domain.query import PARAMETERS, SearchQuery
from finder.domain.vocabulary import (
    ActivityStatus,
    Arrangement,
    DayChoice,
    DayPart,
    LeadsTo,
    Mode,
    Need,
    Pay,
    ProviderStatus,
    SpaceState,
    Support,
)
from finder.geo.distance import distance_miles, nearest_miles
from finder.search.columns import Kind
from finder.search.documents import council_labels, document_of
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
        self._thesaurus = Thesaurus(contents.interests, contents.synonyms, contents.fillers)
        self._providers = {each.provider_id: each for each in contents.providers}
        self._words = {
            activity.activity_id: frozenset(
                word
                for text in document_of(
                    activity,
                    self._providers[activity.provider_id],
                    {interest.slug: interest for interest in contents.interests},
                    council_labels(contents.council),
                ).values()
                for word in stems_of(text)
            )
            for activity in contents.activities
        }
        self._activities = contents.activities
        places = [place for each in contents.activities for place in each.places]
        areas = {(each.area, each.point) for each in places if each.area and each.point}
        self._areas: list[tuple[str, Point]] = sorted(areas, key=str)
        self._texts: dict[str, list[tuple[bool, ...]]] = {}

    def find(self, query: SearchQuery, whereabouts: Whereabouts | None) -> Expected:
        sure, not_told, every_word = set(), set(), set()
        for activity, found in zip(self._activities, self._found(query.text), strict=True):
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

    def _found(self, text: str) -> list[tuple[bool, ...]]:
        """Return, for each activity, whether it has each idea of a text.

        An idea that nothing has is left out, as long as there is another.
        """
        if text not in self._texts:
            ideas = self._thesaurus.ideas_in(text)
            by_idea = [[self._has(each, idea) for each in self._activities] for idea in ideas]
            known = [found for found in by_idea if any(found)] or by_idea
            self._texts[text] = list(zip(*known, strict=True)) or [()] * len(self._activities)
        return self._texts[text]

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
                    for activity in self._activities
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
            Kind.ARRANGEMENT: ("arrangements", tuple(Arrangement)),
            Kind.SPACE: ("spaces", tuple(SpaceState)),
        }

    def _is_live(self, activity: Activity) -> bool:
        provider = self._providers[activity.provider_id]
        return (activity.status, provider.status) == (ActivityStatus.ACTIVE, ProviderStatus.ACTIVE)

    def _has(self, activity: Activity, idea: Idea) -> bool:
        words = self._words[activity.activity_id]
        phrases = (idea.phrase, *idea.same)
        return (
            any(words.issuperset(phrase) for phrase in phrases)
            or any(slug in activity.interests for slug, _ in idea.interests)
            or self.has_choice(activity, idea)
        )

    def has_choice(self, activity: Activity, idea: Idea) -> bool:
        """Return whether an activity surely has what any of the choices of an idea say."""
        fits = [self.fits_of(activity, asked, None) for asked in _queries_of(idea)]
        return any(min(each.values()) is Fits.YES for each in fits)

    def comes_to(self, activity: Activity, whereabouts: Whereabouts | None) -> bool:
        """Return whether its helpers say that they come to the area of the nearest place."""
        if whereabouts is None or not self._areas:
            return False
        area, _ = min(self._areas, key=lambda each: distance_miles(whereabouts.point, each[1]))
        return area in activity.serves

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
            Kind.ARRANGEMENT: (
                query.arrangements,
                [activity.arrangement] if activity.arrangement else None,
            ),
            Kind.SPACE: (
                query.spaces,
                [activity.availability.state] if activity.availability else None,
            ),
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
                lambda: self._near(activity, query.miles or 0, whereabouts),
            ),
        }
        return fits | {kind: fit() for kind, (is_asked, fit) in asked.items() if is_asked}

    def _cost(self, activity: Activity, most_pence: int) -> Fits:
        cheapest = cheapest_of(activity, self.today)
        if cheapest is None:
            return Fits.NOT_TOLD
        return Fits.YES if cheapest <= most_pence else Fits.NO

    def _near(self, activity: Activity, miles: int, whereabouts: Whereabouts | None) -> Fits:
        far, modes = miles_to(activity, whereabouts), activity.modes or ()
        if Mode.ONLINE in modes or self.comes_to(activity, whereabouts):
            return Fits.YES
        if far is not None and far <= miles:
            return Fits.YES
        return Fits.NOT_TOLD if far is None or Mode.AT_HOME in modes else Fits.NO


def _queries_of(idea: Idea) -> list[SearchQuery]:
    """Return what the choices of an idea ask for: its days and times at once, others singly."""
    days = tuple(DayChoice(value) for name, value in idea.choices if name == "day")
    parts = tuple(DayPart(value) for name, value in idea.choices if name == "part")
    whens = [SearchQuery(days=days, parts=parts)] if days or parts else []
    return whens + [
        SearchQuery(**{PARAMETERS[name]: (value,)})  # type: ignore[arg-type]
        for name, value in idea.choices
        if name not in ("day", "part")
    ]


def cheapest_of(activity: Activity, today: date) -> int | None:
    """Return the lowest price that is told, of those that hold today or else of those to come."""
    later = [each for each in activity.prices if (each.valid_from or date.min) > today]
    prices = [each for each in activity.prices if each.holds_on(today)] or later
    return min((each.low_pence for each in prices if each.low_pence is not None), default=None)


def miles_to(activity: Activity, whereabouts: Whereabouts | None) -> float | None:
    """Return the miles to the nearest place of an activity."""
    if whereabouts is None:
        return None
    return nearest_miles(whereabouts.point, [place.point for place in activity.places])


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
