"""The week of a list: a timetable, what is the matter with it, and what is not in it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from finder.domain.activity import Session
from finder.domain.vocabulary import DayPart
from finder.planning.attending import Going, sessions_gone_to
from finder.planning.slots import Attendance, Slot
from finder.planning.week import Week, plan_week
from finder.web.presenters.card import is_running
from finder.web.presenters.day_choices import DayChoice, make_day_choices
from finder.web.presenters.listed import Listed, ListedActivities
from finder.web.presenters.sums import Sums, make_sums
from finder.web.presenters.times import day_name, join_english
from finder.web.presenters.week_clashes import (
    ClashLine,
    GapLine,
    make_clash_lines,
    make_gap_lines,
)
from finder.web.presenters.week_slots import SlotLine, activity_url, make_slot_line
from finder.web.wording import gettext, ngettext

# What the style sheet calls the three rows of the timetable.
_ROWS = {DayPart.MORNING: "am", DayPart.AFTERNOON: "pm", DayPart.EVENING: "eve"}

# Four things on one day, with the boxes above them, fill the height of a sheet on its side.
MOST_WITH_PARTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotGroup:
    """Slots that share rows of the timetable, in the order of time."""

    rows: str
    lines: tuple[SlotLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayColumn:
    """A day. `untold` are things on that day whose times nobody told."""

    name: str
    groups: tuple[SlotGroup, ...]
    untold: tuple[SlotLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTold:
    """Something whose days and times nobody told, but for what the provider wrote."""

    name: str
    url: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Why some things are not in the week, and their names."""

    why: str
    names: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPage:
    """Everything on the page. `gone` counts what no council has any more."""

    days: tuple[DayColumn, ...]
    dated: tuple[SlotLine, ...]
    any_day: tuple[SlotLine, ...]
    not_told: tuple[NotTold, ...]
    left_out: tuple[LeftOut, ...]
    gone: int
    clashes: tuple[ClashLine, ...]
    gaps: tuple[GapLine, ...]
    choices: tuple[DayChoice, ...]
    sums: Sums | None

    @property
    def has_untold(self) -> bool:
        """Return whether something in the timetable has no times."""
        return any(day.untold for day in self.days)

    @property
    def is_full(self) -> bool:
        """Return whether there is so much that paper has no room for the parts of the day."""
        most = max(sum(len(group.lines) for group in day.groups) for day in self.days)
        return self.has_untold or most > MOST_WITH_PARTS


def make_week_page(
    listed: ListedActivities, going: Going, *, have: int | None, today: date
) -> WeekPage:
    """Return the week of a list: what runs and was not refused, on the days gone to."""
    refused = [each for each in listed.here if not each.is_wanted]
    wanted = [each for each in listed.here if each not in refused]
    running = [each for each in wanted if is_running(each.activity, each.catalogue)]
    stopped = [each for each in wanted if each not in running]
    attended = [_attendance(each, going) for each in running]
    unticked = [each for each in attended if each.activity.sessions and not each.sessions]
    week = plan_week(attended, today=today)
    in_lines = partial(_make_lines, week=week, today=today)
    return WeekPage(
        days=tuple(
            DayColumn(
                name=day_name(day.day),
                groups=_make_groups(day.timed, in_lines),
                untold=in_lines(day.untold),
            )
            for day in week.days
        ),
        dated=in_lines(week.dated),
        any_day=in_lines(week.any_day),
        not_told=tuple(_make_not_told(each) for each in week.not_told),
        left_out=_make_left_out(refused, stopped, week.over, unticked),
        gone=len(listed.gone),
        clashes=make_clash_lines(week.clashes),
        gaps=make_gap_lines(week.gaps),
        choices=make_day_choices([_attendance(each, {}) for each in running], going, today=today),
        sums=make_sums(running, going, have=have, today=today) if running else None,
    )


def _attendance(listed: Listed, going: Going) -> Attendance:
    council = listed.council.slug
    return Attendance(
        council=council,
        activity=listed.activity,
        sessions=sessions_gone_to(listed.activity, council, going),
    )


def _make_lines(slots: Iterable[Slot], week: Week, today: date) -> tuple[SlotLine, ...]:
    return tuple(make_slot_line(slot, week, today=today) for slot in slots)


def _make_groups(
    slots: Iterable[Slot], in_lines: Callable[[Iterable[Slot]], tuple[SlotLine, ...]]
) -> tuple[SlotGroup, ...]:
    """Return the slots of a day. Those that need the same row of the timetable stand together."""
    groups: list[tuple[set[int], list[Slot]]] = []
    for slot in slots:
        rows = _rows_of(slot.session)
        if groups and min(rows) <= max(groups[-1][0]):
            groups[-1][0].update(rows)
            groups[-1][1].append(slot)
        else:
            groups.append((rows, [slot]))
    return tuple(
        SlotGroup(rows=_rows_in_css(rows), lines=in_lines(found)) for rows, found in groups
    )


def _rows_of(session: Session) -> set[int]:
    """Return the numbers of the parts of the day that a session fills; one at least."""
    parts = session.parts or replace(session, end=None).parts
    return {number for number, part in enumerate(_ROWS) if part in parts}


def _rows_in_css(rows: set[int]) -> str:
    """Return the names of the rows, with those between the first and the last."""
    return " ".join(list(_ROWS.values())[min(rows) : max(rows) + 1])


def _make_not_told(attended: Attendance) -> NotTold:
    activity = attended.activity
    return NotTold(
        name=activity.name,
        url=activity_url(attended.council, activity.activity_id),
        note=activity.timing_note,
    )


def _make_left_out(
    refused: Sequence[Listed],
    stopped: Sequence[Listed],
    over: Sequence[Attendance],
    unticked: Sequence[Attendance],
) -> tuple[LeftOut, ...]:
    reasons = (
        (refused, gettext("The answer is no:")),
        (stopped, ngettext("This does not run now:", "These do not run now:", len(stopped))),
        (over, ngettext("This is over:", "These are over:", len(over))),
        (
            unticked,
            ngettext("You ticked no day for this:", "You ticked no day for these:", len(unticked)),
        ),
    )
    return tuple(
        LeftOut(why=why, names=join_english(each.activity.name for each in things))
        for things, why in reasons
        if things
    )
