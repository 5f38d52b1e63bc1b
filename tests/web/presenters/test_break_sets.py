from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from finder.catalogue.reader import Catalogue
from finder.domain.query import SearchQuery
from finder.domain.vocabulary import Day, Mode, SpaceState
from finder.planning.break_visits import Offer
from finder.planning.break_windows import Window
from finder.planning.breaks import BreakPlan, plan_breaks
from finder.web.presenters.break_lines import VisitLine
from finder.web.presenters.break_sets import SetCard, SetCards
from tests.builders import TODAY, a_session
from tests.planning.break_offers import a_window, an_offer
from tests.web.presenters.conftest import CatalogueOf

pytestmark = pytest.mark.usefixtures("english_page")

TUESDAY = a_window(Day.TUE, "10:00", "15:00")


def cards_of(
    catalogue_of: CatalogueOf, windows: Sequence[Window], *offers: Offer, alone: bool = False
) -> tuple[SetCard, ...]:
    catalogue: Catalogue = catalogue_of(*(offer.activity for offer in offers))
    plan: BreakPlan = plan_breaks(offers, windows, today=TODAY, without_carer=alone)
    cards = SetCards(
        catalogue, plan, SearchQuery(), hits={}, shortlist=None, today=TODAY, about=False
    )
    return cards.cards(plan.sets)


def visits_of(cards: Sequence[SetCard]) -> list[tuple[VisitLine, ...]]:
    return [window.visits for card in cards for window in card.windows]


@pytest.mark.parametrize(
    ("offer", "notes"),
    [
        pytest.param(
            an_offer("club", "tue 09:30-15:30", bus=False, miles=3),
            (
                "To take them, you leave at about 9.10am.",
                "When you fetch them, you are home at about 3.50pm.",
            ),
            id="the carer drives",
        ),
        pytest.param(
            an_offer("club", "tue 10:00-15:00", bus=True, miles=3),
            ("They leave home at about 9.40am.", "They come home at about 3.20pm."),
            id="there is a ride",
        ),
        pytest.param(
            an_offer("club", "tue 09:30-15:30", bus=False, miles=None),
            ("It starts at 9.30am.", "It ends at 3.30pm."),
            id="the way is not known",
        ),
        pytest.param(
            an_offer("club", held=[a_session(Day.TUE, "09:00", "16:00", mode=Mode.AT_HOME)]),
            ("It starts at 9am.", "It ends at 4pm."),
            id="a helper comes",
        ),
        pytest.param(an_offer("club", "tue 11:00-14:00", miles=3), (), id="well within the time"),
    ],
)
def test_what_happens_before_and_after_the_time_is_said(
    catalogue_of: CatalogueOf, offer: Offer, notes: tuple[str, ...]
) -> None:
    ((visits,),) = ([each] for each in visits_of(cards_of(catalogue_of, [TUESDAY], offer)))

    assert [visit.notes for visit in visits] == [notes]


def test_no_time_is_before_the_day_or_after_it(catalogue_of: CatalogueOf) -> None:
    offer = an_offer("night", "tue 00:10-23:50", bus=False, miles=3)

    ((visit,),) = visits_of(cards_of(catalogue_of, [TUESDAY], offer))

    assert visit.notes == (
        "To take them, you leave at about 12am.",
        "When you fetch them, you are home at about midnight.",
    )


def test_of_a_session_in_two_times_each_thing_is_said_once(catalogue_of: CatalogueOf) -> None:
    windows = [a_window(Day.TUE, "10:00", "12:00"), a_window(Day.TUE, "13:00", "15:00")]
    offer = an_offer("club", "tue 10:00-15:00", miles=3)

    first, second = visits_of(cards_of(catalogue_of, windows, offer))

    assert [visit.notes for visit in (*first, *second)] == [
        ("They leave home at about 9.40am.",),
        ("They come home at about 3.20pm.",),
    ]


def test_a_way_that_needs_a_wait_or_a_check_says_so(catalogue_of: CatalogueOf) -> None:
    offer = an_offer("club", "tue 10:00-15:00", space=SpaceState.WAITING_LIST)
    old = replace(offer, activity=replace(offer.activity, checked_on=date(2024, 1, 1)))

    (card,) = cards_of(catalogue_of, [TUESDAY], old)

    assert card.waits == "You have to wait for a space: club."
    assert card.activities[0].notes == ("Nobody has checked this for a long time. Ask them first.",)


def test_what_stands_in_a_way_before_is_not_said_again(catalogue_of: CatalogueOf) -> None:
    windows = [TUESDAY, a_window(Day.THU, "10:00", "15:00")]
    both = an_offer("both", "tue 10:00-15:00", "thu 10:00-15:00")
    shorter = an_offer("shorter", "tue 11:00-15:00")

    first, second = cards_of(catalogue_of, windows, both, shorter)

    assert (first.names, second.names) == ("both", "shorter, both")
    told = [(each.name, len(each.facts), each.untold, each.told_in) for each in second.activities]
    asked = ("What if you want to stop?", "What if it is closed?")
    assert told == [("shorter", 5, asked, 0), ("both", 1, (), 1)]
    assert (first.going, second.going) == ((), ("exampleshire:both:thu",))


def test_of_what_is_just_as_it_was_nothing_is_said_again(catalogue_of: CatalogueOf) -> None:
    windows = [TUESDAY, a_window(Day.THU, "10:00", "15:00")]
    held = [a_session(Day.TUE, "10:00", "14:00", term_time=True)]
    offers = (
        an_offer("same", held=held),
        *(an_offer(name, f"thu {times}") for name, times in (("a", "10:00-15:00"),)),
        an_offer("b", "thu 11:00-15:00"),
    )

    first, second = cards_of(catalogue_of, windows, *offers)

    again = {
        card.number: next(e for e in card.activities if e.name == "same")
        for card in (first, second)
    }
    assert again[1].weeks == ("It stops in the school holidays.",)
    assert again[2] == replace(again[1], weeks=(), facts=(), untold=(), told_in=1)


def test_what_is_before_and_after_is_more_unless_the_carer_goes_there(
    catalogue_of: CatalogueOf,
) -> None:
    def more(offer: Offer) -> list[bool]:
        (card,) = cards_of(catalogue_of, [TUESDAY], offer)
        return [window.has_more for window in card.windows]

    assert more(an_offer("club", "tue 10:00-15:00", bus=True, miles=3)) == [True]
    assert more(an_offer("club", "tue 11:00-14:30", bus=True, miles=3)) == [True]
    assert more(an_offer("club", "tue 09:00-16:00", bus=False, miles=1)) == [False]


def test_the_weeks_of_the_year_are_said_once(catalogue_of: CatalogueOf) -> None:
    held = [a_session(day, "10:00", "15:00", term_time=True) for day in (Day.TUE, Day.THU)]

    (card,) = cards_of(
        catalogue_of, [TUESDAY, a_window(Day.THU, "10:00", "15:00")], an_offer("a", held=held)
    )

    assert card.activities[0].weeks == ("It stops in the school holidays.",)


def test_a_journey_alone_is_said_as_that(catalogue_of: CatalogueOf) -> None:
    offer = an_offer("club", "tue 10:00-15:00", bus=False, miles=3)

    ((visit,),) = visits_of(cards_of(catalogue_of, [TUESDAY], offer, alone=True))

    assert visit.notes == ("They leave home at about 9.40am.", "They come home at about 3.20pm.")
