"""The texts of an activity, as the index keeps them."""

from collections.abc import Mapping

from finder.domain.activity import Activity
from finder.domain.provider import Provider
from finder.domain.words import Interest


def document_of(
    activity: Activity,
    provider: Provider,
    interests: Mapping[str, Interest],
    groups: Mapping[str, str],
) -> dict[str, str]:
    """Return the texts of one activity by field.

    `groups` are the labels of the council's client groups by slug, so that "dementia" finds what
    is for people with dementia.
    """
    liked = [interests[slug] for slug in activity.interests if slug in interests]
    towns = dict.fromkeys(
        word for place in activity.places for word in (place.town, place.name, place.outside)
    )
    return {
        "name": activity.name,
        "interests": ". ".join(interest.label for interest in liked),
        "summary": activity.summary,
        "provider": provider.name,
        "town": ". ".join(town for town in towns if town),
        "about": " ".join([*_other_texts(activity), *_groups(activity, groups)]),
        "slug": " ".join(activity.interests),
    }


def _other_texts(activity: Activity) -> list[str]:
    texts = [*activity.about, activity.timing_note, activity.access_note, activity.made_with]
    texts += [*activity.languages, *activity.food, *activity.bring, activity.only_for]
    texts += [step.text for step in activity.leads_to or ()]
    return [text for text in texts if text]


def _groups(activity: Activity, groups: Mapping[str, str]) -> list[str]:
    return [groups[slug] for slug in activity.groups or () if slug in groups]
