"""Each checker finds the fault that was planted for it, and nothing on a page without one."""

import pytest
from playwright.sync_api import Browser

from tests.browser.alfa import COLOUR_RULES, AlfaError, AlfaJob, AlfaReport, alfa, audits
from tests.browser.axe import axe
from tests.browser.chromium import ColourScheme, ToolMissingError, Window, program, window
from tests.browser.failure import listed
from tests.browser.geometry import (
    broken_by_spacing,
    clipped_text,
    sideways_scroll,
    small_controls,
    unseen_focus,
)
from tests.browser.planted import PAGE, Site
from tests.browser.vnu import VnuError, vnu

pytestmark = pytest.mark.browser

SMALL = "button { min-block-size: 0; block-size: 30px; inline-size: 30px; padding: 0 }"


def test_a_sound_page_passes_every_checker(site: Site, opened: Window) -> None:
    address = site.put("sound")
    opened.page.goto(address)

    report = axe(opened.page)
    found = [
        *report.violations,
        *report.undecided,
        *small_controls(opened.page),
        *sideways_scroll(opened.page),
        *clipped_text(opened.page),
        *broken_by_spacing(opened.page),
        *unseen_focus(opened.page),
        *alfa([AlfaJob(url=address)]),
        *vnu({"sound": site.files["sound.html"]}),
    ]

    assert found == [], listed(found)
    assert (opened.foreign, opened.complaints) == ([], [])


@pytest.mark.parametrize(
    ("scheme", "rules"),
    [
        pytest.param(ColourScheme.LIGHT, set(), id="light"),
        pytest.param(ColourScheme.DARK, {"color-contrast"}, id="dark"),
    ],
)
def test_axe_finds_pale_words_in_the_colours_that_are_shown(
    browser: Browser, site: Site, scheme: ColourScheme, rules: set[str]
) -> None:
    address = site.put("pale", css="@media (prefers-color-scheme: dark) { .when { color: #aaa } }")

    with window(browser, site.origin, colour_scheme=scheme) as opened:
        opened.page.goto(address)
        violations = axe(opened.page).violations

    assert {failure.rule for failure in violations} == rules


def test_axe_holds_words_to_level_aaa(site: Site, opened: Window) -> None:
    opened.page.goto(site.put("middling", css=".when { color: #666 }"))

    violations = axe(opened.page).violations

    assert [(one.rule, one.target) for one in violations] == [("color-contrast-enhanced", ".when")]


def test_axe_says_of_which_words_it_cannot_tell(site: Site, opened: Window) -> None:
    opened.page.goto(site.put("sun", css=".when { background: linear-gradient(#fff, #ddd) }"))

    report = axe(opened.page)

    assert report.violations == []
    assert [(one.rule, one.target) for one in report.undecided] == [
        ("color-contrast", ".when"),
        ("color-contrast", "a"),
    ]


def test_words_in_a_drawing_are_held_elsewhere(site: Site, opened: Window) -> None:
    drawing = (
        '<svg viewBox="0 0 99 99" role="img" aria-labelledby="days" width="99">'
        '<path d="M0 0h99v99h-99z" fill="#ddd"/><text x="9" y="50">Dover</text></svg>'
    )
    opened.page.goto(site.put("drawing", main=drawing))

    report = axe(opened.page)

    assert [*report.violations, *report.undecided] == []


def test_axe_finds_controls_that_are_small_and_close(site: Site, opened: Window) -> None:
    buttons = '<p><button type="button">Add</button><button type="button">Undo</button></p>'
    opened.page.goto(site.put("close", main=buttons, css=SMALL))

    violations = axe(opened.page).violations

    assert {failure.rule for failure in violations} == {"target-size"}


# Alfa leaves out a style sheet with a rule that it does not know. The next tests set a fault in
# such a sheet, outside and inside of the rule, so that they fail when the sheet is not read.

CONTRAST = "https://alfa.siteimprove.com/rules/sia-r66"


def rules_broken(reports: list[AlfaReport]) -> list[set[str]]:
    return [{failure.rule for failure in report.failures} for report in reports]


def test_alfa_reads_container_rules_where_they_hold_and_all_that_is_around_them(
    site: Site,
) -> None:
    pale = ".when { color: #666 }"
    outside = site.put("outside", css=f"@container (min-width: 30rem) {{ p {{ gap: 0 }} }} {pale}")
    inside = site.put("inside", css=f"@container (min-width: 30rem) {{ {pale} }}")

    reports = audits(
        [
            AlfaJob(url=outside, width=320),
            AlfaJob(url=outside, width=1280),
            # 30 rem are 600 px, as the letters of the page are 20 px high.
            AlfaJob(url=inside, width=599),
            AlfaJob(url=inside, width=600),
        ]
    )

    assert rules_broken(reports) == [{CONTRAST}, {CONTRAST}, set(), {CONTRAST}]


