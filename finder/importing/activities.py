"""Read one activity of a provider's file."""

from collections.abc import Collection, Iterable

from finder.domain.activity import (
    Activity,
    ActivityId,
    AgeRange,
    Availability,
    Helpers,
    NextStep,
    Taster,
    Terms,
    Transport,
    VisitStep,
)
from finder.domain.place import Place
from finder.domain.provider import Provider
from finder.domain.vocabulary import (
    ActivityKind,
    ActivityStatus,
    Arrangement,
    LeadsTo,
    Mode,
    Need,
    Pay,
    PriceUnit,
    SpaceState,
    Support,
)
from finder.importing.contacts import read_contact
from finder.importing.council_rules import check_council_rules
from finder.importing.easy_words import check_easy_words
from finder.importing.entry import Entry
from finder.importing.media import read_photos, read_recordings, read_videos
from finder.importing.prices import read_prices
from finder.importing.sessions import read_sessions
from finder.importing.surroundings import Surroundings
from finder.importing.texts import as_shown, near_miss

MOST_STEPS = 5


def read_activity(entry: Entry, provider: Provider, around: Surroundings) -> Activity | None:
    """Return the activity, or None when anything in it is an error.

    A photo, a video or a recording with an error is left out, and the activity stays.
    """
    media = around.media_of(provider.provider_id)
    photos, videos = read_photos(entry, media), read_videos(entry, media)
    recordings = read_recordings(entry, media)
    errors_before = entry.error_count
    places = {place.place_id: place for place in provider.places}
    sessions = read_sessions(entry, places)
    modes = entry.choices("modes", Mode)
    if modes is None and sessions:
        modes = tuple(dict.fromkeys(session.mode for session in sessions))
    lots = entry.slugs("lots") or ()
    activity = Activity(
        activity_id=ActivityId(entry.slug("id")),
        provider_id=provider.provider_id,
        name=entry.text("name", required=True, longest=120),
        summary=entry.text("summary", required=True, longest=200),
        interests=_read_interests(entry, around),
        about=entry.sentences("about"),
        kind=entry.choice("kind", ActivityKind),
        status=entry.choice("status", ActivityStatus) or ActivityStatus.ACTIVE,
        picture=check_picture(entry, around.pictures),
        lots=lots,
        arrangement=entry.choice("arrangement", Arrangement)
        or _usual_arrangement(provider, lots, around),
        modes=modes,
        sessions=sessions,
        timing_note=entry.text("timing_note"),
        places=_places_used(entry, places, (session.place_id for session in sessions)),
        serves=_known(entry, "serves", [each.slug for each in around.council.areas]) or (),
        length_weeks=entry.number("length_weeks", least=1, most=520),
        starts_on=entry.date("starts_on"),
        ended_on=entry.date("ended_on"),
        prices=read_prices(entry),
        pay=entry.choices("pay", Pay),
        transport=_read_transport(entry.table("transport")),
        needs=_read_needs(entry.table("access")),
        access_note=entry.text("access_note"),
        support=entry.choices("support", Support),
        helpers=_read_helpers(entry.table("helpers")),
        ages=_read_ages(entry),
        groups=_known(entry, "groups", [each.slug for each in around.council.groups]),
        only_for=entry.text("only_for", longest=60),
        made_with=entry.text("made_with", longest=120),
        languages=entry.sentences("languages", longest=40),
        food=entry.sentences("food", longest=60),
        outcomes=_known(entry, "outcomes", [each.slug for each in around.council.outcomes]) or (),
        leads_to=_read_next_steps(entry),
        goes_on_to=tuple(ActivityId(each) for each in entry.slugs("goes_on_to") or ()),
        bring=entry.sentences("bring"),
        taster=_read_taster(entry.table("try_first")),
        availability=_read_availability(entry, around),
        first_visit=_read_first_visit(entry, around),
        photos=photos,
        videos=videos,
        recordings=recordings,
        contact=read_contact(entry.table("contact")),
        words_to_say=entry.text("words_to_say", longest=200),
        terms=_read_terms(entry.table("terms")),
        checked_on=entry.date("checked_on", not_after=around.today),
    )
    entry.finish()
    check_council_rules(entry, activity, provider, around)
    check_easy_words(entry, activity, provider, around)
    return activity if entry.error_count == errors_before else None


def _usual_arrangement(
    provider: Provider, lots: tuple[str, ...], around: Surroundings
) -> Arrangement:
    """Return the arrangement of the award that the activity's lots, or the lack of them, name.

    Where a council's list has lots, an activity without one is outside the list.
    """
    awards = [provider.award_of(lot) for lot in lots or ("",)]
    found = next((award for award in awards if award is not None), None)
    return found.arrangement if found else Arrangement.NONE


def _known(entry: Entry, key: str, words: Collection[str]) -> tuple[str, ...] | None:
    """Return a list of the council's own words, noting each that it does not have."""
    given = entry.slugs(key)
    if given is None:
        return None
    remedy = f"Use some of: {', '.join(words)}." if words else f"Take {key} out: there are none."
    for each in given:
        if each not in words:
            message = f"{key} has {as_shown(each)}.{near_miss(each, words)}"
            entry.problem("unknown-word", message, remedy, key=key)
    return tuple(each for each in given if each in words)


