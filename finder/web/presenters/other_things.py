"""Other things to do, each in two lines, for the page of an activity."""

from collections.abc import Iterable
from dataclasses import dataclass

from finder.catalogue.reader import Catalogue
from finder.domain.activity import Activity
from finder.domain.place import Whereabouts
from finder.domain.query import SearchQuery
from finder.geo.distance import nearest_miles
from finder.web.presenters.addresses import address
from finder.web.presenters.card import (
    is_running,
    miles_in_words,
    picture_of,
    when_fact,
    where_fact,
)

# How many more of the provider's own are named. The others are on the provider's page.
MOST_OF_PROVIDER = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherThing:
    """A link to another activity, with when and where it is, and how far away.

    A text is empty where nobody told. Those that are in the provider's own words say so.
    """

    activity_id: str
    url: str
    name: str
    picture: str
    when: str
    when_is_english: bool
    where: str
    where_is_english: bool
    miles: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherThings:
    """What is offered beside an activity. Nothing is in two of them.

    `provider_has_more` says that the provider's page has others still.
    """

    goes_on_to: tuple[OtherThing, ...] = ()
    like_it: tuple[OtherThing, ...] = ()
    of_provider: tuple[OtherThing, ...] = ()
    provider_has_more: bool = False

    def __bool__(self) -> bool:
        return bool(self.goes_on_to or self.like_it or self.of_provider)


def make_other_things(
    catalogue: Catalogue,
    activity: Activity,
    similar_ids: Iterable[str],
    *,
    most_like_it: int,
    whereabouts: Whereabouts | None,
    query: SearchQuery,
) -> OtherThings:
    """Return what to offer on an activity's page.

    `similar_ids` are the activities like it, the likest first; the page takes the first few that
    it does not show already. With the query, their pages lead back to the same results.
    """
    shown: set[str] = {activity.activity_id}

    def take(others: Iterable[Activity], most: int | None = None) -> tuple[OtherThing, ...]:
        new = [each for each in others if each.activity_id not in shown]
        taken = [each for each in new if is_running(each, catalogue)][:most]
        shown.update(each.activity_id for each in taken)
        return tuple(_other_thing(catalogue, each, whereabouts, query) for each in taken)

    goes_on_to = take(catalogue.list_activities(activity.goes_on_to))
    like_it = take(
        catalogue.list_activities(each for each in similar_ids if each not in shown), most_like_it
    )
    own = catalogue.list_activities_of(activity.provider_id)
    of_provider = take(own, MOST_OF_PROVIDER)
    return OtherThings(
        goes_on_to=goes_on_to,
        like_it=like_it,
        of_provider=of_provider,
        provider_has_more=any(
            each.activity_id not in shown and is_running(each, catalogue) for each in own
        ),
    )


def _other_thing(
    catalogue: Catalogue, activity: Activity, whereabouts: Whereabouts | None, query: SearchQuery
) -> OtherThing:
    when, where = when_fact(activity), where_fact(activity, miles=None, about=False)
    times = [when.title, when.detail] if when.is_told else []
    return OtherThing(
        activity_id=activity.activity_id,
        url=address(
            "activities.show", catalogue.council.slug, query, activity_id=activity.activity_id
        ),
        name=activity.name,
        picture=picture_of(catalogue, activity),
        when=", ".join(each.removesuffix(".") for each in times if each),
        when_is_english=when.title_is_english,
        where=where.title if where.is_told else "",
        where_is_english=where.title_is_english,
        miles=_miles_to(activity, whereabouts),
    )


def _miles_to(activity: Activity, whereabouts: Whereabouts | None) -> str:
    """Return how far its nearest place is, or nothing where that is not known."""
    if whereabouts is None:
        return ""
    miles = nearest_miles(whereabouts.point, (place.point for place in activity.places))
    return "" if miles is None else miles_in_words(miles, about=whereabouts.is_about)
