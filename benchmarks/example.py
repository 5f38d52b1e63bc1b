"""The example content that catalogues and questions are made from."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.asked import CONTENT, TODAY
from finder.catalogue.contents import Contents
from finder.domain.activity import Activity
from finder.geo.gazetteer import Gazetteer
from finder.geo.towns import Town
from finder.importing.content import ContentTree, read_content

COUNCIL = "kent"
_WORD = re.compile(r"[a-z][a-z']+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """What there is to draw from.

    `contents` is one council's own; its towns are the largest first. `words` counts every word
    in the texts of all councils, the commonest first.
    """

    contents: Contents
    towns: tuple[Town, ...]
    words: dict[str, int]
    gazetteer: Gazetteer


def read_example(content: Path = CONTENT, slug: str = COUNCIL) -> Example:
    """Return one council of a content folder, as the site would read it today."""
    gazetteer = Gazetteer.load(content / "places")
    tree = read_content(content, gazetteer, today=TODAY)
    (council,) = [each.contents for each in tree.councils if each.slug == slug]
    assert council is not None
    return Example(
        contents=council,
        towns=gazetteer.towns_of(slug),
        words=_count_words(tree),
        gazetteer=gazetteer,
    )


def _count_words(tree: ContentTree) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for council in tree.councils:
        for activity in council.contents.activities if council.contents else ():
            for text in _texts(activity):
                counts.update(_WORD.findall(text.lower()))
    del counts["example"]
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _texts(activity: Activity) -> Iterator[str]:
    yield activity.name
    yield activity.summary
    yield from activity.about
    yield activity.access_note
    yield activity.timing_note
