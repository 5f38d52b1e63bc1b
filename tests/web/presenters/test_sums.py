from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from finder.domain.activity import Activity, ActivityId, Helpers, Transport
from finder.domain.shortlist import Face, ShortlistEntry
from finder.domain.vocabulary import Day, Mode, Pay, PriceUnit, Repeats
from finder.planning.attending import Going
from finder.web.presenters.listed import Listed
from finder.web.presenters.sums import SumLine, Sums, make_sums
from finder.web.presenters.sums_groups import Named, NamedGroup
from tests.builders import TODAY, a_council, a_price, a_session, an_activity
from tests.web.presenters.conftest import CatalogueOf

pytestmark = pytest.mark.usefixtures("english_page")

NOT_TOLD = "Not told us yet. You can ask them."
CAN_LEAVE = Helpers(carer_can_leave=True)
BY_ONESELF = Transport(offered=False)
SumsOf = Callable[..., Sums]


def told(activity_id: str = "cooking", **overrides: Any) -> Activity:
    """Return an activity of which everything is told that is added up."""
    return an_activity(
        activity_id,
        **{
            "name": activity_id.replace("-", " ").title(),
            "helpers": CAN_LEAVE,
            "transport": BY_ONESELF,
            **overrides,
        },
    )


@pytest.fixture
def sums_of(catalogue_of: CatalogueOf) -> SumsOf:
    """Add up a list of these activities, all of one council."""

    def add(
        *activities: Activity,
        have: int | None = None,
        going: Going | None = None,
        faces: tuple[Face | None, ...] = (),
        travel: dict[tuple[str, str], int] | None = None,
        **overrides: Any,
    ) -> Sums:
        catalogue = catalogue_of(*activities, **overrides)
        entries = [
            ShortlistEntry(
                council=catalogue.council.slug,
                activity_id=each.activity_id,
                position=place,
                added_at=datetime(2026, 11, 21, tzinfo=UTC),
                face=faces[place] if faces else None,
            )
            for place, each in enumerate(activities)
        ]
        listed = [
            Listed(activity=activity, catalogue=catalogue, entry=entry)
            for activity, entry in zip(activities, entries, strict=True)
        ]
        return make_sums(listed, going or {}, have=have, today=TODAY, travel=travel)

    return add


def group(about: str, *names: str) -> NamedGroup:
    return NamedGroup(about=about, things=tuple(Named(name=name) for name in names))


def test_a_list_adds_up(sums_of: SumsOf) -> None:
    sums = sums_of(
        told("cooking", sessions=(a_session(Day.TUE, weeks_a_year=50),)),
        told("music", sessions=(a_session(Day.WED, "10:00", "11:30"),), prices=(a_price(5),)),
        have=150_00,
    )

    assert sums == Sums(
        lines=(
            SumLine(term="Time out of the house", values=("3 hours 30 minutes a week",)),
            SumLine(term="Break for your carer", values=("3 hours 30 minutes a week",)),
            SumLine(term="Cost", values=("£15 a week",)),
        ),
        assumed=("This is if you go every time.",),
        ask=(),
        apart=(),
        more=(
            SumLine(term="In a month", values=("£63.33",)),
            SumLine(term="In a year", values=("£760",)),
        ),
        more_said=("Some things stop for part of the year. We counted that.",),
        more_apart=(group("You get there by yourself", "Cooking", "Music"),),
        ways=(
            SumLine(term="The council pays them", values=("£15 a week",)),
            SumLine(term="Your own money", values=("£15 a week",)),
        ),
        have="150",
        answer=("You have £135 left each week.",),
    )


def test_nothing_adds_up_to_nothing(sums_of: SumsOf) -> None:
    assert sums_of(told(), faces=(Face.NO,)) == Sums(
        lines=(),
        assumed=(),
        ask=(),
        apart=(group("The answer is no", "Cooking"),),
        more=(),
        more_said=(),
        more_apart=(),
        ways=(),
        have="",
        answer=(),
    )


