"""Nothing that a provider or a council wrote is taken for part of the page."""

import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.content_folder import (
    COUNCIL,
    GREEN_DOOR,
    HELP,
    INTERESTS,
    PICTURES,
    WORDS,
    ContentFolder,
)
from tests.web.conftest import SiteOf
from tests.web.site import build_content

SCRIPT = "<script>alert(1)</script>\"'&"
PAYLOADS = [
    pytest.param(SCRIPT, id="a script"),
    pytest.param("\"'><img src=x onerror=alert(1)>", id="the end of an attribute"),
    pytest.param("</title></textarea><svg onload=alert(1)>", id="the end of an element"),
    pytest.param("{{ 7 * 7 }}{% raw %}${7*7}", id="a template"),
    pytest.param("%(name)s %s %n 100% &lt;b&gt;", id="marks of formatting"),
]
PAGES = (
    "/exampleshire/",
    "/exampleshire/find",
    "/exampleshire/find?interest=cooking&lot=1a&who=older&near=Maidstone",
    "/exampleshire/find?q=nothing-like-this",
    "/exampleshire/find?view=table&q=nothing&who=older&near=Maidstone",
    "/exampleshire/find?view=table",
    "/exampleshire/search",
    "/exampleshire/search?interest=cooking&lot=1a&who=older",
    "/exampleshire/find/interest",
    "/exampleshire/find/interest?interest=cooking",
    "/exampleshire/find/place?interest=cooking",
    "/exampleshire/find/when",
    "/exampleshire/find/help",
    "/exampleshire/activities/hostile",
    "/exampleshire/activities/cooking-together?near=Maidstone",
    "/exampleshire/providers/example-green-door",
    "/exampleshire/words",
    "/exampleshire/help",
    "/exampleshire/privacy",
    "/exampleshire/accessibility",
    "/exampleshire/pictures",
    "/exampleshire/read",
    "/list?council=exampleshire",
    "/list?council=exampleshire&removed=cooking-together&from=exampleshire",
    "/list/delete?council=exampleshire",
    "/exampleshire/none/such",
    "/help",
    "/accessibility",
)
HOSTILE_ACTIVITY = """
[[activities]]
id = "hostile"
name = TEXT
summary = TEXT
interests = ["cooking"]
about = [TEXT]
kind = "course"
lots = ["1a"]
timing_note = TEXT
length_weeks = 3
access_note = TEXT
only_for = TEXT
made_with = TEXT
languages = [TEXT]
food = [TEXT]
groups = ["older"]
outcomes = ["community"]
bring = [TEXT]
words_to_say = TEXT
[[activities.sessions]]
day = "mon"
start = "9am"
end = "10am"
place = "hall"
note = TEXT
[[activities.prices]]
amount = 3
includes = TEXT
note = TEXT
[activities.transport]
offered = true
area = TEXT
arranged_by = TEXT
note = TEXT
nearest_stop = TEXT
[activities.helpers]
note = TEXT
[activities.try_first]
note = TEXT
[activities.space]
state = "full"
said_on = 2026-11-03
note = TEXT
[[activities.first_visit]]
title = TEXT
text = TEXT
[[activities.leads_to]]
kind = "volunteering"
text = TEXT
[activities.contact]
who = TEXT
phone = "01632 960 200"
hours = TEXT
[activities.terms]
notice = TEXT
late_pick_up = TEXT
least_booking = TEXT
if_closed = TEXT
"""
SHARED_WORDS = """
[[words]]
word = TEXT
meaning = TEXT
"""
OWN_WORDS_OF = {
    COUNCIL: (
        *('"Exampleshire Council"', '"Things to do in Exampleshire"', '"Exampleshire"'),
        *('"The Things to do team"', '"Ask for help with the cost"', '"North"', '"Maidstone"'),
        *('"You may be able to get money for support."', '"One to one, or small groups"'),
        *('"Everyday Life Activities"', '"Older people"', '"The town on the river"'),
        *('"Making use of the community"', '"Everyone from 18"', '"The makers of the site"'),
    ),
    GREEN_DOOR: (
        *('"Example Green Door"', '"We cook, and we play games."', '"The club team"'),
        *('"The Green Hall"', '"2 Example Street"', '"Go in at the green door."'),
        *('"Lunch is in the price."', '"You pick what to cook."'),
    ),
    INTERESTS: (
        *('"I want to have fun"', '"Have fun"', '"Cooking and baking"', '"I like making food."'),
        '"Cook, bake, shop for food"',
    ),
}


