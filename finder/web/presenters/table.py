"""Results as a table, for social workers: dense, in any order, and fit to print."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from finder.catalogue.reader import Catalogue
from finder.domain.query import SearchQuery
from finder.domain.vocabulary import Sort
from finder.search.ask import Asked
from finder.web.presenters import labels
from finder.web.presenters.addresses import activity_path, activity_tail, address
from finder.web.presenters.chips import ALL_CHOICES, RESULTS
from finder.web.presenters.rows import Row, RowMaker
from finder.web.wording import gettext

TABLE_LENGTH = 20
MOST_PRINTED = 200
# Where the table stands on its page, so that another order does not lead back to the top.
ANCHOR = "results"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The head of a column. Where results can be put in its order, it is a link.

    `order` says which order the link leads to. The column that they are in the order of is no
    link; it has its `aria_sort`.
    """

    name: str
    heading: str
    url: str = ""
    order: str = ""
    aria_sort: str = ""


@dataclass(frozen=True, kw_only=True)
class TableRow:
    """A row, which is worked out only when no fragment of it is kept.

    `tail` is the query of the activity's address, with its question mark. `miles` says how far away
    it is, and `ask` what to ask about; both can be empty.
    """

    activity_id: str
    council: str
    today: date
    maker: RowMaker
    tail: str
    miles: str
    ask: str

    @property
    def path(self) -> str:
        return activity_path(self.council, self.activity_id)

    @property
    def url(self) -> str:
        return self.path + self.tail

    @cached_property
    def row(self) -> Row:
        """The row itself."""
        return self.with_texts(miles=self.miles, ask=self.ask)

    def with_texts(self, *, miles: str, ask: str) -> Row:
        """Return the row with other texts for what differs between requests."""
        return self.maker.make_with(self.activity_id, miles=miles, ask=ask)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of some of the results. Those that surely fit come first.

    `best_url` leads back to the best match first, when they are in another order.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    total: int
    best_url: str = ""
    number: int = 1
    pages: int = 1
    next_url: str = ""
    before_url: str = ""

    @property
    def headings(self) -> dict[str, str]:
        """Return the heading of each column by its name."""
        return {column.name: column.heading for column in self.columns}


def make_table(catalogue: Catalogue, asked: Asked, *, today: date) -> Table:
    """Return a page of the table that stands below all the choices."""
    total = asked.answer.total
    pages = pages_of(asked)
    number = min(asked.query.page, pages)
    first = (number - 1) * TABLE_LENGTH

    def page_url(page: int) -> str:
        query = asked.query.with_(page=page)
        return f"{address(ALL_CHOICES, catalogue.council.slug, query)}#{ANCHOR}"

    return Table(
        caption=_caption(asked, first, min(first + TABLE_LENGTH, total)),
        columns=make_columns(catalogue, asked, ALL_CHOICES),
        rows=make_rows(catalogue, asked, first, first + TABLE_LENGTH, today=today),
        total=total,
        best_url=_best_address(asked, catalogue.council.slug, ALL_CHOICES),
        number=number,
        pages=pages,
        next_url=page_url(number + 1) if number < pages else "",
        before_url=page_url(number - 1) if number > 1 else "",
    )


def pages_of(asked: Asked) -> int:
    """Return how many pages of the table there are. There is always a first one."""
    return max(1, -(-asked.answer.total // TABLE_LENGTH))


def make_printed_table(catalogue: Catalogue, asked: Asked, *, today: date) -> Table:
    """Return the table of as many results as a person would print."""
    return Table(
        caption=_caption(asked, 0, min(MOST_PRINTED, asked.answer.total)),
        columns=make_columns(catalogue, asked, RESULTS),
        rows=make_rows(catalogue, asked, 0, MOST_PRINTED, today=today),
        total=asked.answer.total,
        best_url=_best_address(asked, catalogue.council.slug, RESULTS),
    )


def _caption(asked: Asked, first: int, last: int) -> str:
    return gettext(
        "Things %(first)s to %(last)s of %(total)s. %(order)s.",
        first=first + 1,
        last=last,
        total=asked.answer.total,
        order=labels.SORTS[asked.answer.sort],
    )


def make_rows(
    catalogue: Catalogue, asked: Asked, start: int, stop: int, *, today: date
) -> tuple[TableRow, ...]:
    whereabouts = asked.answer.whereabouts
    about = whereabouts is not None and whereabouts.is_about
    maker = RowMaker(catalogue, today=today, about=about)
    council = catalogue.council.slug
    tail = activity_tail(council, asked.query)
    return tuple(
        TableRow(
            activity_id=hit.activity_id,
            council=council,
            today=today,
            maker=maker,
            tail=tail,
            miles=maker.miles_of(hit),
            ask=maker.ask_of(hit),
        )
        for hit in asked.answer.slice(start, stop)
    )


def make_columns(catalogue: Catalogue, asked: Asked, endpoint: str) -> tuple[Column, ...]:
    """Return the heads of the columns."""
    now, council = asked.answer.sort, catalogue.council.slug

    def column(name: str, heading: str, sort: Sort | None = None) -> Column:
        if sort is None or (sort is Sort.NEAR and asked.answer.whereabouts is None):
            return Column(name=name, heading=heading)
        if sort is now:
            direction = "descending" if sort is Sort.CHECKED else "ascending"
            return Column(name=name, heading=heading, aria_sort=direction)
        url = _sorted_address(endpoint, council, asked.query, sort)
        return Column(name=name, heading=heading, url=url, order=str(labels.SORTS[sort]))

    return (
        column("name", gettext("Name"), Sort.NAME),
        column("place", gettext("Place"), Sort.NEAR),
        column("when", gettext("Days and times")),
        column("cost", gettext("Cost"), Sort.COST),
        column("pay", gettext("Ways to pay")),
        column("support", gettext("Helpers")),
        column("space", gettext("Space")),
        column("list", gettext("Council’s list")),
        column("checked", gettext("Checked"), Sort.CHECKED),
    )


def _sorted_address(endpoint: str, council: str, query: SearchQuery, sort: Sort) -> str:
    return f"{address(endpoint, council, query.with_(sort=sort))}#{ANCHOR}"


def _best_address(asked: Asked, council: str, endpoint: str) -> str:
    if asked.answer.sort is Sort.BEST:
        return ""
    return _sorted_address(endpoint, council, asked.query, Sort.BEST)
