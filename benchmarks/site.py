"""Our own site with generated contents, as a folder to be served, and its addresses."""

import shutil
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.asked import CONTENT, TODAY, Question
from finder import __version__
from finder.catalogue.build import build_catalogue
from finder.catalogue.contents import Contents
from finder.generations import FORMAT_VERSION, PLACES, Generations, Manifest, digests_of
from finder.search.files import build_search
from finder.settings import Settings


def publish(folder: Path, contents: Contents) -> None:
    """Write the contents as a build does, and make them what is served."""
    generations = Generations(Settings(data_dir=folder).generations_dir)
    slug = str(contents.council.slug)

    def write(unfinished: Path) -> Manifest:
        shutil.copytree(CONTENT / "places", unfinished / PLACES)
        place = unfinished / slug
        place.mkdir()
        build_catalogue(place / "catalogue.db", contents)
        build_search(place / "index", contents, today=TODAY)
        return Manifest(
            format_version=FORMAT_VERSION,
            finder_version=__version__,
            built_at=f"{TODAY}T12:00:00+00:00",
            councils=(slug,),
            activities={slug: len(contents.activities)},
            files=digests_of(unfinished),
        )

    with generations.writing():
        generations.publish(write)


def variables(folder: Path) -> dict[str, str]:
    """Return the settings of a site that serves the folder."""
    return {"FINDER_DATA_DIR": str(folder), "FINDER_TODAY": TODAY.isoformat()}


def command() -> list[str]:
    return ["-m", "finder", "serve", "--port", "{port}"]


def address_of(question: Question, contents: Contents) -> str:
    """Return the page of results for a question."""
    return f"/{contents.council.slug}/find?{urlencode(question.args())}"