def test_what_was_refused_or_is_over_is_named_and_not_counted(sums_of: SumsOf) -> None:
    over = a_session(on_date=date(2026, 11, 1), repeats=Repeats.ONCE)
    sums = sums_of(
        told("cooking"),
        told("music"),
        told("lohri", sessions=(over,)),
        told("walking"),
        faces=(Face.YES, Face.NO, None, Face.MAYBE),
        going={("exampleshire", "walking"): frozenset[Day]()},
    )

    assert sums.lines[-1] == SumLine(term="Cost", values=("£10 a week",))
    assert sums.apart == (
        group("The answer is no", "Music"),
        group("It is over", "Lohri"),
        group("You picked no day", "Walking"),
    )


def test_the_days_that_were_picked_are_counted(sums_of: SumsOf) -> None:
    cooking = told("cooking", sessions=(a_session(Day.TUE), a_session(Day.THU)))
    sums = sums_of(cooking, going={("exampleshire", "cooking"): frozenset({Day.THU})})

    assert sums.lines[0].values == ("2 hours a week",)
    assert sums.lines[-1].values == ("£10 a week",)
    assert sums.assumed == ("This is for the days that you picked.",)


def test_days_that_were_picked_for_something_else_change_nothing(sums_of: SumsOf) -> None:
    sums = sums_of(told(), going={("exampleshire", "music"): frozenset({Day.THU})})

    assert sums.assumed == ("This is if you go every time.",)


def test_time_at_home_is_not_time_out_of_the_house(sums_of: SumsOf) -> None:
    sums = sums_of(told(sessions=(a_session(mode=Mode.ONLINE),), helpers=Helpers()))

    assert sums.lines == (
        SumLine(term="Time for things at home", values=("2 hours a week",)),
        SumLine(term="Cost", values=("£10 a week",)),
    )
    assert sums.more_apart == ()


def test_a_break_has_the_way_there_and_back_where_it_is_known(sums_of: SumsOf) -> None:
    minibus = Transport(offered=True, included=True)
    sums = sums_of(
        told("cooking", transport=minibus),
        told("music"),
        travel={("exampleshire", "cooking"): 30, ("exampleshire", "music"): 30},
    )

    assert sums.lines[1:] == (
        SumLine(term="Break for your carer, with travel", values=("5 hours a week",)),
        SumLine(term="Cost", values=("£20 a week",)),
        SumLine(term="Their transport, if you use it", values=("It is in the price.",)),
    )


def test_a_break_that_nobody_told_of_is_one_at_most(sums_of: SumsOf) -> None:
    sums = sums_of(
        told("cooking"),
        told("music", helpers=Helpers()),
        told("walking", helpers=Helpers(carer_can_leave=False)),
    )

    assert sums.lines[1].values == ("Up to 4 hours a week",)
    assert sums.ask == (group("If your carer can go", "Music"),)
    assert sums.apart == (group("Your carer stays with you", "Walking"),)


def test_all_that_nobody_told_is_named(sums_of: SumsOf) -> None:
    sums = sums_of(
        told("cooking"),
        told("music", prices=(a_price(None),)),
        told("crafts", prices=(a_price(4), a_price(None, payers=(Pay.SELF,), unit=PriceUnit.DAY))),
        told("farm", transport=Transport(offered=True)),
        told("choir", transport=Transport()),
        told("games", sessions=(a_session(end=""),)),
        have=150_00,
    )

    assert sums.ask == (
        group("The cost", "Music"),
        group("Some of the prices", "Crafts"),
        group("The times", "Games"),
        group("The cost of their transport", "Farm"),
        group("If they can take you there", "Choir"),
    )
    assert [line.values for line in sums.lines] == [
        ("At least 10 hours a week",),
        ("At least 10 hours a week",),
        ("At least £44 a week",),
        (NOT_TOLD,),
    ]
    assert sums.more[1].values == ("At least £2,288",)
    assert sums.answer == ("You have up to £106 left each week.", "We do not know all the costs.")


def test_a_cost_that_nobody_told_is_not_free(sums_of: SumsOf) -> None:
    sums = sums_of(told(prices=()))

    assert sums.lines[-1] == SumLine(term="Cost", values=(NOT_TOLD,))
    assert sums.more == ()


