"""The details of an activity that professionals need, last on its page."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from finder.domain.activity import Activity, Price
from finder.domain.council import Council
from finder.domain.provider import Provider
from finder.search.columns import pay_of
from finder.web.i18n import stays_english
from finder.web.presenters import labels
from finder.web.presenters.card import helpers_in_words
from finder.web.presenters.money import payers_in_words, price_in_words, prices_today
from finder.web.presenters.sums_words import length_in_words
from finder.web.presenters.times import date_in_words
from finder.web.wording import gettext


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """One line for professionals. An empty value means: not told."""

    term: str
    value: str = ""
    is_english: bool = False


def make_details(
    activity: Activity, provider: Provider, council: Council, *, today: date
) -> tuple[Detail, ...]:
    """Return the lines that a support plan needs."""
    arrangement = activity.arrangement
    details = [
        Detail(term=gettext("Provider"), value=provider.name, is_english=True),
        Detail(
            term=gettext("Type"), value=str(labels.KINDS[activity.kind]) if activity.kind else ""
        ),
        Detail(
            term=gettext("Arrangement"),
            value=str(labels.ARRANGEMENTS[arrangement]) if arrangement else "",
        ),
    ]
    if council.lots:
        details.append(
            Detail(
                term=gettext("Part of the council’s list (lot)"),
                value=_lots(activity, council) or gettext("None"),
                is_english=bool(activity.lots),
            )
        )
    details += [
        Detail(term=gettext("On the list"), value=_award_dates(activity, provider)),
        Detail(term=gettext("Price"), value=_prices(activity, council, today)),
        Detail(term=gettext("Transport"), value=_transport(activity)),
        Detail(
            term=gettext("Ways to pay"),
            value=payers_in_words(pay_of(activity) or ()),
        ),
        Detail(term=gettext("Hours a week"), value=_hours(activity)),
        Detail(term=gettext("Helpers"), value=helpers_in_words(activity.helpers)),
        Detail(term=gettext("Age"), value=_ages(activity)),
        _own_words(gettext("Who it is for"), _groups(activity, council)),
        _own_words(gettext("Outcomes"), _outcomes(activity, council)),
        Detail(term=gettext("Notice to leave"), value=activity.terms.notice, is_english=True),
        # TRANSLATORS: what happens when a carer comes late to take the person home
        Detail(term=gettext("Late pick-up"), value=activity.terms.late_pick_up, is_english=True),
        # TRANSLATORS: the fewest hours or days that a person can book
        Detail(term=gettext("Least booking"), value=activity.terms.least_booking, is_english=True),
        Detail(term=gettext("If it is closed"), value=activity.terms.if_closed, is_english=True),
    ]
    return tuple(details)


def _lots(activity: Activity, council: Council) -> str:
    lots = [council.lot(code) for code in activity.lots]
    return "; ".join(f"{lot.code}: {lot.name}" for lot in lots if lot is not None)


def _award_dates(activity: Activity, provider: Provider) -> str:
    awards = [provider.award_of(lot) for lot in activity.lots or ("",)]
    words = []
    for award in awards:
        if award is None:
            continue
        if award.starts:
            words.append(gettext("from %(day)s", day=date_in_words(award.starts)))
        if award.ends:
            words.append(gettext("until %(day)s", day=date_in_words(award.ends)))
    return ", ".join(dict.fromkeys(words))


def _price(price: Price) -> str:
    words = price_in_words(price)
    if price.hours:
        words = f"{words} ({length_in_words(Fraction(price.hours * 60))})"
    if price.payers:
        words = f"{words}: {payers_in_words(price.payers)}"
    return words


def _prices(activity: Activity, council: Council, today: date) -> str:
    if activity.prices and not council.show_prices:
        return gettext("Ask them for the price")
    prices = prices_today(activity.prices, today)
    return "; ".join(_price(price) for price in prices)


def _transport(activity: Activity) -> str:
    transport = activity.transport
    if transport.offered is None:
        return ""
    if not transport.offered:
        return gettext("Not offered")
    if transport.included:
        return gettext("Offered, in the price")
    if transport.cost_pence is not None:
        cost = price_in_words(Price(low_pence=transport.cost_pence, unit=transport.unit))
        return gettext("Offered, on top of the price: %(cost)s", cost=cost)
    return gettext("Offered, price not told")


def _hours(activity: Activity) -> str:
    hours = [session.hours for session in activity.sessions if session.repeats == "weekly"]
    told = [each for each in hours if each is not None]
    if not told or len(told) < len(activity.sessions):
        return ""
    return f"{sum(told):g}"


def _ages(activity: Activity) -> str:
    if activity.ages is None:
        return ""
    if activity.ages.oldest is None:
        return gettext("%(age)s and over", age=activity.ages.youngest)
    return gettext("%(low)s to %(high)s", low=activity.ages.youngest, high=activity.ages.oldest)


def _own_words(term: str, words: list[str]) -> Detail:
    """Return a line of words that the council chose."""
    return Detail(term=term, value="; ".join(words), is_english=stays_english(*words))


def _groups(activity: Activity, council: Council) -> list[str]:
    return [group.label for group in council.groups if group.slug in (activity.groups or ())]


def _outcomes(activity: Activity, council: Council) -> list[str]:
    return [each.label for each in council.outcomes if each.slug in activity.outcomes]
