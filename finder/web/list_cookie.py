"""The lists that a browser keeps: one cookie holds their secrets, the one in use first."""

from werkzeug.wrappers import Response

from finder.shortlists.tokens import EditToken, make_token
from finder.web import context
from finder.web.limits import NEW_LISTS, refuse_too_many

BETWEEN = "."


def new_list() -> EditToken:
    """Return the secret of a list that is to be begun. Beginnings are counted."""
    refuse_too_many("new", NEW_LISTS)
    return make_token()


def list_in_use() -> EditToken:
    """Return the secret of the list in use, or that of a new one where there is none any more.

    A list that is gone is never begun again under its old secret. Whoever was once shown it could
    look at the new one, and a cookie of made-up secrets would begin lists that nobody counts.
    """
    token = context.list_token()
    return token if token and context.read_shortlist() is not None else new_list()


def keep_list_in_use(response: Response, token: EditToken) -> Response:
    """Keep what `list_in_use` returned. A new list takes the place of the one that is gone."""
    return _set(response, [token, *context.list_tokens()[1:]])


def keep_list(response: Response, token: EditToken) -> Response:
    """Keep a list in the browser as the one in use, for as long as a list lasts from now."""
    others = [each for each in context.list_tokens() if each != token]
    return _set(response, [token, *others])


def replace_list(response: Response, old: EditToken, new: EditToken) -> Response:
    """Keep a list under its new secret, in its old place."""
    return _set(response, [new if each == old else each for each in context.list_tokens()])


def forget_list(response: Response, token: EditToken | None) -> Response:
    """Keep a list in this browser no longer. The next one, if there is one, is in use then.

    The copy for when there is no connection goes as well (static/offline.js), even when the page
    that comes next is never opened.
    """
    response.headers["Clear-Site-Data"] = '"storage"'
    return _set(response, [each for each in context.list_tokens() if each != token])


def _set(response: Response, tokens: list[EditToken]) -> Response:
    settings = context.settings()
    name = context.list_cookie_name()
    if not tokens:
        response.delete_cookie(name, path="/", samesite="Lax", secure=settings.is_https)
        return response
    response.set_cookie(
        name,
        BETWEEN.join(tokens[: context.MOST_LISTS]),
        max_age=settings.list_days * 24 * 60 * 60,
        httponly=True,
        samesite="Lax",
        secure=settings.is_https,
        path="/",
    )
    return response
