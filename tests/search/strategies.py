"""Whole catalogues and the queries that people could make of them."""

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any, TypeVar

from hypothesis import strategies as st

from finder.catalogue.contents import Contents
from finder.domain.activity import Activity, AgeRange, Availability, NextStep
from finder.domain.place import Point
from finder.domain.provider import ProviderId
from finder.domain.query import SearchQuery
from finder.domain.vocabulary import (
    ActivityStatus,
    Arrangement,
    Day,
    DayChoice,
    DayPart,
    LeadsTo,
    Mode,
    Need,
    Pay,
    ProviderStatus,
    Sort,
    SpaceState,
    Support,
)
from finder.domain.words import SynonymSet
from finder.search.index import SLUG_FIELD, TEXT_FIELDS
from finder.search.words import Idea
from tests.builders import (
    ASHFORD,
    MAIDSTONE,
    TODAY,
    a_council,
    a_place,
    a_price,
    a_provider,
    a_session,
    an_activity,
    an_interest,
    some_contents,
)

Value = TypeVar("Value")

STOCKPORT = Point(53.40599, -2.15849)
INTERESTS = ("cooking", "friends", "swimming")
# What is checked, and asked for, is a handful: the fewer there are, the more of them meet.
_NEEDS = (Need.STEP_FREE, Need.HOIST, Need.QUIET)
_PROVIDERS = {
    "example-left": ProviderStatus.LEFT,
    "example-paused": ProviderStatus.PAUSED,
    "example-running": ProviderStatus.ACTIVE,
}
_DAYS = (None, Day.MON, Day.TUE, Day.SAT)
_TIMES = (("", ""), ("10:00", "12:00"), ("11:00", "14:00"), ("18:00", ""))
_POINTS = (None, MAIDSTONE, ASHFORD, STOCKPORT)
_AREAS = ("", "north", "south")
_PRICES = (
    a_price(None),
    a_price(0),
    a_price(0, payers=(Pay.COUNCIL,)),
    a_price(5),
    a_price(20),
    a_price(4, valid_to=date(2026, 11, 20)),
    a_price(3, valid_from=date(2026, 11, 22)),
)
_WORDS = ("swim", "swimming", "pool", "cooking", "café", "day centre", "free", "friends", "quiet")
# Words that are their own stems.
TEXT_WORDS = ("swim", "pool", "warm", "cafe", "quiet")
STEMS = ("swim", "pool", "cook", "cafe", "day", "centr", "free", "friend", "exampl", "zebra")
_CHOICES = (
    *(("day", "mon"), ("day", "weekend"), ("part", "evening"), ("part", "morning")),
    *(("mode", "online"), ("pay", "free"), ("need", "hoist"), ("who", "older")),
)
_TYPED = (
    *(*_WORDS, "cafe", "day", "day services", "no charge", "the", "zebra", "1"),
    *("mondays", "weekend", "morning", "evening", "come to me", "somewhere to go", "please"),
)


def catalogues() -> st.SearchStrategy[Contents]:
    """Return the contents of a council with 5 to 40 activities, each field told or not told.

    What is drawn is only how many and which, so that it is quickly drawn and shortly printed.
    """
    return st.builds(catalogue_of, st.integers(5, 40), st.integers(0, 2**32))


def catalogue_of(count: int, seed: int) -> Contents:
    """Return the contents of a council with so many activities, the same for the same seed."""
    random = Random(seed)
    return _contents_of([_activity(random, number) for number in range(count)])


@st.composite
def queries(draw: st.DrawFn) -> SearchQuery:
    """Return a query of values that those activities have, or that none has.

    It asks for four things at the most, so that it often finds some.
    """
    names = draw(st.lists(st.sampled_from(sorted(_ASKED)), unique=True, max_size=4))
    return SearchQuery(
        text=draw(st.just("") | texts()),
        near=draw(st.sampled_from(("", "ME14 1XQ"))),
        miles=draw(st.none() | st.sampled_from((1, 30))),
        sort=draw(st.sampled_from(Sort)),
        **{name: draw(_ASKED[name]) for name in names},
    )


def documents() -> st.SearchStrategy[list[dict[str, str]]]:
    """Return the documents of an index, in which words stand never, once or often, in any text."""
    written = st.lists(st.sampled_from(TEXT_WORDS), max_size=12).map(" ".join)
    slugs = st.lists(st.sampled_from(INTERESTS), max_size=3).map(" ".join)
    document = st.fixed_dictionaries(
        {}, optional=dict.fromkeys(TEXT_FIELDS, written) | {SLUG_FIELD: slugs}
    )
    return st.lists(document, max_size=25)


def texts() -> st.SearchStrategy[str]:
    """Return a few words that a person may type."""
    return st.lists(st.sampled_from(_TYPED), max_size=3).map(" ".join)


