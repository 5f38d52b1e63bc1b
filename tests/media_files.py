"""Photos, films, sounds and drawings for tests, made from nothing and as small as they can be."""

from io import BytesIO
from typing import Any

from PIL import Image, ImageCms

from finder.domain.media import MediaFile, Photo, Recording, Video

WHERE = 0x8825
ORIENTATION = 0x0112
MADE_BY = 0x010F
CAPTIONS = b"WEBVTT\n\n00:00.000 --> 00:02.000\nHello.\n"
DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72"><path d="M8 8h56v56H8z"/></svg>'
)
MP4 = b"\0\0\0\x18ftypisom\0\0\x02\0isommp41" + b"\0\0\0\x08free" + b"\0\0\0\x08mdat"
WEBM = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm\x42\x87\x81\x04"
MP3 = b"ID3\x04\0\0\0\0\0\0" + b"\xff\xfb\x90\x64" + b"\0" * 32
M4A = b"\0\0\0\x18ftypM4A \0\0\x02\0M4A mp42" + b"\0\0\0\x08mdat"
OGG = b"OggS\0\x02" + b"\0" * 22
WAV = b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0"


def a_picture(width: int = 1200, height: int = 800, mode: str = "RGB") -> Image.Image:
    """Return a picture that is red at the top left, green at the top right, and blue below."""
    quarter = (width // 2, height // 2)
    picture = Image.new("RGB", (width, height), (20, 20, 220))
    picture.paste((220, 20, 20), (0, 0, *quarter))
    picture.paste((20, 200, 20), (quarter[0], 0, width, quarter[1]))
    return picture.convert(mode)


def written(picture: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    """Return the file of a picture."""
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def a_photo_file(width: int = 1200, height: int = 800, **options: Any) -> bytes:
    """Return a plain JPEG photo."""
    return written(a_picture(width, height), **options)


def a_phone_s_photo(turn: int = 6, kind: str = "JPEG") -> bytes:
    """Return a photo as a phone writes it: on its side, with where and by what it was taken."""
    exif = Image.Exif()
    exif[ORIENTATION] = turn
    exif[MADE_BY] = "Example Phone Company"
    exif.get_ifd(WHERE).update({1: "N", 2: (51.0, 16.0, 43.0), 3: "E", 4: (0.0, 31.0, 20.0)})
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    options = {"exif": exif, "icc_profile": profile}
    if kind == "JPEG":
        options |= {"comment": b"Taken at 2 Example Street", "xmp": b"<x>Example Street</x>"}
    return written(a_picture(), kind, **options)


def a_photo(digest: str = "0" * 20, **overrides: Any) -> Photo:
    """Return a photo as it is read: 1200 by 800 pixels."""
    values: dict[str, Any] = {
        "file": "providers/example-green-door/kitchen.jpg",
        "alt": "Three people at a stove.",
        "digest": digest,
        "width": 1200,
        "height": 800,
        "credit": "Jo",
    }
    return Photo(**(values | overrides))


def a_file(name: str, size_bytes: int = 100) -> MediaFile:
    """Return a file that is served as it is; it has the same name in the council's folder."""
    return MediaFile(file=f"providers/example-green-door/{name}", name=name, size_bytes=size_bytes)


def a_video(**overrides: Any) -> Video:
    """Return a video in British Sign Language."""
    values: dict[str, Any] = {
        "title": "What we do (example)",
        "film": a_file("film.mp4", 11_200_000),
        "captions": a_file("film.vtt"),
        "transcript": ("We cook lunch.", "Then we eat it."),
    }
    return Video(**(values | overrides))


def a_recording(language: str = "en", **overrides: Any) -> Recording:
    """Return a recorded voice."""
    values: dict[str, Any] = {
        "sound": a_file(f"voice-{language}.mp3", 900_000),
        "language": language,
        "transcript": ("You cook lunch.",),
    }
    return Recording(**(values | overrides))
