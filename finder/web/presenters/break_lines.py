"""When a carer is free, through which sessions, and what happens just before and after."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from finder.domain.activity import MIDNIGHT, Activity
from finder.planning.break_visits import Bringing, Visit
from finder.planning.break_windows import Stretch
from finder.planning.breaks import CoveredWindow
from finder.web.presenters.free_times import clock, stretch_in_words, window_in_words
from finder.web.presenters.times import join_words, times_in_words
from finder.web.wording import gettext


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitLine:
    """Where the person is, from when to when, and what is before and after that.

    `is_carers` says that the carer goes there too, so what is before and after binds them.
    """

    url: str
    picture: str
    name: str
    times: str
    is_carers: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowLines:
    """One of the times that were asked for: when the carer is free in it, and how.

    `open` is what is left of it. A time that nothing covers has no `free`.
    """

    heading: str
    free: str
    open: str
    visits: tuple[VisitLine, ...]

    @property
    def has_more(self) -> bool:
        """Return whether there is more to say than when the carer is free, and what they do."""
        return bool(self.free and self.open) or any(
            visit.notes and not visit.is_carers for visit in self.visits
        )


def make_window_lines(
    windows: Sequence[CoveredWindow],
    *,
    url_of: Callable[[Activity], str],
    picture_of: Callable[[Activity], str],
) -> tuple[WindowLines, ...]:
    """Return the times that were asked for. What is before and after is said once of a visit.

    `url_of` gives the address of an activity's page, and `picture_of` its picture.
    """
    begun: set[int] = set()
    lines = []
    for place, covered in enumerate(windows):
        later = {id(visit) for each in windows[place + 1 :] for visit in each.visits}
        visits = []
        for visit in covered.visits:
            notes = [] if id(visit) in begun else _notes_before(covered, visit)
            notes += [] if id(visit) in later else _notes_after(covered, visit)
            activity = visit.offer.activity
            visits.append(
                VisitLine(
                    url=url_of(activity),
                    picture=picture_of(activity),
                    name=activity.name,
                    times=times_in_words(visit.session),
                    is_carers=visit.bringing in CARER_DRIVES,
                    notes=tuple(notes),
                )
            )
            begun.add(id(visit))
        lines.append(
            WindowLines(
                heading=window_in_words(covered.window),
                free=_stretches(covered.free),
                open=_stretches(covered.open),
                visits=tuple(visits),
            )
        )
    return tuple(lines)


def _stretches(stretches: Sequence[Stretch]) -> str:
    return join_words(stretch_in_words(stretch) for stretch in stretches)


CARER_DRIVES = (Bringing.CARER, Bringing.NOT_TOLD)


def _notes_before(covered: CoveredWindow, visit: Visit) -> list[str]:
    """Return what happens before the time that a carer asked for, so that they can be there."""
    leaves = visit.starts - (visit.travel_minutes or 0)
    if leaves >= covered.window.start:
        return []
    if not visit.travel_minutes:
        return [gettext("It starts at %(time)s.", time=_clock(visit.starts))]
    if visit.bringing in CARER_DRIVES:
        return [gettext("To take them, you leave at about %(time)s.", time=_clock(leaves))]
    return [gettext("They leave home at about %(time)s.", time=_clock(leaves))]


def _notes_after(covered: CoveredWindow, visit: Visit) -> list[str]:
    """Return what happens after the time that a carer asked for, so that they can be there."""
    back = visit.ends + (visit.travel_minutes or 0)
    if back <= covered.window.end:
        return []
    if not visit.travel_minutes:
        return [gettext("It ends at %(time)s.", time=_clock(visit.ends))]
    if visit.bringing in CARER_DRIVES:
        return [gettext("When you fetch them, you are home at about %(time)s.", time=_clock(back))]
    return [gettext("They come home at about %(time)s.", time=_clock(back))]


def _clock(minutes: int) -> str:
    return clock(min(max(minutes, 0), MIDNIGHT))