def ideas() -> st.SearchStrategy[Idea]:
    """Return an idea as no text may hold it: any words, interests and choices together."""
    phrases = st.lists(st.sampled_from(STEMS), min_size=1, max_size=3).map(tuple)
    return st.builds(
        Idea,
        phrase=phrases,
        same=st.lists(phrases, max_size=4).map(tuple),
        interests=st.lists(
            st.tuples(st.sampled_from((*INTERESTS, "zebras")), st.sampled_from((1.0, 0.5, 0.75))),
            max_size=3,
        ).map(tuple),
        choices=st.lists(st.sampled_from(_CHOICES), unique=True, max_size=3).map(tuple),
        is_weak=st.booleans(),
    )


def _few(values: tuple[Value, ...]) -> st.SearchStrategy[tuple[Value, ...]]:
    return st.lists(st.sampled_from(values), unique=True, max_size=2).map(tuple)


_ASKED: dict[str, st.SearchStrategy[Any]] = {
    "interests": _few(INTERESTS),
    "lots": _few(("1a", "2")),
    "days": _few((DayChoice.MON, DayChoice.TUE, DayChoice.WEEKDAY, DayChoice.WEEKEND)),
    "parts": _few(tuple(DayPart)),
    "modes": _few(tuple(Mode)),
    "needs": _few(_NEEDS),
    "support": _few(tuple(Support)),
    "groups": _few(("learning-disability", "older")),
    "age": st.sampled_from((17, 18, 30, 90)),
    "pay": _few((Pay.COUNCIL, Pay.SELF, Pay.FREE)),
    "max_cost_pence": st.sampled_from((0, 500, 2000)),
    "leads_to": _few((LeadsTo.VOLUNTEERING, LeadsTo.PAID_JOB)),
    "arrangements": _few((Arrangement.FRAMEWORK, Arrangement.GRANT)),
    "spaces": _few((SpaceState.SPACES, SpaceState.FULL)),
}


def _activity(random: Random, number: int) -> Activity:
    pick = random.choice

    def few(values: Sequence[Value]) -> tuple[Value, ...]:
        return tuple(random.sample(values, random.randint(0, 2)))

    def told(values: Sequence[Value]) -> tuple[Value, ...] | None:
        return pick((None, few(values)))

    def text() -> str:
        return " ".join(random.choices(_WORDS, k=random.randint(0, 3)))

    steps = told((LeadsTo.VOLUNTEERING, LeadsTo.PAID_JOB))
    space = pick((None, SpaceState.SPACES, SpaceState.FULL))
    return an_activity(
        f"activity-{number:02}",
        provider_id=ProviderId(pick(("example-running", *_PROVIDERS))),
        name=f"Example {text()}",
        summary=text(),
        about=(text(),),
        interests=tuple(random.sample(INTERESTS, random.randint(1, len(INTERESTS)))),
        status=pick((ActivityStatus.ACTIVE, *ActivityStatus)),
        lots=few(("1a", "2")),
        modes=told(tuple(Mode)),
        sessions=tuple(a_session(pick(_DAYS), *pick(_TIMES)) for _ in range(random.randint(0, 3))),
        places=tuple(
            a_place(point=pick(_POINTS), area=pick(_AREAS), town="Exampleton")
            for _ in range(random.randint(0, 2))
        ),
        prices=few(_PRICES),
        pay=told((Pay.COUNCIL, Pay.SELF, Pay.FREE)),
        needs={need: pick((True, False)) for need in _NEEDS if pick((True, False))},
        support=told(tuple(Support)),
        groups=told(("learning-disability", "older")),
        ages=pick((None, AgeRange(), AgeRange(youngest=18, oldest=25))),
        leads_to=None if steps is None else tuple(NextStep(kind=kind) for kind in steps),
        arrangement=pick((None, Arrangement.FRAMEWORK, Arrangement.GRANT)),
        availability=space and Availability(state=space, said_on=TODAY),
        serves=pick(((), (), ("north",), ("north", "south"))),
        checked_on=pick((None, date(2026, 11, 3), date(2025, 11, 20))),
    )


def _contents_of(activities: Sequence[Activity]) -> Contents:
    return some_contents(
        *activities,
        council=a_council(pay=(Pay.COUNCIL, Pay.SELF, Pay.FREE)),
        providers=tuple(a_provider(slug, status=status) for slug, status in _PROVIDERS.items()),
        interests=tuple(an_interest(slug) for slug in INTERESTS),
        synonyms=(
            SynonymSet(words=("swim", "pool")),
            SynonymSet(words=("day centre", "day service")),
            SynonymSet(words=("free", "no charge"), choice=("pay", "free")),
            SynonymSet(words=("monday",), choice=("day", "mon")),
            SynonymSet(words=("weekend",), choice=("day", "weekend")),
            SynonymSet(words=("morning",), choice=("part", "morning")),
            SynonymSet(words=("evening", "night"), choice=("part", "evening")),
            SynonymSet(words=("come to me",), choice=("mode", "at-home")),
        ),
        fillers=("somewhere to go", "please"),
    )