def test_what_depends_on_how_much_one_goes_is_named(sums_of: SumsOf) -> None:
    sums = sums_of(told(sessions=(), prices=(a_price(27, unit=PriceUnit.HOUR),)))

    assert sums.lines[-1] == SumLine(term="Cost", values=("It depends on how much you go.",))
    assert sums.apart == (group("The cost depends on how much you go", "Cooking"),)
    assert sums.ask == (group("The times", "Cooking"),)


def test_prices_that_the_council_hides_are_to_be_asked_for(sums_of: SumsOf) -> None:
    sums = sums_of(told(), council=a_council(show_prices=False))

    assert sums.lines[-1] == SumLine(term="Cost", values=("Ask them for the price",))
    assert sums.apart == (group("Ask them for the price", "Cooking"),)
    assert sums.ask == ()


def test_what_is_paid_once_is_in_no_week(sums_of: SumsOf) -> None:
    course = (a_price(170, unit=PriceUnit.COURSE),)
    sums = sums_of(
        told("cooking"),
        told("swimming", prices=course, length_weeks=10),
        told("show", prices=(a_price(7, unit=PriceUnit.ONE_OFF),)),
        told("panto", prices=course, length_weeks=1),
        told("college", prices=course, length_weeks=52),
        told(
            "crafts",
            prices=(a_price(90, unit=PriceUnit.COURSE, payers=(Pay.SELF,)), a_price(50)),
            length_weeks=10,
        ),
        have=150_00,
    )

    assert sums.apart == (
        NamedGroup(
            about="You pay once",
            things=(
                Named(name="Swimming", detail="£170. That is £17 a week for 10 weeks."),
                Named(name="Show", detail="£7"),
                Named(name="Panto", detail="£170"),
                Named(name="College", detail="£170"),
                Named(name="Crafts", detail="£0 to £90"),
            ),
        ),
    )
    assert sums.lines[-1].values == ("£10 to £60 a week", "£517 to £607 once")
    assert sums.answer[-1] == "What you pay once is not in this."


def test_transport_is_a_line_of_its_own_and_counts_in_the_answer(sums_of: SumsOf) -> None:
    sums = sums_of(
        told("cooking", transport=Transport(offered=True, cost_pence=6_00)),
        told("music", transport=Transport(offered=True, included=True)),
        have=20_00,
    )

    assert sums.lines[2:] == (
        SumLine(term="Cost", values=("£20 a week",)),
        SumLine(term="Their transport, if you use it", values=("£6 a week",)),
    )
    assert sums.answer == ("You need £6 more each week.",)
    assert sums.more[1].values == ("£1,352",)
    assert sums.more_said == ("This is with their transport.",)


def test_each_way_of_paying_names_what_it_leaves_out(sums_of: SumsOf) -> None:
    sums = sums_of(
        told("cooking", pay=(Pay.SELF,)),
        told("music", pay=(Pay.NHS, Pay.SELF), prices=()),
        told("walking", pay=None),
    )

    assert sums.ways == (
        SumLine(
            term="Your own money",
            values=("At least £10 a week",),
            groups=(
                group("We do not know the cost", "Music"),
                group("Ask if you can pay this way", "Walking"),
            ),
        ),
        SumLine(
            term="The NHS pays",
            values=(NOT_TOLD,),
            groups=(
                group("We do not know the cost", "Music"),
                group("You cannot pay this way", "Cooking"),
                group("Ask if you can pay this way", "Walking"),
            ),
        ),
    )


@pytest.mark.parametrize(("have", "typed"), [(None, ""), (150_00, "150"), (150_05, "150.05")])
def test_the_money_goes_back_into_its_field(sums_of: SumsOf, have: int | None, typed: str) -> None:
    assert sums_of(told(), have=have).have == typed


def test_an_activity_that_is_shown_by_itself_adds_up_too(catalogue_of: CatalogueOf) -> None:
    activity = replace(told(), activity_id=ActivityId("alone"))
    listed = Listed(activity=activity, catalogue=catalogue_of(activity))

    sums = make_sums([listed], {}, have=None, today=TODAY)
    assert sums.lines[-1] == SumLine(term="Cost", values=("£10 a week",))
