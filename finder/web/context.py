"""What a request stands in: the settings, the generation, the council, the list, the time.

The only module that asks Flask for its current application.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import cast
from zoneinfo import ZoneInfo

from flask import abort, current_app, g, request

from finder.catalogue.reader import Catalogue
from finder.domain.council import Council
from finder.domain.shortlist import Shortlist
from finder.generations import CouncilSite, Generation
from finder.search.find import Searchable
from finder.settings import Settings
from finder.shortlists import ShortlistStore, StoreUnavailableError
from finder.shortlists.tokens import EditToken, form_mark_of, is_token
from finder.web.live import LiveGeneration

_log = logging.getLogger("finder.lists")

LONDON = ZoneInfo("Europe/London")
EXTENSION = "finder"
DEFAULT_LANGUAGE = "en-GB"
LANGUAGE_COOKIE = "lang"
LANGUAGE_PARAMETER = "lang"
# A browser takes 4,096 bytes of a cookie, and a list's secret takes 23.
MOST_LISTS = 50
# In a form: the list whose page it is on.
LIST_FIELD = "mine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What the whole application shares."""

    settings: Settings
    live: LiveGeneration
    store: ShortlistStore
    clock: Callable[[], datetime]


def site() -> Site:
    return cast(Site, current_app.extensions[EXTENSION])


def settings() -> Settings:
    return site().settings


def now() -> datetime:
    """Return the time, in UTC."""
    return site().clock().astimezone(UTC)


def today() -> date:
    """Return the day in London, the same for the whole of a request."""
    if "today" not in g:
        g.today = site().clock().astimezone(LONDON).date()
    return cast(date, g.today)


def generation() -> Generation:
    """Return the generation that this request began with."""
    if "generation" not in g:
        g.generation = site().live.take()
    return cast(Generation, g.generation)


def give_generation_back(_error: BaseException | None = None) -> None:
    """Let go of the request's generation, at its end."""
    taken = g.pop("generation", None)
    if taken is not None:
        site().live.give_back(taken)


def languages() -> tuple[str, ...]:
    """Return the languages of this page's site: the council's, or those that every council has."""
    sites = generation().councils
    slug = _page_council_slug()
    shown = [sites[slug]] if slug else list(sites.values())
    every = [site.catalogue.council.languages for site in shown]
    return tuple(language for language in every[0] if all(language in each for each in every))


def language() -> str:
    """Return the language of this page: the address's, else the cookie's, else English."""
    if "language" not in g:
        asked = (request.args.get(LANGUAGE_PARAMETER, ""), request.cookies.get(LANGUAGE_COOKIE, ""))
        offered = languages()
        g.language = next((each for each in asked if each in offered), DEFAULT_LANGUAGE)
    return str(g.language)


def councils() -> Mapping[str, CouncilSite]:
    """Return every council by its slug, with its own words in the language of the page."""
    return generation().councils_in(language())


def council_site() -> CouncilSite:
    """Return the council that the address names, or answer "not found"."""
    slug = (request.view_args or {}).get("council", "")
    found = councils().get(slug)
    if found is None:
        abort(404)
    return found


def council() -> Council:
    return council_site().catalogue.council


def catalogue() -> Catalogue:
    return council_site().catalogue


def searchable() -> Searchable:
    return council_site().searchable


def page_council() -> Council | None:
    """Return the council whose page this is, or None on a page of the whole site.

    The list is one for all councils; its address can say from which council a person came. A
    site of one council is always that council's.
    """
    if "page_council" not in g:
        slug = _page_council_slug()
        g.page_council = councils()[slug].catalogue.council if slug else None
    return cast(Council | None, g.page_council)


def _page_council_slug() -> str:
    sites = generation().councils
    named = (request.view_args or {}).get("council") or request.args.get("council", "")
    if named not in sites and len(sites) == 1:
        named = next(iter(sites))
    return named if named in sites else ""


def list_cookie_name() -> str:
    """Return the cookie's name. The prefix makes browsers refuse it from another host or http."""
    return list_cookie_name_of(settings())


def list_cookie_name_of(settings: Settings) -> str:
    """Return the name for a site with these settings."""
    return "__Host-list" if settings.is_https else "list"


def list_tokens() -> tuple[EditToken, ...]:
    """Return the secrets of the lists that this browser keeps, the one in use first.

    A form is about the list whose page it is on, and that is in use then: another one may have
    been taken up meanwhile, in another window.
    """
    written = request.cookies.get(list_cookie_name(), "").split(".")[:MOST_LISTS]
    kept = tuple(dict.fromkeys(each for each in written if is_token(each)))
    meant = request.form.get(LIST_FIELD)
    return tuple(sorted(kept, key=lambda each: form_mark_of(each) != meant)) if meant else kept


def list_token() -> EditToken | None:
    """Return the secret of the list in use, or None when this browser keeps none."""
    return next(iter(list_tokens()), None)


def read_shortlist() -> Shortlist | None:
    """Return the person's list, or raise StoreUnavailableError."""
    if "shortlist" not in g:
        token = list_token()
        try:
            g.shortlist = site().store.read(token, now=now()) if token else None
        except StoreUnavailableError as fault:
            # Asked for once only: the page that says that it failed asks too.
            g.shortlist = fault
    if isinstance(g.shortlist, StoreUnavailableError):
        raise g.shortlist
    return cast(Shortlist | None, g.shortlist)


def shortlist() -> Shortlist | None:
    """Return the person's list. When lists cannot be reached, the pages do without."""
    try:
        return read_shortlist()
    except StoreUnavailableError:
        _log.warning("Lists cannot be reached")
        return None
