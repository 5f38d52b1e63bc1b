import pytest

from finder.domain.query import SearchQuery
from finder.domain.vocabulary import (
    Arrangement,
    DayChoice,
    DayPart,
    LeadsTo,
    Mode,
    Need,
    Pay,
    SpaceState,
    Support,
)
from finder.web.presenters.chips import (
    Chip,
    TakeAway,
    Title,
    day_choice_in_words,
    make_chips,
    make_choice_chips,
    results_title,
    when_in_words,
)
from tests.web.presenters.conftest import CatalogueOf

pytestmark = pytest.mark.usefixtures("english_page")

FIND = "/exampleshire/find"
EVERYTHING = SearchQuery(
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
    arrangements=(Arrangement.FRAMEWORK, Arrangement.NONE),
    spaces=(SpaceState.SPACES,),
    max_cost_pence=1050,
    leads_to=(LeadsTo.PAID_JOB, LeadsTo.VOLUNTEERING),
    page=3,
)


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
    chips = make_chips(catalogue_of(), EVERYTHING)

    assert [(chip.label, chip.value, chip.is_english, chip.is_typed) for chip in chips] == [
        ("Words", "tea", False, True),
        ("You like", "Cooking and Music", True, False),
        ("Place", "Ashford", False, True),
        ("Day", "Monday to Friday, Morning and Evening", False, False),
        ("Help", "A small group and Hoist", False, False),
        ("How far", "Up to 10 miles", False, False),
        ("How", "Online, at home and They come to your home", False, False),
        ("Type of support", "One to one, or small groups and Learning new skills", True, False),
        ("Arrangement", "On the council’s list and Not on the council’s list", False, False),
        ("Who it is for", "Older people and People with a learning disability", True, False),
        ("Age", "44", False, False),
        ("Money", "Paying yourself", False, False),
        ("Cost", "Up to £10.50", False, False),
        ("Space", "There is a space", False, False),
        ("What next", "Get a paid job and Help other people", False, False),
    ]
    asked = "q=tea&interest=cooking&interest=music&interest=nothing"
    assert [chip.url.partition("?")[0].rpartition("/")[2] for chip in chips] == [
        *("search", "interest", "place", "when", "help"),
        *["search"] * 10,
    ]
    assert [chip.url.partition("#")[2] for chip in chips] == [
        *("q", "", "", "", "", "miles", "mode", "lot", "arrangement", "who", "age", "pay"),
        *("max_cost", "space", "leads_to"),
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


def test_each_value_can_be_taken_away_by_itself(catalogue_of: CatalogueOf) -> None:
    query = SearchQuery(
        text="tea",
        interests=("cooking", "music"),
        days=(DayChoice.MON, DayChoice.WEEKEND),
        parts=(DayPart.MORNING,),
        support=(Support.SMALL_GROUP,),
        needs=(Need.HOIST,),
        page=3,
    )

    chips = make_chips(catalogue_of(), query)

    def left(*gone: str) -> str:
        asked = ["q=tea", "interest=cooking", "interest=music", "day=mon", "day=weekend"]
        asked += ["part=morning", "need=hoist", "support=small-group"]
        return f"{FIND}?{'&'.join(each for each in asked if each not in gone)}"

    words, liked, place, when, wanted = (chip.take_away for chip in chips)
    assert words == (TakeAway(label="tea", url=left("q=tea"), is_typed=True),)
    assert liked == (
        TakeAway(label="Cooking", url=left("interest=cooking"), is_english=True),
        TakeAway(label="Music", url=left("interest=music"), is_english=True),
    )
    assert place == ()
    assert when == (
        TakeAway(label="Monday", url=left("day=mon")),
        TakeAway(label="Saturday and Sunday", url=left("day=weekend")),
        TakeAway(label="Morning", url=left("part=morning")),
    )
    assert wanted == (
        TakeAway(label="A small group", url=left("support=small-group")),
        TakeAway(label="Hoist", url=left("need=hoist")),
    )


def test_all_that_was_chosen_can_be_taken_away_piece_by_piece(catalogue_of: CatalogueOf) -> None:
    chips = make_chips(catalogue_of(), EVERYTHING)

    taken = [(chip.label, len(chip.take_away)) for chip in chips]

    assert taken == [
        *(("Words", 1), ("You like", 2), ("Place", 1), ("Day", 3), ("Help", 2), ("How far", 1)),
        *(("How", 2), ("Type of support", 2), ("Arrangement", 2), ("Who it is for", 2)),
        *(("Age", 1), ("Money", 1), ("Cost", 1), ("Space", 1), ("What next", 2)),
    ]


def test_a_place_takes_the_miles_from_it_along(catalogue_of: CatalogueOf) -> None:
    _, place, _, _, miles = make_chips(catalogue_of(), SearchQuery(near="Ashford", miles=5))

    assert place.take_away == (TakeAway(label="Ashford", url=FIND, is_typed=True),)
    assert miles.take_away == (TakeAway(label="Up to 5 miles", url=f"{FIND}?near=Ashford"),)


def test_at_home_online_is_taken_away_as_a_place(catalogue_of: CatalogueOf) -> None:
    _, place, *_ = make_chips(catalogue_of(), SearchQuery(modes=(Mode.ONLINE,)))

    assert place.take_away == (TakeAway(label="Online, at home", url=FIND),)


def test_the_page_of_all_choices_has_chips_of_what_was_chosen_only(
    catalogue_of: CatalogueOf,
) -> None:
    assert make_choice_chips(catalogue_of(), SearchQuery()) == ()
    assert make_choice_chips(catalogue_of(), SearchQuery(lots=("1a",), age=44)) == (
        Chip(
            label="Type of support",
            value="One to one, or small groups",
            url="#lot",
            is_english=True,
            take_away=(
                TakeAway(
                    label="One to one, or small groups",
                    url="/exampleshire/search?age=44",
                    is_english=True,
                ),
            ),
        ),
        Chip(
            label="Age",
            value="44",
            url="#age",
            take_away=(TakeAway(label="44", url="/exampleshire/search?lot=1a"),),
        ),
    )
