"""Read the bank holidays that all councils share."""

from datetime import date
from pathlib import Path

from finder.catalogue.contents import BankHoliday
from finder.domain.issue import Severity
from finder.importing.entry import Entry
from finder.importing.report import Report
from finder.importing.toml_files import read_toml


def read_bank_holidays(path: Path, report: Report) -> tuple[BankHoliday, ...]:
    """Return the bank holidays, the earliest first, without those that have errors.

    A folder may do without the file. It is warned, since nothing then closes for a bank holiday.
    """
    if not path.is_file():
        report.add(
            "no-bank-holidays",
            "There is no list of bank holidays, so no date is left out for one.",
            "Write the file bank_holidays.toml. The content guide shows how.",
            severity=Severity.WARNING,
        )
        return ()
    entry = read_toml(path, report)
    if entry is None:
        return ()
    holidays: dict[date, BankHoliday] = {}
    for table in entry.tables("days"):
        holiday = _read_bank_holiday(table)
        table.finish()
        if holiday is None:
            continue
        if holiday.day in holidays:
            table.problem(
                "duplicate-date",
                f"{holiday.day} stands here twice.",
                "Take one of the two out.",
                key="date",
            )
        holidays.setdefault(holiday.day, holiday)
    entry.finish()
    return tuple(sorted(holidays.values(), key=lambda each: each.day))


def _read_bank_holiday(entry: Entry) -> BankHoliday | None:
    """Return one bank holiday, or None when it has an error."""
    errors_before = entry.error_count
    day = entry.date("date")
    name = entry.text("name", required=True, longest=60)
    instead_of = entry.date("instead_of")
    if not entry.has("date"):
        entry.problem(
            "missing-field",
            "There is no date.",
            "Add date = 2026-12-25, year first, no quotes.",
            key="date",
        )
    if day is not None and instead_of is not None and instead_of >= day:
        entry.problem(
            "wrong-order",
            f"{instead_of} is not before {day}, and a bank holiday is only moved to a later day.",
            "Correct one of the two dates.",
            key="instead_of",
        )
    if day is None or entry.error_count > errors_before:
        return None
    return BankHoliday(day=day, name=name, instead_of=instead_of)
