from datetime import date
from typing import Any

import pytest

from finder.domain.activity import Activity, Availability
from finder.domain.shortlist import Face
from finder.domain.vocabulary import (
    ActivityStatus,
    Arrangement,
    Day,
    Pay,
    ProviderStatus,
    Repeats,
    SpaceState,
)
from finder.planning.care_act import OUTCOMES
from finder.planning.cost import Unknown, unknown_cost
from finder.planning.hours import hours_of
from finder.planning.occasions import make_planned
from finder.planning.review import review_of
from finder.planning.support_plan import (
    CostOfWay,
    OnPlan,
    PlanRow,
    WeeksOfYear,
    find_alternative,
    make_plan_rows,
)
from finder.planning.transport import transport_of
from finder.planning.ways_to_pay import cost_of
from tests.builders import TODAY, a_council, a_lot, a_price, a_provider, a_session, an_activity

COUNCIL = a_council(lots=(a_lot("1a"), a_lot("3", longest_weeks=12)))


def on_plan(activity: Activity | None = None, **overrides: Any) -> OnPlan:
    values = {"provider": a_provider(), "council": COUNCIL, **overrides}
    return OnPlan(activity=activity or an_activity(), **values)


def row_of(activity: Activity) -> PlanRow:
    (row,) = make_plan_rows([on_plan(activity)], {}, today=TODAY)
    return row


def test_a_row_holds_all_that_is_worked_out() -> None:
    activity = an_activity(outcomes=("community",), lots=("3",), sessions=(a_session(Day.MON),))
    listed = on_plan(activity)
    other = on_plan(an_activity("b"))

    first, _ = make_plan_rows([listed, other], {}, today=TODAY)

    planned = make_planned(activity, COUNCIL, {}, today=TODAY)
    assert first == PlanRow(
        on_plan=listed,
        planned=planned,
        lots=(COUNCIL.lots[1],),
        arrangement=Arrangement.FRAMEWORK,
        hours=hours_of(planned),
        weeks=WeeksOfYear(fewest=52, most=52, is_told=False),
        costs=(
            CostOfWay(way=Pay.COUNCIL, cost=cost_of(planned, Pay.COUNCIL)),
            CostOfWay(way=Pay.SELF, cost=cost_of(planned, Pay.SELF)),
        ),
        transport=transport_of(planned),
        outcomes=(OUTCOMES["community"],),
        review=review_of(activity, planned.sessions, (COUNCIL.lots[1],), today=TODAY),
        ends_by=date(2027, 2, 13),
        alternative=other,
    )


def test_only_the_sessions_gone_to_count() -> None:
    activity = an_activity(sessions=(a_session(Day.MON), a_session(Day.THU)))
    going = {("exampleshire", "cooking-together"): frozenset({Day.THU})}

    (row,) = make_plan_rows([on_plan(activity)], going, today=TODAY)

    assert row.planned.sessions == (a_session(Day.THU),)


@pytest.mark.parametrize(
    ("changes", "weeks"),
    [
        pytest.param(
            {"sessions": (a_session(weeks_a_year=46), a_session(Day.FRI, term_time=True))},
            WeeksOfYear(fewest=39, most=46, is_told=True),
            id="told by the sessions",
        ),
        pytest.param(
            {"length_weeks": 12}, WeeksOfYear(fewest=12, most=12, is_told=True), id="a course"
        ),
        pytest.param(
            {"length_weeks": 52},
            WeeksOfYear(fewest=52, most=52, is_told=False),
            id="all year, but nobody told when it is closed",
        ),
        pytest.param(
            {"sessions": (a_session(first_date=date(2027, 1, 5), last_date=date(2027, 2, 9)),)},
            WeeksOfYear(fewest=6, most=6, is_told=True),
            id="between two dates",
        ),
        pytest.param(
            {"sessions": (a_session(weeks_a_year=46), a_session(Day.FRI))},
            WeeksOfYear(fewest=46, most=52, is_told=False),
            id="told by one of two",
        ),
        pytest.param(
            {"sessions": (a_session(repeats=Repeats.ONCE, on_date=date(2027, 1, 5)),)},
            None,
            id="once",
        ),
        pytest.param({"sessions": ()}, None, id="no sessions"),
    ],
)
def test_the_weeks_of_the_year_are_counted(
    changes: dict[str, Any], weeks: WeeksOfYear | None
) -> None:
    assert row_of(an_activity(**changes)).weeks == weeks


def test_where_no_way_of_paying_is_told_it_costs_what_is_told() -> None:
    row = row_of(an_activity(pay=None, prices=(a_price(None),)))

    assert row.costs == (CostOfWay(way=None, cost=unknown_cost(Unknown.PRICE)),)


def test_a_lot_that_the_council_does_not_have_is_left_out() -> None:
    row = row_of(an_activity(lots=("9",)))

    assert (row.lots, row.ends_by) == ((), None)


FULL = Availability(state=SpaceState.FULL, said_on=TODAY)


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        pytest.param(
            on_plan(an_activity("a"), face=Face.YES),
            on_plan(an_activity("b"), face=Face.MAYBE),
            id="a maybe before a yes",
        ),
        pytest.param(
            on_plan(an_activity("a"), face=Face.YES),
            on_plan(an_activity("b")),
            id="one not chosen before a yes",
        ),
        pytest.param(
            on_plan(an_activity("a", availability=FULL)),
            on_plan(an_activity("b")),
            id="one that is not full",
        ),
        pytest.param(
            on_plan(an_activity("a", sessions=(a_session(Day.SUN),))),
            on_plan(an_activity("b", interests=("music",))),
            id="the same day before the same interest",
        ),
        pytest.param(
            on_plan(an_activity("a", interests=("music",))),
            on_plan(an_activity("b")),
            id="the same interest",
        ),
        pytest.param(
            on_plan(an_activity("a")),
            on_plan(an_activity("b", provider_id="example-other")),
            id="another provider",
        ),
    ],
)
def test_the_best_alternative_on_the_list_is_found(worse: OnPlan, better: OnPlan) -> None:
    mine = on_plan()

    assert find_alternative(mine, [worse, mine, better]) is better
    assert find_alternative(mine, [better, worse, mine]) is better


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(on_plan(an_activity("b"), face=Face.NO), id="a no"),
        pytest.param(on_plan(an_activity("b", status=ActivityStatus.PAUSED)), id="having a rest"),
        pytest.param(
            on_plan(an_activity("b"), provider=a_provider(status=ProviderStatus.LEFT)),
            id="of a provider that left",
        ),
        pytest.param(
            on_plan(an_activity("b", interests=("music",), sessions=(a_session(Day.SUN),))),
            id="nothing that is the same",
        ),
    ],
)
def test_some_are_never_an_alternative(other: OnPlan) -> None:
    mine = on_plan()

    assert find_alternative(mine, [mine, other]) is None


def test_the_same_outcome_comes_before_the_same_interest() -> None:
    away = (a_session(Day.SUN),)
    mine = on_plan(an_activity(outcomes=("community",)))
    liked = on_plan(an_activity("a", sessions=away))
    as_useful = on_plan(
        an_activity("b", sessions=away, interests=("music",), outcomes=("community",))
    )

    assert find_alternative(mine, [liked, mine, as_useful]) is as_useful


def test_of_two_that_fit_as_well_the_first_on_the_list_is_it() -> None:
    mine, first, second = (on_plan(an_activity(each)) for each in "abc")

    assert find_alternative(mine, [mine, first, second]) is first
