"""Keep generations: whole builds, one folder each, with one pointer to the one that is served.

    <data>/generations/<id>/manifest.json      what it holds, with the SHA-256 of every file
    <data>/generations/<id>/manifest.sha256    the SHA-256 of the manifest itself
    <data>/generations/<id>/<council>/          catalogue.db and the search index
    <data>/generations/<id>/<council>/media/    its photos, films, sounds and own pictures
    <data>/generations/<id>/places/             the postcodes and towns it was built with
    <data>/generations/current                  a link to the one that is served

A generation never changes once it is there. It is written under another name, checked, pushed to
the disk, renamed, and only then does the pointer move, in one rename. So a build that fails, or
is killed, changes nothing.
"""

import fcntl
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from copy import copy
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from finder.catalogue.reader import Catalogue, CatalogueError
from finder.geo.gazetteer import Gazetteer, GazetteerError
from finder.media.store import KeptFile
from finder.search.files import open_search
from finder.search.find import Searchable
from finder.search.index import IndexBrokenError

FORMAT_VERSION = 2
KEPT = 5
MANIFEST_FILE = "manifest.json"
SEAL_FILE = "manifest.sha256"
CURRENT = "current"
NOTHING_BUILT = "Nothing was built yet. Run `finder build`."
PLACES = "places"
MEDIA = "media"
_LOCK_FILE = ".lock"
_UNFINISHED = ".building-"
_NEXT = ".next-"
_REMEDY = "Build again with `finder build`."


class GenerationError(Exception):
    """A generation is missing, damaged, or of another version."""


class BuildRunningError(Exception):
    """Another build is running."""


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a generation holds. `activities` counts those of each council."""

    format_version: int
    finder_version: str
    built_at: str
    councils: tuple[str, ...]
    activities: dict[str, int]
    files: dict[str, str]


class _Format(msgspec.Struct):
    """The part of a manifest that tells whether the rest of it can be read."""

    format_version: int


class CouncilSite:
    """One council of an open generation: its catalogue and its search."""

    def __init__(self, folder: Path, gazetteer: Gazetteer) -> None:
        self.catalogue = Catalogue(folder / "catalogue.db")
        towns = [town.name for town in gazetteer.towns_of(folder.name)]
        try:
            self.searchable: Searchable = open_search(folder / "index", self.catalogue, towns)
        except (CatalogueError, IndexBrokenError):
            self.catalogue.close()
            raise

    def in_language(self, language: str) -> "CouncilSite":
        """Return the same site with the council's own words in a language."""
        other = copy(self)
        other.catalogue = self.catalogue.in_language(language)
        return other

    def close(self) -> None:
        self.searchable.index.close()
        self.catalogue.close()


class Generation:
    """An open generation, checked against its manifest."""

    def __init__(self, folder: Path) -> None:
        self.generation_id = folder.name
        self._folder = folder
        self.manifest = read_manifest(folder)
        self.councils: dict[str, CouncilSite] = {}
        self._councils_in: dict[str, dict[str, CouncilSite]] = {}
        self._texts_in: dict[str, frozenset[str]] = {}
        try:
            check_files(folder, self.manifest)
            self.gazetteer = Gazetteer.load(folder / PLACES)
            for slug in self.manifest.councils:
                self.councils[slug] = CouncilSite(folder / slug, self.gazetteer)
        except (CatalogueError, IndexBrokenError, GazetteerError, OSError) as error:
            self.close()
            raise GenerationError(f"Generation {folder.name}: {error}") from error

    def councils_in(self, language: str) -> dict[str, CouncilSite]:
        """Return each council with its own words in a language, as far as they are translated."""
        if language not in self._councils_in:
            self._councils_in[language] = {
                slug: site.in_language(language) for slug, site in self.councils.items()
            }
        return self._councils_in[language]

    def texts_in(self, language: str) -> frozenset[str]:
        """Return all that the councils' own words are translated to in a language."""
        if language not in self._texts_in:
            sites = self.councils_in(language).values()
            every = (site.catalogue.texts_in(language).values() for site in sites)
            self._texts_in[language] = frozenset().union(*every)
        return self._texts_in[language]

    def media_file(self, council: str, name: str) -> KeptFile | None:
        """Return a photo, film, sound or picture of a council; None when it has none so called."""
        digest = self.manifest.files.get(path := f"{council}/{MEDIA}/{name}")
        return None if digest is None else KeptFile(self._folder / path, digest)

    def close(self) -> None:
        for site in self.councils.values():
            site.close()
        self.councils = {}


