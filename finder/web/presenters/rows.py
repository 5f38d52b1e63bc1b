"""One activity as a row of a table: the facts that a support plan needs, in few words."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, TypeVar

from babel.dates import format_date

from finder.catalogue.reader import Catalogue
from finder.domain.activity import (
    Activity,
    AgeRange,
    Availability,
    Helpers,
    Price,
    Session,
)
from finder.domain.council import Council
from finder.domain.place import PlaceKind
from finder.domain.vocabulary import Arrangement, Mode, Pay, Support
from finder.search.columns import Kind, pay_of
from finder.search.find import Hit
from finder.web.i18n import stays_english
from finder.web.presenters import labels
from finder.web.presenters.card import helpers_in_words, place_title
from finder.web.presenters.money import (
    for_whom,
    payers_in_words,
    price_in_words,
    prices_today,
)
from finder.web.presenters.sentences import Sentence, ours, own, side_by_side
from finder.web.presenters.sums_words import length_in_words
from finder.web.presenters.times import (
    date_in_words,
    days_in_words,
    how_often,
    join_english,
    join_words,
    times_in_words,
)
from finder.web.wording import current_locale, gettext, ngettext

Lines = tuple[Sentence, ...]
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a table says of one activity. Where there is no line, nobody told.

    `miles` has no line either when nobody said where they are. `ask` is what to ask about, when
    the activity may fit a search and nobody told. `is_old` says that the check was long ago.
    """

    activity: Activity
    provider: str
    place: Lines
    miles: Lines
    when: Lines
    cost: Lines
    pay: Lines
    support: Lines
    space: Lines
    said_on: Lines
    lots: Lines
    arrangement: Lines
    checked_on: Lines
    is_old: bool
    ask: str = ""


class RowMaker:
    """Make rows. What many activities share, such as a way to pay, is put into words once.

    `about` says that distances are a guess.
    """

    def __init__(self, catalogue: Catalogue, *, today: date, about: bool) -> None:
        self._catalogue, self._today, self._about = catalogue, today, about
        self._said: dict[tuple[object, ...], Any] = {}

    def make(self, hit: Hit) -> Row:
        """Return a result's row."""
        return self.make_with(hit.activity_id, miles=self.miles_of(hit), ask=self.ask_of(hit))

    def miles_of(self, hit: Hit) -> str:
        """Return how far away it is, or nothing."""
        return "" if hit.miles is None else miles_in_short(hit.miles, about=self._about)

    def ask_of(self, hit: Hit) -> str:
        """Return what to ask about, or nothing."""
        return self.once(_kinds_in_words, hit.not_told)

    def make_with(self, activity_id: str, *, miles: str, ask: str) -> Row:
        """Return an activity's row with these texts for what differs between searches."""
        activity = self._catalogue.get_activity(activity_id)
        assert activity is not None, "the index and the catalogue are built together"
        council, availability = self._catalogue.council, activity.availability
        prices = tuple(prices_today(activity.prices, self._today))
        is_hidden = bool(activity.prices) and not council.show_prices
        return Row(
            activity=activity,
            provider=self._catalogue.providers[activity.provider_id].name,
            place=place_lines(activity, council),
            miles=_ours(miles),
            when=self.once(when_lines, activity.sessions, activity.timing_note),
            cost=self.once(cost_lines, prices, pay_of(activity), is_hidden),
            pay=self.once(pay_lines, pay_of(activity)),
            support=self.once(support_lines, activity.support, activity.helpers),
            space=self.once(space_lines, availability),
            said_on=self.once(date_lines, availability.said_on if availability else None),
            lots=tuple(
                Sentence(f"{lot.label} ({lot.code})", is_english=stays_english(lot.label))
                for code in activity.lots
                if (lot := council.lot(code)) is not None
            ),
            arrangement=self.once(arrangement_lines, activity.arrangement),
            checked_on=self.once(date_lines, activity.checked_on),
            is_old=activity.is_stale(self._today, council.stale_months),
            ask=ask,
        )

    def once(self, say: Callable[..., Value], *values: Hashable) -> Value:
        """Return what a function says of the values; it is asked once."""
        key = (say, *values)
        if key not in self._said:
            self._said[key] = say(*values)
        said: Value = self._said[key]
        return said


def _kinds_in_words(kinds: Iterable[Kind]) -> str:
    return side_by_side(str(labels.CHOICES[kind]) for kind in kinds)


def date_lines(day: date | None) -> Lines:
    return _ours(short_date(day)) if day else ()


def pay_lines(pay: tuple[Pay, ...] | None) -> Lines:
    return _ours(payers_in_words(pay or ()))


