from datetime import date
from typing import Any

import pytest

from finder.domain.activity import (
    Activity,
    ActivityId,
    Availability,
    Helpers,
    Taster,
    Transport,
)
from finder.domain.provider import Contact, ProviderId
from finder.domain.vocabulary import (
    BUILDING_NEEDS,
    Mode,
    Need,
    Pay,
    PriceUnit,
    SpaceState,
    Support,
)
from finder.web.presenters.activity_page import Section, contact_of, make_sections
from finder.web.presenters.card import Fact
from tests.builders import (
    TODAY,
    a_contact,
    a_council,
    a_place,
    a_price,
    a_provider,
    a_session,
    an_activity,
)

pytestmark = pytest.mark.usefixtures("english_page")

UNTOLD = Activity(
    activity_id=ActivityId("walk"),
    provider_id=ProviderId("example-green-door"),
    name="A Walk (example)",
    summary="You walk.",
    interests=("walking",),
)


def sections_of(activity: Activity, **council: Any) -> dict[str, Section]:
    sections = make_sections(activity, a_council(**council), today=TODAY, picture="walking")
    return {section.slug: section for section in sections}


def said(slug: str, **overrides: Any) -> list[str]:
    """Return the sentences of one section of an activity of which nothing else is told."""
    fields = {name: getattr(UNTOLD, name) for name in UNTOLD.__dataclass_fields__}
    section = sections_of(Activity(**{**fields, **overrides}))[slug]
    return [sentence.text for sentence in section.sentences]


def test_the_sections_stand_in_the_order_of_the_product() -> None:
    sections = make_sections(an_activity(), a_council(), today=TODAY, picture="cooking")

    assert [(section.heading, section.picture) for section in sections] == [
        ("What is it?", "cooking"),
        ("When is it?", "calendar"),
        ("Where is it?", "pin"),
        ("What does it cost?", "money"),
        ("Who helps me?", "helper"),
        ("How do I get there?", "bus"),
        ("Can I get in?", "wheelchair"),
        ("What do I bring?", "bag"),
        ("Can I try it first?", "taster"),
        ("Is there a space?", "space"),
    ]


def test_what_nobody_told_has_no_sentence_so_the_page_says_so() -> None:
    sections = sections_of(UNTOLD)

    assert {slug for slug, section in sections.items() if not section.sentences} == {
        *("when", "where", "cost", "helpers", "travel", "access", "bring", "try", "space")
    }
    assert [need.is_told for need in sections["access"].needs] == [False] * len(BUILDING_NEEDS)
    assert sections["helpers"].needs == ()


def test_what_it_is_in_the_provider_s_own_words() -> None:
    section = sections_of(an_activity(about=("There is music.",)))["what"]

    assert [(each.text, each.is_english) for each in section.sentences] == [
        ("You cook lunch, and you eat it together.", True),
        ("There is music.", True),
    ]


def test_when_and_where_have_their_sentences() -> None:
    sections = sections_of(an_activity(sessions=(a_session(),), places=(a_place(),)))

    assert [each.text for each in sections["when"].sentences] == ["Tuesday, 10am to 12 noon."]
    assert len(sections["where"].sentences) == 1


@pytest.mark.parametrize(
    ("overrides", "sentences"),
    [
        pytest.param({"pay": (Pay.FREE,)}, ["It is free."], id="free"),
        pytest.param({"prices": (a_price(0),)}, ["Free."], id="a price of nothing"),
        pytest.param({"prices": (a_price(None),)}, ["Ask them for the price."], id="ask"),
        pytest.param(
            {"prices": (a_price(45, unit=PriceUnit.DAY, includes="Lunch is in it.", note="Pay."),)},
            ["£45 a day.", "Lunch is in it.", "Pay."],
            id="what is in it",
        ),
        pytest.param(
            {
                "prices": (
                    a_price(60, payers=(Pay.COUNCIL,)),
                    a_price(45.5, payers=(Pay.SELF,), support=Support.SMALL_GROUP),
                ),
                "pay": (Pay.COUNCIL, Pay.SELF),
            },
            [
                "With money from the council: £60 each time.",
                "With your own money: £45.50 each time (A small group).",
                "The council can pay them for you.",
                "You can pay with your own money.",
            ],
            id="for whom",
        ),
        pytest.param(
            {"prices": (a_price(12, valid_from=date(2027, 4, 1)),)},
            ["£12 each time.", "This price is from 1 April 2027."],
            id="to come",
        ),
        pytest.param(
            {"prices": (a_price(12, valid_to=date(2026, 1, 1)),), "pay": (Pay.NHS,)},
            ["The NHS can pay."],
            id="over",
        ),
        pytest.param(
            {"prices": (a_price(12), a_price(12))}, ["£12 each time."], id="the same twice"
        ),
        pytest.param(
            {"pay": (Pay.INDIVIDUAL_SERVICE_FUND, Pay.DIRECT_PAYMENT)},
            [
                "A provider can look after your money with you.",
                "The council can give you money to pay.",
            ],
            id="ways to pay only",
        ),
    ],
)
def test_what_it_costs(overrides: dict[str, Any], sentences: list[str]) -> None:
    assert said("cost", **overrides) == sentences