def read_manifest(folder: Path) -> Manifest:
    """Return a generation's manifest, or raise GenerationError."""
    try:
        written = (folder / MANIFEST_FILE).read_bytes()
        version = msgspec.json.decode(written, type=_Format).format_version
        if version != FORMAT_VERSION:
            raise GenerationError(
                f"{folder} has format {version}, and this is format {FORMAT_VERSION}. {_REMEDY}"
            )
        if (folder / SEAL_FILE).read_bytes() != _seal_of(written):
            raise GenerationError(f"{folder / MANIFEST_FILE} is damaged. {_REMEDY}")
        return msgspec.json.decode(written, type=Manifest)
    except (OSError, ValueError) as error:
        raise GenerationError(f"{folder} is not a whole generation: {error}. {_REMEDY}") from error


def _seal_of(manifest: bytes) -> bytes:
    """Return the line that `sha256sum --check` reads."""
    return f"{hashlib.sha256(manifest).hexdigest()}  {MANIFEST_FILE}\n".encode()


def check_files(folder: Path, manifest: Manifest) -> None:
    """Raise GenerationError when a file is not just as it was built."""
    for name, digest in manifest.files.items():
        path = folder / name
        if not path.is_file() or _digest(path) != digest:
            raise GenerationError(f"{path} is damaged. {_REMEDY}")


class Generations:
    """The folder of generations."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def current_id(self) -> str | None:
        """Return the id of the generation that is served, or None when there is none."""
        try:
            return (self.folder / CURRENT).readlink().name
        except OSError:
            return None

    def ids(self) -> list[str]:
        """Return the ids of whole generations, the newest first."""
        folders = [path.parent for path in self.folder.glob(f"[!.]*/{MANIFEST_FILE}")]
        # The pointer is a link to one of them, and no generation by itself.
        return sorted((each.name for each in folders if not each.is_symlink()), reverse=True)

    def open_current(self) -> Generation:
        """Return the generation that is served; when it is damaged, the newest that is whole."""
        current = self.current_id()
        candidates = [current] if current else []
        candidates += [each for each in self.ids() if each not in candidates]
        problems = []
        for each in candidates:
            try:
                return Generation(self.folder / each)
            except GenerationError as error:
                problems.append(str(error))
        raise GenerationError(problems[0] if problems else NOTHING_BUILT)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the lock of builds. It goes with its process, however that ends."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with (self.folder / _LOCK_FILE).open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise BuildRunningError("Another build is running. Wait for it to end.") from error
            for left_over in self.folder.glob(f"{_UNFINISHED}*"):
                shutil.rmtree(left_over, ignore_errors=True)
            for left_over in self.folder.glob(f"{_NEXT}*"):
                left_over.unlink()
            yield

    def publish(self, build: Callable[[Path], Manifest]) -> str:
        """Build a generation, check that it opens, make it the current one, and return its id.

        Call it while `writing`. When anything fails, what is served stays as it was.
        """
        generation_id = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
        unfinished = self.folder / f"{_UNFINISHED}{generation_id}"
        try:
            unfinished.mkdir(mode=0o700)
            manifest = msgspec.json.format(msgspec.json.encode(build(unfinished)))
            (unfinished / MANIFEST_FILE).write_bytes(manifest)
            (unfinished / SEAL_FILE).write_bytes(_seal_of(manifest))
            Generation(unfinished).close()
            _push_to_disk(unfinished)
            unfinished.rename(self.folder / generation_id)
        except BaseException:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise
        self.point_to(generation_id)
        self._forget_old()
        return generation_id

    def point_to(self, generation_id: str) -> None:
        """Serve a generation from now on. Call it while `writing`."""
        new = self.folder / f"{_NEXT}{generation_id}"
        new.symlink_to(generation_id)
        _push_folder(self.folder)
        new.rename(self.folder / CURRENT)
        _push_folder(self.folder)

    def roll_back(self) -> str:
        """Serve the generation before the current one, and return its id.

        Call it while `writing`.
        """
        current = self.current_id()
        older = [each for each in self.ids() if current is None or each < current]
        if not older:
            raise GenerationError("There is no generation before this one.")
        Generation(self.folder / older[0]).close()
        self.point_to(older[0])
        return older[0]

    def _forget_old(self) -> None:
        current = self.current_id()
        for old in [each for each in self.ids() if each != current][KEPT - 1 :]:
            # Under this name, what a killed process leaves of it is cleared by the next build.
            leaving = (self.folder / old).rename(self.folder / f"{_UNFINISHED}{old}")
            shutil.rmtree(leaving, ignore_errors=True)


def digests_of(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file in a folder, by its path from there."""
    return {
        path.relative_to(folder).as_posix(): _digest(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _push_to_disk(folder: Path) -> None:
    """Wait until everything in a folder is on the disk, so that power loss cannot halve it."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
        else:
            _push_folder(path)
    _push_folder(folder)


def _push_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    # Some file systems cannot do this for a folder; they keep the order of renames themselves.
    with suppress(OSError):
        os.fsync(descriptor)
    os.close(descriptor)
