"""Photos, films, sounds and a council's own pictures, from the content folder to the page."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image
from werkzeug.test import TestResponse

from finder.generations import Generations
from tests.content_folder import COUNCIL, GREEN_DOOR, ContentFolder
from tests.media_files import (
    CAPTIONS,
    DRAWING,
    MP3,
    MP4,
    a_phone_s_photo,
    a_photo_file,
    a_picture,
    written,
)
from tests.page import main_text
from tests.web.site import build_content, open_site, settings_of, site_of

KITCHEN = "Three people cook together in a kitchen."
ACTIVITY = "/exampleshire/activities/cooking-together"
FOREVER = "public, max-age=31536000, immutable"
FOLDER = GREEN_DOOR.removesuffix(".toml")
MEDIA = f"""
[[activities]]
id = "cooking-together"
name = "Cooking Together (example)"
summary = "You cook lunch, and you eat it together."
interests = ["cooking", "friends"]
lots = ["1a"]
checked_on = 2026-11-03

[[activities.photos]]
file = "kitchen.jpg"
alt = "{KITCHEN}"
credit = "Example Green Door"

[[activities.photos]]
file = "table.png"
alt = "A long table with plates."

[[activities.videos]]
title = "What we do (example)"
file = "film.mp4"
captions = "film.vtt"
poster = "table.png"
transcript = ["We cook lunch.", "Then we eat it."]

[[activities.recordings]]
file = "voice.mp3"
language = "en"
transcript = ["Cooking Together.", "You cook lunch."]

[[activities.recordings]]
file = "voice-pl.mp3"
language = "pl"
transcript = ["Gotujemy razem."]
"""
COUNCIL_VIDEO = """
[[videos]]
title = "How to use this site (example)"
file = "welcome.mp4"
captions = "welcome.vtt"
transcript = ["Pick a picture."]
"""
PACK = """
[[pictures]]
concept = "cooking"
file = "cook.svg"
author = "Example Symbols"
licence = "Exampleshire Council only"

