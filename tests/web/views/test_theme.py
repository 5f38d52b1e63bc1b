from flask.testing import FlaskClient

from finder.domain.council import Theme
from tests.builders import a_council, some_contents
from tests.web.conftest import SiteOf


def test_a_council_s_own_colours_are_a_style_sheet_of_their_own(site: SiteOf) -> None:
    council = a_council(
        theme=Theme(band="#123456", on_band="#ffffff"), theme_dark=Theme(brand="#abcdef")
    )
    client = site(some_contents(council=council)).test_client()

    answer = client.get("/exampleshire/theme.css")

    assert answer.mimetype == "text/css"
    assert answer.text == (
        "@media screen and (prefers-color-scheme:light)"
        "{:root:not([data-theme]){--band:#123456;--on-band:#ffffff;}}"
        "@media screen and (prefers-color-scheme:dark){:root:not([data-theme]){--brand:#abcdef;}}"
        "@media screen{:root:is([data-theme=light],[data-theme=cream])"
        "{--band:#123456;--on-band:#ffffff;}:root[data-theme=dark]{--brand:#abcdef;}}"
    )
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert '<link rel="stylesheet" href="/exampleshire/theme.css?v=' in (
        client.get("/exampleshire/").text
    )


def test_a_council_without_colours_has_no_sheet_on_its_pages(site: SiteOf) -> None:
    client = site(some_contents()).test_client()

    assert "theme.css" not in client.get("/exampleshire/").text


def test_a_council_that_there_is_not_has_no_colours(client: FlaskClient) -> None:
    assert client.get("/atlantis/theme.css").status_code == 404
