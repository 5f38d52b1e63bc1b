from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from finder.domain.activity import Activity, Helpers
from finder.domain.query import Ignored, SearchQuery
from finder.domain.vocabulary import Day, Mode, Need, Pay, Support
from finder.geo.gazetteer import Gazetteer
from finder.search.ask import ask
from finder.search.columns import Kind
from finder.search.find import Hit, Searchable
from finder.search.loosen import Loosened, Way, loosen
from finder.web.presenters.results import (
    ResultsPage,
    ignored_message,
    make_results,
    not_told_notes,
    place_message,
)
from tests.builders import TODAY, a_price, a_session, an_activity, some_contents
from tests.search.opened import opened
from tests.web.presenters.conftest import CatalogueOf

pytestmark = pytest.mark.usefixtures("english_page")

MANY = tuple(
    an_activity(f"cooking-{number:02}", name=f"Cooking {number:02}") for number in range(12)
)


# Times are told with days; every activity tells its interests and its lots.
TELLING = [kind for kind in Kind if kind not in (Kind.INTEREST, Kind.LOT, Kind.PART)]


class Asking:
    """Ask a page of results of some activities, as the view does."""

    def __init__(self, stack: ExitStack, catalogue_of: CatalogueOf, gazetteer: Gazetteer) -> None:
        self._stack, self._catalogue_of, self._gazetteer = stack, catalogue_of, gazetteer

    def of(self, address: str, *activities: Activity) -> ResultsPage:
        pairs = [pair.partition("=")[::2] for pair in address.split("&") if pair]
        searchable: Searchable = self._stack.enter_context(opened(some_contents(*activities)))
        asked = ask(
            searchable,
            SearchQuery.from_args(pairs),
            gazetteer=self._gazetteer,
            today=TODAY,
        )
        ways = loosen(searchable, asked.query, whereabouts=asked.look_up.whereabouts, today=TODAY)
        catalogue = self._catalogue_of(*activities)
        return make_results(catalogue, asked, ways, shortlist=None, today=TODAY)


@pytest.fixture
def results(catalogue_of: CatalogueOf, gazetteer: Gazetteer) -> Iterator[Asking]:
    """Ask for results."""
    with ExitStack() as stack:
        yield Asking(stack, catalogue_of, gazetteer)


def test_the_first_page_leads_to_the_next(results: Asking) -> None:
    page = results.of("", *MANY)

    assert (page.total, page.first, page.last, page.number, page.pages) == (12, 1, 5, 1, 3)
    assert [card.name for card in page.cards] == [activity.name for activity in MANY[:5]]
    assert (page.before_url, page.next_url) == ("", "/exampleshire/find?page=2")


def test_the_last_page_leads_back(results: Asking) -> None:
    page = results.of("q=cooking&page=3", *MANY)

    assert (page.first, page.last, page.number) == (11, 12, 3)
    assert (page.before_url, page.next_url) == ("/exampleshire/find?q=cooking&page=2", "")


def test_a_page_beyond_the_last_is_the_last_and_says_so(results: Asking) -> None:
    page = results.of("page=900", *MANY)

    assert (page.number, page.first, page.last) == (3, 11, 12)
    assert page.messages == ("We left out a part of the address that we do not know: page.",)


def test_the_ways_out_of_the_results(results: Asking) -> None:
    page = results.of("q=cooking&lang=en-GB", an_activity())

    assert page.clear_url == "/exampleshire/find?lang=en-GB"
    assert page.professional_url == "/exampleshire/search?q=cooking&lang=en-GB"
    assert page.title.text == "cooking"
    assert [chip.value for chip in page.chips] == [
        *("cooking", "Anything", "Any place", "Any day", "Not asked")
    ]


def test_those_that_may_fit_stand_apart_and_say_why(results: Asking) -> None:
    sure = an_activity("sure", needs={Need.HOIST: True}, support=(Support.ONE_TO_ONE,))
    unsure = an_activity("unsure")
    refused = an_activity("refused", needs={Need.HOIST: False})

    page = results.of("need=hoist&support=1:1", sure, unsure, refused)

    assert [card.activity_id for card in page.cards] == ["sure"]
    assert [(card.activity_id, card.notes) for card in page.unsure_cards] == [
        (
            "unsure",
            (
                "They did not tell us how many helpers there are.",
                "They did not tell us about all the help that you need.",
            ),
        )
    ]


