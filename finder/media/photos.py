"""Look at a provider's photo, and make the small pictures of it that pages show.

What is made has nothing of the first file but its picture: it is the right way up, in the colours
of the web (sRGB), and without any metadata. A phone writes into a photo where it was taken.
"""

import struct
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageCms, ImageFile

from finder.domain.media import Photo, PhotoKind, PhotoSize
from finder.media.faults import MediaError
from finder.media.folders import MEGABYTE, read_whole, short_digest

LARGEST_PHOTO_BYTES = 20 * MEGABYTE
MOST_PIXELS = 40_000_000
NARROWEST_PHOTO = 320
# Nothing is gained by a photo that is a thin strip.
MOST_TIMES_AS_LONG = 4
PHOTO_FORMATS = ("JPEG", "PNG", "WEBP")
PICTURE_FORMATS = ("PNG", "WEBP")
_NAMES = {PHOTO_FORMATS: "JPEG, PNG or WebP", PICTURE_FORMATS: "PNG or WebP"}
# Shown up to nine times the height of a letter, on screens of up to two dots for a pixel.
NARROWEST_PICTURE = 144
WIDEST_PICTURE = 1024
# What a photo is made into depends on these. Change the number when anything else here changes it.
RECIPE = b"1: 480 960, webp 76, jpeg 80"
_WEBP_QUALITY = 76
_JPEG_QUALITY = 80

# What the tag Orientation of a photo says (Exif 2.3), and how to put it right.
_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_LYING = frozenset({5, 6, 7, 8})
# Modes that a photo can be in, each with eight bits for a colour.
_MODES = frozenset({"1", "L", "LA", "P", "PA", "RGB", "RGBA", "RGBX", "CMYK", "YCbCr"})
_SEE_THROUGH = frozenset({"LA", "PA", "RGBA"})
_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
_WARNINGS = threading.Lock()
# What Pillow raises for files that are damaged, or made to do harm.
_BROKEN = (
    *(OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, EOFError),
    *(OverflowError, MemoryError, struct.error, Image.DecompressionBombError),
)


def look_at_photo(path: Path, *, file: str, alt: str, credit: str, made: frozenset[str]) -> Photo:
    """Return a photo that can be shown, or raise MediaError.

    `made` names what an earlier build made: a photo that is among it was whole, so it is not
    read through again.
    """
    content = read_whole(path)
    with _opened(content) as opened:
        _check_photo(opened)
        size = opened.upright_size
        photo = Photo(
            file=file,
            alt=alt,
            credit=credit,
            digest=short_digest(RECIPE, content),
            width=size.width,
            height=size.height,
        )
        if not made.issuperset(photo.names):
            _decode(opened, photo.sizes[0])
    return photo


def make_photo(path: Path, photo: Photo) -> dict[str, bytes]:
    """Return the files that are made of a photo, by their names, or raise MediaError."""
    content = read_whole(path)
    if short_digest(RECIPE, content) != photo.digest:
        raise MediaError("file-changed", "The photo changed just now.", "Build again.")
    files: dict[str, bytes] = {}
    with _opened(content) as opened:
        smaller = _upright(opened, photo.sizes[-1])
    for size in reversed(photo.sizes):
        smaller = smaller.resize((size.width, size.height), Image.Resampling.LANCZOS)
        files[photo.name(size.width, PhotoKind.WEBP)] = _written(
            smaller, "WEBP", quality=_WEBP_QUALITY, method=4
        )
        files[photo.name(size.width, PhotoKind.JPEG)] = _written(
            smaller, "JPEG", quality=_JPEG_QUALITY, optimize=True, progressive=True
        )
    return files


class _Opened(NamedTuple):
    """A photo whose pixels are not read yet, and what it says of how it was held."""

    image: ImageFile.ImageFile
    turn: int

    def across(self, size: PhotoSize) -> tuple[int, int]:
        """Return the width and height, as the file has them, of what is upright in a size."""
        if self.turn in _LYING:
            return size.height, size.width
        return size.width, size.height

    @property
    def upright_size(self) -> PhotoSize:
        return PhotoSize(*self.across(PhotoSize(*self.image.size)))


def check_small_picture(content: bytes) -> str:
    """Return the ending of a PNG or WebP picture for an idea, or raise MediaError."""
    with _opened(content, PICTURE_FORMATS) as opened:
        width, height = opened.image.size
        if not NARROWEST_PICTURE <= min(width, height) <= max(width, height) <= WIDEST_PICTURE:
            raise MediaError(
                "wrong-size",
                f"The picture is {width:,} by {height:,} pixels.",
                f"Save it with {NARROWEST_PICTURE} to {WIDEST_PICTURE:,} pixels on each side.",
            )
        _decode(opened, PhotoSize(width, height))
        return str(opened.image.format).lower()


