import pytest
from werkzeug.datastructures import MultiDict

from finder.domain.vocabulary import Day
from finder.planning.attending import Going
from finder.web.presenters.going import going_args, read_going, read_have

COOKING = ("kent", "cooking-together")


@pytest.mark.parametrize(
    ("written", "going"),
    [
        pytest.param([], {}, id="nothing"),
        pytest.param(["kent:cooking-together:mon"], {COOKING: {Day.MON}}, id="one day"),
        pytest.param(
            ["kent:cooking-together:thu-mon"], {COOKING: {Day.MON, Day.THU}}, id="two days"
        ),
        pytest.param(
            ["kent:cooking-together:mon", "kent:cooking-together:thu"],
            {COOKING: {Day.MON, Day.THU}},
            id="two boxes of a form",
        ),
        pytest.param(["kent:cooking-together:"], {COOKING: frozenset()}, id="no day at all"),
        pytest.param(
            ["kent:cooking-together:", "kent:cooking-together:mon"],
            {COOKING: {Day.MON}},
            id="a form with one box ticked",
        ),
        pytest.param(
            ["kent:cooking-together:mon", "leeds:3-choirs:sat"],
            {COOKING: {Day.MON}, ("leeds", "3-choirs"): {Day.SAT}},
            id="two activities",
        ),
    ],
)
def test_an_address_says_on_which_days_a_person_would_go(written: list[str], going: Going) -> None:
    assert read_going(_args(*written)) == going


@pytest.mark.parametrize(
    "written",
    [
        "",
        "kent",
        "kent:cooking-together",
        "kent:cooking-together:someday",
        "kent:cooking-together:mon-",
        "kent:cooking-together:mon-someday",
        "kent:cooking-together:MON",
        "kent:cooking-together:mon\n",
        "kent:cooking-together:mon:tue",
        "Kent:cooking-together:mon",
        ":cooking-together:mon",
        "kent::mon",
        "kent:<b>:mon",
    ],
)
def test_a_broken_value_is_ignored(written: str) -> None:
    assert read_going(_args(written, "leeds:choir:sat")) == {("leeds", "choir"): {Day.SAT}}


def test_links_and_forms_carry_the_days_in_one_fixed_order() -> None:
    going = {
        ("leeds", "choir"): frozenset[Day](),
        COOKING: frozenset({Day.THU, Day.MON}),
    }

    assert going_args(going) == [
        ("go", "kent:cooking-together:mon-thu"),
        ("go", "leeds:choir:"),
    ]


def test_what_a_link_carries_is_read_back() -> None:
    going = {COOKING: frozenset(Day), ("leeds", "choir"): frozenset[Day]()}

    assert read_going(MultiDict(going_args(going))) == going


@pytest.mark.parametrize(
    ("written", "pence"),
    [
        ("150", 150_00),
        ("£150", 150_00),
        (" £ 150 ", 150_00),
        ("150.5", 150_50),
        ("150.50", 150_50),
        ("150,50", 150_50),
        ("1,234", 1_234_00),
        ("1,234.56", 1_234_56),
        ("150 pounds", 150_00),
        ("£150 a week.", 150_00),
        ("0", 0),
        ("١٥٠", 150_00),
    ],
)
def test_money_is_read_as_people_write_it(written: str, pence: int) -> None:
    assert read_have(MultiDict({"have": written})) == pence


@pytest.mark.parametrize(
    "written", ["", "£", "none", "-150", "about 150", "1.2.3", "12,34,56", "150.555", "1234567"]
)
def test_what_is_not_an_amount_is_ignored(written: str) -> None:
    assert read_have(MultiDict({"have": written})) is None


def test_an_address_without_money_says_none() -> None:
    assert read_have(MultiDict()) is None


def _args(*written: str) -> MultiDict[str, str]:
    return MultiDict([("go", each) for each in written])


@pytest.mark.parametrize("written", ["1" + ",234" * 3, "1" * 13, "1" + ",234" * 20_000 + "."])
def test_an_amount_that_is_longer_than_its_box_is_none(written: str) -> None:
    """The last would take minutes to read."""
    assert read_have(MultiDict({"have": written})) is None
