"""The page of one activity."""

from collections.abc import Iterable

from flask import Blueprint, abort, render_template

from finder.domain.query import SearchQuery
from finder.domain.vocabulary import ActivityStatus, ProviderStatus
from finder.search.find import find
from finder.web import context
from finder.web.presenters import labels
from finder.web.presenters.activity_page import contact_of, make_sections
from finder.web.presenters.card import Card, Fact, day_marks, make_card, picture_of
from finder.web.presenters.details import make_details

blueprint = Blueprint("activities", __name__)

MOST_LIKE_IT = 3


@blueprint.get("/<council>/activities/<activity_id>")
def show(council: str, activity_id: str) -> str:
    catalogue = context.catalogue()
    activity = catalogue.get_activity(activity_id)
    if activity is None:
        abort(404)
    provider = catalogue.providers[activity.provider_id]
    picture = picture_of(catalogue, activity)
    shortlist = context.shortlist()
    has_stopped = activity.status is ActivityStatus.ENDED or provider.status is ProviderStatus.LEFT
    return render_template(
        "activities/show.html",
        activity=activity,
        provider=provider,
        days=day_marks(activity),
        button=make_card(
            activity, catalogue, today=context.today(), shortlist=shortlist
        ),
        next_steps=[
            Fact(
                picture=labels.LEADS_TO_PICTURES[step.kind],
                title=str(labels.LEADS_TO[step.kind]),
                detail=step.text,
            )
            for step in activity.leads_to or ()
        ],
        sections=make_sections(activity, catalogue.council, today=context.today(), picture=picture),
        details=make_details(activity, provider, catalogue.council, today=context.today()),
        contact=contact_of(activity, provider),
        has_stopped=has_stopped,
        is_paused=activity.status is ActivityStatus.PAUSED
        or provider.status is ProviderStatus.PAUSED,
        is_stale=activity.is_stale(context.today(), catalogue.council.stale_months),
        goes_on_to=_cards(activity.goes_on_to),
        like_it=_cards(_like(activity_id, activity.interests)) if has_stopped else [],
    )


def _like(activity_id: str, interests: tuple[str, ...]) -> list[str]:
    """Return the ids of a few live activities that share its first interest."""
    searchable = context.searchable()
    query = SearchQuery(interests=interests[:1])
    answer = find(searchable, query, whereabouts=None, today=context.today())
    others = [hit.activity_id for hit in answer.hits if hit.activity_id != activity_id]
    return others[:MOST_LIKE_IT]


def _cards(activity_ids: Iterable[str]) -> list[Card]:
    catalogue, shortlist = context.catalogue(), context.shortlist()
    return [
        make_card(activity, catalogue, today=context.today(), shortlist=shortlist)
        for activity in catalogue.list_activities(activity_ids)
    ]
