"""No page has a time limit: nothing ends, moves on or loads anew by a clock (WCAG 2.2.1, 2.2.3)."""

import re

from tests.pseudo import ROOT

SCRIPTS = sorted((ROOT / "static").glob("*.js"))
TIMERS = re.compile(r"\b(?:setTimeout|setInterval|requestIdleCallback)\b")

# Every timer of every script, by its file and what stands in its line. None ends or moves anything.
KNOWN = {
    # Words are offered once a person stops typing for a moment.
    ("finder.js", "waiting = setTimeout(() => offer(box, list), 150);"),
    # The meaning of a word is put into a place that is already there, so that it is announced.
    ("finder.js", "setTimeout(() => box.append(link.dataset.meaning), 100);"),
    # A voice may come later than the page. After a while the page says that there is none.
    ("listen.js", "setTimeout(() => {"),
}
# Ways for a page to leave, to load anew or to go somewhere on its own.
LEAVES = re.compile(
    r"\blocation\s*=|\blocation\.(?:href\s*=|assign|replace|reload)|history\.(?:back|go)\b"
    r"|window\.(?:open|close)\b"
)
REFRESH = re.compile(r"http-equiv|<marquee|<blink|\bautoplay\b", re.IGNORECASE)


def test_every_timer_is_known_and_ends_nothing() -> None:
    found = {
        (path.name, line.strip())
        for path in SCRIPTS
        for line in path.read_text(encoding="utf-8").splitlines()
        if TIMERS.search(line)
    }

    assert found == KNOWN


def test_no_script_leads_away_from_a_page() -> None:
    found = [
        (path.name, line.strip())
        for path in SCRIPTS
        for line in path.read_text(encoding="utf-8").splitlines()
        if LEAVES.search(line)
    ]

    assert found == []


def test_no_page_loads_anew_or_plays_by_itself() -> None:
    pages = sorted((ROOT / "templates").rglob("*.html"))

    assert [path.name for path in pages if REFRESH.search(path.read_text(encoding="utf-8"))] == []


def test_no_answer_tells_the_browser_to_load_it_anew() -> None:
    modules = sorted((ROOT / "finder").rglob("*.py"))
    header = re.compile(r"[\"']Refresh[\"']", re.IGNORECASE)

    assert [path.name for path in modules if header.search(path.read_text(encoding="utf-8"))] == []


def test_the_checks_themselves_know_what_to_look_for() -> None:
    for bad in (
        "location.reload()",
        "location = '/'",
        "window.location.href = x",
        "window.close()",
    ):
        assert LEAVES.search(bad), bad
    for good in ("geolocation.getCurrentPosition()", "new URL(part, self.location)"):
        assert not LEAVES.search(good), good
    assert REFRESH.search('<meta http-equiv="refresh" content="5">')
    assert TIMERS.search("setInterval(tick, 1000)")
