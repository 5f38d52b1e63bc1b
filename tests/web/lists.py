"""Lists on a small site, filled as a browser fills them."""

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from finder.shortlists.tokens import EditToken, look_token_of
from tests.builders import a_council, an_activity, some_contents
from tests.page import main_text
from tests.web.conftest import SiteOf

FIRST, SECOND, THIRD = "baking-bread", "cooking-together", "slow-swim"
ACTIVITIES = tuple(
    an_activity(slug, name=slug.replace("-", " ").capitalize()) for slug in (FIRST, SECOND, THIRD)
)
CONTENTS = some_contents(*ACTIVITIES)
ELSEWHERE = some_contents(council=a_council("elsewhere", name="Elsewhere Council"))


def a_site(site: SiteOf, **settings: object) -> Flask:
    """Return a site of two councils, one with three activities."""
    return site(CONTENTS, ELSEWHERE, **settings)


def add(client: FlaskClient, *activity_ids: str, **more: str) -> TestResponse:
    """Add activities, one after the other, and return the last answer."""
    forms = [{"from": "exampleshire", "activity": each, **more} for each in activity_ids]
    return [client.post("/list/add", data=form) for form in forms][-1]


def names_on(client: FlaskClient, path: str = "/list") -> list[str]:
    """Return the names on a list, in order."""
    lines = main_text(client.get(path)).splitlines()
    names = {activity.name for activity in ACTIVITIES}
    return [line for line in lines if line in names]


def secret_of(client: FlaskClient, *, look: bool = False) -> str:
    """Return the secret of the client's list, or the one to look at it."""
    cookie = client.get_cookie("list")
    assert cookie is not None
    token = EditToken(cookie.value.split(".")[0])
    return look_token_of(token) if look else token
