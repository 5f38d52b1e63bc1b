"""Babel's words of one language stay out of the others."""

import subprocess
import sys
from itertools import permutations

import pytest
from babel.dates import get_day_names

from finder.web.i18n import OWN_NAMES
from finder.web.locale_data import keep_apart

PROGRAM = """
import sys
from babel.dates import get_day_names
from finder.web.locale_data import keep_apart

keep_apart(sys.argv[1:])
for language in sys.argv[1:]:
    print(get_day_names("wide", "stand-alone", locale=language.replace("-", "_"))[0])
"""
MONDAYS = {"ur": "پیر", "zh-Hant": "星期一", "pl": "poniedziałek"}


@pytest.mark.parametrize("languages", list(permutations(MONDAYS)), ids=",".join)
def test_days_are_those_of_the_language_whichever_is_asked_for_first(
    languages: tuple[str, ...],
) -> None:
    """Each order in a process of its own: what was asked for stays in a process."""
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM, *languages], check=True, capture_output=True, text=True
    )

    assert told.stdout.split() == [MONDAYS[language] for language in languages]


def test_every_language_of_the_site_can_be_kept_apart() -> None:
    keep_apart(OWN_NAMES)

    days = {
        tuple(get_day_names("wide", "stand-alone", locale=each.replace("-", "_")).values())
        for each in OWN_NAMES
    }
    assert len(days) == len(OWN_NAMES)
