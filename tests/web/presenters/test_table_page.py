import pytest

from finder.web.presenters.results import Message
from finder.web.presenters.table import MOST_PRINTED
from finder.web.presenters.table_page import TablePage, make_table_page
from tests.builders import TODAY, an_activity
from tests.web.presenters.conftest import Question, QuestionOf

pytestmark = pytest.mark.usefixtures("english_page")


def page_of(question: Question) -> TablePage:
    return make_table_page(
        question.catalogue,
        question.asked,
        question.ways,
        base_url="https://things.example.org/",
        today=TODAY,
    )


def test_it_says_what_was_asked_and_when_and_where_to_find_it_again(
    question_of: QuestionOf,
) -> None:
    page = page_of(question_of("q=cooking&near=Maidstone&view=table&lot=1a", an_activity()))

    assert page.title.text == "cooking near Maidstone"
    assert [(chip.label, chip.value) for chip in page.asked] == [
        ("Words", "cooking"),
        ("Place", "Maidstone"),
        ("Type of support", "One to one, or small groups"),
    ]
    assert page.web_address == (
        "https://things.example.org/exampleshire/find?q=cooking&lot=1a&near=Maidstone&view=table"
    )
    assert page.today == TODAY
    assert page.views.easy == "/exampleshire/find?q=cooking&lot=1a&near=Maidstone"
    assert (len(page.table.rows), page.left_out) == (1, 0)


def test_it_says_how_many_it_leaves_out(question_of: QuestionOf) -> None:
    activities = [an_activity(f"a{number:03}") for number in range(MOST_PRINTED + 3)]

    assert page_of(question_of("view=table", *activities)).left_out == 3


def test_it_has_no_second_page(question_of: QuestionOf) -> None:
    page = page_of(question_of("view=table&page=2", an_activity()))

    left_out = "We left out a part of the address that we do not know: page."
    assert page.messages == (Message(left_out),)


def test_when_there_is_nothing_it_has_other_ways(question_of: QuestionOf) -> None:
    page = page_of(question_of("view=table&day=sun", an_activity()))

    assert page.table.rows == ()
    assert page.suggestions[-1].label == "Everything"
