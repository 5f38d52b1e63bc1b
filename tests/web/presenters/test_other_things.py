"""Other things to do, on the page of an activity."""

from collections.abc import Sequence
from typing import Any

import pytest

from finder.domain.activity import Activity, ActivityId
from finder.domain.place import Precision, Whereabouts
from finder.domain.provider import ProviderId
from finder.domain.query import SearchQuery
from finder.domain.vocabulary import ActivityStatus, Mode, ProviderStatus
from finder.web.presenters.other_things import OtherThing, OtherThings, make_other_things
from tests.builders import ASHFORD, MAIDSTONE, a_place, a_provider, an_activity
from tests.web.presenters.conftest import CatalogueOf

pytestmark = pytest.mark.usefixtures("english_page")

OTHER_PROVIDER = ProviderId("example-other")
AT_ASHFORD = Whereabouts(typed="Ashford", label="Ashford", point=ASHFORD, precision=Precision.TOWN)


def named(activity_id: str, **overrides: Any) -> Activity:
    """Return an activity of another provider."""
    return an_activity(
        activity_id,
        **{"name": activity_id.title(), "provider_id": OTHER_PROVIDER, **overrides},
    )


def own(activity_id: str, **overrides: Any) -> Activity:
    return named(activity_id, provider_id=ProviderId("example-green-door"), **overrides)


def offered(
    catalogue_of: CatalogueOf,
    activity: Activity,
    *others: Activity,
    similar_ids: Sequence[str] = (),
    whereabouts: Whereabouts | None = None,
    query: SearchQuery | None = None,
    **contents: Any,
) -> OtherThings:
    return make_other_things(
        catalogue_of(activity, *others, **contents),
        activity,
        similar_ids,
        most_like_it=2,
        whereabouts=whereabouts,
        query=query or SearchQuery(),
    )


def ids(things: Sequence[OtherThing]) -> list[str]:
    return [thing.activity_id for thing in things]


def test_a_thing_says_when_and_where_it_is(catalogue_of: CatalogueOf) -> None:
    others = offered(catalogue_of, an_activity(), own("baking"))

    assert others == OtherThings(
        of_provider=(
            OtherThing(
                activity_id="baking",
                url="/exampleshire/activities/baking",
                name="Baking",
                picture="cooking",
                when="Tuesday, 10am to 12 noon",
                when_is_english=False,
                where="The Green Hall, Maidstone",
                where_is_english=True,
                miles="",
            ),
        )
    )


def test_what_nobody_told_is_left_out(catalogue_of: CatalogueOf) -> None:
    silent = own("baking", sessions=(), places=())
    (thing,) = offered(catalogue_of, an_activity(), silent, whereabouts=AT_ASHFORD).of_provider

    assert (thing.when, thing.where, thing.miles) == ("", "", "")


def test_a_note_on_times_is_in_the_providers_words(catalogue_of: CatalogueOf) -> None:
    noted = own("baking", sessions=(), timing_note="When it rains.")
    (thing,) = offered(catalogue_of, an_activity(), noted).of_provider

    assert (thing.when, thing.when_is_english) == ("When it rains", True)


def test_what_is_at_home_says_so_in_our_words(catalogue_of: CatalogueOf) -> None:
    online = own("baking", modes=(Mode.ONLINE,), places=())
    (thing,) = offered(catalogue_of, an_activity(), online).of_provider

    assert (thing.where, thing.where_is_english) == ("At home, online", False)


def test_who_says_where_they_are_sees_how_far_the_nearest_place_is(
    catalogue_of: CatalogueOf,
) -> None:
    both = (a_place("hall", point=MAIDSTONE), a_place("barn", point=ASHFORD))
    others = offered(
        catalogue_of,
        an_activity(),
        own("a"),
        own("b", places=both),
        whereabouts=AT_ASHFORD,
        query=SearchQuery(near="Ashford"),
    )

    assert [(thing.miles, thing.url) for thing in others.of_provider] == [
        ("About 18 miles from you.", "/exampleshire/activities/a?near=Ashford"),
        ("Less than 1 mile from you.", "/exampleshire/activities/b?near=Ashford"),
    ]


def test_nothing_is_offered_twice_nor_the_thing_itself(catalogue_of: CatalogueOf) -> None:
    activity = an_activity(goes_on_to=(ActivityId("next"), ActivityId("nothing-of-this-name")))
    others = offered(
        catalogue_of,
        activity,
        own("next"),
        own("a"),
        named("b"),
        named("c"),
        own("d"),
        similar_ids=("cooking-together", "next", "a", "b", "c"),
    )

    assert (ids(others.goes_on_to), ids(others.like_it), ids(others.of_provider)) == (
        ["next"],
        ["a", "b"],
        ["d"],
    )


def test_what_nobody_can_go_to_is_not_offered(catalogue_of: CatalogueOf) -> None:
    activity = an_activity(goes_on_to=(ActivityId("ended"), ActivityId("resting")))
    others = offered(
        catalogue_of,
        activity,
        own("ended", status=ActivityStatus.ENDED),
        named("resting", status=ActivityStatus.PAUSED),
        similar_ids=("ended",),
    )

    assert others == OtherThings()
    assert not others


def test_nothing_more_is_offered_from_a_provider_that_left(catalogue_of: CatalogueOf) -> None:
    left = a_provider(status=ProviderStatus.LEFT)

    assert not offered(catalogue_of, an_activity(), own("a"), providers=(left,))


@pytest.mark.parametrize(("count", "shown", "has_more"), [(3, 3, False), (4, 3, True)])
def test_a_provider_with_more_has_them_on_its_own_page(
    catalogue_of: CatalogueOf, count: int, shown: int, has_more: bool
) -> None:
    more = [own(f"thing-{number}") for number in range(count)]
    others = offered(catalogue_of, an_activity(), *more)

    assert (len(others.of_provider), others.provider_has_more) == (shown, has_more)


@pytest.mark.parametrize(
    "others",
    [
        pytest.param(lambda thing: OtherThings(goes_on_to=(thing,)), id="goes on to"),
        pytest.param(lambda thing: OtherThings(like_it=(thing,)), id="like it"),
        pytest.param(lambda thing: OtherThings(of_provider=(thing,)), id="of the provider"),
    ],
)
def test_any_one_thing_is_something(catalogue_of: CatalogueOf, others: Any) -> None:
    (thing,) = offered(catalogue_of, an_activity(), own("baking")).of_provider

    assert others(thing)
