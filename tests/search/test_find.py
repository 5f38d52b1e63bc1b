"""What a query finds, and in what order."""

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finder.catalogue.contents import Contents
from finder.domain.activity import Activity
from finder.domain.provider import ProviderId
from finder.domain.query import SearchQuery
from finder.domain.vocabulary import (
    ActivityStatus,
    Day,
    DayChoice,
    DayPart,
    Mode,
    Need,
    ProviderStatus,
    Sort,
    Support,
)
from finder.search.columns import Kind
from finder.search.find import PAGE_LENGTH, Answer, Hit, Note, Searchable, find
from finder.search.ordering import COMING_MILES, HALF_MATCH_MILES, STALE_MATCH
from tests.builders import (
    ASHFORD,
    TODAY,
    a_place,
    a_provider,
    a_session,
    an_activity,
    an_online_place,
    some_contents,
)
from tests.search.opened import AT_MAIDSTONE, ids_of, opened
from tests.search.oracle import Oracle, cheapest_of
from tests.search.strategies import STOCKPORT, catalogues, queries
from tests.strategies import search_queries

OLD = date(2025, 11, 20)
TO_ASHFORD = 17.69


def ask(searchable: Searchable, query: SearchQuery) -> Answer:
    """Find what a query asks for, from Maidstone when it says where the person is."""
    whereabouts = AT_MAIDSTONE if query.near else None
    return find(searchable, query, whereabouts=whereabouts, today=TODAY)


@contextmanager
def answering(*activities: Activity) -> Iterator[Callable[..., Answer]]:
    """Open a search of the activities, to be asked by a query's fields."""
    with opened(some_contents(*activities)) as searchable:
        yield lambda **fields: ask(searchable, SearchQuery(**fields))


@settings(deadline=None, max_examples=25)
@given(catalogues(), st.lists(queries(), min_size=5, max_size=5))
def test_a_search_finds_and_counts_what_a_plain_one_does(
    contents: Contents, asked: list[SearchQuery]
) -> None:
    oracle = Oracle(contents, TODAY)
    with opened(contents) as searchable:
        for query in asked:
            whereabouts = AT_MAIDSTONE if query.near else None
            expected = oracle.find(query, whereabouts)

            answer = ask(searchable, query)

            assert len(answer.hits) == answer.total
            assert {hit.activity_id for hit in answer.hits if hit.is_sure} == expected.sure
            assert {hit.activity_id for hit in answer.hits if not hit.is_sure} == expected.not_told
            assert {hit.activity_id for hit in answer.hits if not hit.missed} == expected.every_word
            assert (answer.total, answer.sure) == (len(expected.found), len(expected.sure))
            assert {
                kind: {choice.value: (choice.total, choice.sure) for choice in choices}
                for kind, choices in answer.choices.items()
            } == oracle.count(query, whereabouts)


@settings(deadline=None, max_examples=20)
@given(catalogues(), st.lists(queries(), min_size=8, max_size=8))
def test_the_order_keeps_its_laws(contents: Contents, asked: list[SearchQuery]) -> None:
    activities = {str(each.activity_id): each for each in contents.activities}
    with opened(contents) as searchable:
        for query in asked:
            answer = ask(searchable, query)

            ranks = [_rank(hit, activities[hit.activity_id], query) for hit in answer.hits]
            assert ranks == sorted(ranks)
            assert all(
                _match(second) <= _match(first) + 1e-5
                for (first, rank), (second, next_rank) in pairwise(
                    zip(answer.hits, ranks, strict=True)
                )
                if query.sort is Sort.BEST and rank == next_rank
            )
            assert ask(searchable, query).hits == answer.hits


def _rank(hit: Hit, activity: Activity, query: SearchQuery) -> tuple[object, ...]:
    """Return what comes before the match in an order, or the whole of an order without one."""
    far = float("inf") if hit.miles is None else hit.miles
    if query.sort is Sort.NAME:
        return (not hit.is_sure, activity.name.casefold())
    if query.sort is Sort.NEAR and query.near:
        return (not hit.is_sure, far, hit.missed or 0, activity.name.casefold())
    if query.sort is Sort.COST:
        pence = cheapest_of(activity, TODAY)
        return (not hit.is_sure, pence is None, pence or 0, activity.name.casefold())
    if query.sort is Sort.CHECKED:
        return (not hit.is_sure, _days_since(activity.checked_on), activity.name.casefold())
    placeless = query.near != "" and hit.miles is None and not hit.is_coming
    return (not hit.is_sure, hit.missed or 0, placeless)


