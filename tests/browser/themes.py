"""axe over a page in every theme, without asking twice what cannot differ.

A theme changes colours and nothing else: for each page the test proves that no element moves or
changes its size. So the rules that do not look at colours run in one theme, and in each theme axe
judges the contrast of words. Of words that have the same size and colour, and the same behind them,
it judges the first, whichever page they are on. All rules each time would be 850 runs, two thirds
of which are the contrast of the same few dozen kinds of words.

What lies behind words is taken from the elements that they are in. That nothing else gets there is
what the whole run proves, in which axe looks at every word of a page by itself.
"""

from functools import cache
from pathlib import Path

from playwright.sync_api import JSHandle, Page

from tests.browser.axe import COLOUR_RULES, axe, report_of, start
from tests.browser.failure import Failure

THEMES = ("light", "dark", "strong", "cream")


class ThemeJudge:
    """Asks axe about pages in every theme, and remembers the kinds of words that it judged."""

    def __init__(self) -> None:
        self.judged: dict[str, set[str]] = {theme: set() for theme in THEMES}

    def failures(self, page: Page, *, whole: bool) -> list[Failure]:
        """Return what is wrong with the open page in any theme.

        In the first theme all rules run; those of colours too, for every word, if `whole`.
        """
        show(page, THEMES[0])
        report = axe(page, without=() if whole else COLOUR_RULES)
        boxes = _boxes(page)
        failures = [*report.violations, *report.undecided]
        for theme in THEMES:
            show(page, theme)
            if _boxes(page) != boxes:
                moved = f"It is laid out otherwise than in {THEMES[0]}."
                failures.append(Failure(page=page.url, rule="theme", target=theme, message=moved))
            failures += self.weak_words(page, theme)
        return failures

    def weak_words(self, page: Page, theme: str) -> list[Failure]:
        """Return the words of the open page that are hard to see in the theme that it shows."""
        start(page)
        known = self.judged[theme]
        answer = _themes(page).evaluate(
            "(themes, [known, rules]) => themes.judge(known, rules)", [sorted(known), COLOUR_RULES]
        )
        known.update(answer["judged"])
        report = report_of(page, answer)
        return [*report.violations, *report.undecided]


def show(page: Page, theme: str) -> None:
    """Show the open page in a theme, as somebody has it who chose that."""
    _themes(page).evaluate("(themes, theme) => themes.show(theme)", theme)


def colours(page: Page) -> str:
    """Return the colours of everything on the open page, as one text."""
    every: str = _themes(page).evaluate("(themes) => themes.colours()")
    return every


def _boxes(page: Page) -> str:
    boxes: str = _themes(page).evaluate("(themes) => themes.boxes()")
    return boxes


@cache
def _script() -> str:
    return Path(__file__).with_name("themes.js").read_text(encoding="utf-8")


def _themes(page: Page) -> JSHandle:
    return page.evaluate_handle(_script())
