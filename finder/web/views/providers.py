"""The page of one provider."""

from flask import Blueprint, abort, render_template

from finder.domain.provider import ProviderId
from finder.domain.vocabulary import ProviderStatus
from finder.web import context
from finder.web.presenters import labels
from finder.web.presenters.card import is_running, make_card

blueprint = Blueprint("providers", __name__)


@blueprint.get("/<council>/providers/<provider_id>")
def show(council: str, provider_id: str) -> str:
    catalogue, shortlist = context.catalogue(), context.shortlist()
    provider = catalogue.providers.get(ProviderId(provider_id))
    if provider is None:
        abort(404)
    activities = catalogue.list_activities_of(provider_id)
    return render_template(
        "providers/show.html",
        provider=provider,
        kind=labels.PROVIDER_KINDS[provider.kind] if provider.kind else None,
        has_left=provider.status is ProviderStatus.LEFT,
        is_paused=provider.status is ProviderStatus.PAUSED,
        cards=[
            make_card(activity, catalogue, today=context.today(), shortlist=shortlist)
            for activity in activities
            if is_running(activity, catalogue)
        ],
    )
