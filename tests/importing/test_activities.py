from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from finder.domain.activity import (
    Activity,
    ActivityId,
    AgeRange,
    Availability,
    Helpers,
    NextStep,
    Price,
    Session,
    Taster,
    Terms,
    Transport,
    VisitStep,
)
from finder.domain.issue import Issue
from finder.domain.provider import Award, Contact, ProviderId
from finder.domain.vocabulary import (
    ActivityKind,
    ActivityStatus,
    Arrangement,
    Day,
    LeadsTo,
    Mode,
    Need,
    Pay,
    PriceUnit,
    SpaceState,
    Support,
)
from finder.importing.activities import read_activity
from finder.importing.surroundings import Surroundings
from tests.builders import a_council, a_place, a_provider, an_online_place
from tests.importing.reading import a_warning, an_error, read_entry, summed_up

PROVIDER = a_provider(
    awards=(
        Award(lot="1a", arrangement=Arrangement.BLOCK),
        Award(lot="", arrangement=Arrangement.GRANT),
    ),
    places=(a_place("hall"), a_place("garden"), an_online_place("screen")),
)
LEAST = """\
id = "cooking-together"
name = "Cooking Together (example)"
summary = "You cook lunch."
interests = ["cooking"]
checked_on = 2026-11-03
"""
LEAST_READ = Activity(
    activity_id=ActivityId("cooking-together"),
    provider_id=ProviderId("example-green-door"),
    name="Cooking Together (example)",
    summary="You cook lunch.",
    interests=("cooking",),
    arrangement=Arrangement.GRANT,
    checked_on=date(2026, 11, 3),
)
EVERYTHING = """\
id = "cooking-together"
name = "Cooking Together (example)"
summary = "You cook lunch."
interests = ["cooking", "friends"]
about = ["You pick what to cook.", "There is music."]
kind = "club"
status = "paused"
picture = "door"
lots = ["1a"]
arrangement = "framework"
modes = ["in-person", "at-home"]
timing_note = "You pick the day."
places = ["garden"]
serves = ["north"]
length_weeks = 10
starts_on = 2026-01-05
ended_on = 2026-12-14
pay = ["council", "self"]
access_note = "There is a ramp."
support = ["1:1", "small-group"]
ages = { from = 16, to = 25 }
groups = ["older"]
only_for = "Women"
made_with = "People in Exampleshire"
languages = ["Polish"]
food = ["Halal"]
outcomes = ["community"]
goes_on_to = ["tea-and-quiz"]
bring = ["Bring a hat."]
words_to_say = "Can I come and look?"
checked_on = 2026-11-03

[[sessions]]
day = "tue"
start = "10am"
end = "12pm"
place = "hall"

[[prices]]
amount = 10

[transport]
offered = true
area = "North"
cost = 4.50
unit = "week"
included = false
arranged_by = "The club"
note = "We come to your door."
nearest_stop = "The bus stops outside."

[access]
step-free = true
hoist = false

[helpers]
helpers = 1
people = 4
group_size = 8
carer_can_stay = true
carer_can_leave = false
note = "Jo is there each week."

[try_first]
offered = true
free = true
can_bring_someone = false
note = "Come once."

[space]
state = "waiting-list"
said_on = 2026-11-20
wait_weeks = 3
note = "Phone us."

[[first_visit]]
title = "You come in."
text = "Jo meets you."
picture = "door"

[[leads_to]]
kind = "volunteering"
text = "You can help in the kitchen."

[contact]
phone = "01632 960 210"

[terms]
notice = "Tell us a day before."
late_pick_up = "We wait with you."
least_booking = "Come once, or come each week."
if_closed = "We phone you."
"""


def _read(around: Surroundings, text: str) -> tuple[Activity | None, list[Issue]]:
    entry, issues = read_entry(text)
    return read_activity(entry, PROVIDER, around), issues