def _match(hit: Hit) -> float:
    far = hit.miles or 0.0
    if hit.is_coming:
        far = COMING_MILES if hit.miles is None else min(hit.miles, COMING_MILES)
    return hit.score * (STALE_MATCH if hit.is_stale else 1.0) / (1 + far / HALF_MATCH_MILES)


def _days_since(checked_on: date | None) -> float:
    return float("inf") if checked_on is None else (TODAY - checked_on).days


@settings(deadline=None, max_examples=15)
@given(
    catalogues(),
    st.lists(queries(), min_size=6, max_size=6),
    st.integers(0, 30),
    st.integers(0, 45),
)
def test_any_part_of_the_results_is_a_part_of_all(
    contents: Contents, asked: list[SearchQuery], start: int, stop: int
) -> None:
    with opened(contents) as searchable:
        for query in asked:
            answer = ask(searchable, query)
            pages = [answer.page(number) for number in range(1, answer.pages + 1)]

            assert ask(searchable, query).slice(start, stop) == answer.hits[start:stop]
            assert tuple(hit for page in pages for hit in page) == answer.hits
            assert all(0 < len(page) <= PAGE_LENGTH for page in pages) or answer.total == 0


@settings(deadline=None, max_examples=15)
@given(catalogues(), st.lists(queries(), min_size=6, max_size=6))
def test_what_is_kept_of_earlier_questions_changes_no_answer(
    contents: Contents, asked: list[SearchQuery]
) -> None:
    with opened(contents) as searchable:
        # Each is asked after the others, again after itself, and as if it were the first.
        kept = [told_by(ask(searchable, query)) for query in asked]
        again = [told_by(ask(searchable, query)) for query in reversed(asked)]
        cold = []
        for query in asked:
            searchable.forget()
            cold.append(told_by(ask(searchable, query)))

    assert kept == again[::-1] == cold


def told_by(answer: Answer) -> tuple[object, ...]:
    """Return everything that an answer says, to be compared with another's."""
    counts = (answer.total, answer.sure, answer.with_every_word, answer.farther)
    words = (answer.ideas, answer.lost, answer.notes)
    return (answer.query, counts, words, answer.hits, dict(answer.choices))


@pytest.fixture(scope="module")
def small() -> Iterator[Searchable]:
    """A search of two activities, for tests that only ask."""
    activities = (an_activity(), an_activity("swim", interests=("swimming",)))
    with opened(some_contents(*activities)) as searchable:
        yield searchable


@settings(deadline=None, max_examples=100)
@given(query=search_queries())
def test_any_query_has_an_answer(small: Searchable, query: SearchQuery) -> None:
    answer = ask(small, query)

    assert 0 <= answer.sure <= answer.total <= 2


def test_what_does_not_run_is_never_found() -> None:
    hidden = [
        an_activity("paused", status=ActivityStatus.PAUSED),
        an_activity("ended", status=ActivityStatus.ENDED),
        an_activity("of-a-paused-provider", provider_id=ProviderId("example-paused")),
        an_activity("of-one-that-left", provider_id=ProviderId("example-left")),
        an_activity("of-nobody", provider_id=ProviderId("example-gone")),
    ]
    providers = (
        a_provider(),
        a_provider("example-gone", status=ProviderStatus.LEFT),
        a_provider("example-left", status=ProviderStatus.LEFT),
        a_provider("example-paused", status=ProviderStatus.PAUSED),
    )
    contents = some_contents(an_activity("running"), *hidden, providers=providers)

    with opened(contents) as searchable:
        found = [ids_of(ask(searchable, SearchQuery(text=text))) for text in ("", "cooking")]

    assert found == [["running"], ["running"]]