[[pictures]]
concept = "games"
file = "games.png"
author = "Example Symbols"
licence = "Exampleshire Council only"
"""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> ContentFolder:
    """A content folder with a file of every kind."""
    folder = ContentFolder.written_to(tmp_path_factory.mktemp("media") / "content")
    text = folder.text_of(GREEN_DOOR)
    start, end = text.index("[[activities]]"), text.index('[[activities]]\nid = "tea-and-quiz"')
    folder.write(GREEN_DOOR, text[:start] + text[end:] + MEDIA)
    folder.write(COUNCIL, 'languages = ["en-GB", "pl"]\n' + folder.text_of(COUNCIL) + COUNCIL_VIDEO)
    council = Path(COUNCIL).parent.as_posix()
    for name, file in {
        f"{FOLDER}/kitchen.jpg": a_phone_s_photo(turn=1),
        f"{FOLDER}/table.png": written(a_picture(700, 500), "PNG"),
        f"{FOLDER}/film.mp4": MP4,
        f"{FOLDER}/film.vtt": CAPTIONS,
        f"{FOLDER}/voice.mp3": MP3,
        f"{FOLDER}/voice-pl.mp3": MP3 + b"\0",
        f"{council}/videos/welcome.mp4": MP4 + b"\0",
        f"{council}/videos/welcome.vtt": CAPTIONS + b"\n",
        f"{council}/pictures/pictures.toml": PACK.encode(),
        f"{council}/pictures/cook.svg": DRAWING,
        f"{council}/pictures/games.png": written(a_picture(200, 200), "PNG"),
    }.items():
        folder.write(name, file)
    return folder


@pytest.fixture(scope="module")
def app(content: ContentFolder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    data = tmp_path_factory.mktemp("built")
    build_content(content.path, data)
    app = open_site(settings_of(data))
    yield app
    site_of(app).live.close()
    site_of(app).store.close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def addresses(markup: str, pattern: str) -> list[str]:
    """Return the addresses of files on a page, each once."""
    found = re.findall(r"/exampleshire/media/[\w.-]+", markup)
    return list(dict.fromkeys(each for each in found if re.search(pattern, each)))


def fetch(client: FlaskClient, address: str, **options: Any) -> TestResponse:
    """Return a file, read whole and closed."""
    return client.open(address, buffered=True, **options)


def element(markup: str, start: str) -> str:
    """Return the one tag of a page that begins so."""
    (found,) = re.findall(rf"<{start}[^>]*>", markup)
    return str(found)


class TestAFile:
    def test_it_may_be_kept_for_ever_by_what_it_is_called(self, client: FlaskClient) -> None:
        page = client.get(ACTIVITY).text
        types = {
            ".webp": "image/webp",
            ".jpg": "image/jpeg",
            ".mp4": "video/mp4",
            ".vtt": "text/vtt",
            ".mp3": "audio/mpeg",
        }

        for ending, kind in types.items():
            address = addresses(page, re.escape(ending))[0]
            answer = fetch(client, address)
            assert (answer.status_code, answer.mimetype) == (200, kind)
            assert answer.headers["Cache-Control"] == FOREVER
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            tag = answer.headers["ETag"]
            assert fetch(client, address, headers={"If-None-Match": tag}).status_code == 304
            assert fetch(client, address, method="HEAD").headers["Content-Length"] == str(
                len(answer.data)
            )

    def test_a_part_of_a_film_can_be_asked_for(self, client: FlaskClient) -> None:
        address = addresses(client.get(ACTIVITY).text, r"\.mp4")[0]

        answer = fetch(client, address, headers={"Range": "bytes=4-7"})

        assert (answer.status_code, answer.data) == (206, b"ftyp")
        assert answer.headers["Content-Range"] == f"bytes 4-7/{len(MP4)}"
        assert fetch(client, address, headers={"Range": "bytes=900-"}).status_code == 416

    def test_a_drawing_can_do_nothing_when_it_is_opened_by_itself(
        self, client: FlaskClient
    ) -> None:
        (address,) = addresses(client.get("/exampleshire/").text, r"\.svg")

        answer = fetch(client, address)

        assert (answer.mimetype, answer.data) == ("image/svg+xml", DRAWING)
        assert answer.headers["Content-Security-Policy"] == (
            "default-src 'none'; style-src 'unsafe-inline'; sandbox"
        )

    @pytest.mark.parametrize(
        "address",
        [
            "/exampleshire/media/none.jpg",
            "/exampleshire/media/..%2fcatalogue.db",
            "/exampleshire/media/../catalogue.db",
            "/exampleshire/media/catalogue.db",
            "/exampleshire/media/",
            "/elsewhere/media/none.jpg",
            "/places/media/postcodes.bin",
        ],
    )
    def test_nothing_is_served_but_what_the_manifest_names(
        self, client: FlaskClient, app: Flask, address: str
    ) -> None:
        folder = Generations(site_of(app).settings.generations_dir).folder
        (beside,) = folder.glob("current/exampleshire/media")
        (beside / "none.jpg").write_bytes(b"not named")

        assert fetch(client, address).status_code == 404

    def test_one_that_went_away_is_not_found(self, client: FlaskClient, app: Flask) -> None:
        address = addresses(client.get("/exampleshire/help").text, r"\.vtt")[0]
        folder = Generations(site_of(app).settings.generations_dir).folder
        file = folder / "current" / address.removeprefix("/")
        content = file.read_bytes()

        file.unlink()
        assert fetch(client, address).status_code == 404
        file.write_bytes(content)
        assert fetch(client, address).status_code == 200


class TestPhotos:
    def test_the_first_is_at_the_top_of_the_page_with_its_room_kept(
        self, client: FlaskClient
    ) -> None:
        page = client.get(ACTIVITY).text
        photos = re.findall(r'<img class="photo"[^>]*>', page)

        assert len(photos) == 2
        assert f'alt="{KITCHEN}"' in photos[0]
        assert 'width="960" height="640"' in photos[0]
        assert "loading" not in photos[0]
        assert 'width="700" height="500"' in photos[1]
        assert 'loading="lazy"' in photos[1]
        assert page.index(photos[0]) < page.index('id="what"') < page.index(photos[1])
        assert "Photo by: Example Green Door" in main_text(client.get(ACTIVITY))

    def test_a_browser_can_choose_among_its_files(self, client: FlaskClient) -> None:
        page = client.get(ACTIVITY).text
        (webp, *_), (jpeg, *_) = (
            re.findall(pattern, page)
            for pattern in (
                r'<source type="image/webp" srcset="([^"]*)"',
                r'<img[^>]*srcset="([^"]*)"',
            )
        )

        for choices, kind in ((webp, "WEBP"), (jpeg, "JPEG")):
            for choice in choices.split(", "):
                address, width = choice.split(" ")
                picture = Image.open(BytesIO(fetch(client, address).data))
                assert (picture.format, f"{picture.width}w") == (kind, width)
                assert dict(picture.getexif()) == {}

    def test_on_a_card_it_comes_in_the_place_of_the_picture(self, client: FlaskClient) -> None:
        page = client.get("/exampleshire/find?q=cooking").text
        card = page.partition('id="exampleshire-cooking-together"')[2].partition("</header>")[0]

        assert f'alt="{KITCHEN}"' in card
        assert card.count("<img") == 1
        assert 'sizes="(min-width:900px) 180px, 110px"' in card
        assert "Example Green Door" not in card.partition("</h2>")[0]

    def test_words_only_leaves_it_out_of_cards_and_keeps_it_on_the_page(
        self, client: FlaskClient
    ) -> None:
        client.set_cookie("read", "pics:words")

        assert "<picture" not in client.get("/exampleshire/find?q=cooking").text
        assert KITCHEN in client.get(ACTIVITY).text

    def test_what_it_shows_is_marked_as_english(self, client: FlaskClient) -> None:
        page = client.get(f"{ACTIVITY}?lang=pl").text

        assert f'alt="{KITCHEN}" lang="en-GB" dir="ltr"' in page
        assert "lang=pl" not in "".join(re.findall(r'srcset="([^"]*)"', page))


class TestVideos:
    def test_it_waits_to_be_started_and_has_captions_and_all_its_words(
        self, client: FlaskClient
    ) -> None:
        page, text = client.get(ACTIVITY).text, main_text(client.get(ACTIVITY))
        video, track = element(page, "video"), element(page, "track")

        assert ' preload="none"' in video
        assert " controls" in video
        assert "autoplay" not in page
        assert 'kind="captions"' in track
        assert "We cook lunch.\nThen we eat it." in text
        assert "What we do (example) It takes 1 megabyte (MB) of data." in text
        poster = fetch(client, re.findall(r'poster="([^"]*)"', video)[0])
        assert Image.open(BytesIO(poster.data)).size == (700, 500)
        assert '<a class="btn" href="#bsl">' in page

    def test_the_council_s_own_is_on_its_help_page(self, client: FlaskClient) -> None:
        text = main_text(client.get("/exampleshire/help"))

        assert "How to use this site (example)" in text
        assert "Pick a picture." in text

    def test_where_there_is_none_nothing_is_said_of_it(self, client: FlaskClient) -> None:
        page = client.get("/exampleshire/activities/tea-and-quiz").text

        assert "<video" not in page
        assert "British Sign Language" not in page
        assert "<audio" not in page
        assert "<picture" not in page


class TestRecordings:
    def test_it_comes_before_the_voice_of_a_machine(self, client: FlaskClient) -> None:
        page = client.get(ACTIVITY).text
        audio = element(page, "audio")

        assert 'lang="en"' in audio
        assert ' preload="none"' in audio
        assert " data-recorded" in audio
        assert 'class="listen' not in page
        assert "Cooking Together.\nYou cook lunch." in main_text(client.get(ACTIVITY))

    def test_each_page_has_its_own_language(self, client: FlaskClient) -> None:
        page = client.get(f"{ACTIVITY}?lang=pl").text

        assert 'lang="pl"' in element(page, "audio")
        assert 'class="listen' not in page
        assert "Gotujemy razem." in page
        assert "You cook lunch.</p>\n</div></details>" not in page


class TestAPackOfPictures:
    def test_its_pictures_come_first(self, client: FlaskClient) -> None:
        home = client.get("/exampleshire/").text

        assert len(addresses(home, r"\.svg")) == 1
        assert len(addresses(home, r"\.png")) == 1
        assert "/static/pictures/openmoji/1F3B8.svg" in home

    def test_those_who_made_them_are_thanked(self, client: FlaskClient) -> None:
        page = client.get("/exampleshire/pictures")

        assert "cooking\nExample Symbols, Exampleshire Council only" in main_text(page)
        assert main_text(page).splitlines().count("cooking") == 1
        assert len(addresses(page.text, r"\.svg")) == 1


def test_a_second_build_makes_no_photo_again(content: ContentFolder, tmp_path: Path) -> None:
    build_content(content.path, tmp_path)
    folder = Generations(settings_of(tmp_path).generations_dir).folder
    first = (folder / "current").resolve()
    build_content(content.path, tmp_path)
    second = (folder / "current").resolve()

    assert first != second
    names = sorted(path.name for path in (first / "exampleshire/media").iterdir())
    assert names == sorted(path.name for path in (second / "exampleshire/media").iterdir())
    assert len(names) == 4 + 4 + 2 + 2 + 2 + 2
    for name in names:
        media = f"exampleshire/media/{name}"
        assert (first / media).samefile(second / media)


def test_a_photo_that_changed_is_made_anew(content_folder: ContentFolder, tmp_path: Path) -> None:
    content_folder.add(
        GREEN_DOOR, '\n[[activities.photos]]\nfile = "a.jpg"\nalt = "A long table."\n'
    )
    content_folder.write(f"{FOLDER}/a.jpg", a_photo_file())
    build_content(content_folder.path, tmp_path)
    folder = Generations(settings_of(tmp_path).generations_dir).folder / "current"
    before = {path.name for path in (folder / "exampleshire/media").iterdir()}
    content_folder.write(f"{FOLDER}/a.jpg", a_photo_file(1201))
    build_content(content_folder.path, tmp_path)
    after = {path.name for path in (folder / "exampleshire/media").iterdir()}

    assert len(before) == len(after) == 4
    assert before.isdisjoint(after)
