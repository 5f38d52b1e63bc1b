"""A page in easy words for every error, with a way on."""

import logging
from typing import Any

from flask import Flask, render_template, request
from werkzeug.exceptions import (
    HTTPException,
    InternalServerError,
    NotFound,
    ServiceUnavailable,
    TooManyRequests,
)

from finder.generations import GenerationError
from finder.shortlists import StoreUnavailableError
from finder.web.held_list import ListGoneError
from finder.web.wording import LazyString, lazy_gettext

_log = logging.getLogger("finder.errors")

# Needs no generation, and nothing of the frame that the other pages share.
PLAIN_PAGE = "errors/nothing_built.html"

_TITLES: dict[int, LazyString] = {
    403: lazy_gettext("That did not work"),
    404: lazy_gettext("We cannot find that page"),
    405: lazy_gettext("That did not work"),
    411: lazy_gettext("That did not work"),
    413: lazy_gettext("That was too big"),
    429: lazy_gettext("Please wait a little"),
    500: lazy_gettext("Something went wrong"),
    503: lazy_gettext("We cannot do that now"),
}
_WORDS: dict[int, LazyString] = {
    403: lazy_gettext("The form did not come from this website. Go back and try again."),
    404: lazy_gettext("The page may have moved. You did nothing wrong."),
    405: lazy_gettext("Go back and try again."),
    411: lazy_gettext("Go back and try again."),
    413: lazy_gettext("You sent too much at once. Go back and try again."),
    429: lazy_gettext("Somebody tried this many times. Try again in a few minutes."),
    500: lazy_gettext("It is our fault. You did nothing wrong. Try again soon."),
    503: lazy_gettext("You can still look at things to do. Try again in a few minutes."),
}


def init_app(app: Flask) -> None:
    """Answer every error of the application with a page."""
    app.register_error_handler(HTTPException, show)
    app.register_error_handler(ListGoneError, show_list_gone)
    app.register_error_handler(StoreUnavailableError, show_unavailable)
    app.register_error_handler(GenerationError, show_nothing_built)
    app.register_error_handler(Exception, show_fault)
    # Flask's own line for what fails after all has the address in it, and so somebody's secret.
    app.log_exception = log_fault  # type: ignore[method-assign, assignment]


def show(error: HTTPException) -> tuple[str, int, dict[str, str]]:
    """Return the page for an error of HTTP."""
    code = error.code or 500
    if code == NotFound.code and request.path.startswith("/list/"):
        return show_list_gone()
    page = _page(
        "errors/show.html",
        title=_TITLES.get(code, _TITLES[500 if code >= 500 else 405]),
        words=_WORDS.get(code, _WORDS[500 if code >= 500 else 405]),
    )
    headers = {"Retry-After": "120"} if code == ServiceUnavailable.code else {}
    if isinstance(error, TooManyRequests):
        headers = {"Retry-After": str(error.retry_after or 60)}
    return page, code, headers


def _page(template: str, **words: LazyString) -> str:
    """Return the page, or one that needs nothing when it cannot be made."""
    try:
        return render_template(template, **words)
    except Exception as fault:  # noqa: BLE001  # Nobody is left to answer but this.
        # Nothing was built yet, or a council's own template is wrong. This page needs neither.
        _log.error("The page of an error failed", exc_info=fault)
        return render_template(PLAIN_PAGE)


def show_list_gone(_error: ListGoneError | None = None) -> tuple[str, int, dict[str, str]]:
    """Return the page for a link to a list that is not there.

    It is the same page for a link that never was one, that was cut short in an email, whose list
    was deleted, and whose list ran out: nobody can learn from it which.
    """
    return _page("errors/list_gone.html"), 404, {}


def show_unavailable(_error: StoreUnavailableError) -> tuple[str, int, dict[str, str]]:
    """Return the page for when lists cannot be kept; everything else still works."""
    _log.warning("Lists cannot be changed", exc_info=True)
    return show(ServiceUnavailable())


def show_nothing_built(_error: GenerationError) -> tuple[str, int, dict[str, str]]:
    """Return a page without a council, for before the first build."""
    _log.error("There is no generation to serve. Run `finder build`.")
    return render_template(PLAIN_PAGE), 503, {"Retry-After": "120"}


def show_fault(error: Exception) -> tuple[str, int, dict[str, str]]:
    """Return the page for a fault of ours. The log has the traceback, not the address."""
    _log.error("A page failed", exc_info=error)
    return show(InternalServerError())


def log_fault(fault: Any) -> None:
    """Write down a fault for which there was no page. Nothing of the request is in it."""
    _log.error("A request failed", exc_info=fault)
