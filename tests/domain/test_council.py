from datetime import date

import pytest

from finder.domain.council import Council, DateRange, HelpContact
from finder.domain.vocabulary import Mode, Pay
from tests.builders import a_contact, a_council, a_lot


def test_a_lot_is_found_by_its_code() -> None:
    first, second = a_lot("1a"), a_lot("1b")
    council = a_council(lots=(first, second))

    assert [council.lot(code) for code in ("1a", "1b", "1c", "")] == [first, second, None, None]


def test_a_council_without_lots_has_no_lot() -> None:
    assert a_council(lots=()).lot("") is None


def test_a_contact_is_found_by_what_it_is_for() -> None:
    carers = HelpContact(
        slug="carers",
        label="Help for carers",
        text="Do you look after someone?",
        contact=a_contact(),
    )
    council = a_council(contacts=(carers,))

    assert (council.contact("carers"), council.contact("assessment")) == (carers, None)


def test_a_lot_is_not_for_online_activities_unless_it_says_so() -> None:
    assert a_lot().modes == (Mode.IN_PERSON, Mode.AT_HOME)


def test_a_council_that_does_not_say_is_a_true_one_with_every_way_to_pay_and_its_prices() -> None:
    told = a_council()
    council = Council(
        slug=told.slug,
        name=told.name,
        site_name=told.site_name,
        place_name=told.place_name,
        framework=told.framework,
    )

    assert (council.example, council.pay, council.show_prices) == (False, tuple(Pay), True)
    assert (council.languages, council.stale_months) == (("en-GB",), 12)


def test_a_range_of_dates_holds_its_first_day_and_its_last() -> None:
    term = DateRange(first=date(2027, 1, 4), last=date(2027, 2, 12))

    days = (date(2027, 1, 3), date(2027, 1, 4), date(2027, 2, 12), date(2027, 2, 13))
    assert [term.holds(day) for day in days] == [False, True, True, False]


def test_a_range_of_dates_may_be_one_day_and_never_ends_before_it_begins() -> None:
    day = date(2027, 1, 4)

    assert DateRange(first=day, last=day).holds(day)
    with pytest.raises(ValueError, match="The last day, 2027-01-03, is before the first"):
        DateRange(first=day, last=date(2027, 1, 3))
