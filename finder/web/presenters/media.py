"""Photos, videos and recorded voices, as the pages show them."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from flask import url_for

from finder.domain.media import MediaFile, Photo, PhotoKind, Recording, Video

_MEGABYTE = 1_000_000
# What is served, and as what. The check of a file gave it its ending.
_TYPES = {
    "webp": "image/webp",
    "jpg": "image/jpeg",
    "png": "image/png",
    "svg": "image/svg+xml",
    "vtt": "text/vtt",
    "mp4": "video/mp4",
    "webm": "video/webm",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
    "wav": "audio/wav",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPhoto:
    """A photo with the addresses of its files, each kind as one list for browsers to choose from.

    The width and the height are those of the largest, so that its room is kept until it comes.
    """

    alt: str
    credit: str
    webp: str
    jpeg: str
    src: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownVideo:
    """A video. `poster` is an address, or empty; `megabytes` is rounded up."""

    title: str
    url: str
    type: str
    captions: str
    poster: str
    megabytes: int
    transcript: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRecording:
    """A recorded voice, in a language that a page says."""

    url: str
    language: str
    megabytes: int
    transcript: tuple[str, ...]


def media_url(council: str, name: str) -> str:
    """Return the address of a file that a build made, or was given."""
    return url_for("media.show", council=council, name=name)


def type_of(name: str) -> str:
    """Return the media type of a file that is served; nothing for any other."""
    return _TYPES.get(name.rpartition(".")[2], "")


def show_photo(photo: Photo, council: str) -> ShownPhoto:
    largest = photo.sizes[-1]

    def choices(kind: PhotoKind) -> str:
        return ", ".join(
            f"{media_url(council, photo.name(size.width, kind))} {size.width}w"
            for size in photo.sizes
        )

    return ShownPhoto(
        alt=photo.alt,
        credit=photo.credit,
        webp=choices(PhotoKind.WEBP),
        jpeg=choices(PhotoKind.JPEG),
        src=media_url(council, photo.name(photo.sizes[0].width, PhotoKind.JPEG)),
        width=largest.width,
        height=largest.height,
    )


def show_photos(photos: Iterable[Photo], council: str) -> tuple[ShownPhoto, ...]:
    return tuple(show_photo(photo, council) for photo in photos)


def show_videos(videos: Iterable[Video], council: str) -> tuple[ShownVideo, ...]:
    return tuple(
        ShownVideo(
            title=video.title,
            url=media_url(council, video.film.name),
            type=type_of(video.film.name),
            captions=media_url(council, video.captions.name),
            poster=_poster(video, council),
            megabytes=megabytes(video.film),
            transcript=video.transcript,
        )
        for video in videos
    )


def _poster(video: Video, council: str) -> str:
    if video.poster is None:
        return ""
    largest = video.poster.sizes[-1]
    return media_url(council, video.poster.name(largest.width, PhotoKind.JPEG))


def show_recordings(
    recordings: Iterable[Recording], council: str, *, language: str
) -> tuple[ShownRecording, ...]:
    """Return the recordings in the language of a page; those in English when it has none."""
    held = list(recordings)
    fitting = [each for each in held if each.is_in(language)]
    return tuple(
        ShownRecording(
            url=media_url(council, each.sound.name),
            language=each.language,
            megabytes=megabytes(each.sound),
            transcript=each.transcript,
        )
        for each in fitting or [each for each in held if each.is_in("en")]
    )


def megabytes(file: MediaFile) -> int:
    """Return how many MB a file has, rounded up, so that nobody pays for more than was said."""
    return math.ceil(file.size_bytes / _MEGABYTE)
