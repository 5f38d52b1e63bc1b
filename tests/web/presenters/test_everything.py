import pytest

from finder.domain.query import SearchQuery
from finder.domain.vocabulary import Need
from finder.web.presenters.everything import (
    ChoiceGroup,
    EverythingPage,
    Tick,
    make_everything,
    make_groups,
)
from tests.builders import TODAY, a_council, an_activity
from tests.web.presenters.conftest import Question, QuestionOf

pytestmark = pytest.mark.usefixtures("english_page")

TWO = (an_activity(), an_activity("two", needs={Need.HOIST: True}))


def groups_of(question: Question) -> dict[str, ChoiceGroup]:
    groups = make_groups(question.catalogue, question.asked.answer)
    return {group.anchor: group for group in groups}


def page_of(question: Question) -> EverythingPage:
    return make_everything(question.catalogue, question.asked, question.ways, today=TODAY)


def test_every_kind_of_choice_is_on_the_page(question_of: QuestionOf) -> None:
    groups = groups_of(question_of("", *TWO))

    assert [(group.name, group.anchor, group.heading) for group in groups.values()] == [
        ("lot", "lot", "Type of support"),
        ("arrangement", "arrangement", "Arrangement"),
        ("pay", "pay", "Ways to pay"),
        ("space", "space", "Space"),
        ("day", "day", "Day"),
        ("part", "part", "Time"),
        ("who", "who", "Who it is for"),
        ("support", "support", "Helpers"),
        ("need", "need", "Getting in"),
        ("need", "need-help", "Help from people"),
        ("mode", "mode", "How"),
        ("leads_to", "leads_to", "What people go on to"),
        ("interest", "interest", "What people like"),
    ]


def test_every_need_stands_in_one_of_two_groups(question_of: QuestionOf) -> None:
    groups = groups_of(question_of("", *TWO))

    needs = [tick.value for name in ("need", "need-help") for tick in groups[name].ticks]
    assert sorted(needs) == sorted(Need)


def test_a_box_has_its_counts_and_a_lot_its_official_name(question_of: QuestionOf) -> None:
    groups = groups_of(question_of("lot=1a&need=hoist", *TWO))

    assert groups["lot"].ticks[0] == Tick(
        value="1a",
        label="One to one, or small groups",
        total=2,
        sure=2,
        is_chosen=True,
        official="1a: Lot 1a, Everyday Life",
    )
    hoist = next(tick for tick in groups["need"].ticks if tick.value == "hoist")
    assert (hoist.label, hoist.total, hoist.sure, hoist.is_chosen) == ("Hoist", 2, 1, True)
    assert groups["need"].hint.startswith("Tick all that you need.")


def test_the_boxes_know_what_was_chosen(question_of: QuestionOf) -> None:
    groups = groups_of(
        question_of("day=weekday&part=evening&arrangement=block&space=full&space=spaces", *TWO)
    )

    chosen = {
        name: [tick.value for tick in group.ticks if tick.is_chosen]
        for name, group in groups.items()
        if any(tick.is_chosen for tick in group.ticks)
    }
    assert chosen == {
        "arrangement": ["block"],
        "space": ["spaces", "full"],
        "day": ["weekday"],
        "part": ["evening"],
    }


def test_the_council_s_own_words_are_marked_as_english(question_of: QuestionOf) -> None:
    groups = groups_of(question_of("", *TWO))

    assert [name for name, group in groups.items() if group.is_english] == [
        *("lot", "who", "interest")
    ]


def test_a_kind_that_the_council_does_not_have_is_not_there(question_of: QuestionOf) -> None:
    groups = groups_of(question_of("", *TWO, council=a_council(lots=(), groups=())))

    assert "lot" not in groups
    assert "who" not in groups


def test_the_page_has_the_choices_and_the_results(question_of: QuestionOf) -> None:
    page = page_of(question_of("lot=1a&near=SK1 3XE&miles=7&sort=name&page=9", *TWO))

    assert page.total == 0
    assert [chip.value for chip in page.chips] == [
        *("SK1 3XE", "Up to 7 miles", "One to one, or small groups")
    ]
    assert [message.text for message in page.messages] == [
        "We left out a part of the address that we do not know: page.",
        "There are 2 more things a little further away.",
    ]
    assert page.messages[1].links[0].url == ("/exampleshire/search?lot=1a&near=SK1+3XE&sort=name")
    assert page.suggestions[-1].url.startswith("/exampleshire/search")
    assert page.miles == (2, 5, 7, 10, 20, 40)
    assert [value for value, _ in page.sorts] == ["best", "near", "name", "cost", "checked"]
    assert page.clear_url == "/exampleshire/search"
    assert page.views.easy.startswith("/exampleshire/find?")


def test_nothing_was_chosen_yet(question_of: QuestionOf) -> None:
    page = page_of(question_of("", *TWO))

    assert (page.chips, page.messages, page.clear_url) == ((), (), "")
    assert page.query == SearchQuery()
    assert page.miles == (2, 5, 10, 20, 40)
    assert len(page.table.rows) == 2
