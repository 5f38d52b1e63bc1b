"""Each checker finds the fault that was planted for it, and nothing on a page without one."""

from collections.abc import Iterable, Iterator, Mapping
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest
from playwright.sync_api import Browser

from tests.browser.alfa import AlfaJob, alfa, audits
from tests.browser.axe import axe
from tests.browser.chromium import ColourScheme, ToolMissingError, program, window
from tests.browser.failure import listed
from tests.browser.geometry import (
    broken_by_spacing,
    clipped_text,
    sideways_scroll,
    small_controls,
    unseen_focus,
)
from tests.browser.server import served
from tests.browser.vnu import vnu

pytestmark = pytest.mark.browser

PAGE = """<!DOCTYPE html>
<html lang="en-GB" dir="ltr">
<head><meta charset="utf-8"><title>Swimming at the pool</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><link rel="stylesheet" href="base.css">{head}</head>
<body>
<header><p>Things to do</p></header>
<main>
<h1>Swimming at the pool</h1>
<p class="when">You can swim on Mondays. <a href="#days">See all the days</a> that you like.</p>
<h2 id="days">Days</h2>
{main}
</main>
</body>
</html>
"""

BASE_CSS = """
html { font-size: 125%; color: #111; background: #fff; font-family: sans-serif }
body { margin: 0; container-type: inline-size; line-height: 1.6 }
p { max-inline-size: 34rem; margin: 0 0 1.5em }
a { color: #2a1040 }
button { min-block-size: 2.8rem; font: inherit; color: #111; background: #fff }
:focus-visible { outline: .2rem solid #111 }
"""


class Site:
    """A few files at the root of a site."""

    def __init__(self) -> None:
        self.files: dict[str, str] = {"base.css": BASE_CSS}

    def put(self, name: str, *, main: str = "<p>On Mondays.</p>", css: str = "") -> None:
        """Put a page there, and the faults of its look in a style sheet of its own."""
        self.files[f"{name}.css"] = css
        head = f'<link rel="stylesheet" href="{name}.css">' if css else ""
        self.files[f"{name}.html"] = PAGE.format(head=head, main=main)

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        name = environ["PATH_INFO"].removeprefix("/")
        if name not in self.files:
            start("404 Not Found", [("Content-Type", "text/plain")])
            return [b"not here"]
        kind = "text/css" if name.endswith(".css") else "text/html; charset=utf-8"
        start("200 OK", [("Content-Type", kind)])
        return [self.files[name].encode()]


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def origin(site: Site) -> Iterator[str]:
    with served(site) as address:
        yield address


def test_a_sound_page_passes_every_checker(browser: Browser, site: Site, origin: str) -> None:
    site.put("sound")

    with window(browser, origin) as opened:
        opened.page.goto("/sound.html")
        report = axe(opened.page)
        found = [
            *report.violations,
            *report.undecided,
            *small_controls(opened.page),
            *sideways_scroll(opened.page),
            *clipped_text(opened.page),
            *broken_by_spacing(opened.page),
            *unseen_focus(opened.page),
        ]
        asked_and_complained = (opened.foreign, opened.complaints)
    found += alfa([AlfaJob(url=f"{origin}/sound.html")])
    found += vnu({"sound": site.files["sound.html"]})

    assert found == [], listed(found)
    assert asked_and_complained == ([], [])


@pytest.mark.parametrize(
    ("scheme", "rules"),
    [
        pytest.param(ColourScheme.LIGHT, set(), id="light"),
        pytest.param(ColourScheme.DARK, {"color-contrast"}, id="dark"),
    ],
)
def test_axe_finds_pale_words(
    browser: Browser, site: Site, origin: str, scheme: ColourScheme, rules: set[str]
) -> None:
    site.put("pale", css="@media (prefers-color-scheme: dark) { .when { color: #aaa } }")

    with window(browser, origin, colour_scheme=scheme) as opened:
        opened.page.goto("/pale.html")
        violations = axe(opened.page).violations

    assert {failure.rule for failure in violations} == rules


