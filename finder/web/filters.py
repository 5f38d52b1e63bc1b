"""What every template can call: pictures, static files, words and the page's frame."""

import hashlib
from collections.abc import Hashable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import cast
from urllib.parse import quote, urlencode

from flask import Flask, g, request, url_for
from markupsafe import Markup

from finder.domain.council import Council
from finder.web import context, i18n
from finder.web.hard_words import explained
from finder.web.kept_addresses import SECRETS
from finder.web.presenters import labels
from finder.web.presenters.media import media_url
from finder.web.presenters.sentences import Sentence
from finder.web.presenters.times import date_in_words
from finder.web.reading import COOKIE, Reading
from finder.web.security import LONGEST_PATH

# A question mark.
UNKNOWN_PICTURE = "pictures/openmoji/2753.svg"

# The pages that the menu at the top leads to, and marks when a person is on one.
IN_MENU = ("home.show", "councils.choose", "shortlist.show", "reading.show", "pages.help")


def init_app(app: Flask) -> None:
    """Give the templates what they share."""
    folder = Path(app.static_folder or "")

    @lru_cache(maxsize=512)
    def version_of(file: str) -> str:
        """Return a few digits of the file's digest, so that it can be kept for ever.

        Nothing when there is no such file: a council may have misspelt it.
        """
        with suppress(OSError):
            return hashlib.sha256((folder / file).read_bytes()).hexdigest()[:10]
        return ""

    def static(file: str) -> str:
        return url_for("static", filename=file, v=version_of(file))

    def picture(concept: str) -> str:
        """Return the address of the picture for an idea: the council's own, or the shared one."""
        council = context.page_council()
        sites = context.councils()
        site = sites[council.slug] if council else next(iter(sites.values()))
        own = site.catalogue.own_pictures.get(concept) if council else None
        if council and own and own.media:
            return media_url(council.slug, own.media.name)
        found = site.catalogue.pictures.get(concept)
        file = f"pictures/{found.file}" if found else ""
        return static(file if file and version_of(file) else UNKNOWN_PICTURE)

    app.jinja_env.globals.update(
        static=static,
        picture=picture,
        not_told=labels.NOT_TOLD,
        english=english,
        explained=explained,
        marked=marked,
        in_english=in_english,
        reading=reading,
        page_council=context.page_council,
        list_count=list_count,
        menu_place=menu_place,
        language=i18n.language,
        direction=i18n.direction,
        language_links=language_links,
        is_checked_language=i18n.is_checked,
        kept_language=i18n.kept_language,
        here=here,
        site_url=site_url,
        theme_url=theme_url,
    )
    app.jinja_env.filters["day"] = date_in_words


def english(*texts: str) -> Markup:
    """Return the attributes that mark English words on a page that is not English.

    Of a council's own words, `texts`, only those that are not translated are marked.
    """
    return Markup(i18n.english_marks(*texts))  # noqa: S704  # One of two fixed texts.


def marked(sentence: Sentence) -> str:
    """Return the text of a sentence, with a provider's words inside it marked as English."""
    if not sentence.theirs or i18n.is_english():
        return sentence.text
    before, theirs, after = sentence.text.partition(sentence.theirs)
    return Markup().join((before, in_english(theirs) if theirs else "", after))


def in_english(words: str) -> str:
    """Return words of a provider's that stand inside ours, marked on a page in another language."""
    mark = english()
    return Markup("<span{}>{}</span>").format(mark, words) if mark else words


def reading() -> Reading:
    """Return how the person likes to read."""
    if "reading" not in g:
        g.reading = Reading.from_cookie(request.cookies.get(COOKIE, ""))
    return cast(Reading, g.reading)


def page_key() -> Hashable:
    """Return what the parts that pages share depend on: the build, the council, the language of
    the words and the addresses, and whether there are pictures.
    """
    try:
        return cast(Hashable, g.page_key)
    except AttributeError:
        council = context.page_council()
        g.page_key = (
            context.generation().generation_id,
            council.slug if council else "",
            i18n.language(),
            i18n.kept_language(),
            request.root_path,
            reading().pics,
        )
        return cast(Hashable, g.page_key)


def list_count() -> int:
    """Return how many things are on the person's list."""
    shortlist = context.shortlist()
    return len(shortlist) if shortlist else 0


def menu_place() -> str:
    """Return which page of the menu at the top this is; nothing for other pages.

    "My list" is the browser's own. One that somebody shared is another page.
    """
    is_shared = not SECRETS.isdisjoint(request.view_args or {})
    return request.endpoint if request.endpoint in IN_MENU and not is_shared else ""


def here() -> str:
    """Return this page's own path, to come back to, with its query unless that is very long.

    It stands on every card of a page, and `safe_path` would not go back to a longer one.
    """
    path = request.full_path.rstrip("?")
    return path if len(path) <= LONGEST_PATH else request.path


def site_url(endpoint: str) -> str:
    """Return a page's address under this page's council, when there is one."""
    council = context.page_council()
    return url_for(endpoint, council=council.slug if council else None)


def theme_url(council: Council) -> str:
    """Return the address of the council's colours; nothing when it has none of its own."""
    if council.theme == type(council.theme)() and council.theme_dark == type(council.theme)():
        return ""
    version = context.generation().generation_id
    return url_for("theme.show", council=council.slug, v=version)


def language_links() -> list[tuple[str, str, str]]:
    """Return each other language of the page: its code, its own name, and the address."""
    if request.endpoint is None or request.method not in ("GET", "HEAD"):
        return []
    others = [code for code in i18n.languages() if code != i18n.language()]
    if not others:
        return []
    # The person's own parameters never go through url_for, which takes some names as orders.
    # A very long query is left out: it would stand in as many links as there are languages.
    is_short = len(request.query_string) <= LONGEST_PATH
    args = request.args.items(multi=True) if is_short else ()
    kept = urlencode([pair for pair in args if pair[0] != i18n.PARAMETER])
    start = f"{quote(request.path)}?{kept and f'{kept}&'}{i18n.PARAMETER}="
    return [(code, i18n.own_name(code), start + code) for code in others]
