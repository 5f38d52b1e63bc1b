"""What is put into a generation, and what is taken over from the one before."""

import hashlib
import os
from pathlib import Path

import pytest

from finder.domain.media import MediaFile, Photo
from finder.media.faults import MediaError
from finder.media.folders import name_of
from finder.media.photos import look_at_photo
from finder.media.store import KeptFile, write_media
from tests.media_files import MP3, a_photo_file


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "kent"
    folder.mkdir()
    (folder / "kitchen.jpg").write_bytes(a_photo_file())
    (folder / "voice.mp3").write_bytes(MP3)
    return folder


@pytest.fixture
def photo(source: Path) -> Photo:
    return look_at_photo(
        source / "kitchen.jpg", file="kitchen.jpg", alt="A stove.", credit="", made=frozenset()
    )


@pytest.fixture
def sound(source: Path) -> MediaFile:
    return MediaFile(
        file="voice.mp3", name=name_of(source / "voice.mp3", "mp3"), size_bytes=len(MP3)
    )


def kept_in(folder: Path) -> dict[str, KeptFile]:
    return {
        path.name: KeptFile(path, hashlib.sha256(path.read_bytes()).hexdigest())
        for path in folder.iterdir()
    }


def write(
    folder: Path,
    source: Path,
    photo: Photo,
    sound: MediaFile,
    made: dict[str, KeptFile] | None = None,
) -> list[str]:
    write_media(folder, photos=[photo, photo], files=[sound, sound], source=source, made=made or {})
    return sorted(path.name for path in folder.iterdir())


def test_everything_is_written_once(
    tmp_path: Path, source: Path, photo: Photo, sound: MediaFile
) -> None:
    names = write(tmp_path / "media", source, photo, sound)

    assert names == sorted((*photo.names, sound.name))
    assert (tmp_path / "media" / sound.name).read_bytes() == MP3


def test_what_is_there_already_is_taken_over(
    tmp_path: Path, source: Path, photo: Photo, sound: MediaFile
) -> None:
    write(tmp_path / "first", source, photo, sound)
    (source / "kitchen.jpg").unlink()
    (source / "voice.mp3").unlink()

    names = write(tmp_path / "second", source, photo, sound, kept_in(tmp_path / "first"))

    assert names == sorted((*photo.names, sound.name))
    for name in names:
        assert (tmp_path / "second" / name).samefile(tmp_path / "first" / name)


def test_where_a_file_cannot_have_two_names_it_is_copied(
    tmp_path: Path,
    source: Path,
    photo: Photo,
    sound: MediaFile,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write(tmp_path / "first", source, photo, sound)

    def refuse(*_: object) -> None:
        raise OSError("This disk has no links.")

    monkeypatch.setattr(os, "link", refuse)
    names = write(tmp_path / "second", source, photo, sound, kept_in(tmp_path / "first"))

    for name in names:
        first, second = tmp_path / "first" / name, tmp_path / "second" / name
        assert first.read_bytes() == second.read_bytes()
        assert not first.samefile(second)


def test_what_was_damaged_is_made_anew(
    tmp_path: Path, source: Path, photo: Photo, sound: MediaFile
) -> None:
    write(tmp_path / "first", source, photo, sound)
    kept = kept_in(tmp_path / "first")
    whole = kept[photo.names[0]].path.read_bytes()
    kept[photo.names[0]].path.write_bytes(b"damaged")
    kept[sound.name].path.unlink()

    write(tmp_path / "second", source, photo, sound, kept)

    assert (tmp_path / "second" / photo.names[0]).read_bytes() == whole
    assert kept[photo.names[0]].path.read_bytes() == b"damaged"
    assert (tmp_path / "second" / sound.name).read_bytes() == MP3


@pytest.mark.parametrize("name", ["kitchen.jpg", "voice.mp3"])
@pytest.mark.parametrize("content", [None, b"something else"], ids=["gone", "changed"])
def test_a_file_that_is_not_as_it_was_read_stops_the_build(
    tmp_path: Path,
    source: Path,
    photo: Photo,
    sound: MediaFile,
    name: str,
    content: bytes | None,
) -> None:
    (source / name).unlink()
    if content is not None:
        (source / name).write_bytes(content)

    with pytest.raises(MediaError):
        write(tmp_path / "media", source, photo, sound)
