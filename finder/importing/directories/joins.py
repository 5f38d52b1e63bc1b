"""Put together the rows of several tables: an activity with its organisation and its places."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from finder.importing.directories import feed_parts
from finder.importing.directories.mapping import DirectoryMapping, Format, Join
from finder.importing.directories.outcomes import Remark
from finder.importing.directories.prices import PriceTold
from finder.importing.directories.rows import Row, plain_key
from finder.importing.directories.rules import divide
from finder.importing.directories.texts import one_line
from finder.importing.directories.times import SessionTime


@dataclass(frozen=True, slots=True)
class Named:
    """A name that an activity's row gives, and the row that it leads to, when there is one."""

    name: str
    row: Row | None = None


@dataclass(slots=True, kw_only=True)
class Listing:
    """One activity's row, and all the rows that belong to it."""

    row: Row
    organisations: list[Named] = field(default_factory=list)
    places: list[Named] = field(default_factory=list)
    sessions: tuple[SessionTime, ...] = ()
    times_in_words: tuple[str, ...] = ()
    prices: list[PriceTold] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    joined: list[Row] = field(default_factory=list)


class JoinIndex:
    """The rows of one table by what a join compares."""

    def __init__(self, join: Join, rows: Iterable[Row]) -> None:
        self._join = join
        self._rows: dict[str, list[Row]] = {}
        for row in rows:
            for value in row.values(join.to):
                self._rows.setdefault(plain_key(value), []).append(row)

    def names_in(self, row: Row) -> list[str]:
        """Return what an activity's row says about the rows that belong to it."""
        told = divide(row.values(self._join.column), self._join.separator)
        return list(dict.fromkeys(plain for each in told if (plain := one_line(each))))

    def rows_of(self, name: str) -> list[Row]:
        return self._rows.get(plain_key(name), [])


class Joiner:
    """Joins the tables of one directory."""

    def __init__(
        self,
        mapping: DirectoryMapping,
        *,
        organisations: Sequence[Row],
        places: Sequence[Row],
        today: date,
    ) -> None:
        self._mapping = mapping
        self._today = today
        self._is_feed = mapping.format is Format.OPEN_REFERRAL
        self._organisations = _index(mapping.providers.join, organisations)
        self._places = _index(mapping.places.join, places)

    def listing(self, row: Row) -> Listing:
        """Return an activity's row with what belongs to it."""
        listing = Listing(row=row)
        if self._is_feed:
            self._add_parts(listing)
        else:
            self._add_named_places(listing)
        self._add_organisations(listing)
        return listing

    def _add_organisations(self, listing: Listing) -> None:
        if self._organisations is None:
            listing.organisations += self._own_organisation(listing.row)
            return
        for name in self._organisations.names_in(listing.row):
            rows = self._organisations.rows_of(name)
            listing.joined += rows[:1]
            if rows:
                listing.organisations.append(Named(name, rows[0]))
            elif self._is_feed:
                listing.organisations += self._own_organisation(listing.row)
            else:
                listing.organisations.append(Named(name))
                listing.remarks.append(
                    Remark("no-such-provider", f"No row tells more about “{name}”.")
                )

    def _own_organisation(self, row: Row) -> list[Named]:
        """Return the organisation that an activity's row itself tells of."""
        if self._is_feed:
            carried = feed_parts.organisation_row(row)
            return [Named("", carried)] if carried else []
        name = one_line(row.first(self._mapping.providers.columns("name")))
        return [Named(name, row)] if name else []

    def _add_named_places(self, listing: Listing) -> None:
        if self._places is None:
            if any(listing.row.first(columns) for columns in self._mapping.places.fields.values()):
                listing.places.append(Named("", listing.row))
            return
        for name in self._places.names_in(listing.row):
            rows = self._places.rows_of(name)
            one = rows[0] if len(rows) == 1 else None
            listing.joined += [one] if one else []
            listing.places.append(Named(name, one))
            if not rows:
                listing.remarks.append(
                    Remark("no-such-place", f"No row tells where “{name}” is. Its name came in.")
                )
            elif len(rows) > 1:
                listing.remarks.append(
                    Remark(
                        "which-place", f"{len(rows)} rows are called “{name}”. Its name came in."
                    )
                )

    def _add_parts(self, listing: Listing) -> None:
        """Add what a feed carries: places, times and prices."""
        sources = [listing.row]
        if self._places is not None:
            joined = [
                row
                for name in self._places.names_in(listing.row)
                for row in self._places.rows_of(name)
            ]
            sources += joined
            listing.joined += joined
        for source in sources:
            rows, remarks = feed_parts.place_rows(source)
            listing.places += [Named("", row) for row in rows]
            listing.remarks += remarks
        schedules = feed_parts.read_schedules(sources, today=self._today)
        listing.sessions = schedules.sessions
        listing.times_in_words = schedules.words
        listing.remarks += schedules.remarks
        listing.prices, remarks = feed_parts.read_prices(listing.row, today=self._today)
        listing.remarks += remarks


def _index(join: Join | None, rows: Sequence[Row]) -> JoinIndex | None:
    return None if join is None else JoinIndex(join, rows)
