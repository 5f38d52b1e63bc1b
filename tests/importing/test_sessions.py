from datetime import date, time

import pytest

from finder.domain.activity import Session
from finder.domain.place import PlaceKind
from finder.domain.vocabulary import Day, Mode, Repeats
from finder.importing.sessions import read_sessions
from tests.builders import a_place, an_online_place
from tests.importing.reading import an_error, read_entry, summed_up

PLACES = {
    "hall": a_place("hall"),
    "screen": an_online_place("screen"),
    "your-home": a_place("your-home", kind=PlaceKind.HOME),
}
EVERYTHING = """\
[[sessions]]
day = "tue"
start = "10am"
end = "12.30pm"
place = "hall"
mode = "at-home"
repeats = "monthly"
week_of_month = -1
term_time = true
weeks_a_year = 11
first_date = 2026-11-03
last_date = 2027-11-02
note = "Come a little early."
"""


def _session(lines: str) -> str:
    return f"[[sessions]]\n{lines}\n"


@pytest.mark.parametrize(
    ("text", "sessions"),
    [
        pytest.param("", (), id="nobody told"),
        pytest.param(
            EVERYTHING,
            (
                Session(
                    day=Day.TUE,
                    start=time(10),
                    end=time(12, 30),
                    place_id="hall",
                    mode=Mode.AT_HOME,
                    repeats=Repeats.MONTHLY,
                    week_of_month=-1,
                    term_time=True,
                    weeks_a_year=11,
                    first_date=date(2026, 11, 3),
                    last_date=date(2027, 11, 2),
                    note="Come a little early.",
                ),
            ),
            id="everything is told",
        ),
        pytest.param(_session(""), (Session(),), id="the person picks the day"),
        pytest.param(
            _session('day = "mon"\nbank_holidays = "closed"')
            + _session('day = "mon"\nbank_holidays = "open"'),
            (
                Session(day=Day.MON, bank_holidays=False),
                Session(day=Day.MON, bank_holidays=True),
            ),
            id="closed and open on bank holidays",
        ),
        pytest.param(
            _session('days = ["mon", "wed"]\nstart = "9am"'),
            (Session(day=Day.MON, start=time(9)), Session(day=Day.WED, start=time(9))),
            id="a table for two days is two sessions",
        ),
        pytest.param(
            _session('day = "fri"\nrepeats = "monthly"\nweek_of_month = 4\nweeks_a_year = 52'),
            (Session(day=Day.FRI, repeats=Repeats.MONTHLY, week_of_month=4, weeks_a_year=52),),
            id="the last week that every month has",
        ),
        pytest.param(
            _session('place = "screen"'),
            (Session(place_id="screen", mode=Mode.ONLINE),),
            id="online, by its place",
        ),
        pytest.param(
            _session('place = "your-home"'),
            (Session(place_id="your-home", mode=Mode.AT_HOME),),
            id="at home, by its place",
        ),
        pytest.param(
            _session('mode = "online"'), (Session(mode=Mode.ONLINE),), id="online, with no place"
        ),
        pytest.param(
            _session("date = 2026-12-05"),
            (Session(day=Day.SAT, repeats=Repeats.ONCE, on_date=date(2026, 12, 5)),),
            id="one day is a day of the week too",
        ),
        pytest.param(
            _session('day = "mon"') + _session('day = "tue"'),
            (Session(day=Day.MON), Session(day=Day.TUE)),
            id="two tables",
        ),
        pytest.param(
            _session("first_date = 2026-11-03\nlast_date = 2026-11-03"),
            (Session(first_date=date(2026, 11, 3), last_date=date(2026, 11, 3)),),
            id="a course of one day",
        ),
    ],
)
def test_sessions_are_read(text: str, sessions: tuple[Session, ...]) -> None:
    entry, issues = read_entry(text)

    assert (read_sessions(entry, PLACES), issues) == (sessions, [])


@pytest.mark.parametrize(
    ("lines", "issue"),
    [
        pytest.param(
            'start = "3pm"\nend = "1pm"',
            an_error(
                code="ends-before-start",
                message="It starts at 15:00 and ends at 13:00.",
                remedy="Correct one of the two times. Check am and pm.",
                line=3,
                where="sessions 1, end",
            ),
            id="it ends before it starts",
        ),
        pytest.param(
            'start = "3pm"\nend = "3pm"',
            an_error(
                code="ends-before-start",
                message="It starts at 15:00 and ends at 15:00.",
                remedy="Correct one of the two times. Check am and pm.",
                line=3,
                where="sessions 1, end",
            ),
            id="it ends as it starts",
        ),
        pytest.param(
            'end = "1pm"',
            an_error(
                code="missing-field",
                message="There is an end but no start.",
                remedy="Add start.",
                where="sessions 1, start",
            ),
            id="it has no start",
        ),
        pytest.param(
            "first_date = 2026-11-03\nlast_date = 2026-11-02",
            an_error(
                code="ends-before-start",
                message="The last date, 2026-11-02, is before the first, 2026-11-03.",
                remedy="Correct one of the two dates.",
                line=3,
                where="sessions 1, last_date",
            ),
            id="the last date is before the first",
        ),
        pytest.param(
            'place = "hal"',
            an_error(
                code="unknown-place",
                message="There is no place “hal”. Did you mean “hall”?",
                remedy="Use the id of one of this provider's [[places]].",
                line=2,
                where="sessions 1, place",
            ),
            id="a place that is not there",
        ),
        pytest.param(
            'day = "mon"\nbank_holidays = "close"',
            an_error(
                code="unknown-word",
                message="bank_holidays is “close”. Did you mean “closed”?",
                remedy="Use one of: open, closed.",
                line=3,
                where="sessions 1, bank_holidays",
            ),
            id="neither open nor closed on bank holidays",
        ),
        pytest.param(
            'days = ["mon", "tue"]\nrepeats = "monthly"\nweek_of_month = 0',
            an_error(
                code="wrong-value",
                message="week_of_month is 0, and months begin with week 1.",
                remedy="Write 1 to 4, or -1 for the last week.",
                line=4,
                where="sessions 1, week_of_month",
            ),
            id="a week that no month has, said once for two days",
        ),
    ],
)
def test_a_session_that_cannot_be_is_noted(lines: str, issue: object) -> None:
    entry, issues = read_entry(_session(lines))

    read_sessions(entry, PLACES)

    assert issues == [issue]


def test_every_fault_of_every_session_is_noted_once() -> None:
    entry, issues = read_entry(
        _session('days = ["mon", "tue"]\nweek_of_month = 5\nterm_time = "yes"\nweeks_a_year = 53')
        + _session('day = "someday"\nstart = "late"\nroom = 2')
    )

    read_sessions(entry, PLACES)

    assert summed_up(issues) == [
        ("wrong-value", 3, "sessions 1, week_of_month"),
        ("wrong-value", 4, "sessions 1, term_time"),
        ("wrong-value", 5, "sessions 1, weeks_a_year"),
        ("unknown-word", 7, "sessions 2, day"),
        ("wrong-value", 8, "sessions 2, start"),
        ("unknown-field", 9, "sessions 2, room"),
    ]
