"""The ways on when little or nothing was found."""

from contextlib import AbstractContextManager

from hypothesis import given, settings
from hypothesis import strategies as st

from finder.catalogue.contents import Contents
from finder.domain.query import SearchQuery
from finder.domain.vocabulary import (
    ActivityStatus,
    DayChoice,
    DayPart,
    Mode,
    Need,
    Pay,
    Sort,
    Support,
)
from finder.search.find import Searchable, find
from finder.search.loosen import MOST_WAYS, Loosened, Way, loosen
from tests.builders import TODAY, a_place, a_session, an_activity, an_interest, some_contents
from tests.search.opened import AT_MAIDSTONE, opened
from tests.search.strategies import STOCKPORT, catalogues, queries

EXAMPLES = some_contents(
    an_activity("cook", support=(Support.SMALL_GROUP,)),
    an_activity("sing", interests=("music",), places=(a_place(point=STOCKPORT),)),
    an_activity("swim", interests=("swimming",), modes=(Mode.ONLINE,), sessions=(a_session(),)),
    interests=(
        an_interest("cooking", group="learn"),
        an_interest("music", group="fun"),
        an_interest("drama", group="fun"),
        an_interest("swimming", group="move"),
    ),
)


def ways_from(searchable: Searchable, query: SearchQuery) -> tuple[Loosened, ...]:
    whereabouts = AT_MAIDSTONE if query.near else None
    return loosen(searchable, query, whereabouts=whereabouts, today=TODAY)


def examples() -> AbstractContextManager[Searchable]:
    return opened(EXAMPLES)


@settings(deadline=None, max_examples=15)
@given(catalogues(), st.lists(queries(), min_size=3, max_size=3))
def test_no_search_ends_in_an_empty_page(contents: Contents, asked: list[SearchQuery]) -> None:
    with opened(contents) as searchable:
        live = searchable.columns.live.bit_count()
        for query in asked:
            whereabouts = AT_MAIDSTONE if query.near else None
            everything = SearchQuery(near=query.near, sort=query.sort)

            ways = ways_from(searchable, query)

            assert len(ways) <= MOST_WAYS
            assert [way.total for way in ways] == [
                find(searchable, way.query, whereabouts=whereabouts, today=TODAY).total
                for way in ways
            ]
            assert all(way.total for way in ways)
            assert query not in [way.query for way in ways]
            assert len({way.query for way in ways}) == len(ways)
            if query != everything and live:
                assert ways[-1] == Loosened(way=Way.EVERYTHING, query=everything, total=live)


def test_each_way_asks_for_a_little_less() -> None:
    query = SearchQuery(
        text="zebra",
        interests=("music",),
        near="ME14 1XQ",
        miles=5,
        days=(DayChoice.SUN,),
        parts=(DayPart.EVENING,),
        needs=(Need.HOIST,),
        language="en-GB",
        sort=Sort.NAME,
        page=3,
    )
    with examples() as searchable:
        ways = ways_from(searchable, query)

    assert ways == (
        Loosened(
            way=Way.EVERYTHING,
            query=SearchQuery(near="ME14 1XQ", language="en-GB", sort=Sort.NAME),
            total=3,
        ),
    )


def test_the_closest_ways_come_first() -> None:
    query = SearchQuery(
        interests=("music",), near="ME14 1XQ", miles=5, pay=(Pay.NHS,), days=(DayChoice.MON,)
    )
    only_day = SearchQuery(interests=("cooking",), days=(DayChoice.SAT,))
    with examples() as searchable:
        found = {
            each: [(way.way, way.total) for way in ways_from(searchable, each)]
            for each in (
                only_day,
                SearchQuery(interests=("music",), near="ME14 1XQ", miles=5),
                SearchQuery(interests=("cooking",), pay=(Pay.NHS,)),
                SearchQuery(interests=("cooking",), support=(Support.ONE_TO_ONE,)),
                SearchQuery(interests=("cooking",), parts=(DayPart.EVENING,)),
                SearchQuery(interests=("swimming",), modes=(Mode.AT_HOME,)),
                SearchQuery(interests=("drama",)),
                SearchQuery(text="zebra", interests=("cooking",)),
                SearchQuery(text="zebra"),
                SearchQuery(modes=(Mode.AT_HOME,), days=(DayChoice.TUE,)),
                query,
            )
        }

    everything = (Way.EVERYTHING, 3)
    assert list(found.values()) == [
        [(Way.ANY_DAY, 1), everything],
        [(Way.ANY_DISTANCE, 1), everything],
        [(Way.ANY_COST, 1), everything],
        [(Way.ANY_SUPPORT, 1), everything],
        [(Way.ANY_TIME, 1), everything],
        [(Way.ONLINE, 1), everything],
        [(Way.LIKE_IT, 1), everything],
        [(Way.NOT_THESE_WORDS, 1), everything],
        [everything],
        [(Way.ONLINE, 1), (Way.SAME_DAY, 3), everything],
        [everything],
    ]


def test_at_most_five_ways_are_offered_and_the_last_is_everything() -> None:
    activities = [
        an_activity(name, interests=("music",), sessions=(), needs={Need.HOIST: True})
        for name in ("a", "b", "c")
    ]
    query = SearchQuery(
        interests=("music",),
        near="ME14 1XQ",
        miles=500,
        parts=(DayPart.EVENING,),
        days=(DayChoice.SUN,),
        pay=(Pay.COUNCIL,),
        support=(Support.ONE_TO_ONE,),
        needs=(Need.HOIST,),
    )
    with opened(some_contents(*activities)) as searchable:
        ways = [way.way for way in ways_from(searchable, query)]

    assert ways == [
        Way.ANY_DISTANCE,
        Way.ANY_TIME,
        Way.ANY_DAY,
        Way.ANY_COST,
        Way.EVERYTHING,
    ]


def test_a_query_for_everything_has_nothing_wider() -> None:
    with examples() as searchable:
        ways = [
            ways_from(searchable, query)
            for query in (SearchQuery(), SearchQuery(page=2), SearchQuery(sort=Sort.NAME))
        ]

    # What is online is something else, not something wider.
    online = [
        Loosened(way=Way.ONLINE, query=SearchQuery(modes=(Mode.ONLINE,), sort=sort), total=1)
        for sort in (Sort.BEST, Sort.BEST, Sort.NAME)
    ]
    assert ways == [(way,) for way in online]


def test_a_council_where_nothing_runs_has_no_way_on() -> None:
    contents = some_contents(an_activity(status=ActivityStatus.PAUSED))
    with opened(contents) as searchable:
        assert ways_from(searchable, SearchQuery(text="zebra")) == ()
