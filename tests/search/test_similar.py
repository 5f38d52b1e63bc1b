"""Which activities are like another."""

from collections.abc import Collection
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from finder.catalogue.contents import Contents
from finder.domain.activity import Activity
from finder.domain.provider import ProviderId
from finder.domain.vocabulary import ActivityStatus, Mode, Need, ProviderStatus, Support
from finder.geo.distance import distance_miles
from finder.search.similar import similar
from tests.builders import (
    ASHFORD,
    MAIDSTONE,
    TODAY,
    a_place,
    a_provider,
    an_activity,
    an_online_place,
    some_contents,
)
from tests.search.opened import opened
from tests.search.strategies import catalogues

COOKING = an_activity()
STALE = date(2025, 11, 20)
IN_ASHFORD = (a_place("barn", town="Ashford", point=ASHFORD),)
ONLINE = (an_online_place(),)


def like(activity: Activity, *others: Activity, most: int = 3, **overrides: Any) -> list[str]:
    """Return what is like an activity, of itself and some others."""
    contents = some_contents(activity, *others, **overrides)
    with opened(contents) as searchable:
        return list(similar(searchable, activity, today=TODAY, most=most))


def b(**overrides: Any) -> Activity:
    """Return an activity that comes last where nothing else counts but the name."""
    return an_activity("b", **{"name": "Zebra Club", **overrides})


def a(**overrides: Any) -> Activity:
    return an_activity("a", **{"name": "Apple Club", **overrides})


def test_an_activity_is_not_like_itself() -> None:
    assert like(COOKING) == []


def test_what_shares_no_interest_is_not_like_it() -> None:
    assert like(COOKING, a(interests=("music",)), b(interests=("music", "cooking"))) == ["b"]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(a(status=ActivityStatus.ENDED), id="ended"),
        pytest.param(a(status=ActivityStatus.PAUSED), id="having a rest"),
    ],
)
def test_what_nobody_can_go_to_is_not_offered(other: Activity) -> None:
    assert like(COOKING, other) == []


def test_what_a_provider_offered_that_has_left_is_not_offered() -> None:
    providers = (
        a_provider(),
        a_provider("example-left", status=ProviderStatus.LEFT),
    )

    assert like(COOKING, a(provider_id=ProviderId("example-left")), providers=providers) == []


@pytest.mark.parametrize(
    "status", [ActivityStatus.ENDED, ActivityStatus.PAUSED, ActivityStatus.ACTIVE]
)
def test_one_that_has_ended_has_others_like_it_too(status: ActivityStatus) -> None:
    assert like(an_activity(status=status), a(), b()) == ["a", "b"]


def test_ties_are_broken_by_name() -> None:
    assert like(COOKING, b(), a()) == ["a", "b"]


def test_there_are_no_more_than_were_asked_for() -> None:
    assert like(COOKING, a(), b(), an_activity("c", name="Middle"), most=2) == ["a", "c"]


@pytest.mark.parametrize(
    ("activity", "less", "more"),
    [
        pytest.param(
            an_activity(interests=("cooking", "friends")),
            a(interests=("friends",)),
            b(interests=("cooking",)),
            id="the first interest counts most",
        ),
        pytest.param(
            an_activity(interests=("cooking", "friends", "music")),
            a(interests=("cooking", "friends")),
            b(interests=("cooking", "music", "friends")),
            id="each other interest counts",
        ),
        pytest.param(
            an_activity(groups=("older", "dementia")),
            a(groups=("older",)),
            b(groups=("dementia", "older", "autism")),
            id="the same groups",
        ),
        pytest.param(an_activity(groups=("older",)), a(), b(groups=("older",)), id="told groups"),
        pytest.param(
            an_activity(needs={Need.HOIST: True, Need.QUIET: True, Need.BSL: False}),
            a(needs={Need.HOIST: True, Need.QUIET: False, Need.BSL: False}),
            b(needs={Need.HOIST: True, Need.QUIET: True}),
            id="the same help",
        ),
        pytest.param(
            an_activity(support=(Support.ONE_TO_ONE,)),
            a(support=(Support.LARGE_GROUP,)),
            b(support=(Support.SMALL_GROUP, Support.ONE_TO_ONE)),
            id="the same support",
        ),
        pytest.param(
            an_activity(modes=(Mode.ONLINE,), places=ONLINE),
            a(),
            b(modes=(Mode.ONLINE,), places=ONLINE),
            id="the same way to take part",
        ),
        pytest.param(COOKING, a(places=IN_ASHFORD), b(), id="nearer"),
        pytest.param(COOKING, a(places=ONLINE), b(places=IN_ASHFORD), id="a place at all"),
        pytest.param(COOKING, a(checked_on=STALE), b(), id="fresh"),
    ],
)
def test_what_is_more_like_it_comes_first(
    activity: Activity, less: Activity, more: Activity
) -> None:
    assert like(activity, less, more) == [more.activity_id, less.activity_id]


def test_the_nearest_of_several_places_counts() -> None:
    both = (a_place("far", point=ASHFORD), a_place("near", point=MAIDSTONE))

    assert like(an_activity(places=both), a(places=IN_ASHFORD), b()) == ["a", "b"]
    assert like(COOKING, a(places=both), b(places=IN_ASHFORD)) == ["a", "b"]


def share(own: Collection[str] | None, other: Collection[str] | None) -> float:
    return sum(value in (other or ()) for value in own or ()) / max(1, len(own or ()))


def points_of(activity: Activity, other: Activity) -> float:
    """Return the points by the table, from nothing but what the two activities say."""
    needs = [[need for need, has in each.needs.items() if has] for each in (activity, other)]
    miles = [
        distance_miles(one.point, two.point)
        for one in activity.places
        for two in other.places
        if one.point and two.point
    ]
    points = (
        8 * share(activity.interests[:1], other.interests)
        + 4 * share(activity.interests[1:], other.interests)
        + 4 * share(activity.groups, other.groups)
        + 4 * share(*needs)
        + 2 * share(activity.support, other.support)
        + 2 * share(activity.modes, other.modes)
        + (6 / (1 + min(miles) / 10) if miles else 0)
    )
    return points * (0.6 if other.is_stale(TODAY, 12) else 1)


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(catalogues())
def test_the_quick_way_finds_what_the_plain_way_does(contents: Contents) -> None:
    running = {
        each.provider_id for each in contents.providers if each.status is ProviderStatus.ACTIVE
    }
    live = [
        each
        for each in contents.activities
        if each.status is ActivityStatus.ACTIVE and each.provider_id in running
    ]
    with opened(contents) as searchable:
        for activity in contents.activities:
            others = [
                other
                for other in live
                if set(other.interests) & set(activity.interests)
                and other.activity_id != activity.activity_id
            ]
            found = similar(searchable, activity, today=TODAY, most=100)
            points = {str(other.activity_id): points_of(activity, other) for other in others}
            in_order = [points[each] for each in found]
            assert set(found) == set(points)
            assert in_order == pytest.approx(sorted(in_order, reverse=True), abs=1e-5)
