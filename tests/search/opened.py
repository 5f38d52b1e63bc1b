"""Open a search of a few activities, through the same files as the site does."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from finder.catalogue.build import build_catalogue
from finder.catalogue.contents import Contents
from finder.catalogue.reader import Catalogue
from finder.domain.place import Precision, Whereabouts
from finder.search.files import build_search, open_search
from finder.search.find import Answer, Searchable
from tests.builders import MAIDSTONE, TODAY
from tests.search.whoosh_oracle import Whoosh, opened_by_whoosh

AT_MAIDSTONE = Whereabouts(
    typed="ME14 1XQ", label="ME14 1XQ", point=MAIDSTONE, precision=Precision.POSTCODE
)


@contextmanager
def opened(contents: Contents, towns: Sequence[str] = ()) -> Iterator[Searchable]:
    """Write the contents as a build does, and open their search."""
    with opened_beside_whoosh(contents, towns) as (searchable, _):
        yield searchable


@contextmanager
def opened_beside_whoosh(
    contents: Contents, towns: Sequence[str] = ()
) -> Iterator[tuple[Searchable, Whoosh]]:
    """Open the search of the contents, and the same index by Whoosh itself."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        build_catalogue(folder / "catalogue.db", contents)
        build_search(folder / "index", contents, today=TODAY)
        with closing(Catalogue(folder / "catalogue.db")) as catalogue:
            searchable = open_search(folder / "index", catalogue, towns)
            with closing(searchable.index), opened_by_whoosh(folder / "index") as whoosh:
                yield searchable, whoosh


def ids_of(answer: Answer) -> list[str]:
    """Return the activities that were found, in order."""
    return [hit.activity_id for hit in answer.hits]
