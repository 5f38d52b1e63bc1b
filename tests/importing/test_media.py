"""Photos, videos and recordings that content names: what is read, and what is said of faults."""

from dataclasses import replace
from pathlib import Path

import pytest

from finder.domain.issue import Issue
from finder.domain.media import MediaFile, Photo, Recording, Video
from finder.importing.activities import read_activity
from finder.importing.media import (
    MOST_PHOTOS,
    MediaFolder,
    read_photos,
    read_recordings,
    read_videos,
)
from finder.importing.surroundings import Surroundings
from tests.builders import a_provider
from tests.importing.reading import an_error, read_entry, summed_up
from tests.media_files import CAPTIONS, MP3, MP4, WEBM, a_phone_s_photo, a_photo_file

PLACE = "providers/example-green-door"
VIDEO = """\
[[videos]]
title = "What we do (example)"
file = "film.mp4"
captions = "film.vtt"
transcript = ["We cook lunch.", "Then we eat it."]
"""
RECORDING = """\
[[recordings]]
file = "voice.mp3"
language = "pl"
transcript = "Gotujemy obiad."
"""


@pytest.fixture
def folder(tmp_path: Path) -> MediaFolder:
    """A provider's folder with one good file of each kind."""
    place = tmp_path / PLACE
    place.mkdir(parents=True)
    for name, content in {
        "kitchen.jpg": a_photo_file(),
        "phone.jpg": a_phone_s_photo(),
        "small.jpg": a_photo_file(100, 100),
        "film.mp4": MP4,
        "film.vtt": CAPTIONS,
        "voice.mp3": MP3,
    }.items():
        (place / name).write_bytes(content)
    return MediaFolder(council=tmp_path, place=PLACE)


def photo_of(text: str, folder: MediaFolder) -> tuple[tuple[Photo, ...], list[Issue]]:
    entry, issues = read_entry(f"[[photos]]\n{text}")
    return read_photos(entry, folder), issues


def test_a_photo_is_read_with_what_it_shows(folder: MediaFolder) -> None:
    text = 'file = "phone.jpg"\nalt = "Three people at a stove."\ncredit = "Jo"\n'
    (photo,), issues = photo_of(text, folder)

    assert issues == []
    assert photo == Photo(
        file=f"{PLACE}/phone.jpg",
        alt="Three people at a stove.",
        credit="Jo",
        digest=photo.digest,
        width=800,
        height=1200,
    )


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        pytest.param(
            'file = "none.jpg"\nalt = "A stove."',
            an_error(
                code="missing-file",
                message="There is no file “none.jpg”.",
                remedy="Put it in the folder example-green-door, or correct its name.",
                line=2,
                where="photos 1, file",
            ),
            id="no such file",
        ),
        pytest.param(
            'file = "../../council.toml"\nalt = "A stove."',
            an_error(
                code="missing-file",
                message="There is no file “../../council.toml”.",
                remedy="Put it in the folder example-green-door, or correct its name.",
                line=2,
                where="photos 1, file",
            ),
            id="outside, where there is nothing",
        ),
        pytest.param(
            'file = "../../secret.jpg"\nalt = "A stove."',
            an_error(
                code="outside-folder",
                message="“../../secret.jpg” does not lie in this folder.",
                remedy="Put the file in it, and write only its name.",
                line=2,
                where="photos 1, file",
            ),
            id="outside",
        ),
        pytest.param(
            'file = "small.jpg"\nalt = "A stove."',
            an_error(
                code="photo-too-small",
                message="The photo is 100 pixels wide.",
                remedy="Use one that is 320 pixels wide or more. 1,000 is good.",
                line=2,
                where="photos 1, file",
            ),
            id="too small",
        ),
        pytest.param(
            'file = "film.mp4"\nalt = "A stove."',
            an_error(
                code="not-a-photo",
                message="This is not a JPEG, PNG or WebP file.",
                remedy="Open it in a program for photos, and save it as JPEG.",
                line=2,
                where="photos 1, file",
            ),
            id="not a photo",
        ),
        pytest.param(
            'file = "kitchen.jpg"',
            an_error(
                code="missing-field",
                message="There is no alt.",
                remedy='Add alt = "…".',
                line=1,
                where="photos 1, alt",
            ),
            id="not described",
        ),
        pytest.param(
            'alt = "A stove."',
            an_error(
                code="missing-field",
                message="There is no file.",
                remedy='Add file = "…".',
                line=1,
                where="photos 1, file",
            ),
            id="no file",
        ),
    ],
)
def test_a_photo_with_a_fault_is_left_out(folder: MediaFolder, text: str, issue: Issue) -> None:
    (folder.council / "secret.jpg").write_bytes(a_photo_file())

    assert photo_of(text, folder) == ((), [issue])


