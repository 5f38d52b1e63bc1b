"""Cut a text about times into words that are known. One unknown word makes the whole no use."""

import re
from dataclasses import dataclass
from datetime import time
from enum import Enum, auto

from finder.domain.vocabulary import Day
from finder.importing.directories.texts import shorten

_DAY = (
    r"mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?"
    r"|sun(?:day)?"
)
_CLOCK = r"\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\b\.?)?"
_TO = r"\s*(?:-|to|till|until)\s*"

# In this order: the first that fits is the word.
_WORDS = {
    "space": r"[\s,;.]+|&|\+",
    "month": r"(?:of|in) (?:the|each|every|a )?\s*month|(?:every|each|once a|a) month|monthly",
    "fortnight": (
        r"every other|alternate|fortnightly|once a fortnight|every fortnight"
        r"|every (?:two|2) weeks(?: on)?"
    ),
    "week": r"(?:every|each|once a|a) week|weekly",
    "all": r"every ?day|daily|7 days a week|seven days a week",
    "weekdays": r"(?:every )?week ?days?",
    "weekend": r"(?:every )?week ?ends?",
    "term": r"\(?(?:in |during )?term[ -]?time(?: only)?\)?",
    "every": r"every|each",
    "filler": r"and|on|at|from|the|in|between",
    "part": r"mornings?|afternoons?|evenings?|nights?",
    "ordinal": r"1st|2nd|3rd|4th|first|second|third|fourth|last",
    "days": rf"(?:{_DAY})s?\s*(?:-|to|through)\s*(?:{_DAY})s?",
    "day": rf"(?:{_DAY})s?",
    "times": rf"{_CLOCK}{_TO}{_CLOCK}",
    "time": _CLOCK,
}
_TOKEN = re.compile(
    "|".join(
        rf"(?P<{name}>{pattern})" if name == "space" else rf"(?P<{name}>(?:{pattern})(?!\w))"
        for name, pattern in _WORDS.items()
    )
)
_ONE_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(?:([ap])\.?m\.?)?")
_SPLIT_TIMES = re.compile(r"\s*(?:-|to|till|until)\s*")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_NOON = re.compile(r"\b(?:12\s*)?(?:noon|mid-?day)\b")
_DASHES = re.compile(r"[‐-―−]")


class Sort(Enum):
    """What a word says."""

    TIMES = auto()
    DAYS = auto()
    ORDINAL = auto()
    EVERY = auto()
    FORTNIGHT = auto()
    MONTH = auto()
    WEEK = auto()
    TERM = auto()
    PART = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word: its sort, and what it says of days, times, or the week of the month."""

    sort: Sort
    text: str = ""
    days: tuple[Day, ...] = ()
    start: time | None = None
    end: time | None = None
    number: int = 0


class TimeWordError(ValueError):
    """A text about times has something in it that cannot be understood for sure."""


_SORTS = {
    "space": Sort.NOTHING,
    "filler": Sort.NOTHING,
    "week": Sort.WEEK,
    "month": Sort.MONTH,
    "fortnight": Sort.FORTNIGHT,
    "term": Sort.TERM,
    "every": Sort.EVERY,
    "part": Sort.PART,
}
_GROUPS = {"all": tuple(Day), "weekdays": tuple(Day)[:5], "weekend": tuple(Day)[5:]}


def words_of_times(text: str) -> list[Word]:
    """Return the words of a text, or raise TimeWordError at the first that is not known."""
    tidy = _NOON.sub("12pm", _DASHES.sub("-", text.casefold()))
    words = []
    position = 0
    while position < len(tidy):
        found = _TOKEN.match(tidy, position)
        if found is None:
            raise TimeWordError(f"“{shorten(tidy[position:], 30)}” is not understood.")
        words.append(_word_of(str(found.lastgroup), found.group()))
        position = found.end()
    return [word for word in words if word.sort is not Sort.NOTHING]


def _word_of(name: str, text: str) -> Word:
    if name in _SORTS:
        return Word(sort=_SORTS[name], text=text)
    if name in _GROUPS:
        return Word(sort=Sort.DAYS, days=_GROUPS[name])
    if name == "day":
        return Word(sort=Sort.DAYS, days=(_day_of(text),))
    if name == "days":
        first, last = (_day_of(each) for each in re.split(r"\s*(?:-|to|through)\s*", text))
        return Word(sort=Sort.DAYS, days=_days_between(first, last))
    if name == "ordinal":
        number = _ORDINALS[text] if text in _ORDINALS else int(text[0])
        return Word(sort=Sort.ORDINAL, number=number)
    start, end = _times_of(text)
    return Word(sort=Sort.TIMES, start=start, end=end)


def _day_of(text: str) -> Day:
    return Day(text[:3])


def _days_between(first: Day, last: Day) -> tuple[Day, ...]:
    days = tuple(Day)
    start, end = days.index(first), days.index(last)
    if end <= start:
        raise TimeWordError(f"{first} to {last} goes over the end of the week.")
    return days[start : end + 1]


@dataclass(frozen=True, slots=True)
class _Clock:
    """A time as written. `half` is a, p, or nothing."""

    hour: int
    minute: int
    half: str
    is_plain: bool

    @property
    def is_24_hours(self) -> bool:
        return not self.half and (self.hour >= 13 or self.is_plain)

    def at(self, half: str) -> time:
        if half and not 1 <= self.hour <= 12:
            raise TimeWordError(f"There is no {self.hour} o'clock {half}m.")
        hour = self.hour % 12 + 12 * (half == "p") if half else self.hour
        if hour > 23 or self.minute > 59:
            raise TimeWordError(f"There is no time {self.hour}:{self.minute:02}.")
        return time(hour, self.minute)


def _times_of(text: str) -> tuple[time, time | None]:
    """Return a start and an end. Halves of the day that are not written must be beyond doubt."""
    clocks = [_clock_of(each) for each in _SPLIT_TIMES.split(text)]
    start = clocks[0]
    if len(clocks) == 1:
        if not (start.half or start.is_24_hours):
            raise TimeWordError("A time without am or pm can be either.")
        return start.at(start.half), None
    end = clocks[1]
    if not (start.half or end.half):
        if not (start.is_24_hours or end.is_24_hours):
            raise TimeWordError("Times without am or pm can be either.")
        return _in_order(start.at(""), end.at(""))
    if start.half and end.half:
        return _in_order(start.at(start.half), end.at(end.half))
    return _with_one_half(start, end)


def _with_one_half(start: _Clock, end: _Clock) -> tuple[time, time]:
    """Return "10-2pm" as 10am to 2pm, and "5-7pm" as 5pm to 7pm."""
    told = start.half or end.half
    for half in (told, "p" if told == "a" else "a"):
        first, last = start.at(start.half or half), end.at(end.half or half)
        if first < last:
            return first, last
    raise TimeWordError("It ends before it starts.")


def _in_order(start: time, end: time) -> tuple[time, time]:
    if end <= start:
        raise TimeWordError("It ends before it starts.")
    return start, end


def _clock_of(text: str) -> _Clock:
    found = _ONE_CLOCK.fullmatch(text.strip())
    assert found is not None, "the token's pattern lets nothing else through"
    hour, minute, half = found.groups()
    return _Clock(int(hour), int(minute or 0), half or "", hour.startswith("0") and bool(minute))
