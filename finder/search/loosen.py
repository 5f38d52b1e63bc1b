"""Find a way on when little or nothing was found. No search ends in an empty page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from finder.domain.place import Whereabouts
from finder.domain.query import SearchQuery
from finder.domain.vocabulary import Mode
from finder.search.find import Searchable, find

MOST_WAYS = 5
# What a person asks of the helpers and of the council, besides what the building must have.
_HELP = ("support", "groups", "age", "leads_to", "lots", "arrangements", "spaces")


class Way(StrEnum):
    """A way to ask for a little less, or for something like it."""

    ANY_DISTANCE = "any-distance"
    ANY_DAY = "any-day"
    ANY_TIME = "any-time"
    ANY_COST = "any-cost"
    ANY_SUPPORT = "any-support"
    FEWER_NEEDS = "fewer-needs"
    ONLINE = "online"
    NOT_THESE_WORDS = "not-these-words"
    LIKE_IT = "like-it"
    SAME_DAY = "same-day"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loosened:
    """Another query, how it was loosened, and how many it finds."""

    way: Way
    query: SearchQuery
    total: int


def loosen(
    searchable: Searchable,
    query: SearchQuery,
    *,
    whereabouts: Whereabouts | None,
    today: date,
) -> tuple[Loosened, ...]:
    """Return at most five other queries that find something, the closest first.

    The last of them is everything that there is, unless the query asks for that itself.
    """
    everything = SearchQuery(near=query.near, sort=query.sort, language=query.language)
    ways: dict[SearchQuery, Way] = {}
    for way, other in _other_queries(query, _beside(searchable, query), everything):
        ways.setdefault(other, way)
    # Whatever else leads to everything is called by that name, and comes last.
    ways.pop(everything, None)
    ways[everything] = Way.EVERYTHING
    # Another page of the same query is no other query.
    ways.pop(query.with_(), None)
    loosened = []
    for other, way in ways.items():
        total = find(searchable, other, whereabouts=whereabouts, today=today).total
        if total:
            loosened.append(Loosened(way=way, query=other, total=total))
    return (*loosened[:-1][: MOST_WAYS - 1], *loosened[-1:])


def _beside(searchable: Searchable, query: SearchQuery) -> tuple[str, ...]:
    """Return the other interests under the same reasons as those asked for."""
    reasons = {searchable.reasons[slug] for slug in query.interests}
    return tuple(
        slug
        for slug, reason in searchable.reasons.items()
        if reason in reasons and slug not in query.interests
    )


def _other_queries(
    query: SearchQuery, similar: tuple[str, ...], everything: SearchQuery
) -> Iterator[tuple[Way, SearchQuery]]:
    yield Way.ANY_DISTANCE, query.without("miles")
    yield Way.ANY_TIME, query.without("parts")
    yield Way.ANY_DAY, query.without("days", "parts")
    yield Way.ANY_COST, query.without("max_cost_pence", "pay")
    yield Way.ANY_SUPPORT, query.without(*_HELP)
    yield Way.FEWER_NEEDS, query.without("needs", *_HELP)
    yield Way.ONLINE, query.without("miles").with_(modes=(Mode.ONLINE,))
    if similar:
        yield Way.LIKE_IT, query.without("text").with_(interests=similar)
    if query.days or query.parts:
        own = {"days": query.days, "parts": query.parts}
        yield Way.SAME_DAY, everything.with_(**own)
    yield Way.NOT_THESE_WORDS, query.without("text")
