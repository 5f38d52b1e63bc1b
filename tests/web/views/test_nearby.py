"""The answer to "Use where I am"."""

import logging

import pytest
from flask.testing import FlaskClient

MAIDSTONE = {"lat": "51.279", "lon": "0.522"}


@pytest.mark.parametrize(
    ("sent", "near"),
    [
        pytest.param(MAIDSTONE, "ME14 1", id="Maidstone"),
        pytest.param({"lat": "53.406", "lon": "-2.158"}, "SK1 3", id="another council"),
        pytest.param({"lat": "51", "lon": "-1"}, "GU32 1", id="whole degrees"),
        pytest.param({"lat": "50.951", "lon": "1.859"}, "", id="Calais"),
        pytest.param({"lat": "-33.868", "lon": "151.209"}, "", id="Sydney"),
        pytest.param({"lat": "90", "lon": "-180"}, "", id="the pole"),
    ],
)
def test_a_place_is_answered_with_its_sector(
    client: FlaskClient, sent: dict[str, str], near: str
) -> None:
    answer = client.post("/kent/nearby", data=sent)

    assert (answer.status_code, answer.json) == (200, {"near": near})


def test_more_decimals_than_three_make_no_difference(client: FlaskClient) -> None:
    exact = client.post("/kent/nearby", data={"lat": "51.27856789", "lon": "0.52239999"})

    assert exact.json == client.post("/kent/nearby", data=MAIDSTONE).json


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param({"near": "ME14 1XQ"}, id="neither"),
        pytest.param({"lat": "51.279"}, id="half of it"),
        pytest.param({"lat": "nan", "lon": "inf"}, id="no numbers"),
        pytest.param({"lat": "1e1", "lon": "0"}, id="an exponent"),
        pytest.param({"lat": "٥١", "lon": "0"}, id="other digits"),
        pytest.param({"lat": "51.279\n", "lon": "0"}, id="a line more"),
        pytest.param({"lat": "90.1", "lon": "0"}, id="past the pole"),
        pytest.param({"lat": "0", "lon": "-180.5"}, id="once around"),
        pytest.param({"lat": "5" * 400, "lon": "0"}, id="very long"),
        pytest.param({"lat": f"0.{'1' * 21}", "lon": "0"}, id="very exact"),
    ],
)
def test_what_is_no_place_is_refused(client: FlaskClient, sent: dict[str, str]) -> None:
    assert client.post("/kent/nearby", data=sent).status_code == 400


def test_it_is_asked_for_with_a_form_and_not_by_an_address(client: FlaskClient) -> None:
    assert client.get("/kent/nearby?lat=51.279&lon=0.522").status_code == 405


def test_another_website_cannot_ask(client: FlaskClient) -> None:
    answer = client.post("/kent/nearby", data=MAIDSTONE, headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.status_code == 403


def test_there_is_none_for_a_council_that_there_is_not(client: FlaskClient) -> None:
    assert client.post("/atlantis/nearby", data=MAIDSTONE).status_code == 404


def test_nothing_of_it_is_kept(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = client.post("/kent/nearby", data=MAIDSTONE)

    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers
    lines = " ".join(record.getMessage() for record in caplog.records)
    assert "/<council>/nearby" in lines
    assert not any(part in lines for part in ("51.2", "0.52", "ME14"))


def test_the_button_is_hidden_until_a_script_shows_it(client: FlaskClient) -> None:
    page = client.get("/kent/").text

    box = page[page.index('<div class="near-me"') :]
    assert box[: box.index(">")].endswith(" hidden")
    assert 'data-url="/kent/nearby"' in box
