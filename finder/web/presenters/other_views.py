"""The same results for who needs them in another way."""

from dataclasses import dataclass

from finder.domain.query import SearchQuery, View
from finder.web.presenters.addresses import address
from finder.web.presenters.chips import ALL_CHOICES, RESULTS


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherViews:
    """The addresses of the views of one search."""

    easy: str
    all_choices: str
    table: str
    spreadsheet: str


def make_other_views(council: str, query: SearchQuery) -> OtherViews:
    """Return the addresses, each with every choice, from the first page on."""
    asked = query.without("view")
    return OtherViews(
        easy=address(RESULTS, council, asked),
        all_choices=address(ALL_CHOICES, council, asked),
        table=address(RESULTS, council, asked.with_(view=View.TABLE)),
        spreadsheet=address("find.spreadsheet", council, asked),
    )


def clear_address(endpoint: str, council: str, query: SearchQuery) -> str:
    """Return the address without any choice, or nothing where none was made."""
    return (
        "" if query.is_empty else address(endpoint, council, SearchQuery(language=query.language))
    )
