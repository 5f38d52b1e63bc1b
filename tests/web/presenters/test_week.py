from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from finder.domain.activity import Activity
from finder.domain.shortlist import Face, ShortlistEntry
from finder.domain.vocabulary import ActivityStatus, Day, ProviderStatus
from finder.planning.attending import Going
from finder.web.presenters.listed import Listed, ListedActivities
from finder.web.presenters.sums import make_sums
from finder.web.presenters.week import LeftOut, NotTold, WeekPage, make_week_page
from tests.builders import TODAY, a_provider, a_session, an_activity
from tests.web.presenters.conftest import CatalogueOf

pytestmark = pytest.mark.usefixtures("english_page")

MON, TUE, WED, THU, FRI, SAT, SUN = Day


@pytest.fixture
def listed_of(catalogue_of: CatalogueOf) -> Any:
    """Put these activities on a list, each with a face or none."""

    def put(*activities: tuple[Activity, Face | None] | Activity, **overrides: Any) -> Any:
        pairs = [each if isinstance(each, tuple) else (each, None) for each in activities]
        catalogue = catalogue_of(*(activity for activity, _ in pairs), **overrides)
        return tuple(
            Listed(activity=activity, catalogue=catalogue, entry=entry_of(activity, face))
            for activity, face in pairs
        )

    return put


def entry_of(activity: Activity, face: Face | None) -> ShortlistEntry:
    return ShortlistEntry(
        council="exampleshire",  # type: ignore[arg-type]
        activity_id=activity.activity_id,
        position=1,
        added_at=datetime(2026, 11, 1, tzinfo=UTC),
        face=face,
    )


def thing(name: str, *sessions: Any, **overrides: Any) -> Activity:
    return an_activity(name, name=name.capitalize(), sessions=sessions, **overrides)


def page_of(
    *here: Listed,
    going: Going | None = None,
    gone: tuple[ShortlistEntry, ...] = (),
    have: int | None = None,
) -> WeekPage:
    listed = ListedActivities(here=here, gone=gone)
    return make_week_page(listed, going or {}, have=have, today=TODAY)


def days_of(page: WeekPage) -> dict[str, list[tuple[str, list[str]]]]:
    """Return the days that hold something: each group's rows, and the names in it."""
    return {
        day.name: [(group.rows, [line.name for line in group.lines]) for group in day.groups]
        for day in page.days
        if day.groups
    }


def test_a_week_begins_on_monday(listed_of: Any) -> None:
    page = page_of(*listed_of(thing("choir", a_session(TUE))))

    assert [day.name for day in page.days] == [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ]
    assert days_of(page) == {"Tuesday": [("am", ["Choir"])]}


@pytest.mark.parametrize(
    ("start", "end", "rows"),
    [
        ("09:00", "11:00", "am"),
        ("13:00", "", "pm"),
        ("18:00", "20:00", "eve"),
        ("10:00", "15:00", "am pm"),
        ("15:00", "19:00", "pm eve"),
        ("10:00", "20:00", "am pm eve"),
        ("20:00", "10:00", "eve"),
    ],
)
def test_a_slot_fills_the_rows_of_its_parts_of_the_day(
    listed_of: Any, start: str, end: str, rows: str
) -> None:
    page = page_of(*listed_of(thing("choir", a_session(MON, start, end))))

    assert days_of(page) == {"Monday": [(rows, ["Choir"])]}


def test_slots_that_need_the_same_row_stand_together(listed_of: Any) -> None:
    page = page_of(
        *listed_of(
            thing("choir", a_session(MON, "09:00", "11:00")),
            thing("garden", a_session(MON, "11:30", "16:00")),
            thing("lunch", a_session(MON, "10:00", "14:00")),
            thing("disco", a_session(MON, "19:00", "22:00")),
        )
    )

    assert days_of(page) == {
        "Monday": [("am pm", ["Choir", "Lunch", "Garden"]), ("eve", ["Disco"])]
    }


def test_what_has_no_times_is_apart(listed_of: Any) -> None:
    told = page_of(*listed_of(thing("choir", a_session(MON))))
    untold = page_of(*listed_of(thing("choir", a_session(MON, "", ""))))

    assert [line.name for line in untold.days[0].untold] == ["Choir"]
    assert (told.has_untold, untold.has_untold) == (False, True)


def test_a_week_with_much_on_one_day_or_with_times_not_told_is_full(listed_of: Any) -> None:
    names = ("art", "bingo", "choir", "dance")
    three = listed_of(*(thing(name, a_session(MON)) for name in names[:3]))
    four = listed_of(*(thing(name, a_session(MON)) for name in names))
    untold = listed_of(thing("choir", a_session(MON, "", "")))

    assert [page_of(*each).is_full for each in (three, four, untold)] == [False, True, True]


