"""A session that a person goes to, as a place in their week."""

from dataclasses import dataclass
from datetime import date

from finder.domain.activity import Activity, Session, minutes_of
from finder.domain.council import CouncilSlug
from finder.domain.place import Place
from finder.domain.vocabulary import Day, Repeats


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One session that a person goes to."""

    council: CouncilSlug
    activity: Activity
    session: Session

    @property
    def day(self) -> Day | None:
        """Return the day of the week, that of its date if it has one."""
        if self.session.on_date is not None:
            return tuple(Day)[self.session.on_date.weekday()]
        return self.session.day

    @property
    def place(self) -> Place | None:
        return self.activity.place_of(self.session)

    @property
    def is_timed(self) -> bool:
        """Return whether anybody told when it starts."""
        return self.session.start is not None

    @property
    def starts(self) -> int:
        """Return the minute of the day at which it starts; 0 when nobody told."""
        return 0 if self.session.start is None else minutes_of(self.session.start)

    @property
    def ends(self) -> int | None:
        """Return the minute of the day at which it ends, or None when nobody told."""
        return None if self.session.end is None else minutes_of(self.session.end)

    @property
    def first_date(self) -> date:
        """Return the first date on which it may be held; the first of all when none is told."""
        session = self.session
        return session.on_date or session.first_date or self.activity.starts_on or date.min

    @property
    def last_date(self) -> date:
        """Return the last date on which it may be held; the last of all when none is told.

        A course's number of weeks does not say it, since holidays move its end.
        """
        return self.session.on_date or self.session.last_date or date.max

    def is_every_week(self, today: date) -> bool:
        """Return whether it is held in every week from today on, for all that was told."""
        return (
            self.session.repeats is Repeats.WEEKLY
            and not self.session.term_time
            and self.first_date <= today
            and self.last_date == date.max
        )

    def is_same_activity(self, other: "Slot") -> bool:
        return (self.council, self.activity.activity_id) == (
            other.council,
            other.activity.activity_id,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """An activity, and the sessions of it that a person goes to."""

    council: CouncilSlug
    activity: Activity
    sessions: tuple[Session, ...]

    def coming(self, today: date) -> tuple[Slot, ...]:
        """Return the sessions that are not over."""
        slots = (
            Slot(council=self.council, activity=self.activity, session=session)
            for session in self.sessions
        )
        return tuple(slot for slot in slots if slot.last_date >= today)
