"""Write what an import made: a file a provider, and what a new content folder lacks."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from finder.importing.directories.fields import Table
from finder.importing.directories.providers import ProviderDraft
from finder.importing.directories.target import (
    ExistingFile,
    Ledger,
    Target,
    ledger_name,
    with_header,
    write_whole,
)
from finder.importing.directories.toml_writer import toml_text

SHARED = ("interests.toml", "words.toml", "synonyms.toml", "pictures.toml", "pages", "places")


@dataclass(slots=True, kw_only=True)
class Written:
    """What was written. Each names providers' files, or in `ended`, ids of activities."""

    written: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)
    shared: list[str] = field(default_factory=list)


def copy_shared(example: Path, content: Path) -> list[str]:
    """Copy what every council shares from the example content, where the folder has none."""
    copied = []
    for name in SHARED:
        source, goal = example / name, content / name
        if goal.exists() or not source.exists():
            continue
        goal.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, goal)
        else:
            shutil.copyfile(source, goal)
        copied.append(name)
    return copied


def write_providers(
    target: Target,
    drafts: Mapping[str, ProviderDraft],
    activity_ids: Mapping[str, str],
    *,
    seen: set[str],
    today: date,
    replace: bool,
) -> Written:
    """Write the files of the providers that have activities, and say what became of each.

    `drafts` are by what tells the providers apart, and so are `activity_ids`. `seen` are the
    activities that the directory still has, also those that were refused. One that it no longer
    has stays in its file, as ended: its page keeps its address and says so.
    """
    done = Written()
    by_id = {draft.provider_id: draft for draft in drafts.values() if draft.activities}
    gone = {
        activity_id
        for key, activity_id in target.ledger.activities.items()
        if key not in seen and activity_id not in activity_ids.values()
    }
    providers = target.council_folder / "providers"
    ours = {each for each in target.files if target.is_ours(each)}
    for provider_id in sorted({*by_id, *ours}):
        if target.is_kept(provider_id, replace=replace):
            done.kept.append(provider_id)
            continue
        ended = list(_ended_in(target.files.get(provider_id), gone, today=today))
        done.ended += [str(each["id"]) for each in ended]
        path = providers / f"{provider_id}.toml"
        text = _text_of(by_id.get(provider_id), ended, target, provider_id)
        if not text:
            path.unlink()
            done.removed.append(provider_id)
        elif path.is_file() and path.read_text("utf-8") == text:
            done.same.append(provider_id)
        else:
            write_whole(path, text)
            done.written.append(provider_id)
    ledger = Ledger(
        providers={
            **target.ledger.providers,
            **{key: draft.provider_id for key, draft in drafts.items() if draft.activities},
        },
        activities={**_still_there(target.ledger.activities, gone, seen), **activity_ids},
    )
    write_whole(target.council_folder / ledger_name(target.directory), ledger.as_text())
    return done


def _still_there(earlier: Mapping[str, str], gone: set[str], seen: set[str]) -> dict[str, str]:
    """Return the earlier ids that must not be given to others."""
    return {key: each for key, each in earlier.items() if each in gone or key in seen}


def _ended_in(existing: ExistingFile | None, gone: set[str], *, today: date) -> list[Table]:
    if existing is None:
        return []
    return [
        {"status": "ended", "ended_on": today, **_without(activity)}
        if activity.get("status") != "ended"
        else dict(activity)
        for activity in existing.activities()
        if activity.get("id") in gone
    ]


def _without(activity: Mapping[str, object]) -> Table:
    return {key: value for key, value in activity.items() if key not in ("status", "ended_on")}


def _text_of(
    draft: ProviderDraft | None, ended: list[Table], target: Target, provider_id: str
) -> str:
    """Return a file's text, or nothing when there is no activity for it any more."""
    if draft is None and not ended:
        return ""
    before = target.files[provider_id].table if provider_id in target.files else {}
    content = draft.as_content() if draft else {**before, "activities": []}
    sources = list(draft.sources) if draft else []
    content = _with_ended(content, ended, before)
    sources += ["No longer in the directory."] * len(ended)
    comments = {("activities", number): source for number, source in enumerate(sources)}
    return with_header(toml_text(content, comments), target.directory)


def _with_ended(content: Table, ended: list[Table], before: Mapping[str, object]) -> Table:
    """Return a provider's content with its ended activities, and the places that these name."""
    if not ended:
        return content
    places = _tables(content.get("places"))
    known = {each.get("id") for each in places}
    places += [each for each in _tables(before.get("places")) if each.get("id") not in known]
    activities = [*_tables(content.get("activities")), *ended]
    # Tables come last in the order of a file, so they are taken out and put back.
    rest = {key: each for key, each in content.items() if key not in ("places", "activities")}
    return {**rest, **({"places": places} if places else {}), "activities": activities}


def _tables(value: object) -> list[Table]:
    return (
        [dict(each) for each in value if isinstance(each, dict)] if isinstance(value, list) else []
    )
