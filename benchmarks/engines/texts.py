"""What the other engines are given to index: the same texts as our own search, and the choices."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from benchmarks.choices import KINDS, Codes, is_live, values_of
from finder.catalogue.contents import Contents
from finder.domain.activity import Activity
from finder.search.documents import council_labels, document_of

# How much a match in a text counts, in our own search (`finder.search.scoring`). That is not
# imported here, as the other engines need none of what it needs.
WEIGHTS = {
    "name": 3.0,
    "interests": 2.5,
    "summary": 2.0,
    "provider": 2.0,
    "town": 1.5,
    "about": 1.0,
}
SLUG = "slug"
SLUG_WEIGHT = 4.0
_FILE = "choices.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One activity to index: its texts by field, its interests, and its choices as numbers."""

    activity: Activity
    texts: dict[str, str]
    codes: tuple[int, ...]


def list_entries(contents: Contents, codes: Codes) -> Iterator[Entry]:
    """Return what is to be indexed. What a search may not show is left out."""
    providers = {provider.provider_id: provider for provider in contents.providers}
    statuses = {provider.provider_id: provider.status for provider in contents.providers}
    interests = {interest.slug: interest for interest in contents.interests}
    labels = council_labels(contents.council)
    for activity in contents.activities:
        if is_live(activity, statuses):
            document = document_of(activity, providers[activity.provider_id], interests, labels)
            yield Entry(
                activity=activity,
                texts={name: document[name] for name in WEIGHTS},
                codes=tuple(codes.of_activity(activity)),
            )


def slug_word(slug: str) -> str:
    """Return an interest as one word that no one types and no engine cuts in two."""
    return f"interest{slug.replace('-', '')}"


def write_codes(folder: Path, contents: Contents) -> Codes:
    """Write down the numbers of all choices, for whoever opens the index."""
    values = {kind: values_of(kind, contents) for kind in KINDS}
    (folder / _FILE).write_bytes(msgspec.json.encode(values))
    return Codes(values)


def read_codes(folder: Path) -> Codes:
    return Codes(msgspec.json.decode((folder / _FILE).read_bytes(), type=dict[str, list[str]]))
