"""What the pages of a list pass on to each other in their addresses: days, and money to spend."""

from collections.abc import Mapping

from werkzeug.datastructures import MultiDict

from finder.web.presenters.going import (
    HAVE,
    LONGEST_AMOUNT,
    PARAMETER,
    going_args,
    read_going,
)


def kept_args(args: MultiDict[str, str]) -> dict[str, str | list[str]]:
    """Return the parameters to pass on, as `url_for` takes them. Those not given are left out."""
    going = [value for _, value in going_args(read_going(args))]
    have = args.get(HAVE, "").strip()[:LONGEST_AMOUNT]
    kept: dict[str, str | list[str]] = {}
    if going:
        kept[PARAMETER] = going
    if have:
        kept[HAVE] = have
    return kept


def pairs_of(kept: Mapping[str, str | list[str]]) -> list[tuple[str, str]]:
    """Return what is passed on as the names and values of hidden fields."""
    return [
        (name, each)
        for name, value in kept.items()
        for each in (value if isinstance(value, list) else [value])
    ]
