"""Keep what Babel knows of one language out of the others.

Babel 2.18 looks up where a language has no words of its own, and writes what it finds into a
dictionary that several languages share (`babel.localedata.LocaleDataDict.__getitem__`). So the
first language that is asked for the days of the week by themselves gives its own to others: a page
in Chinese had "Monday" in Urdu. Copies of their own end that.
"""

from collections.abc import Iterable
from copy import deepcopy
from functools import cache

from babel import localedata


def keep_apart(languages: Iterable[str]) -> None:
    """Give each of the languages, such as "zh-Hant", data of its own, before any is asked for."""
    for language in languages:
        _copy(language.replace("-", "_"))


@cache
def _copy(locale: str) -> None:
    # The dictionary is the one that every later look-up of this process uses.
    data = localedata.load(locale)
    for key, value in data.items():
        data[key] = deepcopy(value)
