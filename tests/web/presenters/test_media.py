"""Photos, videos and recordings, as pages show them."""

import pytest

from finder.web.presenters.media import (
    ShownPhoto,
    ShownRecording,
    ShownVideo,
    megabytes,
    show_photo,
    show_recordings,
    show_videos,
    type_of,
)
from tests.media_files import a_file, a_photo, a_recording, a_video

pytestmark = pytest.mark.usefixtures("english_page")


def test_a_photo_has_its_files_as_lists_to_choose_from() -> None:
    assert show_photo(a_photo("abc"), "kent") == ShownPhoto(
        alt="Three people at a stove.",
        credit="Jo",
        webp="/kent/media/abc-480.webp 480w, /kent/media/abc-960.webp 960w",
        jpeg="/kent/media/abc-480.jpg 480w, /kent/media/abc-960.jpg 960w",
        src="/kent/media/abc-480.jpg",
        width=960,
        height=640,
    )


def test_a_video_says_how_large_it_is() -> None:
    first, second = show_videos([a_video(), a_video(poster=a_photo("abc"))], "kent")

    assert first == ShownVideo(
        title="What we do (example)",
        url="/kent/media/film.mp4",
        type="video/mp4",
        captions="/kent/media/film.vtt",
        poster="",
        megabytes=12,
        transcript=("We cook lunch.", "Then we eat it."),
    )
    assert second.poster == "/kent/media/abc-960.jpg"


@pytest.mark.parametrize(
    ("recorded", "page", "shown"),
    [
        pytest.param(("en", "pl"), "pl", ["pl"], id="in the language of the page"),
        pytest.param(("en", "pl"), "en-GB", ["en"], id="in English"),
        pytest.param(("pl", "en"), "ur", ["en"], id="English where there is no other"),
        pytest.param(("pl",), "ur", [], id="none that this page can use"),
        pytest.param((), "ur", [], id="none"),
    ],
)
def test_a_page_has_the_recordings_that_its_readers_understand(
    recorded: tuple[str, ...], page: str, shown: list[str]
) -> None:
    found = show_recordings([a_recording(each) for each in recorded], "kent", language=page)

    assert [each.language for each in found] == shown


def test_a_recording_has_its_address_and_its_words() -> None:
    assert show_recordings([a_recording("pl")], "kent", language="pl") == (
        ShownRecording(
            url="/kent/media/voice-pl.mp3",
            language="pl",
            megabytes=1,
            transcript=("You cook lunch.",),
        ),
    )


@pytest.mark.parametrize(("size", "told"), [(1, 1), (1_000_000, 1), (1_000_001, 2)])
def test_the_size_is_never_less_than_it_is(size: int, told: int) -> None:
    assert megabytes(a_file("film.mp4", size)) == told


@pytest.mark.parametrize(
    ("name", "kind"), [("a.webp", "image/webp"), ("a.m4a", "audio/mp4"), ("a.db", ""), ("a", "")]
)
def test_only_what_was_checked_has_a_type(name: str, kind: str) -> None:
    assert type_of(name) == kind
