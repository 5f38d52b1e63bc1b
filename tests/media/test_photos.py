"""Photos: what is taken, what is refused, and what is made of them."""

import struct
import threading
import zlib
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from finder.domain.media import Photo, PhotoKind, PhotoSize
from finder.media.faults import MediaError
from finder.media.folders import short_digest
from finder.media.photos import RECIPE, check_small_picture, look_at_photo, make_photo
from tests.media_files import (
    MADE_BY,
    WHERE,
    a_phone_s_photo,
    a_photo_file,
    a_picture,
    written,
)

WIDE = (PhotoSize(480, 320), PhotoSize(960, 640))
TALL = (PhotoSize(480, 720), PhotoSize(800, 1200))
RED, GREEN, BLUE = (220, 20, 20), (20, 200, 20), (20, 20, 220)


@pytest.fixture
def look(tmp_path: Path) -> Callable[[bytes], Photo]:
    """Look at a photo with these bytes."""

    def look_at(content: bytes, made: frozenset[str] = frozenset()) -> Photo:
        path = tmp_path / "kitchen.jpg"
        path.write_bytes(content)
        return look_at_photo(path, file="kitchen.jpg", alt="A stove.", credit="Jo", made=made)

    return look_at


@pytest.fixture
def make(look: Callable[[bytes], Photo], tmp_path: Path) -> Callable[[bytes], dict[str, bytes]]:
    """Make what is shown of a photo with these bytes."""
    return lambda content: make_photo(tmp_path / "kitchen.jpg", look(content))


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def corners(content: bytes) -> list[tuple[int, ...]]:
    """Return the colours a little way in from the four corners, row by row."""
    picture = opened(content).convert("RGB")
    across, down = (picture.width // 8, picture.height // 8)
    places = [
        (x, y) for y in (down, picture.height - down) for x in (across, picture.width - across)
    ]
    found = [picture.getpixel(place) for place in places]
    assert all(isinstance(each, tuple) for each in found)
    return [tuple(each) for each in found if isinstance(each, tuple)]


def are_near(found: list[tuple[int, ...]], wanted: list[tuple[int, ...]]) -> bool:
    return all(
        abs(a - b) < 25
        for one, other in zip(found, wanted, strict=True)
        for a, b in zip(one, other, strict=True)
    )


def a_png_of(width: int, height: int) -> bytes:
    """Return the start of a PNG that says that it has so many pixels, and has none."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        check = zlib.crc32(kind + body)
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packed = zlib.compress(b"\0" * 1000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    )


def test_a_good_photo_is_named_by_what_is_in_it(look: Callable[[bytes], Photo]) -> None:
    first, again, other = look(a_photo_file()), look(a_photo_file()), look(a_photo_file(1201))

    assert first == again
    assert (first.width, first.height, first.sizes) == (1200, 800, WIDE)
    assert first.digest != other.digest
    assert first.names == tuple(
        f"{first.digest}-{name}" for name in ("480.webp", "480.jpg", "960.webp", "960.jpg")
    )


def test_a_photo_is_made_in_two_sizes_and_two_kinds(
    make: Callable[[bytes], dict[str, bytes]],
) -> None:
    files = make(a_photo_file())

    assert {
        name.partition("-")[2]: (opened(content).format, opened(content).size)
        for name, content in files.items()
    } == {
        "480.webp": ("WEBP", (480, 320)),
        "480.jpg": ("JPEG", (480, 320)),
        "960.webp": ("WEBP", (960, 640)),
        "960.jpg": ("JPEG", (960, 640)),
    }
    assert all(are_near(corners(content), [RED, GREEN, BLUE, BLUE]) for content in files.values())


@pytest.mark.parametrize(
    ("width", "height", "sizes"),
    [
        pytest.param(320, 240, ((320, 240),), id="the smallest that there may be"),
        pytest.param(480, 360, ((480, 360),), id="just one size"),
        pytest.param(700, 700, ((480, 480), (700, 700)), id="between the two"),
        pytest.param(1000, 250, ((480, 120), (960, 240)), id="as long as it may be"),
    ],
)
def test_no_photo_is_made_larger_than_it_is(
    make: Callable[[bytes], dict[str, bytes]],
    width: int,
    height: int,
    sizes: tuple[tuple[int, int], ...],
) -> None:
    files = make(a_photo_file(width, height))

    assert {opened(content).size for content in files.values()} == set(sizes)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_that_a_phone_wrote_into_a_photo_is_left(
    make: Callable[[bytes], dict[str, bytes]], kind: str
) -> None:
    given = a_phone_s_photo(kind=kind)
    before = opened(given).getexif()
    assert (before[MADE_BY], bool(before.get_ifd(WHERE))) == ("Example Phone Company", True)
    assert opened(given).info.get("icc_profile")

    for name, content in make(given).items():
        picture = opened(content)
        assert dict(picture.getexif()) == {}, name
        assert not {"exif", "xmp", "icc_profile", "comment"} & set(picture.info), name
        for trace in (b"Example", b"Exif", b"EXIF", b"ICCP", b"ICC_PROFILE", b"http"):
            assert trace not in content, (name, trace)


@pytest.mark.parametrize(
    ("turn", "wanted"),
    [
        pytest.param(1, [RED, GREEN, BLUE, BLUE], id="upright"),
        pytest.param(2, [GREEN, RED, BLUE, BLUE], id="as in a mirror"),
        pytest.param(3, [BLUE, BLUE, GREEN, RED], id="upside down"),
        pytest.param(4, [BLUE, BLUE, RED, GREEN], id="upside down in a mirror"),
        pytest.param(5, [RED, BLUE, GREEN, BLUE], id="on its side in a mirror"),
        pytest.param(6, [BLUE, RED, BLUE, GREEN], id="turned to the right"),
        pytest.param(7, [BLUE, GREEN, BLUE, RED], id="turned left in a mirror"),
        pytest.param(8, [GREEN, BLUE, RED, BLUE], id="turned to the left"),
        pytest.param(99, [RED, GREEN, BLUE, BLUE], id="a turn that there is not"),
    ],
)
def test_a_photo_is_shown_the_right_way_up(
    look: Callable[[bytes], Photo],
    make: Callable[[bytes], dict[str, bytes]],
    turn: int,
    wanted: list[tuple[int, ...]],
) -> None:
    given = a_phone_s_photo(turn)

    assert look(given).sizes == (TALL if 5 <= turn <= 8 else WIDE)
    for content in make(given).values():
        assert are_near(corners(content), wanted)


def test_the_colours_of_a_camera_become_those_of_the_web(
    make: Callable[[bytes], dict[str, bytes]],
) -> None:
    laboratory = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    plain = make(a_photo_file())
    with_profile = make(a_photo_file(icc_profile=laboratory))
    damaged = make(a_photo_file(icc_profile=b"no profile at all"))

    for files in (with_profile, damaged):
        for one, other in zip(files.values(), plain.values(), strict=True):
            assert are_near(corners(one), corners(other))


@pytest.mark.parametrize(
    ("content", "first"),
    [
        pytest.param(written(a_picture(mode="L")), (81, 81, 81), id="grey"),
        pytest.param(written(a_picture(mode="CMYK")), RED, id="for printing"),
        pytest.param(written(a_picture(mode="P"), "PNG"), RED, id="few colours"),
        pytest.param(written(a_picture(mode="1"), "PNG"), None, id="black and white"),
        pytest.param(
            written(Image.new("RGBA", (400, 400), (0, 0, 0, 0)), "PNG"),
            (255, 255, 255),
            id="see-through",
        ),
        pytest.param(
            written(Image.new("LA", (400, 400), (0, 0)), "PNG"),
            (255, 255, 255),
            id="see-through grey",
        ),
        pytest.param(
            written(Image.new("P", (400, 400), 0), "PNG", transparency=0),
            (255, 255, 255),
            id="one see-through colour",
        ),
    ],
)
def test_a_photo_in_other_colours_is_taken(
    make: Callable[[bytes], dict[str, bytes]], content: bytes, first: tuple[int, ...] | None
) -> None:
    for made in make(content).values():
        assert opened(made).mode == "RGB"
        assert first is None or are_near(corners(made)[:1], [first])


def test_a_photo_of_two_pictures_is_its_first(make: Callable[[bytes], dict[str, bytes]]) -> None:
    """Some phones write a second view behind the first one (MPO)."""
    given = written(
        a_picture(), "MPO", save_all=True, append_images=[Image.new("RGB", (1200, 800))]
    )

    assert all(
        are_near(corners(content), [RED, GREEN, BLUE, BLUE]) for content in make(given).values()
    )


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(b"", "not-a-photo", id="nothing"),
        pytest.param(b"<html>", "not-a-photo", id="a web page"),
        pytest.param(written(a_picture(), "GIF"), "not-a-photo", id="a GIF"),
        pytest.param(written(a_picture(), "TIFF"), "not-a-photo", id="a TIFF"),
        pytest.param(
            written(Image.new("I;16", (400, 400)), "PNG"), "not-a-photo", id="too many colours"
        ),
        pytest.param(a_photo_file(319, 400), "photo-too-small", id="narrow"),
        pytest.param(a_photo_file(2000, 320), "photo-too-narrow", id="a strip"),
        pytest.param(a_photo_file()[:5000], "broken-photo", id="half a photo"),
        pytest.param(written(a_picture(), "PNG")[:1000], "broken-photo", id="half a PNG"),
        pytest.param(a_png_of(600, 600), "broken-photo", id="fewer pixels than it says"),
        pytest.param(a_png_of(8000, 5001), "too-many-pixels", id="more than 40 megapixels"),
        pytest.param(a_png_of(10_000, 10_000), "too-many-pixels", id="so many that Pillow warns"),
        pytest.param(a_png_of(60_000, 60_000), "too-many-pixels", id="a bomb"),
    ],
)
def test_what_cannot_be_shown_is_refused(
    look: Callable[[bytes], Photo], content: bytes, code: str
) -> None:
    with pytest.raises(MediaError) as caught:
        look(content)

    assert caught.value.code == code
    assert caught.value.remedy


def test_a_damaged_file_is_refused_and_never_an_accident(look: Callable[[bytes], Photo]) -> None:
    whole = a_phone_s_photo()
    for position in range(0, 1500, 17):
        damaged = bytearray(whole)
        damaged[position] ^= 0xFF
        with suppress(MediaError):
            assert look(bytes(damaged)).width >= 320


def test_a_photo_that_was_made_before_is_not_read_through_again(
    look: Callable[..., Photo],
) -> None:
    content = a_photo_file()[:5000]
    with pytest.raises(MediaError):
        look(content)
    digest = short_digest(RECIPE, content)
    known = frozenset(f"{digest}-{width}.{kind}" for width in (480, 960) for kind in PhotoKind)

    assert look(content, known).sizes == WIDE


def test_a_photo_that_changed_after_it_was_read_is_not_made(
    look: Callable[[bytes], Photo], tmp_path: Path
) -> None:
    photo = look(a_photo_file())
    (tmp_path / "kitchen.jpg").write_bytes(a_photo_file(1300))

    with pytest.raises(MediaError, match="changed"):
        make_photo(tmp_path / "kitchen.jpg", photo)


def test_photos_can_be_made_side_by_side(
    make: Callable[[bytes], dict[str, bytes]], look: Callable[[bytes], Photo], tmp_path: Path
) -> None:
    photo, alone = look(a_photo_file()), make(a_photo_file())
    found: list[dict[str, bytes]] = []
    threads = [
        threading.Thread(target=lambda: found.append(make_photo(tmp_path / "kitchen.jpg", photo)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == [alone] * 4


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_a_small_picture_for_an_idea_is_taken(kind: str) -> None:
    assert check_small_picture(written(a_picture(200, 200), kind)) == kind.lower()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(
            a_photo_file(200, 200), "not-a-photo", id="a JPEG, which is never see-through"
        ),
        pytest.param(written(a_picture(143, 200), "PNG"), "wrong-size", id="narrow"),
        pytest.param(written(a_picture(200, 1025), "PNG"), "wrong-size", id="tall"),
        pytest.param(written(a_picture(200, 200), "PNG")[:200], "broken-photo", id="half"),
    ],
)
def test_a_picture_that_is_no_good_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(MediaError) as caught:
        check_small_picture(content)

    assert caught.value.code == code