def test_alfa_sees_the_colours_of_the_dark(site: Site) -> None:
    dark = "@media (prefers-color-scheme: dark) { .when { color: #666 } }"
    address = site.put("page", css=f"@container (max-width: 30rem) {{ {dark} }}")

    reports = audits(
        [AlfaJob(url=address, width=320, colour_scheme=scheme) for scheme in ColourScheme]
    )

    assert rules_broken(reports) == [set(), {CONTRAST}]


def test_a_style_that_alfa_cannot_judge_is_a_failure(site: Site) -> None:
    bold = "font-weight: 700"
    sheets = {
        ".when { color: light-dark(#555, #aaa) }": (
            "color is rgb(85, 85, 85), but Alfa read rgb(17, 17, 17)"
        ),
        f"@scope (main) {{ .when {{ {bold} }} }}": "Alfa does not know CSSScopeRule: @scope (main)",
        f"main {{ .when {{ {bold} }} }}": "Alfa does not read rules inside the rule main",
        f"@container style(--big: 1) {{ .when {{ {bold} }} }}": (
            "@container style(--big: 1) has an answer for each element"
        ),
        "main { container-type: inline-size }": (
            '<main class=""> is a size container; only html and body may be'
        ),
        "/* nothing */": "has no rules",
    }

    failures = alfa(
        [AlfaJob(url=site.put(f"page{place}", css=css)) for place, css in enumerate(sheets)]
    )

    assert [failure.rule for failure in failures] == ["unread-style"] * len(sheets)
    for failure, said in zip(failures, sheets.values(), strict=True):
        assert said in failure.message


def test_alfa_tells_the_element_and_both_colours(site: Site) -> None:
    address = site.put("page", css=".when { color: #666 }")

    failure, _ = alfa([AlfaJob(url=address)])  # The words before the link, and those after it.

    assert (failure.page, failure.rule) == (f"{address} (1280 px, light)", CONTRAST)
    assert "/main[1]/p[1]" in failure.target
    assert "rgb(102, 102, 102) on rgb(100% 100% 100%) is 5.74" in failure.message


def test_alfa_finds_a_control_of_30_pixels_and_sends_cookies(site: Site) -> None:
    address = site.put("page", main='<p><button type="button">Add</button></p>', css=SMALL)

    (report,) = audits([AlfaJob(url=address, cookies={"size": "large"})])

    assert rules_broken([report]) == [{"https://alfa.siteimprove.com/rules/sia-r111"}]
    assert (report.rules > 10, set(site.cookies)) == (True, {"size=large"})


def test_alfa_asks_only_some_rules_if_need_be(site: Site) -> None:
    address = site.put("page", main='<p><button type="button">Add</button></p>', css=SMALL)

    (report,) = audits([AlfaJob(url=address, only=COLOUR_RULES)])

    assert (report.failures, report.rules) == ([], 4)


def test_alfa_does_not_pass_a_page_that_does_not_load(site: Site) -> None:
    with pytest.raises(AlfaError, match="ERR_"):
        alfa([AlfaJob(url="http://127.0.0.1:1/page.html")])


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


def test_vnu_that_does_not_run_is_no_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA", "false")

    with pytest.raises(VnuError, match=r"install\.sh"):
        vnu({"sound": PAGE.format(head="", main="")})


def test_a_request_to_another_host_is_stopped_and_noted(site: Site, opened: Window) -> None:
    picture = '<p><img src="http://pictures.example.org/sun.svg" alt="A sun"></p>'
    opened.page.goto(site.put("foreign", main=picture))

    assert opened.foreign == ["http://pictures.example.org/sun.svg"]
    assert ["ERR_NAME_NOT_RESOLVED" in one for one in opened.complaints] == [True]


def test_a_script_that_breaks_is_noted_and_one_that_is_off_does_not_run(
    browser: Browser, site: Site
) -> None:
    script = "<script>document.title = 'Ran'; throw Error('broken')</script>"
    address = site.put("broken", main=script)
    seen = []

    for javascript in (True, False):
        with window(browser, site.origin, javascript=javascript) as opened:
            opened.page.goto(address)
            seen.append((opened.page.title(), opened.complaints))

    assert seen == [("Ran", ["broken"]), ("Swimming at the pool", [])]


def test_a_missing_program_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "no-such-browser")

    with pytest.raises(ToolMissingError, match=r"no-such-browser.*tests/tools/install\.sh"):
        program("CHROMIUM", "chromium")
