import csv
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import StringIO
from typing import Any

import pytest

from finder.catalogue.reader import Catalogue
from finder.documents.plain_text import LONGEST_LINE
from finder.documents.spreadsheet import BYTE_ORDER_MARK
from finder.domain.activity import (
    Activity,
    AgeRange,
    Availability,
    Helpers,
    Terms,
    Transport,
)
from finder.domain.council import FixedPrice
from finder.domain.provider import Contact
from finder.domain.shortlist import Face
from finder.domain.vocabulary import (
    ActivityStatus,
    Arrangement,
    Day,
    Mode,
    Need,
    Pay,
    PriceUnit,
    SpaceState,
    Support,
)
from finder.web.presenters.listed import ListedActivities
from finder.web.presenters.plan import Plan, make_activity_plan, make_plan
from tests.builders import (
    TODAY,
    a_contact,
    a_council,
    a_lot,
    a_price,
    a_provider,
    a_session,
    an_activity,
)
from tests.web.presenters.conftest import CatalogueOf
from tests.web.presenters.lists import a_listed, all_listed, an_entry

pytestmark = pytest.mark.usefixtures("english_page")

SITE = "https://things.example.org/"
NOT_TOLD = ("Not told us yet. You can ask them.",)
FactsOf = Callable[..., dict[str, tuple[str, ...]]]


def plan_of(catalogue: Catalogue, **entry: Any) -> Plan:
    return make_plan(all_listed(catalogue, **entry), {}, base_url=SITE, today=TODAY)


def facts_in(plan: Plan) -> dict[str, tuple[str, ...]]:
    return {line.term: line.said for line in plan.blocks[0].lines}


def cells_of(plan: Plan) -> list[dict[str, str]]:
    file = plan.spreadsheet.removeprefix(BYTE_ORDER_MARK)
    return list(csv.DictReader(StringIO(file, newline=""), strict=True))


@pytest.fixture
def facts_of(catalogue_of: CatalogueOf) -> FactsOf:
    """Return what a plan says of one activity, by its terms."""

    def facts(contents: dict[str, Any] | None = None, **changes: Any) -> dict[str, tuple[str, ...]]:
        return facts_in(plan_of(catalogue_of(an_activity("a", **changes), **(contents or {}))))

    return facts


FULL: dict[str, Any] = {
    "lots": ("3",),
    "sessions": (
        a_session(Day.MON, weeks_a_year=46, note="We close in winter."),
        a_session(Day.THU, weeks_a_year=46, note="We close in winter."),
    ),
    "prices": (
        a_price(48, payers=(Pay.COUNCIL,), unit=PriceUnit.DAY, hours=2, includes="Lunch."),
        a_price(45, payers=(Pay.SELF,), unit=PriceUnit.DAY, hours=2, includes="Lunch."),
    ),
    "transport": Transport(offered=True, cost_pence=500, area="Marple", arranged_by="The team"),
    "outcomes": ("community", "fun"),
    "support": (Support.SMALL_GROUP,),
    "helpers": Helpers(helpers=1, people=4),
    "needs": {Need.MEDICATION: True, Need.EATING: False, Need.HOIST: True},
    "groups": ("older",),
    "ages": AgeRange(youngest=18),
    "availability": Availability(
        state=SpaceState.WAITING_LIST,
        said_on=date(2026, 11, 7),
        wait_weeks=4,
        note="We ring you.",
    ),
    "length_weeks": 10,
    "terms": Terms(
        notice="3 weeks.", late_pick_up="Open to 4pm.", least_booking="A day.", if_closed="A text."
    ),
}
COUNCIL = a_council(
    lots=(a_lot("1a"), a_lot("3", name="Enablement", longest_weeks=12)),
    outcomes=(
        *a_council().outcomes,
        replace(a_council().outcomes[0], slug="fun", label="Having fun"),
    ),
)


