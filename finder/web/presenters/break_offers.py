"""Ask the search for what may give a carer a break, and plan it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from finder.catalogue.reader import Catalogue
from finder.domain.activity import Activity
from finder.domain.place import Whereabouts
from finder.domain.query import SearchQuery
from finder.domain.vocabulary import DayChoice, Sort
from finder.planning.break_visits import LONGER_BREAKS, Offer
from finder.planning.breaks import BreakPlan, days_of, plan_breaks
from finder.search.columns import Kind
from finder.search.find import Answer, Hit, Searchable, find
from finder.web.presenters.break_question import BreakQuestion

# As many as can be read and planned while somebody waits. The nearest come first.
MOST_LOOKED_AT = 600
# The words under which every example of the two kinds is found.
_LONGER_WORDS = "short break shared lives"
_MOST_LONGER_LOOKED_AT = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundBreak:
    """A plan, and the results of the search that it was made of, by the activity's id."""

    plan: BreakPlan
    answer: Answer
    hits: Mapping[str, Hit]


@dataclass(frozen=True, slots=True)
class LongerBreak:
    """A short break or a Shared Lives place, with how far away it is."""

    activity: Activity
    miles: float | None


def find_break(
    searchable: Searchable,
    catalogue: Catalogue,
    question: BreakQuestion,
    *,
    whereabouts: Whereabouts | None,
    today: date,
) -> FoundBreak:
    """Return the plan for a question that has times."""
    days = tuple(DayChoice(day.value) for day in days_of(question.windows))
    query = _in_order(question.query, whereabouts).with_(days=days)
    answer = find(searchable, query, whereabouts=whereabouts, today=today)
    hits = answer.slice(0, MOST_LOOKED_AT)
    activities = catalogue.list_activities(hit.activity_id for hit in hits)
    plan = plan_breaks(
        (_offer(activity, hit) for activity, hit in zip(activities, hits, strict=True)),
        question.windows,
        today=today,
        without_carer=question.without_carer,
        most_activities=question.most,
    )
    return FoundBreak(plan=plan, answer=answer, hits={hit.activity_id: hit for hit in hits})


def _in_order(query: SearchQuery, whereabouts: Whereabouts | None) -> SearchQuery:
    sort = Sort.BEST if whereabouts is None else Sort.NEAR
    return query.without("days", "parts", "view").with_(sort=sort)


def not_told(hit: Hit) -> tuple[Kind, ...]:
    """Return what nobody told of what was asked for, besides the times, which the plan weighs."""
    return tuple(kind for kind in hit.not_told if kind is not Kind.DAY)


def _offer(activity: Activity, hit: Hit) -> Offer:
    untold = not_told(hit)
    return Offer(activity=activity, miles=hit.miles, is_sure=not untold, not_told=len(untold))


def find_longer(
    searchable: Searchable,
    catalogue: Catalogue,
    query: SearchQuery,
    *,
    whereabouts: Whereabouts | None,
    today: date,
) -> tuple[LongerBreak, ...]:
    """Return the short breaks and Shared Lives places that fit the person, at any time."""
    asked = _in_order(query, whereabouts).without("miles", "interests").with_(text=_LONGER_WORDS)
    answer = find(searchable, asked, whereabouts=whereabouts, today=today)
    hits = answer.slice(0, _MOST_LONGER_LOOKED_AT)
    activities = catalogue.list_activities(hit.activity_id for hit in hits)
    return tuple(
        LongerBreak(activity, hit.miles)
        for activity, hit in zip(activities, hits, strict=True)
        if activity.kind in LONGER_BREAKS
    )
