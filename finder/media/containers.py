"""Tell what kind of film or sound a file is by what is in it, never by its name."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from finder.media.faults import MediaError
from finder.media.folders import MEGABYTE, name_of, read_start

LARGEST_FILM_BYTES = 100 * MEGABYTE
LARGEST_SOUND_BYTES = 20 * MEGABYTE
FILMS = ("mp4", "webm")
SOUNDS = ("mp3", "m4a", "ogg", "wav")
# Not every program says in an MPEG-4 file that it has no film in it.
_AS_SOUND = {"mp4": "m4a"}
_START_BYTES = 64
# The brands of MPEG-4 files that have sound only, and of those of phones before they are saved.
_SOUND_BRANDS = frozenset({b"M4A ", b"M4B "})
_NOT_FOR_THE_WEB = frozenset({b"qt  "})
# The boxes of an MPEG-4 file that say where it was made: ISO 14496-12 user data of phones, 3GPP.
_PLACE_MARKS = (b"\xa9xyz", b"location.ISO6709", b"loci")
_LARGEST_DESCRIPTION = 10 * MEGABYTE
_MOST_BOXES = 1_000


def check_film(path: Path) -> str:
    """Return what a film is called when it is served, or raise MediaError."""
    kind = kind_of(read_start(path, _START_BYTES))
    if kind not in FILMS:
        raise _wrong_kind("This is not an MP4 or WebM film.", "Save it as MP4 (H.264).")
    return _named(path, kind)


def check_sound(path: Path) -> str:
    """Return what a sound is called when it is served, or raise MediaError."""
    kind = kind_of(read_start(path, _START_BYTES))
    kind = _AS_SOUND.get(kind, kind)
    if kind not in SOUNDS:
        raise _wrong_kind("This is not an MP3, M4A, Ogg or WAV sound.", "Save it as MP3.")
    return _named(path, kind)


def _wrong_kind(message: str, remedy: str) -> MediaError:
    return MediaError("wrong-kind-of-file", message, remedy)


def _named(path: Path, kind: str) -> str:
    if kind in ("mp4", "m4a") and says_where(path):
        raise MediaError(
            "says-where",
            "The file says where it was recorded.",
            "Save it again without its location. It could be somebody's home.",
        )
    return name_of(path, kind)


def kind_of(start: bytes) -> str:
    """Return the kind that the first bytes of a file show; nothing for any other."""
    if start[4:8] == b"ftyp":
        return _mpeg4_kind(start[8:12])
    if start[:4] == b"\x1a\x45\xdf\xa3" and b"webm" in start:
        return "webm"
    if start[:4] == b"OggS":
        return "ogg"
    if start[:4] == b"RIFF" and start[8:12] == b"WAVE":
        return "wav"
    return "mp3" if _is_mp3(start) else ""


def _mpeg4_kind(brand: bytes) -> str:
    if brand in _NOT_FOR_THE_WEB:
        return ""
    return "m4a" if brand in _SOUND_BRANDS else "mp4"


def _is_mp3(start: bytes) -> bool:
    """Return whether a file starts with a tag of MP3, or with a frame of layer III."""
    if start[:3] == b"ID3":
        return True
    return len(start) > 2 and start[0] == 0xFF and start[1] & 0xE6 == 0xE2 and start[2] >> 4 != 15


def says_where(path: Path) -> bool:
    """Return whether an MPEG-4 file says where it was made.

    Phones write that into the description of the film, the box "moov".
    """
    with path.open("rb") as file:
        return any(
            mark in description for description in _descriptions(file) for mark in _PLACE_MARKS
        )


def _descriptions(file: BinaryIO) -> Iterator[bytes]:
    """Return the boxes of a file that describe what is in it, and skip the film itself."""
    length = file.seek(0, os.SEEK_END)
    at = 0
    for _ in range(_MOST_BOXES):
        file.seek(at)
        head = file.read(16)
        size = int.from_bytes(head[:4], "big")
        if size == 1:
            size = int.from_bytes(head[8:16], "big")
        if head[4:8] in (b"moov", b"meta", b"udta"):
            file.seek(at)
            yield file.read(min(size or length, _LARGEST_DESCRIPTION))
        at += size
        # A size of zero means: up to the end. Any other that is so small makes no sense.
        if size < len(head) // 2 or at >= length:
            return
