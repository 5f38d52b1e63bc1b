from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from finder.domain.activity import Activity
from finder.domain.council import FixedPrice, Lot
from finder.domain.issue import Issue
from finder.domain.provider import Award
from finder.domain.vocabulary import Arrangement, Mode, Pay, PriceUnit
from finder.importing.council_rules import check_council_rules
from finder.importing.surroundings import Surroundings
from tests.builders import a_council, a_lot, a_price, a_provider, a_session, an_activity
from tests.importing.reading import a_warning, an_error, read_entry

TOML = """\
lots = ["1a"]
length_weeks = 13
ended_on = 2026-11-03
sessions = []
"""
FIFTY = FixedPrice(pence=5000, unit=PriceUnit.SESSION, valid_from=date(2024, 4, 1))
PROVIDER = a_provider(
    name="Example Green Door",
    awards=(
        Award(lot="1a", arrangement=Arrangement.FRAMEWORK),
        Award(lot="3", arrangement=Arrangement.FRAMEWORK),
    ),
)


def _check(around: Surroundings, activity: Activity, *lots: Lot, **council: Any) -> list[Issue]:
    entry, issues = read_entry(TOML + "[[prices]]\n" * len(activity.prices))
    if lots:
        council["lots"] = lots
    check_council_rules(entry, activity, PROVIDER, replace(around, council=a_council(**council)))
    return issues


def test_an_activity_that_keeps_the_rules_is_let_be(around: Surroundings) -> None:
    assert _check(around, an_activity()) == []


def test_an_activity_outside_the_list_has_no_lot_to_keep_to(around: Surroundings) -> None:
    activity = an_activity(lots=(), arrangement=Arrangement.NONE)

    assert _check(around, activity) == []


def test_a_lot_that_does_not_exist_is_an_error(around: Surroundings) -> None:
    assert _check(around, an_activity(lots=("1a", "9"))) == [
        an_error(
            code="unknown-lot",
            message="Exampleshire Council has no lot “9”.",
            remedy="Use one of: 1a, 2.",
            where="lots",
        )
    ]


def test_a_council_without_lots_says_so(around: Surroundings) -> None:
    entry, issues = read_entry(TOML)

    check_council_rules(entry, an_activity(), PROVIDER, replace(around, council=a_council(lots=())))

    assert issues == [
        an_error(
            code="unknown-lot",
            message="Exampleshire Council has no lot “1a”.",
            remedy="Take lots out: there are none.",
            where="lots",
        )
    ]


def test_a_lot_that_was_not_awarded_is_an_error(around: Surroundings) -> None:
    assert _check(around, an_activity(lots=("2",))) == [
        an_error(
            code="lot-not-awarded",
            message="Example Green Door has no award on lot 2.",
            remedy="Add it under [[awards]], or take the lot out.",
            where="lots",
        )
    ]


def test_an_online_activity_in_a_lot_that_is_not_for_it_is_a_warning(around: Surroundings) -> None:
    activity = an_activity(modes=(Mode.IN_PERSON, Mode.ONLINE))

    assert _check(around, activity) == [
        a_warning(
            code="lot-mode",
            message="Lot 1a is not for online activities (F15).",
            remedy="Check the lot, or the modes.",
            where="lots",
        )
    ]


def test_nothing_is_said_of_modes_that_nobody_told(around: Surroundings) -> None:
    assert _check(around, an_activity(modes=None)) == []


@pytest.mark.parametrize(
    ("weeks", "issues"),
    [
        pytest.param(None, [], id="not told"),
        pytest.param(12, [], id="12 weeks"),
        pytest.param(
            13,
            [
                a_warning(
                    code="lot-too-long",
                    message="Lot 3 is for 12 weeks at the most (F38).",
                    remedy="Check length_weeks, or the lot.",
                    line=2,
                    where="length_weeks",
                )
            ],
            id="13 weeks",
        ),
    ],
)
def test_a_place_in_a_lot_lasts_no_longer_than_the_lot_says(
    around: Surroundings, weeks: int | None, issues: list[Issue]
) -> None:
    activity = an_activity(lots=("3",), length_weeks=weeks)

    assert _check(around, activity, a_lot("3", longest_weeks=12)) == issues


