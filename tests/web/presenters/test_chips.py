import pytest

from finder.domain.query import SearchQuery
from finder.domain.vocabulary import (
    DayChoice,
    DayPart,
    LeadsTo,
    Mode,
    Need,
    Pay,
    Support,
)
from finder.web.presenters.chips import (
    Chip,
    Title,
    day_choice_in_words,
    make_chips,
    results_title,
    when_in_words,
)
from tests.web.presenters.conftest import CatalogueOf

pytestmark = pytest.mark.usefixtures("english_page")

FIND = "/exampleshire/find"


def test_there_is_a_chip_for_each_question_before_any_answer(catalogue_of: CatalogueOf) -> None:
    assert make_chips(catalogue_of(), SearchQuery()) == (
        Chip(label="You like", value="Anything", url=f"{FIND}/interest"),
        Chip(label="Place", value="Any place", url=f"{FIND}/place"),
        Chip(label="Day", value="Any day", url=f"{FIND}/when"),
        Chip(label="Help", value="Not asked", url=f"{FIND}/help"),
    )


def test_every_choice_has_a_chip_that_leads_to_where_it_was_made(
    catalogue_of: CatalogueOf,
) -> None:
    query = SearchQuery(
        text="tea",
        interests=("cooking", "music", "nothing"),
        near="Ashford",
        days=(DayChoice.WEEKDAY,),
        parts=(DayPart.MORNING, DayPart.EVENING),
        needs=(Need.HOIST,),
        support=(Support.SMALL_GROUP,),
        miles=10,
        modes=(Mode.ONLINE, Mode.AT_HOME),
        lots=("1a", "2"),
        groups=("older", "learning-disability"),
        age=44,
        pay=(Pay.SELF,),
        max_cost_pence=1050,
        leads_to=(LeadsTo.PAID_JOB, LeadsTo.VOLUNTEERING),
        page=3,
    )

    chips = make_chips(catalogue_of(), query)

    assert [(chip.label, chip.value, chip.is_english, chip.is_typed) for chip in chips] == [
        ("Words", "tea", False, True),
        ("You like", "Cooking and Music", True, False),
        ("Place", "Ashford", False, True),
        ("Day", "Monday to Friday, Morning and Evening", False, False),
        ("Help", "A small group and Hoist", False, False),
        ("How far", "Up to 10 miles", False, False),
        ("How", "Online, at home and They come to your home", False, False),
        ("Type of support", "One to one, or small groups and Learning new skills", True, False),
        ("Who it is for", "People with a learning disability and Older people", True, False),
        ("Age", "44", False, False),
        ("Money", "Paying yourself", False, False),
        ("Cost", "Up to £10.50", False, False),
        ("What next", "Get a paid job and Help other people", False, False),
    ]
    asked = "q=tea&interest=cooking&interest=music&interest=nothing"
    assert [chip.url.partition("?")[0].rpartition("/")[2] for chip in chips] == [
        *("search", "interest", "place", "when", "help"),
        *["search"] * 8,
    ]
    assert all(chip.url.partition("?")[2].startswith(asked) for chip in chips)
    assert not any("page=" in chip.url for chip in chips)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (SearchQuery(), ""),
        (SearchQuery(days=(DayChoice.WEEKEND,)), "Saturday and Sunday"),
        (SearchQuery(days=(DayChoice.SUN, DayChoice.MON)), "Monday and Sunday"),
        (SearchQuery(parts=(DayPart.AFTERNOON,)), "Afternoon"),
    ],
)
def test_days_and_parts_are_one_answer(query: SearchQuery, said: str) -> None:
    assert when_in_words(query) == said


@pytest.mark.parametrize(
    ("query", "title"),
    [
        (SearchQuery(), Title(text="Things to do")),
        (SearchQuery(near="Ashford"), Title(text="Things to do near Ashford")),
        (SearchQuery(text="tea"), Title(text="tea", is_typed=True)),
        (SearchQuery(text="tea", near="Ashford"), Title(text="tea near Ashford")),
        (SearchQuery(interests=("cooking",)), Title(text="Cooking", is_english=True)),
        (
            SearchQuery(interests=("cooking",), text="tea"),
            Title(text="Cooking", is_english=True),
        ),
        (
            SearchQuery(interests=("cooking", "music"), near="Ashford"),
            Title(text="Cooking and Music near Ashford"),
        ),
    ],
)
def test_the_heading_says_what_was_looked_for(
    catalogue_of: CatalogueOf, query: SearchQuery, title: Title
) -> None:
    assert results_title(catalogue_of(), query) == title


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (DayChoice.TUE, "Tuesday"),
        (DayChoice.WEEKDAY, "Monday to Friday"),
        (DayChoice.WEEKEND, "Saturday and Sunday"),
    ],
)
def test_a_choice_of_days_in_words(choice: DayChoice, said: str) -> None:
    assert day_choice_in_words(choice) == said
