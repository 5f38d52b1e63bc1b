"""What the content that the repository ships promises to whoever tries it out."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from finder.catalogue.contents import Contents
from finder.domain.activity import Activity
from finder.domain.vocabulary import (
    ActivityStatus,
    Day,
    DayPart,
    Mode,
    Need,
    Pay,
    SpaceState,
    Support,
)
from finder.geo.gazetteer import Gazetteer
from finder.importing.content import ContentTree, read_content
from tests.content_folder import SHIPPED_CONTENT

# The day on which somebody last went through the example content.
LOOKED_AT = date(2026, 11, 21)
COUNCILS = ("kent", "milton-keynes", "stockport", "wiltshire")
PICTURES = SHIPPED_CONTENT.parent / "static" / "pictures"

# What the easy-read linter says is advice. Any other issue is a fault of the content.
ADVICE = {
    "abbreviation",
    "double-negative",
    "exclamation-mark",
    "hard-word",
    "idiom",
    "large-number",
    "long-sentence",
    "long-word",
    "many-commas",
    "number-in-words",
    "percent",
    "ratio",
    "short-day",
    "shouting",
    "two-ideas",
    "unkind-word",
}
# The ranges that Ofcom keeps for drama: no person can ever have one of these numbers.
DRAMA_NUMBERS = re.compile(r"01632 960 \d{3}|07700 900 \d{3}")
EMERGENCY_NUMBERS = {"999", "111"}


@pytest.fixture(scope="module")
def tree(gazetteer: Gazetteer) -> ContentTree:
    """Return the shipped content, read once for all the tests of this file."""
    return read_content(SHIPPED_CONTENT, gazetteer, today=LOOKED_AT)


@pytest.fixture(params=COUNCILS)
def contents(request: pytest.FixtureRequest, tree: ContentTree) -> Contents:
    """Return the contents of each council in turn."""
    found = {council.slug: council.contents for council in tree.councils}[request.param]
    assert found is not None
    return found


@pytest.fixture
def active(contents: Contents) -> list[Activity]:
    """Return what a search can find."""
    return [each for each in contents.activities if each.status is ActivityStatus.ACTIVE]


def _words() -> Iterator[str]:
    """Return every line that a person wrote, without the comments and the dates."""
    for path in sorted(SHIPPED_CONTENT.rglob("*")):
        if path.suffix in (".toml", ".md") and path.parent.name != "places":
            for line in path.read_text(encoding="utf-8").splitlines():
                if not line.startswith("#"):
                    yield re.sub(r"\d{4}-\d{2}-\d{2}", "", line)


def test_all_of_it_reads_with_no_issue_besides_advice(tree: ContentTree) -> None:
    assert [str(each) for each in tree.issues if each.is_error or each.code not in ADVICE] == []
    assert [(council.slug, council.refused) for council in tree.councils] == [
        (slug, 0) for slug in COUNCILS
    ]


def test_each_council_has_40_activities_of_12_providers_or_more(contents: Contents) -> None:
    assert (len(contents.activities) >= 40, len(contents.providers) >= 12) == (True, True)
    assert {each.provider_id for each in contents.activities} == {
        each.provider_id for each in contents.providers
    }


def test_there_are_160_activities_or_more(tree: ContentTree) -> None:
    assert sum(len(each.contents.activities) for each in tree.councils if each.contents) >= 160


def test_each_council_has_something_for_each_of_the_27_interests(
    contents: Contents, active: list[Activity]
) -> None:
    slugs = {interest.slug for interest in contents.interests}

    assert len(slugs) == 27
    assert {slug for each in active for slug in each.interests} == slugs


def test_each_council_has_something_in_each_lot_area_group_and_outcome(
    contents: Contents, active: list[Activity]
) -> None:
    council = contents.council

    assert {code for each in active for code in each.lots} == {lot.code for lot in council.lots}
    assert {slug for each in active for slug in each.groups or ()} == {
        group.slug for group in council.groups
    }
    assert {slug for each in active for slug in each.outcomes} == {
        outcome.slug for outcome in council.outcomes
    }
    assert {area.slug for area in council.areas} <= {
        *(place.area for each in active for place in each.places),
        *(slug for each in active for slug in each.serves),
    }


def test_each_council_has_something_for_each_word_that_can_be_asked_for(
    active: list[Activity],
) -> None:
    sessions = [session for each in active for session in each.sessions]

    assert {part for session in sessions for part in session.parts} == set(DayPart)
    assert {day for each in active for day in each.days} == set(Day)
    assert {way for each in active for way in each.pay or ()} == set(Pay)
    assert {need for each in active for need, told in each.needs.items() if told} == set(Need)
    assert {each for activity in active for each in activity.support or ()} == set(Support)
    assert {mode for each in active for mode in each.modes or ()} == set(Mode)
    assert {True, False} <= {each.leads_to is not None for each in active}


def test_each_council_has_entries_of_every_sort(contents: Contents, active: list[Activity]) -> None:
    evening_or_weekend = [
        session
        for each in active
        for session in each.sessions
        if DayPart.EVENING in session.parts and session.day in (Day.SAT, Day.SUN)
    ]
    months = contents.council.stale_months
    sorts = {
        "stale": any(each.is_stale(LOOKED_AT, months) for each in active),
        "full": SpaceState.FULL in _states(active),
        "waiting list": SpaceState.WAITING_LIST in _states(active),
        "ended": any(each.status is ActivityStatus.ENDED for each in contents.activities),
        "paused": any(each.status is ActivityStatus.PAUSED for each in contents.activities),
        "online": any(Mode.ONLINE in (each.modes or ()) for each in active),
        "an evening at the weekend": bool(evening_or_weekend),
        "over the border": any(place.outside for each in active for place in each.places),
        "helpers who come to you": any(each.serves for each in active),
        "little told": any(_told(each) <= 3 for each in active),
        "nearly everything told": any(_told(each) >= 11 for each in active),
        "no lot": any(not each.lots for each in active),
        "a way on": any(each.goes_on_to for each in active),
    }

    assert [sort for sort, is_there in sorts.items() if not is_there] == []


def _states(activities: list[Activity]) -> set[SpaceState]:
    return {each.availability.state for each in activities if each.availability}


def _told(activity: Activity) -> int:
    """Return how many of the eleven big questions an entry answers."""
    return sum(
        (
            bool(activity.about),
            bool(activity.sessions),
            bool(activity.prices),
            bool(activity.needs),
            bool(activity.first_visit),
            activity.pay is not None,
            activity.groups is not None,
            activity.ages is not None,
            activity.support is not None,
            activity.availability is not None,
            activity.transport.offered is not None,
        )
    )


def test_every_name_says_that_it_is_an_example(contents: Contents) -> None:
    activities = [each.name for each in contents.activities]
    providers = [each.name for each in contents.providers]

    assert [name for name in activities if not name.endswith("(example)")] == []
    assert [name for name in providers if not name.startswith("Example")] == []
    assert contents.council.example is True


def test_every_phone_number_is_one_that_nobody_has() -> None:
    numbers = [
        number for line in _words() for number in re.findall(r"(?<!\w)\+?\(?\d[\d ()-]{6,}\d", line)
    ]

    assert len(numbers) > 100
    assert [number for number in numbers if not DRAMA_NUMBERS.fullmatch(number)] == []


def test_a_short_number_to_phone_is_for_an_emergency() -> None:
    told = [
        number for line in _words() for number in re.findall(r"(?:phone|call|text) (\d+)\b", line)
    ]

    assert set(told) <= EMERGENCY_NUMBERS


def test_every_email_and_web_address_leads_nowhere() -> None:
    hosts = {
        host for line in _words() for host in re.findall(r"(?:@|https?://|\bwww\.)([\w.-]+)", line)
    }

    assert {host for host in hosts if not re.fullmatch(r"(?:[\w-]+\.)?example\.org", host)} == set()


def test_every_postcode_is_on_the_map(contents: Contents) -> None:
    places = [place for provider in contents.providers for place in provider.places]

    assert [place.postcode for place in places if place.postcode and place.point is None] == []
    assert sum(place.point is not None for place in places) >= 12


def test_every_picture_is_there(contents: Contents) -> None:
    concepts = {picture.concept for picture in contents.pictures}
    used = {
        *(interest.picture for interest in contents.interests),
        *(reason.picture for reason in contents.reasons),
        *(place.picture for place in contents.council.start_places),
    }

    assert used - concepts - {""} == set()
    assert [each.file for each in contents.pictures if not (PICTURES / each.file).is_file()] == []
