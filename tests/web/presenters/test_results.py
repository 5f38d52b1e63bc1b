from collections.abc import Callable
from typing import Any

import pytest

from finder.domain.activity import Activity, Helpers
from finder.domain.query import Ignored
from finder.domain.vocabulary import Day, Mode, Need, Pay, Support
from finder.geo.gazetteer import Gazetteer
from finder.search.columns import Kind
from finder.search.find import Hit
from finder.web.presenters.results import (
    Message,
    MessageLink,
    ResultsPage,
    ignored_message,
    make_messages,
    make_results,
    not_told_notes,
    place_message,
)
from tests.builders import TODAY, a_price, a_session, an_activity
from tests.web.presenters.conftest import QuestionOf

pytestmark = pytest.mark.usefixtures("english_page")

MANY = tuple(
    an_activity(f"cooking-{number:02}", name=f"Cooking {number:02}") for number in range(12)
)


def a_hit(**changes: Any) -> Hit:
    hit = Hit(
        number=0,
        activity_id="x",
        score=1,
        miles=None,
        is_sure=False,
        missed=None,
        is_stale=False,
    )
    return hit._replace(**changes)


# Times are told with days; every activity tells its interests and its lots.
TELLING = [kind for kind in Kind if kind not in (Kind.INTEREST, Kind.LOT, Kind.PART)]


ResultsOf = Callable[..., ResultsPage]


@pytest.fixture
def results_of(question_of: QuestionOf, gazetteer: Gazetteer) -> ResultsOf:
    """Ask for results, as the view does."""

    def make(address: str, *activities: Activity) -> ResultsPage:
        question = question_of(address, *activities)
        return make_results(
            question.catalogue,
            question.asked,
            question.ways,
            gazetteer=gazetteer,
            shortlist=None,
            today=TODAY,
        )

    return make


def test_the_first_page_leads_to_the_next(results_of: ResultsOf) -> None:
    page = results_of("", *MANY)

    assert (page.total, page.first, page.last, page.number, page.pages) == (12, 1, 5, 1, 3)
    assert [card.name for card in page.cards] == [activity.name for activity in MANY[:5]]
    assert (page.before_url, page.next_url) == ("", "/exampleshire/find?page=2")


def test_the_last_page_leads_back(results_of: ResultsOf) -> None:
    page = results_of("q=cooking&page=3", *MANY)

    assert (page.first, page.last, page.number) == (11, 12, 3)
    assert (page.before_url, page.next_url) == ("/exampleshire/find?q=cooking&page=2", "")


def test_a_page_beyond_the_last_is_the_last_and_says_so(results_of: ResultsOf) -> None:
    page = results_of("page=900", *MANY)

    assert (page.number, page.first, page.last) == (3, 11, 12)
    left_out = "We left out a part of the address that we do not know: page."
    assert page.messages == (Message(left_out),)


def test_the_ways_out_of_the_results(results_of: ResultsOf) -> None:
    page = results_of("q=cooking&lang=en-GB", an_activity())

    assert page.clear_url == "/exampleshire/find?lang=en-GB"
    assert page.views.all_choices == "/exampleshire/search?q=cooking&lang=en-GB"
    assert page.title.text == "cooking"
    assert [chip.value for chip in page.chips] == [
        *("cooking", "Anything", "Any place", "Any day", "Not asked")
    ]


def test_there_is_nothing_to_clear_where_nothing_was_chosen(results_of: ResultsOf) -> None:
    assert results_of("sort=name&page=1", an_activity()).clear_url == ""
    assert results_of("age=44", an_activity()).clear_url == "/exampleshire/find"


def test_those_that_may_fit_stand_apart_and_say_why(results_of: ResultsOf) -> None:
    sure = an_activity("sure", needs={Need.HOIST: True}, support=(Support.ONE_TO_ONE,))
    unsure = an_activity("unsure")
    refused = an_activity("refused", needs={Need.HOIST: False})

    page = results_of("need=hoist&support=1:1", sure, unsure, refused)

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


def test_cards_say_how_far_from_a_place_that_is_known(results_of: ResultsOf) -> None:
    exact = results_of("near=ME14 1XQ", an_activity())
    rough = results_of("near=ME14", an_activity())

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
        ("q=xyzzy", "We did not find the words “xyzzy”."),
        ("near=SK1 3XE&miles=5", "There is 1 more thing a little further away."),
        ("interest=xyzzy", "We left out a part of the address that we do not know: interest."),
    ],
)
def test_what_is_said_before_the_results(results_of: ResultsOf, address: str, message: str) -> None:
    said = [each.text for each in results_of(address, an_activity()).messages]

    assert message in said


def test_words_that_nothing_has_together_are_told(results_of: ResultsOf) -> None:
    sing = an_activity("sing", name="Sing with us", summary="You sing.", interests=("music",))

    (message,) = results_of("q=cooking sing", an_activity(), sing).messages

    assert message.text == "Nothing has all of your words. These have some of them."


def test_what_is_further_away_can_be_shown_too(results_of: ResultsOf) -> None:
    (message,) = results_of("q=cooking&near=SK1 3XE&miles=5", an_activity()).messages

    url = "/exampleshire/find?q=cooking&near=SK1+3XE"
    assert message == Message(
        "There is 1 more thing a little further away.",
        (MessageLink(label="Show them all", url=url),),
    )


def test_messages_stay_on_the_page_that_says_them(question_of: QuestionOf) -> None:
    asked = question_of("near=SK1 3XE&miles=5&page=2", an_activity()).asked

    messages = make_messages(asked, "exampleshire", endpoint="everything.show", pages=2)

    assert [[link.url for link in message.links] for message in messages] == [
        ["/exampleshire/search?near=SK1+3XE"]
    ]


def test_a_suggestion_says_what_is_different_and_how_many_it_finds(results_of: ResultsOf) -> None:
    swim = an_activity("swim", interests=("swimming",), sessions=(a_session(Day.SAT),))
    page = results_of("interest=cooking&day=sun", an_activity(), swim)

    assert page.total == 0
    assert [(each.label, each.hint, each.url) for each in page.suggestions] == [
        ("The same, on another day", "1 thing", "/exampleshire/find?interest=cooking"),
        ("Everything", "2 things", "/exampleshire/find"),
    ]


@pytest.mark.parametrize("kind", TELLING)
def test_each_choice_that_nobody_told_about_has_a_sentence(kind: Kind) -> None:
    hit = a_hit(not_told=(kind,))

    assert len(not_told_notes(hit)) == 1


def test_untold_things_are_named_for_every_kind_of_choice(results_of: ResultsOf) -> None:
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

    page = results_of(address, untold, an_activity(modes=(Mode.IN_PERSON,), pay=(Pay.NHS,)))

    assert len(page.unsure_cards[0].notes) == 7
