"""Reading aloud, in a real browser with made-up voices: what is said, when, and how it looks."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from finder.web.reading import COOKIE as READING_COOKIE
from finder.web.reading import Reading
from tests.browser.axe import axe
from tests.browser.chromium import Window, window
from tests.browser.failure import listed
from tests.browser.geometry import clipped_text, sideways_scroll, small_controls
from tests.pseudo import LANGUAGE

pytestmark = pytest.mark.browser

ACTIVITY = "/kent/activities/cooking-together"
widths = pytest.mark.parametrize("width", [320, 1280])

Voice = dict[str, Any]


def voice(name: str, lang: str, *, local: bool = True, default: bool = False) -> Voice:
    return {"name": name, "lang": lang, "localService": local, "default": default}


BRITISH = voice("British", "en-GB", default=True)
OTHER = voice("Other", LANGUAGE)

# What the page asks of the browser's speech, and a way to say that a sentence has ended. A voice
# that is cut off complains a little later, as real ones do.
SPEECH = """(() => {
  const voices = %s;
  let now = null;
  const speech = {
    said: [],
    onvoiceschanged: null,
    getVoices: () => voices,
    speak(utterance) { now = utterance; this.said.push(utterance); },
    cancel() {
      const cut = now;
      now = null;
      sessionStorage.setItem("cut", cut?.text ?? "");
      if (cut) queueMicrotask(() => cut.onerror({ error: "interrupted" }));
    },
    finish(event = "end") {
      const done = now;
      now = null;
      done[`on${event}`]({ error: "network" });
    },
    come(...more) { voices.push(...more); this.onvoiceschanged?.(); },
  };
  Object.defineProperty(window, "speechSynthesis", { value: speech });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  window.shifts = [];
  new PerformanceObserver((list) => shifts.push(...list.getEntries().map((each) => each.value)))
    .observe({ type: "layout-shift", buffered: true });
})()"""


def give_voices(opened: Window, voices: Sequence[Voice]) -> None:
    opened.page.add_init_script(SPEECH % json.dumps(voices))


@pytest.fixture(scope="module")
def reader(browser: Browser, origin: str) -> Iterator[Page]:
    """A page with a British voice, shared by the tests; each opens the address that it wants."""
    with window(browser, origin) as opened:
        give_voices(opened, [BRITISH])
        yield opened.page
        assert opened.foreign == []
        assert opened.complaints == []


def listen(page: Page) -> Locator:
    """Return the button that reads the whole page."""
    return page.locator(".listen .ear")


def looks_are_here(page: Page) -> None:
    """Wait for the style sheet that comes once there is a voice."""
    page.wait_for_function("document.querySelector('link[href*=listen]')?.sheet")


def said(page: Page) -> list[str]:
    """Return each utterance so far, in order."""
    return list(page.evaluate("speechSynthesis.said.map((each) => each.text)"))


def marked(page: Page) -> list[str]:
    """Return the words that are marked as being said."""
    return list(page.evaluate("Array.from(CSS.highlights.get('say') ?? [], String)"))


def read_to_end(page: Page) -> list[list[str]]:
    """Let the voice say everything; return the language and the words of each utterance."""
    page.evaluate(
        "while (document.documentElement.hasAttribute('data-aloud')) speechSynthesis.finish()"
    )
    return list(page.evaluate("speechSynthesis.said.map((each) => [each.lang, each.text])"))


def bar(page: Page, name: str) -> Locator:
    """Return a button of the bar that is there while something is read."""
    return page.get_by_role("region", name="Listen", exact=True).get_by_role("button", name=name)


def test_a_page_is_read_a_sentence_at_a_time_in_its_order(reader: Page) -> None:
    reader.goto(ACTIVITY)
    listen(reader).click()
    assert said(reader) == ["Cooking Together (example)"]

    heard = read_to_end(reader)
    assert heard[:8] == [
        ["en-GB", "Cooking Together (example)"],
        ["en-GB", "With Example Sunny Lane Kitchen"],
        ["en-GB", "What is it?"],
        ["en-GB", "You cook lunch with a small group."],
        ["en-GB", "You choose what to cook."],
        ["en-GB", "You shop for the food together."],
        ["en-GB", "Then you cook it and eat it together."],
        ["en-GB", "When is it?"],
    ]
    words = [text for _, text in heard]
    assert "Monday and Thursday, 10 a.m. to 3 p.m." in words
    assert "With your own money: 48 pounds 50 a day." in words
    assert "0 1 6 3 2, 9 6 0, 4 5 6" in words
    assert "sunny dash lane at example dot org" in words
    # The button of the list, the ways back and our own buttons are not read.
    assert [each for each in words if "my list" in each or each in ("Listen", "Stop")] == []
    assert not [each for each in words if each.startswith("Back to")]
    expect(listen(reader)).to_have_text("Listen")
    assert marked(reader) == []


def test_the_sentence_is_marked_and_the_page_stays_whole(reader: Page) -> None:
    reader.goto(ACTIVITY)
    before = reader.locator(".side").inner_html()
    listen(reader).click()
    reader.evaluate("speechSynthesis.finish()")
    # The name of the group is a link, and the sentence goes on through it.
    assert marked(reader) == ["With Example Sunny Lane Kitchen"]
    expect(listen(reader)).to_be_focused()
    assert reader.locator(".side").inner_html() == before


def test_a_person_can_stop_go_back_go_on_and_slow_down(reader: Page) -> None:
    reader.goto(ACTIVITY)
    assert reader.locator(".player").is_hidden()
    listen(reader).click()
    expect(listen(reader)).to_have_text("Stop")

    for button, expected in [
        ("Next", "With Example Sunny Lane Kitchen"),
        ("Next", "What is it?"),
        ("Back", "With Example Sunny Lane Kitchen"),
        ("Back", "Cooking Together (example)"),
        ("Back", "Cooking Together (example)"),
    ]:
        bar(reader, button).click()
        assert said(reader)[-1] == expected
        assert marked(reader) == [expected]

    bar(reader, "Slow").click()
    expect(bar(reader, "Slow")).to_have_attribute("aria-pressed", "true")
    bar(reader, "Slow").click()
    rates = reader.evaluate("speechSynthesis.said.slice(-3).map(({ rate }) => rate)")
    assert rates == [0.9, 0.65, 0.9]

    bar(reader, "Stop").click()
    assert reader.locator(".player").is_hidden()
    assert marked(reader) == []
    expect(listen(reader)).to_have_text("Listen")
    # The button that had the focus is gone, so the focus goes to where it all began.
    expect(listen(reader)).to_be_focused()


def test_next_after_the_last_sentence_is_the_end(reader: Page) -> None:
    reader.goto("/list/code")
    listen(reader).click()
    count = reader.evaluate("aloud.sentences.length")
    for _ in range(count):
        bar(reader, "Next").click()
    assert len(said(reader)) == count
    assert reader.locator(".player").is_hidden()


def test_escape_a_second_press_and_a_recording_stop_it(reader: Page) -> None:
    reader.goto(ACTIVITY)
    for stop in (
        lambda: reader.keyboard.press("Escape"),
        lambda: listen(reader).click(),
        lambda: reader.evaluate("document.querySelector('main').dispatchEvent(new Event('play'))"),
        lambda: reader.evaluate("speechSynthesis.finish('error')"),
    ):
        listen(reader).click()
        expect(listen(reader)).to_have_text("Stop")
        stop()
        expect(listen(reader)).to_have_text("Listen")
    # No other key does anything: a person may speak to the computer (WCAG 2.1.4).
    listen(reader).click()
    reader.keyboard.type("snbp ")
    reader.keyboard.press("Escape")
    assert set(said(reader)) == {"Cooking Together (example)"}


def test_leaving_the_page_stops_it(reader: Page) -> None:
    reader.goto(ACTIVITY)
    listen(reader).click()
    reader.get_by_role("link", name="Home", exact=True).click()
    expect(reader.locator("h1")).to_have_text("What do you like?")
    assert reader.evaluate("sessionStorage.getItem('cut')") == "Cooking Together (example)"
    assert said(reader) == []


def test_a_part_and_a_card_are_read_alone(reader: Page) -> None:
    reader.goto(ACTIVITY)
    part = reader.locator(".part").filter(has_text="When is it?")
    part.click()
    expect(part).to_have_accessible_name("Stop: When is it?")
    assert [text for _, text in read_to_end(reader)] == [
        "When is it?",
        "Monday and Thursday, 10 a.m. to 3 p.m.",
        "It is closed on bank holidays.",
        "It is open 50 weeks a year.",
        "It is closed for 2 weeks at Christmas.",
    ]
    headings = reader.locator("main h2")
    assert reader.locator(".part").count() == headings.count()

    reader.goto("/kent/find?q=cooking+together")
    reader.get_by_role("button", name="Listen: Cooking Together (example)").click()
    heard = [text for _, text in read_to_end(reader)]
    assert heard[:4] == [
        "Cooking Together (example)",
        "With Example Sunny Lane Kitchen",
        "Monday and Thursday",
        "10 a.m. to 3 p.m.",
    ]
    assert heard[-1] == "They told us on 3 November 2026."


def test_a_press_elsewhere_ends_what_was_read(reader: Page) -> None:
    reader.goto(ACTIVITY)
    listen(reader).click()
    reader.get_by_role("button", name="Listen: What is it?").click()
    expect(listen(reader)).to_have_text("Listen")
    assert said(reader) == ["Cooking Together (example)", "What is it?"]


def test_nothing_starts_by_itself(reader: Page) -> None:
    for address in ("/kent/", ACTIVITY, "/kent/find", "/list"):
        reader.goto(address)
        reader.keyboard.press("Tab")
        reader.mouse.wheel(0, 600)
        reader.evaluate("speechSynthesis.come()")
        assert said(reader) == []


def test_the_sentence_comes_into_view_only_when_it_is_outside(reader: Page) -> None:
    reader.goto(ACTIVITY)
    listen(reader).click()
    bar(reader, "Next").click()
    assert reader.evaluate("scrollY") == 0
    while reader.evaluate("scrollY") == 0:
        bar(reader, "Next").click()
    seen = reader.evaluate("""() => {
      const [range] = CSS.highlights.get("say");
      const { top, bottom } = range.getBoundingClientRect();
      return top >= 0 && bottom <= document.querySelector(".player").getBoundingClientRect().top;
    }""")
    assert seen


# A page as a council could write it, and what is to be heard of it.
WRITTEN = """
<p><a class="back" href="#">Back</a></p>
<h2>Swimming <small>for all</small></h2>
<p>It is <b>warm</b>. Ask <a href="#">Ann <i>Lee</i></a> for
  the price. <span class="vh">Not seen.</span>
  <span hidden>Hidden.</span><span aria-hidden="true">Mon</span></p>