def test_an_activity_that_tells_everything_is_read_whole(around: Surroundings) -> None:
    hall, garden = PROVIDER.places[:2]

    assert _read(around, EVERYTHING) == (
        Activity(
            activity_id=ActivityId("cooking-together"),
            provider_id=ProviderId("example-green-door"),
            name="Cooking Together (example)",
            summary="You cook lunch.",
            interests=("cooking", "friends"),
            about=("You pick what to cook.", "There is music."),
            kind=ActivityKind.CLUB,
            status=ActivityStatus.PAUSED,
            picture="door",
            lots=("1a",),
            arrangement=Arrangement.FRAMEWORK,
            modes=(Mode.IN_PERSON, Mode.AT_HOME),
            sessions=(Session(day=Day.TUE, start=time(10), end=time(12), place_id="hall"),),
            timing_note="You pick the day.",
            places=(hall, garden),
            serves=("north",),
            length_weeks=10,
            starts_on=date(2026, 1, 5),
            ended_on=date(2026, 12, 14),
            prices=(Price(low_pence=1000),),
            pay=(Pay.COUNCIL, Pay.SELF),
            transport=Transport(
                offered=True,
                area="North",
                cost_pence=450,
                unit=PriceUnit.WEEK,
                included=False,
                arranged_by="The club",
                note="We come to your door.",
                nearest_stop="The bus stops outside.",
            ),
            needs={Need.STEP_FREE: True, Need.HOIST: False},
            access_note="There is a ramp.",
            support=(Support.ONE_TO_ONE, Support.SMALL_GROUP),
            helpers=Helpers(
                helpers=1,
                people=4,
                group_size=8,
                carer_can_stay=True,
                carer_can_leave=False,
                note="Jo is there each week.",
            ),
            ages=AgeRange(youngest=16, oldest=25),
            groups=("older",),
            only_for="Women",
            made_with="People in Exampleshire",
            languages=("Polish",),
            food=("Halal",),
            outcomes=("community",),
            leads_to=(NextStep(kind=LeadsTo.VOLUNTEERING, text="You can help in the kitchen."),),
            goes_on_to=(ActivityId("tea-and-quiz"),),
            bring=("Bring a hat.",),
            taster=Taster(offered=True, free=True, can_bring_someone=False, note="Come once."),
            availability=Availability(
                state=SpaceState.WAITING_LIST,
                said_on=date(2026, 11, 20),
                wait_weeks=3,
                note="Phone us.",
            ),
            first_visit=(VisitStep(title="You come in.", text="Jo meets you.", picture="door"),),
            contact=Contact(phone="01632 960 210"),
            words_to_say="Can I come and look?",
            terms=Terms(
                notice="Tell us a day before.",
                late_pick_up="We wait with you.",
                least_booking="Come once, or come each week.",
                if_closed="We phone you.",
            ),
            checked_on=date(2026, 11, 3),
        ),
        [],
    )


def test_what_nobody_told_stays_apart_from_no(around: Surroundings) -> None:
    activity, issues = _read(around, LEAST)

    assert (activity, issues) == (LEAST_READ, [])
    assert (LEAST_READ.modes, LEAST_READ.pay, LEAST_READ.groups, LEAST_READ.leads_to) == (
        None,
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("lines", "changes"),
    [
        pytest.param('lots = ["1a"]', {"arrangement": Arrangement.BLOCK}, id="as its lot is"),
        pytest.param("", {"arrangement": Arrangement.GRANT}, id="as the award without a lot is"),
        pytest.param(
            'arrangement = "none"', {"arrangement": Arrangement.NONE}, id="as it says itself"
        ),
    ],
)
def test_an_activity_is_arranged_as_the_award_of_its_lot_is(
    around: Surroundings, lines: str, changes: dict[str, Any]
) -> None:
    activity, issues = _read(around, f"{LEAST}{lines}\n")

    assert activity is not None
    assert ({"arrangement": activity.arrangement}, issues) == (changes, [])


def test_an_activity_of_a_provider_without_an_award_is_outside_the_list(
    around: Surroundings,
) -> None:
    entry, issues = read_entry(LEAST)

    activity = read_activity(entry, a_provider(awards=()), around)

    assert (activity, issues) == (replace(LEAST_READ, arrangement=Arrangement.NONE), [])


@pytest.mark.parametrize(
    ("tables", "modes", "place_ids"),
    [
        pytest.param("", None, (), id="no sessions"),
        pytest.param(
            '[[sessions]]\nplace = "screen"\n[[sessions]]\nplace = "hall"\n'
            '[[sessions]]\nplace = "screen"\n',
            (Mode.ONLINE, Mode.IN_PERSON),
            ("screen", "hall"),
            id="the places of its sessions, each once",
        ),
        pytest.param(
            'places = ["hall", "garden"]\n[[sessions]]\nplace = "garden"\n',
            (Mode.IN_PERSON,),
            ("garden", "hall"),
            id="first those of its sessions",
        ),
    ],
)
def test_modes_and_places_are_worked_out_from_the_sessions(
    around: Surroundings, tables: str, modes: tuple[Mode, ...] | None, place_ids: tuple[str, ...]
) -> None:
    activity, issues = _read(around, LEAST + tables)

    assert activity is not None
    assert (activity.modes, tuple(place.place_id for place in activity.places)) == (
        modes,
        place_ids,
    )
    assert issues == []


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("ages = { from = 18 }", AgeRange(youngest=18)),
        ("ages = { to = 25 }", AgeRange(youngest=18, oldest=25)),
        ("ages = { from = 0, to = 0 }", AgeRange(youngest=0, oldest=0)),
        ("ages = {}", AgeRange()),
    ],
)
def test_ages_are_read(around: Surroundings, text: str, ages: AgeRange) -> None:
    activity, issues = _read(around, LEAST + text)

    assert (activity, issues) == (replace(LEAST_READ, ages=ages), [])


