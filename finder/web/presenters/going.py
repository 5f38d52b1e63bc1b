"""What the addresses of a list's pages carry: the days that a person would go, and their money.

`go=kent:cooking-together:mon-thu` says that they would go to that activity on Monday and on
Thursday. An activity of which an address says nothing is gone to every time. `have=150` says how
many pounds they have each week. Nothing of it is stored.
"""

import re

from werkzeug.datastructures import MultiDict

from finder.domain.vocabulary import Day
from finder.planning.attending import Going

PARAMETER = "go"
HAVE = "have"
LONGEST_AMOUNT = 12
_SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"
_DAY = "|".join(Day)
_GOING = re.compile(rf"({_SLUG}):({_SLUG}):((?:{_DAY})(?:-(?:{_DAY}))*)?")
# "£150", "150.50", "150,50", "1,234" or "150 pounds". A comma before three digits stands for
# nothing, and before one or two for the point.
_POUNDS = re.compile(
    r"[£\s]*(?P<pounds>\d{1,3}(?:,\d{3})+|\d{1,6})(?:[.,](?P<pence>\d{1,2}))?(?![\d.,]*\d).*",
    re.DOTALL,
)


def read_going(args: MultiDict[str, str]) -> Going:
    """Return the days that an address says; what is broken in it is ignored.

    The days of an activity that is named more than once are put together, so that a form may send
    each day by itself. A form may send `go=kent:cooking-together:` besides, so that a choice of
    no day at all is told from no choice.
    """
    going: dict[tuple[str, str], frozenset[Day]] = {}
    for written in args.getlist(PARAMETER):
        if found := _GOING.fullmatch(written):
            council, activity_id, days = found.groups()
            chosen = frozenset(Day(day) for day in days.split("-")) if days else frozenset()
            key = (council, activity_id)
            going[key] = going.get(key, frozenset()) | chosen
    return going


def going_args(going: Going) -> list[tuple[str, str]]:
    """Return the parameters for links and for hidden fields, in one fixed order."""
    return [
        (PARAMETER, f"{council}:{activity_id}:{_written(days)}")
        for (council, activity_id), days in sorted(going.items(), key=lambda each: each[0])
    ]


def read_have(args: MultiDict[str, str]) -> int | None:
    """Return the pence that a person has each week, or None when they did not say an amount.

    What is longer than the box of the form is none. Reading it would take a time that grows with
    the square of its length.
    """
    written = args.get(HAVE, "")
    found = _POUNDS.fullmatch(written) if len(written) <= LONGEST_AMOUNT else None
    if found is None:
        return None
    pence = (found["pence"] or "").ljust(2, "0")
    return int(found["pounds"].replace(",", "")) * 100 + int(pence)


def _written(days: frozenset[Day]) -> str:
    return "-".join(day for day in Day if day in days)
