"""Pages of words: help, privacy, the accessibility statement, and who made the pictures.

Each has an address for the whole site and one for each council. On the first, what differs between
councils is shown for all of them.
"""

from flask import Blueprint, render_template
from markupsafe import Markup

from finder.web import context

blueprint = Blueprint("pages", __name__)


def _first_catalogue_page(slug: str) -> tuple[str, Markup]:
    """Return the title and the safe HTML of a page: the council's own, or the shared one.

    Both are empty when nobody wrote it: each of these pages says something by itself.
    """
    council = context.page_council()
    sites = context.generation().councils
    catalogue = sites[council.slug if council else next(iter(sites))].catalogue
    page = catalogue.get_page(slug)
    if page is None:
        return "", Markup()
    # The importer made this HTML safe (finder.importing.markdown), with a test of its own.
    return page.title, Markup(page.html)  # noqa: S704


@blueprint.get("/help")
@blueprint.get("/<council>/help")
def help(council: str = "") -> str:  # noqa: A001  # The address is /help.
    _check(council)
    title, html = _first_catalogue_page("help")
    return render_template("pages/help.html", title=title, html=html, councils=_councils())


@blueprint.get("/privacy")
@blueprint.get("/<council>/privacy")
def privacy(council: str = "") -> str:
    _check(council)
    title, html = _first_catalogue_page("privacy")
    settings = context.settings()
    return render_template(
        "pages/privacy.html",
        title=title,
        html=html,
        list_days=settings.list_days,
        attributions=context.generation().gazetteer.attributions,
    )


@blueprint.get("/accessibility")
@blueprint.get("/<council>/accessibility")
def accessibility(council: str = "") -> str:
    _check(council)
    return render_template("pages/accessibility.html", councils=_councils())


@blueprint.get("/pictures")
@blueprint.get("/<council>/pictures")
def pictures(council: str = "") -> str:
    _check(council)
    sites = context.generation().councils
    catalogue = next(iter(sites.values())).catalogue
    shown = sorted(catalogue.pictures.values(), key=lambda picture: picture.concept)
    return render_template("pages/pictures.html", pictures=shown)


def _check(council: str) -> None:
    """Answer "not found" for a council that there is not."""
    if council:
        context.council_site()


def _councils() -> list[object]:
    """Return the council of this page, or all of them."""
    council = context.page_council()
    if council is not None:
        return [council]
    return [site.catalogue.council for site in context.generation().councils.values()]