@pytest.mark.parametrize(
    "alt", ["kitchen.jpg", "KITCHEN", "IMG_20260904", "DSC 0042", "photo 1", "Image", "a b.webp"]
)
def test_the_name_of_a_file_does_not_describe_a_photo(folder: MediaFolder, alt: str) -> None:
    photos, issues = photo_of(f'file = "kitchen.jpg"\nalt = "{alt}"', folder)

    assert photos == ()
    assert summed_up(issues) == [("alt-is-file-name", 3, "photos 1, alt")]


@pytest.mark.parametrize("alt", ["Photographs on a wall.", "An image of Christ.", "Kitchen stove"])
def test_words_that_only_begin_like_one_do(folder: MediaFolder, alt: str) -> None:
    photos, issues = photo_of(f'file = "kitchen.jpg"\nalt = "{alt}"', folder)

    assert ([photo.alt for photo in photos], issues) == ([alt], [])


def test_a_page_shows_so_many_photos_and_no_more(folder: MediaFolder) -> None:
    entry, issues = read_entry('[[photos]]\nfile = "kitchen.jpg"\nalt = "A stove."\n' * 7)

    assert len(read_photos(entry, folder)) == MOST_PHOTOS
    assert [issue.message for issue in issues] == ["There are 7 photos. The first 6 are shown."]


def test_a_misspelt_field_is_said(folder: MediaFolder) -> None:
    photos, issues = photo_of('file = "kitchen.jpg"\nalt = "A stove."\ncredits = "Jo"', folder)

    assert len(photos) == 1
    assert summed_up(issues) == [("unknown-field", 4, "photos 1, credits")]


def videos_of(text: str, folder: MediaFolder) -> tuple[tuple[Video, ...], list[Issue]]:
    entry, issues = read_entry(text)
    return read_videos(entry, folder), issues


def test_a_video_is_read_whole(folder: MediaFolder) -> None:
    (video,), issues = videos_of(f'{VIDEO}poster = "kitchen.jpg"\nlanguage = "bsl"\n', folder)

    assert issues == []
    assert video == Video(
        title="What we do (example)",
        film=MediaFile(file=f"{PLACE}/film.mp4", name=video.film.name, size_bytes=len(MP4)),
        captions=MediaFile(
            file=f"{PLACE}/film.vtt", name=video.captions.name, size_bytes=len(CAPTIONS)
        ),
        transcript=("We cook lunch.", "Then we eat it."),
        poster=video.poster,
    )
    assert video.poster is not None
    assert (video.poster.file, video.poster.alt) == (f"{PLACE}/kitchen.jpg", "")
    assert (video.film.name[-4:], video.captions.name[-4:]) == (".mp4", ".vtt")


