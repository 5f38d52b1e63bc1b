import pytest

from finder.domain.query import SearchQuery
from finder.domain.vocabulary import Day
from finder.search.loosen import Loosened, Way
from finder.web.presenters.suggestions import FEW, make_suggestion, ways_on
from tests.builders import TODAY, a_session, an_activity
from tests.web.presenters.conftest import CatalogueOf, QuestionOf

pytestmark = pytest.mark.usefixtures("english_page")


def test_a_suggestion_says_what_is_different_and_how_many_it_finds(question_of: QuestionOf) -> None:
    swim = an_activity("swim", interests=("swimming",), sessions=(a_session(Day.SAT),))
    question = question_of("interest=cooking&day=sun", an_activity(), swim)

    suggestions = [make_suggestion(question.catalogue, way) for way in question.ways]

    assert [(each.label, each.hint, each.url) for each in suggestions] == [
        ("The same, on another day", "1 thing", "/exampleshire/find?interest=cooking"),
        ("Everything", "2 things", "/exampleshire/find"),
    ]


def test_a_suggestion_can_stay_on_the_page_of_all_choices(catalogue_of: CatalogueOf) -> None:
    way = Loosened(way=Way.ANY_DAY, query=SearchQuery(text="tea"), total=1)

    suggestion = make_suggestion(catalogue_of(), way, endpoint="everything.show")

    assert suggestion.url == "/exampleshire/search?q=tea"


def test_things_like_it_name_three_interests(question_of: QuestionOf) -> None:
    question = question_of("interest=music", an_activity())

    like_it, everything = (make_suggestion(question.catalogue, way) for way in question.ways)

    assert like_it.label == "Things like it: Animals, Cooking and Friends"
    assert everything.label == "Everything"


@pytest.mark.parametrize("way", Way)
def test_every_way_on_has_words_and_a_picture(catalogue_of: CatalogueOf, way: Way) -> None:
    query = SearchQuery(interests=("cooking", "music"))

    suggestion = make_suggestion(catalogue_of(), Loosened(way=way, query=query, total=2))

    assert suggestion.label
    assert suggestion.picture
    assert suggestion.hint == "2 things"


@pytest.mark.parametrize(("count", "are_offered"), [(FEW - 1, True), (FEW, False)])
def test_other_ways_are_offered_when_there_is_little(
    question_of: QuestionOf, count: int, are_offered: bool
) -> None:
    cooking = [an_activity(f"cooking-{number}") for number in range(count)]
    swim = an_activity("swim", interests=("swimming",))
    question = question_of("interest=cooking", *cooking, swim)

    ways = ways_on(question.searchable, question.asked, today=TODAY)

    assert bool(ways) is are_offered