def test_only_the_days_gone_to_are_in_the_week(listed_of: Any) -> None:
    going = {("exampleshire", "choir"): frozenset({FRI})}

    page = page_of(*listed_of(thing("choir", a_session(MON), a_session(FRI))), going=going)

    assert days_of(page) == {"Friday": [("am", ["Choir"])]}
    assert [tick.is_chosen for tick in page.choices[0].ticks] == [False, True]


def test_things_on_a_date_on_any_day_and_on_no_day_are_apart(listed_of: Any) -> None:
    page = page_of(
        *listed_of(
            thing("show", a_session(SAT, on_date=date(2027, 2, 20))),
            thing("walk", a_session(None)),
            thing("knitting", timing_note="Most weeks."),
        )
    )

    assert days_of(page) == {}
    assert [(line.name, line.day) for line in page.dated] == [("Show", "20 February 2027")]
    assert [line.name for line in page.any_day] == ["Walk"]
    assert page.not_told == (
        NotTold(name="Knitting", url="/exampleshire/activities/knitting", note="Most weeks."),
    )


def test_what_is_not_in_the_week_says_why(listed_of: Any) -> None:
    here = listed_of(
        (thing("choir", a_session()), Face.NO),
        (thing("swim", a_session(), status=ActivityStatus.PAUSED), Face.YES),
        (thing("kites", a_session(), status=ActivityStatus.ENDED), None),
        thing("summer", a_session(last_date=date(2026, 9, 1))),
        thing("art", a_session(MON)),
    )

    page = page_of(*here, going={("exampleshire", "art"): frozenset()})

    assert days_of(page) == {}
    assert page.left_out == (
        LeftOut(why="The answer is no:", names="Choir"),
        LeftOut(why="These do not run now:", names="Swim and Kites"),
        LeftOut(why="This is over:", names="Summer"),
        LeftOut(why="You ticked no day for this:", names="Art"),
    )


def test_what_has_a_no_is_left_out_for_that_alone(listed_of: Any) -> None:
    refused = (thing("choir", a_session(), status=ActivityStatus.ENDED), Face.NO)

    page = page_of(*listed_of(refused))

    assert page.left_out == (LeftOut(why="The answer is no:", names="Choir"),)
    assert (page.sums, page.choices) == (None, ())


def test_what_a_provider_that_stopped_held_does_not_run(listed_of: Any) -> None:
    stopped = replace(a_provider(), status=ProviderStatus.LEFT)

    page = page_of(*listed_of(thing("choir", a_session()), providers=(stopped,)))

    assert page.left_out == (LeftOut(why="This does not run now:", names="Choir"),)


def test_a_maybe_is_in_the_week_like_a_yes(listed_of: Any) -> None:
    here = listed_of(
        (thing("choir", a_session(MON)), Face.YES),
        (thing("garden", a_session(TUE)), Face.MAYBE),
        (thing("lunch", a_session(WED)), None),
    )

    assert list(days_of(page_of(*here))) == ["Monday", "Tuesday", "Wednesday"]


def test_clashes_and_gaps_are_in_words(listed_of: Any) -> None:
    page = page_of(
        *listed_of(
            thing("choir", a_session(MON, "10:00", "12:00")),
            thing("garden", a_session(MON, "11:00", "12:00")),
            thing("lunch", a_session(MON, "12:00", "13:00", place_id="")),
        )
    )

    assert [[each.name for each in clash.things] for clash in page.clashes] == [["Choir", "Garden"]]
    assert [(gap.first, gap.second, gap.minutes) for gap in page.gaps] == [
        ("Choir", "Lunch", 0),
        ("Garden", "Lunch", 0),
    ]


def test_the_sums_are_of_what_is_in_the_week(listed_of: Any) -> None:
    choir, *others = listed_of(
        thing("choir", a_session(MON)),
        (thing("garden", a_session(TUE)), Face.NO),
        thing("swim", a_session(), status=ActivityStatus.ENDED),
    )

    page = page_of(choir, *others, have=15_000)

    assert page.sums == make_sums([choir], {}, have=15_000, today=TODAY)


def test_what_no_council_has_any_more_is_counted(listed_of: Any) -> None:
    (choir,) = listed_of(thing("choir", a_session()))
    assert choir.entry is not None

    assert page_of(choir, gone=(choir.entry,)).gone == 1