def test_cards_say_how_far_from_a_place_that_is_known(results: Asking) -> None:
    exact = results.of("near=ME14 1XQ", an_activity())
    rough = results.of("near=ME14", an_activity())

    assert exact.cards[0].facts[1].detail == "Less than 1 mile from you."
    assert rough.cards[0].facts[1].detail.startswith("Very roughly")


@pytest.mark.parametrize(
    ("near", "message"),
    [
        ("", ""),
        ("ME14 1XQ", ""),
        ("Maidstone", ""),
        ("xyzzy", "We do not know the place “xyzzy”. Check how it is written."),
        ("ZZ1 1ZZ", "We do not know the postcode ZZ1 1ZZ. Check it."),
        ("ME14 1ZZ", "We do not know ME14 1ZZ. We used ME14 1. Distances are rough."),
    ],
)
def test_what_is_said_of_a_place(gazetteer: Gazetteer, near: str, message: str) -> None:
    assert place_message(gazetteer.look_up(near, council="kent"), near) == message


def test_what_was_left_out_is_said_once() -> None:
    ignored = [Ignored("day", "someday"), Ignored("colour", "red"), Ignored("day", "never")]

    assert ignored_message([]) == ""
    assert ignored_message(ignored) == (
        "We left out a part of the address that we do not know: day, colour."
    )


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("q=cooking xyzzy", "Nothing has all of your words. These have some of them."),
        ("q=xyzzy", "We did not find the words “xyzzy”."),
        ("near=SK1 3XE&miles=5", "There is 1 more thing a little further away."),
        ("interest=xyzzy", "We left out a part of the address that we do not know: interest."),
    ],
)
def test_what_is_said_before_the_results(results: Asking, address: str, message: str) -> None:
    assert message in results.of(address, an_activity()).messages


def test_a_suggestion_says_what_is_different_and_how_many_it_finds(results: Asking) -> None:
    swim = an_activity("swim", interests=("swimming",), sessions=(a_session(Day.SAT),))
    page = results.of("interest=cooking&day=sun", an_activity(), swim)

    assert page.total == 0
    assert [(each.label, each.hint, each.url) for each in page.suggestions] == [
        ("The same, on another day", "1 thing", "/exampleshire/find?interest=cooking"),
        ("Everything", "2 things", "/exampleshire/find"),
    ]


def test_things_like_it_name_three_interests(results: Asking) -> None:
    like_it, everything = results.of("interest=music", an_activity()).suggestions

    assert like_it.label == "Things like it: Animals, Cooking and Friends"
    assert everything.label == "Everything"


@pytest.mark.parametrize("way", Way)
def test_every_way_on_has_words_and_a_picture(catalogue_of: CatalogueOf, way: Way) -> None:
    from finder.web.presenters.results import _suggestion

    query = SearchQuery(interests=("cooking", "music"))
    suggestion = _suggestion(catalogue_of(), Loosened(way=way, query=query, total=2))

    assert suggestion.label
    assert suggestion.picture
    assert suggestion.hint == "2 things"


@pytest.mark.parametrize("kind", TELLING)
def test_each_choice_that_nobody_told_about_has_a_sentence(kind: Kind) -> None:
    hit = Hit(
        activity_id="x", score=1, miles=None, is_sure=False, every_word=True, not_told=(kind,)
    )

    assert len(not_told_notes(hit)) == 1


def test_untold_things_are_named_for_every_kind_of_choice(results: Asking) -> None:
    untold = an_activity(
        "untold",
        sessions=(),
        places=(),
        modes=None,
        prices=(a_price(None),),
        pay=None,
        helpers=Helpers(),
    )
    address = "day=mon&mode=online&pay=self&max_cost=5&age=30&who=older&leads_to=paid-job"

    page = results.of(address, untold, an_activity(modes=(Mode.IN_PERSON,), pay=(Pay.NHS,)))

    assert len(page.unsure_cards[0].notes) == 7
