"""Put the files of a council's content into the folder of a generation.

What the generation that is served has already is taken from there, under another name for the same
bytes: no photo is made smaller twice.
"""

import hashlib
import os
import shutil
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from finder.domain.media import MediaFile, Photo
from finder.media.faults import MediaError
from finder.media.photos import make_photo

# A large photo takes 120 MB while it is made smaller, so not all processors work at once.
MOST_AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file of an earlier generation, and the SHA-256 that it had when it was written."""

    path: Path
    digest: str

    def is_whole(self) -> bool:
        """Return whether it is still there, just as it was written."""
        try:
            with self.path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == self.digest
        except OSError:
            return False


def write_media(
    folder: Path,
    *,
    photos: Iterable[Photo],
    files: Iterable[MediaFile],
    source: Path,
    made: Mapping[str, KeptFile],
) -> None:
    """Write the photos and the other files of a council into a new folder.

    `source` is the council's folder of content, and `made` what an earlier build made, by its name.
    Raise MediaError when a photo or a file is no longer as it was read.
    """
    folder.mkdir()
    shown = {photo.digest: photo for photo in photos}.values()
    new = [photo for photo in shown if not _take_over(folder, photo.names, made)]
    with ThreadPoolExecutor(min(MOST_AT_ONCE, os.cpu_count() or 1)) as threads:
        # Going through the answers raises what went wrong in a thread.
        for _ in threads.map(lambda photo: _write_photo(folder, source, photo), new):
            pass
    for file in {each.name: each for each in files}.values():
        if not _take_over(folder, (file.name,), made):
            _copy(source / file.file, folder / file.name)


def _take_over(folder: Path, names: Iterable[str], made: Mapping[str, KeptFile]) -> bool:
    """Give files that never change a second name, and return whether all of them were whole."""
    kept = {name: made.get(name) for name in names}
    if not all(file is not None and file.is_whole() for file in kept.values()):
        return False
    for name, file in kept.items():
        assert file is not None
        try:
            os.link(file.path, folder / name)
        except OSError:  # Not every disk can.
            shutil.copyfile(file.path, folder / name)
    return True


def _write_photo(folder: Path, source: Path, photo: Photo) -> None:
    for name, content in make_photo(source / photo.file, photo).items():
        (folder / name).write_bytes(content)


def _copy(source: Path, target: Path) -> None:
    """Copy a file, whose new name starts with its digest."""
    try:
        shutil.copyfile(source, target)
        with target.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise _changed(source) from error
    if not digest.startswith(target.stem):
        raise _changed(source)


def _changed(source: Path) -> MediaError:
    return MediaError("file-changed", f"{source.name} changed just now.", "Build again.")