ERRORS: list[Any] = [
    pytest.param(
        LEAST.replace('summary = "You cook lunch."\n', ""),
        an_error(
            code="missing-field",
            message="There is no summary.",
            remedy='Add summary = "…".',
            line=None,
            where="summary",
        ),
        id="a missing field",
    ),
    pytest.param(
        LEAST.replace('interests = ["cooking"]\n', ""),
        an_error(
            code="missing-field",
            message="There are no interests.",
            remedy='Add interests = ["cooking"]. The content guide lists all of them.',
            line=None,
            where="interests",
        ),
        id="no interests",
    ),
    pytest.param(
        LEAST.replace('["cooking"]', "[]"),
        an_error(
            code="missing-field",
            message="There are no interests.",
            remedy='Add interests = ["cooking"]. The content guide lists all of them.',
            line=4,
            where="interests",
        ),
        id="a list of no interests",
    ),
    pytest.param(
        LEAST.replace('["cooking"]', '["cookin"]'),
        an_error(
            code="unknown-word",
            message="interests has “cookin”. Did you mean “cooking”?",
            remedy="Use some of: cooking, friends, music.",
            line=4,
            where="interests",
        ),
        id="an interest that does not exist",
    ),
    pytest.param(
        LEAST.replace('["cooking"]', "7"),
        an_error(
            code="wrong-value",
            message="interests is “7”, not a list of texts.",
            remedy='Write interests = ["…", "…"].',
            line=4,
            where="interests",
        ),
        id="a number for interests",
    ),
    pytest.param(
        f'{LEAST}groups = ["older", "younger"]\n',
        an_error(
            code="unknown-word",
            message="groups has “younger”.",
            remedy="Use some of: learning-disability, older.",
            line=6,
            where="groups",
        ),
        id="a group that the council does not have",
    ),
    pytest.param(
        f'{LEAST}places = ["kitchen"]\n',
        an_error(
            code="unknown-word",
            message="places has “kitchen”.",
            remedy="Use some of: hall, garden, screen.",
            line=6,
            where="places",
        ),
        id="a place that the provider does not have",
    ),
    pytest.param(
        f"{LEAST}ages = {{ from = 25, to = 18 }}\n",
        an_error(
            code="ends-before-start",
            message="ages go from 25 to 18.",
            remedy="Write the younger age in from, and the older one in to.",
            line=6,
            where="ages",
        ),
        id="ages that go down",
    ),
    pytest.param(
        LEAST.replace("2026-11-03", "2026-11-22"),
        an_error(
            code="date-in-future",
            message="checked_on is 2026-11-22, and that day has not come yet.",
            remedy="Write the day on which it happened.",
            line=5,
            where="checked_on",
        ),
        id="checked on a day that has not come",
    ),
    pytest.param(
        f'{LEAST}[space]\nstate = "full"\n',
        an_error(
            code="missing-field",
            message="There is no said_on.",
            remedy="Add the day on which somebody said this, such as said_on = 2026-11-03.",
            line=6,
            where="space, said_on",
        ),
        id="full, and nobody knows when that was",
    ),
    pytest.param(
        f"{LEAST}[space]\nsaid_on = 2026-11-03\n",
        an_error(
            code="missing-field",
            message="There is no state.",
            remedy='Add state = "…".',
            line=6,
            where="space, state",
        ),
        id="nobody knows what was said",
    ),
    pytest.param(
        LEAST + '[[first_visit]]\ntitle = "You come in."\n' * 6,
        an_error(
            code="too-many",
            message="The first visit has 6 steps.",
            remedy="Tell it in 5 or fewer.",
            line=None,
            where="first_visit",
        ),
        id="a first visit of six steps",
    ),
    pytest.param(
        f'{LEAST}[[first_visit]]\ntext = "Jo meets you."\n',
        an_error(
            code="missing-field",
            message="There is no title.",
            remedy='Add title = "…".',
            line=6,
            where="first_visit 1, title",
        ),
        id="a step without a title",
    ),
    pytest.param(
        f'{LEAST}[[leads_to]]\ntext = "You can help."\n',
        an_error(
            code="missing-field",
            message="There is no kind.",
            remedy='Add kind = "…".',
            line=6,
            where="leads_to 1, kind",
        ),
        id="it leads to nobody knows what",
    ),
]


