"""Addresses of pages that carry a query."""

from functools import lru_cache
from urllib.parse import urlencode

from flask import url_for

from finder.domain.query import SearchQuery
from finder.web import i18n

# What Flask leaves as it is, so that every address of the site is written alike.
_SAFE = "!$'()*,/:;?@"
_ACTIVITY = "activities.show"


def address(endpoint: str, council: str, query: SearchQuery, **more: str) -> str:
    """Return the address of a page for a query, its parameters in their one order.

    It is what `url_for` gives for all of them. The part without the query is kept, as it is the
    same on many pages.
    """
    bare = url_for(endpoint, council=council, **more, lang=None)  # type: ignore[arg-type]
    path, _, rest = bare.partition("?")
    language = "" if query.language else i18n.kept_language()
    parts = (written(query), rest, language and f"{i18n.PARAMETER}={language}")
    asked = "&".join([part for part in parts if part])
    return f"{path}?{asked}" if asked else path


def activity_path(council: str, activity_id: str) -> str:
    """Return the address of an activity's page, without any query."""
    plain = address(_ACTIVITY, council, SearchQuery(), activity_id=activity_id)
    return plain.partition("?")[0]


def activity_tail(council: str, query: SearchQuery) -> str:
    """Return what leads from the page of any activity back to a search, with its question mark."""
    _, mark, asked = address(_ACTIVITY, council, query, activity_id="any").partition("?")
    return mark + asked


# The links of one page ask for a few queries, many times.
@lru_cache(maxsize=32)
def written(query: SearchQuery) -> str:
    """Return a query as it stands in an address."""
    return urlencode(query.to_args(), safe=_SAFE)
