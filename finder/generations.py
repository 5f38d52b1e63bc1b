"""Keep generations: whole builds, one folder each, with one pointer to the one that is served.

    <data>/generations/<id>/manifest.json      what it holds, with the SHA-256 of every file
    <data>/generations/<id>/<council>/          catalogue.db and the search index
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
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from finder.catalogue.reader import Catalogue, CatalogueError
from finder.geo.gazetteer import Gazetteer, GazetteerError
from finder.search.files import open_search
from finder.search.find import Searchable
from finder.search.index import IndexBrokenError

FORMAT_VERSION = 1
KEPT = 5
MANIFEST_FILE = "manifest.json"
CURRENT = "current"
PLACES = "places"
_LOCK_FILE = ".lock"
_UNFINISHED = ".building-"


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


class CouncilSite:
    """One council of an open generation: its catalogue and its search."""

    def __init__(self, folder: Path) -> None:
        self.catalogue = Catalogue(folder / "catalogue.db")
        try:
            self.searchable: Searchable = open_search(folder / "index", self.catalogue)
        except IndexBrokenError:
            self.catalogue.close()
            raise

    def close(self) -> None:
        self.searchable.index.close()
        self.catalogue.close()


class Generation:
    """An open generation, checked against its manifest."""

    def __init__(self, folder: Path) -> None:
        self.generation_id = folder.name
        self.manifest = read_manifest(folder)
        check_files(folder, self.manifest)
        self.councils: dict[str, CouncilSite] = {}
        try:
            self.gazetteer = Gazetteer.load(folder / PLACES)
            for slug in self.manifest.councils:
                self.councils[slug] = CouncilSite(folder / slug)
        except (CatalogueError, IndexBrokenError, GazetteerError) as error:
            self.close()
            raise GenerationError(f"Generation {folder.name}: {error}") from error

    def close(self) -> None:
        for site in self.councils.values():
            site.close()
        self.councils = {}


def read_manifest(folder: Path) -> Manifest:
    """Return a generation's manifest, or raise GenerationError."""
    try:
        manifest = msgspec.json.decode((folder / MANIFEST_FILE).read_bytes(), type=Manifest)
    except (OSError, ValueError) as error:
        raise GenerationError(f"{folder} is not a whole generation: {error}") from error
    if manifest.format_version != FORMAT_VERSION:
        raise GenerationError(
            f"{folder} has format {manifest.format_version}, and this is format {FORMAT_VERSION}. "
            "Build again with `finder build`."
        )
    return manifest


def check_files(folder: Path, manifest: Manifest) -> None:
    """Raise GenerationError when a file is not just as it was built."""
    for name, digest in manifest.files.items():
        path = folder / name
        if not path.is_file() or _digest(path) != digest:
            raise GenerationError(f"{path} is damaged. Build again with `finder build`.")


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
        found = [path.parent.name for path in self.folder.glob(f"*/{MANIFEST_FILE}")]
        return sorted((each for each in found if not each.startswith(".")), reverse=True)

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
        raise GenerationError(problems[0] if problems else "Nothing was built yet.")

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
            yield

    def publish(self, build: Callable[[Path], Manifest]) -> str:
        """Build a generation, check that it opens, make it the current one, and return its id.

        Call it while `writing`. When anything fails, what is served stays as it was.
        """
        generation_id = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
        unfinished = self.folder / f"{_UNFINISHED}{generation_id}"
        try:
            unfinished.mkdir(mode=0o700)
            manifest = build(unfinished)
            (unfinished / MANIFEST_FILE).write_bytes(
                msgspec.json.format(msgspec.json.encode(manifest))
            )
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
        """Serve a generation from now on."""
        new = self.folder / f".{CURRENT}-{os.getpid()}"
        new.unlink(missing_ok=True)
        new.symlink_to(generation_id)
        _push_folder(self.folder)
        new.rename(self.folder / CURRENT)
        _push_folder(self.folder)

    def roll_back(self) -> str:
        """Serve the generation before the current one, and return its id."""
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
            shutil.rmtree(self.folder / old, ignore_errors=True)


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
        elif path.is_dir():
            _push_folder(path)
    _push_folder(folder)


def _push_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    # Some file systems cannot do this for a folder; they keep the order of renames themselves.
    with suppress(OSError):
        os.fsync(descriptor)
    os.close(descriptor)
