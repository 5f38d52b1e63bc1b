import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from finder.domain.query import (
    LAST_PAGE,
    LONGEST_TEXT,
    MOST_VALUES,
    PARAMETERS,
    Ignored,
    ParsedQuery,
    SearchQuery,
    View,
    exact_words,
)
from finder.domain.vocabulary import (
    Arrangement,
    Day,
    DayChoice,
    DayPart,
    LeadsTo,
    Mode,
    Need,
    Pay,
    Sort,
    SpaceState,
    Support,
)
from tests.strategies import search_queries

EVERYTHING = SearchQuery(
    text="swim slowly",
    interests=("swimming", "friends"),
    lots=("1a",),
    near="ME14 1XQ",
    miles=5,
    days=(DayChoice.MON, DayChoice.WEEKEND),
    parts=(DayPart.EVENING,),
    modes=(Mode.IN_PERSON,),
    needs=(Need.HOIST, Need.STEP_FREE),
    support=(Support.ONE_TO_ONE,),
    groups=("older",),
    age=25,
    pay=(Pay.DIRECT_PAYMENT,),
    max_cost_pence=1050,
    leads_to=(LeadsTo.PAID_JOB,),
    arrangements=(Arrangement.FRAMEWORK, Arrangement.GRANT),
    spaces=(SpaceState.WAITING_LIST,),
    sort=Sort.NEAR,
    page=2,
    view=View.TABLE,
    language="pl",
)
EVERYTHING_AS_ARGS = [
    ("q", "swim slowly"),
    ("interest", "swimming"),
    ("interest", "friends"),
    ("lot", "1a"),
    ("near", "ME14 1XQ"),
    ("miles", "5"),
    ("day", "mon"),
    ("day", "weekend"),
    ("part", "evening"),
    ("mode", "in-person"),
    ("need", "hoist"),
    ("need", "step-free"),
    ("support", "1:1"),
    ("who", "older"),
    ("age", "25"),
    ("pay", "direct-payment"),
    ("max_cost", "10.50"),
    ("leads_to", "paid-job"),
    ("arrangement", "framework"),
    ("arrangement", "grant"),
    ("space", "waiting-list"),
    ("sort", "near"),
    ("page", "2"),
    ("view", "table"),
    ("lang", "pl"),
]


def _read(*args: tuple[str, str]) -> ParsedQuery:
    return SearchQuery.from_args(args)


def test_a_query_is_written_in_one_fixed_order() -> None:
    assert EVERYTHING.to_args() == EVERYTHING_AS_ARGS


def test_an_address_in_any_order_says_the_same() -> None:
    args = sorted(EVERYTHING_AS_ARGS, key=lambda each: each[0], reverse=True)

    assert SearchQuery.from_args(args) == ParsedQuery(query=EVERYTHING)


def test_a_query_for_everything_is_written_with_nothing() -> None:
    assert SearchQuery().to_args() == []


@given(search_queries())
def test_a_query_comes_back_from_its_address(query: SearchQuery) -> None:
    assert SearchQuery.from_args(query.to_args()) == ParsedQuery(query=query)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(list(PARAMETERS)) | st.text(max_size=5),
            st.text(max_size=10) | st.sampled_from(["1", "any", "online", "mon", "1e9", "£1.5"]),
        )
    )
)
@example([("max_cost", "1e9999999")])
@example([("max_cost", "1e100000")])
@example([("max_cost", "nan"), ("max_cost", "-1"), ("page", "9" * 5000), ("age", "٣")])
@example([("q", "\ud800\u202e\x00")])
def test_any_address_at_all_gives_a_query_that_comes_back(args: list[tuple[str, str]]) -> None:
    query = SearchQuery.from_args(args).query

    assert SearchQuery.from_args(query.to_args()) == ParsedQuery(query=query)


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ("colour", "blue"),
        ("interest", "Swimming!"),
        ("interest", "a" * 81),
        ("miles", "0"),
        ("miles", "501"),
        ("miles", "five"),
        ("miles", "٣"),
        ("miles", "0000005"),
        ("day", "someday"),
        ("age", "121"),
        ("max_cost", "about a tenner"),
        ("max_cost", "1e3"),
        ("max_cost", "10.999"),
        ("max_cost", "10000.01"),
        ("max_cost", "-1"),
        ("page", "0"),
        ("page", str(LAST_PAGE + 1)),
        ("sort", "paid"),
        ("lang", "english"),
        ("near", "\u200b"),
    ],
)
def test_what_is_not_understood_is_left_out_and_said(parameter: str, value: str) -> None:
    shown = " ".join(value.replace("\u200b", " ").split())[:40]

    assert _read((parameter, value), ("day", "mon")) == ParsedQuery(
        query=SearchQuery(days=(DayChoice.MON,)), ignored=(Ignored(parameter, shown),)
    )