def test_a_council_that_hides_prices_says_to_ask() -> None:
    priced = sections_of(an_activity(pay=(Pay.SELF,)), show_prices=False)["cost"]
    free = sections_of(an_activity(prices=(), pay=(Pay.FREE,)), show_prices=False)["cost"]
    untold = sections_of(UNTOLD, show_prices=False)["cost"]

    assert [each.text for each in priced.sentences] == [
        "Ask them for the price.",
        "You can pay with your own money.",
    ]
    assert [each.text for each in free.sentences] == ["It is free."]
    assert untold.sentences == ()


@pytest.mark.parametrize(
    ("overrides", "sentences"),
    [
        pytest.param(
            {"support": (Support.ONE_TO_ONE, Support.SMALL_GROUP)},
            ["1 helper just for you.", "A small group."],
            id="kinds",
        ),
        pytest.param(
            {"helpers": Helpers(helpers=1, people=4, group_size=8, note="We know Makaton.")},
            [
                "There is 1 helper for 4 people.",
                "There are 8 people in the group.",
                "We know Makaton.",
            ],
            id="how many",
        ),
        pytest.param(
            {"helpers": Helpers(helpers=3, group_size=1)},
            ["There are 3 helpers.", "There is 1 person in the group."],
            id="three for one",
        ),
        pytest.param(
            {"helpers": Helpers(carer_can_stay=True, carer_can_leave=True)},
            ["Your carer can stay with you.", "Your carer can go and have a break."],
            id="the carer can do both",
        ),
        pytest.param(
            {"helpers": Helpers(carer_can_stay=False, carer_can_leave=False)},
            ["Your carer does not stay with you.", "Your carer needs to stay with you."],
            id="the carer can do neither",
        ),
        pytest.param(
            {
                "only_for": "Women",
                "made_with": "Chinese elders",
                "languages": ("Polish", "Urdu"),
                "food": ("Halal", "Vegetarian"),
            },
            [
                "It is only for: Women.",
                "They made it with: Chinese elders.",
                "Helpers also speak: Polish, Urdu.",
                "Food: Halal, Vegetarian.",
            ],
            id="for whom",
        ),
    ],
)
def test_who_helps(overrides: dict[str, Any], sentences: list[str]) -> None:
    assert said("helpers", **overrides) == sentences


def test_a_provider_s_words_in_a_sentence_of_ours_are_told_apart() -> None:
    sections = sections_of(
        an_activity(
            only_for="Women",
            made_with="Chinese elders",
            languages=("Polish", "Urdu"),
            food=("Halal",),
            transport=Transport(offered=True, area="Ashford", arranged_by="The club"),
        )
    )

    found = {
        each.text: each.theirs
        for slug in ("helpers", "travel")
        for each in sections[slug].sentences
        if each.theirs
    }
    assert found == {
        "It is only for: Women.": "Women",
        "They made it with: Chinese elders.": "Chinese elders",
        "Helpers also speak: Polish, Urdu.": "Polish, Urdu",
        "Food: Halal.": "Halal",
        "They pick people up in Ashford.": "Ashford",
        "Who plans it: The club.": "The club",
    }