@contextmanager
def _opened(content: bytes, formats: tuple[str, ...] = PHOTO_FORMATS) -> Iterator[_Opened]:
    """Open a photo or a picture, unless it is far too large to be one."""
    try:
        # Pillow warns of what is refused below, and of metadata that makes no sense. What warns
        # is shared by all threads, so only one may change it at a time.
        with _WARNINGS, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(BytesIO(content), formats=formats)
            opened = _Opened(image, _turn(image))
    except Image.DecompressionBombError as error:
        raise _too_many_pixels() from error
    except _BROKEN as error:
        raise _not_a_photo(f"This is not a {_NAMES[formats]} file.") from error
    with image:
        width, height = image.size
        if width * height > MOST_PIXELS:
            raise _too_many_pixels()
        yield opened


def _turn(image: ImageFile.ImageFile) -> int:
    """Return what the photo says of how it was held; 1, the usual, when that makes no sense."""
    try:
        return int(image.getexif().get(_ORIENTATION, 1))
    except _BROKEN:
        return 1


def _check_photo(opened: _Opened) -> None:
    width, height = opened.image.size
    if opened.upright_size.width < NARROWEST_PHOTO:
        raise MediaError(
            "photo-too-small",
            f"The photo is {opened.upright_size.width} pixels wide.",
            f"Use one that is {NARROWEST_PHOTO} pixels wide or more. 1,000 is good.",
        )
    if max(width, height) > MOST_TIMES_AS_LONG * min(width, height):
        raise MediaError(
            "photo-too-narrow",
            f"The photo is {width:,} by {height:,} pixels. That is a long strip.",
            "Cut it so that it is nearer to a square.",
        )
    if opened.image.mode not in _MODES:
        raise _not_a_photo("The photo is in colours that a web page cannot show.")


def _too_many_pixels() -> MediaError:
    return MediaError(
        "too-many-pixels",
        f"The photo has more than {MOST_PIXELS:,} pixels.",
        "Save it smaller, such as 2,000 pixels wide.",
    )


def _not_a_photo(message: str) -> MediaError:
    return MediaError(
        "not-a-photo", message, "Open it in a program for photos, and save it as JPEG."
    )


def _decode(opened: _Opened, wanted: PhotoSize) -> None:
    """Read the pixels, at a size some way above the wanted one where the format allows that."""
    width, height = opened.across(wanted)
    try:
        opened.image.draft(opened.image.mode, (2 * width, 2 * height))
        opened.image.load()
    except _BROKEN as error:
        raise MediaError(
            "broken-photo",
            "The photo is damaged. A part of it is missing.",
            "Copy it again from where it came from.",
        ) from error


def _upright(opened: _Opened, size: PhotoSize) -> Image.Image:
    """Return the picture alone: of this size, the right way up, in sRGB, on white."""
    profile = opened.image.info.get("icc_profile")
    _decode(opened, size)
    plain = _with_whole_colours(opened.image).resize(
        opened.across(size), Image.Resampling.LANCZOS, reducing_gap=3.0
    )
    if opened.turn in _TURNS:
        plain = plain.transpose(_TURNS[opened.turn])
    # Pillow hands on what a picture says of itself. A new one has nothing to say.
    bare = Image.new("RGB", plain.size, "white")
    bare.paste(_in_srgb(plain, profile), mask=plain if plain.mode == "RGBA" else None)
    return bare


def _with_whole_colours(image: Image.Image) -> Image.Image:
    """Return the picture in a mode that can be made smaller without spoiling its colours."""
    if image.mode in _SEE_THROUGH or "transparency" in image.info:
        return image.convert("RGBA")
    return image if image.mode in {"RGB", "L", "CMYK"} else image.convert("RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return the picture in sRGB. A camera's own colours look dull when they are taken for it."""
    if profile:
        try:
            given = ImageCms.ImageCmsProfile(BytesIO(profile))
            changed = ImageCms.profileToProfile(image, given, _SRGB, outputMode=_RGB[image.mode])
        except (ImageCms.PyCMSError, *_BROKEN):
            return image.convert("RGB")
        return (changed or image).convert("RGB")
    return image.convert("RGB")


_RGB = {"RGB": "RGB", "RGBA": "RGBA", "L": "RGB", "CMYK": "RGB"}


def _written(image: Image.Image, kind: str, **options: object) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()
