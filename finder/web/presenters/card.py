"""A result card: what, when, where and how far, cost, who helps, is there a space."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from finder.catalogue.reader import Catalogue
from finder.domain.activity import Activity, Availability, Helpers
from finder.domain.council import Council
from finder.domain.place import Place
from finder.domain.vocabulary import (
    ActivityStatus,
    Arrangement,
    Mode,
    Pay,
    ProviderStatus,
    SpaceState,
    Support,
)
from finder.search.columns import pay_of
from finder.web.presenters import labels
from finder.web.presenters.media import ShownPhoto, show_photo
from finder.web.presenters.money import price_in_words, prices_today
from finder.web.presenters.sentences import as_sentence
from finder.web.presenters.times import DAYS, date_in_words, day_and_times, day_name
from finder.web.wording import gettext, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line of a card: a picture, what it says, and a detail. `is_told` is False for unknown.

    `title_is_english` says that the title is in the provider's own words.
    """

    picture: str
    title: str
    detail: str = ""
    is_told: bool = True
    title_is_english: bool = False


@dataclass(frozen=True, slots=True)
class DayMark:
    """One of the seven days, and whether the activity is held on it."""

    name: str
    is_on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Everything on a card. `notes` are short sentences such as "Last checked long ago.".

    The photo, when there is one, comes in the place of the picture.
    """

    activity_id: str
    council: str
    url: str
    name: str
    provider: str
    picture: str
    days: tuple[DayMark, ...]
    facts: tuple[Fact, ...]
    notes: tuple[str, ...] = ()
    on_list: bool = False
    photo: ShownPhoto | None = None


def make_card(
    activity: Activity,
    catalogue: Catalogue,
    *,
    today: date,
    url: str,
    far: str = "",
    notes: Iterable[str] = (),
    on_list: bool = False,
) -> Card:
    """Return an activity's card. `far` says how far away it is; nothing where that is not known."""
    council = catalogue.council
    own_notes = [*notes, *border_notes(activity, council)]
    if activity.is_stale(today, council.stale_months):
        own_notes.append(gettext("Nobody has checked this for a long time. Ask them first."))
    return Card(
        activity_id=activity.activity_id,
        council=council.slug,
        url=url,
        name=activity.name,
        provider=catalogue.providers[activity.provider_id].name,
        picture=picture_of(catalogue, activity),
        days=day_marks(activity),
        facts=(
            when_fact(activity),
            _where_fact(activity, far),
            cost_fact(activity, today=today, show_prices=council.show_prices),
            helpers_fact(activity),
            space_fact(activity.availability),
        ),
        notes=tuple(own_notes),
        on_list=on_list,
        photo=show_photo(activity.photos[0], council.slug) if activity.photos else None,
    )


def is_running(activity: Activity, catalogue: Catalogue) -> bool:
    """Return whether people can go to it now: it has not stopped, and neither has its provider."""
    provider = catalogue.providers[activity.provider_id]
    return activity.status is ActivityStatus.ACTIVE and provider.status is ProviderStatus.ACTIVE


def picture_of(catalogue: Catalogue, activity: Activity) -> str:
    """Return the concept of an activity's picture: its own, or its first interest's."""
    if activity.picture:
        return activity.picture
    pictures = {interest.slug: interest.picture for interest in catalogue.interests}
    return next((pictures[slug] for slug in activity.interests if slug in pictures), "everything")


def border_notes(activity: Activity, council: Council) -> list[str]:
    """Return a sentence for each place that is over the border."""
    outside = dict.fromkeys(place.outside for place in activity.places if place.outside)
    return [
        gettext(
            "This is in %(place)s. It is on the list of %(council)s.",
            place=place,
            council=council.name,
        )
        for place in outside
    ]


def day_marks(activity: Activity) -> tuple[DayMark, ...]:
    """Return the seven days; nothing when the activity has no days of its own."""
    held = activity.days
    if not held:
        return ()
    return tuple(DayMark(day_name(day, "abbreviated"), day in held) for day in DAYS)


def when_fact(activity: Activity) -> Fact:
    if not activity.sessions:
        if activity.timing_note:
            return Fact(picture="calendar", title=activity.timing_note, title_is_english=True)
        return not_told("calendar", gettext("Days and times"))
    title, detail = day_and_times(activity.sessions)
    return Fact(picture="calendar", title=title, detail=detail)


def not_told(picture: str, title: str) -> Fact:
    """Return the fact that nobody has told yet, still in its place."""
    return Fact(picture=picture, title=title, is_told=False)


def miles_in_words(miles: float, *, about: bool) -> str:
    """Return a distance as people say it, in a straight line."""
    rounded = max(1, round(miles))
    if about:
        return ngettext(
            "Very roughly %(num)s mile from you.", "Very roughly %(num)s miles from you.", rounded
        )
    if miles < 1:
        return gettext("Less than 1 mile from you.")
    return ngettext("About %(num)s mile from you.", "About %(num)s miles from you.", rounded)


