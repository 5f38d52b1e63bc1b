"""When a carer needs to be free: as addresses carry it, as a form sends it, and in words.

`free=tue:1000-1500` says from 10am to 3pm on Tuesday, and stands once for each time.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time

from werkzeug.datastructures import MultiDict

from finder.domain.activity import MIDNIGHT
from finder.domain.query import Ignored
from finder.domain.vocabulary import Day
from finder.planning.break_windows import Stretch, Window, join_windows
from finder.web.presenters.times import day_name, time_in_words
from finder.web.wording import LazyString, gettext, lazy_gettext

PARAMETER = "free"
DAY = "day"
MOST_WINDOWS = 21
_WINDOW = re.compile(rf"({'|'.join(Day)}):([0-9]{{4}})-([0-9]{{4}})")
# What people write, such as 10, 10am, 10.30, 2:30 pm, 1430 and 14h30.
_TIME = re.compile(r"([0-9]{1,2})(?:\s*[:.h]?\s*([0-9]{2}))?\s*(am|pm)?\.?")
# An hour before this, written as "2" and not as "02", is in the afternoon.
_EARLIEST_HOUR = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOfDay:
    """A time of the day to tick, with its picture."""

    slug: str
    label: LazyString
    picture: str
    stretch: Stretch


PARTS = (
    PartOfDay(slug="morning", label=lazy_gettext("Morning"), picture="morning", stretch=(540, 720)),
    PartOfDay(
        slug="afternoon", label=lazy_gettext("Afternoon"), picture="afternoon", stretch=(720, 1020)
    ),
    PartOfDay(
        slug="evening", label=lazy_gettext("Evening"), picture="evening", stretch=(1020, 1260)
    ),
    PartOfDay(slug="all-day", label=lazy_gettext("All day"), picture="clock", stretch=(540, 1020)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExactTimes:
    """What was typed for a day, and why it cannot be used; empty when it can."""

    start: str = ""
    end: str = ""
    problem: str = ""


def read_windows(values: Iterable[str]) -> tuple[tuple[Window, ...], tuple[Ignored, ...]]:
    """Return the times of an address, those that meet as one, and what was not understood."""
    windows: list[Window] = []
    ignored: list[Ignored] = []
    for value in values:
        window = _read_window(value)
        if window is None or len(windows) >= MOST_WINDOWS:
            ignored.append(Ignored(PARAMETER, value[:40]))
        else:
            windows.append(window)
    return join_windows(windows), tuple(ignored)


def _read_window(value: str) -> Window | None:
    found = _WINDOW.fullmatch(value.strip().lower())
    if found is None:
        return None
    start, end = (_minutes_of(digits) for digits in found.groups()[1:])
    if start is None or end is None or start >= end:
        return None
    return Window(day=Day(found.group(1)), start=start, end=end)


def _minutes_of(digits: str) -> int | None:
    minutes = 60 * int(digits[:2]) + int(digits[2:])
    return minutes if int(digits[2:]) < 60 and minutes <= MIDNIGHT else None


def written_window(window: Window) -> str:
    """Return a time as an address has it."""
    return f"{window.day}:{_digits(window.start)}-{_digits(window.end)}"


def _digits(minutes: int) -> str:
    return f"{minutes // 60:02d}{minutes % 60:02d}"


def read_days(args: MultiDict[str, str], windows: Iterable[Window]) -> tuple[Day, ...]:
    """Return the days that were picked, or else those of the times."""
    picked = {value for value in args.getlist(DAY) if value in set(Day)}
    return tuple(day for day in Day if day in (picked or {each.day for each in windows}))


def read_exact(args: MultiDict[str, str], day: Day) -> tuple[ExactTimes, Window | None]:
    """Return what was typed for a day, and the time that it means."""
    start = args.get(f"from-{day}", "").strip()[:20]
    end = args.get(f"to-{day}", "").strip()[:20]
    if not start and not end:
        return ExactTimes(), None
    problem = ""
    begins, ends = _typed_minutes(start), _typed_minutes(end)
    if begins is None or ends is None:
        problem = gettext("Write both times, for example 10am and 2.30pm.")
    elif begins >= ends:
        problem = gettext("The second time has to be later than the first.")
    if problem or begins is None or ends is None:
        return ExactTimes(start=start, end=end, problem=problem), None
    return ExactTimes(start=start, end=end), Window(day=day, start=begins, end=ends)


def _typed_minutes(typed: str) -> int | None:
    """Return what somebody typed as minutes since midnight, or None when it is no time."""
    found = _TIME.fullmatch(typed.lower())
    if found is None:
        return None
    written, half = found.group(1), found.group(3)
    hour, minute = int(written), int(found.group(2) or 0)
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif len(written) == 1 and 0 < hour < _EARLIEST_HOUR:
        hour += 12
    minutes = 60 * hour + minute
    return minutes if minute < 60 and minutes <= MIDNIGHT else None


def clock(minutes: int) -> str:
    """Return minutes since midnight as "10am"; the end of the day is "midnight"."""
    if minutes == MIDNIGHT:
        return gettext("midnight")
    return time_in_words(time(minutes // 60, minutes % 60))


def clock_digits(minutes: int) -> str:
    """Return minutes since midnight as a box for a time has them: "14:30"."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def stretch_in_words(stretch: Stretch) -> str:
    """Return a stretch as "10am to 3pm"."""
    return gettext("%(start)s to %(end)s", start=clock(stretch[0]), end=clock(stretch[1]))


def window_in_words(window: Window) -> str:
    """Return a time as "Tuesday, 10am to 3pm"."""
    times = stretch_in_words((window.start, window.end))
    return gettext("%(day)s, %(times)s", day=day_name(window.day), times=times)


def parts_of(windows: Sequence[Window], day: Day) -> frozenset[str]:
    """Return the parts of a day that stand for its times; none when they are not just these."""
    own = [(each.start, each.end) for each in windows if each.day is day]
    whole = PARTS[-1]
    if own == [whole.stretch]:
        return frozenset({whole.slug})
    chosen = [
        part
        for part in PARTS[:-1]
        if any(start <= part.stretch[0] and part.stretch[1] <= end for start, end in own)
    ]
    joined = join_windows(
        Window(day=day, start=part.stretch[0], end=part.stretch[1]) for part in chosen
    )
    are_just_these = [(each.start, each.end) for each in joined] == own
    return frozenset(part.slug for part in chosen) if are_just_these else frozenset()
