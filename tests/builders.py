"""Domain values for tests. Each builder gives a small, valid value, with any field changed.

The council is an invented one, Exampleshire. Its places stand at true postcodes of Kent, so that
distances between them are true as well.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time
from typing import Any

from finder.catalogue.contents import Contents, Page, Picture
from finder.domain.activity import Activity, ActivityId, Price, Session
from finder.domain.council import Council, CouncilSlug, Framework, Labelled, Lot
from finder.domain.place import Place, PlaceKind, Point
from finder.domain.provider import Award, Contact, Provider, ProviderId
from finder.domain.vocabulary import (
    Arrangement,
    Day,
    FrameworkKind,
    Mode,
    Pay,
    PriceUnit,
)
from finder.domain.words import HardWord, Interest, Reason, SynonymSet

TODAY = date(2026, 11, 21)
MAIDSTONE = Point(51.278598, 0.522312)
ASHFORD = Point(51.149167, 0.874978)

_INTERESTS = ("animals", "cooking", "friends", "gardening", "music", "swimming", "walking")


def a_contact(**overrides: Any) -> Contact:
    """Return a way to ask, by phone and by email."""
    contact = Contact(
        who="The club team", phone="01632 960 200", email="green-door@example.org", hours="9 to 5"
    )
    return replace(contact, **overrides)


def a_place(place_id: str = "hall", **overrides: Any) -> Place:
    """Return a building in Maidstone."""
    place = Place(
        place_id=place_id,
        name="The Green Hall",
        address="2 Example Street",
        town="Maidstone",
        postcode="ME14 1XQ",
        area="north",
        point=MAIDSTONE,
    )
    return replace(place, **overrides)


def an_online_place(place_id: str = "online", **overrides: Any) -> Place:
    """Return a place on the internet, which has no postcode and no point."""
    place = Place(place_id=place_id, name="Online", kind=PlaceKind.ONLINE)
    return replace(place, **overrides)


def a_session(
    day: Day | None = Day.TUE, start: str = "10:00", end: str = "12:00", **overrides: Any
) -> Session:
    """Return a weekly session in the hall; an empty time is one that nobody told."""
    session = Session(day=day, start=_time(start), end=_time(end), place_id="hall")
    return replace(session, **overrides)


def a_price(pounds: float | None = 10, **overrides: Any) -> Price:
    """Return a price for a session; None is one that people have to ask for."""
    pence = None if pounds is None else round(pounds * 100)
    return replace(Price(low_pence=pence, unit=PriceUnit.SESSION), **overrides)


def an_activity(activity_id: str = "cooking-together", **overrides: Any) -> Activity:
    """Return a weekly activity in a hall, checked this month."""
    activity = Activity(
        activity_id=ActivityId(activity_id),
        provider_id=ProviderId("example-green-door"),
        name="Cooking Together (example)",
        summary="You cook lunch, and you eat it together.",
        interests=("cooking",),
        lots=("1a",),
        arrangement=Arrangement.FRAMEWORK,
        modes=(Mode.IN_PERSON,),
        sessions=(a_session(),),
        places=(a_place(),),
        prices=(a_price(),),
        pay=(Pay.COUNCIL, Pay.SELF),
        checked_on=date(2026, 11, 3),
    )
    return replace(activity, **overrides)


def a_provider(provider_id: str = "example-green-door", **overrides: Any) -> Provider:
    """Return a provider with a hall, and with an award on the council's lot 1a."""
    provider = Provider(
        provider_id=ProviderId(provider_id),
        name="Example Green Door",
        about=("We cook and grow food.",),
        contact=a_contact(),
        awards=(Award(lot="1a", arrangement=Arrangement.FRAMEWORK, starts=date(2022, 10, 1)),),
        places=(a_place(),),
        checked_on=date(2026, 11, 3),
    )
    return replace(provider, **overrides)


def a_lot(code: str = "1a", **overrides: Any) -> Lot:
    """Return a lot that is open, and that nothing may hold online."""
    lot = Lot(code=code, label="One to one, or small groups", name=f"Lot {code}, Everyday Life")
    return replace(lot, **overrides)


def a_council(slug: str = "exampleshire", **overrides: Any) -> Council:
    """Return a council with two lots, two areas, two groups and two start places."""
    council = Council(
        slug=CouncilSlug(slug),
        name="Exampleshire Council",
        site_name="Things to do in Exampleshire",
        place_name="Exampleshire",
        example=True,
        framework=Framework(name="Days Out Framework", kind=FrameworkKind.FRAMEWORK),
        lots=(
            a_lot("1a"),
            a_lot("2", label="Learning new skills", modes=(Mode.IN_PERSON, Mode.ONLINE)),
        ),
        areas=(Labelled(slug="north", label="North"), Labelled(slug="south", label="South")),
        groups=(
            Labelled(slug="learning-disability", label="People with a learning disability"),
            Labelled(slug="older", label="Older people"),
        ),
        start_places=(
            Labelled(slug="maidstone", label="Maidstone", hint="The town on the river"),
            Labelled(slug="ashford", label="Ashford", hint="The town with the trains"),
        ),
        outcomes=(Labelled(slug="community", label="Making use of the community"),),
        help=a_contact(who="The Things to do team", phone="01632 960 101"),
    )
    return replace(council, **overrides)


def a_reason(slug: str = "fun", **overrides: Any) -> Reason:
    """Return one of the big reasons to look."""
    reason = Reason(slug=slug, label="I want to have fun", heading="Have fun", picture="fun")
    return replace(reason, **overrides)


def an_interest(slug: str = "cooking", **overrides: Any) -> Interest:
    """Return an interest whose label is its own name."""
    interest = Interest(
        slug=slug,
        label=slug.capitalize(),
        line=f"I like {slug}.",
        hint="",
        group="fun",
        picture=slug,
    )
    return replace(interest, **overrides)


def some_contents(*activities: Activity, **overrides: Any) -> Contents:
    """Return the contents of a council with these activities, or with one.

    The activities stand in the order of their ids, as they do after reading. Unless `providers`
    are given, there is one for each provider that an activity names. There is an interest for
    each one that is named, besides a few that are not.
    """
    held = sorted(activities or (an_activity(),), key=lambda each: each.activity_id)
    slugs = sorted({*_INTERESTS, *(slug for each in held for slug in each.interests)})
    contents = Contents(
        council=a_council(),
        providers=_providers_of(held),
        activities=tuple(held),
        reasons=(a_reason(),),
        interests=tuple(an_interest(slug) for slug in slugs),
        synonyms=(SynonymSet(words=("swim", "pool")),),
        hard_words=(HardWord(word="Framework", meaning="A list that the council keeps."),),
        pictures=tuple(Picture(concept=slug, file=f"{slug}.svg", licence="MIT") for slug in slugs),
        pages=(Page(slug="help", title="Help", html="<p>Phone us.</p>"),),
    )
    return replace(contents, **overrides)


def _providers_of(activities: Iterable[Activity]) -> tuple[Provider, ...]:
    provider_ids = sorted({activity.provider_id for activity in activities})
    return tuple(
        a_provider(provider_id, name=provider_id.replace("-", " ").title())
        for provider_id in provider_ids
    )


def _time(written: str) -> time | None:
    return time.fromisoformat(written) if written else None
