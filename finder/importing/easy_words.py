"""Advise where the words of a provider, or of an activity, are hard to read."""

from collections.abc import Mapping, Sequence

from finder.domain.activity import Activity
from finder.domain.provider import Provider
from finder.importing.entry import Entry
from finder.importing.surroundings import Surroundings
from finder.readability.finding import make_issue
from finder.readability.rules import check_text


def check_easy_words(
    entry: Entry, activity: Activity, provider: Provider, around: Surroundings
) -> None:
    """Note, as advice, what the linter finds in the sentences of an activity."""
    names = _names(provider, activity.name, *activity.languages)
    terms = activity.terms
    _advise(entry, _texts(activity), names, around)
    _advise(
        entry.table("terms"),
        {
            "notice": [terms.notice],
            "late_pick_up": [terms.late_pick_up],
            "least_booking": [terms.least_booking],
            "if_closed": [terms.if_closed],
        },
        names,
        around,
    )


def check_provider_words(entry: Entry, provider: Provider, around: Surroundings) -> None:
    """Note, as advice, what the linter finds in the sentences of a provider and its places."""
    names = _names(provider)
    _advise(entry, {"about": provider.about}, names, around)
    for table, place in zip(entry.tables("places"), provider.places, strict=True):
        _advise(table, {"directions": place.directions}, names, around)


def _advise(
    entry: Entry,
    texts_of: Mapping[str, Sequence[str]],
    names: frozenset[str],
    around: Surroundings,
) -> None:
    for key, texts in texts_of.items():
        text = "\n".join(text for text in texts if text)
        for finding in check_text(text, allowed=around.explained, names=names):
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
    }


def _names(provider: Provider, *others: str) -> frozenset[str]:
    """Return the names that may stand in the sentences and are not hard words."""
    places = [name for place in provider.places for name in (place.name, place.town)]
    return frozenset(name for name in (provider.name, *places, *others) if name)
