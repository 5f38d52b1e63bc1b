"""The price that Milton Keynes pays, which its report fixes (F4), in its example content."""

from datetime import date

import pytest

from finder.domain.activity import Activity
from finder.domain.council import Council
from finder.domain.vocabulary import ActivityStatus, Arrangement, Pay
from finder.geo.gazetteer import Gazetteer
from finder.importing.content import read_content
from finder.planning.cost import Cost, Unknown
from finder.planning.money import Money, span
from finder.planning.occasions import Planned, make_planned, occasions_of
from finder.planning.ways_to_pay import cost_of, takes
from tests.content_folder import SHIPPED_CONTENT

LOOKED_AT = date(2026, 11, 21)
FIXED = 50_00


@pytest.fixture(scope="module")
def planned(gazetteer: Gazetteer) -> list[Planned]:
    """Everything on the framework that the council pays for, gone to every time."""
    tree = read_content(SHIPPED_CONTENT, gazetteer, today=LOOKED_AT)
    contents = next(
        each.contents
        for each in tree.councils
        if each.contents and each.contents.council.slug == "milton-keynes"
    )
    council: Council = contents.council
    activities: tuple[Activity, ...] = contents.activities
    every = [
        make_planned(activity, council, {}, today=LOOKED_AT)
        for activity in activities
        if activity.status is ActivityStatus.ACTIVE
        and activity.arrangement is Arrangement.FRAMEWORK
    ]
    return [each for each in every if takes(each, Pay.COUNCIL)]


def test_the_council_pays_50_pounds_for_every_session(planned: list[Planned]) -> None:
    assert len(planned) > 20
    for each in planned:
        times = sum(occasion.a_week for occasion in occasions_of(each))
        cost = cost_of(each, Pay.COUNCIL)
        if each.activity.sessions:
            assert cost.amounts is not None, each.activity.activity_id
            assert cost.amounts.weekly == Money(round(FIXED * times), round(FIXED * times))
        else:
            assert cost == Cost(unknown=frozenset({Unknown.OFTEN}))


def test_people_pay_another_price_themselves(planned: list[Planned]) -> None:
    costs = [cost_of(each, Pay.SELF) for each in planned if takes(each, Pay.SELF)]
    told = [cost.amounts.weekly for cost in costs if cost.amounts is not None]

    assert span(told).low < FIXED
