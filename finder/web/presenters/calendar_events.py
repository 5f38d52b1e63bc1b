"""What a calendar file says: an event for each session that a person goes to, in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid5

from finder.catalogue.reader import Catalogue
from finder.documents.calendar import CalendarEvent
from finder.domain.activity import Activity, Session
from finder.domain.place import Place, PlaceKind
from finder.domain.provider import Contact
from finder.domain.query import SearchQuery
from finder.domain.vocabulary import Mode
from finder.planning.attending import Going, sessions_gone_to
from finder.planning.dates import Calendar, dates_of, has_known_dates
from finder.search.columns import pay_of
from finder.web.presenters import labels
from finder.web.presenters.activity_page import contact_of
from finder.web.presenters.addresses import address
from finder.web.presenters.card import is_running
from finder.web.presenters.listed import Listed
from finder.web.presenters.money import prices_today
from finder.web.presenters.rows import cost_lines
from finder.web.presenters.times import date_in_words, join_english, weeks_in_words
from finder.web.wording import gettext

# A calendar goes so far ahead. By then, somebody will have looked again.
AHEAD = timedelta(days=365)
# All events are named within this, so that the same session is the same event in every file.
_EVENTS = UUID("5f0c7a52-93b1-4f0e-9c36-6f4a1c1f7d2e")
_NO_ADDRESS = (PlaceKind.HOME, PlaceKind.ONLINE)
_ALL_WEEKS = 52


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """A session that is gone to, its dates in the year to come, and its name for ever.

    `others_are_known` says that the dates of all that is gone to are known, of the others too.
    """

    session: Session
    dates: tuple[date, ...]
    uid: str
    others_are_known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """An activity of which no date is known: why, and how to ask about it."""

    name: str
    url: str
    why: str
    contact: Contact


def make_events(
    every: Iterable[Listed], going: Going, *, base_url: str, today: date
) -> list[CalendarEvent]:
    """Return an event for each session that is gone to and has dates in the year to come.

    `base_url` stands before the path of each activity's page. No address of a list is in them.
    """
    return [
        _make_event(listed, held, base_url=base_url, today=today)
        for listed in every
        for held in _held(listed, going, today)
        if held.dates
    ]


def not_in_calendar(
    every: Iterable[Listed], going: Going | None = None, *, today: date
) -> list[Listed]:
    """Return the activities of which a calendar has no event, since no date is known.

    What a person chose not to go to is none of them.
    """
    return [
        listed
        for listed in every
        if (_gone_to(listed, going or {}) or not listed.activity.sessions)
        and not any(held.dates for held in _held(listed, going or {}, today))
    ]


def why_not(listed: Listed, going: Going | None = None, *, today: date) -> str:
    """Return why an activity is not in a calendar, as sentences."""
    activity = listed.activity
    if not is_running(activity, listed.catalogue):
        return gettext("This does not run now.")
    known = [each for each in _gone_to(listed, going or {}) if has_known_dates(each, activity)]
    if not known:
        return gettext("We do not know the dates. You can ask them.")
    terms_known = any(term.last >= today for term in listed.council.terms)
    if not terms_known and any(session.term_time for session in known):
        return gettext("We do not know the school holidays. You can ask them.")
    return gettext("We know of no dates in the next 12 months. You can ask them.")


def make_left_out(every: Iterable[Listed], going: Going, *, today: date) -> list[LeftOut]:
    """Return what a page says of the activities that are not in a calendar."""
    return [
        LeftOut(
            name=listed.activity.name,
            url=_path(listed),
            why=why_not(listed, going, today=today),
            contact=contact_of(listed.activity, listed.provider),
        )
        for listed in not_in_calendar(every, going, today=today)
    ]


def describe(left_out: Iterable[Listed], *, today: date) -> str:
    """Return what a calendar file says about itself: how old it is, and what is not in it."""
    sentences = [
        gettext("These dates were right on %(day)s.", day=date_in_words(today)),
        gettext("Dates can change. You can ask them."),
    ]
    if names := [listed.activity.name for listed in left_out]:
        sentences.append(
            gettext(
                "These are not in it, as we know no dates for them: %(names)s.",
                names=join_english(names),
            )
        )
    return "\n".join(sentences)


def calendar_of(catalogue: Catalogue) -> Calendar:
    """Return the school terms and the bank holidays that a council's activities keep to."""
    return Calendar(
        terms=catalogue.council.terms,
        bank_holidays=frozenset(day for holiday in catalogue.bank_holidays for day in holiday.days),
    )


def _gone_to(listed: Listed, going: Going) -> tuple[Session, ...]:
    return sessions_gone_to(listed.activity, listed.council.slug, going)


