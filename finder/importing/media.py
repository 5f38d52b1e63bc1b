"""Read the photos, videos and recordings that content names, and check each file.

One that has a fault is left out, and the issue says so. It keeps out nothing else.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from finder.domain.media import MediaFile, Photo, Recording, Video, VideoLanguage
from finder.importing.entry import Entry
from finder.importing.texts import as_shown
from finder.media.captions import LARGEST_CAPTIONS_BYTES, check_captions
from finder.media.containers import (
    LARGEST_FILM_BYTES,
    LARGEST_SOUND_BYTES,
    check_film,
    check_sound,
)
from finder.media.faults import MediaError
from finder.media.folders import find_file, name_of, read_whole
from finder.media.photos import LARGEST_PHOTO_BYTES, look_at_photo

Value = TypeVar("Value")

MOST_PHOTOS = 6
MOST_VIDEOS = 3
MOST_RECORDINGS = 12
LONGEST_FILE_NAME = 120
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
# A name that a camera gave, or any name of a file, says nothing to who cannot see the photo.
_FILE_NAME = re.compile(
    r".*\.(?:jpe?g|png|webp|gif|heic|tiff?|bmp)|(?:img|dsc[nf]?|pxl|photo|image|screenshot)[\W_\d]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaFolder:
    """Where the files lie that one content file names.

    `council` is the council's folder, and `place` the one in it. `made` names what an earlier build
    made of photos.
    """

    council: Path
    place: str
    made: frozenset[str] = frozenset()

    @property
    def path(self) -> Path:
        return self.council / self.place

    def within(self, path: Path) -> str:
        """Return where a file lies in the council's folder."""
        return path.relative_to(self.council).as_posix()


def read_photos(entry: Entry, folder: MediaFolder) -> tuple[Photo, ...]:
    """Return the photos of an activity that can be shown, in their order."""
    return _read_each(entry, "photos", MOST_PHOTOS, lambda each: _read_photo(each, folder))


def read_videos(entry: Entry, folder: MediaFolder) -> tuple[Video, ...]:
    """Return the videos in sign language that can be shown."""
    return _read_each(entry, "videos", MOST_VIDEOS, lambda each: _read_video(each, folder))


def read_recordings(entry: Entry, folder: MediaFolder) -> tuple[Recording, ...]:
    """Return the recorded voices that can be heard."""
    return _read_each(
        entry, "recordings", MOST_RECORDINGS, lambda each: _read_recording(each, folder)
    )


def _read_each(
    entry: Entry, key: str, most: int, read: Callable[[Entry], Value | None]
) -> tuple[Value, ...]:
    """Return what is read of each table that has no error, up to the most that a page shows."""
    found: list[Value] = []
    tables = entry.tables(key)
    for table in tables[:most]:
        errors_before = table.error_count
        value = read(table)
        table.finish()
        if value is not None and table.error_count == errors_before:
            found.append(value)
    if len(tables) > most:
        entry.problem(
            "too-many",
            f"There are {len(tables)} {key}. The first {most} are shown.",
            f"Keep the best {most}.",
            key=key,
        )
    return tuple(found)


def _read_photo(table: Entry, folder: MediaFolder) -> Photo | None:
    file = table.text("file", required=True, longest=LONGEST_FILE_NAME)
    alt = table.text("alt", required=True, longest=200)
    credit = table.text("credit", longest=200)
    if alt and (_FILE_NAME.fullmatch(alt) or alt.casefold() == Path(file).stem.casefold()):
        table.problem(
            "alt-is-file-name",
            f"alt is {as_shown(alt)}, which does not say what the photo shows.",
            'Say what is in it, such as alt = "Three people cook together in a kitchen."',
            key="alt",
        )
    return _look_at(table, "file", file, folder, alt=alt, credit=credit)


def _look_at(
    table: Entry, key: str, file: str, folder: MediaFolder, *, alt: str, credit: str = ""
) -> Photo | None:
    def look(path: Path) -> Photo:
        return look_at_photo(
            path, file=folder.within(path), alt=alt, credit=credit, made=folder.made
        )

    return _checked(table, key, file, folder, LARGEST_PHOTO_BYTES, look)


def _read_video(table: Entry, folder: MediaFolder) -> Video | None:
    title = table.text("title", required=True, longest=120)
    film = _read_file(table, "file", folder, LARGEST_FILM_BYTES, check_film)
    captions = _read_file(table, "captions", folder, LARGEST_CAPTIONS_BYTES, _captions_name)
    transcript = _read_transcript(table)
    language = table.choice("language", VideoLanguage) or VideoLanguage.BSL
    poster_file = table.text("poster", longest=LONGEST_FILE_NAME)
    # What it shows, the title and the words say.
    poster = _look_at(table, "poster", poster_file, folder, alt="") if poster_file else None
    if film is None or captions is None:
        return None
    return Video(
        title=title,
        film=film,
        captions=captions,
        transcript=transcript,
        poster=poster,
        language=language,
    )


def _captions_name(path: Path) -> str:
    check_captions(read_whole(path))
    return name_of(path, "vtt")


def _read_recording(table: Entry, folder: MediaFolder) -> Recording | None:
    sound = _read_file(table, "file", folder, LARGEST_SOUND_BYTES, check_sound)
    language = table.text("language", required=True, longest=20)
    if language and not _LANGUAGE.fullmatch(language):
        table.problem(
            "bad-language",
            f"language is {as_shown(language)}, not the code of a language.",
            'Write language = "en" for English, or "pl" for Polish.',
            key="language",
        )
    transcript = _read_transcript(table)
    if sound is None:
        return None
    return Recording(sound=sound, language=language, transcript=transcript)


def _read_transcript(table: Entry) -> tuple[str, ...]:
    errors_before = table.error_count
    transcript = table.sentences("transcript")
    if not transcript and table.error_count == errors_before:
        table.problem(
            "missing-field",
            "There is no transcript.",
            'Add all the words, such as transcript = ["…", "…"].',
            key="transcript",
        )
    return transcript


def _read_file(
    table: Entry,
    key: str,
    folder: MediaFolder,
    most_bytes: int,
    check: Callable[[Path], str],
) -> MediaFile | None:
    """Return a file that is served as it is, with the name that the check gives it."""
    file = table.text(key, required=True, longest=LONGEST_FILE_NAME)

    def look(path: Path) -> MediaFile:
        return MediaFile(file=folder.within(path), name=check(path), size_bytes=path.stat().st_size)

    return _checked(table, key, file, folder, most_bytes, look)


def _checked(
    table: Entry,
    key: str,
    file: str,
    folder: MediaFolder,
    most_bytes: int,
    look: Callable[[Path], Value],
) -> Value | None:
    """Return what came of a file, or None when it has a fault, which is noted."""
    if not file:
        return None
    try:
        return look(find_file(folder.path, file, most_bytes=most_bytes))
    except MediaError as error:
        table.problem(error.code, error.message, error.remedy, key=key)
        return None