@pytest.mark.parametrize(
    ("parameter", "values"),
    [
        ("miles", ("1", "500")),
        ("age", ("0", "120")),
        ("page", ("2", str(LAST_PAGE))),
        ("max_cost", ("0", "10000")),
        ("lang", ("cy", "en-GB", "zh-Hans-CN")),
    ],
)
def test_the_least_and_the_most_are_understood(parameter: str, values: tuple[str, ...]) -> None:
    for value in values:
        parsed = _read((parameter, value))

        assert (parsed.query.to_args(), parsed.ignored) == ([(parameter, value)], ())


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        pytest.param("q", "", id="an empty box"),
        pytest.param("near", "   ", id="a box with spaces"),
        pytest.param("colour", "", id="an empty box that nobody knows"),
        pytest.param("interest", "any", id="I am not sure"),
        pytest.param("near", "any", id="I am not sure where"),
        pytest.param("max_cost", "any", id="I am not sure how much"),
    ],
)
def test_a_question_without_an_answer_asks_for_nothing(parameter: str, value: str) -> None:
    assert _read((parameter, value)) == ParsedQuery(query=SearchQuery())


def test_the_word_any_can_be_searched_for() -> None:
    assert _read(("q", "any")).query == SearchQuery(text="any")


def test_the_longest_id_that_content_may_have_can_be_asked_for() -> None:
    assert _read(("interest", "a" * 80)).query == SearchQuery(interests=("a" * 80,))


@pytest.mark.parametrize(
    ("written", "pence"),
    [("10", 1000), ("10.5", 1050), ("10.05", 1005), ("£ 10", 1000), ("£0", 0), ("10000", 1000000)],
)
def test_a_cost_is_typed_in_pounds(written: str, pence: int) -> None:
    assert _read(("max_cost", written)) == ParsedQuery(query=SearchQuery(max_cost_pence=pence))


@pytest.mark.parametrize(
    ("pence", "written"), [(0, "0"), (5, "0.05"), (1000, "10"), (1050, "10.50")]
)
def test_a_cost_is_written_in_pounds(pence: int, written: str) -> None:
    assert SearchQuery(max_cost_pence=pence).to_args() == [("max_cost", written)]


def test_words_are_read_in_capitals_too() -> None:
    assert _read(("day", "MON"), ("part", "Evening")).query == SearchQuery(
        days=(DayChoice.MON,), parts=(DayPart.EVENING,)
    )


def test_online_among_the_places_is_a_way_of_taking_part() -> None:
    assert _read(("near", "Online"), ("mode", "online")).query == SearchQuery(modes=(Mode.ONLINE,))


def test_the_last_answer_wins_where_there_can_be_only_one() -> None:
    assert _read(("near", "maidstone"), ("near", "ME14 1XQ"), ("near", "")).query == SearchQuery(
        near="ME14 1XQ"
    )


def test_an_answer_that_comes_twice_counts_once() -> None:
    assert _read(("day", "mon"), ("day", "tue"), ("day", "mon")).query == SearchQuery(
        days=(DayChoice.MON, DayChoice.TUE)
    )


