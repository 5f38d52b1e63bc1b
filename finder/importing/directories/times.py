"""Read free text about times as sessions, where it says them for sure.

"10am - 12pm every 2nd Sunday of the month" is a session. "Check the website" is not, and neither
is "6 to 8 on Mondays", which can be in the morning. What is not read stays in its own words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from finder.domain.vocabulary import Day, Repeats
from finder.importing.directories.texts import shorten
from finder.importing.directories.time_words import Sort, TimeWordError, Word, words_of_times
from finder.importing.entry import LONGEST_SENTENCE

LONGEST_TIMES = 300
MOST_SESSIONS = 14
_REMARK = re.compile(r"\(([^()]*)\)")
_TERM_TIME = re.compile(r"(?:in |during )?term[ -]?time(?: only)?\.?", re.IGNORECASE)
# A remark that names a day, a time or a number may change what the rest says.
_MAY_CHANGE_TIMES = re.compile(
    r"\d|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?\b|\bnoon\b|\bonly\b"
    r"|\bnot\b|\bno\b|\bclosed\b|\bcancel|\bpaused?\b|\bsuspend",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionTime:
    """When something is held: the fields of a session in content, without its place."""

    days: tuple[Day, ...] = ()
    start: time | None = None
    end: time | None = None
    repeats: Repeats = Repeats.WEEKLY
    week_of_month: int | None = None
    term_time: bool = False
    on_date: date | None = None
    first_date: date | None = None
    last_date: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimesRead:
    """The sessions that a text says for sure, or in `why_not`, why none can be told from it."""

    sessions: tuple[SessionTime, ...] = ()
    why_not: str = ""


def read_times(text: str) -> TimesRead:
    """Return the sessions in a text: all of what it says, or none."""
    if len(text) > LONGEST_TIMES:
        return TimesRead(why_not="It is too long to be only times.")
    try:
        return TimesRead(sessions=_sessions_of(text))
    except TimeWordError as error:
        return TimesRead(why_not=str(error))


def _sessions_of(text: str) -> tuple[SessionTime, ...]:
    remarks = [remark.strip() for remark in _REMARK.findall(text)]
    is_term_time = any(_TERM_TIME.fullmatch(remark) for remark in remarks)
    notes = [remark for remark in remarks if remark and not _TERM_TIME.fullmatch(remark)]
    for note in notes:
        if _MAY_CHANGE_TIMES.search(note):
            raise TimeWordError(f"“{note}” can change the times.")
    words = words_of_times(_REMARK.sub(" ", text))
    sessions = [
        session for times, days in _pairs(words) for session in _sessions_on(days, times, words)
    ]
    if not 1 <= len(sessions) <= MOST_SESSIONS:
        raise TimeWordError("It names no days." if not sessions else "It names too many times.")
    is_term_time = is_term_time or any(word.sort is Sort.TERM for word in words)
    parts = [word.text for word in words if word.sort is Sort.PART]
    if any(session.start is None for session in sessions):
        notes = [*parts, *notes]
    note = shorten(", ".join(dict.fromkeys(notes)), LONGEST_SENTENCE - 1)
    return tuple(
        replace(
            session, term_time=is_term_time, note=f"{note[:1].upper()}{note[1:]}." if note else ""
        )
        for session in _merged(sessions)
    )


@dataclass(frozen=True, slots=True)
class _DayWords:
    """Days, with the words before them: "every", "1st and 3rd", "every other"."""

    days: tuple[Day, ...]
    weeks: tuple[int, ...] = ()
    is_every: bool = False
    is_fortnightly: bool = False


def _pairs(words: Sequence[Word]) -> list[tuple[Word | None, list[_DayWords]]]:
    """Return each time with its days, in "10am Mondays; 2pm Fridays" and in "Mondays 10am; …"."""
    items = _items(words)
    times = [item for item in items if isinstance(item, Word)]
    if len(times) < 2:
        days = [item for item in items if isinstance(item, _DayWords)]
        return [(times[0] if times else None, days)]
    pairs: list[tuple[Word | None, list[_DayWords]]] = []
    times_first = isinstance(items[0], Word)
    days = []
    for item in items if times_first else reversed(items):
        if isinstance(item, Word):
            days = []
            pairs.append((item, days))
        elif not pairs:
            raise TimeWordError("It does not say which times the days go with.")
        else:
            days.append(item)
    if not all(days for _, days in pairs):
        raise TimeWordError("It does not say which days the times go with.")
    return pairs if times_first else [(time_, days[::-1]) for time_, days in reversed(pairs)]


def _items(words: Sequence[Word]) -> list[Word | _DayWords]:
    """Return the times, and the days with what stands before them, in their order."""
    items: list[Word | _DayWords] = []
    before: list[Word] = []
    for word in words:
        if word.sort is Sort.TIMES:
            items.append(word)
        elif word.sort is Sort.DAYS:
            items.append(
                _DayWords(
                    days=word.days,
                    weeks=tuple(each.number for each in before if each.sort is Sort.ORDINAL),
                    is_every=any(each.sort is Sort.EVERY for each in before),
                    is_fortnightly=any(each.sort is Sort.FORTNIGHT for each in before),
                )
            )
            before = []
        else:
            before.append(word)
    if any(each.sort in (Sort.ORDINAL, Sort.EVERY) for each in before):
        raise TimeWordError("It ends in the middle.")
    return _with_last_words(items, before)


def _with_last_words(items: list[Word | _DayWords], last: Sequence[Word]) -> list[Word | _DayWords]:
    """Let "fortnightly" at the end count for the one day that there is."""
    if not any(word.sort is Sort.FORTNIGHT for word in last):
        return items
    days = [item for item in items if isinstance(item, _DayWords)]
    if len(days) != 1 or len(days[0].days) != 1:
        raise TimeWordError("It does not say which days are every other week.")
    return [
        replace(item, is_fortnightly=True) if isinstance(item, _DayWords) else item
        for item in items
    ]


def _sessions_on(
    days: Sequence[_DayWords], times: Word | None, words: Sequence[Word]
) -> list[SessionTime]:
    is_monthly = any(word.sort is Sort.MONTH for word in words)
    if is_monthly and any(word.sort is Sort.WEEK for word in words):
        raise TimeWordError("It says every week, and every month.")
    if len({bool(each.weeks) for each in days}) > 1:
        raise TimeWordError("It does not say which of the days are once a month.")
    start = times.start if times else None
    end = times.end if times else None
    sessions = []
    for each in days:
        _check(each, is_monthly=is_monthly)
        sessions += [
            SessionTime(
                days=each.days,
                start=start,
                end=end,
                repeats=_repeats(each, is_monthly=is_monthly),
                week_of_month=week,
            )
            for week in each.weeks or (None,)
        ]
    return sessions


def _check(days: _DayWords, *, is_monthly: bool) -> None:
    """Refuse what can be meant in two ways.

    "Every second Friday" can be every other Friday, or the second of the month.
    """
    is_sure_of_month = is_monthly or len(days.weeks) > 1 or days.weeks[:1] in ((1,), (-1,))
    if days.weeks and days.is_every and not is_sure_of_month:
        raise TimeWordError("“Every second” can be every other week, or once a month.")
    if days.is_fortnightly and (days.weeks or is_monthly):
        raise TimeWordError("It says every other week, and a week of the month.")
    if days.weeks and len(days.days) > 1:
        raise TimeWordError("It does not say which of the days are in which week.")


def _repeats(days: _DayWords, *, is_monthly: bool) -> Repeats:
    if days.is_fortnightly:
        return Repeats.FORTNIGHTLY
    return Repeats.MONTHLY if days.weeks or is_monthly else Repeats.WEEKLY


def _merged(sessions: Sequence[SessionTime]) -> list[SessionTime]:
    """Return the sessions, with those that differ in nothing but the day put together."""
    merged: dict[SessionTime, list[Day]] = {}
    for session in sessions:
        merged.setdefault(replace(session, days=()), []).extend(session.days)
    order = tuple(Day)
    return [
        replace(session, days=tuple(sorted(set(days), key=order.index)))
        for session, days in merged.items()
    ]