def test_the_help_that_was_told_about_is_listed_as_yes_or_no() -> None:
    needs = {Need.BSL: True, Need.MEDICATION: False, Need.HOIST: True, Need.QUIET: False}
    sections = sections_of(an_activity(needs=needs, access_note="The door is wide."))

    assert sections["helpers"].needs == (
        Fact(picture="helper", title="Sign language (BSL)", detail="Yes"),
        Fact(picture="helper", title="Help with medicines", detail="No"),
    )
    assert {need.title: (need.detail, need.is_told) for need in sections["access"].needs} == {
        "No steps": ("", False),
        "Toilet for wheelchair users": ("", False),
        "Big toilet with a hoist and a bench": ("", False),
        "Hoist": ("Yes", True),
        "A quiet room": ("No", True),
        "Hearing loop": ("", False),
        "Parking for blue badges": ("", False),
    }
    assert [each.text for each in sections["access"].sentences] == ["The door is wide."]


@pytest.mark.parametrize(
    ("transport", "sentences"),
    [
        pytest.param(
            Transport(offered=True, area="Ashford", included=True, arranged_by="The club"),
            [
                "They can pick you up.",
                "They pick people up in Ashford.",
                "Who plans it: The club.",
                "It is in the price.",
            ],
            id="in the price",
        ),
        pytest.param(
            Transport(offered=True, cost_pence=450),
            ["They can pick you up.", "Travel costs £4.50 a day."],
            id="on top",
        ),
        pytest.param(
            Transport(offered=True, cost_pence=0),
            ["They can pick you up.", "Travel is free."],
            id="free",
        ),
        pytest.param(
            Transport(offered=True, included=False),
            ["They can pick you up.", "It is not in the price."],
            id="not in the price",
        ),
        pytest.param(
            Transport(offered=True), ["They can pick you up."], id="the price is not told"
        ),
        pytest.param(
            Transport(offered=False, nearest_stop="Bus 10 stops here.", note="Ask us."),
            ["Bus 10 stops here.", "They cannot pick you up.", "Ask us."],
            id="not offered",
        ),
    ],
)
def test_how_to_get_there(transport: Transport, sentences: list[str]) -> None:
    assert said("travel", transport=transport) == sentences


def test_there_is_no_journey_to_what_is_online() -> None:
    assert said("travel", modes=(Mode.ONLINE,)) == ["You do not need to travel."]
    assert said("travel", modes=(Mode.ONLINE, Mode.IN_PERSON)) == []


@pytest.mark.parametrize(
    ("taster", "sentences"),
    [
        (
            Taster(offered=True, free=True, can_bring_someone=True, note="Ring first."),
            [
                "Yes. You can try it first.",
                "The first visit is free.",
                "You can bring someone with you.",
                "Ring first.",
            ],
        ),
        (
            Taster(offered=False, free=False, can_bring_someone=False),
            [
                "No. But you can ask them about it.",
                "You pay for the first visit.",
                "You cannot bring someone with you.",
            ],
        ),
    ],
)
def test_whether_you_can_try_it_first(taster: Taster, sentences: list[str]) -> None:
    assert said("try", taster=taster) == sentences


@pytest.mark.parametrize(
    ("state", "weeks", "sentences"),
    [
        (SpaceState.SPACES, None, ["There is a space."]),
        (SpaceState.FULL, 1, ["It is full now.", "You wait about 1 week."]),
        (SpaceState.WAITING_LIST, 6, ["You have to wait.", "You wait about 6 weeks."]),
    ],
)
def test_whether_there_is_a_space_and_who_said_so_when(
    state: SpaceState, weeks: int | None, sentences: list[str]
) -> None:
    told = Availability(state=state, said_on=date(2026, 11, 3), wait_weeks=weeks)

    assert said("space", availability=told) == [
        *sentences,
        "They told us on 3 November 2026.",
    ]


def test_what_to_bring() -> None:
    assert said("bring", bring=("A towel.", "Your lunch.")) == ["A towel.", "Your lunch."]


def test_an_activity_s_own_contact_comes_before_its_provider_s() -> None:
    own = Contact(phone="01632 960 999")
    provider = a_provider()

    assert contact_of(an_activity(contact=own), provider) == own
    assert contact_of(an_activity(contact=Contact(who="Sam", hours="9 to 5")), provider) == (
        a_contact()
    )
