"""When a carer needs to be free, and how much of that a stretch of time covers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from finder.domain.vocabulary import Day

_DAYS = tuple(Day)
# A start and an end, in minutes since midnight.
Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A time of the week when a carer needs to be free, in minutes since midnight."""

    day: Day
    start: int
    end: int

    @property
    def minutes(self) -> int:
        return self.end - self.start


def join_windows(windows: Iterable[Window]) -> tuple[Window, ...]:
    """Return the windows in the order of the week; those that meet or overlap become one."""
    joined: list[Window] = []
    for window in sorted(windows, key=lambda each: (_DAYS.index(each.day), each.start, each.end)):
        before = joined[-1] if joined else None
        if before is not None and before.day is window.day and window.start <= before.end:
            longer = Window(day=before.day, start=before.start, end=max(before.end, window.end))
            joined[-1] = longer
        else:
            joined.append(window)
    return tuple(joined)


def stretches_by_day(windows: Iterable[Window]) -> Mapping[Day, tuple[Stretch, ...]]:
    """Return the stretches of each day that has any, in their order."""
    by_day: dict[Day, tuple[Stretch, ...]] = {}
    for window in windows:
        by_day[window.day] = (*by_day.get(window.day, ()), (window.start, window.end))
    return by_day


def minutes_inside(start: int, end: int, stretches: Sequence[Stretch]) -> int:
    """Return how many minutes from a start to an end lie inside stretches that do not overlap."""
    inside = 0
    for opens, closes in stretches:
        part = min(closes, end) - max(opens, start)
        if part > 0:
            inside += part
    return inside


def part_inside(start: int, end: int, window: Window) -> Stretch | None:
    """Return the part of a stretch that lies in a window, or None when no minute does."""
    inside = max(start, window.start), min(end, window.end)
    return inside if inside[0] < inside[1] else None


def left_open(window: Window, covered: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return what is left of a window beside parts of it that are in order and do not overlap."""
    left, now = [], window.start
    for start, end in covered:
        if start > now:
            left.append((now, start))
        now = end
    if now < window.end:
        left.append((now, window.end))
    return tuple(left)
