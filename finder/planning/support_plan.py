"""What a support plan says of each activity on a list (Care Act 2014, sections 24 and 25).

Only what can be counted or chosen is worked out here. The rest is told by the activity itself.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from finder.domain.activity import Activity, Session
from finder.domain.council import Council, Lot
from finder.domain.provider import Provider
from finder.domain.shortlist import Face
from finder.domain.vocabulary import (
    ActivityStatus,
    Arrangement,
    Pay,
    ProviderStatus,
    SpaceState,
)
from finder.planning.attending import Going
from finder.planning.care_act import Outcome, outcomes_of
from finder.planning.cost import Cost
from finder.planning.hours import Hours, hours_of
from finder.planning.occasions import WEEKS, Planned, make_planned, occasions_of
from finder.planning.review import Review, longest_weeks, review_of
from finder.planning.transport import TransportCost, transport_of
from finder.planning.ways_to_pay import WAYS, cost_in_any_way, cost_of, takes


@dataclass(frozen=True, slots=True, kw_only=True)
class OnPlan:
    """An activity that goes into a plan, with what the person said of it."""

    activity: Activity
    provider: Provider
    council: Council
    face: Face | None = None
    note: str = ""

    @property
    def runs(self) -> bool:
        """Return whether people can go to it now."""
        return (
            self.activity.status is ActivityStatus.ACTIVE
            and self.provider.status is ProviderStatus.ACTIVE
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeksOfYear:
    """In how many weeks of the year it is on. Where nobody told, all of them are counted."""

    fewest: int
    most: int
    is_told: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CostOfWay:
    """What it costs in one way of paying; without a way, in whichever it takes."""

    way: Pay | None
    cost: Cost


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """What the plan says of one activity, besides what the activity says itself.

    `weeks` is None when it does not come round every week, fortnight or month. `ends_by` is when
    a place has to end by the rule of its lot. `alternative` is what else on the list the person
    could go to, or None.
    """

    on_plan: OnPlan
    planned: Planned
    lots: tuple[Lot, ...]
    arrangement: Arrangement | None
    hours: Hours
    weeks: WeeksOfYear | None
    costs: tuple[CostOfWay, ...]
    transport: TransportCost
    outcomes: tuple[Outcome, ...]
    review: Review
    ends_by: date | None
    alternative: OnPlan | None


def make_plan_rows(every: Sequence[OnPlan], going: Going, *, today: date) -> tuple[PlanRow, ...]:
    """Return a row for each activity, in the order of the list."""
    return tuple(_row(each, every, going, today) for each in every)


def _row(on_plan: OnPlan, every: Sequence[OnPlan], going: Going, today: date) -> PlanRow:
    activity, council = on_plan.activity, on_plan.council
    planned = make_planned(activity, council, going, today=today)
    lots = tuple(lot for code in activity.lots if (lot := council.lot(code)) is not None)
    review = review_of(activity, planned.sessions, lots, today=today)
    longest = longest_weeks(lots)
    return PlanRow(
        on_plan=on_plan,
        planned=planned,
        lots=lots,
        arrangement=activity.arrangement,
        hours=hours_of(planned),
        weeks=_weeks(planned),
        costs=_costs(planned),
        transport=transport_of(planned),
        outcomes=outcomes_of(activity.outcomes, council),
        review=review,
        ends_by=None if longest is None else review.start + timedelta(weeks=longest),
        alternative=find_alternative(on_plan, every),
    )


def _weeks(planned: Planned) -> WeeksOfYear | None:
    regular = [each for each in occasions_of(planned) if each.a_week]
    if not regular:
        return None
    weeks = [each.weeks for each in regular]
    length = planned.activity.length_weeks
    return WeeksOfYear(
        fewest=min(weeks),
        most=max(weeks),
        is_told=(length is not None and length < WEEKS)
        or all(_tells_weeks(each.session) for each in regular),
    )


def _tells_weeks(session: Session) -> bool:
    has_dates = session.first_date is not None and session.last_date is not None
    return session.weeks_a_year is not None or session.term_time or has_dates


def _costs(planned: Planned) -> tuple[CostOfWay, ...]:
    ways = [way for way in WAYS if takes(planned, way)]
    if not ways:
        return (CostOfWay(way=None, cost=cost_in_any_way(planned)),)
    return tuple(CostOfWay(way=way, cost=cost_of(planned, way)) for way in ways)


def find_alternative(on_plan: OnPlan, every: Iterable[OnPlan]) -> OnPlan | None:
    """Return what else on the list runs, and fills the place best when this is closed.

    It is on the same day, for the same outcome, or about something that is liked as much. What
    the person said "maybe" to is free to be one, more than what they go to anyway; "no" is never
    one. Another provider is not closed at the same time.
    """
    mine = on_plan.activity

    def shared(other: OnPlan) -> tuple[int, int, int]:
        theirs = other.activity
        return (
            len(set(mine.days) & set(theirs.days)),
            len(set(mine.outcomes) & set(theirs.outcomes)),
            len(set(mine.interests) & set(theirs.interests)),
        )

    def fit(other: OnPlan) -> tuple[int, ...]:
        space = other.activity.availability
        return (
            (Face.YES, None, Face.MAYBE).index(other.face),
            space is None or space.state is SpaceState.SPACES,
            *shared(other),
            mine.provider_id != other.activity.provider_id,
        )

    others = (
        each
        for each in every
        if each is not on_plan and each.runs and each.face is not Face.NO and any(shared(each))
    )
    return max(others, key=fit, default=None)
