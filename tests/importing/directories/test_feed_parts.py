"""The places, times and prices of a service in a feed."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest

from finder.domain.vocabulary import Day, PriceUnit, Repeats
from finder.importing.directories.feed_parts import (
    SchedulesRead,
    organisation_row,
    place_rows,
    read_prices,
    read_schedules,
)
from finder.importing.directories.outcomes import Remark
from finder.importing.directories.prices import PriceTold
from finder.importing.directories.times import SessionTime
from tests.builders import TODAY
from tests.importing.directories.invented import a_row

MON, TUE, WED, THU, FRI, SAT, SUN = Day


def a_schedule(**fields: Any) -> dict[str, Any]:
    return {
        "freq": "WEEKLY",
        "byday": "MO,WE",
        "opens_at": "10:00:00",
        "closes_at": "12:00",
        **fields,
    }


def schedules(*each: dict[str, Any]) -> SchedulesRead:
    return read_schedules([a_row(schedules=list(each))], today=TODAY)


def test_a_place_of_version_3() -> None:
    location = {
        "location_type": "physical",
        "name": "Green Hall",
        "addresses": [
            {"address_type": "postal", "address_1": "PO Box 1"},
            {
                "address_type": "physical",
                "address_1": "2 Example Street",
                "address_2": "Example End",
                "city": "Maidstone",
                "postal_code": "ME14 1XQ",
            },
        ],
        "accessibility": [{"description": "There is a ramp.", "accessibility": "ramp"}],
    }
    places, remarks = place_rows(a_row(service_at_locations=[{"location": location}]))

    assert remarks == []
    assert [place.source for place in places] == [
        {
            "name": "Green Hall",
            "address": "2 Example Street, Example End",
            "town": "Maidstone",
            "postcode": "ME14 1XQ",
            "kind": "",
            "access_note": "There is a ramp.",
        }
    ]


def test_a_place_of_version_1() -> None:
    location = {
        "name": "Green Hall",
        "physical_addresses": [{"address_1": "2 Example Street", "postal_code": "ME14 1XQ"}],
        "accessibility_for_disabilities": [{"accessibility": "ramp"}],
    }
    (place,), _ = place_rows(a_row(location=location))

    assert (place.first(["postcode"]), place.first(["access_note"])) == ("ME14 1XQ", "ramp")


def test_a_row_can_be_a_place_itself() -> None:
    (place,), _ = place_rows(a_row(name="Green Hall", addresses=[{"city": "Maidstone"}]))

    assert (place.first(["name"]), place.first(["town"])) == ("Green Hall", "Maidstone")
    assert place_rows(a_row(name="Example Choir")) == ([], [])


def test_places_online_and_places_for_post() -> None:
    places, remarks = place_rows(
        a_row(location=[{"location_type": "virtual"}, {"location_type": "postal"}])
    )

    assert [place.first(["kind"]) for place in places] == ["online"]
    assert remarks == [Remark("postal-place", "A place that is only for post was left out.")]


@pytest.mark.parametrize(
    ("fields", "session"),
    [
        ({}, SessionTime(days=(MON, WED))),
        ({"interval": 2}, SessionTime(days=(MON, WED), repeats=Repeats.FORTNIGHTLY)),
        ({"freq": "DAILY"}, SessionTime(days=tuple(Day))),
        (
            {"freq": "MONTHLY", "byday": "-1FR"},
            SessionTime(days=(FRI,), repeats=Repeats.MONTHLY, week_of_month=-1),
        ),
        ({"freq": "", "byday": "", "weekday": "Tuesday"}, SessionTime(days=(TUE,))),
        (
            {"valid_from": "2027-01-01", "valid_to": "2027-06-01", "description": "<b>Quiet</b>"},
            SessionTime(
                days=(MON, WED),
                first_date=date(2027, 1, 1),
                last_date=date(2027, 6, 1),
                note="Quiet",
            ),
        ),
        ({"valid_from": "2020-01-01"}, SessionTime(days=(MON, WED))),
    ],
)
def test_schedules_that_are_sessions(fields: dict[str, Any], session: SessionTime) -> None:
    told = replace(session, start=time(10), end=time(12))

    assert schedules(a_schedule(**fields)) == SchedulesRead(sessions=(told,))


def test_a_session_without_an_end() -> None:
    (session,) = schedules(a_schedule(closes_at="")).sessions

    assert (session.start, session.end) == (time(10), None)


@pytest.mark.parametrize(
    "fields",
    [
        {"freq": "YEARLY"},
        {"freq": "", "byday": "MO"},
        {"interval": 3},
        {"opens_at": "early"},
        {"closes_at": "09:00"},
        {"byday": ""},
        {"byday": "XX"},
        {"byday": "1MO"},
        {"freq": "MONTHLY", "byday": "MO"},
        {"freq": "MONTHLY", "byday": "", "weekday": "Monday"},
        {"byday": "", "weekday": "Someday"},
        {"valid_from": "2027-06-01", "valid_to": "2027-01-01"},
    ],
)
def test_other_schedules_stay_words(fields: dict[str, Any]) -> None:
    assert schedules(a_schedule(description="Ask us.", **fields)) == SchedulesRead(
        words=("Ask us.",),
        remarks=(Remark("times-in-words", "A schedule cannot be read as sessions."),),
    )


def test_a_schedule_without_words_leaves_a_remark_only() -> None:
    assert schedules(a_schedule(freq="YEARLY")).words == ()


def test_a_schedule_that_is_over_is_left_out() -> None:
    assert schedules(a_schedule(valid_to="2020-01-01")) == SchedulesRead(
        remarks=(Remark("schedule-over", "A schedule ended on 2020-01-01. It was left out."),)
    )


def test_schedules_stand_in_several_places_and_count_once() -> None:
    row = a_row(
        schedules=[a_schedule()],
        service_at_locations=[{"schedules": [a_schedule(), a_schedule(byday="SA")]}],
    )

    assert [each.days for each in read_schedules([row], today=TODAY).sessions] == [
        (MON, WED),
        (SAT,),
    ]


def test_prices() -> None:
    row = a_row(
        cost_options=[
            {"amount": 5, "amount_description": "per session", "option": "Adults"},
            {"amount": 3, "valid_to": "2020-01-01"},
            {
                "amount": 4,
                "amount_description": "an hour",
                "valid_from": "2028-01-01",
                "valid_to": "2027-01-01",
            },
        ]
    )

    prices, remarks = read_prices(row, today=TODAY)

    assert prices == [
        PriceTold(amount=Decimal(5), unit=PriceUnit.SESSION, note="per session. Adults"),
        PriceTold(
            amount=Decimal(4), unit=PriceUnit.HOUR, note="an hour", valid_to=date(2027, 1, 1)
        ),
    ]
    assert [remark.code for remark in remarks] == ["price-over", "bad-date"]


def test_a_service_can_carry_its_organisation() -> None:
    row = organisation_row(a_row(organization={"name": "Example Songbirds"}))

    assert row is not None
    assert row.values("name") == ("Example Songbirds",)
    assert organisation_row(a_row()) is None
