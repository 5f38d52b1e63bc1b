"""How often one address may try something that guesses could be made of.

The counting is the store's, so it holds for all workers together. When the store cannot count,
people come before guesses: everything is let through, and the log says so.
"""

import logging
from ipaddress import IPv4Address, ip_address
from math import ceil

from flask import request
from werkzeug.exceptions import TooManyRequests

from finder.shortlists import Limit, StoreUnavailableError
from finder.web import context

_log = logging.getLogger("finder.limits")

# Links that open no list. A person who mistypes one tries a few times; nobody tries a hundred.
MISSED_LINKS = Limit(burst=30, every_seconds=10)
# Words for the phone, right or wrong. They are short, so each try counts.
CODES = Limit(burst=10, every_seconds=60)
# New words for the phone. Each takes a while to make.
NEW_CODES = Limit(burst=20, every_seconds=10)
# New lists. A room full of people behind one address can still begin one each.
NEW_LISTS = Limit(burst=60, every_seconds=2)


def refuse_too_many(what: str, limit: Limit) -> None:
    """Count a try of the address that the request is from, or answer "too many" (HTTP 429)."""
    key = f"{what}:{_network(request.remote_addr or '')}"
    try:
        wait = context.site().store.take_turn(key, limit=limit, now=context.now())
    except StoreUnavailableError:
        _log.warning("Tries cannot be counted")
        return
    if wait:
        raise TooManyRequests(retry_after=ceil(wait))


# One household or office has 2**64 addresses of the newer kind, and this is what they share.
_SHARED_BITS = 64


def _network(address: str) -> str:
    """Return what all addresses of one person have in common."""
    try:
        number = ip_address(address)
    except ValueError:  # A proxy may say "unknown", or nothing.
        return address
    if isinstance(number, IPv4Address):
        return str(number)
    return str(number.ipv4_mapped or f"{int(number) >> _SHARED_BITS:x}")
