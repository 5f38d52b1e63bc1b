from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from finder.domain.activity import Activity, Availability, Helpers, NextStep, Taster
from finder.domain.provider import Contact
from finder.domain.vocabulary import ActivityStatus, Day, LeadsTo, Need, SpaceState, Support
from finder.web.presenters.compare import (
    Answer,
    Comparison,
    Question,
    compare,
    key_of,
    make_compare_page,
)
from tests.builders import (
    TODAY,
    a_contact,
    a_place,
    a_provider,
    a_session,
    an_activity,
)
from tests.web.presenters.conftest import CatalogueOf
from tests.web.presenters.lists import all_listed

pytestmark = pytest.mark.usefixtures("english_page")

EVERY_QUESTION = [
    "when", "where", "cost", "helpers", "access", "travel", "try", "space", "next", "ask",
]  # fmt: skip


@pytest.fixture
def comparison_of(catalogue_of: CatalogueOf) -> Any:
    def compared(*activities: Activity, **overrides: Any) -> Comparison:
        listed = all_listed(catalogue_of(*activities, **overrides)).here
        return compare(listed, today=TODAY)

    return compared


def slugs(questions: Iterable[Question]) -> list[str]:
    return [question.slug for question in questions]


def said(questions: Iterable[Question], slug: str) -> list[tuple[str, list[str], dict[str, str]]]:
    """Return each answer to a question: the name, the sentences, and the yes and no."""
    question = next(each for each in questions if each.slug == slug)
    return [(answer.name, _words(answer), _needs(answer)) for answer in question.answers]


def _words(answer: Answer) -> list[str]:
    return [each.text for each in answer.sentences] + [answer.unknown] * bool(answer.unknown)


def _needs(answer: Answer) -> dict[str, str]:
    return {fact.title: fact.detail if fact.is_told else "?" for fact in answer.needs}


def test_two_that_are_the_same_differ_in_nothing(comparison_of: Any) -> None:
    result = comparison_of(an_activity("a", name="One"), an_activity("b", name="Two"))

    assert slugs(result.different) == []
    assert slugs(result.same) == EVERY_QUESTION
    assert said(result.same, "when") == [("", ["Tuesday, 10am to 12 noon."], {})]
    assert said(result.same, "try") == [("", ["Not told us yet. You can ask them."], {})]


def test_what_is_different_comes_with_the_answer_of_each(comparison_of: Any) -> None:
    result = comparison_of(
        an_activity("a", name="One"),
        an_activity("b", name="Two", sessions=(a_session(Day.FRI),)),
        an_activity("c", name="Three"),
    )

    assert slugs(result.different) == ["when"]
    assert "when" not in slugs(result.same)
    assert said(result.different, "when") == [
        ("One", ["Tuesday, 10am to 12 noon."], {}),
        ("Two", ["Friday, 10am to 12 noon."], {}),
        ("Three", ["Tuesday, 10am to 12 noon."], {}),
    ]


def test_what_nobody_told_differs_from_what_is_known_and_is_said(comparison_of: Any) -> None:
    result = comparison_of(
        an_activity("a", name="One", taster=Taster(offered=False)), an_activity("b", name="Two")
    )

    assert said(result.different, "try") == [
        ("One", ["No. But you can ask them about it."], {}),
        ("Two", ["Not told us yet. You can ask them."], {}),
    ]


def test_each_yes_and_no_is_by_itself_different_or_the_same(comparison_of: Any) -> None:
    result = comparison_of(
        an_activity("a", name="One", needs={Need.STEP_FREE: True, Need.HOIST: False}),
        an_activity("b", name="Two", needs={Need.STEP_FREE: True, Need.QUIET: True}),
    )

    assert said(result.different, "access") == [
        ("One", [], {"Hoist": "No", "A quiet room": "?"}),
        ("Two", [], {"Hoist": "?", "A quiet room": "Yes"}),
    ]
    assert said(result.same, "access") == [
        (
            "",
            [],
            {
                "No steps": "Yes",
                "Toilet for wheelchair users": "?",
                "Big toilet with a hoist and a bench": "?",
                "Hearing loop": "?",
                "Parking for blue badges": "?",
            },
        )
    ]


def test_help_that_only_one_tells_of_is_not_told_of_the_other(comparison_of: Any) -> None:
    support = (Support.SMALL_GROUP,)
    result = comparison_of(
        an_activity("a", name="One", support=support, needs={Need.MEDICATION: True}),
        an_activity("b", name="Two", support=support),
    )

    assert said(result.different, "helpers") == [
        ("One", [], {"Help with medicines": "Yes"}),
        ("Two", [], {"Help with medicines": "?"}),
    ]
    assert said(result.same, "helpers") == [("", ["A small group."], {})]


def test_words_and_needs_that_differ_stand_together(comparison_of: Any) -> None:
    result = comparison_of(
        an_activity("a", name="One", access_note="Ring the bell.", needs={Need.HOIST: True}),
        an_activity("b", name="Two", needs={Need.HOIST: False}),
    )

    assert said(result.different, "access") == [
        ("One", ["Ring the bell."], {"Hoist": "Yes"}),
        ("Two", [], {"Hoist": "No"}),
    ]
    assert said(result.same, "access")[0][1] == []


def test_where_nobody_told_of_getting_in_it_is_said_once(comparison_of: Any) -> None:
    result = comparison_of(an_activity("a"), an_activity("b"))

    assert said(result.same, "access") == [("", ["Not told us yet. You can ask them."], {})]


