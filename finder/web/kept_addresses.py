"""Keep the addresses that are on every page, instead of building each anew from its route.

A page has some fifty, and Flask builds one in about fifteen microseconds. What a person typed is in
none of those that are kept: `presenters.addresses` puts it behind them.
"""

from typing import Any

from flask import Flask, request

from finder.search.bounded import BoundedCache
from finder.web import i18n

# Some 2,000 addresses. Those of activities and providers come and go.
KEPT_BYTES = 512 * 1024
# What an address takes besides its letters, and those of its parts.
OVERHEAD_BYTES = 200

_WORDS = {str, type(None)}
# What the addresses of shared lists call their secrets (finder/web/held_list.py).
SECRETS = frozenset({"look", "edit"})
# And what those of any list say of the person: their money, and what they did a moment ago.
_OF_A_LIST = SECRETS | {"have", "removed", "said", "was", "from"}


def init_app(app: Flask) -> None:
    """Keep the addresses that the application's `url_for` builds."""
    kept: BoundedCache[tuple[object, ...], str] = BoundedCache(KEPT_BYTES)
    build = app.url_for

    def url_for(endpoint: str, /, **values: Any) -> str:
        """Return the address that Flask builds."""
        if not set(map(type, values.values())) <= _WORDS or not _OF_A_LIST.isdisjoint(values):
            # A list cannot be looked up, True would be found where 1 was kept, and what is
            # somebody's own is not for keeping.
            return build(endpoint, **values)
        language = "" if endpoint in i18n.WITHOUT_WORDS else i18n.kept_language()
        key = (request.root_path, language, endpoint, *values.items())
        found = kept.get(key)
        if found is None:
            found = build(endpoint, **values)
            letters = len(found) + sum(len(name) + len(value or "") for name, value in key[3:])
            kept.put(key, found, letters + OVERHEAD_BYTES)
        return found

    app.url_for = url_for  # type: ignore[method-assign, assignment]
    app.jinja_env.globals["url_for"] = url_for
