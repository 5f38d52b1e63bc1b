"""The texts of an activity, as the index keeps them."""

from collections.abc import Mapping

from finder.domain.activity import Activity
from finder.domain.council import Council
from finder.domain.provider import Provider
from finder.domain.vocabulary import ActivityKind
from finder.domain.words import Interest

# What people call a kind of activity.
_KIND_WORDS = {
    ActivityKind.CLUB: "club",
    ActivityKind.COURSE: "course",
    ActivityKind.DROP_IN: "drop-in",
    ActivityKind.EVENT: "event",
    ActivityKind.DAY_SERVICE: "day centre day service",
    ActivityKind.ONE_TO_ONE: "one to one",
    ActivityKind.SHARED_LIVES: "shared lives",
    ActivityKind.SHORT_BREAK: "short break respite",
    ActivityKind.WORK_PLACEMENT: "work placement",
}


def council_labels(council: Council) -> dict[str, str]:
    """Return the council's words for its client groups by slug, and for its lots by code.

    With them "dementia" finds what is for people with dementia, and "lot 1b" what is on that lot.
    """
    groups = {f"group {group.slug}": group.label for group in council.groups}
    return groups | {
        f"lot {lot.code}": f"lot {lot.code}. {lot.label}. {lot.name}" for lot in council.lots
    }


def document_of(
    activity: Activity,
    provider: Provider,
    interests: Mapping[str, Interest],
    labels: Mapping[str, str],
) -> dict[str, str]:
    """Return the texts of one activity by field. `labels` are those of `council_labels`."""
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
        "about": " ".join([*_other_texts(activity), *_labels_of(activity, labels)]),
        # The first interest is what it is most about, so it counts twice.
        "slug": " ".join([*activity.interests[:1], *activity.interests]),
    }


def _other_texts(activity: Activity) -> list[str]:
    kind = _KIND_WORDS.get(activity.kind, "") if activity.kind else ""
    texts = [kind, *activity.about, activity.timing_note, activity.access_note, activity.made_with]
    texts += [*activity.languages, *activity.food, *activity.bring, activity.only_for]
    texts += [step.text for step in activity.leads_to or ()]
    return [text for text in texts if text]


def _labels_of(activity: Activity, labels: Mapping[str, str]) -> list[str]:
    keys = [f"group {slug}" for slug in activity.groups or ()]
    keys += [f"lot {code}" for code in activity.lots]
    return [labels[key] for key in keys if key in labels]
