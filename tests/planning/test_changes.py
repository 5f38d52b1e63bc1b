from dataclasses import replace
from datetime import date
from subprocess import run
from sys import executable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.domain.activity import Price, Session, Transport
from finder.domain.place import Place
from finder.domain.vocabulary import ActivityStatus, Day, Mode, Pay, PriceUnit, Repeats
from finder.planning.changes import Aspect, mark_of, what_changed
from tests.builders import a_place, a_price, a_session, an_activity

TIMES, PLACE, COST, STATUS = Aspect
# Marks are kept for as long as a list is. One that is different from here on means that every
# list tells its holder of changes that were none.
MARK = "bfa11c2e.e7e92d58.ebbc4a91.f24896cd"


def test_a_mark_stays_the_same_for_ever() -> None:
    assert mark_of(an_activity()) == MARK


def test_a_mark_does_not_depend_on_the_seed_of_hashes() -> None:
    code = (
        "from tests.builders import an_activity; from finder.planning.changes import mark_of;"
        "print(mark_of(an_activity()))"
    )

    marks = [
        run(
            [executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            check=True,
            text=True,
        ).stdout.strip()
        for seed in ("1", "2")
    ]

    assert marks == [MARK, MARK]


@pytest.mark.parametrize(
    ("changes", "aspects"),
    [
        pytest.param({"sessions": (a_session(Day.WED),)}, {TIMES}, id="another day"),
        pytest.param({"sessions": (a_session(end="13:00"),)}, {TIMES}, id="another end"),
        pytest.param({"sessions": (a_session(end=""),)}, {TIMES}, id="an end that is not told"),
        pytest.param({"sessions": ()}, {TIMES}, id="no sessions"),
        pytest.param(
            {"sessions": (a_session(repeats=Repeats.FORTNIGHTLY),)}, {TIMES}, id="every two weeks"
        ),
        pytest.param({"sessions": (a_session(term_time=True),)}, {TIMES}, id="in term only"),
        pytest.param(
            {"sessions": (a_session(bank_holidays=False),)}, {TIMES}, id="not on bank holidays"
        ),
        pytest.param({"sessions": (), "timing_note": "Ask"}, {TIMES}, id="only a remark on times"),
        pytest.param({"length_weeks": 6}, {TIMES}, id="for six weeks"),
        pytest.param({"starts_on": date(2027, 1, 4)}, {TIMES}, id="it starts later"),
        pytest.param({"places": (a_place(postcode="ME14 1XX"),)}, {PLACE}, id="another postcode"),
        pytest.param({"places": (a_place(), a_place("b", name="Barn"))}, {PLACE}, id="two places"),
        pytest.param({"modes": (Mode.IN_PERSON, Mode.ONLINE)}, {PLACE}, id="also online"),
        pytest.param({"serves": ("north",)}, {PLACE}, id="where they come to"),
        pytest.param({"prices": (a_price(12),)}, {COST}, id="another price"),
        pytest.param({"prices": (a_price(None),)}, {COST}, id="a price to ask for"),
        pytest.param({"prices": ()}, {COST}, id="no price"),
        pytest.param({"prices": (a_price(unit=PriceUnit.HOUR),)}, {COST}, id="by the hour"),
        pytest.param({"pay": (Pay.COUNCIL,)}, {COST}, id="fewer ways to pay"),
        pytest.param({"transport": Transport(cost_pence=700)}, {COST}, id="a fare"),
        pytest.param({"transport": Transport(included=False)}, {COST}, id="a fare to ask for"),
        pytest.param({"status": ActivityStatus.PAUSED}, {STATUS}, id="it stops for a while"),
        pytest.param({"ended_on": date(2026, 11, 1)}, {STATUS}, id="it ended"),
        pytest.param(
            {
                "sessions": (a_session(Day.SUN),),
                "places": (a_place(town="Ashford"),),
                "prices": (a_price(1),),
                "status": ActivityStatus.ENDED,
            },
            {TIMES, PLACE, COST, STATUS},
            id="everything",
        ),
    ],
)
def test_it_is_told_what_changed(changes: dict[str, Any], aspects: set[Aspect]) -> None:
    assert what_changed(MARK, an_activity(**changes)) == aspects


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"name": "Cook and Eat", "summary": "You cook."}, id="its name"),
        pytest.param({"sessions": (a_session(note="Come early"),)}, id="a remark on a session"),
        pytest.param({"prices": (a_price(note="With lunch"),)}, id="a remark on a price"),
        pytest.param({"places": (a_place(directions=("Ring the bell",)),)}, id="the way in"),
        pytest.param({"places": (a_place(name="The  Green Hall "),)}, id="spaces"),
        pytest.param({"pay": (Pay.SELF, Pay.COUNCIL)}, id="the order of the ways to pay"),
        pytest.param({"timing_note": "See the times above"}, id="a remark beside the sessions"),
        pytest.param({"transport": Transport(nearest_stop="Bus 7")}, id="the bus stop"),
        pytest.param({"checked_on": date(2026, 11, 20)}, id="that somebody checked it"),
    ],
)
def test_other_things_are_no_change(changes: dict[str, Any]) -> None:
    assert what_changed(MARK, an_activity(**changes)) == frozenset()


def test_free_is_not_the_same_as_a_price_to_ask_for() -> None:
    before = mark_of(an_activity(prices=(a_price(0),)))

    assert what_changed(before, an_activity(prices=(a_price(None),))) == {COST}


def test_a_price_written_in_another_way_is_the_same() -> None:
    before = mark_of(an_activity(prices=(a_price(hours=5, payers=(Pay.COUNCIL, Pay.SELF)),)))
    after = an_activity(prices=(a_price(hours=5.0, payers=(Pay.SELF, Pay.COUNCIL)),))

    assert what_changed(before, after) == frozenset()


@pytest.mark.parametrize(
    "mark",
    [
        pytest.param("", id="nobody told"),
        pytest.param("abc", id="too short"),
        pytest.param(MARK[:-1], id="cut"),
        pytest.param(MARK.upper(), id="in capitals"),
        pytest.param(f"{MARK}\n", id="with a line end"),
    ],
)
def test_a_mark_that_cannot_be_read_tells_of_no_change(mark: str) -> None:
    assert what_changed(mark, an_activity(prices=())) == frozenset()


@given(
    sessions=st.permutations([a_session(day) for day in Day][:4]),
    prices=st.permutations([a_price(), a_price(25, unit=PriceUnit.DAY), a_price(0)]),
    places=st.permutations([a_place(), a_place("barn", name="The Barn")]),
)
def test_the_order_of_what_was_written_does_not_count(
    sessions: list[Session], prices: list[Price], places: list[Place]
) -> None:
    first = an_activity(
        sessions=tuple(a_session(day) for day in list(Day)[:4]),
        prices=(a_price(), a_price(25, unit=PriceUnit.DAY), a_price(0)),
        places=(a_place(), a_place("barn", name="The Barn")),
    )

    turned = replace(first, sessions=tuple(sessions), prices=tuple(prices), places=tuple(places))

    assert mark_of(turned) == mark_of(first)
