"""Days, times and dates in words."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import Literal

from babel.dates import format_date, format_time, get_day_names
from babel.lists import format_list

from finder.domain.activity import Session
from finder.domain.vocabulary import Day, Repeats
from finder.web import i18n
from finder.web.presenters.sentences import as_sentence, side_by_side
from finder.web.wording import current_locale, gettext, ngettext

DAYS = tuple(Day)
ENGLISH = "en_GB"
_MOST_TIMES = 3
# Welsh has "a" before a consonant and "ac" before a vowel. Babel leaves it to us: "a(c)".
_WELSH_AND = re.compile(r"\ba\(c\) (?=([aeiouwyâêîôûŵŷ])?)", re.IGNORECASE)
# Where the short form has English or learned letters for the halves of the day: "9:30 in the
# morning" in that language's own everyday words.
_TIMES = {"ar": "h:mm BBBBB", "bn": "B h:mm", "cy": "h:mm B", "pa": "B h:mm", "ur": "B h:mm"}


def day_name(day: Day, width: Literal["wide", "abbreviated"] = "wide") -> str:
    """Return the name of a day in the page's language: "Monday", or "Mon"."""
    names = get_day_names(width, context="stand-alone", locale=current_locale())
    return str(names[DAYS.index(day)])


def join_words(words: Iterable[str]) -> str:
    """Return words joined as a sentence has them: "Monday, Tuesday and Friday"."""
    joined = format_list(list(words), locale=current_locale())
    return _WELSH_AND.sub(lambda found: "ac " if found[1] else "a ", joined)


def join_english(words: Iterable[str]) -> str:
    """Return English words of a council joined in English, on a page of any language."""
    return format_list(list(words), locale=ENGLISH)


def join_own(words: Sequence[str]) -> str:
    """Return a council's own words joined in the page's language, or in English if one is that."""
    return join_english(words) if i18n.stays_english(*words) else join_words(words)


def days_in_words(days: Sequence[Day]) -> str:
    """Return days as "Monday and Thursday", or "Monday to Friday" when three or more follow on."""
    places = sorted(DAYS.index(day) for day in set(days))
    if len(places) > 2 and places[-1] - places[0] == len(places) - 1:
        first, last = day_name(DAYS[places[0]]), day_name(DAYS[places[-1]])
        return gettext("%(first)s to %(last)s", first=first, last=last)
    return join_words(day_name(DAYS[place]) for place in places)


def date_in_words(day: date) -> str:
    """Return a date as "3 November 2026", or as the page's language writes a long one."""
    return format_date(day, "long", locale=current_locale())


def time_in_words(moment: time) -> str:
    """Return a time as "10am", "9.30am" or "12 noon"; in another language, as it has it."""
    if not i18n.is_english():
        pattern = _TIMES.get(i18n.language(), "short")
        return format_time(moment, pattern, locale=current_locale())
    if (moment.hour, moment.minute) == (12, 0):
        return gettext("12 noon")
    hour = moment.hour % 12 or 12
    minutes = f".{moment.minute:02d}" if moment.minute else ""
    return f"{hour}{minutes}{'am' if moment.hour < 12 else 'pm'}"


def times_in_words(session: Session) -> str:
    """Return a session's times as "10am to 3pm", or an empty text when they are not told."""
    if session.start is None:
        return ""
    start = time_in_words(session.start)
    if session.end is None:
        return gettext("Starts at %(start)s", start=start)
    return gettext("%(start)s to %(end)s", start=start, end=time_in_words(session.end))


def how_often(session: Session) -> str:
    """Return how often a session comes round, as a sentence; nothing for every week."""
    if session.repeats is Repeats.FORTNIGHTLY:
        return gettext("It is every 2 weeks.")
    if session.repeats is Repeats.MONTHLY:
        return _which_week(session.week_of_month)
    if session.on_date is not None:
        return gettext("It is once, on %(date)s.", date=date_in_words(session.on_date))
    return ""


def _which_week(week: int | None) -> str:
    sentences = {
        1: gettext("It is in the first week of each month."),
        2: gettext("It is in the second week of each month."),
        3: gettext("It is in the third week of each month."),
        4: gettext("It is in the fourth week of each month."),
        -1: gettext("It is in the last week of each month."),
    }
    return sentences.get(week or 0, gettext("It is once a month."))


def weeks_in_words(session: Session) -> list[str]:
    """Return sentences on the weeks of the year in which a session is held."""
    sentences = []
    if session.term_time:
        sentences.append(gettext("It stops in the school holidays."))
    if session.bank_holidays is not None:
        sentences.append(_on_bank_holidays(is_open=session.bank_holidays))
    if session.first_date and session.last_date:
        sentences.append(
            gettext(
                "It goes from %(first)s to %(last)s.",
                first=date_in_words(session.first_date),
                last=date_in_words(session.last_date),
            )
        )
    elif session.first_date:
        sentences.append(gettext("It starts on %(day)s.", day=date_in_words(session.first_date)))
    elif session.last_date:
        sentences.append(gettext("It ends on %(day)s.", day=date_in_words(session.last_date)))
    if session.weeks_a_year and session.weeks_a_year < 52:
        sentences.append(
            ngettext(
                "It is open %(num)s week a year.",
                "It is open %(num)s weeks a year.",
                session.weeks_a_year,
            )
        )
    return sentences


def _on_bank_holidays(*, is_open: bool) -> str:
    if is_open:
        return gettext("It is open on bank holidays.")
    return gettext("It is closed on bank holidays.")


def day_and_times(sessions: Sequence[Session]) -> tuple[str, str]:
    """Return the days, and the times, as the two lines of a card."""
    often = dict.fromkeys(how_often(session) for session in sessions if not session.on_date)
    detail = _times_together(sessions)
    sentences = [each for each in often if each]
    if sentences:
        detail = " ".join([as_sentence(detail), *sentences])
    return _days_together(sessions), detail


def _days_together(sessions: Sequence[Session]) -> str:
    regular = [session for session in sessions if session.on_date is None]
    dates = sorted({session.on_date for session in sessions if session.on_date is not None})
    days = [session.day for session in regular if session.day is not None]
    parts = [days_in_words(days)] if days else []
    if days and len(days) < len(regular):
        parts = [gettext("%(days)s, or you pick the day", days=parts[0])]
    elif regular and not days:
        parts = [gettext("You pick the day")]
    parts += [join_words(date_in_words(day) for day in dates)] if dates else []
    if len(parts) == 1:
        return parts[0]
    return gettext("%(first)s, or %(rest)s", first=parts[0], rest=side_by_side(parts[1:]))


def _times_together(sessions: Sequence[Session]) -> str:
    times = [each for each in dict.fromkeys(map(times_in_words, sessions)) if each]
    days = {(session.day, session.on_date) for session in sessions}
    if not times:
        return gettext("They did not tell us the times.")
    if len(times) == 1:
        return times[0]
    if len(days) == 1 and len(times) <= _MOST_TIMES:
        return gettext("%(first)s, or %(rest)s", first=times[0], rest=side_by_side(times[1:]))
    return gettext("There are different times.")
