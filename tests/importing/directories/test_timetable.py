"""When an activity is held."""

from datetime import date, time
from typing import Any

from finder.domain.place import PlaceKind
from finder.domain.vocabulary import Day, Repeats
from finder.importing.directories.fields import FieldReader
from finder.importing.directories.joins import Listing
from finder.importing.directories.providers import PlaceDraft
from finder.importing.directories.times import SessionTime
from finder.importing.directories.timetable import session_tables, times_of
from tests.importing.directories.invented import a_part, a_row

HALL = PlaceDraft(place_id="hall", kind=PlaceKind.BUILDING, has_postcode=True)
SHED = PlaceDraft(place_id="shed", kind=PlaceKind.BUILDING, has_postcode=False)


def times(listing: Listing | None = None, **cells: Any) -> tuple[int, str, list[str]]:
    """Return how many sessions there are, the words, and the codes of the remarks."""
    row = a_row(**cells)
    listing = listing or Listing(row=row)
    part = a_part(times=("times",), timing_note=("timing_note",))
    sessions, note = times_of(listing, FieldReader(row, part, listing.remarks))
    return len(sessions), note, [remark.code for remark in listing.remarks]


def test_times_that_are_sure_are_sessions() -> None:
    assert times(times="10am every Monday") == (1, "", [])


def test_times_that_are_not_sure_stay_in_their_own_words() -> None:
    assert times(times=" Ask  us! ") == (0, "Ask us!", ["times-in-words"])


def test_notes_are_added() -> None:
    assert times(times="10am every Monday", timing_note="Not in May.") == (1, "Not in May.", [])
    assert times() == (0, "", [])


def test_the_times_of_a_feed_are_added() -> None:
    session = SessionTime(days=(Day.MON,))
    listing = Listing(row=a_row(), sessions=(session,), times_in_words=("Ask us.", "Ask us."))

    assert times(listing) == (1, "Ask us.", [])


def test_words_that_are_too_long_are_cut_with_a_remark() -> None:
    found, note, codes = times(timing_note="Ask us. " * 60)

    assert (found, len(note) <= 300, codes) == (0, True, ["times-cut"])


def test_a_session_at_the_one_place() -> None:
    session = SessionTime(days=(Day.MON,), start=time(9, 5), end=time(14))

    assert session_tables([session], [HALL], ["in-person"]) == [
        {"day": "mon", "start": "09:05", "end": "14:00", "place": "hall"}
    ]


def test_nobody_knows_which_of_two_places_a_session_is_at() -> None:
    assert session_tables([SessionTime(days=(Day.MON,))], [HALL, SHED], ["in-person"]) == [
        {"day": "mon"}
    ]


def test_a_session_without_a_place_says_how_it_is_held_when_that_is_sure() -> None:
    session = SessionTime(days=(Day.MON, Day.TUE))

    assert session_tables([session], [], ["online"]) == [{"days": ["mon", "tue"], "mode": "online"}]
    assert session_tables([session], [], ["online", "in-person"]) == [{"days": ["mon", "tue"]}]


def test_a_session_with_everything() -> None:
    session = SessionTime(
        days=(Day.MON,),
        repeats=Repeats.MONTHLY,
        week_of_month=-1,
        term_time=True,
        first_date=date(2027, 1, 1),
        last_date=date(2027, 6, 1),
        note="Quiet.",
    )

    assert session_tables([session], [], []) == [
        {
            "day": "mon",
            "repeats": "monthly",
            "week_of_month": -1,
            "term_time": True,
            "first_date": date(2027, 1, 1),
            "last_date": date(2027, 6, 1),
            "note": "Quiet.",
        }
    ]
