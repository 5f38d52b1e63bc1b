"""Read a council's school terms."""

from datetime import date

from finder.domain.council import DateRange
from finder.importing.entry import Entry


def read_terms(entry: Entry) -> tuple[DateRange, ...]:
    """Return the terms, the earliest first, or note why one of them cannot be."""
    terms: list[DateRange] = []
    for table in entry.tables("terms"):
        first, last = _read_day(table, "first"), _read_day(table, "last")
        table.finish()
        if first is not None and last is not None and _is_possible(table, first, last, terms):
            terms.append(DateRange(first=first, last=last))
    return tuple(terms)


def _read_day(entry: Entry, key: str) -> date | None:
    day = entry.date(key)
    if not entry.has(key):
        entry.problem(
            "missing-field",
            f"There is no {key} day of this term.",
            f"Add {key} = 2026-09-01, year first, no quotes.",
            key=key,
        )
    return day


def _is_possible(entry: Entry, first: date, last: date, before: list[DateRange]) -> bool:
    """Return whether a term can follow those before it, or note why not."""
    if last < first:
        entry.problem(
            "ends-before-start",
            f"The last day, {last}, is before the first, {first}.",
            "Correct one of the two dates.",
            key="last",
        )
        return False
    if before and first <= before[-1].last:
        overlaps = last >= before[-1].first
        entry.problem(
            "overlapping-terms" if overlaps else "wrong-order",
            f"It begins on {first}, and the term before it ends on {before[-1].last}.",
            "Correct one of the two dates."
            if overlaps
            else "Write the terms in the order of the year, the earliest first.",
            key="first",
        )
        return False
    return True