def where_fact(activity: Activity, *, miles: float | None, about: bool) -> Fact:
    return _where_fact(activity, "" if miles is None else miles_in_words(miles, about=about))


def _where_fact(activity: Activity, far: str) -> Fact:
    """Return where it is, with a sentence that says how far, or none."""
    modes = activity.modes or ()
    if Mode.AT_HOME in modes and Mode.IN_PERSON not in modes:
        return Fact(picture="home", title=gettext("In your own home"))
    if Mode.ONLINE in modes and Mode.IN_PERSON not in modes:
        return Fact(
            picture="video-call",
            title=gettext("At home, online"),
            detail=gettext("You join with a phone or a computer."),
        )
    named = [place for place in activity.places if place.town or place.name]
    if not named:
        return not_told("pin", gettext("Where it is"))
    sentences = [far] if far else []
    if Mode.ONLINE in modes:
        sentences.append(gettext("Or online."))
    if Mode.AT_HOME in modes:
        sentences.append(gettext("Or in your own home."))
    return Fact(
        picture="pin",
        title=place_title(named),
        detail=" ".join(sentences),
        title_is_english=True,
    )


def place_title(places: list[Place]) -> str:
    """Return "The Green Hall, Ashford", or the towns when there are several places."""
    if len(places) == 1:
        place = places[0]
        return ", ".join(dict.fromkeys(part for part in (place.name, place.town) if part))
    towns = list(dict.fromkeys(place.town or place.name for place in places))
    return ", ".join(towns)


def cost_fact(activity: Activity, *, today: date, show_prices: bool) -> Fact:
    pay = pay_of(activity)
    prices = prices_today(activity.prices, today) if show_prices else []
    if not prices:
        if pay and Pay.FREE in pay:
            return Fact(picture="money", title=gettext("Free"))
        if activity.prices and not show_prices:
            return Fact(picture="money", title=gettext("Ask them for the price"))
        return not_told("money", gettext("What it costs"))
    council_pays = activity.arrangement in (Arrangement.FRAMEWORK, Arrangement.BLOCK)
    ways = [
        str(labels.PAY[way])
        for way in pay or ()
        if way is not Pay.FREE and (way is not Pay.COUNCIL or council_pays)
    ]
    sentences = ways[:2]
    if len(prices) > 1:
        sentences.append(gettext("There are other prices too."))
    return Fact(picture="money", title=price_in_words(prices[0]), detail=" ".join(sentences))


def helpers_in_words(helpers: Helpers) -> str:
    """Return "1 helper for 4 people", or an empty text when that is not told."""
    if not helpers.helpers:
        return ""
    how_many = ngettext("%(num)s helper", "%(num)s helpers", helpers.helpers)
    if not helpers.people:
        return how_many
    return ngettext(
        "%(helpers)s for %(num)s person",
        "%(helpers)s for %(num)s people",
        helpers.people,
        helpers=how_many,
    )


def helpers_fact(activity: Activity) -> Fact:
    support = activity.support or ()
    picture = labels.SUPPORT_PICTURES[support[0]] if support else "helper"
    kinds = " ".join(
        as_sentence(str(labels.SUPPORT[each])) for each in support if each in labels.SUPPORT
    )
    if support == (Support.ONE_TO_ONE,):
        return Fact(picture=picture, title=str(labels.SUPPORT[Support.ONE_TO_ONE]))
    title = helpers_in_words(activity.helpers)
    if title:
        return Fact(picture=picture, title=title, detail=kinds)
    if activity.helpers.group_size:
        size = ngettext(
            "A group of %(num)s person",
            "A group of %(num)s people",
            activity.helpers.group_size,
        )
        return Fact(picture=picture, title=size, detail=kinds)
    if support:
        return Fact(picture=picture, title=kinds.removesuffix("."))
    return not_told("helper", gettext("Helpers"))


def space_title(availability: Availability) -> str:
    titles = {
        SpaceState.SPACES: gettext("There is a space"),
        SpaceState.WAITING_LIST: gettext("You have to wait"),
        SpaceState.FULL: gettext("It is full now"),
    }
    return titles[availability.state]


def space_fact(availability: Availability | None) -> Fact:
    if availability is None:
        return not_told("unknown", gettext("Is there a space?"))
    details = []
    if availability.wait_weeks:
        details.append(
            ngettext("About %(num)s week.", "About %(num)s weeks.", availability.wait_weeks)
        )
    said_on = date_in_words(availability.said_on)
    details.append(gettext("They told us on %(date)s.", date=said_on))
    return Fact(
        picture="space" if availability.state is SpaceState.SPACES else "wait",
        title=space_title(availability),
        detail=" ".join(details),
    )