def test_every_fact_of_an_activity_is_in_the_plan(catalogue_of: CatalogueOf) -> None:
    catalogue = catalogue_of(an_activity("a", **FULL), council=COUNCIL)

    plan = plan_of(catalogue, face=Face.YES, note="She likes the hens")

    assert facts_in(plan) == {
        "Provider": ("Example Green Door",),
        "The council’s list": ("Days Out Framework, Exampleshire Council",),
        "Part of the council’s list (lot)": ("3: Enablement",),
        "Arrangement": ("On the council’s list (framework)",),
        "The person says": ("Yes",),
        "Note": ("She likes the hens",),
        "It runs now": ("Yes",),
        "Days and times": (
            "Monday and Thursday, 10am to 12 noon",
            "It is open 46 weeks a year.",
            "We close in winter.",
        ),
        "Hours a week": ("4 hours",),
        "Hours a year": ("40 hours",),
        "Weeks in the year": ("10 weeks",),
        "Place": ("The Green Hall, 2 Example Street, Maidstone, ME14 1XQ.",),
        "Price": (
            "£48 a day (2 hours): With money from the council",
            "£45 a day (2 hours): With your own money",
            "Lunch.",
        ),
        "Ways to pay": ("Council pays the provider and Paying yourself",),
        "Cost a week": ("Council pays the provider: £96", "Paying yourself: £90"),
        "Cost a year": ("Council pays the provider: £960", "Paying yourself: £900"),
        "Transport": (
            "Offered, on top of the price: £5 a day",
            "They pick people up in Marple.",
            "Who plans it: The team.",
        ),
        "Transport a week": ("£10",),
        "Transport a year": ("£100",),
        "Outcomes": (
            (
                "(i) making use of necessary facilities or services in the local community "
                "including public transport, and recreational facilities or services"
            ),
            "Having fun",
        ),
        "Helpers": ("A small group", "1 helper for 4 people"),
        "Help": (
            "Yes: Help with medicines",
            "No: Help with eating and drinking",
            (
                "Not told us yet: Sign language (BSL), Makaton or symbols, "
                "Help with washing, dressing and the toilet, Help when you are upset or angry, "
                "People who need a lot of support are welcome"
            ),
        ),
        "Getting in": (
            "Yes: Hoist",
            (
                "Not told us yet: No steps, Toilet for wheelchair users, "
                "Big toilet with a hoist and a bench, A quiet room, Hearing loop, "
                "Parking for blue badges"
            ),
        ),
        "Who it is for": ("Older people",),
        "Age": ("18 and over",),
        "Space": (
            "You have to wait",
            "About 4 weeks.",
            "We ring you.",
            "They told us on 7 November 2026.",
        ),
        "Start": ("5 December 2026",),
        "For how long": ("It is for 10 weeks.", "The place ends by 27 February 2027."),
        "Review": ("Between 16 January 2027 and 30 January 2027.",),
        "Another one from the list": ("Nothing",),
        "If it is closed": ("A text.",),
        "Notice to leave": ("3 weeks.",),
        "Late pick-up": ("Open to 4pm.",),
        "Least booking": ("A day.",),
        "Ask for": ("The club team",),
        "Phone": ("01632 960 200",),
        "Email": ("green-door@example.org",),
        "Website": NOT_TOLD,
        "Checked on": ("3 Nov 2026",),
        "Page on this site": ("https://things.example.org/exampleshire/activities/a",),
    }


def test_every_fact_that_nobody_told_is_said_to_be_so(catalogue_of: CatalogueOf) -> None:
    untold = Activity(
        activity_id=an_activity("a").activity_id,
        provider_id=a_provider().provider_id,
        name="Something",
        summary="",
        interests=("cooking",),
    )
    catalogue = catalogue_of(untold, providers=(a_provider(contact=Contact()),))

    plan = plan_of(catalogue)

    facts = facts_in(plan)
    assert {term: said for term, said in facts.items() if said != NOT_TOLD} == {
        "Provider": ("Example Green Door",),
        "The council’s list": ("Days Out Framework, Exampleshire Council",),
        "Part of the council’s list (lot)": ("None",),
        "The person says": ("No answer yet",),
        "Note": ("None",),
        "It runs now": ("Yes",),
        "Review": (
            "Between 2 January 2027 and 16 January 2027.",
            "That is if it starts on 21 November 2026.",
        ),
        "Another one from the list": ("Nothing",),
        "Page on this site": ("https://things.example.org/exampleshire/activities/a",),
    }
    assert len(facts) == 40
    (row,) = cells_of(plan)
    assert list(row.values()).count("Not told") == 40 - 9
    assert "Not told us yet. You can ask them." in plan.text


def test_a_single_activity_has_no_lines_of_a_list(catalogue_of: CatalogueOf) -> None:
    listed = replace(a_listed(catalogue_of(an_activity("a")), "a"), entry=None)

    plan = make_activity_plan(listed, base_url=SITE, today=TODAY)

    of_a_list = {"The person says", "Note", "Another one from the list"}
    assert of_a_list.isdisjoint(facts_in(plan))
    assert plan.sums == ()
    assert plan.text.splitlines()[:7] == [
        "TEXT FOR A SUPPORT PLAN",
        "Printed on 21 November 2026.",
        "It names nobody. Please add no names to the website.",
        "The words from (a) to (j) are those of the Care Act.",
        "",
        "Cooking Together (example)",
        "--------------------------",
    ]


def test_a_plan_of_nothing_has_only_its_heads(catalogue_of: CatalogueOf) -> None:
    plan = make_plan(ListedActivities(gone=(an_entry("gone"),)), {}, base_url=SITE, today=TODAY)

    assert (plan.blocks, plan.sums, cells_of(plan)) == ((), (), [])
    assert plan.intro[-1] == "1 thing on the list is not here any more."