def test_axe_holds_words_to_level_aaa(browser: Browser, site: Site, origin: str) -> None:
    site.put("middling", css=".when { color: #666 }")

    with window(browser, origin) as opened:
        opened.page.goto("/middling.html")
        violations = axe(opened.page).violations

    assert [(one.rule, one.target) for one in violations] == [("color-contrast-enhanced", ".when")]


def test_axe_says_of_which_words_it_cannot_tell(browser: Browser, site: Site, origin: str) -> None:
    site.put("sun", css=".when { background: linear-gradient(#fff, #ddd) }")

    with window(browser, origin) as opened:
        opened.page.goto("/sun.html")
        report = axe(opened.page)

    assert report.violations == []
    assert [(one.rule, one.target) for one in report.undecided] == [
        ("color-contrast", ".when"),
        ("color-contrast", "a"),
    ]


TWO_BUTTONS = '<p><button type="button">Add</button><button type="button">Put back</button></p>'

SMALL = "button { min-block-size: 0; block-size: 30px; inline-size: 90px; padding: 0 }"


def test_axe_finds_controls_that_are_small_and_close(
    browser: Browser, site: Site, origin: str
) -> None:
    site.put("close", main=TWO_BUTTONS, css=f"{SMALL} button {{ inline-size: 30px }}")

    with window(browser, origin) as opened:
        opened.page.goto("/close.html")
        violations = axe(opened.page).violations

    assert {failure.rule for failure in violations} == {"target-size"}


# Alfa leaves out a style sheet with a rule that it does not know. The next tests set a fault in
# such a sheet, outside and inside of the rule, so that they fail when the sheet is not read.

IN_CONTAINER = "@container (min-width: 30rem) {{ .wide {{ gap: 0 }} {inside} }} {outside}"

ENHANCED_CONTRAST = "https://alfa.siteimprove.com/rules/sia-r66"


def rules_broken(
    origin: str, widths: Iterable[int], scheme: ColourScheme = ColourScheme.LIGHT
) -> dict[int, set[str]]:
    """Return the rules that page.html breaks for Alfa at each width."""
    jobs = [
        AlfaJob(url=f"{origin}/page.html", width=width, colour_scheme=scheme) for width in widths
    ]
    return {report.job.width: {one.rule for one in report.failures} for report in audits(jobs)}


def test_alfa_reads_a_sheet_that_holds_container_rules(site: Site, origin: str) -> None:
    css = IN_CONTAINER.format(inside="", outside=".when { color: #666 }")
    site.put("page", css=css)

    assert rules_broken(origin, [320, 1280]) == {
        320: {ENHANCED_CONTRAST},
        1280: {ENHANCED_CONTRAST},
    }


def test_alfa_reads_container_rules_at_the_widths_where_they_hold(site: Site, origin: str) -> None:
    css = IN_CONTAINER.format(inside=".when { color: #666 }", outside="")
    site.put("page", css=css)

    # 30 rem are 600 px, as the letters of the page are 20 px high.
    assert rules_broken(origin, [599, 600]) == {599: set(), 600: {ENHANCED_CONTRAST}}


def test_alfa_sees_the_colours_of_the_dark(site: Site, origin: str) -> None:
    dark = "@media (prefers-color-scheme: dark) { .when { color: #666 } }"
    site.put("page", css=f"@container (max-width: 30rem) {{ {dark} }}")

    light, darkness = (rules_broken(origin, [320], scheme) for scheme in ColourScheme)

    assert (light, darkness) == ({320: set()}, {320: {ENHANCED_CONTRAST}})


