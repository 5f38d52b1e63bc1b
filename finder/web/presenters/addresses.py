"""Addresses of pages that carry a query."""

from flask import url_for

from finder.domain.query import SearchQuery


def address(endpoint: str, council: str, query: SearchQuery, **more: str) -> str:
    """Return the address of a page for a query, its parameters in their one order."""
    args: dict[str, list[str]] = {}
    for name, value in query.to_args():
        args.setdefault(name, []).append(value)
    return url_for(endpoint, council=council, **args, **more)  # type: ignore[arg-type]
