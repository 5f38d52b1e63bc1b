"""One thing in the week: its times, its place, how often it is, and what is at the same time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from finder.domain.activity import Session
from finder.domain.query import SearchQuery
from finder.domain.vocabulary import Mode, Repeats
from finder.planning.clashes import Clash
from finder.planning.slots import Slot
from finder.planning.together import Certainty
from finder.planning.week import Week
from finder.web.presenters import labels
from finder.web.presenters.addresses import address
from finder.web.presenters.sentences import Sentence
from finder.web.presenters.times import date_in_words, day_name, join_english, times_in_words
from finder.web.wording import gettext


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotLine:
    """One thing in the week. `times` is empty when nobody told them, and `place` is None.

    `day` is the day, or the date of what is held once. `same_time` names what is at the same time
    whenever this is held, and `may_be_same_time` what is sometimes.
    """

    name: str
    url: str
    day: str
    times: str
    place: Sentence | None
    notes: tuple[str, ...] = ()
    is_dated: bool = False
    same_time: str = ""
    may_be_same_time: str = ""


def make_slot_line(slot: Slot, week: Week, *, today: date) -> SlotLine:
    """Return one thing in the week, with what is at the same time."""
    sure, unsure = _same_time(slot, week.clashes)
    return SlotLine(
        name=slot.activity.name,
        url=activity_url(slot.council, slot.activity.activity_id),
        day=_day(slot),
        times=times_in_words(slot.session),
        place=_place(slot),
        notes=tuple(_notes(slot, today)),
        is_dated=slot.session.on_date is not None,
        same_time=join_english(sure),
        may_be_same_time=join_english(each for each in unsure if each not in sure),
    )


def activity_url(council: str, activity_id: str) -> str:
    """Return the address of an activity, in the language of the page."""
    return address("activities.show", council, SearchQuery(), activity_id=activity_id)


def _day(slot: Slot) -> str:
    if slot.session.on_date is not None:
        return date_in_words(slot.session.on_date)
    return day_name(slot.day) if slot.day else ""


def _place(slot: Slot) -> Sentence | None:
    """Return where a person goes: the place's own name, or that they stay at home."""
    if slot.session.mode is not Mode.IN_PERSON:
        return Sentence(str(labels.MODES[slot.session.mode]))
    name = slot.place.name or slot.place.town if slot.place else ""
    return Sentence(name, is_english=True) if name else None


def _notes(slot: Slot, today: date) -> list[str]:
    """Return when something is not held every week; nothing for what is on one date."""
    session = slot.session
    if session.on_date is not None:
        return []
    notes = _how_often(session)
    if session.term_time:
        notes.append(gettext("Not in the school holidays"))
    if slot.first_date > today:
        notes.append(gettext("From %(day)s", day=date_in_words(slot.first_date)))
    if slot.last_date < date.max:
        notes.append(gettext("Until %(day)s", day=date_in_words(slot.last_date)))
    return notes


def _how_often(session: Session) -> list[str]:
    if session.repeats is Repeats.FORTNIGHTLY:
        return [gettext("Every 2 weeks")]
    if session.repeats is Repeats.ONCE:
        return [gettext("One time only")]
    if session.repeats is Repeats.MONTHLY:
        weeks = {
            1: gettext("First week of the month"),
            2: gettext("Second week of the month"),
            3: gettext("Third week of the month"),
            4: gettext("Fourth week of the month"),
            -1: gettext("Last week of the month"),
        }
        return [weeks.get(session.week_of_month or 0, gettext("Once a month"))]
    return []


def _same_time(slot: Slot, clashes: Iterable[Clash]) -> tuple[list[str], list[str]]:
    """Return the names of what is always at the same time, and of what is sometimes."""
    sure: list[str] = []
    unsure: list[str] = []
    for clash in clashes:
        if slot not in (clash.first, clash.second):
            continue
        other = clash.second if slot == clash.first else clash.first
        is_sure = clash.together.certainty is Certainty.CERTAIN and (
            slot.session.on_date is not None or not clash.together.is_one_date
        )
        (sure if is_sure else unsure).append(other.activity.name)
    return list(dict.fromkeys(sure)), list(dict.fromkeys(unsure))
