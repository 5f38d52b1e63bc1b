"""Flask-Babel's functions with types, for words that are written in Python.

`pybabel extract` finds the words by the names of these functions.
"""

import flask_babel
from babel import Locale
from flask_babel import LazyString

__all__ = ["LazyString", "current_locale", "gettext", "lazy_gettext", "ngettext"]


def gettext(message: str, **values: object) -> str:
    """Return the words in the page's language, with named values put in."""
    return str(flask_babel.gettext(message, **values))


def ngettext(one: str, many: str, num: int, **values: object) -> str:
    """Return the words for a count, in the form that the language has for it."""
    return str(flask_babel.ngettext(one, many, num, **values))


def lazy_gettext(message: str) -> LazyString:
    """Return words that find their language when they are shown."""
    return flask_babel.lazy_gettext(message)


def current_locale() -> Locale:
    """Return the locale of the page."""
    locale = flask_babel.get_locale()
    assert isinstance(locale, Locale)
    return locale