@pytest.fixture(params=PAYLOADS)
def payload(request: pytest.FixtureRequest) -> str:
    """What somebody wrote in every field that takes words."""
    return str(request.param)


@pytest.fixture
def hostile(content_folder: ContentFolder, tmp_path: Path, site: SiteOf, payload: str) -> Flask:
    """A site on which every text is that one."""
    text = json.dumps(payload)
    for name, every in OWN_WORDS_OF.items():
        for words in every:
            content_folder.write(name, content_folder.text_of(name).replace(words, text))
    content_folder.add(GREEN_DOOR, HOSTILE_ACTIVITY.replace("TEXT", text))
    content_folder.add(WORDS, SHARED_WORDS.replace("TEXT", text))
    content_folder.write(PICTURES, content_folder.text_of(PICTURES).replace('"A painter"', text))
    known = f"known_issues = [{text}]\ntested_by"
    content_folder.change(COUNCIL, "tested_by", known)
    content_folder.write(HELP, f"# {payload}\n\n{payload}\n\n* {payload}\n")
    build_content(content_folder.path, tmp_path)
    return site()


def test_what_was_written_is_shown_as_it_was_written(hostile: Flask, payload: str) -> None:
    client = hostile.test_client()
    client.post("/list/add", data={"from": "exampleshire", "activity": "hostile"})
    seen = 0

    for page in PAGES:
        root: Element = html5lib.parse(client.get(page).text, namespaceHTMLElements=False)
        scripts = [each.get("src", "").partition("?")[0] for each in root.iter("script")]
        assert scripts == ["/static/finder.js", "/static/say.js", "/static/listen.js"]
        assert list(root.iter("svg")) == []
        assert {each.get("src", "")[:8] for each in root.iter("img")} <= {"/static/"}
        seen += sum(" ".join(payload.split()) in words for words in words_of(root))

    assert seen > 150


def words_of(root: Element) -> Iterator[str]:
    """Return every text of a page, and what its attributes say."""
    for element in root.iter():
        yield from (" ".join((text or "").split()) for text in (element.text, element.tail))
        yield from element.attrib.values()


MARKDOWN = """\
# Help

<script>alert(1)</script>

<img src=x onerror=alert(1)> [one](javascript:alert(1)) [two](JaVaScRiPt:alert(1))

[three](//evil.example/x) [four](/\\evil.example) [five](\\\\evil.example) [six](data:text/html,x)

[seven](vbscript:x) [eight](http://evil.example) ![nine](https://evil.example/pixel.png)

<https://example.org> [ten](https://example.org "onmouseover=alert(1)") [eleven](/help)

<a href="//evil.example" onclick="alert(1)">twelve</a> <style>p{color:red}</style>

[thirteen](mailto:help@example.org) [fourteen](tel:01632960101) [fifteen](&#x2f;/evil.example)
"""


def test_a_page_of_words_loads_and_links_nothing_that_could_harm(
    content_folder: ContentFolder, tmp_path: Path, site: SiteOf
) -> None:
    content_folder.write(HELP, MARKDOWN)
    build_content(content_folder.path, tmp_path)

    # A link that lost its address is no fault of the page, so nothing else is checked here.
    app = site()
    app.test_client_class = FlaskClient

    answer = app.test_client().get("/exampleshire/help")

    root: Element = html5lib.parse(answer.text, namespaceHTMLElements=False)
    (prose,) = (each for each in root.iter("div") if each.get("class") == "prose")
    # A backslash that is written as %5C is a letter of a path like any other.
    assert {link.get("href") for link in prose.iter("a")} - {None} == {
        "%5Cevil.example",
        "/%5Cevil.example",
        "https://example.org",
        "/help",
        "mailto:help@example.org",
        "tel:01632960101",
    }
    assert {element.tag for element in prose.iter()} == {"div", "p", "a"}
    assert {name for link in prose.iter("a") for name in link.attrib} == {"href", "rel", "title"}
