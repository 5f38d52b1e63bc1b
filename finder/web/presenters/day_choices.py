"""The question "Which days do you go?" for things that are held on several days."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from finder.domain.vocabulary import Day
from finder.planning.attending import Going, sessions_gone_to
from finder.planning.slots import Attendance, Slot
from finder.web.presenters.going import going_args
from finder.web.presenters.sentences import side_by_side
from finder.web.presenters.times import date_in_words, day_name, times_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTick:
    """One day, with its times. `value` is what its box sends."""

    value: str
    label: str
    times: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DayChoice:
    """The days of one activity. `value` is sent beside them: that a choice was made at all."""

    value: str
    name: str
    ticks: tuple[DayTick, ...]


def make_day_choices(
    every: Iterable[Attendance], going: Going, *, today: date
) -> tuple[DayChoice, ...]:
    """Return a choice for each activity that is still to come on several days.

    The sessions are all that there are, whether the person goes to them or not.
    """
    choices = (_make_choice(each, going, today) for each in every)
    return tuple(choice for choice in choices if len(choice.ticks) > 1)


def _make_choice(every: Attendance, going: Going, today: date) -> DayChoice:
    chosen = sessions_gone_to(every.activity, every.council, going)
    coming = every.coming(today)
    held = {day: [slot for slot in coming if slot.day is day] for day in Day}
    return DayChoice(
        value=_written(every, frozenset()),
        name=every.activity.name,
        ticks=tuple(
            DayTick(
                value=_written(every, frozenset({day})),
                label=day_name(day),
                times=_times(slots),
                is_chosen=any(slot.session in chosen for slot in slots),
            )
            for day, slots in held.items()
            if slots
        ),
    )


def _written(every: Attendance, days: frozenset[Day]) -> str:
    [(_, value)] = going_args({(every.council, every.activity.activity_id): days})
    return value


def _times(slots: Sequence[Slot]) -> str:
    """Return the dates and the times of one day, each once; nothing when none is told."""
    parts = [
        part
        for slot in slots
        for part in (
            date_in_words(slot.session.on_date) if slot.session.on_date else "",
            times_in_words(slot.session),
        )
        if part
    ]
    return side_by_side(dict.fromkeys(parts))