@pytest.mark.parametrize(
    ("css", "said"),
    [
        pytest.param(
            ".when { color: light-dark(#555, #aaa) }",
            "color is rgb(85, 85, 85), but Alfa read rgb(17, 17, 17)",
            id="a colour that Alfa cannot read",
        ),
        pytest.param(
            "@scope (main) { .when { font-weight: 700 } }",
            "Alfa does not know CSSScopeRule: @scope (main)",
            id="a rule that Alfa does not know",
        ),
        pytest.param(
            "main { .when { font-weight: 700 } }",
            "Alfa does not read rules inside the rule main",
            id="a rule in a rule",
        ),
        pytest.param(
            "@container style(--big: 1) { .when { font-weight: 700 } }",
            "@container style(--big: 1) has an answer for each element",
            id="a container by its style",
        ),
        pytest.param(
            "main { container-type: inline-size }",
            '<main class=""> is a size container',
            id="a second size container",
        ),
        pytest.param("/* nothing */", "page.css has no rules", id="an empty sheet"),
    ],
)
def test_a_style_that_alfa_cannot_judge_is_a_failure(
    site: Site, origin: str, css: str, said: str
) -> None:
    site.put("page", css=css)

    (failure,) = alfa([AlfaJob(url=f"{origin}/page.html")])

    assert (failure.rule, said in failure.message) == ("unread-style", True), str(failure)


def test_alfa_finds_a_control_of_30_pixels(site: Site, origin: str) -> None:
    site.put("page", main='<p><button type="button">Add to my list</button></p>', css=SMALL)

    assert rules_broken(origin, [1280]) == {1280: {"https://alfa.siteimprove.com/rules/sia-r111"}}


