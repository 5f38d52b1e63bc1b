"""Our own search, through the same calls as the site makes.

Warm, it keeps what it worked out for the words of earlier questions, as it does on the site.
Cold, it forgets all of that before each question. "As asked" is the whole of what a page needs:
typing mistakes are mended, places are looked for among the words, and where the person is is
looked up; the others are told.
"""

from pathlib import Path

from benchmarks.asked import CONTENT, TODAY, Asked
from benchmarks.choices import KINDS
from benchmarks.engines import SHOWN, Reply
from finder.catalogue.build import build_catalogue
from finder.catalogue.contents import Contents
from finder.catalogue.reader import Catalogue
from finder.domain.query import SearchQuery
from finder.geo.gazetteer import Gazetteer
from finder.search.ask import ask
from finder.search.choices import Choice
from finder.search.columns import Kind
from finder.search.files import build_search, open_search
from finder.search.find import find

_Found = tuple[int, tuple[str, ...], list[tuple[Choice, ...]]]
_KINDS = tuple(map(Kind, KINDS))


def build(folder: Path, contents: Contents) -> None:
    """Write the catalogue and the search beside it, as a build of the site does."""
    build_catalogue(folder / "catalogue.db", contents)
    build_search(folder / "index", contents, today=TODAY)


class Search:
    """Our search, open."""

    def __init__(self, folder: Path, *, is_cold: bool = False, is_read: bool = False) -> None:
        catalogue = Catalogue(folder / "catalogue.db")
        self._gazetteer = Gazetteer.load(CONTENT / "places") if is_read else None
        towns = self._gazetteer.towns_of(catalogue.council.slug) if self._gazetteer else ()
        self._searchable = open_search(folder / "index", catalogue, [town.name for town in towns])
        self._is_cold = is_cold

    def prepare(self, asked: Asked) -> Asked:
        return asked

    def before(self) -> None:
        if self._is_cold:
            self._searchable.forget()

    def find(self, asked: Asked) -> _Found:
        parsed = SearchQuery.from_args(asked.question.args())
        if self._gazetteer is not None:
            answer = ask(self._searchable, parsed, gazetteer=self._gazetteer, today=TODAY).answer
        else:
            answer = find(
                self._searchable, parsed.query, whereabouts=asked.whereabouts, today=TODAY
            )
        ids = tuple(hit.activity_id for hit in answer.slice(0, SHOWN))
        # Counting waits until somebody looks.
        return answer.total, ids, [answer.choices[kind] for kind in _KINDS]

    def reply(self, found: _Found) -> Reply:
        total, ids, choices = found
        counts = [{choice.value: choice.total for choice in each} for each in choices]
        return Reply(total=total, ids=ids, counts=dict(zip(KINDS, counts, strict=True)))
