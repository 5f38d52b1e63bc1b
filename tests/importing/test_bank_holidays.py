from datetime import date
from pathlib import Path

import pytest

from finder.catalogue.contents import BankHoliday
from finder.domain.issue import Issue
from finder.importing.bank_holidays import read_bank_holidays
from finder.importing.report import Report
from tests.importing.reading import FILE, an_error, summed_up

CHRISTMAS = '[[days]]\ndate = 2026-12-25\nname = "Christmas Day"\n'


def _read(folder: Path, text: str) -> tuple[tuple[BankHoliday, ...], list[Issue]]:
    (folder / FILE).write_text(text, encoding="utf-8")
    report = Report(file=FILE)
    return read_bank_holidays(folder / FILE, report), report.issues


def test_bank_holidays_are_read_in_the_order_of_the_year(tmp_path: Path) -> None:
    moved = '[[days]]\ndate = 2026-12-28\nname = "Boxing Day"\ninstead_of = 2026-12-26\n'

    assert _read(tmp_path, moved + CHRISTMAS) == (
        (
            BankHoliday(day=date(2026, 12, 25), name="Christmas Day"),
            BankHoliday(day=date(2026, 12, 28), name="Boxing Day", instead_of=date(2026, 12, 26)),
        ),
        [],
    )


@pytest.mark.parametrize(
    ("lines", "issue"),
    [
        pytest.param(
            'date = 2026-12-25\nname = "Christmas"',
            an_error(
                code="duplicate-date",
                message="2026-12-25 stands here twice.",
                remedy="Take one of the two out.",
                line=5,
                where="days 2, date",
            ),
            id="a day twice",
        ),
        pytest.param(
            'name = "Boxing Day"',
            an_error(
                code="missing-field",
                message="There is no date.",
                remedy="Add date = 2026-12-25, year first, no quotes.",
                line=4,
                where="days 2, date",
            ),
            id="no date",
        ),
        pytest.param(
            'date = 2026-12-28\nname = "Boxing Day"\ninstead_of = 2026-12-28',
            an_error(
                code="wrong-order",
                message=(
                    "2026-12-28 is not before 2026-12-28, "
                    "and a bank holiday is only moved to a later day."
                ),
                remedy="Correct one of the two dates.",
                line=7,
                where="days 2, instead_of",
            ),
            id="moved to the same day",
        ),
    ],
)
def test_a_bank_holiday_that_cannot_be_is_noted_and_left_out(
    tmp_path: Path, lines: str, issue: Issue
) -> None:
    holidays, issues = _read(tmp_path, f"{CHRISTMAS}[[days]]\n{lines}\n")

    assert holidays == (BankHoliday(day=date(2026, 12, 25), name="Christmas Day"),)
    assert issues == [issue]


def test_every_fault_of_the_file_is_noted(tmp_path: Path) -> None:
    holidays, issues = _read(
        tmp_path,
        'country = "England"\n[[days]]\ndate = "Easter"\nname = "Easter"\n'
        "[[days]]\ndate = 2027-05-31\nspring = true\n",
    )

    assert holidays == ()
    assert summed_up(issues) == [
        ("wrong-value", 3, "days 1, date"),
        ("missing-field", 5, "days 2, name"),
        ("unknown-field", 7, "days 2, spring"),
        ("unknown-field", 1, "country"),
    ]


def test_a_file_that_is_no_toml_has_none(tmp_path: Path) -> None:
    holidays, issues = _read(tmp_path, "[[days")

    assert (holidays, [issue.code for issue in issues]) == ((), ["not-toml"])