def test_alfa_sends_cookies(site: Site, origin: str) -> None:
    seen = []

    def application(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        if environ["PATH_INFO"] == "/page.html":
            seen.append(environ.get("HTTP_COOKIE"))
        return site(environ, start)

    site.put("page")
    with served(application) as address:
        (report,) = audits([AlfaJob(url=f"{address}/page.html", cookies={"size": "large"})])

    assert (seen, report.failures, report.rules > 10) == (["size=large"], [], True)


def test_vnu_tells_the_page_and_the_line() -> None:
    pages = {
        "sound": PAGE.format(head="", main="<p>On Mondays.</p>"),
        "unclosed": PAGE.format(head="", main="<section><h3>Mondays</h3>"),
    }

    messages = vnu(pages)

    assert {(one.page, one.rule) for one in messages} == {("unclosed", "error")}
    assert any("section" in one.message and "line 1" in one.target for one in messages)


def test_vnu_gives_warnings_too() -> None:
    (message,) = vnu({"bare": PAGE.format(head="", main="<section><p>Bare.</p></section>")})

    assert (message.rule, "lacks heading" in message.message) == ("warning", True)


def test_vnu_of_no_pages_says_nothing() -> None:
    assert vnu({}) == []


GEOMETRY_FAULTS: Mapping[str, tuple[str, str, set[str]]] = {
    "a button of 30 pixels": (
        '<p><button type="button">Add</button></p>',
        SMALL,
        {"target-size"},
    ),
    "a small link that is not in a sentence": (
        '<ul><li><a href="#days">Days</a></li></ul>',
        "li { list-style: none }",
        {"target-size"},
    ),
    "a tick box for ears only with a small label": (
        '<p><input type="checkbox" id="quiet"> <label for="quiet">A quiet place</label></p>',
        "input { appearance: none; position: absolute; inline-size: 1px; block-size: 1px;"
        " margin: 0; border: 0; overflow: hidden }",
        {"target-size", "focus-visible"},
    ),
    "a box wider than the window": (
        '<p class="wide">On Mondays.</p>',
        ".wide { inline-size: 1400px; max-inline-size: none }",
        {"reflow"},
    ),
    "a box that cuts off its words": (
        '<p class="low">On Mondays. On Tuesdays. On Wednesdays.</p>',
        ".low { inline-size: 6rem; block-size: 1.6rem; overflow: hidden }",
        {"clipped-text"},
    ),
    "words that run out of their box": (
        '<p class="low">On Mondays. On Tuesdays. On Wednesdays.</p>',
        ".low { inline-size: 6rem; block-size: 1.6rem }",
        {"clipped-text"},
    ),
    "a box with no room for spaced words": (
        '<p class="tight">Mondays<br>Tuesdays<br>Fridays</p>',
        ".tight { line-height: 1.2; block-size: 3.6em; overflow: hidden }",
        {"clipped-text"},
    ),
    "no ring around the focus": (
        '<p><button type="button">Add to my list</button></p>',
        "button:focus-visible { outline: none }",
        {"focus-visible"},
    ),
    "a ring that is not to be seen": (
        '<p><button type="button">Add to my list</button></p>',
        "button:focus-visible { outline-color: transparent }",
        {"focus-visible"},
    ),
    "a control outside of the window": (
        '<p><button type="button">Add to my list</button></p>',
        "button { position: fixed; inset-inline-start: -50rem }",
        {"focus-visible"},
    ),
}


@pytest.mark.parametrize("fault", GEOMETRY_FAULTS)
def test_our_own_checks_find_each_fault(
    browser: Browser, site: Site, origin: str, fault: str
) -> None:
    main, css, rules = GEOMETRY_FAULTS[fault]
    site.put("fault", main=main, css=css)

    with window(browser, origin) as opened:
        opened.page.goto("/fault.html")
        found = [
            *small_controls(opened.page),
            *sideways_scroll(opened.page),
            *broken_by_spacing(opened.page),
            *unseen_focus(opened.page),
        ]

    assert {failure.rule for failure in found} == rules, listed(found)


def test_text_that_fits_only_unspaced_is_found_only_when_spaced(
    browser: Browser, site: Site, origin: str
) -> None:
    main, css, _ = GEOMETRY_FAULTS["a box with no room for spaced words"]
    site.put("tight", main=main, css=css)

    with window(browser, origin) as opened:
        opened.page.goto("/tight.html")
        before = clipped_text(opened.page)
        spaced = broken_by_spacing(opened.page)
        after = clipped_text(opened.page)

    assert (before, len(spaced), after) == ([], 1, [])


def test_the_focus_goes_through_radios_dates_and_menus_once(
    browser: Browser, site: Site, origin: str
) -> None:
    fields = (
        '<p><label>Mondays <input type="radio" name="day"></label>'
        '<label>Tuesdays <input type="radio" name="day"></label></p>'
        '<p><label>From <input type="date"></label></p>'
        "<details><summary>More</summary><p>On Fridays.</p></details>"
    )
    site.put("fields", main=fields)

    with window(browser, origin) as opened:
        opened.page.goto("/fields.html")

        assert unseen_focus(opened.page) == []


def test_a_control_that_tab_never_comes_to_is_found(
    browser: Browser, site: Site, origin: str
) -> None:
    trap = (
        '<p><button type="button" id="trap">Stay here</button>'
        '<button type="button" id="lost">Go on</button></p>'
    )
    site.put("trap", main=trap)

    with window(browser, origin) as opened:
        opened.page.goto("/trap.html")
        opened.page.evaluate(
            """() => document.querySelector("#trap").addEventListener("keydown",
                 (event) => event.preventDefault())"""
        )
        found = unseen_focus(opened.page)

    assert [(one.rule, "lost" in one.target) for one in found] == [("focus-order", True)]


def test_a_request_to_another_host_is_stopped_and_noted(
    browser: Browser, site: Site, origin: str
) -> None:
    site.put("foreign", main='<p><img src="http://pictures.example.org/sun.svg" alt="A sun"></p>')

    with window(browser, origin) as opened:
        opened.page.goto("/foreign.html")

    assert opened.foreign == ["http://pictures.example.org/sun.svg"]
    assert ["ERR_NAME_NOT_RESOLVED" in one for one in opened.complaints] == [True]


def test_a_script_that_breaks_is_noted_and_one_that_is_off_does_not_run(
    browser: Browser, site: Site, origin: str
) -> None:
    site.put("broken", main="<script>document.title = 'Ran'; throw Error('broken')</script>")
    seen = []

    for javascript in (True, False):
        with window(browser, origin, javascript=javascript) as opened:
            opened.page.goto("/broken.html")
            seen.append((opened.page.title(), opened.complaints))

    assert seen == [("Ran", ["broken"]), ("Swimming at the pool", [])]


def test_a_missing_program_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "no-such-browser")

    with pytest.raises(ToolMissingError, match=r"no-such-browser.*tests/tools/install\.sh"):
        program("CHROMIUM", "chromium")
