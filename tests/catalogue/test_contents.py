"""The contents of one council's site."""

from datetime import date

from finder.catalogue.contents import BankHoliday
from tests.builders import an_activity, some_contents


def test_contents_may_have_other_activities() -> None:
    contents, other = some_contents(an_activity("a")), (an_activity("b"),)

    changed = contents.with_activities(other)

    assert changed.activities == other
    assert changed.with_activities(contents.activities) == contents


def test_what_closes_for_a_holiday_that_is_moved_closes_on_the_feast_too() -> None:
    easter = BankHoliday(day=date(2027, 3, 29), name="Easter Monday")
    christmas = BankHoliday(
        day=date(2027, 12, 27), name="Christmas Day", instead_of=date(2027, 12, 25)
    )

    assert easter.days == (date(2027, 3, 29),)
    assert christmas.days == (date(2027, 12, 25), date(2027, 12, 27))