def test_no_more_answers_are_taken_than_a_person_could_give() -> None:
    parsed = _read(*(("interest", f"i{number}") for number in range(MOST_VALUES + 2)))

    assert parsed.query.interests == tuple(f"i{number}" for number in range(MOST_VALUES))
    assert parsed.ignored == (Ignored("interest", "i40"), Ignored("interest", "i41"))


def test_no_more_is_said_of_a_mad_address_than_a_person_could_read() -> None:
    parsed = _read(*((f"x{number}" * 99, "y" * 99) for number in range(MOST_VALUES + 2)))

    assert len(parsed.ignored) == MOST_VALUES
    assert parsed.ignored[0] == Ignored(("x0" * 99)[:40], "y" * 40)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        pytest.param("  swim \t slowly\n", "swim slowly", id="spaces and line breaks"),
        pytest.param("swim\x00\x1b[31m", "swim [31m", id="control characters"),
        pytest.param("nwo\u202eyats", "nwo yats", id="a mark that turns the text round"),
        pytest.param("a" * 5000, "a" * LONGEST_TEXT, id="far too long"),
        pytest.param(("a" * 199) + " b", "a" * 199, id="cut at a space"),
        pytest.param("café مرحبا 水", "café مرحبا 水", id="other languages stay"),
    ],
)
def test_what_is_typed_is_tidied(typed: str, text: str) -> None:
    assert _read(("q", typed), ("near", typed)).query == SearchQuery(text=text, near=text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param('"swim"', "swim", id="straight quotes"),
        pytest.param("“swim slowly”", "swim slowly", id="curly quotes"),
        pytest.param("„swim“", "swim", id="German quotes"),
        pytest.param("«swim»", "swim", id="French quotes"),
        pytest.param('“swim"', "swim", id="one of each"),
        pytest.param('" swim "', "swim", id="spaces within"),
        pytest.param("swim", None, id="no quotes"),
        pytest.param('"swim', None, id="only the first"),
        pytest.param('swim"', None, id="only the last"),
        pytest.param('"swim" slowly', None, id="a part in quotes"),
        pytest.param('"swim" "slowly"', None, id="two parts in quotes"),
        pytest.param("'swim'", None, id="apostrophes"),
        pytest.param('""', None, id="nothing within"),
        pytest.param('" "', None, id="a space within"),
        pytest.param('"', None, id="one quote"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_words_in_quotes_are_to_be_found_just_so(text: str, words: str | None) -> None:
    assert exact_words(text) == words


def test_a_changed_query_begins_at_its_first_page() -> None:
    assert EVERYTHING.with_(days=(DayChoice.SUN,)).to_args() == [
        arg if arg[0] != "day" else ("day", "sun")
        for arg in EVERYTHING_AS_ARGS
        if arg not in (("page", "2"), ("day", "weekend"))
    ]
    assert EVERYTHING.with_(page=3).page == 3


def test_a_query_can_be_freed_of_some_of_its_wishes() -> None:
    freed = EVERYTHING.without("text", "miles", "needs")

    assert freed.to_args() == [
        arg for arg in EVERYTHING_AS_ARGS if arg[0] not in ("q", "miles", "need", "page")
    ]


def test_days_and_groups_of_days_are_wanted_once_each() -> None:
    query = SearchQuery(days=(DayChoice.SAT, DayChoice.WEEKEND, DayChoice.MON))

    assert query.wanted_days == {Day.MON, Day.SAT, Day.SUN}


@pytest.mark.parametrize(
    ("query", "is_empty"),
    [
        (SearchQuery(), True),
        (SearchQuery(sort=Sort.NAME, page=3, view=View.TABLE, language="pl"), True),
        (SearchQuery(spaces=(SpaceState.FULL,)), False),
        (SearchQuery(text="swim"), False),
        (SearchQuery(age=0), False),
    ],
)
def test_a_query_is_empty_when_only_its_looks_are_chosen(
    query: SearchQuery, is_empty: bool
) -> None:
    assert query.is_empty is is_empty
