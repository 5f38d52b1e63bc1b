"""Our own checks find each kind of fault, and let through what is sound."""

from dataclasses import dataclass

import pytest

from tests.browser.chromium import Window
from tests.browser.failure import listed
from tests.browser.geometry import (
    broken_by_spacing,
    clipped_text,
    sideways_scroll,
    small_controls,
    unseen_focus,
)
from tests.browser.planted import Site

pytestmark = pytest.mark.browser

BUTTON = '<p><button type="button">Add to my list</button></p>'

EARS_ONLY = "position: absolute; inline-size: 1px; block-size: 1px; margin: 0; overflow: hidden"

TIGHT = ".low { line-height: 1.2; block-size: 3.6em; overflow: hidden }"
"""A box with room for three lines of text, and no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A fault, and the rules that find it."""

    main: str
    css: str
    rules: frozenset[str]


FAULTS = [
    pytest.param(
        Fault(
            main=BUTTON,
            css="button { min-block-size: 0; block-size: 30px }",
            rules=frozenset({"target-size"}),
        ),
        id="a button of 30 pixels",
    ),
    pytest.param(
        Fault(
            main='<ul><li><a href="#days">Days</a></li></ul>',
            css="li { list-style: none }",
            rules=frozenset({"target-size"}),
        ),
        id="a small link that is not in a sentence",
    ),
    pytest.param(
        Fault(
            main='<p><span class="ears">More:</span> <a href="#days">Days</a></p>',
            css=f".ears {{ {EARS_ONLY} }}",
            rules=frozenset({"target-size"}),
        ),
        id="a small link in a sentence for ears only",
    ),
    pytest.param(
        Fault(
            main='<p><input type="checkbox" id="quiet"> <label for="quiet">Quiet</label></p>',
            css=f"input {{ appearance: none; border: 0; {EARS_ONLY} }}",
            rules=frozenset({"target-size", "focus-visible"}),
        ),
        id="a box to tick for ears only with a small label",
    ),
    pytest.param(
        Fault(
            main='<p class="wide">On Mondays.</p>',
            css=".wide { inline-size: 1400px; max-inline-size: none }",
            rules=frozenset({"reflow"}),
        ),
        id="a box wider than the window",
    ),
    pytest.param(
        Fault(
            main='<p class="wide">On Mondays.</p>',
            css="body::after { content: ''; display: block; inline-size: 1400px; block-size: 1px }",
            rules=frozenset({"reflow"}),
        ),
        id="empty space wider than the window",
    ),
    pytest.param(
        Fault(
            main='<p class="low">Mondays<br>Tuesdays<br>Fridays<br>Sundays</p>',
            css=TIGHT,
            rules=frozenset({"clipped-text"}),
        ),
        id="a box that cuts off its words",
    ),
    pytest.param(
        Fault(
            main='<p class="low">Mondays<br>Tuesdays<br>Fridays<br>Sundays</p>',
            css=".low { block-size: 3.6em }",
            rules=frozenset({"clipped-text"}),
        ),
        id="words that run out of their box",
    ),
    pytest.param(
        Fault(
            main=BUTTON,
            css="button:focus-visible { outline: none }",
            rules=frozenset({"focus-visible"}),
        ),
        id="no ring around the focus",
    ),
    pytest.param(
        Fault(
            main=BUTTON,
            css="button:focus-visible { outline: 1px solid }",
            rules=frozenset({"focus-visible"}),
        ),
        id="a thin ring around the focus",
    ),
    pytest.param(
        Fault(
            main=BUTTON,
            css="button:focus-visible { outline-color: transparent }",
            rules=frozenset({"focus-visible"}),
        ),
        id="a ring that is not to be seen",
    ),
    pytest.param(
        Fault(
            main=BUTTON,
            css="main { background: #222 } button { margin: 1rem }",
            rules=frozenset({"focus-visible"}),
        ),
        id="a dark ring on a dark ground",
    ),
    pytest.param(
        Fault(
            main=BUTTON,
            css="main { background: #222 } :focus-visible { box-shadow: 0 0 0 3px #ffc94a }",
            rules=frozenset(),
        ),
        id="a dark ring with a light one inside it",
    ),
    pytest.param(
        Fault(
            main=BUTTON,
            css="button { position: fixed; inset-inline-start: -50rem }",
            rules=frozenset({"focus-visible"}),
        ),
        id="a control outside of the window",
    ),
]


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_found_and_no_other(site: Site, opened: Window, fault: Fault) -> None:
    opened.page.goto(site.put("fault", main=fault.main, css=fault.css))

    found = [
        *small_controls(opened.page),
        *sideways_scroll(opened.page),
        *clipped_text(opened.page),
        *unseen_focus(opened.page),
    ]

    assert {failure.rule for failure in found} == fault.rules, listed(found)


def test_text_that_fits_only_unspaced_is_found_only_when_spaced(site: Site, opened: Window) -> None:
    main = '<p class="low">Mondays<br>Tuesdays<br>Fridays</p>'
    opened.page.goto(site.put("tight", main=main, css=TIGHT))

    before = clipped_text(opened.page)
    spaced = broken_by_spacing(opened.page)
    after = clipped_text(opened.page)

    assert (before, len(spaced), after) == ([], 1, [])
    assert "Fridays" in spaced[0].message


def test_a_line_that_spacing_makes_too_long_for_the_window_is_found(
    site: Site, opened: Window
) -> None:
    css = "h1 { white-space: nowrap; inline-size: max-content; font-size: 120px }"
    opened.page.set_viewport_size({"width": 1320, "height": 900})
    opened.page.goto(site.put("long", css=css))

    before = sideways_scroll(opened.page)
    spaced = broken_by_spacing(opened.page)

    assert (before, {failure.rule for failure in spaced}) == ([], {"reflow"}), listed(spaced)


def test_the_focus_goes_through_radios_dates_and_menus_once(site: Site, opened: Window) -> None:
    fields = (
        '<p><label>Mondays <input type="radio" name="day"></label>'
        '<label>Tuesdays <input type="radio" name="day"></label></p>'
        '<p><label>From <input type="date"></label></p>'
        "<details><summary>More</summary><p>On Fridays.</p></details>"
    )
    opened.page.goto(site.put("fields", main=fields))

    assert unseen_focus(opened.page) == []


def test_a_control_that_tab_never_comes_to_is_found(site: Site, opened: Window) -> None:
    trap = (
        '<p><button type="button" id="trap">Stay here</button>'
        '<button type="button" id="lost">Go on</button></p>'
    )
    opened.page.goto(site.put("trap", main=trap))
    opened.page.evaluate(
        """() => document.querySelector("#trap").addEventListener("keydown",
             (event) => event.preventDefault())"""
    )

    found = unseen_focus(opened.page)

    assert [(one.rule, "lost" in one.target) for one in found] == [("focus-order", True)]
