"""The sums as they stand on a page: the form, its hidden fields, and what is folded."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from flask import Flask

from finder.web.presenters.sums import SumLine, Sums
from finder.web.presenters.sums_groups import Named, NamedGroup
from tests.page import faults_in

MUSIC = NamedGroup(about="The cost", things=(Named(name="Music <b>"), Named(name="Crafts")))
SUMS = Sums(
    lines=(
        SumLine(term="Time out of the house", values=("17 hours a week",)),
        SumLine(term="Cost", values=("£129 a week", "£90 once")),
    ),
    assumed=("This is if you go every time.",),
    ask=(MUSIC,),
    apart=(NamedGroup(about="You pay once", things=(Named(name="Swimming", detail="£90"),)),),
    more=(SumLine(term="In a year", values=("£6,798",)),),
    more_said=("This is with their transport.",),
    more_apart=(NamedGroup(about="You get there by yourself", things=(Named(name="Choir"),)),),
    ways=(SumLine(term="Your own money", values=("£129 a week",), groups=(MUSIC,)),),
    have="150",
    answer=("You have up to £21 left each week.", "We do not know all the costs."),
)
PAGE = (
    '<!DOCTYPE html><html lang="en-GB" dir="ltr"><head><title>Sums</title></head>'
    "<body><h1>Sums</h1>{}</body></html>"
)
NOTHING = Sums(
    lines=(),
    assumed=(),
    ask=(),
    apart=(),
    more=(),
    more_said=(),
    more_apart=(),
    ways=(),
    have="",
    answer=(),
)


def rendered(
    app: Flask,
    value: Sums,
    *,
    kept: Iterable[tuple[str, str]] = (),
    at: str = "/list?council=kent",
    on_paper: bool = False,
) -> str:
    with app.test_request_context(at):
        module = app.jinja_env.get_template("components/sums.html").module
        return str(module.sums(value, "/list/week?council=kent", list(kept), on_paper))  # type: ignore[attr-defined]


def said(markup: str) -> list[str]:
    """Return what is read aloud, a line for each heading, paragraph, term and item."""
    soup = BeautifulSoup(markup, "html.parser")
    names = ["h2", "h3", "p", "dt", "dd", "li", "label", "summary", "button"]
    return [" ".join(each.get_text().split()) for each in soup.find_all(names)]


def fields(markup: str) -> list[tuple[str, str]]:
    soup = BeautifulSoup(markup, "html.parser")
    return [(str(each["name"]), str(each["value"])) for each in soup.find_all("input")]


def test_it_is_read_in_the_order_of_the_page(app: Flask) -> None:
    assert said(rendered(app, SUMS)) == [
        "This adds up to",
        "Time out of the house",
        "17 hours a week",
        "Cost",
        "£129 a week",
        "£90 once",
        "This is if you go every time.",
        "Not told us yet. You can ask them.",
        "The cost: Music <b>, Crafts",
        "You pay once: Swimming £90",
        "How much money do you have each week?",
        "We do not keep it. For example, 150.",
        "Add it up",
        "You have up to £21 left each week. We do not know all the costs.",
        "More about the cost",
        "In a year",
        "£6,798",
        "This is with their transport.",
        "You get there by yourself: Choir",
        "A week, by each way to pay",
        "Your own money",
        "£129 a week",
        "The cost: Music <b>, Crafts",
        "This is without their transport.",
    ]


def test_a_page_with_it_has_no_fault(app: Flask, pseudo_app: Flask) -> None:
    for markup in (
        rendered(app, SUMS),
        rendered(app, NOTHING),
        rendered(app, NOTHING, kept=[("have", "lots")]),
        rendered(app, SUMS, on_paper=True),
        rendered(pseudo_app, SUMS, at="/list?council=kent&lang=ar"),
    ):
        assert faults_in(PAGE.format(markup)) == []


def test_the_form_keeps_the_days_the_council_and_the_language(pseudo_app: Flask) -> None:
    kept = [("go", "kent:choir:mon"), ("have", "100"), ("go", "kent:farm:tue-fri")]
    markup = rendered(pseudo_app, SUMS, kept=kept, at="/list?council=kent&lang=ar")

    assert 'method="get" action="/list/week#sums"' in markup
    assert fields(markup) == [
        ("council", "kent"),
        ("lang", "ar"),
        ("go", "kent:choir:mon"),
        ("go", "kent:farm:tue-fri"),
        ("have", "150"),
    ]


def test_the_form_of_no_council_in_no_other_language_sends_the_money_only(app: Flask) -> None:
    assert fields(rendered(app, NOTHING, at="/list")) == [("have", "")]


def test_what_cannot_be_read_as_money_comes_back_with_a_word_about_it(app: Flask) -> None:
    markup = rendered(app, NOTHING, kept=[("have", "lots")])

    assert "We cannot read that. Type a number, like 150." in said(markup)
    assert ("have", "lots") in fields(markup)
    assert 'aria-describedby="have-hint have-wrong" aria-invalid="true"' in markup
    assert "aria-invalid" not in rendered(app, SUMS, kept=[("have", "150")])


def test_on_paper_there_is_no_form_and_nothing_is_folded(app: Flask) -> None:
    markup = rendered(app, SUMS, on_paper=True)

    assert fields(markup) == []
    assert "<details>" not in markup
    assert "<summary>" not in markup
    assert "You have £150 each week." in said(markup)
    assert "A week, by each way to pay" in said(markup)


@pytest.mark.parametrize("on_paper", [False, True])
def test_nothing_is_said_of_what_there_is_not(app: Flask, on_paper: bool) -> None:
    lines = said(rendered(app, NOTHING, on_paper=on_paper))

    assert lines[0] == "This adds up to"
    assert "More about the cost" not in lines
    assert not any(line.startswith("You have £") for line in lines)


def test_without_ways_to_pay_none_are_headed(app: Flask) -> None:
    bare = replace(SUMS, ways=(), more=(), more_apart=())

    assert "A week, by each way to pay" not in said(rendered(app, bare))


def test_names_are_marked_as_english(pseudo_app: Flask) -> None:
    markup = rendered(pseudo_app, SUMS, at="/list?council=kent&lang=ar")

    assert '<b lang="en" dir="ltr">Crafts</b>' in markup.replace("en-GB", "en")