@pytest.mark.parametrize(
    ("changes", "term", "said"),
    [
        pytest.param(
            {"status": ActivityStatus.ENDED},
            "It runs now",
            ("This does not run now.",),
            id="it stopped",
        ),
        pytest.param({"prices": (a_price(0),)}, "Cost a week", ("Free",), id="free"),
        pytest.param({"prices": (a_price(None),)}, "Cost a week", NOT_TOLD, id="a price to ask"),
        pytest.param(
            {"prices": (a_price(8, high_pence=1200),)},
            "Cost a week",
            ("£8 to £12",),
            id="a range",
        ),
        pytest.param(
            {"prices": (a_price(120, unit=PriceUnit.COURSE),)},
            "Cost a week",
            ("£120 once",),
            id="a course",
        ),
        pytest.param(
            {"prices": (a_price(120, unit=PriceUnit.COURSE),)},
            "Cost a year",
            ("£120",),
            id="a course, in the year",
        ),
        pytest.param(
            {"prices": (a_price(12, unit=PriceUnit.HOUR),), "sessions": ()},
            "Cost a week",
            ("It depends on how much you go.",),
            id="as often as you like",
        ),
        pytest.param(
            {
                "prices": (a_price(10),),
                "sessions": (
                    a_session(),
                    a_session(day=None, on_date=date(2026, 12, 5)),
                ),
            },
            "Cost a week",
            ("£10 + £10 once",),
            id="each week and once",
        ),
        pytest.param(
            {"sessions": (a_session(day=None, on_date=date(2026, 12, 5)),)},
            "Hours a week",
            ("2 hours once",),
            id="hours of something once",
        ),
        pytest.param(
            {"sessions": (a_session(), a_session(Day.FRI, start="", end=""))},
            "Hours a week",
            ("At least 2 hours",),
            id="hours of which some are not told",
        ),
        pytest.param({"sessions": ()}, "Hours a week", NOT_TOLD, id="no sessions"),
        pytest.param({"sessions": ()}, "Hours a year", NOT_TOLD, id="no sessions in the year"),
        pytest.param(
            {"sessions": (a_session(),)},
            "Weeks in the year",
            (*NOT_TOLD, "We counted 52 weeks."),
            id="weeks that nobody told",
        ),
        pytest.param(
            {"sessions": (a_session(weeks_a_year=46), a_session(Day.FRI, weeks_a_year=40))},
            "Weeks in the year",
            ("40 to 46 weeks",),
            id="more weeks for some",
        ),
        pytest.param(
            {"transport": Transport(included=True)},
            "Transport a week",
            ("It is in the price.",),
            id="transport in the price",
        ),
        pytest.param(
            {"transport": Transport(offered=False)},
            "Transport a year",
            ("Not offered",),
            id="no transport",
        ),
        pytest.param(
            {"modes": (Mode.ONLINE,), "sessions": (), "places": ()},
            "Transport a week",
            ("You do not need to travel.",),
            id="online",
        ),
        pytest.param(
            {"length_weeks": 52}, "For how long", ("It goes on all year.",), id="all year"
        ),
        pytest.param(
            {"length_weeks": 4},
            "Review",
            ("By 19 December 2026.", "That is if it starts on 21 November 2026."),
            id="a short one",
        ),
    ],
)
def test_a_line_says_it_in_words(
    facts_of: FactsOf, changes: dict[str, Any], term: str, said: tuple[str, ...]
) -> None:
    assert facts_of(**changes)[term] == said


def test_ways_of_paying_that_cost_different_amounts_are_apart(facts_of: FactsOf) -> None:
    prices = (a_price(30, payers=(Pay.COUNCIL,)), a_price(None, payers=(Pay.SELF,)))

    assert facts_of(prices=prices)["Cost a week"] == (
        "Council pays the provider: £30",
        "Paying yourself: Not told us yet. You can ask them.",
    )


def test_prices_that_the_council_hides_are_asked_for(facts_of: FactsOf) -> None:
    facts = facts_of({"council": a_council(show_prices=False)}, prices=(a_price(includes="Tea."),))

    assert facts["Price"] == ("Ask them for the price",)
    assert facts["Cost a week"] == ("Ask them for the price",)


FIXED = FixedPrice(pence=5000, unit=PriceUnit.SESSION)
FRAMEWORK = replace(a_council().framework, fixed_price=FIXED)


