"""The page of one activity."""

from collections.abc import Iterable

from flask import Blueprint, abort, render_template, request

from finder.domain.activity import Activity
from finder.domain.provider import Provider
from finder.domain.query import SearchQuery
from finder.domain.vocabulary import ActivityStatus, ProviderStatus
from finder.search.find import find
from finder.web import context
from finder.web.presenters import labels
from finder.web.presenters.activity_page import contact_of, make_sections
from finder.web.presenters.addresses import address
from finder.web.presenters.card import (
    Card,
    Fact,
    day_marks,
    is_running,
    make_card,
    picture_of,
)
from finder.web.presenters.details import make_details

blueprint = Blueprint("activities", __name__)

MOST_LIKE_IT = 3


@blueprint.get("/<council>/activities/<activity_id>")
def show(council: str, activity_id: str) -> str:
    """Show an activity. The address can carry the search that a person came from."""
    catalogue = context.catalogue()
    activity = catalogue.get_activity(activity_id)
    if activity is None:
        abort(404)
    own, today = catalogue.council, context.today()
    provider = catalogue.providers[activity.provider_id]
    query = SearchQuery.from_args(request.args.items(multi=True)).query
    look_up = context.generation().gazetteer.look_up(query.near, council=own.slug)
    picture = picture_of(catalogue, activity)
    stopped = has_stopped(activity, provider)
    return render_template(
        "activities/show.html",
        activity=activity,
        provider=provider,
        card=make_card(activity, catalogue, today=today, shortlist=context.shortlist()),
        days=day_marks(activity),
        sections=make_sections(
            activity, own, today=today, picture=picture, whereabouts=look_up.whereabouts
        ),
        next_steps=_next_steps(activity),
        details=make_details(activity, provider, own, today=today),
        contact=contact_of(activity, provider),
        back_url=address("find.results", own.slug, query),
        is_from_results=not query.is_empty,
        has_stopped=stopped,
        is_paused=activity.status is ActivityStatus.PAUSED
        or provider.status is ProviderStatus.PAUSED,
        is_stale=activity.is_stale(today, own.stale_months),
        goes_on_to=_cards(activity.goes_on_to),
        like_it=_cards(_like(activity)) if stopped else [],
    )


def has_stopped(activity: Activity, provider: Provider) -> bool:
    """Return whether it ended, or its provider left. Its page stays, and says so."""
    return activity.status is ActivityStatus.ENDED or provider.status is ProviderStatus.LEFT


def _next_steps(activity: Activity) -> list[Fact]:
    return [
        Fact(
            picture=labels.LEADS_TO_PICTURES[step.kind],
            title=str(labels.LEADS_TO[step.kind]),
            detail=step.text,
        )
        for step in activity.leads_to or ()
    ]


def _like(activity: Activity) -> list[str]:
    """Return the ids of a few live activities that share its first interest.

    Those that it goes on to are on its page already.
    """
    query = SearchQuery(interests=activity.interests[:1])
    answer = find(context.searchable(), query, whereabouts=None, today=context.today())
    shown = (activity.activity_id, *activity.goes_on_to)
    others = [hit.activity_id for hit in answer.hits if hit.activity_id not in shown]
    return others[:MOST_LIKE_IT]


def _cards(activity_ids: Iterable[str]) -> list[Card]:
    catalogue, shortlist = context.catalogue(), context.shortlist()
    return [
        make_card(activity, catalogue, today=context.today(), shortlist=shortlist)
        for activity in catalogue.list_activities(activity_ids)
        if is_running(activity, catalogue)
    ]
