"""The journey by screen reader, held against its transcript; and the reader itself."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.chromium import Window, window
from tests.browser.planted import Site
from tests.browser.test_journey import assert_clean
from tests.browser.test_listen import BRITISH, give_voices, looks_are_here
from tests.browser.transcript import COMMAND, is_as_written
from tests.browser.virtual_reader import NotSaidError, VirtualReader, without_echoes

pytestmark = pytest.mark.browser

INTRODUCTION = f"""# The journey by screen reader

A person finds swimming, puts a thing on the list, and looks at the week. The first page is read
from the top to the end. Of the others the main part is read, where the first link of each leads.
`tests/browser/test_virtual_reader.py` makes the journey with Guidepup's virtual screen reader in
Chromium, and compares it with this page. Left out are the ends of small things, and the words of a
link or a button after its name. A real screen reader uses words of its own.

After a change that is meant, write this page anew and read it aloud:

```
{COMMAND}
```"""


class Listener:
    """Writes down what is said and what is pressed."""

    def __init__(self, opened: Window) -> None:
        self.page = opened.page
        self.reader = VirtualReader(opened.page)
        self.lines = [INTRODUCTION]

    def read(self, part: str = "main") -> None:
        looks_are_here(self.page)
        said = self.reader.read(part)
        self.lines += ["", f"## {self.page.title()}", "", "```", *without_echoes(said), "```"]

    def press(self, start: str) -> None:
        self.reader.move_to(start)
        self.reader.press()
        self.lines += ["", f"Presses “{start}”."]

    def follow(self, start: str) -> None:
        self.reader.move_to(start)
        self.reader.follow()
        self.lines += ["", f"Presses “{start}”, and another page opens."]


def test_the_journey_by_screen_reader_is_as_in_the_transcript(
    browser: Browser, origin: str
) -> None:
    with window(browser, origin) as opened:
        give_voices(opened, [BRITISH])
        listener = Listener(opened)
        opened.page.goto("/kent/")
        listener.read("body")
        listener.follow("link, Swimming")

        listener.read()
        listener.press("radio, Maidstone")
        expect(opened.page.get_by_label("Maidstone")).to_be_checked()
        listener.follow("button, Next")
        listener.read()
        listener.follow("link, I am not sure")
        listener.read()
        listener.follow("link, I am not sure")
        listener.read()
        listener.follow("link, Swim and a Cuppa")

        listener.read()
        listener.press("button, Add to my list")
        expect(opened.page.get_by_role("button", name="On my list").first).to_be_visible()
        listener.reader.read()
        listener.follow("link, My list")
        listener.read()
        listener.follow("link, See the week")
        listener.read()

    assert_clean(opened)
    assert is_as_written("screen-reader", listener.lines)


def test_everything_is_said_in_order_and_from_the_top_again(site: Site, opened: Window) -> None:
    opened.page.goto(site.put("sound", main="<p>On <b>Mondays</b>.</p>"))
    reader = VirtualReader(opened.page)

    said = reader.read("main")
    reader.move_to("heading, Swimming")

    assert (said[0], said[-1]) == ("main", "end of main")
    assert said.index("heading, Swimming at the pool, level 1") < said.index("Mondays")


def test_what_is_never_said_is_a_failure(site: Site, opened: Window) -> None:
    opened.page.goto(site.put("sound"))
    reader = VirtualReader(opened.page)
    reader.read()

    with pytest.raises(NotSaidError, match="link, Nowhere"):
        reader.move_to("link, Nowhere")


def test_words_of_a_name_and_the_ends_of_small_things_are_left_out() -> None:
    said = ["main", "paragraph", "link, Days", "Days", "end of link, Days", "end of paragraph"]
    said += [
        "link, Home",
        "list",
        "listitem, position 1",
        "button, Add",
        "Add",
        "end of button, Add",
    ]
    said += ["end of listitem, position 1", "end of list", "end of main"]

    assert without_echoes(said) == [
        *("main", "link, Days", "link, Home", "list", "listitem, position 1", "button, Add"),
        "end of main",
    ]