def _read_interests(entry: Entry, around: Surroundings) -> tuple[str, ...]:
    errors_before = entry.error_count
    interests = _known(entry, "interests", sorted(around.interests))
    if not interests and entry.error_count == errors_before:
        entry.problem(
            "missing-field",
            "There are no interests.",
            'Add interests = ["cooking"]. The content guide lists all of them.',
            key="interests",
        )
    return interests or ()


def check_picture(entry: Entry, pictures: Collection[str]) -> str:
    """Return the concept of the entry's picture, or an empty text when there is no such one."""
    picture = entry.text("picture", longest=60)
    if picture and picture not in pictures:
        entry.warn(
            "unknown-picture",
            f"There is no picture “{picture}”.{near_miss(picture, pictures)}",
            "Use a name from content/pictures.toml, or leave it out.",
            key="picture",
        )
        return ""
    return picture


def _places_used(
    entry: Entry, places: dict[str, Place], session_places: Iterable[str]
) -> tuple[Place, ...]:
    """Return the places of the activity: those of its sessions, then any others it names."""
    named = _known(entry, "places", list(places)) or ()
    used = dict.fromkeys((*session_places, *named))
    return tuple(places[place_id] for place_id in used if place_id in places)


def _read_transport(entry: Entry) -> Transport:
    transport = Transport(
        offered=entry.flag("offered"),
        area=entry.text("area"),
        cost_pence=entry.pence("cost"),
        unit=entry.choice("unit", PriceUnit) or PriceUnit.DAY,
        included=entry.flag("included"),
        arranged_by=entry.text("arranged_by", longest=120),
        note=entry.text("note"),
        nearest_stop=entry.text("nearest_stop"),
    )
    entry.finish()
    return transport


def _read_needs(entry: Entry) -> dict[Need, bool]:
    told = {need: entry.flag(need.value) for need in Need}
    entry.finish()
    return {need: has for need, has in told.items() if has is not None}


def _read_helpers(entry: Entry) -> Helpers:
    helpers = Helpers(
        helpers=entry.number("helpers", least=1, most=50),
        people=entry.number("people", least=1, most=200),
        group_size=entry.number("group_size", least=1, most=500),
        carer_can_stay=entry.flag("carer_can_stay"),
        carer_can_leave=entry.flag("carer_can_leave"),
        note=entry.text("note"),
    )
    entry.finish()
    return helpers


def _read_ages(entry: Entry) -> AgeRange | None:
    if not entry.has("ages"):
        return None
    table = entry.table("ages")
    youngest = table.number("from", least=0, most=120)
    oldest = table.number("to", least=0, most=120)
    table.finish()
    ages = AgeRange(youngest=18 if youngest is None else youngest, oldest=oldest)
    if ages.oldest is not None and ages.oldest < ages.youngest:
        entry.problem(
            "ends-before-start",
            f"ages go from {ages.youngest} to {ages.oldest}.",
            "Write the younger age in from, and the older one in to.",
            key="ages",
        )
    return ages


def _read_next_steps(entry: Entry) -> tuple[NextStep, ...] | None:
    if not entry.has("leads_to"):
        return None
    steps = []
    for table in entry.tables("leads_to"):
        kind = table.choice("kind", LeadsTo, required=True)
        text = table.text("text")
        table.finish()
        if kind is not None:
            steps.append(NextStep(kind=kind, text=text))
    return tuple(steps)


def _read_taster(entry: Entry) -> Taster:
    taster = Taster(
        offered=entry.flag("offered"),
        free=entry.flag("free"),
        can_bring_someone=entry.flag("can_bring_someone"),
        note=entry.text("note"),
    )
    entry.finish()
    return taster


def _read_availability(entry: Entry, around: Surroundings) -> Availability | None:
    if not entry.has("space"):
        return None
    table = entry.table("space")
    state = table.choice("state", SpaceState, required=True)
    said_on = table.date("said_on", not_after=around.today)
    if said_on is None and not table.has("said_on"):
        table.problem(
            "missing-field",
            "There is no said_on.",
            "Add the day on which somebody said this, such as said_on = 2026-11-03.",
            key="said_on",
        )
    wait_weeks = table.number("wait_weeks", least=0, most=260)
    note = table.text("note")
    table.finish()
    if state is None or said_on is None:
        return None
    return Availability(state=state, said_on=said_on, wait_weeks=wait_weeks, note=note)


def _read_first_visit(entry: Entry, around: Surroundings) -> tuple[VisitStep, ...]:
    steps = []
    for table in entry.tables("first_visit"):
        picture = check_picture(table, around.pictures)
        title, text = table.text("title", required=True, longest=120), table.text("text")
        steps.append(VisitStep(title=title, text=text, picture=picture))
        table.finish()
    if len(steps) > MOST_STEPS:
        entry.problem(
            "too-many",
            f"The first visit has {len(steps)} steps.",
            f"Tell it in {MOST_STEPS} or fewer.",
            key="first_visit",
        )
    return tuple(steps)


def _read_terms(entry: Entry) -> Terms:
    terms = Terms(
        notice=entry.text("notice"),
        late_pick_up=entry.text("late_pick_up"),
        least_booking=entry.text("least_booking"),
        if_closed=entry.text("if_closed"),
    )
    entry.finish()
    return terms
