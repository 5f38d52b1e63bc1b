"""Read a provider's file: the provider, its awards, its places and its activities."""

from dataclasses import dataclass
from pathlib import Path

from finder.domain.activity import Activity
from finder.domain.council import Council
from finder.domain.place import Place, PlaceKind, Point
from finder.domain.provider import Award, Provider, ProviderId
from finder.domain.vocabulary import Arrangement, ProviderKind, ProviderStatus
from finder.geo.postcodes import PostcodeError, parse_postcode
from finder.importing.activities import read_activity
from finder.importing.contacts import read_contact, read_web_address
from finder.importing.easy_words import check_provider_words
from finder.importing.entry import Entry
from finder.importing.report import Report
from finder.importing.surroundings import Surroundings
from finder.importing.texts import SLUG, as_shown
from finder.importing.toml_files import read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderFile:
    """What came of one provider's file. `refused` counts the entries that had errors.

    `entries` are where its activities stand in the file, one for each, in the same order.
    """

    provider: Provider | None
    activities: tuple[Activity, ...] = ()
    entries: tuple[Entry, ...] = ()
    refused: int = 0


def read_provider(path: Path, report: Report, around: Surroundings) -> ProviderFile:
    """Return the provider and those of its activities that have no errors."""
    entry = read_toml(path, report)
    if entry is None:
        return ProviderFile(provider=None, refused=1)
    activity_entries = entry.tables("activities")
    if not SLUG.fullmatch(path.stem):
        report.add(
            "bad-file-name",
            f"The file is called {as_shown(path.name)}.",
            "Use small letters, numbers and hyphens, such as example-day-club.toml.",
        )
    provider = _read_provider(entry, path.stem, around)
    entry.finish()
    check_provider_words(entry, provider, around)
    if report.error_count:
        return ProviderFile(provider=None, refused=1 + len(activity_entries))
    if not activity_entries:
        entry.warn(
            "no-activities",
            "This provider has no activities.",
            "Add one under a heading [[activities]].",
        )
    read = [(each, read_activity(each, provider, around)) for each in activity_entries]
    kept = [(each, activity) for each, activity in read if activity is not None]
    return ProviderFile(
        provider=provider,
        activities=tuple(activity for _, activity in kept),
        entries=tuple(each for each, _ in kept),
        refused=len(read) - len(kept),
    )


def _read_provider(entry: Entry, provider_id: str, around: Surroundings) -> Provider:
    return Provider(
        provider_id=ProviderId(provider_id),
        name=entry.text("name", required=True, longest=120),
        about=entry.sentences("about"),
        kind=entry.choice("kind", ProviderKind),
        status=entry.choice("status", ProviderStatus) or ProviderStatus.ACTIVE,
        contact=read_contact(entry.table("contact")),
        awards=_read_awards(entry, around.council),
        places=_read_places(entry, around),
        regulator_page=read_web_address(entry, "regulator_page"),
        formats=entry.sentences("formats"),
        joined_on=entry.date("joined_on"),
        left_on=entry.date("left_on"),
        checked_on=entry.date("checked_on", not_after=around.today),
    )


def _read_awards(entry: Entry, council: Council) -> tuple[Award, ...]:
    return tuple(_read_award(each, council) for each in entry.tables("awards"))


def _read_award(entry: Entry, council: Council) -> Award:
    lot = entry.text("lot", longest=20)
    codes = [each.code for each in council.lots]
    if lot and lot not in codes:
        entry.problem(
            "unknown-lot",
            f"{council.name} has no lot “{lot}”.",
            f"Use one of: {', '.join(codes)}." if codes else "Leave lot out: there are none.",
            key="lot",
        )
    award = Award(
        lot=lot,
        arrangement=entry.choice("arrangement", Arrangement, required=True) or Arrangement.NONE,
        starts=entry.date("starts"),
        ends=entry.date("ends"),
    )
    if award.arrangement is Arrangement.FRAMEWORK and codes and not lot:
        entry.problem(
            "missing-lot",
            "An award on the council's list needs a lot.",
            f"Add lot, one of: {', '.join(codes)}.",
        )
    if award.starts and award.ends and award.ends < award.starts:
        entry.problem(
            "ends-before-start",
            f"The award ends on {award.ends}, before it starts on {award.starts}.",
            "Correct one of the two dates.",
            key="ends",
        )
    entry.finish()
    return award


def _read_places(entry: Entry, around: Surroundings) -> tuple[Place, ...]:
    taken: set[str] = set()
    return tuple(_read_place(each, taken, around) for each in entry.tables("places"))


def _read_place(entry: Entry, taken: set[str], around: Surroundings) -> Place:
    postcode = _read_postcode(entry)
    point = around.gazetteer.point_of(postcode) if postcode else None
    if postcode and point is None:
        entry.warn(
            "unknown-postcode",
            f"Nobody knows where {postcode} is.",
            "Check it. If it is right and new, distances to the place are rough.",
            key="postcode",
        )
    area = entry.text("area", longest=60)
    areas = [each.slug for each in around.council.areas]
    if area and area not in areas:
        entry.problem(
            "unknown-area",
            f"{around.council.name} has no area “{area}”.",
            f"Use one of: {', '.join(areas)}." if areas else "Take area out: there are none.",
            key="area",
        )
    town = entry.text("town", longest=60)
    if point is None:
        point = _rough_point(postcode, town, around)
    place = Place(
        place_id=entry.slug("id", taken=taken),
        name=entry.text("name", required=True, longest=120),
        kind=entry.choice("kind", PlaceKind) or PlaceKind.BUILDING,
        address=entry.text("address", longest=200),
        town=town,
        postcode=postcode,
        area=area,
        outside=entry.text("outside", longest=60),
        directions=entry.sentences("directions"),
        point=point,
    )
    entry.finish()
    return place


def _rough_point(postcode: str, town: str, around: Surroundings) -> Point | None:
    """Return about where a place is: its postcode's sector or outcode, or the middle of its town.

    Without any point an activity would come after all that have one, however near it is.
    """
    for text in (postcode, town):
        found = around.gazetteer.look_up(text, council=around.council.slug).whereabouts
        if found is not None:
            return found.point
    return None


def _read_postcode(entry: Entry) -> str:
    written = entry.text("postcode", longest=20)
    if not written:
        return ""
    try:
        return str(parse_postcode(written))
    except PostcodeError:
        entry.problem(
            "bad-postcode",
            f"postcode is “{written}”.",
            "Write a whole postcode, such as ME14 1XQ, or leave it out.",
            key="postcode",
        )
        return ""
