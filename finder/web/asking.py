"""Ask the question that an address asks."""

from collections.abc import Collection

from flask import request

from finder.domain.query import SearchQuery
from finder.search.ask import Asked, ask
from finder.web import context


def ask_the_address(*, leave_out: Collection[str] = ()) -> Asked:
    """Return the answer to the parameters of this request's address, from its council.

    Those to leave out are for the page itself, and no part of the question.
    """
    args = [pair for pair in request.args.items(multi=True) if pair[0] not in leave_out]
    return ask(
        context.searchable(),
        SearchQuery.from_args(args),
        gazetteer=context.generation().gazetteer,
        today=context.today(),
    )