def test_a_space_that_was_told_on_another_day_is_the_same(comparison_of: Any) -> None:
    first, second = (
        Availability(state=SpaceState.SPACES, said_on=date(2026, 11, day)) for day in (3, 5)
    )

    result = comparison_of(
        an_activity("a", name="One", availability=first),
        an_activity("b", name="Two", availability=second),
    )

    assert said(result.same, "space") == [
        ("One", ["There is a space.", "They told us on 3 November 2026."], {}),
        ("Two", ["There is a space.", "They told us on 5 November 2026."], {}),
    ]


def test_what_people_go_on_to_is_compared(comparison_of: Any) -> None:
    steps = (NextStep(kind=LeadsTo.PAID_JOB, text="Two people work in a kitchen now."),)

    result = comparison_of(
        an_activity("a", name="One", leads_to=steps, goes_on_to=("b",)),
        an_activity("b", name="Two"),
    )

    assert said(result.different, "next") == [
        (
            "One",
            ["Get a paid job.", "Two people work in a kitchen now.", "You can go on to Two."],
            {},
        ),
        ("Two", ["Not told us yet. You can ask them."], {}),
    ]


def test_how_to_ask_is_compared_and_may_be_unknown(comparison_of: Any) -> None:
    own = Contact(phone="01632 960 299")
    result = comparison_of(
        an_activity("a", name="One", contact=own),
        an_activity("b", name="Two"),
        providers=(a_provider(contact=a_contact(phone="", email="")),),
    )

    question = next(each for each in result.different if each.slug == "ask")
    assert question.answers == (
        Answer(name="One", contact=own),
        Answer(name="Two", unknown="Not told us yet. Phone us, and we will find out."),
    )


def test_two_that_tell_no_way_to_ask_are_the_same(comparison_of: Any) -> None:
    nothing, hours = a_contact(phone="", email=""), Contact(hours="9 to 5")
    result = comparison_of(
        an_activity("a"), an_activity("b", contact=hours), providers=(a_provider(contact=nothing),)
    )

    assert said(result.same, "ask") == [
        ("", ["Not told us yet. Phone us, and we will find out."], {})
    ]


def test_each_has_a_head_that_leads_to_its_page(comparison_of: Any) -> None:
    result = comparison_of(
        an_activity("a", name="One", status=ActivityStatus.PAUSED),
        an_activity("b", name="Two", places=(a_place(outside="Medway Council"),)),
    )

    heads = [(head.url, head.name, head.provider, head.notes) for head in result.heads]
    assert heads == [
        (
            "/exampleshire/activities/a",
            "One",
            "Example Green Door",
            ("This does not run now.",),
        ),
        (
            "/exampleshire/activities/b",
            "Two",
            "Example Green Door",
            ("This is in Medway Council. It is on the list of Exampleshire Council.",),
        ),
    ]


def test_helpers_are_compared(comparison_of: Any) -> None:
    result = comparison_of(
        an_activity("a", name="One", helpers=Helpers(helpers=1, people=4)),
        an_activity("b", name="Two"),
    )

    assert said(result.different, "helpers") == [
        ("One", ["There is 1 helper for 4 people."], {}),
        ("Two", ["Not told us yet. You can ask them."], {}),
    ]


FOUR = [an_activity(each, name=each.upper()) for each in "abcd"]


def test_two_or_three_that_are_picked_are_compared(catalogue_of: CatalogueOf) -> None:
    listed = all_listed(catalogue_of(*FOUR)).here
    picked = ["exampleshire:d", "exampleshire:a", "exampleshire:a"]

    page = make_compare_page(listed, picked, was_sent=True, today=TODAY)

    assert page.comparison == compare([listed[0], listed[3]], today=TODAY)
    assert not page.has_left_out


@pytest.mark.parametrize(
    ("picked", "was_sent", "problem"),
    [
        pytest.param("", False, "", id="nothing yet"),
        pytest.param("", True, "Pick 2 or 3 things first.", id="none"),
        pytest.param("b", True, "You picked 1 thing. Pick 1 or 2 more.", id="one"),
        pytest.param("b", False, "You picked 1 thing. Pick 1 or 2 more.", id="a link with one"),
        pytest.param("abcd", True, "You picked 4 things. Pick 3 at the most.", id="four"),
    ],
)
def test_otherwise_it_is_said_how_many_to_pick(
    catalogue_of: CatalogueOf, picked: str, was_sent: bool, problem: str
) -> None:
    listed = all_listed(catalogue_of(*FOUR)).here
    keys = [f"exampleshire:{each}" for each in picked]

    page = make_compare_page(listed, keys, was_sent=was_sent, today=TODAY)

    assert (page.comparison, page.problem) == (None, problem)
    assert [choice.key for choice in page.choices] == [key_of(each) for each in listed]
    assert [choice.key for choice in page.choices if choice.is_chosen] == keys


def test_where_there_is_no_choice_all_are_ticked(catalogue_of: CatalogueOf) -> None:
    listed = all_listed(catalogue_of(*FOUR[:3])).here

    page = make_compare_page(listed, [], was_sent=False, today=TODAY)

    assert [choice.is_chosen for choice in page.choices] == [True, True, True]


def test_what_is_not_on_the_list_is_left_out_and_said(catalogue_of: CatalogueOf) -> None:
    listed = all_listed(catalogue_of(*FOUR)).here
    picked = ["exampleshire:a", "kent:b", "exampleshire:c", "<script>"]

    page = make_compare_page(listed, picked, was_sent=True, today=TODAY)

    assert page.has_left_out
    assert page.comparison == compare([listed[0], listed[2]], today=TODAY)
