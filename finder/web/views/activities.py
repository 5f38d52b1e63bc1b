"""The page of one activity."""

from flask import Blueprint, render_template, request

from finder.domain.activity import Activity
from finder.domain.provider import Provider
from finder.domain.query import SearchQuery
from finder.domain.vocabulary import ActivityStatus, ProviderStatus
from finder.search.similar import MOST, similar
from finder.web import context, i18n
from finder.web.one_activity import find_activity
from finder.web.presenters import labels
from finder.web.presenters.activity_page import contact_of, make_sections
from finder.web.presenters.addresses import address
from finder.web.presenters.card import Fact, day_marks, picture_of
from finder.web.presenters.details import make_details
from finder.web.presenters.listed_card import CardList
from finder.web.presenters.media import show_photos, show_recordings, show_videos
from finder.web.presenters.other_things import make_other_things

blueprint = Blueprint("activities", __name__)


@blueprint.get("/<council>/activities/<activity_id>")
def show(council: str, activity_id: str) -> str:
    """Show an activity. The address can carry the search that a person came from."""
    found = find_activity(activity_id)
    activity, catalogue, provider = found.activity, found.catalogue, found.provider
    own, today = found.council, context.today()
    query = SearchQuery.from_args(request.args.items(multi=True)).query
    look_up = context.generation().gazetteer.look_up(query.near, council=own.slug)
    picture = picture_of(catalogue, activity)
    return render_template(
        "activities/show.html",
        activity=activity,
        provider=provider,
        card=CardList(catalogue, today=today, shortlist=context.shortlist()).card(activity_id),
        days=day_marks(activity),
        photos=show_photos(activity.photos, own.slug),
        videos=show_videos(activity.videos, own.slug),
        recordings=show_recordings(activity.recordings, own.slug, language=i18n.language()),
        is_recorded=any(each.is_in(i18n.language()) for each in activity.recordings),
        sections=make_sections(
            activity, own, today=today, picture=picture, whereabouts=look_up.whereabouts
        ),
        next_steps=_next_steps(activity),
        details=make_details(activity, provider, own, today=today),
        contact=contact_of(activity, provider),
        back_url=address("find.results", own.slug, query),
        is_from_results=not query.is_empty,
        has_stopped=has_stopped(activity, provider),
        is_paused=activity.status is ActivityStatus.PAUSED
        or provider.status is ProviderStatus.PAUSED,
        is_stale=activity.is_stale(today, own.stale_months),
        others=make_other_things(
            catalogue,
            activity,
            # Those that it goes on to may be among them, and are shown for that.
            similar(
                context.searchable(), activity, today=today, most=MOST + len(activity.goes_on_to)
            ),
            most_like_it=MOST,
            whereabouts=look_up.whereabouts,
            query=query,
        ),
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
