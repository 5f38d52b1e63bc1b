"""The page of one activity: its facts in the order of the product, each with its picture."""

from dataclasses import dataclass
from datetime import date

from finder.domain.activity import Activity, Helpers, Price, Transport
from finder.domain.council import Council
from finder.domain.place import Whereabouts
from finder.domain.provider import Contact, Provider
from finder.domain.vocabulary import BUILDING_NEEDS, HELPER_NEEDS, Mode, Need, Pay
from finder.search.columns import pay_of
from finder.web.presenters import labels
from finder.web.presenters.card import Fact, helpers_in_words, space_title
from finder.web.presenters.money import (
    for_whom,
    price_in_words,
    prices_today,
)
from finder.web.presenters.sentences import Sentence, as_sentence, ours, own
from finder.web.presenters.times import date_in_words
from finder.web.presenters.when_and_where import when_sentences, where_sentences
from finder.web.wording import gettext, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One question about the activity, with its answer. No sentences means: not told."""

    slug: str
    heading: str
    picture: str
    sentences: tuple[Sentence, ...] = ()
    needs: tuple[Fact, ...] = ()


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
            sentences=tuple(when_sentences(activity)),
        ),
        Section(
            slug="where",
            heading=gettext("Where is it?"),
            picture="pin",
            sentences=tuple(where_sentences(activity, council, whereabouts)),
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
            sentences=tuple(own(activity.access_note)),
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


def _cost(activity: Activity, council: Council, today: date) -> list[Sentence]:
    sentences: list[Sentence] = []
    prices = prices_today(activity.prices, today) if council.show_prices else []
    if activity.prices and not council.show_prices:
        sentences += ours(gettext("Ask them for the price."))
    for price in prices:
        words = price_in_words(price)
        if (whom := for_whom(price)) and len(prices) > 1:
            words = f"{whom}: {words}"
        if price.support is not None:
            words = f"{words} ({labels.SUPPORT[price.support]})"
        sentences += ours(as_sentence(words))
        sentences += own(price.includes) + own(price.note)
        if price.valid_from and price.valid_from > today:
            from_day = date_in_words(price.valid_from)
            sentences += ours(gettext("This price is from %(day)s.", day=from_day))
    for way in pay_of(activity) or ():
        if way is not Pay.FREE or not prices:
            sentences += ours(str(labels.PAY[way]))
    return list(dict.fromkeys(sentences))


def _helpers(activity: Activity) -> list[Sentence]:
    helpers = activity.helpers
    sentences = [
        Sentence(as_sentence(str(labels.SUPPORT[each]))) for each in activity.support or ()
    ]
    if words := helpers_in_words(helpers):
        sentences += ours(
            ngettext(
                "There is %(helpers)s.",
                "There are %(helpers)s.",
                helpers.helpers or 0,
                helpers=words,
            )
        )
    if helpers.group_size:
        sentences += ours(
            ngettext(
                "There is %(num)s person in the group.",
                "There are %(num)s people in the group.",
                helpers.group_size,
            )
        )
    sentences += _carer(helpers)
    if activity.only_for:
        who = activity.only_for
        sentences += ours(gettext("It is only for: %(who)s.", who=who), theirs=who)
    if activity.made_with:
        who = activity.made_with
        sentences += ours(gettext("They made it with: %(who)s.", who=who), theirs=who)
    if activity.languages:
        spoken = ", ".join(activity.languages)
        text = gettext("Helpers also speak: %(languages)s.", languages=spoken)
        sentences += ours(text, theirs=spoken)
    if activity.food:
        food = ", ".join(activity.food)
        sentences += ours(gettext("Food: %(food)s.", food=food), theirs=food)
    return sentences + own(helpers.note)


def _carer(helpers: Helpers) -> list[Sentence]:
    sentences: list[Sentence] = []
    if helpers.carer_can_stay:
        sentences += ours(gettext("Your carer can stay with you."))
    if helpers.carer_can_stay is False:
        sentences += ours(gettext("Your carer does not stay with you."))
    if helpers.carer_can_leave:
        sentences += ours(gettext("Your carer can go and have a break."))
    if helpers.carer_can_leave is False:
        sentences += ours(gettext("Your carer needs to stay with you."))
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
        return ours(gettext("You do not need to travel."))
    sentences = own(transport.nearest_stop)
    if transport.offered:
        sentences += ours(gettext("They can pick you up."))
        if transport.area:
            area = transport.area
            text = gettext("They pick people up in %(area)s.", area=area)
            sentences += ours(text, theirs=area)
        if transport.arranged_by:
            who = transport.arranged_by
            sentences += ours(gettext("Who plans it: %(who)s.", who=who), theirs=who)
        sentences += _fare(transport)
    if transport.offered is False:
        sentences += ours(gettext("They cannot pick you up."))
    return sentences + own(transport.note)


def _fare(transport: Transport) -> list[Sentence]:
    if transport.included:
        return ours(gettext("It is in the price."))
    if transport.cost_pence == 0:
        return ours(gettext("Travel is free."))
    if transport.cost_pence is not None:
        cost = price_in_words(Price(low_pence=transport.cost_pence, unit=transport.unit))
        return ours(gettext("Travel costs %(cost)s.", cost=cost))
    return ours(gettext("It is not in the price.")) if transport.included is False else []


def _taster(activity: Activity) -> list[Sentence]:
    taster = activity.taster
    sentences: list[Sentence] = []
    if taster.offered:
        sentences += ours(gettext("Yes. You can try it first."))
    if taster.offered is False:
        sentences += ours(gettext("No. But you can ask them about it."))
    if taster.free:
        sentences += ours(gettext("The first visit is free."))
    if taster.free is False:
        sentences += ours(gettext("You pay for the first visit."))
    if taster.can_bring_someone:
        sentences += ours(gettext("You can bring someone with you."))
    if taster.can_bring_someone is False:
        sentences += ours(gettext("You cannot bring someone with you."))
    return sentences + own(taster.note)


def _space(activity: Activity) -> list[Sentence]:
    availability = activity.availability
    if availability is None:
        return []
    sentences = ours(as_sentence(space_title(availability))) + own(availability.note)
    if availability.wait_weeks:
        sentences += ours(
            ngettext(
                "You wait about %(num)s week.",
                "You wait about %(num)s weeks.",
                availability.wait_weeks,
            )
        )
    said_on = date_in_words(availability.said_on)
    return sentences + ours(gettext("They told us on %(date)s.", date=said_on))


def contact_of(activity: Activity, provider: Provider) -> Contact:
    """Return how to ask about an activity: its own contact, or else its provider's."""
    return activity.contact if activity.contact.is_told else provider.contact
