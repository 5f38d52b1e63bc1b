"""What a screen reader says of a page: Guidepup's virtual one, in the page itself.

It walks through the accessible tree as the browser lays the page out, with our style sheet and our
scripts, and says each role, name and state. It is not one of those that people use: those leave
things out, join things up and say them in other words. So the order and the names are held by it,
and how it sounds is for a person to hear.
"""

from collections.abc import Sequence
from functools import cache

from playwright.sync_api import BrowserContext, Page, Route

from tests.browser.alfa import TOOLS

MODULE = TOOLS / "node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js"
ADDRESS = "/virtual-screen-reader.js"
MOST_PHRASES = 3000
"""A page that says more has no end."""

SMALL = ("paragraph", "term", "definition")
LARGE_ENDS = tuple(f"end of {role}" for role in ("main", "navigation", "region", "form", "group"))

READ = """async ([address, part, most]) => {
    const { Virtual } = await import(address);
    const reader = new Virtual();
    await reader.start({ container: document.querySelector(part) });
    window.virtualReader = reader;
    const first = await reader.lastSpokenPhrase();
    for (let said = first; said !== `end of ${first}`; said = await reader.lastSpokenPhrase()) {
        if ((await reader.spokenPhraseLog()).length > most) break;
        await reader.next();
    }
    return await reader.spokenPhraseLog();
}"""

MOVE = """async ([start, most]) => {
    for (let count = 0; count < most; count++) {
        await virtualReader.next();
        if ((await virtualReader.lastSpokenPhrase()).startsWith(start)) return true;
    }
    return false;
}"""


class NotSaidError(Exception):
    """The reader never came to what was looked for."""


class VirtualReader:
    """Reads the page that is open, and presses what it has come to."""

    def __init__(self, page: Page) -> None:
        self.page = page
        _let_in(page.context)

    def read(self, part: str = "body") -> list[str]:
        """Return all that is said from the top of a part of the page to its end."""
        said: list[str] = self.page.evaluate(READ, [ADDRESS, part, MOST_PHRASES])
        if len(said) > MOST_PHRASES:
            msg = f"The page has no end: {said[-1]}"
            raise NotSaidError(msg)
        return said

    def move_to(self, start: str) -> None:
        """Go on, from the top again after the end, until something said begins so."""
        if not self.page.evaluate(MOVE, [start, MOST_PHRASES]):
            msg = f"Nothing on {self.page.url} is said as {start!r}."
            raise NotSaidError(msg)

    def press(self) -> None:
        """Press what the reader has come to; nothing else comes of it but what the page does."""
        self.page.evaluate("() => virtualReader.act()")

    def follow(self) -> None:
        """Press what the reader has come to, which opens another page."""
        with self.page.expect_navigation():
            # The answer is not waited for, as it goes with the page.
            self.page.evaluate("() => { setTimeout(() => virtualReader.act()) }")
        self.page.wait_for_load_state()


def without_echoes(said: Sequence[str]) -> list[str]:
    """Leave out what no screen reader says: the ends of small things, and words said in a name.

    The words of a link or a button are its name, so that they would be said twice.
    """
    heard = []
    within = ""
    for phrase in said:
        end = phrase.startswith(("end of ", "end, "))
        if within:
            within = "" if phrase == f"end of {within}" else within
        elif phrase in SMALL or (end and not phrase.startswith(LARGE_ENDS)):
            continue
        else:
            heard.append(phrase)
            name = phrase.startswith(("link, ", "button, ")) and f"end of {phrase}" in said
            within = phrase if name else ""
    return heard


@cache
def _module() -> str:
    return MODULE.read_text(encoding="utf-8")


def _let_in(context: BrowserContext) -> None:
    """Answer the reader's address from the file, as if it were one of ours."""

    def answer(route: Route) -> None:
        route.fulfill(body=_module(), content_type="text/javascript")

    context.route(f"**{ADDRESS}", answer)
