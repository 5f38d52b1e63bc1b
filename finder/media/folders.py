"""Find and read a file that content names, and never one outside its folder."""

import hashlib
import stat
from pathlib import Path

from finder.media.faults import MediaError

MEGABYTE = 1_000_000
_DIGEST_LETTERS = 20


def find_file(folder: Path, written: str, *, most_bytes: int) -> Path:
    """Return the file of a folder that content names, or raise MediaError.

    Links are followed first, so that one cannot lead out of the folder.
    """
    if "\\" in written or not written.isprintable() or Path(written).is_absolute():
        raise _outside(written)
    path = folder / written
    try:
        place, found = path.resolve(strict=True), path.stat()
    except (OSError, RuntimeError) as error:  # The second is a link that leads to itself.
        raise MediaError(
            "missing-file",
            f"There is no file “{written}”.",
            f"Put it in the folder {folder.name}, or correct its name.",
        ) from error
    if not place.is_relative_to(folder.resolve()):
        raise _outside(written)
    if not stat.S_ISREG(found.st_mode):
        raise MediaError("missing-file", f"“{written}” is not a file.", "Name a file.")
    check_size(found.st_size, most_bytes)
    return path


def _outside(written: str) -> MediaError:
    return MediaError(
        "outside-folder",
        f"“{written}” does not lie in this folder.",
        "Put the file in it, and write only its name.",
    )


def check_size(size_bytes: int, most_bytes: int) -> None:
    """Raise MediaError when a file is empty, or has more bytes than it may have."""
    if not size_bytes:
        raise MediaError("empty-file", "The file is empty.", "Save it again.")
    if size_bytes > most_bytes:
        raise MediaError(
            "file-too-large",
            f"The file has {size_bytes / MEGABYTE:,.1f} MB.",
            f"Save it smaller. It can have {most_bytes / MEGABYTE:g} MB.",
        )


def read_whole(path: Path) -> bytes:
    """Return what is in a file, or raise MediaError."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(error) from error


def read_start(path: Path, length: int) -> bytes:
    """Return the first bytes of a file, or raise MediaError."""
    try:
        with path.open("rb") as file:
            return file.read(length)
    except OSError as error:
        raise _unreadable(error) from error


def _unreadable(error: OSError) -> MediaError:
    return MediaError("unreadable-file", f"The file cannot be read: {error.strerror}.", "Check it.")


def name_of(path: Path, ending: str) -> str:
    """Return what a file is called when it is served: its digest, and an ending that it earned."""
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise _unreadable(error) from error
    return f"{digest[:_DIGEST_LETTERS]}.{ending}"


def short_digest(*parts: bytes) -> str:
    """Return a digest of all the parts, as it stands in names."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()[:_DIGEST_LETTERS]
