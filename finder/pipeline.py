"""From content to a generation: read, check, build, and put live."""

import shutil
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath

from finder import __version__
from finder.catalogue.build import build_catalogue
from finder.catalogue.contents import Contents
from finder.domain.issue import Issue
from finder.generations import (
    FORMAT_VERSION,
    MEDIA,
    PLACES,
    GenerationError,
    Generations,
    Manifest,
    digests_of,
    read_manifest,
)
from finder.geo.gazetteer import Gazetteer
from finder.importing.content import ContentTree, CouncilContent, read_content
from finder.media.faults import MediaError
from finder.media.store import KeptFile, write_media
from finder.search.files import build_search

# More refused entries than this, and something is wrong with the whole of the content.
MOST_REFUSED_SHARE = 0.05
# A list that loses more than this at once has probably lost a folder.
MOST_LOST_SHARE = 0.20


class BuildRefusedError(Exception):
    """The content is too broken to replace what is live."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did: the new generation, how many activities, and what was left out."""

    generation_id: str
    activities: dict[str, int]
    refused: int
    issues: tuple[Issue, ...]


def check_content(content: Path, *, today: date, made: frozenset[str] = frozenset()) -> ContentTree:
    """Return all that is in a content folder, with every issue.

    `made` names what an earlier build made of photos. Those are not read through again.
    """
    return read_content(content, Gazetteer.load(content / PLACES), today=today, made=made)


def build(content: Path, generations: Generations, *, today: date, force: bool) -> BuildReport:
    """Build a generation from a content folder and make it the current one.

    Entries with errors are left out. Raise BuildRefusedError, and change nothing, when a
    council's own file has errors, a council has no activities, a file changed meanwhile, too many
    entries were refused, or a council lost too many activities; `force` allows the last two.
    """
    with generations.writing():
        made = _made_before(generations)
        tree = check_content(content, today=today, made=frozenset(made))
        councils = _buildable(tree)
        if not force:
            _refuse_too_many(tree.councils)
            _refuse_too_few(councils, generations)
        counts = {each.council.slug: len(each.activities) for each in councils}

        def write(folder: Path) -> Manifest:
            shutil.copytree(content / PLACES, folder / PLACES)
            for contents in councils:
                place = folder / contents.council.slug
                place.mkdir()
                build_catalogue(place / "catalogue.db", contents)
                build_search(place / "index", contents, today=today)
                _write_media(content, place, contents, made)
            return Manifest(
                format_version=FORMAT_VERSION,
                finder_version=__version__,
                built_at=datetime.now(UTC).isoformat(timespec="seconds"),
                councils=tuple(counts),
                activities={str(slug): count for slug, count in counts.items()},
                files=digests_of(folder),
            )

        generation_id = generations.publish(write)
    return BuildReport(
        generation_id=generation_id,
        activities={str(slug): count for slug, count in counts.items()},
        refused=sum(each.refused for each in tree.councils),
        issues=tree.issues,
    )


def _made_before(generations: Generations) -> dict[str, KeptFile]:
    """Return the media of the generation that is served. A name says what is in the file."""
    current = generations.current_id()
    if current is None:
        return {}
    folder = generations.folder / current
    try:
        files = read_manifest(folder).files
    except GenerationError:
        return {}
    return {
        PurePosixPath(file).name: KeptFile(folder / file, digest)
        for file, digest in files.items()
        if PurePosixPath(file).parent.name == MEDIA
    }


def _write_media(content: Path, place: Path, contents: Contents, made: dict[str, KeptFile]) -> None:
    try:
        write_media(
            place / MEDIA,
            photos=contents.photos,
            files=contents.media_files,
            source=content / "councils" / contents.council.slug,
            made=made,
        )
    except MediaError as error:
        raise BuildRefusedError(f"{error.message} {error.remedy}") from error


def _buildable(tree: ContentTree) -> list[Contents]:
    """Return the contents of every council, or refuse when one cannot be shown at all."""
    if not tree.councils:
        raise BuildRefusedError("There is no council in the content folder.")
    councils = []
    for each in tree.councils:
        if each.contents is None:
            raise BuildRefusedError(f"The file of the council “{each.slug}” has errors.")
        if not each.contents.interests:
            raise BuildRefusedError("There are no interests. Look at interests.toml.")
        if not each.contents.activities:
            raise BuildRefusedError(f"The council “{each.slug}” has no activities to show.")
        councils.append(each.contents)
    return councils


def _refuse_too_many(councils: tuple[CouncilContent, ...]) -> None:
    for each in councils:
        kept = len(each.contents.activities) if each.contents else 0
        if each.refused > MOST_REFUSED_SHARE * (kept + each.refused) and each.refused > 1:
            raise BuildRefusedError(
                f"{each.refused} of {kept + each.refused} entries of “{each.slug}” have errors. "
                "Mend them, or build with --force to leave them out."
            )


def _refuse_too_few(councils: list[Contents], generations: Generations) -> None:
    current = generations.current_id()
    if current is None:
        return
    try:
        before = read_manifest(generations.folder / current).activities
    except GenerationError:
        return
    after = {str(each.council.slug): len(each.activities) for each in councils}
    for slug, count in before.items():
        if after.get(slug, 0) < count * (1 - MOST_LOST_SHARE):
            raise BuildRefusedError(
                f"“{slug}” would go from {count} activities to {after.get(slug, 0)}. "
                "If that is right, build with --force."
            )
