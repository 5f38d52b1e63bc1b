"""Pages of words: help, privacy, the accessibility statement, and who made the pictures.

Each has an address for the whole site and one for each council. On the first, what differs between
councils is shown for all of them.
"""

from typing import TypedDict

from flask import Blueprint, render_template
from markupsafe import Markup

from finder.web import context, i18n
from finder.web.accessibility.evidence import criteria
from finder.web.presenters.media import show_videos
from finder.web.presenters.pictures import make_credits
from finder.web.presenters.statement import make_statement

blueprint = Blueprint("pages", __name__)


class _Words(TypedDict):
    """A page of words: `html` is safe, and all is empty when nobody wrote the page."""

    title: str
    html: Markup
    is_english: bool


def _words(slug: str) -> _Words:
    """Return a page of words: the council's own, or the shared one.

    It may be missing: each of these pages says something by itself.
    """
    council = context.page_council()
    sites = context.councils()
    catalogue = sites[council.slug if council else next(iter(sites))].catalogue
    page = catalogue.get_page(slug)
    if page is None:
        return _Words(title="", html=Markup(), is_english=True)
    # The importer made this HTML safe (finder.importing.markdown), with a test of its own.
    html = Markup(page.html)  # noqa: S704
    return _Words(title=page.title, html=html, is_english=page.language == i18n.DEFAULT)


@blueprint.get("/help")
@blueprint.get("/<council>/help")
def help(council: str = "") -> str:  # noqa: A001  # The address is /help.
    _check(council)
    own = context.page_council()
    videos = show_videos(own.videos, own.slug) if own else ()
    return render_template("pages/help.html", **_words("help"), videos=videos, councils=_councils())


@blueprint.get("/privacy")
@blueprint.get("/<council>/privacy")
def privacy(council: str = "") -> str:
    _check(council)
    settings = context.settings()
    return render_template(
        "pages/privacy.html",
        **_words("privacy"),
        list_days=settings.list_days,
        attributions=context.generation().gazetteer.attributions,
    )


@blueprint.get("/accessibility")
@blueprint.get("/<council>/accessibility")
def accessibility(council: str = "") -> str:
    _check(council)
    own, written = context.page_council(), context.generation().councils
    shown = [own] if own else [site.catalogue.council for site in context.councils().values()]
    statements = [
        make_statement(each, written[each.slug].catalogue.council, criteria()) for each in shown
    ]
    return render_template("pages/accessibility.html", statements=statements)


@blueprint.get("/pictures")
@blueprint.get("/<council>/pictures")
def pictures(council: str = "") -> str:
    _check(council)
    own, sites = context.page_council(), context.councils()
    shown = [sites[own.slug]] if own else sites.values()
    return render_template(
        "pages/pictures.html", pictures=make_credits(site.catalogue for site in shown)
    )


def _check(council: str) -> None:
    """Answer "not found" for a council that there is not."""
    if council:
        context.council_site()


def _councils() -> list[object]:
    """Return the council of this page, or all of them."""
    council = context.page_council()
    if council is not None:
        return [council]
    return [site.catalogue.council for site in context.councils().values()]
