"""The checked client lets a sound page through, and finds each kind of fault."""

import pytest
from flask import Flask, redirect
from werkzeug.wrappers import Response

from tests.page import CheckedClient, Link, faults_in, links, main_text, text_of

PAGE = """<!DOCTYPE html>
<html lang="en-GB" dir="ltr">
<head><meta charset="utf-8"><title>Swimming near you – Things to do</title>
<link rel="canonical" href="https://example.org/swimming">
<link rel="stylesheet" href="/static/site.css"></head>
<body>
<!-- The top of the page. -->
<header><a href="/"><img src="/static/logo.svg" alt="Home" width="44" height="44"></a></header>
<main>
<h1>Swimming near you</h1>
{main}
</main>
</body>
</html>
"""

SOUND = """
<h2 id="days">Days</h2>
<p>You can <b>swim</b><br>on Mondays. <a href="#days">See the days</a>, or
<a href="/kent/find?page=2#days">more</a>.</p>
<form method="post" action="/list/add">
<p id="hint">A town or a postcode.</p>
<label for="place">Where</label> <input id="place" name="place" aria-describedby="hint">
<label>Day <select name="day"><option>Monday</option></select></label>
<input aria-label="Words" name="q"><input type="hidden" name="page" value="2">
<p tabindex="-1">Ready</p>
<button>Show</button> <input type="submit" value="Clear">
</form>
<ul><li>Pool</li><li>Lake</li></ul>
"""


def page(main: str = SOUND) -> str:
    return PAGE.format(main=main)


def without(words: str) -> str:
    """Return the sound page without a part that it has."""
    assert words in page()
    return page().replace(words, "")


def test_a_sound_page_has_no_faults() -> None:
    assert faults_in(page(), "http://localhost/kent/find?page=1") == []


@pytest.mark.parametrize(
    ("markup", "fault"),
    [
        pytest.param(without(' lang="en-GB"'), "html has the lang None", id="no language"),
        pytest.param(
            page().replace("en-GB", "English (UK)"),
            "html has the lang 'English (UK)', which is no language",
            id="a language that is none",
        ),
        pytest.param(without(' dir="ltr"'), "html has the dir None", id="no direction"),
        pytest.param(
            without("Swimming near you – Things to do"), "there is no title", id="an empty title"
        ),
        pytest.param(
            without("<title>Swimming near you – Things to do</title>"),
            "there is no title",
            id="no title",
        ),
        pytest.param(
            without("<h1>Swimming near you</h1>"),
            'there are 0 h1, not one\na heading skips from level 0 to 2: <h2 id="days"> Days',
            id="no h1",
        ),
        pytest.param(page("<h1>Again</h1>"), "there are 2 h1, not one", id="two h1"),
        pytest.param(
            page("<h3>Days</h3>"),
            "a heading skips from level 1 to 3: <h3> Days",
            id="a level left out",
        ),
        pytest.param(page("<h2></h2>"), "a heading says nothing: <h2>", id="an empty heading"),
        pytest.param(
            page('<p id="a"></p><p id="a"></p>'), "2 elements have the id 'a'", id="an id twice"
        ),
        pytest.param(
            page('<p aria-labelledby="a b" id="a"></p>'),
            'aria-labelledby names no element: <p aria-labelledby="a b" id="a">',
            id="a name from nowhere",
        ),
        pytest.param(
            page('<label for="town">Town</label>'),
            'for names no element: <label for="town"> Town',
            id="a label of nothing",
        ),
        pytest.param(
            page('<a href="#none">Days</a>'),
            'the link goes nowhere on the page: <a href="#none"> Days',
            id="a fragment that is not there",
        ),
        pytest.param(
            page('<a href="/kent/find?page=1#none">Days</a>'),
            'the link goes nowhere on the page: <a href="/kent/find?page=1#none"> Days',
            id="a fragment that is not there, after the whole address",
        ),
        pytest.param(
            page('<img src="a.png" width="1" height="1">'),
            'an image has no alt: <img src="a.png" width="1" height="1">',
            id="no alt",
        ),
        pytest.param(
            page('<img src="a.png" alt="">'),
            'an image has no width: <img src="a.png" alt="">\n'
            'an image has no height: <img src="a.png" alt="">',
            id="no size",
        ),
        pytest.param(
            page('<input name="q">'), 'a field has no label: <input name="q">', id="no label"
        ),
        pytest.param(
            page('<label for="q"> </label><textarea id="q"></textarea>'),
            'a field has no label: <textarea id="q">',
            id="an empty label",
        ),
        pytest.param(
            page('<label>Day</label><select name="day"></select>'),
            'a field has no label: <select name="day">',
            id="a label beside the field and not of it",
        ),
        pytest.param(page("<button></button>"), "a control has no words: <button>", id="a button"),
        pytest.param(
            page('<a href="/"><img src="a.png" alt="" width="1" height="1"></a>'),
            'a control has no words: <a href="/">',
            id="a link that is a silent picture",
        ),
        pytest.param(
            page('<input type="submit">'),
            'a control has no words: <input type="submit">',
            id="a submit button",
        ),
        pytest.param(
            page('<input type="image" src="a.png" value="Go" alt="">'),
            'a control has no words: <input type="image" src="a.png" value="Go" alt="">',
            id="a picture button",
        ),
        pytest.param(page("<a>Days</a>"), "a link goes nowhere: <a> Days", id="no address"),
        pytest.param(
            page('<a href="#">Days</a>'), 'a link goes nowhere: <a href="#"> Days', id="a bare #"
        ),
        pytest.param(
            page('<form method="post"><button>Add</button></form>'),
            'a form that posts has no action: <form method="post"> Add',
            id="no action",
        ),
        pytest.param(
            page('<p tabindex="2">Days</p>'),
            'an element changes the order of Tab: <p tabindex="2"> Days',
            id="an order of its own",
        ),
        pytest.param(
            page("<svg><style>a{}</style></svg>"),
            "a style stands in the page: <{http://www.w3.org/2000/svg}style> a{}",
            id="a style element",
        ),
        pytest.param(
            page("<script>go()</script>"),
            "a script stands in the page: <script> go()",
            id="a script",
        ),
        pytest.param(
            page('<p style="color: red">Days</p>'),
            'an element has its own style: <p style="color: red"> Days',
            id="a style attribute",
        ),
        pytest.param(
            page('<p onclick="go()">Days</p>'),
            'an element has its own onclick: <p onclick="go()"> Days',
            id="a script attribute",
        ),
        pytest.param(
            page("<video autoplay></video>"),
            'something plays by itself: <video autoplay="">',
            id="a film that starts by itself",
        ),
        pytest.param(
            page('<img src="https://example.org/a.png" alt="" width="1" height="1">'),
            'something comes from another host: <img src="https://example.org/a.png"'
            ' alt="" width="1" height="1">',
            id="a picture of another host",
        ),
        pytest.param(
            page(
                '<img src="a.png" srcset="b.png 2x, //example.org/c.png 3x" alt="" width="1"'
                ' height="1">'
            ),
            'something comes from another host: <img src="a.png"'
            ' srcset="b.png 2x, //example.org/c.png 3x" alt="" width="1" height="1">',
            id="a sharper picture of another host",
        ),
        pytest.param(
            page().replace('"/static/site.css"', '"//example.org/site.css"'),
            'something comes from another host: <link rel="stylesheet" '
            'href="//example.org/site.css">',
            id="a style sheet of another host",
        ),
        pytest.param(
            page("<p>Days</div>"),
            "line 11: End tag (div) seen too early. Expected other end tag.: <p>Days</div>",
            id="an end tag that ends nothing",
        ),
        pytest.param(
            "<p>Days",
            "line 1: Unexpected start tag (p). Expected DOCTYPE.: <p>Days",
            id="no doctype",
        ),
        pytest.param("", "line 1: Unexpected End of file. Expected DOCTYPE.:", id="nothing at all"),
    ],
)
def test_each_fault_is_found(markup: str, fault: str) -> None:
    found = "\n".join(faults_in(markup, "http://localhost/kent/find?page=1"))

    assert fault in found