@pytest.mark.parametrize(("text", "issue"), ERRORS)
def test_an_error_keeps_the_activity_out(around: Surroundings, text: str, issue: Issue) -> None:
    entry, issues = read_entry(text)

    assert read_activity(entry, PROVIDER, around) is None
    assert issues == [issue]


def test_a_council_without_outcomes_says_so(around: Surroundings) -> None:
    activity, issues = _read(
        replace(around, council=a_council(outcomes=())), f'{LEAST}outcomes = ["food"]\n'
    )

    assert activity is None
    assert issues == [
        an_error(
            code="unknown-word",
            message="outcomes has “food”.",
            remedy="Take outcomes out: there are none.",
            line=6,
            where="outcomes",
        )
    ]


@pytest.mark.parametrize(
    ("text", "changes", "issue"),
    [
        pytest.param(
            f'{LEAST}picture = "dor"\n',
            {},
            a_warning(
                code="unknown-picture",
                message="There is no picture “dor”. Did you mean “door”?",
                remedy="Use a name from content/pictures.toml, or leave it out.",
                line=6,
                where="picture",
            ),
            id="a picture that does not exist",
        ),
        pytest.param(
            f'{LEAST}bringg = ["Bring a hat."]\n',
            {},
            a_warning(
                code="unknown-field",
                message="There is no field “bringg” here. Did you mean “bring”?",
                remedy="Correct its name, or take it out. The content guide lists every field.",
                line=6,
                where="bringg",
            ),
            id="a field that is misspelt",
        ),
        pytest.param(
            f"{LEAST}[access]\nhoists = true\n",
            {},
            a_warning(
                code="unknown-field",
                message="There is no field “hoists” here. Did you mean “hoist”?",
                remedy="Correct its name, or take it out. The content guide lists every field.",
                line=7,
                where="access, hoists",
            ),
            id="a need that is misspelt",
        ),
        pytest.param(
            LEAST.replace("You cook lunch.", "You cook <b>lunch</b>."),
            {"summary": "You cook <b>lunch</b>."},
            a_warning(
                code="html-in-text",
                message="summary has HTML in it. It will be shown as it is written.",
                remedy="Write plain words without < and >.",
                line=3,
                where="summary",
            ),
            id="html in a sentence",
        ),
    ],
)
def test_a_warning_keeps_nothing_out(
    around: Surroundings, text: str, changes: dict[str, Any], issue: Issue
) -> None:
    assert _read(around, text) == (replace(LEAST_READ, **changes), [issue])


def test_every_fault_of_an_activity_is_noted(around: Surroundings) -> None:
    activity, issues = _read(
        around,
        """\
id = "Cooking Together"
name = ""
summary = 7
interests = ["cooking"]
kind = "clubb"
status = "gone"
modes = "online"
length_weeks = 0
pay = ["money"]
checked_on = "today"

[transport]
cost = "free"

[helpers]
helpers = 0

[try_first]
free = "yes"

[[photos]]
file = "a.jpg"

[contact]
phone = "ask"

[terms]
notise = "A day."
""",
    )

    assert activity is None
    assert sorted(summed_up(issues), key=lambda issue: issue[1] or 0) == [
        ("bad-id", 1, "id"),
        ("missing-field", 2, "name"),
        ("wrong-value", 3, "summary"),
        ("unknown-word", 5, "kind"),
        ("unknown-word", 6, "status"),
        ("wrong-value", 7, "modes"),
        ("wrong-value", 8, "length_weeks"),
        ("unknown-word", 9, "pay"),
        ("wrong-value", 10, "checked_on"),
        ("wrong-value", 13, "transport, cost"),
        ("wrong-value", 16, "helpers, helpers"),
        ("wrong-value", 19, "try_first, free"),
        ("missing-field", 21, "photos 1, alt"),
        ("missing-file", 22, "photos 1, file"),
        ("bad-phone", 25, "contact, phone"),
        ("unknown-field", 28, "terms, notise"),
    ]


def test_an_error_of_another_activity_of_the_file_is_not_its_own(around: Surroundings) -> None:
    entry, issues = read_entry(LEAST)
    entry.problem("bad", "Something before it is bad.", "Mend it.")

    assert read_activity(entry, PROVIDER, around) == LEAST_READ
    assert len(issues) == 1
