"""GET changes nothing, whatever is asked for."""

import sqlite3
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from finder.generations import digests_of
from tests.builders import a_council, a_provider, an_activity, some_contents
from tests.web.conftest import SiteOf
from tests.web.lists import secret_of
from tests.web.site import site_of

VALUES = {
    "council": "exampleshire",
    "activity_id": "cooking-together",
    "provider_id": "example-green-door",
    "filename": "finder.css",
}
# What forms send, and what the person's own addresses carry.
QUERY = {
    "from": "exampleshire",
    "activity": "cooking-together",
    "removed": "cooking-together",
    "back": "/list",
    "reset": "1",
    "pics": "words",
    "lang": "en-GB",
    "q": "cooking",
    "near": "ME14 1XQ",
}


def test_no_page_changes_a_list_or_the_content(site: SiteOf) -> None:
    app = site(some_contents(), some_contents(council=a_council("elsewhere")))
    client = app.test_client()
    client.post("/list/add", data={"from": "exampleshire", "activity": "cooking-together"})
    secrets = secrets_of(client)
    before = state_of(app)

    answered = {}
    for rule in app.url_map.iter_rules():
        # No council of these has a photo or a film. They are files that are sent.
        if "GET" in (rule.methods or ()) and rule.endpoint != "media.show":
            for method in ("GET", "HEAD"):
                address = address_of(app, rule, secrets)
                answer = client.open(address, method=method, query_string=QUERY)
                answered[rule.endpoint] = answer.status_code
                assert "Set-Cookie" not in answer.headers, rule
                answer.close()

    assert set(answered.values()) == {200}, answered
    assert state_of(app) == before


def test_a_page_that_is_posted_to_is_not_a_page_to_get(site: SiteOf) -> None:
    app = site(some_contents(an_activity(), providers=(a_provider(),)))
    client = app.test_client()
    client.post("/list/add", data={"from": "exampleshire", "activity": "cooking-together"})
    secrets = secrets_of(client)

    writing = [rule for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ())]
    reading = {rule.rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}

    for rule in writing:
        if rule.rule not in reading:
            answer = client.get(address_of(app, rule, secrets), query_string=QUERY)
            assert (rule.rule, answer.status_code) == (rule.rule, 405)


def secrets_of(client: FlaskClient) -> dict[str, str]:
    """Return the secrets that open the client's list, under their names in addresses."""
    return {"edit": secret_of(client), "look": secret_of(client, look=True)}


def address_of(app: Flask, rule: Rule, secrets: dict[str, str]) -> str:
    values = {name: (VALUES | secrets)[name] for name in rule.arguments}
    with app.test_request_context():
        address = rule.build(values)
    assert address is not None
    return address[1]


def state_of(app: Flask) -> tuple[dict[str, list[tuple[object, ...]]], dict[str, str]]:
    """Return every row of every table of the lists, and the digest of every built file."""
    settings = site_of(app).settings
    return rows_of(settings.shortlists_file), digests_of(settings.generations_dir)


def rows_of(file: Path) -> dict[str, list[tuple[object, ...]]]:
    connection = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)
    try:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            table: connection.execute(f"SELECT * FROM '{table}' ORDER BY 1").fetchall()
            for (table,) in tables.fetchall()
        }
    finally:
        connection.close()
