"""Advise where the words of a council, a provider or an activity are hard to read."""

from collections.abc import Iterable, Mapping, Sequence

from finder.domain.activity import Activity
from finder.domain.council import Council
from finder.domain.media import Video
from finder.domain.provider import Provider
from finder.domain.words import HardWord
from finder.importing.entry import Entry
from finder.importing.report import Report, Spot
from finder.importing.surroundings import Surroundings
from finder.readability.finding import make_issue
from finder.readability.rules import check_text


def check_easy_words(
    entry: Entry, activity: Activity, provider: Provider, around: Surroundings
) -> None:
    """Note, as advice, what the linter finds in the sentences of an activity."""
    names = _names(provider, activity.name, *activity.languages)
    terms = activity.terms
    _advise(entry, _texts(activity), names, around.explained)
    _advise(
        entry.table("terms"),
        {
            "notice": [terms.notice],
            "late_pick_up": [terms.late_pick_up],
            "least_booking": [terms.least_booking],
            "if_closed": [terms.if_closed],
        },
        names,
        around.explained,
    )


def check_provider_words(entry: Entry, provider: Provider, around: Surroundings) -> None:
    """Note, as advice, what the linter finds in the sentences of a provider and its places."""
    names = _names(provider)
    _advise(entry, {"about": provider.about}, names, around.explained)
    for table, place in zip(entry.tables("places"), provider.places, strict=True):
        _advise(table, {"directions": place.directions}, names, around.explained)


def check_council_words(report: Report, council: Council, explained: frozenset[str]) -> None:
    """Note, as advice, what the linter finds in what a council says to everybody.

    The official names of its list and its lots are for social workers, and stay as they are.
    """
    areas = [area.label for area in council.areas]
    names = frozenset(filter(None, (council.name, council.place_name, council.site_name, *areas)))
    texts: dict[str, Sequence[str]] = {
        "lots": [lot.label for lot in council.lots],
        "groups": [text for each in council.groups for text in (each.label, each.hint)],
        "start_places": [text for each in council.start_places for text in (each.label, each.hint)],
        "contacts": [text for each in council.contacts for text in (each.label, each.text)],
        "age_bands": [band.label for band in council.age_bands],
        "statement": council.statement.known_issues,
        "videos": _words_of(council.videos),
    }
    _advise(Spot(report, ()), texts, names, explained)


def check_page_words(report: Report, texts: Sequence[str], words: Iterable[HardWord]) -> None:
    """Note, as advice, what the linter finds in a page of words, or in meanings of hard words."""
    _advise(Spot(report, ()), {"": texts}, frozenset(), explained_by(words))


def explained_by(words: Iterable[HardWord]) -> frozenset[str]:
    """Return the hard words that may stand in a text, in all their forms: their meaning is told."""
    return frozenset(form for word in words for form in (word.word, *word.also))


def _advise(
    entry: Spot,
    texts_of: Mapping[str, Sequence[str]],
    names: frozenset[str],
    explained: frozenset[str],
) -> None:
    for key, texts in texts_of.items():
        text = "\n".join(text for text in texts if text)
        for finding in check_text(text, allowed=explained, names=names):
            entry.note(make_issue(finding, is_advice=True), key=key)


def _texts(activity: Activity) -> dict[str, Sequence[str]]:
    return {
        "summary": [activity.summary],
        "about": activity.about,
        "timing_note": [activity.timing_note],
        "access_note": [activity.access_note],
        "bring": activity.bring,
        "words_to_say": [activity.words_to_say],
        "sessions": [session.note for session in activity.sessions],
        "prices": [text for price in activity.prices for text in (price.includes, price.note)],
        "transport": [activity.transport.note, activity.transport.nearest_stop],
        "helpers": [activity.helpers.note],
        "try_first": [activity.taster.note],
        "space": [activity.availability.note] if activity.availability else [],
        "first_visit": [text for step in activity.first_visit for text in (step.title, step.text)],
        "leads_to": [step.text for step in activity.leads_to or ()],
        "photos": [photo.alt for photo in activity.photos],
        "videos": _words_of(activity.videos),
        # The rules are for English.
        "recordings": [
            text for each in activity.recordings if each.is_in("en") for text in each.transcript
        ],
    }


def _words_of(videos: Iterable[Video]) -> list[str]:
    return [text for video in videos for text in (video.title, *video.transcript)]


def _names(provider: Provider, *others: str) -> frozenset[str]:
    """Return the names that may stand in the sentences and are not hard words."""
    places = [name for place in provider.places for name in (place.name, place.town)]
    return frozenset(name for name in (provider.name, *places, *others) if name)
