import pytest

from finder.domain.query import SearchQuery
from finder.domain.vocabulary import Day, DayChoice, DayPart, Mode, Need, Support
from finder.search.find import Answer, find
from finder.web.presenters.questions import (
    MOST_ANSWERS,
    STEPS,
    Option,
    help_options,
    interest_options,
    make_chips_so_far,
    next_address,
    place_options,
    things,
    when_options,
)
from tests.builders import (
    TODAY,
    a_council,
    a_session,
    an_activity,
    an_interest,
    an_online_place,
    some_contents,
)
from tests.search.opened import opened
from tests.web.presenters.conftest import CatalogueOf

pytestmark = pytest.mark.usefixtures("english_page")

ONLINE = an_activity("online", modes=(Mode.ONLINE,), places=(an_online_place(),))
EVENING = an_activity("evening", sessions=(a_session(Day.SAT, "18:00", "20:00"),))


def answer_to(query: SearchQuery, *activities: object) -> Answer:
    with opened(some_contents(*activities)) as searchable:  # type: ignore[arg-type]
        return find(searchable, query, whereabouts=None, today=TODAY)


@pytest.mark.parametrize(("count", "said"), [(0, "Nothing now"), (1, "1 thing"), (12, "12 things")])
def test_a_count_in_words(count: int, said: str) -> None:
    assert things(count) == said


def test_four_interests_are_shown_at_once_and_the_rest_after_more(
    catalogue_of: CatalogueOf,
) -> None:
    query = SearchQuery(interests=("cooking",))
    answer = answer_to(query, an_activity())

    first, more = interest_options(catalogue_of(), answer, query, "fun", more=False)
    rest, no_more = interest_options(catalogue_of(), answer, query, "fun", more=True)

    assert (len(first), more, no_more) == (MOST_ANSWERS, True, False)
    assert [option.value for option in (*first, *rest)] == [
        *("animals", "cooking", "friends", "gardening", "music", "swimming", "walking")
    ]


def test_an_interest_that_has_nothing_says_so(catalogue_of: CatalogueOf) -> None:
    query = SearchQuery(interests=("cooking",))
    answer = answer_to(query, an_activity())

    options, _ = interest_options(catalogue_of(), answer, query, "fun", more=False)

    animals, cooking = options[:2]
    assert animals == Option(
        name="interest",
        value="animals",
        label="Animals",
        hint="Nothing now",
        picture="animals",
        is_empty=True,
        is_english=True,
    )
    assert cooking == Option(
        name="interest",
        value="cooking",
        label="Cooking",
        hint="I like cooking.",
        picture="cooking",
        is_chosen=True,
        is_english=True,
        hint_is_english=True,
    )


def test_a_reason_with_few_interests_has_no_more(catalogue_of: CatalogueOf) -> None:
    interests = (an_interest("cooking"),)
    catalogue = catalogue_of(interests=interests)

    _, more = interest_options(
        catalogue, answer_to(SearchQuery()), SearchQuery(), "fun", more=False
    )

    assert not more


def test_the_places_are_the_council_s_start_places_and_online(catalogue_of: CatalogueOf) -> None:
    query = SearchQuery(near="Ashford")

    options = place_options(catalogue_of(), answer_to(SearchQuery(), an_activity(), ONLINE), query)

    assert [(each.value, each.is_chosen, each.is_empty) for each in options] == [
        ("Maidstone", False, False),
        ("Ashford", True, False),
        ("online", False, False),
    ]
    assert [each.hint for each in options] == [
        *("The town on the river", "The town with the trains"),
        "You join with a phone or a computer",
    ]


def test_a_place_online_that_has_nothing_says_so(catalogue_of: CatalogueOf) -> None:
    catalogue = catalogue_of(council=a_council(start_places=()))
    query = SearchQuery(modes=(Mode.ONLINE,))

    (online,) = place_options(catalogue, answer_to(SearchQuery(), an_activity()), query)

    assert (online.hint, online.is_empty, online.is_chosen) == ("Nothing now", True, True)


def test_the_week_is_offered_in_three_parts() -> None:
    query = SearchQuery(days=(DayChoice.WEEKEND,), parts=(DayPart.EVENING,))
    answer = answer_to(SearchQuery(), an_activity(), EVENING)

    options = when_options(answer, query, each_day=False)

    assert [(each.value, each.label, each.hint, each.is_chosen) for each in options] == [
        ("weekday", "Monday to Friday", "1 thing", False),
        ("weekend", "Saturday and Sunday", "1 thing", True),
        ("evening", "In the evening", "1 thing", True),
    ]
    assert {(each.name, each.value) for each in options} == {
        *(("day", "weekday"), ("day", "weekend"), ("part", "evening"))
    }


def test_each_day_is_offered_to_who_asks() -> None:
    options = when_options(answer_to(SearchQuery(), an_activity()), SearchQuery(), each_day=True)

    assert [(each.label, each.is_empty) for each in options] == [
        *(("Monday", True), ("Tuesday", False), ("Wednesday", True), ("Thursday", True)),
        *(("Friday", True), ("Saturday", True), ("Sunday", True)),
    ]


def test_four_kinds_of_help_are_offered() -> None:
    helped = an_activity(needs={Need.STEP_FREE: True, Need.QUIET: False, Need.PERSONAL_CARE: False})
    query = SearchQuery(needs=(Need.STEP_FREE,), support=(Support.ONE_TO_ONE,))

    options = help_options(answer_to(SearchQuery(), helped), query)

    assert [(each.name, each.value, each.is_chosen, each.is_empty) for each in options] == [
        ("need", "step-free", True, False),
        ("need", "personal-care", False, True),
        ("need", "quiet", False, True),
        ("support", "1:1", True, False),
    ]


def test_each_question_leads_to_the_next_and_the_last_to_the_results() -> None:
    query = SearchQuery(text="tea")

    assert [next_address(step, "kent", query) for step in STEPS] == [
        "/kent/find/place?q=tea",
        "/kent/find/when?q=tea",
        "/kent/find/help?q=tea",
        "/kent/find?q=tea",
    ]


@pytest.mark.parametrize(
    ("query", "step", "shown"),
    [
        (SearchQuery(), "help", []),
        (SearchQuery(interests=("cooking",), near="Ashford"), "interest", []),
        (SearchQuery(interests=("cooking",), near="Ashford"), "place", ["Cooking"]),
        (SearchQuery(near="Ashford"), "when", ["Ashford"]),
        (
            SearchQuery(text="tea", interests=("cooking",), days=(DayChoice.MON,)),
            "help",
            ["tea", "Cooking", "Monday"],
        ),
        (SearchQuery(parts=(DayPart.EVENING,)), "help", ["Evening"]),
        (SearchQuery(text="tea"), "interest", ["tea"]),
        (SearchQuery(modes=(Mode.ONLINE,)), "when", ["Online, at home"]),
    ],
)
def test_a_question_shows_what_was_answered_before_it(
    catalogue_of: CatalogueOf, query: SearchQuery, step: str, shown: list[str]
) -> None:
    chips = make_chips_so_far(catalogue_of(), query, step)

    assert [chip.value for chip in chips] == shown
