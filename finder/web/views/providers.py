"""The page of one provider."""

from flask import Blueprint, abort, render_template

from finder.domain.provider import ProviderId
from finder.domain.vocabulary import ProviderStatus
from finder.web import context
from finder.web.presenters import labels
from finder.web.presenters.card import is_running
from finder.web.presenters.listed_card import CardList

blueprint = Blueprint("providers", __name__)


@blueprint.get("/<council>/providers/<provider_id>")
def show(council: str, provider_id: str) -> str:
    catalogue, shortlist = context.catalogue(), context.shortlist()
    provider = catalogue.providers.get(ProviderId(provider_id))
    if provider is None:
        abort(404)
    cards = CardList(catalogue, today=context.today(), shortlist=shortlist)
    return render_template(
        "providers/show.html",
        provider=provider,
        kind=labels.PROVIDER_KINDS[provider.kind] if provider.kind else None,
        has_left=provider.status is ProviderStatus.LEFT,
        is_paused=provider.status is ProviderStatus.PAUSED,
        cards=[
            cards.card(activity.activity_id)
            for activity in catalogue.list_activities_of(provider_id)
            if is_running(activity, catalogue)
        ],
    )