@pytest.mark.parametrize(
    ("council", "arrangement", "said"),
    [
        pytest.param(
            a_council(framework=FRAMEWORK),
            Arrangement.FRAMEWORK,
            ("The council sets a price: £50 each time.",),
            id="for the whole list",
        ),
        pytest.param(
            a_council(lots=(a_lot("1a", fixed_price=FIXED),)),
            Arrangement.FRAMEWORK,
            ("The council sets a price: £50 each time.",),
            id="for a part of it",
        ),
        pytest.param(
            a_council(framework=FRAMEWORK), Arrangement.NONE, NOT_TOLD, id="not on the list"
        ),
    ],
)
def test_a_price_that_the_council_sets_is_said(
    facts_of: FactsOf, council: Any, arrangement: Arrangement, said: tuple[str, ...]
) -> None:
    facts = facts_of({"council": council}, arrangement=arrangement, prices=())

    assert facts["Price"] == said


def test_only_the_days_gone_to_are_in_the_plan(catalogue_of: CatalogueOf) -> None:
    activity = an_activity("a", sessions=(a_session(Day.MON), a_session(Day.THU)))
    going = {("exampleshire", "a"): frozenset({Day.THU})}

    plan = make_plan(all_listed(catalogue_of(activity)), going, base_url=SITE, today=TODAY)

    assert facts_in(plan)["Days and times"] == ("Thursday, 10am to 12 noon",)
    assert facts_in(plan)["Cost a week"] == ("£10",)


def test_what_is_on_the_plan_is_added_up(catalogue_of: CatalogueOf) -> None:
    catalogue = catalogue_of(
        an_activity("a", name="One"),
        an_activity("b", name="Two", prices=(a_price(None),), sessions=()),
        an_activity("c", name="Three", pay=(Pay.SELF,)),
        an_activity("d", name="Four", pay=None, prices=(a_price(5),)),
        an_activity("e", name="Five", status=ActivityStatus.ENDED),
    )

    plan = plan_of(catalogue)

    assert {line.term: line.said for line in plan.sums} == {
        "Counted here": ("One; Two; Three; Four",),
        "Hours a week": ("At least 6 hours",),
        "Hours a year": ("At least 312 hours",),
        "Council pays the provider": (
            "A week: At least £10.",
            "A year: At least £520.",
            "Some of the cost of these is not told: Two.",
            "These are paid in another way: Three.",
            "Nobody told how these are paid: Four.",
        ),
        "Paying yourself": (
            "A week: At least £20.",
            "A year: At least £1,040.",
            "Some of the cost of these is not told: Two.",
            "Nobody told how these are paid: Four.",
        ),
        "Transport": (
            "A week: Not told.",
            "A year: Not told.",
            "Some of the cost of these is not told: One; Two; Three; Four.",
        ),
    }
    assert plan.text.count("\nAll together\n------------\n") == 1


@pytest.mark.parametrize("face", [Face.NO, Face.YES])
def test_what_the_person_says_no_to_is_not_added_up(catalogue_of: CatalogueOf, face: Face) -> None:
    plan = plan_of(catalogue_of(an_activity("a"), an_activity("b")), face=face)

    assert bool(plan.sums) == (face is Face.YES)
    assert facts_in(plan)["The person says"] == (face.value.capitalize(),)


def test_sums_that_are_all_known_say_no_more(catalogue_of: CatalogueOf) -> None:
    by_bus = Transport(offered=False)
    plan = plan_of(
        catalogue_of(an_activity("a", transport=by_bus), an_activity("b", transport=by_bus))
    )

    said = {line.term: line.said for line in plan.sums}
    assert said["Paying yourself"] == ("A week: £20.", "A year: £1,040.")
    assert said["Transport"] == ("A week: Free.", "A year: Free.")


def test_each_activity_is_a_row_with_the_same_columns(catalogue_of: CatalogueOf) -> None:
    council = a_council(lots=())
    catalogue = catalogue_of(
        an_activity("a", name="=1+1", lots=(), outcomes=("community",)),
        an_activity("b", name="Two", contact=a_contact(phone="+44 1632 960200")),
        council=council,
    )

    first, second = cells_of(plan_of(catalogue, note="@home"))

    assert first["Name"] == "'=1+1"
    assert first["Note"] == "'@home"
    assert second["Phone"] == "'+44 1632 960200"
    assert (first["Checked on"], first["Printed on"]) == ("2026-11-03", "2026-11-21")
    assert second["Another one from the list"] == "'=1+1, Example Green Door"
    cells = [cell for row in (first, second) for cell in row.values()]
    assert [cell for cell in cells if not cell or cell.startswith(tuple("=+-@"))] == []


def test_the_lines_of_the_text_are_short(catalogue_of: CatalogueOf) -> None:
    catalogue = catalogue_of(an_activity("a", **FULL), an_activity("b"), council=COUNCIL)

    lines = plan_of(catalogue).text.splitlines()

    assert max(map(len, lines)) <= LONGEST_LINE
    assert "1. Cooking Together (example)" in lines
    assert all(sign.isascii() or sign == "£" for line in lines for sign in line)