NOT_FIFTY = a_warning(
    code="not-the-fixed-price",
    message="Exampleshire Council pays £50.00 for each session.",
    remedy="Write that price, or say in for who else it is for.",
    line=5,
    where="prices 1",
)
PRICES = [
    pytest.param({"prices": (a_price(50),)}, [], id="the fixed price"),
    pytest.param({"prices": ()}, [], id="no price told"),
    pytest.param({"prices": (a_price(45),)}, [NOT_FIFTY], id="another price"),
    pytest.param(
        {"prices": (a_price(45), a_price(None))},
        [NOT_FIFTY, replace(NOT_FIFTY, line=6, where="prices 2")],
        id="two others",
    ),
    pytest.param({"prices": (a_price(50, high_pence=6000),)}, [NOT_FIFTY], id="a range"),
    pytest.param({"prices": (a_price(50, unit=PriceUnit.DAY),)}, [NOT_FIFTY], id="another unit"),
    pytest.param({"prices": (a_price(45, payers=(Pay.SELF,)),)}, [], id="for somebody else"),
    pytest.param(
        {"prices": (a_price(45, payers=(Pay.SELF, Pay.COUNCIL)),)}, [NOT_FIFTY], id="for both"
    ),
    pytest.param(
        {"prices": (a_price(45, valid_to=date(2026, 11, 20)),)}, [], id="a price that is over"
    ),
    pytest.param(
        {"prices": (a_price(45, valid_to=date(2026, 11, 21)),)}, [NOT_FIFTY], id="over tomorrow"
    ),
    pytest.param(
        {"prices": (a_price(45),), "arrangement": Arrangement.GRANT}, [], id="bought another way"
    ),
]


@pytest.mark.parametrize(("changes", "issues"), PRICES)
def test_a_framework_may_fix_the_price_that_the_council_pays(
    around: Surroundings, changes: dict[str, Any], issues: list[Issue]
) -> None:
    framework = replace(a_council().framework, fixed_price=FIFTY)

    assert _check(around, an_activity(**changes), framework=framework) == issues


@pytest.mark.parametrize(("changes", "issues"), PRICES)
def test_the_price_of_a_lot_comes_before_that_of_the_framework(
    around: Surroundings, changes: dict[str, Any], issues: list[Issue]
) -> None:
    framework = replace(a_council().framework, fixed_price=replace(FIFTY, pence=1))
    lot = a_lot(fixed_price=FIFTY)

    assert _check(around, an_activity(**changes), lot, framework=framework) == issues


def test_an_activity_does_not_end_before_it_starts(around: Surroundings) -> None:
    activity = an_activity(starts_on=date(2026, 11, 4), ended_on=date(2026, 11, 3))

    assert _check(around, activity) == [
        an_error(
            code="ends-before-start",
            message="It ended on 2026-11-03, before it started on 2026-11-04.",
            remedy="Correct one of the two dates.",
            line=3,
            where="ended_on",
        )
    ]


def test_an_activity_may_end_on_the_day_that_it_starts(around: Surroundings) -> None:
    day = date(2026, 11, 3)

    assert _check(around, an_activity(starts_on=day, ended_on=day)) == []


def test_an_entry_that_nobody_checked_is_a_warning(around: Surroundings) -> None:
    assert _check(around, an_activity(checked_on=None)) == [
        a_warning(
            code="not-checked",
            message="There is no checked_on, so the entry counts as old.",
            remedy="Add the day on which a person last checked it.",
            line=None,
            where="checked_on",
        )
    ]


def test_a_session_in_person_that_is_nowhere_is_a_warning(around: Surroundings) -> None:
    activity = an_activity(places=(), sessions=(a_session(place_id=""),))

    assert _check(around, activity) == [
        a_warning(
            code="no-place",
            message="It is in person, but no session says where.",
            remedy="Add place to the sessions, or places to the activity.",
            line=4,
            where="sessions",
        )
    ]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"modes": (Mode.IN_PERSON, Mode.ONLINE), "lots": ()}, id="online as well"),
        pytest.param({"modes": None}, id="nobody told how"),
        pytest.param({"sessions": ()}, id="nobody told when"),
    ],
)
def test_nothing_is_said_of_a_place_that_need_not_be(
    around: Surroundings, changes: dict[str, Any]
) -> None:
    assert _check(around, an_activity(places=(), **changes)) == []