def _held(listed: Listed, going: Going, today: date) -> Iterator[_Held]:
    """Return each session that is gone to; none of what has stopped or has a rest."""
    activity, council = listed.activity, listed.council
    if not is_running(activity, listed.catalogue):
        return
    calendar = calendar_of(listed.catalogue)
    gone_to = _gone_to(listed, going)
    counted: dict[str, int] = {}
    for session in activity.sessions:
        # A provider may put the sessions in another order, or change a time. It is still the
        # first one of a Monday, so a calendar that has it already changes it.
        day = str(session.on_date or session.day)
        counted[day] = counted.get(day, 0) + 1
        if session in gone_to:
            name = f"{council.slug}/{activity.activity_id}/{day}/{counted[day]}"
            yield _Held(
                session=session,
                dates=dates_of(session, activity, calendar, first=today, last=today + AHEAD),
                uid=str(uuid5(_EVENTS, name)),
                others_are_known=all(has_known_dates(each, activity) for each in gone_to),
            )


def _make_event(listed: Listed, held: _Held, *, base_url: str, today: date) -> CalendarEvent:
    activity, session = listed.activity, held.session
    place = _place(activity, session)
    where = _where(place, session)
    page = f"{base_url.rstrip('/')}{_path(listed)}"
    lines = (
        *_about(listed, today),
        "" if where else gettext("Ask them where it is."),
        *_times(listed, held, today),
        activity.timing_note,
        session.note,
        page,
    )
    return CalendarEvent(
        uid=held.uid,
        summary=activity.name,
        dates=held.dates,
        start=session.start,
        end=session.end,
        description="\n".join(line for line in lines if line),
        location=where,
        url=page,
        point=place.point if place is not None and place.kind not in _NO_ADDRESS else None,
    )


def _path(listed: Listed) -> str:
    activity_id = listed.activity.activity_id
    return address("activities.show", listed.council.slug, SearchQuery(), activity_id=activity_id)


def _place(activity: Activity, session: Session) -> Place | None:
    """Return where a session is held; an activity with one place needs not to name it."""
    place = activity.place_of(session)
    if place is None and len(activity.places) == 1:
        return activity.places[0]
    return place


def _where(place: Place | None, session: Session) -> str:
    """Return where to go, or that it is at home; nothing when nobody told."""
    if place is None and session.mode is Mode.IN_PERSON:
        return ""
    if place is None or place.kind in _NO_ADDRESS:
        return str(labels.MODES[session.mode])
    parts = (place.name, place.address, place.town, place.postcode)
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _about(listed: Listed, today: date) -> list[str]:
    """Return what it is, with whom, for how much, and whom to ask."""
    activity = listed.activity
    prices = prices_today(activity.prices, today)
    is_hidden = bool(activity.prices) and not listed.council.show_prices
    cost = "; ".join(line.text for line in cost_lines(prices, pay_of(activity), is_hidden))
    return [
        activity.summary,
        gettext("With: %(provider)s", provider=listed.provider.name),
        gettext("Cost: %(cost)s", cost=cost or labels.NOT_TOLD),
        *_ways_to_ask(listed),
    ]


def _ways_to_ask(listed: Listed) -> Iterator[str]:
    """Return how to ask them; how to ask the council, when nobody told."""
    contact = contact_of(listed.activity, listed.provider)
    if not contact.is_told:
        yield gettext("Not told us yet. Phone us, and we will find out.")
        contact = listed.council.help
    if contact.phone:
        yield gettext("Phone: %(phone)s", phone=contact.phone)
    if contact.text:
        yield gettext("Text: %(phone)s", phone=contact.text)
    if contact.email:
        yield gettext("Email: %(email)s", email=contact.email)
    if contact.website:
        yield gettext("Website: %(website)s", website=contact.website)


def _times(listed: Listed, held: _Held, today: date) -> Iterator[str]:
    """Return what a date and a time cannot say, and what nobody told of them."""
    session = held.session
    if session.start is None:
        yield gettext("They did not tell us the times.")
        yield gettext("Ask them the time.")
    elif session.end is None:
        yield gettext("They did not tell us when it ends.")
    yield from weeks_in_words(session)
    calendar = calendar_of(listed.catalogue)
    if session.weeks_a_year and session.weeks_a_year < _ALL_WEEKS and not session.term_time:
        yield gettext("Ask them when it is closed.")
    if session.bank_holidays is None and not calendar.bank_holidays.isdisjoint(held.dates):
        yield gettext("Ask them if it is open on bank holidays.")
    known = calendar.known_terms
    if session.term_time and known is not None and known.last < today + AHEAD:
        last = date_in_words(known.last)
        yield gettext("We know the school holidays only until %(day)s.", day=last)
    if not held.others_are_known:
        yield gettext("They have other times too. We do not know the dates.")
