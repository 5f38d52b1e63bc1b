"""Nothing that is written down says what a person looks for, or which list is theirs."""

import logging

import pytest
from flask import Flask
from flask.testing import FlaskClient

from finder.web.context import EXTENSION
from tests.builders import some_contents
from tests.web.conftest import SiteOf
from tests.web.pages import addresses_of, fill_list

SECRETS = ("ME14", "1XQ", "swimming", "kent", "council=", "lang=", "q=", "near=", "example-", "?")


def test_a_line_has_the_method_the_route_the_status_and_the_time(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)

    client.get("/kent/find/place?near=ME14+1XQ")

    (line,) = [record.getMessage() for record in caplog.records if record.name == "finder.access"]
    method, route, status, took = line.split()
    assert (method, route, status) == ("GET", "/<council>/find/place", "200")
    assert took.endswith("ms")


@pytest.mark.parametrize("method", ["GET /kent\r\nForged: line", "PROPFIND\nx", "", "A" * 60])
def test_a_method_cannot_forge_a_line(
    client: FlaskClient, caplog: pytest.LogCaptureFixture, method: str
) -> None:
    caplog.set_level(logging.INFO)

    client.open("/no/such/page", method=method)

    (record,) = [each for each in caplog.records if each.name == "finder.access"]
    assert record.getMessage().split()[0] in ("-", "A" * 10)
    assert "\n" not in record.getMessage()


def test_a_whole_journey_leaves_nothing_of_the_person_in_any_log(
    app: Flask, client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    client.get("/kent/find/interest?reason=fun")
    client.get("/kent/find/place?interest=swimming")
    client.get("/kent/find/when?interest=swimming&near=ME14+1XQ")
    client.get("/kent/find?q=swimming&near=ME14+1XQ&need=personal-care")
    fill_list(client, app, "kent", 3)
    for address in addresses_of(app, "kent"):
        client.get(address)
    client.post("/list/remove", data={"from": "kent", "activity": "a-day-on-the-farm"})
    client.post("/list/put-back", data={"from": "kent", "activity": "a-day-on-the-farm"})
    client.post("/kent/read", data={"size": "large"})
    client.post("/list/add?q=swimming", data={"from": "kent", "activity": "swimming"})
    client.post("/list/add", headers={"Sec-Fetch-Site": "cross-site"})
    cookie = client.get_cookie("list")
    client.post("/list/delete")

    assert cookie is not None
    lines = [f"{record.name} {record.getMessage()}" for record in caplog.records]
    assert len(lines) > 50
    assert [line for line in lines if any(each in line for each in (*SECRETS, cookie.value))] == []


def test_a_fault_and_a_store_that_fails_leave_nothing_of_the_person_either(
    site: SiteOf, caplog: pytest.LogCaptureFixture
) -> None:
    app = site(some_contents())
    settings = app.extensions[EXTENSION].settings
    settings.shortlists_file.mkdir()

    @app.get("/fail")
    def fail() -> str:
        raise ZeroDivisionError

    client = app.test_client()
    client.set_cookie("list", "secretsecretsecretsecr")
    caplog.set_level(logging.DEBUG)

    client.get("/exampleshire/find?q=swimming&near=ME14+1XQ")
    client.get("/list?council=exampleshire")
    client.post("/list/add", data={"from": "exampleshire", "activity": "cooking-together"})
    client.get("/fail?near=ME14+1XQ")

    assert len(caplog.records) > 6
    for secret in ("ME14", "swimming", "exampleshire", "cooking-together", "secretsecret"):
        assert secret not in caplog.text
