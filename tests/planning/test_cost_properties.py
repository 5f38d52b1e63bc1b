"""Adding up never hides what is unknown, whatever is told of the activities."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from finder.domain.activity import Activity, Price, Session, Transport
from finder.domain.vocabulary import Day, Pay, PriceUnit, Repeats, Support
from finder.planning.cost import Cost, add_up, left_over
from finder.planning.hours import hours_of
from finder.planning.money import MONTHS, Amounts, Money
from finder.planning.occasions import WEEKS, Planned, make_planned, occasions_of
from finder.planning.transport import transport_of
from finder.planning.ways_to_pay import WAYS, cost_in_any_way, cost_of, sum_of_way
from tests.builders import TODAY, a_council, a_session, an_activity

_CLOCK = [f"{hour:02}:{minute}" for hour in range(8, 20) for minute in ("00", "30")]


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    start = draw(st.integers(0, len(_CLOCK) - 2))
    end = draw(st.none() | st.integers(start + 1, len(_CLOCK) - 1))
    repeats = draw(st.sampled_from(Repeats))
    return a_session(
        draw(st.none() | st.sampled_from(Day)),
        _CLOCK[start],
        "" if end is None else _CLOCK[end],
        repeats=repeats,
        term_time=draw(st.booleans()),
        weeks_a_year=draw(st.none() | st.integers(1, WEEKS)),
        on_date=date(2026, 12, 5) if repeats is Repeats.ONCE else None,
    )


def prices() -> st.SearchStrategy[Price]:
    return st.builds(
        Price,
        low_pence=st.none() | st.integers(0, 900_00),
        unit=st.sampled_from(PriceUnit),
        payers=st.lists(st.sampled_from(Pay), max_size=2, unique=True).map(tuple),
        support=st.none() | st.sampled_from(Support),
        hours=st.none() | st.sampled_from([1, 2.5, 6, 48]),
    )


def activities() -> st.SearchStrategy[Activity]:
    return st.builds(
        an_activity,
        sessions=st.lists(sessions(), max_size=3).map(tuple),
        prices=st.lists(prices(), max_size=3).map(tuple),
        pay=st.none() | st.lists(st.sampled_from(Pay), max_size=3, unique=True).map(tuple),
        length_weeks=st.none() | st.integers(1, 60),
        transport=st.builds(
            Transport,
            offered=st.none() | st.booleans(),
            cost_pence=st.none() | st.integers(0, 30_00),
            unit=st.sampled_from(PriceUnit),
            included=st.none() | st.booleans(),
        ),
    )


def plans() -> st.SearchStrategy[Planned]:
    return activities().map(lambda each: make_planned(each, a_council(), {}, today=TODAY))


def is_range(money: Money) -> bool:
    return 0 <= money.low <= money.high


def is_within(inner: Money, outer: Money) -> bool:
    return outer.low <= inner.low <= inner.high <= outer.high


def is_no_less(more: Amounts, less: Amounts) -> bool:
    pairs = ((more.weekly, less.weekly), (more.once, less.once), (more.yearly, less.yearly))
    return all(a.low >= b.low and a.high >= b.high for a, b in pairs)


def every_cost(planned: Planned) -> list[Cost]:
    return [cost_of(planned, way) for way in WAYS] + [
        cost_in_any_way(planned),
        transport_of(planned).cost,
    ]


@given(plans())
def test_a_cost_is_never_below_nothing_and_is_told_or_unknown(planned: Planned) -> None:
    for cost in every_cost(planned):
        assert cost.unknown or cost.amounts is not None
        if cost.amounts is not None:
            amounts = cost.amounts
            assert all(map(is_range, (amounts.weekly, amounts.once, amounts.yearly)))


@given(st.lists(plans(), max_size=3), plans(), st.sampled_from(WAYS))
def test_one_more_activity_never_makes_a_sum_less(
    planned: list[Planned], more: Planned, way: Pay
) -> None:
    for cost in (cost_in_any_way, lambda each: cost_of(each, way)):
        before, after = add_up(map(cost, planned)), add_up(map(cost, [*planned, more]))
        assert is_no_less(after.amounts, before.amounts)
        assert after.unknown[: len(before.unknown)] == before.unknown


@given(st.lists(plans(), max_size=3))
def test_what_is_not_known_is_always_named(planned: list[Planned]) -> None:
    costs = [cost_in_any_way(each) for each in planned]

    assert add_up(costs).unknown == tuple(
        place for place, cost in enumerate(costs) if cost.amounts is None or cost.unknown
    )


@given(st.lists(plans(), max_size=3), st.sampled_from(WAYS))
def test_the_sum_of_a_way_counts_each_activity_once_or_names_it(
    planned: list[Planned], way: Pay
) -> None:
    found = sum_of_way(planned, way)

    places = sorted((*found.taken, *found.not_taken, *found.not_told))
    assert places == list(range(len(planned)))
    assert set(found.total.unknown) <= set(found.taken)
    assert (
        found.total.amounts == add_up(cost_of(planned[each], way) for each in found.taken).amounts
    )


@given(plans())
def test_the_cost_over_all_ways_holds_the_cost_of_each_that_is_taken(planned: Planned) -> None:
    anyhow = cost_in_any_way(planned)
    for each in sum_of_way([planned], Pay.SELF).taken:
        own = cost_of([planned][each], Pay.SELF)
        if own.amounts is not None:
            assert anyhow.amounts is not None
            assert is_within(own.amounts.weekly, anyhow.amounts.weekly)
            assert is_within(own.amounts.once, anyhow.amounts.once)
            assert is_within(own.amounts.yearly, anyhow.amounts.yearly)


@given(plans(), st.sampled_from(WAYS))
def test_a_year_is_between_its_shortest_and_its_longest_weeks(planned: Planned, way: Pay) -> None:
    amounts = cost_of(planned, way).amounts
    occasions = occasions_of(planned)
    if amounts is None or not occasions:
        return
    fewest = min(each.weeks for each in occasions)
    most = max(each.lasts for each in occasions)
    # Three amounts are added up at the most, each half a penny away, and so are those of a week.
    slack = 2 + 2 * WEEKS
    assert amounts.yearly.low >= amounts.weekly.low * fewest - slack
    assert amounts.yearly.high <= amounts.weekly.high * most + amounts.once.high + slack
    assert abs(amounts.monthly.low * MONTHS - amounts.yearly.low) <= MONTHS


@given(st.integers(0, 500_00), st.integers(1, WEEKS))
def test_a_week_by_its_weeks_is_the_year_to_the_penny(pence: int, weeks: int) -> None:
    price = Price(low_pence=pence, unit=PriceUnit.SESSION)
    activity = an_activity(sessions=(a_session(weeks_a_year=weeks),), prices=(price,))
    amounts = cost_of(make_planned(activity, a_council(), {}, today=TODAY), Pay.SELF).amounts

    assert amounts is not None
    assert amounts.yearly == Money(amounts.weekly.low * weeks, amounts.weekly.high * weeks)


@given(plans())
def test_hours_are_never_below_nothing_and_a_year_holds_them(planned: Planned) -> None:
    hours = hours_of(planned)

    assert min(hours.weekly, hours.once) >= 0
    assert hours.yearly <= hours.weekly * WEEKS + hours.once
    assert bool(hours.unknown) is (
        not planned.activity.sessions or None in [each.minutes for each in occasions_of(planned)]
    )


@given(st.integers(0, 300_00), st.integers(0, 300_00), st.integers(0, 500_00))
def test_what_is_left_and_what_is_paid_are_what_one_had(low: int, more: int, have: int) -> None:
    left = left_over(Money(low, low + more), have)

    assert (left.low + low + more, left.high + low) == (have, have)
