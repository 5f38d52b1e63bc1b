"""Advise where the words of an activity are hard to read."""

from finder.domain.activity import Activity
from finder.domain.provider import Provider
from finder.importing.entry import Entry
from finder.importing.surroundings import Surroundings
from finder.readability.finding import make_issue
from finder.readability.rules import check_text


def check_easy_words(
    entry: Entry, activity: Activity, provider: Provider, around: Surroundings
) -> None:
    """Note, as advice, what the linter finds in the sentences that the public reads."""
    names = _names(activity, provider)
    for key, texts in _texts(activity).items():
        text = "\n".join(text for text in texts if text)
        for finding in check_text(text, allowed=around.explained, names=names):
            entry.note(make_issue(finding, is_advice=True), key=key)


def _texts(activity: Activity) -> dict[str, list[str]]:
    return {
        "summary": [activity.summary],
        "about": list(activity.about),
        "timing_note": [activity.timing_note],
        "access_note": [activity.access_note],
        "bring": list(activity.bring),
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


def _names(activity: Activity, provider: Provider) -> frozenset[str]:
    """Return the names that may stand in its sentences and are not hard words."""
    places = [name for place in provider.places for name in (place.name, place.town)]
    return frozenset(
        name for name in (provider.name, activity.name, *places, *activity.languages) if name
    )