<ul><li>Bring a towel<li>Bring <span data-say="one pound">£1</span> for the locker<li>!</ul>
<p>One line<br>another line</p>
<p>Say <span lang="cy">Bore da.</span> It is Welsh.</p>
<label>Your town <input value="typed"></label> <textarea>typed</textarea>
<select><option>Monday</option></select>
<p id="unseen">Not seen.</p>
<details><summary>More</summary><p>Folded.</p></details>
<table class="things"><thead><tr><th>Name<th>Cost</tr></thead>
<tr><th>Swim<td data-label="Cost">£4.50</table>
"""


def test_what_is_seen_is_read_and_no_sentence_is_broken(reader: Page) -> None:
    reader.goto("/kent/help")
    heard = reader.evaluate(
        """(written) => {
          const main = document.querySelector("main");
          main.innerHTML = written;
          main.querySelector("#unseen").style.visibility = "hidden";
          return sentencesOf(main).map(({ words, lang, range }) => [words, lang, String(range)]);
        }""",
        WRITTEN,
    )
    assert [[words, lang, " ".join(text.split())] for words, lang, text in heard] == [
        ["Swimming for all", "en-GB", "Swimming for all"],
        ["It is warm.", "en-GB", "It is warm."],
        ["Ask Ann Lee for the price.", "en-GB", "Ask Ann Lee for the price."],
        ["Bring a towel", "en-GB", "Bring a towel"],
        ["Bring one pound for the locker", "en-GB", "Bring £1 for the locker"],
        ["One line", "en-GB", "One line"],
        ["another line", "en-GB", "another line"],
        ["Say", "en-GB", "Say"],
        ["Bore da.", "cy", "Bore da."],
        ["It is Welsh.", "en-GB", "It is Welsh."],
        ["Your town", "en-GB", "Your town"],
        ["More", "en-GB", "More"],
        ["Swim", "en-GB", "Swim"],
        ["Cost: 4 pounds 50", "en-GB", "£4.50"],
    ]


def test_the_full_stop_of_a_title_ends_no_sentence(reader: Page) -> None:
    reader.goto("/kent/help")
    heard = reader.evaluate(
        """(text) => {
          const main = document.querySelector("main");
          main.textContent = text;
          return sentencesOf(main).map(({ words, range }) => [words, String(range)]);
        }""",
        "Ask Dr. Lee at St. Example Hall. It is warm.",
    )
    assert heard == [[text, text] for text in ("Ask Dr. Lee at St. Example Hall.", "It is warm.")]


def test_a_very_long_sentence_is_said_in_parts(reader: Page) -> None:
    reader.goto("/kent/help")
    half = "word " * 25 + "word"
    heard = reader.evaluate(
        """(text) => {
          const main = document.querySelector("main");
          main.textContent = text;
          return sentencesOf(main).map(({ words }) => words);
        }""",
        f"{half}, {half}.",
    )
    assert heard == [f"{half},", f"{half}."]


AS_SAID = {
    "It costs £4.50.": "It costs 4 pounds 50.",
    "£4": "4 pounds",
    "£1 or £1.00": "1 pound or 1 pound",
    "£0.50 or 50p": "50 pence or 50 pence",
    "£4.05": "4 pounds and 5 pence",
    "£1,200 a year, £8 to £12": "1,200 pounds a year, 8 pounds to 12 pounds",
    "£4–£6": "4 pounds to 6 pounds",
    "10am": "10 a.m.",
    "Come at 9.30am.": "Come at 9 30 a.m.",
    "9.05am, 9:00 pm": "9 oh 5 a.m., 9 p.m.",
    "12 noon": "12 noon",
    "10am to 2pm": "10 a.m. to 2 p.m.",
    "10am–2pm, 2–4": "10 a.m. to 2 p.m., 2 to 4",
    "10am-2pm, 2-4pm, 10:00-14:00": "10 a.m. to 2 p.m., 2 to 4 p.m., 10:00 to 14:00",
    "£4-£6, £12.50 - 15": "4 pounds to 6 pounds, 12 pounds 50 to 15",
    "Mon-Fri, Saturday – Sunday": "Mon to Fri, Saturday to Sunday",
    "one-to-one, ages 18-25, Sunny-Lane": "one-to-one, ages 18-25, Sunny-Lane",
    "7.30 p.m. on Monday, 9 A.M.": "7 30 p.m. on Monday, 9 a.m.",
    "£1.01 or 1p": "1 pound and 1 penny or 1 penny",
    "2 to 4": "2 to 4",
    "01632 960123": "0 1 6 3 2, 9 6 0, 1 2 3",
    "07700 900 123": "0 7 7 0 0, 9 0 0, 1 2 3",
    "020 7946 0123": "0 2 0, 7 9 4 6, 0 1 2 3",
    "01614960123": "0 1 6 1, 4 9 6, 0 1 2 3",
    "+44 1632 960123": "+ 4 4, 1 6 3 2, 9 6 0, 1 2 3",
    "(01632) 960 123, 01632-960123": "0 1 6 3 2, 9 6 0, 1 2 3, 0 1 6 3 2, 9 6 0, 1 2 3",
    "+44 (0)1632 960123": "+ 4 4, 1 6 3 2, 9 6 0, 1 2 3",
    "Phone 101. Text 60777. Room 101.": "Phone 1 0 1. Text 6 0 7 7 7. Room 101.",
    "01-02-2026": "01-02-2026",
    "0 123 456 78": "0 123 456 78",
    "Phone 999. It was £999.": "Phone 9 9 9. It was 999 pounds.",
    "ME14 1XX": "M E 14, 1 X X",
    "near SW1A 1AA, or SK1": "near S W 1 A, 1 A A, or S K 1",
    "near ME14 1": "near M E 14, 1",
    "ask-us@example.org": "ask dash us at example dot org",
    "See https://www.example.org/swim/.": "See w w w dot example dot org slash swim.",
    "1:1 or 2:1, at 10:30": "1 to 1 or 2 to 1, at 10:30",
    "BSL and the NHS": "B S L and the N H S",
}


def test_things_are_said_as_people_say_them(reader: Page) -> None:
    reader.goto("/kent/help")
    heard = reader.evaluate(
        "(texts) => Object.fromEntries(texts.map((text) => [text, asSaid(text, 'en-GB')]))",
        list(AS_SAID),
    )
    assert heard == AS_SAID


def test_other_languages_have_their_own_words_for_money(reader: Page) -> None:
    reader.goto("/kent/help")
    heard = reader.evaluate(
        "(texts) => texts.map(([text, lang]) => asSaid(text, lang))",
        [
            ["£4,50 albo £1 200", "pl"],
            ["\u200f£4\u200f", "xx"],
            ["01632 960123, 999, ME14 1XX, 10:00", "ro"],
        ],
    )
    assert heard == [
        "4,50 funta szterlinga albo 1200 funtów szterlingów",
        "£4",
        "0 1 6 3 2, 9 6 0, 1 2 3, 9 9 9, M E 14, 1 X X, 10:00",
    ]


VOICES = [
    voice("American", "en_US", default=True),
    voice("British from afar", "en-GB", local=False),
    voice("Cantonese", "yue-HK"),
    voice("Mandarin", "zh-CN"),
    voice("Punjabi of Pakistan", "pa-PK"),
    voice("Punjabi of India", "pa-IN", local=False),
    voice("Nobody", "not a language"),
]


def test_a_voice_on_the_device_that_knows_the_writing_comes_first(reader: Page) -> None:
    reader.goto("/kent/help")
    chosen = reader.evaluate(
        """(voices) => {
          speechSynthesis.getVoices = () => voices;
          speechSynthesis.come();
          const langs = ["en-GB", "zh-Hant", "pa", "pl", ""];
          return langs.map((lang) => voiceFor(lang)?.name ?? null);
        }""",
        VOICES,
    )
    assert chosen == ["American", "Cantonese", "Punjabi of India", None, None]
    reader.evaluate(
        "speechSynthesis.getVoices().splice(1, 0, { lang: 'en-GB', localService: true })"
    )
    reader.evaluate("speechSynthesis.come()")
    listen(reader).click()
    assert reader.evaluate("speechSynthesis.said[0].voice.lang") == "en-GB"


def test_each_language_is_read_by_its_own_voice(browser: Browser, origin: str) -> None:
    address = f"{ACTIVITY}?lang={LANGUAGE}"
    with window(browser, origin) as opened:
        give_voices(opened, [BRITISH, OTHER])
        opened.page.goto(address)
        listen(opened.page).click()
        heard = read_to_end(opened.page)
        languages = {
            text: lang for lang, text in heard if text.startswith(("Cooking Tog", "You cook lunch"))
        }
        assert languages == {
            "Cooking Together (example)": "en-GB",
            "You cook lunch with a small group.": "en-GB",
        }
        assert {lang for lang, text in heard if "⟦" in text} == {LANGUAGE}
    with window(browser, origin) as opened:
        give_voices(opened, [OTHER])
        opened.page.goto(address)
        listen(opened.page).click()
        # What no voice can say is left out.
        assert {lang for lang, _ in read_to_end(opened.page)} == {LANGUAGE}
        # Here a form has a field called "lang".
        opened.page.goto(f"/kent/?lang={LANGUAGE}")
        listen(opened.page).click()
        assert {lang for lang, _ in read_to_end(opened.page)} == {LANGUAGE}
        assert opened.complaints == []


@widths
def test_without_a_voice_for_the_language_a_line_says_so(
    browser: Browser, origin: str, width: int
) -> None:
    with window(browser, origin, width=width) as opened:
        give_voices(opened, [OTHER])
        opened.page.goto(ACTIVITY)
        line = opened.page.get_by_text("This device has no voice for this language.")
        expect(line).to_be_visible()
        lines = line.evaluate("(p) => p.clientHeight / parseFloat(getComputedStyle(p).lineHeight)")
        assert round(lines) <= 2
        expect(listen(opened.page)).to_be_hidden()
        expect(opened.page.locator(".part").first).to_be_hidden()
        failures = [*axe(opened.page).violations, *clipped_text(opened.page)]
        assert not failures, listed(failures)


@widths
@pytest.mark.parametrize("address", [ACTIVITY, "/kent/", "/kent/find"])
def test_nothing_moves_when_voices_come_late(
    browser: Browser, origin: str, width: int, address: str
) -> None:
    with window(browser, origin, width=width) as opened:
        page = opened.page
        give_voices(opened, [])
        # Letters that come late may move something as well, which is no concern of this test.
        page.route("**/*.woff2", lambda route: route.abort())
        page.clock.install()
        page.goto(address)
        line = page.get_by_text("This device has no voice for this language.")
        expect(line).to_be_hidden()
        expect(listen(page)).to_be_hidden()
        page.clock.run_for(2_500)
        expect(line).to_be_visible()

        page.evaluate("(voice) => speechSynthesis.come(voice)", BRITISH)
        expect(listen(page)).to_be_visible()
        expect(line).to_be_hidden()
        listen(page).click()
        page.keyboard.press("Escape")
        assert page.evaluate("shifts") == []


def test_where_there_is_no_speech_at_all_nothing_is_offered(browser: Browser, origin: str) -> None:
    with window(browser, origin) as opened:
        opened.page.add_init_script("Object.defineProperty(window, 'speechSynthesis', {})")
        opened.page.goto(ACTIVITY)
        expect(listen(opened.page)).to_be_hidden()
        expect(opened.page.get_by_text("This device has no voice")).to_be_hidden()
        assert opened.complaints == []


def test_without_a_script_and_on_paper_it_takes_no_room(browser: Browser, origin: str) -> None:
    with window(browser, origin, javascript=False) as opened:
        opened.page.goto(ACTIVITY)
        assert sizes(opened.page) == {0}
    with window(browser, origin) as opened:
        give_voices(opened, [BRITISH])
        opened.page.goto(ACTIVITY)
        looks_are_here(opened.page)
        listen(opened.page).click()
        opened.page.emulate_media(media="print")
        assert sizes(opened.page) == {0}


def sizes(page: Page) -> set[float]:
    """Return the widths and heights of all that is there for listening."""
    everything = page.locator(".listen, .ear, .player")
    found = everything.evaluate_all(
        """(all) => all.flatMap((each) => {
          const { width, height } = each.getBoundingClientRect();
          return [width, height];
        })"""
    )
    return set(found)


@widths
@pytest.mark.parametrize("address", [ACTIVITY, "/kent/"])
def test_while_it_reads_nothing_is_wrong_and_the_bar_covers_no_focus(
    browser: Browser, origin: str, width: int, address: str
) -> None:
    with window(browser, origin, width=width, height=640) as opened:
        page = opened.page
        give_voices(opened, [BRITISH])
        page.goto(address)
        looks_are_here(page)
        listen(page).click()
        failures = [*axe(page).violations, *small_controls(page), *sideways_scroll(page)]
        assert not failures, listed(failures)
        bottom = page.evaluate("document.querySelector('.player').getBoundingClientRect().bottom")
        assert bottom == 640
        page.keyboard.press("Tab")
        expect(bar(page, "Stop")).to_be_focused()
        assert covered(page) == []


def covered(page: Page) -> list[str]:
    """Press Tab to the end of the page; return each control that the bar hides a part of."""
    faults: list[str] = []
    for _ in range(200):
        page.keyboard.press("Tab")
        stop = page.evaluate("""() => {
          const at = document.activeElement;
          if (at === document.body) return null;
          const top = document.querySelector(".player").getBoundingClientRect().top;
          const isCovered = !at.closest(".player") && at.getBoundingClientRect().bottom > top;
          return [at.textContent.trim() || at.outerHTML.slice(0, 80), isCovered];
        }""")
        if stop is None:
            return faults
        faults += [stop[0]] if stop[1] else []
    return [*faults, "The page has no end"]


def test_older_browsers_read_as_well(browser: Browser, origin: str) -> None:
    with window(browser, origin) as opened:
        page = opened.page
        give_voices(opened, [BRITISH])
        page.add_init_script("""
          delete CSS.highlights;
          Object.defineProperty(CSS, "highlights", { value: undefined });
          delete Intl.Segmenter;
          delete HTMLElement.prototype.showPopover;
        """)
        page.goto(ACTIVITY)
        page.get_by_role("button", name="Listen: Is there a space?").click()
        bar(page, "Next").click()
        expect(page.locator(".say")).to_have_text("There is a space.")
        assert [text for _, text in read_to_end(page)] == [
            "Is there a space?",
            "There is a space.",
            "There is a space on Thursday.",
            "They told us on 3 November 2026.",
        ]
        assert page.locator(".say").count() == 0
        # The bar is at the end of the page, and the browser holds it at the bottom of the window.
        assert page.evaluate("document.querySelector('.player').parentElement === document.body")
        assert opened.complaints == []


def test_where_there_are_no_pictures_the_buttons_have_words(browser: Browser, origin: str) -> None:
    with window(browser, origin, width=320) as opened:
        cookie = {
            "name": READING_COOKIE,
            "value": Reading(pics="words", size="largest").to_cookie(),
            "url": origin,
        }
        opened.page.context.add_cookies([cookie])  # type: ignore[list-item]
        give_voices(opened, [BRITISH])
        opened.page.goto(ACTIVITY)
        part = opened.page.locator(".part").first
        expect(part.locator(".words")).to_be_visible()
        assert part.locator("img").count() == 0
        looks_are_here(opened.page)
        part.click()
        failures = [
            *small_controls(opened.page),
            *sideways_scroll(opened.page),
            *clipped_text(opened.page),
        ]
        assert not failures, listed(failures)