def test_a_hit_says_all_that_a_page_needs() -> None:
    session = a_session(Day.TUE)
    activity = an_activity(sessions=(session,), needs={Need.HOIST: True}, checked_on=OLD)
    with answering(activity) as answer_to:
        answer = answer_to(
            text="cooking zebra",
            days=(DayChoice.TUE,),
            needs=(Need.HOIST,),
            support=(Support.ONE_TO_ONE,),
            near="ME14 1XQ",
        )

    assert answer.hits == (
        Hit(
            number=0,
            activity_id="cooking-together",
            score=answer.hits[0].score,
            miles=0.0,
            is_sure=False,
            missed=0,
            is_stale=True,
            asked=(Kind.SUPPORT, Kind.NEED, Kind.DAY),
            not_told=(Kind.SUPPORT,),
        ),
    )
    assert answer.hits[0].why == (
        *("words:all", "support:not-told", "need:fits", "day:fits", "checked:old"),
    )
    assert answer.hits[0].score > 0


def test_without_words_every_hit_matches_alike() -> None:
    with answering(an_activity()) as answer_to:
        answer = answer_to()

    assert answer.hits == (
        Hit(
            number=0,
            activity_id="cooking-together",
            score=1.0,
            miles=None,
            is_sure=True,
            missed=None,
            is_stale=False,
        ),
    )
    assert answer.hits[0].why == ()
    assert (answer.notes, answer.farther, answer.whereabouts) == ((), 0, None)


@pytest.mark.parametrize(
    ("text", "notes", "found"),
    [
        pytest.param("cooking", (), ["cook"], id="a word that is there"),
        pytest.param("cooking zebra", (), ["cook"], id="one word that is nowhere"),
        pytest.param("cooking skating", (Note.SOME_WORDS,), ["cook"], id="one of two"),
        pytest.param("cooking sing", (Note.SOME_WORDS,), ["cook", "sing"], id="nothing has both"),
        pytest.param("zebra", (Note.NO_WORDS,), [], id="a word that is nowhere"),
        pytest.param("skating", (Note.NO_WORDS,), [], id="a word of what has ended"),
        pytest.param("the", (), ["cook", "sing"], id="nothing but a small word"),
        pytest.param("something to do", (), ["cook", "sing"], id="nothing but what says nothing"),
        pytest.param("🏊", (Note.NO_WORDS,), ["cook", "sing"], id="no word at all"),
        pytest.param("", (), ["cook", "sing"], id="nothing"),
    ],
)
def test_an_answer_says_what_became_of_the_words(
    text: str, notes: tuple[Note, ...], found: list[str]
) -> None:
    sing = an_activity("sing", name="Sing (example)", summary="You sing.", interests=("music",))
    ended = an_activity("skate", name="Skating", status=ActivityStatus.ENDED)
    contents = some_contents(an_activity("cook"), sing, ended, fillers=("something to do",))
    with opened(contents) as searchable:
        answer = ask(searchable, SearchQuery(text=text))

    assert (answer.notes, ids_of(answer)) == (notes, found)


def test_words_that_stand_nowhere_are_said() -> None:
    with answering(an_activity()) as answer_to:
        lost = {
            text: [idea.typed for idea in answer_to(text=text).lost]
            for text in ("cooking", "cooking quokka", "Quokkas wombat lunch", "quokka", "")
        }

    assert lost == {
        "cooking": [],
        "cooking quokka": ["quokka"],
        "Quokkas wombat lunch": ["quokkas", "wombat"],
        "quokka": ["quokka"],
        "": [],
    }


def test_every_word_comes_before_some_words() -> None:
    words = {"name": "Example", "summary": "You meet.", "interests": ("friends",)}
    activities = [
        an_activity("a-little", **{**words, "name": "Quiet quiet quiet"}),
        an_activity("both", **{**words, "about": ("It is quiet. There is lunch.",)}),
        an_activity("neither", **words),
    ]
    with answering(*activities) as answer_to:
        answer = answer_to(text="quiet lunch")

    assert [(hit.activity_id, hit.missed) for hit in answer.hits] == [("both", 0), ("a-little", 2)]
    assert answer.notes == (Note.THEN_SOME_WORDS,)
    assert (answer.total, answer.with_every_word) == (2, 1)


