"""Chromium, as the checks drive it: the system's own, with fixed flags and no other host."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, sync_playwright

SHELL = "chromium-headless-shell"
"""Chromium without the frame around its pages: it shows the same, and opens a page in a third of
the time. It is Debian's; tests/tools/install.sh installs it where it can."""

NAMES = ("chromium", "chromium-browser", "google-chrome")

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Names of other hosts are never looked up, so a page cannot reach one even by mistake. This
    # costs nothing, where asking Python about each request would.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)


class ColourScheme(StrEnum):
    """What the device asks pages for."""

    LIGHT = "light"
    DARK = "dark"


class ToolMissingError(Exception):
    """A program that the checks need is not on this machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A page in a fresh context, and what it did that it should not have done."""

    page: Page
    foreign: list[str]
    """The address of each request to another host; none was let through."""
    complaints: list[str]
    """What the browser complained of: errors of scripts, broken policies, missing files."""


def program(variable: str, *names: str) -> str:
    """Return the path of the first program found: the one the variable names, else by name.

    Raise ToolMissingError if there is none.
    """
    named = os.environ.get(variable)
    for name in [named] if named else names:
        if path := shutil.which(name):
            return path
    msg = (
        f"None of these is here: {named or ', '.join(names)}. "
        f"Run tests/tools/install.sh, or set {variable} to the path of one."
    )
    raise ToolMissingError(msg)


def whole_chromium_path() -> str:
    """Return the path of the browser as people have it: CHROMIUM if set, else the system's."""
    return program("CHROMIUM", *NAMES)


def chromium_path() -> str:
    """Return the path of the browser that the checks drive: the shell, or else the whole one."""
    return shutil.which(SHELL) or whole_chromium_path()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start a browser without a screen, and stop it at the end."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def window(
    browser: Browser,
    origin: str,
    *,
    width: int = 1280,
    height: int = 900,
    scale: int = 1,
    colour_scheme: ColourScheme = ColourScheme.LIGHT,
    javascript: bool = True,
) -> Iterator[Window]:
    """Open an empty page for a site. Addresses that start with / are taken from its origin."""
    context = browser.new_context(
        base_url=origin,
        viewport={"width": width, "height": height},
        device_scale_factor=scale,
        color_scheme=colour_scheme.value,
        java_script_enabled=javascript,
        locale="en-GB",
    )
    opened = Window(page=context.new_page(), foreign=[], complaints=[])

    def note_request(request: Request) -> None:
        if not request.url.startswith((f"{origin}/", "data:", "blob:")):
            opened.foreign.append(request.url)

    def note_message(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            opened.complaints.append(message.text)

    def note_error(error: Error) -> None:
        opened.complaints.append(error.message)

    context.on("request", note_request)
    context.on("console", note_message)
    opened.page.on("pageerror", note_error)
    try:
        yield opened
    finally:
        context.close()


def unfold(page: Page) -> None:
    """Open all that lies folded on the page, so that it is checked as well."""
    page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true")
