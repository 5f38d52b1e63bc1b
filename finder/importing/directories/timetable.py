"""Say in content when an activity is held, from all that its row tells of it."""

from collections.abc import Sequence

from finder.domain.vocabulary import Repeats
from finder.importing.directories.fields import FieldReader, Table, without_blanks
from finder.importing.directories.joins import Listing
from finder.importing.directories.providers import PlaceDraft
from finder.importing.directories.texts import one_line, shorten
from finder.importing.directories.times import SessionTime, read_times
from finder.importing.entry import LONGEST_SENTENCE


def times_of(listing: Listing, reader: FieldReader) -> tuple[list[SessionTime], str]:
    """Return the sessions, and in the row's own words what could not be read as sessions."""
    sessions = list(listing.sessions)
    words = list(listing.times_in_words)
    told = one_line(reader.raw("times"))
    if told:
        read = read_times(told)
        sessions += read.sessions
        if not read.sessions:
            reader.remark("times-in-words", f"Times kept as words. {read.why_not}")
            words.append(told)
    words += [one_line(each) for each in reader.every("timing_note")]
    note = " ".join(dict.fromkeys(each for each in words if each))
    cut = shorten(note, LONGEST_SENTENCE)
    if cut != note:
        reader.remark("times-cut", "The words about its times are too long. They were cut.")
    return sessions, cut


def session_tables(
    sessions: Sequence[SessionTime], places: Sequence[PlaceDraft], modes: Sequence[str]
) -> list[Table]:
    """Return the sessions as content has them.

    Where there are several places, nobody knows which session is where, so none names one.
    """
    place = places[0].place_id if len(places) == 1 else None
    mode = modes[0] if len(modes) == 1 and not places else None
    return [_table_of(each, place, mode) for each in sessions]


def _table_of(told: SessionTime, place: str | None, mode: str | None) -> Table:
    return without_blanks(
        {
            "day": str(told.days[0]) if len(told.days) == 1 else None,
            "days": [str(day) for day in told.days] if len(told.days) > 1 else None,
            "start": f"{told.start:%H:%M}" if told.start else None,
            "end": f"{told.end:%H:%M}" if told.end else None,
            "place": place,
            "mode": mode,
            "repeats": None if told.repeats is Repeats.WEEKLY else str(told.repeats),
            "week_of_month": told.week_of_month,
            "term_time": told.term_time or None,
            "first_date": told.first_date,
            "last_date": told.last_date,
            "note": told.note,
        }
    )
