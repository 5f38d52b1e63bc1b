"""What is asked once in all themes is found in the one that has the fault."""

import pytest

from tests.browser.chromium import Window
from tests.browser.failure import Failure
from tests.browser.planted import Site
from tests.browser.themes import THEMES, ThemeJudge, show

pytestmark = pytest.mark.browser

DARK = "[data-theme=dark] { background: #111; color: #eee } [data-theme=dark] a { color: #fe8 }"


def told(failures: list[Failure]) -> list[tuple[str, str]]:
    return [(failure.rule, failure.target) for failure in failures]


@pytest.mark.parametrize("whole", [True, False])
def test_a_sound_page_passes_in_every_theme(site: Site, opened: Window, whole: bool) -> None:
    opened.page.goto(site.put("sound", css=DARK))
    judge = ThemeJudge()

    assert judge.failures(opened.page, whole=whole) == []
    assert all(judge.judged[theme] for theme in THEMES)


def test_words_that_are_pale_in_one_theme_are_found_once(site: Site, opened: Window) -> None:
    pale = "[data-theme=cream] .pale { color: #777 }"
    words = '<p class="pale">On Mondays.</p><p class="pale">On Fridays.</p>'
    address = site.put("pale", main=words, css=pale)
    judge = ThemeJudge()
    opened.page.goto(address)

    first = judge.failures(opened.page, whole=False)
    again = judge.failures(opened.page, whole=False)

    assert told(first) == [("color-contrast", ".pale:nth-child(4)")]
    assert again == []


def test_words_alike_on_another_ground_are_judged_by_themselves(site: Site, opened: Window) -> None:
    words = '<p>On Mondays.</p><div class="dark"><p>On Fridays.</p></div>'
    opened.page.goto(site.put("ground", main=words, css=".dark { background: #555 }"))
    show(opened.page, "light")

    found = ThemeJudge().weak_words(opened.page, "light")

    assert told(found) == [("color-contrast", "div > p")]


def test_what_axe_passes_by_is_not_taken_for_what_is_alike(site: Site, opened: Window) -> None:
    buttons = '<p><button disabled>Add</button> <button type="button">Undo</button></p>'
    opened.page.goto(site.put("off", main=buttons, css="button, button:disabled { color: #999 }"))
    show(opened.page, "light")

    found = ThemeJudge().weak_words(opened.page, "light")

    assert told(found) == [("color-contrast", 'button[type="button"]')]


def test_words_that_nobody_sees_are_not_judged(site: Site, opened: Window) -> None:
    css = ".ears { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden }"
    main = '<p><span class="ears">Ears <b>only</b></span></p><p hidden>Later</p>'
    opened.page.goto(site.put("ears", main=main, css=f"{css} .ears {{ color: #eee }}"))

    assert ThemeJudge().weak_words(opened.page, "light") == []


def test_a_theme_that_moves_something_is_found(site: Site, opened: Window) -> None:
    opened.page.goto(site.put("moved", css="[data-theme=strong] h2 { margin-block: 4rem }"))

    found = ThemeJudge().failures(opened.page, whole=False)

    assert told(found) == [("theme", "strong")]


def test_a_rule_that_does_not_look_at_colours_still_runs(site: Site, opened: Window) -> None:
    opened.page.goto(site.put("image", main='<p><img src="data:,"></p>'))

    found = ThemeJudge().failures(opened.page, whole=False)

    assert {rule for rule, _ in told(found)} == {"image-alt"}


def test_a_link_that_only_its_colour_tells_from_its_sentence_is_found(
    site: Site, opened: Window
) -> None:
    css = "[data-theme=light] a { text-decoration: none }"
    opened.page.goto(site.put("link", css=css))

    found = ThemeJudge().failures(opened.page, whole=False)

    assert told(found) == [("link-in-text-block", "a")]
