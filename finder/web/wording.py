"""Flask-Babel's functions with types, for words that are written in Python.

`pybabel extract` finds the words by the names of these functions. Flask-Babel finds out anew for
each word in which language the page is, and a page has hundreds, so it is asked once a page.
"""

from typing import cast

import flask_babel
from babel import Locale
from babel.support import NullTranslations
from flask import Flask, g
from flask_babel import LazyString
from markupsafe import Markup

__all__ = ["LazyString", "current_locale", "gettext", "init_app", "lazy_gettext", "ngettext"]


def init_app(app: Flask) -> None:
    """Let the words of templates be found as those of Python are."""
    app.jinja_env.globals.update(gettext=_gettext_html, ngettext=_ngettext_html)
    app.jinja_env.newstyle_gettext = True  # type: ignore[attr-defined]


def _gettext_html(message: str, **values: object) -> Markup:
    """Return the words for a template, the values escaped. A translator is trusted as we are.

    A percent sign is written twice in the words of a template (jinja2.ext.i18n).
    """
    words = Markup(_translations().gettext(message))  # noqa: S704  # Only values are anybody else's.
    return words % values if values or "%" in words else words


def _ngettext_html(one: str, many: str, num: int, **values: object) -> Markup:
    words = Markup(_translations().ngettext(one, many, num))  # noqa: S704
    return words % {"num": num, **values}


def _translations() -> NullTranslations:
    """Return the words of the page's language; outside of any page, those that are written."""
    try:
        return cast(NullTranslations, g.translations)
    except AttributeError:
        g.translations = flask_babel.get_translations()
        return cast(NullTranslations, g.translations)
    except RuntimeError:
        return NullTranslations()


def gettext(message: str, **values: object) -> str:
    """Return the words in the page's language, with named values put in."""
    words = str(_translations().gettext(message))
    return words % values if values else words


def ngettext(one: str, many: str, num: int, **values: object) -> str:
    """Return the words for a count, in the form that the language has for it."""
    words = str(_translations().ngettext(one, many, num))
    return words % {"num": num, **values}


def lazy_gettext(message: str) -> LazyString:
    """Return words that find their language when they are shown."""
    return LazyString(gettext, message)


def current_locale() -> Locale:
    """Return the locale of the page."""
    if "locale" not in g:
        g.locale = flask_babel.get_locale()
    assert isinstance(g.locale, Locale)
    return g.locale
