"""The page of one activity: its facts in the order of the product, each with its picture."""

from dataclasses import dataclass
from datetime import date

from finder.domain.activity import Activity, Helpers, Transport
from finder.domain.council import Council
from finder.domain.place import Whereabouts
from finder.domain.provider import Contact, Provider
from finder.domain.vocabulary import BUILDING_NEEDS, HELPER_NEEDS, Mode, Need, Pay
from finder.geo.distance import distance_miles
from finder.search.columns import pay_of
from finder.web.presenters import labels
from finder.web.presenters.card import Fact, helpers_in_words, miles_in_words, space_title
from finder.web.presenters.money import (
    for_whom,
    pounds,
    price_in_words,
    prices_today,
)
from finder.web.presenters.times import (
    date_in_words,
    days_in_words,
    how_often,
    join_english,
    times_in_words,
    weeks_in_words,
)
from finder.web.wording import gettext, ngettext


@dataclass(frozen=True, slots=True)
class Sentence:
    """One idea. `is_english` says that it is in the provider's or the council's own words."""

    text: str
    is_english: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One question about the activity, with its answer. No sentences means: not told."""

    slug: str
    heading: str
    picture: str
    sentences: tuple[Sentence, ...] = ()
    needs: tuple[Fact, ...] = ()


def _own(text: str) -> list[Sentence]:
    return [Sentence(text, is_english=True)] if text else []


def _ours(text: str) -> list[Sentence]:
    return [Sentence(text)] if text else []


def make_sections(
    activity: Activity,
    council: Council,
    *,
    today: date,
    picture: str,
    whereabouts: Whereabouts | None = None,
) -> tuple[Section, ...]:
    """Return the sections in their one order. A section that nobody told about stays."""
    return (
        Section(
            slug="what",
            heading=gettext("What is it?"),
            picture=picture,
            sentences=tuple(
                Sentence(text, is_english=True) for text in (activity.summary, *activity.about)
            ),
        ),
        Section(
            slug="when",
            heading=gettext("When is it?"),
            picture="calendar",
            sentences=tuple(_when(activity)),
        ),
        Section(
            slug="where",
            heading=gettext("Where is it?"),
            picture="pin",
            sentences=tuple(_where(activity, council, whereabouts)),
        ),
        Section(
            slug="cost",
            heading=gettext("What does it cost?"),
            picture="money",
            sentences=tuple(_cost(activity, council, today)),
        ),
        Section(
            slug="helpers",
            heading=gettext("Who helps me?"),
            picture="helper",
            sentences=tuple(_helpers(activity)),
            needs=_needs(activity, HELPER_NEEDS),
        ),
        Section(
            slug="travel",
            heading=gettext("How do I get there?"),
            picture="bus",
            sentences=tuple(_travel(activity.transport, activity.modes)),
        ),
        Section(
            slug="access",
            heading=gettext("Can I get in?"),
            picture="wheelchair",
            sentences=tuple(_own(activity.access_note)),
            needs=_needs(activity, BUILDING_NEEDS),
        ),
        Section(
            slug="bring",
            heading=gettext("What do I bring?"),
            picture="bag",
            sentences=tuple(Sentence(text, is_english=True) for text in activity.bring),
        ),
        Section(
            slug="try",
            heading=gettext("Can I try it first?"),
            picture="taster",
            sentences=tuple(_taster(activity)),
        ),
        Section(
            slug="space",
            heading=gettext("Is there a space?"),
            picture="space",
            sentences=tuple(_space(activity)),
        ),
    )


def _when(activity: Activity) -> list[Sentence]:
    groups: dict[tuple[str, ...], list[int]] = {}
    for number, session in enumerate(activity.sessions):
        place = activity.place_of(session)
        several = place is not None and len(activity.places) > 1
        key = (
            times_in_words(session),
            place.name if several and place else "",
            how_often(session),
            *weeks_in_words(session),
            f"\n{session.note}",
        )
        groups.setdefault(key, []).append(number)
    sentences: list[Sentence] = []
    for (times, place_name, often, *rest), numbers in groups.items():
        days = [day for number in numbers if (day := activity.sessions[number].day)]
        words = days_in_words(days) if days else gettext("You pick the day")
        parts = [part for part in (words, times, place_name) if part]
        sentences += _ours(f"{', '.join(parts)}.")
        for sentence in (often, *rest):
            known = {each.text for each in sentences}
            text = sentence.strip()
            if text and text not in known:
                sentences.append(Sentence(text, is_english=sentence.startswith("\n")))
    sentences += _own(activity.timing_note)
    if activity.starts_on:
        sentences += _ours(gettext("It starts on %(day)s.", day=date_in_words(activity.starts_on)))
    if activity.length_weeks and activity.length_weeks < 52:
        sentences += _ours(
            ngettext("It is for %(num)s week.", "It is for %(num)s weeks.", activity.length_weeks)
        )
    return sentences


def _where(activity: Activity, council: Council, whereabouts: Whereabouts | None) -> list[Sentence]:
    sentences: list[Sentence] = []
    modes = activity.modes or ()
    for place in activity.places:
        parts = (place.name, place.address, place.town, place.postcode)
        address = ", ".join(dict.fromkeys(part for part in parts if part))
        sentences += _own(f"{address}." if address else "")
        if whereabouts is not None and place.point is not None:
            miles = distance_miles(whereabouts.point, place.point)
            sentences += _ours(miles_in_words(miles, about=whereabouts.is_about))
        sentences += [Sentence(text, is_english=True) for text in place.directions]
        if place.outside:
            sentences += _ours(
                gettext(
                    "This is in %(place)s. It is on the list of %(council)s.",
                    place=place.outside,
                    council=council.name,
                )
            )
    if Mode.ONLINE in modes:
        sentences += _ours(gettext("You can join online, with a phone or a computer."))
    if Mode.AT_HOME in modes:
        sentences += _ours(gettext("They come to your home."))
    if activity.serves:
        areas = [area.label for area in council.areas if area.slug in activity.serves]
        sentences += _ours(gettext("They come to %(areas)s.", areas=join_english(areas)))
    return sentences


def _cost(activity: Activity, council: Council, today: date) -> list[Sentence]:
    sentences: list[Sentence] = []
    prices = prices_today(activity.prices, today) if council.show_prices else []
    for price in prices:
        words = price_in_words(price)
        if (whom := for_whom(price)) and len(prices) > 1:
            words = f"{whom}: {words}"
        if price.support is not None:
            words = f"{words} ({labels.SUPPORT[price.support]})"
        sentences += _ours(f"{words}.")
        sentences += _own(price.includes) + _own(price.note)
        if price.valid_from and price.valid_from > today:
            from_day = date_in_words(price.valid_from)
            sentences += _ours(gettext("This price is from %(day)s.", day=from_day))
    for way in pay_of(activity) or ():
        if way is not Pay.FREE or not prices:
            sentences += _ours(str(labels.PAY[way]))
    return list(dict.fromkeys(sentences))


def _helpers(activity: Activity) -> list[Sentence]:
    helpers = activity.helpers
    sentences = [Sentence(f"{labels.SUPPORT[each]}.") for each in activity.support or ()]
    if words := helpers_in_words(helpers):
        sentences += _ours(gettext("There is %(helpers)s.", helpers=words))
    if helpers.group_size:
        sentences += _ours(
            ngettext(
                "There is %(num)s person in the group.",
                "There are %(num)s people in the group.",
                helpers.group_size,
            )
        )
    sentences += _carer(helpers)
    if activity.only_for:
        sentences += _ours(gettext("It is only for: %(who)s.", who=activity.only_for))
    if activity.languages:
        spoken = ", ".join(activity.languages)
        sentences += _ours(gettext("Helpers also speak: %(languages)s.", languages=spoken))
    if activity.food:
        sentences += _ours(gettext("Food: %(food)s.", food=", ".join(activity.food)))
    return sentences + _own(helpers.note)


def _carer(helpers: Helpers) -> list[Sentence]:
    sentences: list[Sentence] = []
    if helpers.carer_can_stay:
        sentences += _ours(gettext("Your carer can stay with you."))
    if helpers.carer_can_leave:
        sentences += _ours(gettext("Your carer can go and have a break."))
    if helpers.carer_can_leave is False:
        sentences += _ours(gettext("Your carer needs to stay with you."))
    return sentences


def _needs(activity: Activity, needs: tuple[Need, ...]) -> tuple[Fact, ...]:
    """Return the needs that were told about, and for a building those that were not, too."""
    facts = []
    for need in needs:
        has = activity.needs.get(need)
        picture = labels.NEED_PICTURES.get(need, "helper")
        if has is None:
            if needs is BUILDING_NEEDS:
                facts.append(Fact(picture=picture, title=str(labels.NEEDS[need]), is_told=False))
            continue
        detail = gettext("Yes") if has else gettext("No")
        facts.append(Fact(picture=picture, title=str(labels.NEEDS[need]), detail=detail))
    return tuple(facts)


def _travel(transport: Transport, modes: tuple[Mode, ...] | None) -> list[Sentence]:
    if modes and Mode.IN_PERSON not in modes:
        return _ours(gettext("You do not need to travel."))
    sentences = _own(transport.nearest_stop)
    if transport.offered:
        sentences += _ours(gettext("They can pick you up."))
        if transport.area:
            sentences += _ours(gettext("They pick people up in %(area)s.", area=transport.area))
        if transport.included:
            sentences += _ours(gettext("It is in the price."))
        elif transport.cost_pence:
            cost = pounds(transport.cost_pence)
            sentences += _ours(gettext("It costs %(cost)s more.", cost=cost))
    if transport.offered is False:
        sentences += _ours(gettext("They cannot pick you up."))
    return sentences + _own(transport.note)


def _taster(activity: Activity) -> list[Sentence]:
    taster = activity.taster
    sentences: list[Sentence] = []
    if taster.offered:
        sentences += _ours(gettext("Yes. You can try it first."))
    if taster.offered is False:
        sentences += _ours(gettext("No. But you can ask them about it."))
    if taster.free:
        sentences += _ours(gettext("The first visit is free."))
    if taster.can_bring_someone:
        sentences += _ours(gettext("You can bring someone with you."))
    return sentences + _own(taster.note)


def _space(activity: Activity) -> list[Sentence]:
    availability = activity.availability
    if availability is None:
        return []
    sentences = _ours(f"{space_title(availability)}.") + _own(availability.note)
    if availability.wait_weeks:
        sentences += _ours(
            ngettext(
                "You wait about %(num)s week.",
                "You wait about %(num)s weeks.",
                availability.wait_weeks,
            )
        )
    said_on = date_in_words(availability.said_on)
    return sentences + _ours(gettext("They told us on %(date)s.", date=said_on))


def contact_of(activity: Activity, provider: Provider) -> Contact:
    """Return how to ask about an activity: its own contact, or else its provider's."""
    return activity.contact if activity.contact.is_told else provider.contact