def test_a_name_counts_more_than_an_interest_and_that_more_than_the_rest() -> None:
    words = {"name": "Example", "summary": "You meet.", "interests": ("friends",)}
    activities = [
        an_activity("in-about", **{**words, "about": ("There is gardening too.",)}),
        an_activity("in-interest", **{**words, "interests": ("gardening",)}),
        an_activity("in-name", **{**words, "name": "Gardening"}),
        an_activity("in-summary", **{**words, "summary": "You do gardening."}),
    ]
    with answering(*activities) as answer_to:
        answer = answer_to(text="gardening")

    # An interest is found by its slug and by its label, so both count.
    assert set(ids_of(answer)[:2]) == {"in-name", "in-interest"}
    assert ids_of(answer)[2:] == ["in-summary", "in-about"]


def test_the_nearest_of_several_places_counts() -> None:
    far, near, none = (
        a_place("far", point=STOCKPORT),
        a_place("near", point=ASHFORD),
        a_place("none", point=None),
    )
    with answering(an_activity(places=(far, none, near))) as answer_to:
        within = [answer_to(near="ME14 1XQ", miles=miles) for miles in (17, 18)]

    assert [(answer.total, answer.farther, answer.notes) for answer in within] == [
        (0, 1, (Note.FARTHER,)),
        (1, 0, ()),
    ]
    assert within[1].hits[0].miles == pytest.approx(TO_ASHFORD, abs=0.01)


def test_a_limit_of_miles_keeps_what_needs_no_travelling() -> None:
    far = (a_place(point=STOCKPORT),)
    activities = [
        an_activity("at-home", modes=(Mode.AT_HOME,), places=()),
        an_activity("at-home-and-far", modes=(Mode.AT_HOME, Mode.IN_PERSON), places=far),
        an_activity("far", places=far),
        an_activity("near"),
        an_activity("no-place", places=(), modes=None),
        an_activity("online", modes=(Mode.ONLINE,), places=(an_online_place(),)),
        an_activity("online-and-far", modes=(Mode.ONLINE, Mode.IN_PERSON), places=far),
        an_activity("unknown-postcode", places=(a_place(point=None),)),
    ]
    with answering(*activities) as answer_to:
        answer = answer_to(near="ME14 1XQ", miles=5)

    assert [(hit.activity_id, hit.not_told) for hit in answer.hits] == [
        ("near", ()),
        ("online-and-far", ()),
        ("online", ()),
        ("at-home-and-far", (Kind.NEAR,)),
        ("at-home", (Kind.NEAR,)),
        ("no-place", (Kind.NEAR,)),
        ("unknown-postcode", (Kind.NEAR,)),
    ]
    assert (answer.total, answer.sure, answer.farther) == (7, 3, 1)


@pytest.mark.parametrize("sort", [Sort.BEST, Sort.NEAR])
def test_what_has_no_place_comes_last_and_is_not_lost(sort: Sort) -> None:
    activities = [
        an_activity("a-online", modes=(Mode.ONLINE,), places=(an_online_place(),)),
        an_activity("b-far", places=(a_place(point=STOCKPORT),), checked_on=OLD),
        an_activity("c-no-point", places=(a_place(point=None),)),
        an_activity("d-near", places=(a_place(point=ASHFORD),)),
    ]
    with answering(*activities) as answer_to:
        answer = answer_to(near="ME14 1XQ", text="cooking", sort=sort)

    assert ids_of(answer) == ["d-near", "b-far", "a-online", "c-no-point"]


