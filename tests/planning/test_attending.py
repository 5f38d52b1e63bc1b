import pytest

from finder.domain.activity import Session
from finder.domain.vocabulary import Day
from finder.planning.attending import Going, sessions_gone_to
from tests.builders import a_session, an_activity

MONDAY = a_session(Day.MON)
MONDAY_EVENING = a_session(Day.MON, "18:00", "20:00")
THURSDAY = a_session(Day.THU)
ANY_DAY = a_session(None)

COOKING = an_activity(sessions=(MONDAY, THURSDAY, ANY_DAY, MONDAY_EVENING))
KEY = ("exampleshire", "cooking-together")


@pytest.mark.parametrize(
    ("going", "gone_to"),
    [
        pytest.param({}, COOKING.sessions, id="nothing was chosen"),
        pytest.param({KEY: frozenset({Day.MON, Day.THU})}, COOKING.sessions, id="every day"),
        pytest.param(
            {KEY: frozenset({Day.MON})}, (MONDAY, ANY_DAY, MONDAY_EVENING), id="one day of two"
        ),
        pytest.param(
            {KEY: frozenset({Day.THU, Day.SUN})}, (THURSDAY, ANY_DAY), id="a day it is not held"
        ),
        pytest.param({KEY: frozenset({Day.SUN})}, COOKING.sessions, id="no day it is held"),
        pytest.param({KEY: frozenset()}, (ANY_DAY,), id="no day at all"),
        pytest.param(
            {("elsewhere", "cooking-together"): frozenset({Day.MON})},
            COOKING.sessions,
            id="another council",
        ),
        pytest.param(
            {("exampleshire", "swimming"): frozenset({Day.MON})},
            COOKING.sessions,
            id="another activity",
        ),
    ],
)
def test_the_sessions_that_a_person_would_go_to(going: Going, gone_to: tuple[Session, ...]) -> None:
    assert sessions_gone_to(COOKING, "exampleshire", going) == gone_to
