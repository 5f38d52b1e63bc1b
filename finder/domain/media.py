"""Photos, films and sounds that a provider or a council gave, each with words that say the same.

What is served is named by a digest of what it was made from, so that a browser can keep it for
ever, and a build can tell what it has made already.
"""

from dataclasses import dataclass
from enum import StrEnum

# The widths in pixels of what is made of a photo: for a card, and for the page of an activity.
PHOTO_WIDTHS = (480, 960)


class PhotoKind(StrEnum):
    """The two kinds of file that are made of a photo. Every browser can show the second."""

    WEBP = "webp"
    JPEG = "jpg"


class VideoLanguage(StrEnum):
    """The languages of signed videos, as content says them."""

    BSL = "bsl"


@dataclass(frozen=True, slots=True)
class PhotoSize:
    """The width and the height of a picture, in pixels."""

    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A photo, described in words. It was looked at: it can be shown.

    `file` is where it lies in the council's folder. `digest` names what is made of it. `width` and
    `height` are its own, the right way up, in pixels.
    """

    file: str
    alt: str
    digest: str
    width: int
    height: int
    credit: str = ""

    @property
    def sizes(self) -> tuple[PhotoSize, ...]:
        """Return the sizes that it is made in, the smallest first; none is wider than it is."""
        widths = sorted({min(width, self.width) for width in PHOTO_WIDTHS})
        return tuple(
            PhotoSize(width, max(1, round(self.height * width / self.width))) for width in widths
        )

    def name(self, width: int, kind: PhotoKind) -> str:
        """Return what the file of one width and kind is called."""
        return f"{self.digest}-{width}.{kind}"

    @property
    def names(self) -> tuple[str, ...]:
        """Return what every file that is made of it is called."""
        return tuple(self.name(size.width, kind) for size in self.sizes for kind in PhotoKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaFile:
    """A file that is served just as it was given.

    `file` is where it lies in the council's folder, `name` what it is called when it is served.
    """

    file: str
    name: str
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Video:
    """A film in sign language, with captions and with all its words.

    `poster` is the picture that stands in its place until somebody starts it.
    """

    title: str
    film: MediaFile
    captions: MediaFile
    transcript: tuple[str, ...]
    poster: Photo | None = None
    language: VideoLanguage = VideoLanguage.BSL


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """A person's voice that reads the page, in a language such as "en" or "pl"."""

    sound: MediaFile
    language: str
    transcript: tuple[str, ...]

    def is_in(self, language: str) -> bool:
        """Return whether it is in the language of a page; "en" is in "en-GB"."""
        return self.language.partition("-")[0] == language.partition("-")[0]
