"""What can only be told when every provider of a council has been read: whose ids are taken."""

from collections.abc import Sequence
from dataclasses import replace

from finder.domain.activity import Activity, ActivityId
from finder.importing.providers import ProviderFile
from finder.importing.texts import as_shown, near_miss

Activities = dict[ActivityId, Activity]


def without_duplicates(files: Sequence[ProviderFile]) -> tuple[Activities, int]:
    """Return the activities by their ids, and how many were refused for an id that was taken."""
    kept: Activities = {}
    refused = 0
    for file in files:
        for activity, entry in zip(file.activities, file.entries, strict=True):
            first = kept.setdefault(activity.activity_id, activity)
            if first is activity:
                continue
            refused += 1
            entry.problem(
                "duplicate-id",
                f"The id “{activity.activity_id}” is taken: {first.provider_id}.toml has it.",
                "Give each activity of a council an id of its own.",
                key="id",
            )
    return kept, refused


def mend_next_activities(files: Sequence[ProviderFile], kept: Activities) -> None:
    """Take out each activity that people cannot go on to, because there is none with that id."""
    for file in files:
        for activity, entry in zip(file.activities, file.entries, strict=True):
            lost = [each for each in activity.goes_on_to if each not in kept]
            for each in lost:
                entry.warn(
                    "unknown-activity",
                    f"There is no activity {as_shown(each)} to go on to.{near_miss(each, kept)}",
                    "Correct goes_on_to, or take it out.",
                    key="goes_on_to",
                )
            if lost and kept[activity.activity_id] is activity:
                there = tuple(each for each in activity.goes_on_to if each in kept)
                kept[activity.activity_id] = replace(activity, goes_on_to=there)
