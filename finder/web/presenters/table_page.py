"""The table by itself, to print: it says what was asked, when, and where to find it again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from finder.catalogue.reader import Catalogue
from finder.search.ask import Asked
from finder.search.loosen import Loosened
from finder.web.presenters.addresses import address
from finder.web.presenters.chips import RESULTS, Chip, Title, make_chips, results_title
from finder.web.presenters.other_views import OtherViews, make_other_views
from finder.web.presenters.results import Message, make_messages
from finder.web.presenters.suggestions import Suggestion, make_suggestion
from finder.web.presenters.table import Table, make_printed_table


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePage:
    """Everything on the page of the table. `asked` are the choices that were made.

    `left_out` counts the results that are not in the table.
    """

    title: Title
    asked: tuple[Chip, ...]
    messages: tuple[Message, ...]
    suggestions: tuple[Suggestion, ...]
    table: Table
    left_out: int
    today: date
    web_address: str
    views: OtherViews


def make_table_page(
    catalogue: Catalogue,
    asked: Asked,
    suggestions: Iterable[Loosened],
    *,
    base_url: str,
    today: date,
) -> TablePage:
    """Return the page of the table. `base_url` stands before its own path."""
    query, council = asked.query, catalogue.council.slug
    table = make_printed_table(catalogue, asked, today=today)
    return TablePage(
        title=results_title(catalogue, query),
        asked=tuple(chip for chip in make_chips(catalogue, query) if chip.take_away),
        messages=tuple(make_messages(asked, council, pages=1)),
        suggestions=tuple(make_suggestion(catalogue, each) for each in suggestions),
        table=table,
        left_out=table.total - len(table.rows),
        today=today,
        web_address=f"{base_url.rstrip('/')}{address(RESULTS, council, query.with_())}",
        views=make_other_views(council, query),
    )