def arrangement_lines(arrangement: Arrangement | None) -> Lines:
    return _ours(str(labels.ARRANGEMENTS[arrangement])) if arrangement else ()


def short_date(day: date) -> str:
    """Return a date as "3 Nov 2026", or as the page's language writes a short one."""
    return format_date(day, "medium", locale=current_locale())


def _ours(text: str) -> Lines:
    return tuple(ours(text))


def place_lines(activity: Activity, council: Council) -> Lines:
    """Return where it is held, with the council over whose border that is, and other ways."""
    held = [
        place for place in activity.places if place.kind not in (PlaceKind.HOME, PlaceKind.ONLINE)
    ]
    named = [place for place in held if place.town or place.name]
    lines: list[Sentence] = []
    if named:
        outside = ", ".join(dict.fromkeys(place.outside for place in named if place.outside))
        title = place_title(named)
        lines += own(f"{title} ({outside})" if outside else title)
    modes = set(activity.modes or ())
    areas = [area.label for area in council.areas if area.slug in activity.serves]
    if areas:
        modes.discard(Mode.AT_HOME)
        lines += ours(gettext("They come to %(areas)s.", areas=join_english(areas)))
    others = (mode for mode in Mode if mode in modes and mode is not Mode.IN_PERSON)
    return (*lines, *(Sentence(str(labels.MODES[mode])) for mode in others))


def miles_in_short(miles: float, *, about: bool) -> str:
    """Return a distance in a straight line: "3 miles", "Very roughly 3 miles"."""
    rounded = max(1, round(miles))
    if about:
        return ngettext("Very roughly %(num)s mile", "Very roughly %(num)s miles", rounded)
    if miles < 1:
        return gettext("Less than 1 mile")
    return ngettext("%(num)s mile", "%(num)s miles", rounded)


def when_lines(every: Sequence[Session], timing_note: str) -> Lines:
    """Return every day and time. Sessions that differ only in their day share a line."""
    if not every:
        return tuple(own(timing_note))
    alike: dict[tuple[str, str, bool], list[Session]] = {}
    for session in every:
        is_once = session.on_date is not None
        key = (times_in_words(session), "" if is_once else how_often(session), is_once)
        alike.setdefault(key, []).append(session)
    return tuple(
        Sentence(_line(_days(sessions), times, often))
        for (times, often, _), sessions in alike.items()
    )


def _days(sessions: list[Session]) -> str:
    dates = sorted({session.on_date for session in sessions if session.on_date is not None})
    if dates:
        return join_words(date_in_words(day) for day in dates)
    days = [session.day for session in sessions if session.day is not None]
    return days_in_words(days) if days else gettext("You pick the day")


def _line(days: str, times: str, often: str) -> str:
    line = f"{days}, {times}" if times else days
    return f"{line}. {often}" if often else line


def cost_lines(prices: Sequence[Price], pay: Sequence[Pay] | None, is_hidden: bool) -> Lines:
    """Return every price, with who it is for; or that the council does not show prices."""
    if is_hidden:
        return _ours(gettext("Ask them for the price"))
    if not prices and Pay.FREE in (pay or ()):
        return _ours(gettext("Free"))
    return tuple(Sentence(_price(price)) for price in prices)


def _price(price: Price) -> str:
    about = []
    if price.hours:
        about.append(length_in_words(Fraction(price.hours * 60)))
    if price.support:
        about.append(str(labels.SUPPORT[price.support]))
    words = price_in_words(price)
    if about:
        words = f"{words} ({', '.join(about)})"
    payers = for_whom(price) or payers_in_words(price.payers)
    return f"{words}: {payers}" if payers else words


def support_lines(support: Sequence[Support] | None, helpers: Helpers) -> Lines:
    kinds = join_words(str(labels.SUPPORT[each]) for each in support or ())
    return (*ours(kinds), *ours(helpers_in_words(helpers)))


def space_lines(availability: Availability | None) -> Lines:
    """Return whether there is a space, and how long people wait."""
    if availability is None:
        return ()
    lines = ours(str(labels.SPACES[availability.state]))
    if availability.wait_weeks:
        weeks = availability.wait_weeks
        lines += ours(ngettext("About %(num)s week.", "About %(num)s weeks.", weeks))
    return tuple(lines)


def ages_in_words(ages: AgeRange | None) -> str:
    """Return "18 and over" or "18 to 25"; nothing when nobody told."""
    if ages is None:
        return ""
    if ages.oldest is None:
        return gettext("%(age)s and over", age=ages.youngest)
    return gettext("%(low)s to %(high)s", low=ages.youngest, high=ages.oldest)
