"""Films and sounds are known by what is in them."""

from pathlib import Path

import pytest

from finder.media.containers import check_film, check_sound, kind_of, says_where
from finder.media.faults import MediaError
from tests.media_files import M4A, MP3, MP4, OGG, WAV, WEBM


def a_box(kind: bytes, body: bytes = b"", *, is_long: bool = False) -> bytes:
    """Return a box of an MPEG-4 file."""
    if is_long:
        return b"\0\0\0\1" + kind + (len(body) + 16).to_bytes(8, "big") + body
    return (len(body) + 8).to_bytes(4, "big") + kind + body


HEAD = a_box(b"ftyp", b"isom\0\0\2\0isommp41")
PLACE = a_box(b"moov", b"\0" * 30 + b"\xa9xyz\0\x12\x15\xc7+51.2786+000.5223/")


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        pytest.param(MP4, "mp4", id="MP4"),
        pytest.param(M4A, "m4a", id="M4A"),
        pytest.param(WEBM, "webm", id="WebM"),
        pytest.param(WEBM.replace(b"webm", b"matr"), "", id="Matroska, which is not for the web"),
        pytest.param(MP4.replace(b"ftypisom", b"ftypqt  "), "", id="QuickTime"),
        pytest.param(OGG, "ogg", id="Ogg"),
        pytest.param(WAV, "wav", id="WAV"),
        pytest.param(WAV.replace(b"WAVE", b"AVI "), "", id="AVI"),
        pytest.param(MP3, "mp3", id="MP3 with a tag"),
        pytest.param(MP3[10:], "mp3", id="MP3 without a tag"),
        pytest.param(b"\xff\xf1\x50\x80", "", id="AAC by itself"),
        pytest.param(b"\xff\xfb\xf0", "", id="MP3 at a speed that there is not"),
        pytest.param(b"\xff\xd8\xff\xe0", "", id="a photo"),
        pytest.param(b"<html>", "", id="a page"),
        pytest.param(b"", "", id="nothing"),
    ],
)
def test_the_first_bytes_tell_the_kind(start: bytes, kind: str) -> None:
    assert kind_of(start) == kind


@pytest.mark.parametrize(("content", "ending"), [(MP4, ".mp4"), (WEBM, ".webm")])
def test_a_film_has_a_name_with_its_kind(tmp_path: Path, content: bytes, ending: str) -> None:
    path = tmp_path / "film.mov"
    path.write_bytes(content)

    assert Path(check_film(path)).suffix == ending


@pytest.mark.parametrize(
    ("content", "ending"),
    [(MP3, ".mp3"), (M4A, ".m4a"), (MP4, ".m4a"), (OGG, ".ogg"), (WAV, ".wav")],
)
def test_a_sound_has_a_name_with_its_kind(tmp_path: Path, content: bytes, ending: str) -> None:
    path = tmp_path / "sound"
    path.write_bytes(content)

    assert Path(check_sound(path)).suffix == ending


@pytest.mark.parametrize(
    ("check", "content"), [(check_film, MP3), (check_film, b"x"), (check_sound, WEBM)]
)
def test_another_kind_is_refused(tmp_path: Path, check: object, content: bytes) -> None:
    path = tmp_path / "file.mp4"
    path.write_bytes(content)
    assert callable(check)

    with pytest.raises(MediaError) as caught:
        check(path)
    assert caught.value.code == "wrong-kind-of-file"


@pytest.mark.parametrize(
    ("content", "where"),
    [
        pytest.param(HEAD + PLACE, True, id="before the film"),
        pytest.param(HEAD + a_box(b"mdat", b"\0" * 99) + PLACE, True, id="after it"),
        pytest.param(HEAD + a_box(b"mdat", b"\0" * 99, is_long=True) + PLACE, True, id="long"),
        pytest.param(HEAD + b"\0\0\0\0" + PLACE[4:], True, id="up to the end"),
        pytest.param(HEAD + a_box(b"meta", b"location.ISO6709"), True, id="as iPhones say it"),
        pytest.param(HEAD + a_box(b"mdat", b"\xa9xyz"), False, id="by chance, in the film"),
        pytest.param(HEAD + a_box(b"moov", b"trak"), False, id="not said"),
        pytest.param(HEAD + b"\0\0\0\2moov" + PLACE, False, id="a size that cannot be"),
        pytest.param(HEAD + b"\0\0", False, id="cut short"),
        pytest.param(a_box(b"free") * 5000 + PLACE, False, id="more boxes than any film has"),
    ],
)
def test_a_film_that_says_where_it_was_made_is_known(
    tmp_path: Path, content: bytes, where: bool
) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(content)

    assert says_where(path) is where


def test_a_film_that_says_where_it_was_made_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(HEAD + PLACE)

    with pytest.raises(MediaError, match="says where") as caught:
        check_film(path)
    assert caught.value.code == "says-where"