def test_most_faults_are_told_alone() -> None:
    assert faults_in(page('<p id="a"></p><p id="a"></p>')) == ["2 elements have the id 'a'"]


@pytest.fixture
def app() -> Flask:
    """A site of a few pages, sound and not."""
    app = Flask(__name__)
    app.test_client_class = CheckedClient
    pages = {
        "/sound": page(),
        "/again": page("<p>Other words.</p>"),
        "/untitled": page().replace("<h1>Swimming near you</h1>", "<h1>Cooking</h1>"),
        "/untitled-too": page().replace("<h1>Swimming near you</h1>", "<h1>Music</h1>"),
        "/broken": page("<img src='a.png' alt=''>"),
    }
    for path, markup in pages.items():
        app.add_url_rule(path, path, lambda markup=markup: markup, methods=["GET", "POST"])
    app.add_url_rule("/text", "/text", lambda: Response("<p", mimetype="text/plain"))
    app.add_url_rule("/away", "/away", lambda: redirect("/broken"))
    return app


@pytest.mark.parametrize("path", ["/sound", "/again", "/text", "/away"])
def test_the_client_takes_sound_pages_and_what_is_no_page(app: Flask, path: str) -> None:
    assert app.test_client().get(path).status_code in {200, 302}


def test_the_client_refuses_a_page_and_lists_its_faults(app: Flask) -> None:
    with pytest.raises(AssertionError) as refusal:
        app.test_client().post("/broken?page=2")

    assert str(refusal.value).splitlines() == [
        "POST http://localhost/broken?page=2",
        '  an image has no width: <img src="a.png" alt="">',
        '  an image has no height: <img src="a.png" alt="">',
    ]


def test_the_client_follows_to_a_page_and_checks_it(app: Flask) -> None:
    with pytest.raises(AssertionError, match="GET http://localhost/broken"):
        app.test_client().get("/away", follow_redirects=True)


def test_the_client_does_not_ask_for_words_where_none_are_sent(app: Flask) -> None:
    assert app.test_client().head("/broken").status_code == 200


def test_pages_may_share_a_title_only_if_it_says_their_heading(app: Flask) -> None:
    client = app.test_client()
    client.get("/sound")
    client.get("/again")
    client.get("/untitled")
    client.get("/untitled?page=2")

    with pytest.raises(AssertionError, match="is that of /untitled too, and lacks the heading"):
        client.get("/untitled-too")


def test_the_words_of_a_page_stand_on_a_line_for_each_block(app: Flask) -> None:
    response = app.test_client().get("/sound")

    assert main_text(response).splitlines() == [
        "Swimming near you",
        "Days",
        "You can swim",
        "on Mondays. See the days, or more.",
        "A town or a postcode.",
        "Where Day",
        "Monday",
        "Ready",
        "Show",
        "Pool",
        "Lake",
    ]
    assert text_of(response) == main_text(response)


def test_links_come_in_order_with_the_words_of_their_pictures(app: Flask) -> None:
    response = app.test_client().get("/sound")

    assert links(response) == [
        Link(words="Home", href="/"),
        Link(words="See the days", href="#days"),
        Link(words="more", href="/kent/find?page=2#days"),
    ]
