from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from finder.domain.activity import Session, Terms, Transport
from finder.domain.vocabulary import Day, Mode
from finder.planning.break_visits import Offer, Visit, visits_of
from finder.planning.cost import Cost, Unknown, unknown_cost
from finder.planning.money import Amounts, Money
from finder.planning.transport import TransportCost, TransportState
from finder.web.presenters.break_facts import (
    BreakFact,
    cost_facts,
    cost_sentences,
    journey_sentences,
    length,
    make_facts,
    taking_fact,
)
from finder.web.presenters.sentences import Sentence
from tests.builders import TODAY, a_session
from tests.planning.break_offers import an_offer

pytestmark = pytest.mark.usefixtures("english_page")

WINDOWS = {Day.TUE: ((540, 1020),)}


def visits(offer: Offer, *, without_carer: bool = False) -> Sequence[Visit]:
    found, _ = visits_of(offer, WINDOWS, today=TODAY, without_carer=without_carer)
    assert found
    return found


def club(held: Sequence[Session] | None = None, **changes: Any) -> Offer:
    sessions = held or (a_session(Day.TUE, "10:00", "15:00"),)
    return an_offer("club", held=sessions, **changes)


def taking(
    offer: Offer, fares: TransportCost | None = None, *, without_carer: bool = False
) -> tuple[list[str], bool]:
    fact = taking_fact(offer.activity, visits(offer, without_carer=without_carer), fares)
    return [each.text for each in fact.sentences], fact.is_told


def weekly(pence: int) -> Cost:
    return Cost(amounts=Amounts(weekly=Money(pence, pence), yearly=Money(pence * 52, pence * 52)))


def test_every_question_of_a_carer_stands_in_its_order() -> None:
    offer = club(late="Phone us.", miles=1)
    activity = replace(
        offer.activity, terms=Terms(notice="Tell us 2 weeks before.", late_pick_up="Phone us.")
    )

    facts = make_facts(activity, visits(offer), cost=weekly(5000), fares=None)

    assert [(fact.title, [s.text for s in fact.sentences], fact.is_told) for fact in facts[1:]] == [
        ("Can you go away?", ["Yes. You can have a break."], True),
        ("What does it cost?", ["£50 a week."], True),
        ("What if you are late?", ["Phone us."], True),
        ("What if you want to stop?", ["Tell us 2 weeks before."], True),
        ("What if it is closed?", [], False),
        ("Is there a space?", ["There is a space.", "They told us on 3 November 2026."], True),
    ]
    assert facts[0].title == "Who takes them?"
    assert facts[3].sentences == (Sentence("Phone us.", is_english=True),)
    assert [fact.title for fact in cost_facts(facts)] == ["What does it cost?"]


def test_what_nobody_told_stays_in_its_place() -> None:
    offer = club(can_leave=None, late="", space=None, bus=None, miles=None)

    facts = make_facts(offer.activity, visits(offer), cost=unknown_cost(Unknown.PRICE), fares=None)

    assert [fact.title for fact in facts if not fact.is_told] == [
        "Who takes them?",
        "Can you go away?",
        "What if you are late?",
        "What if you want to stop?",
        "What if it is closed?",
        "Is there a space?",
    ]
    assert facts[2] == BreakFact(
        picture="money",
        title="What does it cost?",
        sentences=(Sentence("Not told us yet. You can ask them."),),
    )


def test_a_ride_says_where_it_comes_what_it_costs_and_how_long_it_is() -> None:
    offer = club(miles=3, transport=Transport(offered=True, area="Ashford"))
    included = TransportCost(state=TransportState.INCLUDED)
    extra = TransportCost(state=TransportState.EXTRA, cost=weekly(700))
    unknown = TransportCost(state=TransportState.EXTRA, cost=unknown_cost(Unknown.PRICE))

    said = [
        "They can be picked up and brought back.",
        "They pick people up in Ashford.",
        "It is about 20 minutes each way.",
    ]
    assert taking(offer) == (said, True)
    for fares, sentence in (
        (included, "It is in the price."),
        (extra, "The ride costs: £7 a week."),
        (unknown, "They did not tell us what the ride costs."),
    ):
        assert taking(offer, fares) == ([*said[:2], sentence, *said[2:]], True)


RIDE = "You are free while they travel without you."
DRIVE = "If you take them, the journey comes off your time."


@pytest.mark.parametrize(
    ("offers", "said"),
    [
        ([], []),
        ([club(miles=3)], [RIDE]),
        ([club(miles=3), club(miles=12)], [RIDE, "We count 30 minutes each way at most."]),
        ([club(miles=3, bus=False)], [DRIVE]),
        ([club(miles=3, bus=None), club(miles=4), club(miles=3)], [RIDE, DRIVE]),
        ([club(miles=None), club(miles=None, bus=False)], []),
        ([club([a_session(Day.TUE, "10:00", "15:00", mode=Mode.ONLINE)])], []),
    ],
)
def test_what_journeys_do_to_every_break_is_said_once(
    offers: Sequence[Offer], said: list[str]
) -> None:
    assert list(journey_sentences(each for offer in offers for each in visits(offer))) == said


def test_a_person_who_goes_alone_leaves_the_carer_free() -> None:
    alone = visits(club(miles=3, bus=False), without_carer=True)

    assert list(journey_sentences(alone)) == [RIDE]


@pytest.mark.parametrize("bus", [True, False])
def test_where_no_home_is_known_each_activity_says_nothing_of_the_way(bus: bool) -> None:
    offer = club(miles=None, bus=bus)

    fact = taking_fact(offer.activity, visits(offer), None, home_known=False)

    assert len(fact.sentences) == 1


def test_who_drives_reads_how_long_the_way_is() -> None:
    drive = ["It is about 20 minutes each way."]

    assert taking(club(miles=3, bus=False)) == (
        ["You take them, and you fetch them.", *drive],
        True,
    )
    assert taking(club(miles=3, bus=None)) == (["We counted as if you take them.", *drive], False)


def test_a_person_can_go_without_the_carer() -> None:
    assert taking(club(miles=3, bus=False), without_carer=True) == (
        ["They go there without you.", "It is about 20 minutes each way."],
        True,
    )


@pytest.mark.parametrize("bus", [True, False])
def test_a_journey_that_is_not_known_is_said(bus: bool) -> None:
    assert taking(club(miles=None, bus=bus))[0][1:] == [
        "We do not know how long the journey is.",
        "We did not count it.",
    ]


@pytest.mark.parametrize(
    ("mode", "sentence"),
    [
        (Mode.AT_HOME, "Nobody. A helper comes to your home."),
        (Mode.ONLINE, "Nobody. They join online, from home."),
    ],
)
def test_at_home_nobody_takes_them(mode: Mode, sentence: str) -> None:
    offer = club([a_session(Day.TUE, "10:00", "15:00", mode=mode)])

    assert taking(offer) == ([sentence], True)


def test_where_some_sessions_are_online_the_way_to_the_others_is_said() -> None:
    held = [
        a_session(Day.TUE, "10:00", "11:00", mode=Mode.ONLINE),
        a_session(Day.TUE, "12:00", "15:00"),
    ]

    assert taking(club(held, miles=3))[0][0] == "They can be picked up and brought back."


def test_lengths_and_costs_in_words() -> None:
    assert [length(each) for each in (45, 60, 570)] == [
        "45 minutes",
        "1 hour",
        "9 hours 30 minutes",
    ]
    assert cost_sentences(Cost(amounts=Amounts())) == ("Free",)
