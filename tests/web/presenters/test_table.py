import pytest

from finder.domain.vocabulary import Need, Sort
from finder.web.presenters.table import (
    MOST_PRINTED,
    TABLE_LENGTH,
    Column,
    make_printed_table,
    make_table,
    pages_of,
)
from tests.builders import TODAY, an_activity
from tests.web.presenters.conftest import QuestionOf

pytestmark = pytest.mark.usefixtures("english_page")

SEARCH = "/exampleshire/search"
MANY = tuple(
    an_activity(f"cooking-{number:02}", name=f"Cooking {number:02}")
    for number in range(2 * TABLE_LENGTH + 5)
)


def test_twenty_things_are_shown_and_then_the_next_twenty(question_of: QuestionOf) -> None:
    question = question_of("q=cooking&page=2", *MANY)

    table = make_table(question.catalogue, question.asked, today=TODAY)

    assert (table.total, table.number, table.pages) == (45, 2, 3)
    assert [each.row.activity.name for each in table.rows] == [
        activity.name for activity in MANY[20:40]
    ]
    assert table.next_url == f"{SEARCH}?q=cooking&page=3#results"
    assert table.before_url == f"{SEARCH}?q=cooking#results"
    assert table.caption == "Things 21 to 40 of 45. Best match first."


@pytest.mark.parametrize("page", ["3", "900"])
def test_the_last_page_leads_back_only(question_of: QuestionOf, page: str) -> None:
    question = question_of(f"page={page}", *MANY)

    table = make_table(question.catalogue, question.asked, today=TODAY)

    assert (table.number, len(table.rows), table.next_url) == (3, 5, "")
    assert table.before_url == f"{SEARCH}?page=2#results"
    assert table.caption == "Things 41 to 45 of 45. Best match first."


def test_there_is_one_page_of_nothing(question_of: QuestionOf) -> None:
    question = question_of("age=5&day=sun", an_activity())

    table = make_table(question.catalogue, question.asked, today=TODAY)

    assert (table.rows, table.number, table.pages, table.before_url) == ((), 1, 1, "")
    assert pages_of(question.asked) == 1


def test_what_surely_fits_comes_first(question_of: QuestionOf) -> None:
    sure = an_activity("sure", name="Zumba", needs={Need.HOIST: True})
    question = question_of("need=hoist&sort=name", an_activity("may", name="Art"), sure)

    table = make_table(question.catalogue, question.asked, today=TODAY)

    assert [(each.row.activity.name, each.row.ask) for each in table.rows] == [
        ("Zumba", ""),
        ("Art", "Help and getting in"),
    ]


def test_a_row_leads_to_a_page_that_leads_back(question_of: QuestionOf) -> None:
    question = question_of("near=ME14 1XQ&sort=near", an_activity())

    (row,) = make_table(question.catalogue, question.asked, today=TODAY).rows

    assert row.url == "/exampleshire/activities/cooking-together?near=ME14+1XQ&sort=near"
    assert row.row.miles[0].text == "Less than 1 mile"


def test_a_guess_at_where_a_person_is_gives_a_rough_distance(question_of: QuestionOf) -> None:
    question = question_of("near=ME14", an_activity())

    (row,) = make_table(question.catalogue, question.asked, today=TODAY).rows

    assert row.row.miles[0].text.startswith("Very roughly")


def test_the_heads_of_the_columns_lead_to_other_orders(question_of: QuestionOf) -> None:
    question = question_of("near=ME14 1XQ&sort=near&page=2", *MANY)

    table = make_table(question.catalogue, question.asked, today=TODAY)

    asked = f"{SEARCH}?near=ME14+1XQ"
    assert table.columns == (
        Column(
            name="name",
            heading="Name",
            url=f"{asked}&sort=name#results",
            order="By name, A to Z",
        ),
        Column(name="place", heading="Place", aria_sort="ascending"),
        Column(name="when", heading="Days and times"),
        Column(
            name="cost",
            heading="Cost",
            url=f"{asked}&sort=cost#results",
            order="Lowest cost first",
        ),
        Column(name="pay", heading="Ways to pay"),
        Column(name="support", heading="Helpers"),
        Column(name="space", heading="Space"),
        Column(name="list", heading="Council’s list"),
        Column(
            name="checked",
            heading="Checked",
            url=f"{asked}&sort=checked#results",
            order="Newest check first",
        ),
    )
    assert table.best_url == f"{asked}#results"
    assert table.headings["when"] == "Days and times"


def test_nobody_can_be_near_who_has_not_said_where_they_are(question_of: QuestionOf) -> None:
    question = question_of("sort=near", an_activity())

    table = make_table(question.catalogue, question.asked, today=TODAY)

    assert question.asked.answer.sort is Sort.BEST
    assert table.columns[1] == Column(name="place", heading="Place")
    assert table.best_url == ""


def test_the_newest_check_comes_first_and_so_falls(question_of: QuestionOf) -> None:
    question = question_of("sort=checked", an_activity())

    table = make_table(question.catalogue, question.asked, today=TODAY)

    assert table.columns[-1].aria_sort == "descending"


def test_the_table_to_print_has_all_that_a_person_would_print(question_of: QuestionOf) -> None:
    activities = [an_activity(f"a{number:03}") for number in range(MOST_PRINTED + 1)]
    question = question_of("view=table&sort=name", *activities)

    table = make_printed_table(question.catalogue, question.asked, today=TODAY)

    assert (len(table.rows), table.total) == (MOST_PRINTED, MOST_PRINTED + 1)
    assert table.caption == "Things 1 to 200 of 201. By name, A to Z."
    assert table.best_url == "/exampleshire/find?view=table#results"
    assert (table.next_url, table.before_url) == ("", "")
