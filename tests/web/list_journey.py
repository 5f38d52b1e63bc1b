"""Every address, form and failure of a list, to ask what came of it."""

import re
from collections.abc import Iterator

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from finder.web.list_cookie import BETWEEN
from tests.builders import a_contact, a_provider, some_contents
from tests.web.lists import ACTIVITIES, FIRST, SECOND, THIRD, add, secret_of
from tests.web.site import site_of
from tests.web.test_get import address_of

NOTE, WORD = "canary-note-tablets", "canary-word"
AMOUNT = "173.37"
CODE = re.compile(r'<p class="code"[^>]*>([a-z ]+)</p>')
OF_A_LIST = {"from": "exampleshire", "activity": FIRST, "council": "exampleshire"}
# All that an address of a list can carry.
ASKED = (
    f"council=exampleshire&from=exampleshire&removed={FIRST}&said={SECOND}&was=yes&full=1&kept=1"
    f"&deleted=1&renewed=1&have={AMOUNT}&go=exampleshire:{FIRST}:mon&with=exampleshire:{FIRST}"
    f"&with=exampleshire:{SECOND}&compare=1&size=large&face=no&note=x&move=up&right=edit&code=x"
    f"&activity={FIRST}&list=x&word=x&picture=bus&colour=green&back=/list&lang=en-GB"
)
WEBSITE = "https://www.example.org"
CONTENTS = some_contents(*ACTIVITIES, providers=(a_provider(contact=a_contact(website=WEBSITE)),))
FORM = dict(part.split("=") for part in ASKED.split("&"))


def made_ready(app: Flask) -> Flask:
    """Let its pages be taken as they are. Each has tests that read it strictly; here are many."""
    app.test_client_class = FlaskClient
    return app


def owner_of(app: Flask) -> FlaskClient:
    """Return a browser with three things on its list, a note, a face and a label."""
    client = app.test_client()
    add(client, FIRST, SECOND, THIRD)
    client.post("/list/note", data={**OF_A_LIST, "note": NOTE})
    client.post("/list/face", data={**OF_A_LIST, "face": "yes"})
    label = {"picture": "bus", "colour": "green", "word": WORD}
    client.post("/list/label", data={"list": secret_of(client, look=True), **label})
    return client


def secrets_of(client: FlaskClient) -> dict[str, str]:
    """Return the secrets of a client's list, under their names in addresses."""
    return {"edit": secret_of(client), "look": secret_of(client, look=True)}


def pages_of(app: Flask, secrets: dict[str, str], method: str = "GET") -> list[str]:
    """Return the address of every page, file or form that stands under a list."""
    rules = app.url_map.iter_rules()
    under = [each for each in rules if each.rule.split("/")[1] == "list"]
    return [address_of(app, each, secrets) for each in under if method in (each.methods or ())]


def code_of(client: FlaskClient, right: str = "edit") -> str:
    found = CODE.search(client.post("/list/make-code", data={"right": right}).text)
    assert found is not None
    return found[1]


def journey(app: Flask, owner: FlaskClient) -> Iterator[TestResponse]:
    """Give every answer of a list: each page, each form, each way to fail. The list is renewed."""
    secrets = secrets_of(owner)
    other = app.test_client()
    for address in pages_of(app, secrets):
        yield owner.get(f"{address}?{ASKED}")
        yield other.get(address)
    yield owner.post("/list/note", data={**OF_A_LIST, "note": NOTE * 99})
    yield owner.post("/list/label", data={"list": secrets["look"], "word": WORD * 9})
    yield owner.post("/list/note", data={"note": "x" * 99_999})
    yield other.get(f"/list/{secrets['edit']}")
    yield other.get(f"/list/{secrets['look']}/edit/week")
    yield other.get(f"/list/{secrets['look']}x")
    yield other.get(f"/list//{secrets['edit']}/edit")
    yield other.post(f"/list/{secrets['look']}/week", data=OF_A_LIST)
    foreign = {"Sec-Fetch-Site": "cross-site"}
    yield other.post(f"/list/{secrets['edit']}/edit/note", data=OF_A_LIST, headers=foreign)
    code = code_of(owner)
    yield other.post("/list/code", data={"code": code})
    yield other.post("/list/code", data={"code": code + " x"})
    for _ in range(12):
        yield other.post("/list/code", data={"code": f"{code.split()[0]} " * 5})
    for address in pages_of(app, secrets, "POST"):
        if not address.endswith(("delete", "let-go", "renew")):
            yield owner.post(address, data=FORM)
    yield owner.post("/list/put-back", data=OF_A_LIST)
    yield other.post(f"/list/{secrets['edit']}/edit/renew", data=OF_A_LIST)
    for _ in range(40):
        yield other.get(f"/list/{secrets['edit']}/edit")
    break_store(app)
    for address in pages_of(app, secrets):
        yield owner.get(f"{address}?{ASKED}")
    for address in pages_of(app, secrets, "POST"):
        yield owner.post(address, data={**FORM, "code": code, "note": NOTE})


def break_store(app: Flask) -> None:
    """Let lists be neither read nor changed."""
    site_of(app).store.close()
    file = site_of(app).settings.shortlists_file
    file.unlink()
    file.mkdir()


def tokens_of(client: FlaskClient) -> list[str]:
    cookie = client.get_cookie("list")
    return cookie.value.split(BETWEEN) if cookie else []
