import pytest
from werkzeug.datastructures import MultiDict

from finder.domain.query import Ignored, SearchQuery
from finder.domain.vocabulary import Day, Need
from finder.web.presenters.break_question import (
    BreakQuestion,
    read_question,
    step_url,
    with_args,
)
from tests.planning.break_offers import a_window

pytestmark = pytest.mark.usefixtures("english_page")

QUERY = SearchQuery(near="Ashford", needs=(Need.HOIST,))
TUESDAY = a_window(Day.TUE, "10:00", "15:00")
THURSDAY = a_window(Day.THU, "12:00", "17:00")
QUESTION = BreakQuestion(query=QUERY, windows=(TUESDAY, THURSDAY), without_carer=True, most=2)


def test_a_question_is_in_the_address_and_comes_back_from_it() -> None:
    address = QUESTION.address("kent")

    assert address == (
        "/kent/break?near=Ashford&need=hoist"
        "&free=tue:1000-1500&free=thu:1200-1700&travel=without-me&most=2"
    )
    assert read_question(MultiDict(QUESTION.args()), QUERY) == (QUESTION, ())


def test_what_is_the_usual_is_not_in_the_address() -> None:
    plain = BreakQuestion(query=SearchQuery())

    assert plain.address("kent") == "/kent/break"
    assert read_question(MultiDict([("travel", "any"), ("most", "3")]), SearchQuery()) == (
        plain,
        (),
    )


def test_what_is_broken_is_left_out_and_said() -> None:
    args = MultiDict([("free", "soon"), ("travel", "by-air"), ("most", "9")])

    assert read_question(args, SearchQuery()) == (
        BreakQuestion(query=SearchQuery()),
        (Ignored("free", "soon"), Ignored("travel", "by-air"), Ignored("most", "9")),
    )


def test_a_time_can_be_taken_away() -> None:
    assert QUESTION.without_window(TUESDAY).windows == (THURSDAY,)


def test_a_form_passes_on_all_but_its_own_answer() -> None:
    assert QUESTION.args("free", "need") == (
        ("travel", "without-me"),
        ("most", "2"),
        ("near", "Ashford"),
    )


def test_every_step_has_an_address() -> None:
    plain = BreakQuestion(query=SearchQuery())

    assert step_url(plain, "kent", "times", Day.TUE, Day.THU) == "/kent/break/times?day=tue&day=thu"
    assert step_url(plain, "kent", "") == "/kent/break"
    assert (
        with_args("/kent/break?near=Ashford", [("most", "2")]) == "/kent/break?near=Ashford&most=2"
    )
