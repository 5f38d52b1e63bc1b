import pytest

from finder.domain.media import PhotoSize
from tests.media_files import a_photo, a_recording


@pytest.mark.parametrize(
    ("width", "height", "sizes"),
    [
        (320, 200, (PhotoSize(320, 200),)),
        (480, 480, (PhotoSize(480, 480),)),
        (481, 962, (PhotoSize(480, 960), PhotoSize(481, 962))),
        (4000, 3000, (PhotoSize(480, 360), PhotoSize(960, 720))),
    ],
)
def test_a_photo_is_made_in_two_widths_and_never_wider_than_it_is(
    width: int, height: int, sizes: tuple[PhotoSize, ...]
) -> None:
    assert a_photo(width=width, height=height).sizes == sizes


def test_the_files_of_a_photo_are_named_by_what_they_were_made_of() -> None:
    assert a_photo("abc", width=400, height=300).names == ("abc-400.webp", "abc-400.jpg")


@pytest.mark.parametrize(
    ("recorded", "page", "fits"),
    [
        ("en", "en-GB", True),
        ("zh-Hant", "zh-Hant", True),
        ("pl", "en-GB", False),
        ("pa", "pl", False),
    ],
)
def test_a_recording_fits_a_page_in_its_language(recorded: str, page: str, fits: bool) -> None:
    assert a_recording(recorded).is_in(page) is fits
