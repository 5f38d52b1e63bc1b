"""Clashes and short gaps of a week, in words. The same on several days is said once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import ceil
from typing import TypeVar

from finder.domain.vocabulary import Day
from finder.planning.clashes import Clash, Gap
from finder.planning.slots import Slot
from finder.planning.together import Certainty, Together
from finder.planning.travel import Way
from finder.web.presenters.times import date_in_words, days_in_words, times_in_words
from finder.web.wording import gettext, ngettext

_ROUND_MINUTES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingAndTimes:
    """One of the things at the same time."""

    name: str
    times: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClashLine:
    """Things at the same time: the days, each thing with its times, and how often that is."""

    days: str
    things: tuple[ThingAndTimes, ...]
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GapLine:
    """Two things with little time between them; `minutes` is None when that is not known."""

    days: str
    first: str
    second: str
    minutes: int | None
    sentences: tuple[str, ...] = ()


Line = TypeVar("Line", ClashLine, GapLine)


def make_clash_lines(clashes: Iterable[Clash]) -> tuple[ClashLine, ...]:
    """Return clashes in the order of the week, each once with all its days.

    What clashes with one and the same thing is said together, since its times tell the rest.
    """
    groups: list[tuple[Together, list[Slot]]] = []
    for clash in clashes:
        pair = (clash.first, clash.second)
        for together, slots in groups:
            if together == clash.together and any(slot in slots for slot in pair):
                slots += [slot for slot in pair if slot not in slots]
                break
        else:
            groups.append((clash.together, list(pair)))
    return _with_days(
        (
            _day_of(slots[0]),
            ClashLine(
                days="",
                things=tuple(_name_and_times(slot) for slot in slots),
                sentences=tuple(_how_often(together)),
            ),
        )
        for together, slots in groups
    )


def _name_and_times(slot: Slot) -> ThingAndTimes:
    return ThingAndTimes(name=slot.activity.name, times=times_in_words(slot.session))


def make_gap_lines(gaps: Iterable[Gap]) -> tuple[GapLine, ...]:
    """Return gaps in the order of the week, each once with all its days."""
    return _with_days(
        (
            _day_of(gap.first),
            GapLine(
                days="",
                first=gap.first.activity.name,
                second=gap.second.activity.name,
                minutes=gap.minutes,
                sentences=(*_on_the_way(gap.way), *_how_often(gap.together)),
            ),
        )
        for gap in gaps
    )


def _with_days(lines: Iterable[tuple[Day, Line]]) -> tuple[Line, ...]:
    days: dict[Line, list[Day]] = {}
    for day, line in lines:
        days.setdefault(line, []).append(day)
    return tuple(replace(line, days=days_in_words(found)) for line, found in days.items())


def _day_of(slot: Slot) -> Day:
    assert slot.day is not None, "what is compared is on a day"
    return slot.day


def _how_often(together: Together) -> list[str]:
    """Return sentences on when two sessions meet; nothing when they do every week."""
    is_sure = together.certainty is Certainty.CERTAIN
    first = date_in_words(together.first_date) if together.first_date else ""
    last = date_in_words(together.last_date) if together.last_date else ""
    if together.is_one_date:
        if is_sure:
            return [gettext("This is only on %(day)s.", day=first)]
        return [gettext("This may be on %(day)s.", day=first)]
    sentences = [] if is_sure else [gettext("This may not be every week.")]
    if first and last:
        sentences.append(gettext("This is from %(first)s to %(last)s.", first=first, last=last))
    elif first:
        sentences.append(gettext("This starts on %(day)s.", day=first))
    elif last:
        sentences.append(gettext("This ends on %(day)s.", day=last))
    return sentences


def _on_the_way(way: Way | None) -> list[str]:
    """Return how far it is and how long that may take; nothing when nobody has to go anywhere."""
    if way is None:
        return []
    if way.miles is None or way.minutes is None:
        return [gettext("Check the travel time."), gettext("We do not know how far it is.")]
    minutes = ceil(way.minutes / _ROUND_MINUTES) * _ROUND_MINUTES
    return [
        _miles_apart(way.miles),
        ngettext(
            "It may take about %(num)s minute to get there.",
            "It may take about %(num)s minutes to get there.",
            minutes,
        ),
    ]


def _miles_apart(miles: float) -> str:
    if miles < 1:
        return gettext("The places are less than 1 mile apart.")
    return ngettext(
        "The places are about %(num)s mile apart.",
        "The places are about %(num)s miles apart.",
        round(miles),
    )