@pytest.mark.parametrize(
    ("old", "new", "code", "field"),
    [
        pytest.param('title = "What we do (example)"', "", "missing-field", "title", id="title"),
        pytest.param('"film.mp4"', '"voice.mp3"', "wrong-kind-of-file", "file", id="a sound"),
        pytest.param('"film.mp4"', '"gone.mp4"', "missing-file", "file", id="no film"),
        pytest.param('captions = "film.vtt"', "", "missing-field", "captions", id="no captions"),
        pytest.param('"film.vtt"', '"voice.mp3"', "bad-captions", "captions", id="not captions"),
        pytest.param("transcript", "words", "missing-field", "transcript", id="no words"),
        pytest.param(
            "[[videos]]", '[[videos]]\nlanguage = "en"', "unknown-word", "language", id="no sign"
        ),
        pytest.param(
            "[[videos]]", '[[videos]]\nposter = "a.jpg"', "missing-file", "poster", id="poster"
        ),
    ],
)
def test_a_video_with_a_fault_is_left_out(
    folder: MediaFolder, old: str, new: str, code: str, field: str
) -> None:
    videos, issues = videos_of(VIDEO.replace(old, new), folder)

    assert videos == ()
    assert (issues[0].code, issues[0].where) == (code, f"videos 1, {field}")


def test_another_kind_of_film_is_taken_too(folder: MediaFolder) -> None:
    (folder.path / "film.mp4").write_bytes(WEBM)

    (video,), _ = videos_of(VIDEO, folder)

    assert video.film.name.endswith(".webm")


def recordings_of(text: str, folder: MediaFolder) -> tuple[tuple[Recording, ...], list[Issue]]:
    entry, issues = read_entry(text)
    return read_recordings(entry, folder), issues


def test_a_recording_is_read_whole(folder: MediaFolder) -> None:
    (recording,), issues = recordings_of(RECORDING, folder)

    assert issues == []
    assert recording == Recording(
        sound=MediaFile(file=f"{PLACE}/voice.mp3", name=recording.sound.name, size_bytes=len(MP3)),
        language="pl",
        transcript=("Gotujemy obiad.",),
    )


@pytest.mark.parametrize(
    ("old", "new", "code", "field"),
    [
        pytest.param('"voice.mp3"', '"film.vtt"', "wrong-kind-of-file", "file", id="no sound"),
        pytest.param('"pl"', '"Polish"', "bad-language", "language", id="a name"),
        pytest.param('language = "pl"', "", "missing-field", "language", id="no language"),
        pytest.param('"Gotujemy obiad."', '""', "missing-field", "transcript", id="no words"),
    ],
)
def test_a_recording_with_a_fault_is_left_out(
    folder: MediaFolder, old: str, new: str, code: str, field: str
) -> None:
    recordings, issues = recordings_of(RECORDING.replace(old, new), folder)

    assert recordings == ()
    assert (issues[0].code, issues[0].where) == (code, f"recordings 1, {field}")


@pytest.mark.parametrize("language", ["en", "zh-Hant", "pt-BR", "zh-Hant-HK", "bfi"])
def test_any_code_of_a_language_is_taken(folder: MediaFolder, language: str) -> None:
    (recording,), _ = recordings_of(RECORDING.replace('"pl"', f'"{language}"'), folder)

    assert recording.language == language


def test_an_activity_keeps_its_good_photos_and_loses_nothing_else(
    folder: MediaFolder, around: Surroundings
) -> None:
    text = (
        'id = "a"\nname = "A"\nsummary = "You cook."\ninterests = ["cooking"]\n'
        "checked_on = 2026-11-03\n"
        '[[photos]]\nfile = "none.jpg"\nalt = "A stove."\n'
        f'[[photos]]\nfile = "kitchen.jpg"\nalt = "A table."\n{VIDEO}{RECORDING}'
    )
    entry, issues = read_entry(text)

    activity = read_activity(entry, a_provider(), replace(around, folder=folder.council))

    assert activity is not None
    assert [photo.alt for photo in activity.photos] == ["A table."]
    assert (len(activity.videos), len(activity.recordings)) == (1, 1)
    assert summed_up(issues) == [("missing-file", 7, "photos 1, file")]
