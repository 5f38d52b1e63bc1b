"""The bank holidays and the school terms that the repository ships."""

from collections import Counter
from datetime import date, timedelta

import pytest
from dateutil.easter import easter

from finder.catalogue.contents import BankHoliday, Contents
from finder.geo.gazetteer import Gazetteer
from finder.importing.content import read_content
from tests.content_folder import SHIPPED_CONTENT

LOOKED_AT = date(2026, 11, 21)
YEARS = (2026, 2027, 2028)
MONDAY, SATURDAY = 0, 5


@pytest.fixture(scope="module")
def councils(gazetteer: Gazetteer) -> list[Contents]:
    tree = read_content(SHIPPED_CONTENT, gazetteer, today=LOOKED_AT)
    return [each.contents for each in tree.councils if each.contents]


@pytest.fixture(scope="module")
def holidays(councils: list[Contents]) -> tuple[BankHoliday, ...]:
    return councils[0].bank_holidays


def first_monday(year: int, month: int) -> date:
    day = date(year, month, 1)
    return day + timedelta(days=-day.weekday() % 7)


def last_monday(year: int, month: int) -> date:
    day = date(year, month, 31)
    return day - timedelta(days=day.weekday())


def moved(*feasts: date) -> list[date]:
    """Return the weekdays that the law gives for feasts, one after the other, on a weekend.

    Banking and Financial Dealings Act 1971, schedule 1, and the yearly proclamations.
    """
    given: list[date] = []
    for feast in feasts:
        day = feast
        while day.weekday() >= SATURDAY or day in given:
            day += timedelta(days=1)
        given.append(day)
    return given


def bank_holidays_in(year: int) -> dict[date, str]:
    """Return the bank holidays in England as the law has them."""
    (new_year,) = moved(date(year, 1, 1))
    # Christmas Day on a Sunday goes after Boxing Day. None of these years has that.
    christmas, boxing_day = moved(date(year, 12, 25), date(year, 12, 26))
    return {
        new_year: "New Year's Day",
        easter(year) - timedelta(days=2): "Good Friday",
        easter(year) + timedelta(days=1): "Easter Monday",
        first_monday(year, 5): "Early May bank holiday",
        last_monday(year, 5): "Spring bank holiday",
        last_monday(year, 8): "Summer bank holiday",
        christmas: "Christmas Day",
        boxing_day: "Boxing Day",
    }


def test_the_bank_holidays_are_those_of_england(holidays: tuple[BankHoliday, ...]) -> None:
    expected = {day: name for year in YEARS for day, name in bank_holidays_in(year).items()}

    assert {holiday.day: holiday.name for holiday in holidays} == expected
    assert Counter(holiday.day.year for holiday in holidays) == dict.fromkeys(YEARS, 8)


def test_a_bank_holiday_is_a_weekday_and_stands_for_a_feast_on_a_weekend(
    holidays: tuple[BankHoliday, ...],
) -> None:
    feasts = {(1, 1): "New Year's Day", (12, 25): "Christmas Day", (12, 26): "Boxing Day"}

    assert all(holiday.day.weekday() < SATURDAY for holiday in holidays)
    for holiday in holidays:
        feast = holiday.instead_of or holiday.day
        is_fixed = holiday.name in feasts.values()
        assert (feast.weekday() >= SATURDAY) == (holiday.instead_of is not None)
        assert feasts.get((feast.month, feast.day), "") == (holiday.name if is_fixed else "")


def test_all_councils_have_the_same_bank_holidays(councils: list[Contents]) -> None:
    assert len(councils) == 4
    assert {each.bank_holidays for each in councils} == {councils[0].bank_holidays}


def test_each_council_tells_the_terms_of_this_school_year_and_the_next(
    councils: list[Contents],
) -> None:
    for contents in councils:
        terms = contents.council.terms
        assert Counter(term.first.year for term in terms) == {2026: 2, 2027: 6, 2028: 4}
        assert all(term.first.weekday() < SATURDAY > term.last.weekday() for term in terms)
        # A school year is 195 days, five of which pupils have off.
        for year in (2026, 2027):
            days = school_days(contents, date(year, 8, 1), date(year + 1, 7, 31))
            assert 186 <= days <= 196, (contents.council.slug, year, days)


def school_days(contents: Contents, first: date, last: date) -> int:
    holidays = {holiday.day for holiday in contents.bank_holidays}
    every = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return sum(
        day.weekday() < SATURDAY
        and day not in holidays
        and any(term.holds(day) for term in contents.council.terms)
        for day in every
    )


def test_some_sessions_of_each_council_say_what_they_do_on_bank_holidays(
    councils: list[Contents],
) -> None:
    for contents in councils:
        told = {each.bank_holidays for every in contents.activities for each in every.sessions}
        assert told == {True, False, None}