def test_ties_are_broken_by_distance_and_then_by_name() -> None:
    at_ashford = (a_place(point=ASHFORD),)
    activities = [
        an_activity("a", name="Zebras", places=at_ashford),
        an_activity("b", name="apples", places=at_ashford),
        an_activity("c", name="Apples", places=at_ashford),
        an_activity("d", name="Zebras"),
        an_activity("e", name="Bees"),
    ]
    with answering(*activities) as answer_to:
        orders = {
            (sort, near): ids_of(answer_to(sort=sort, near=near))
            for sort in Sort
            for near in ("", "ME14 1XQ")
        }

    by_name, by_distance = ["b", "c", "e", "a", "d"], ["e", "d", "b", "c", "a"]
    assert orders == {
        (Sort.BEST, ""): by_name,
        (Sort.BEST, "ME14 1XQ"): by_distance,
        (Sort.NEAR, ""): by_name,
        (Sort.NEAR, "ME14 1XQ"): by_distance,
        **{
            (sort, near): by_name
            for sort in (Sort.NAME, Sort.COST, Sort.CHECKED)
            for near in ("", "ME14 1XQ")
        },
    }


def test_an_old_entry_sinks_below_fresh_ones() -> None:
    activities = [
        an_activity("a", checked_on=None),
        an_activity("b", checked_on=OLD),
        an_activity("c", checked_on=date(2025, 11, 21)),
        an_activity("d"),
    ]
    with answering(*activities) as answer_to:
        assert ids_of(answer_to(text="cooking")) == ["c", "d", "a", "b"]
        assert ids_of(answer_to(sort=Sort.NAME)) == ["a", "b", "c", "d"]


def test_what_is_not_told_comes_after_what_fits() -> None:
    activities = [
        an_activity("a-not-told", support=None),
        an_activity("b-does-not", support=(Support.LARGE_GROUP,)),
        an_activity("c-does", support=(Support.SMALL_GROUP,), checked_on=OLD),
    ]
    with answering(*activities) as answer_to:
        orders = [
            ids_of(answer_to(support=(Support.SMALL_GROUP,), sort=sort, near="ME14 1XQ"))
            for sort in Sort
        ]

    assert orders == [["c-does", "a-not-told"]] * len(Sort)


def test_day_and_part_have_to_be_the_same_session() -> None:
    apart = (a_session(Day.MON, "10:00", "12:00"), a_session(Day.TUE, "18:00", "20:00"))
    with answering(an_activity(sessions=apart)) as answer_to:
        totals = {
            (day, part): answer_to(days=(DayChoice(day),), parts=(part,)).total
            for day in (Day.MON, Day.TUE)
            for part in (DayPart.MORNING, DayPart.EVENING)
        }

    assert totals == {
        (Day.MON, DayPart.MORNING): 1,
        (Day.MON, DayPart.EVENING): 0,
        (Day.TUE, DayPart.MORNING): 0,
        (Day.TUE, DayPart.EVENING): 1,
    }


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (5, 1), (6, 2), (10, 2), (11, 3)])
def test_results_fill_whole_pages(count: int, pages: int) -> None:
    with answering(*(an_activity(f"activity-{number}") for number in range(count))) as answer_to:
        assert [answer_to().pages, answer_to(text="zebra").pages] == [pages, 1]


def test_pages_hold_five_each() -> None:
    activities = [an_activity(f"activity-{number}") for number in range(PAGE_LENGTH + 2)]
    with answering(*activities) as answer_to:
        answer = answer_to()

    pages = [[hit.activity_id for hit in answer.page(number)] for number in (1, 2, 3)]
    assert pages == [ids_of(answer)[:5], ids_of(answer)[5:], []]
    assert answer.pages == 2


def test_threads_that_search_at_once_do_not_disturb_each_other() -> None:
    # Words that a Whoosh reader has to look up in different parts of its one file.
    words = ["cooking", "music", "garden walk", "swim pool", "lunch friends", "animals farm"]
    activities = [
        an_activity(f"activity-{number:03}", name=f"{words[number % 6]} {words[number % 5]}")
        for number in range(300)
    ]
    usual = sys.getswitchinterval()
    with answering(*activities) as answer_to, ThreadPoolExecutor(4) as threads:
        alone = [answer_to(text=text).hits for text in words]
        sys.setswitchinterval(1e-5)
        try:
            together = list(threads.map(lambda text: answer_to(text=text).hits, words * 10))
        finally:
            sys.setswitchinterval(usual)

    assert together == alone * 10
