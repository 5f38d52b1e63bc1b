"""Whole catalogues and the queries that people could make of them."""

from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from hypothesis import strategies as st

from finder.catalogue.contents import Contents
from finder.domain.activity import Activity, ActivityId, AgeRange, NextStep, Price, Session
from finder.domain.place import Place, Point
from finder.domain.provider import ProviderId
from finder.domain.query import SearchQuery
from finder.domain.vocabulary import (
    ActivityStatus,
    Day,
    DayChoice,
    DayPart,
    LeadsTo,
    Mode,
    Need,
    Pay,
    ProviderStatus,
    Sort,
    Support,
)
from finder.domain.words import SynonymSet
from tests.builders import (
    ASHFORD,
    MAIDSTONE,
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
_WORDS = ("swim", "swimming", "pool", "cooking", "café", "day centre", "free", "friends", "quiet")
_TYPED = (*_WORDS, "cafe", "day", "day services", "no charge", "the", "zebra", "1")


def catalogues() -> st.SearchStrategy[Contents]:
    """Return the contents of a council with 5 to 40 activities, each field told or not told."""
    return st.integers(5, 40).flatmap(_catalogues_of)


def _catalogues_of(count: int) -> st.SearchStrategy[Contents]:
    return st.lists(_activities(), min_size=count, max_size=count).map(_contents_of)


@st.composite
def queries(draw: st.DrawFn) -> SearchQuery:
    """Return a query of values that those activities have, or that none has.

    It asks for four things at the most, so that it often finds some.
    """
    names = draw(st.lists(st.sampled_from(sorted(_ASKED)), unique=True, max_size=4))
    return SearchQuery(
        text=draw(st.just("") | st.lists(st.sampled_from(_TYPED), max_size=3).map(" ".join)),
        near=draw(st.sampled_from(("", "ME14 1XQ"))),
        miles=draw(st.none() | st.sampled_from((1, 30))),
        sort=draw(st.sampled_from(Sort)),
        **{name: draw(_ASKED[name]) for name in names},
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
}


def _told(values: tuple[Value, ...]) -> st.SearchStrategy[tuple[Value, ...] | None]:
    return st.none() | _few(values)


def _texts(longest: int = 3) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(_WORDS), max_size=longest).map(" ".join)


def _activities() -> st.SearchStrategy[Activity]:
    return st.builds(
        an_activity,
        provider_id=st.sampled_from(("example-running", *_PROVIDERS)).map(ProviderId),
        name=_texts().map("Example {}".format),
        summary=_texts(),
        about=_texts().map(lambda text: (text,)),
        interests=st.lists(st.sampled_from(INTERESTS), unique=True, min_size=1).map(tuple),
        status=st.sampled_from((ActivityStatus.ACTIVE, *ActivityStatus)),
        lots=_few(("1a", "2")),
        modes=_told(tuple(Mode)),
        sessions=st.lists(_sessions(), max_size=3).map(tuple),
        places=st.lists(_places(), max_size=2).map(tuple),
        prices=st.lists(_prices(), max_size=2).map(tuple),
        pay=_told((Pay.COUNCIL, Pay.SELF, Pay.FREE)),
        needs=st.dictionaries(st.sampled_from(_NEEDS), st.booleans()),
        support=_told(tuple(Support)),
        groups=_told(("learning-disability", "older")),
        ages=st.sampled_from((None, AgeRange(), AgeRange(youngest=18, oldest=25))),
        leads_to=_told((LeadsTo.VOLUNTEERING, LeadsTo.PAID_JOB)).map(_steps),
        checked_on=st.sampled_from((None, date(2026, 11, 3), date(2025, 11, 20))),
    )


def _sessions() -> st.SearchStrategy[Session]:
    times = (("", ""), ("10:00", "12:00"), ("11:00", "14:00"), ("18:00", ""))
    days = (None, Day.MON, Day.TUE, Day.SAT)
    return st.builds(
        lambda day, time: a_session(day, *time), st.sampled_from(days), st.sampled_from(times)
    )


def _places() -> st.SearchStrategy[Place]:
    points = st.sampled_from((None, MAIDSTONE, ASHFORD, STOCKPORT))
    return points.map(lambda point: a_place(point=point, town="Exampleton"))


def _prices() -> st.SearchStrategy[Price]:
    return st.sampled_from(
        (
            a_price(None),
            a_price(0),
            a_price(0, payers=(Pay.COUNCIL,)),
            a_price(5),
            a_price(20),
            a_price(4, valid_to=date(2026, 11, 20)),
            a_price(3, valid_from=date(2026, 11, 22)),
        )
    )


def _steps(kinds: tuple[LeadsTo, ...] | None) -> tuple[NextStep, ...] | None:
    return None if kinds is None else tuple(NextStep(kind=kind) for kind in kinds)


def _contents_of(activities: list[Activity]) -> Contents:
    numbered = [
        replace(activity, activity_id=ActivityId(f"activity-{number:02}"))
        for number, activity in enumerate(activities)
    ]
    return some_contents(
        *numbered,
        council=a_council(pay=(Pay.COUNCIL, Pay.SELF, Pay.FREE)),
        providers=tuple(a_provider(slug, status=status) for slug, status in _PROVIDERS.items()),
        interests=tuple(an_interest(slug) for slug in INTERESTS),
        synonyms=(
            SynonymSet(words=("swim", "pool")),
            SynonymSet(words=("day centre", "day service")),
            SynonymSet(words=("free", "no charge")),
        ),
    )
