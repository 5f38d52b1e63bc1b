"""A test client that reads each page as strictly as a validator would, and helps to read it."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import urldefrag, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
from flask.testing import FlaskClient
from html5lib.constants import E as PARSE_ERRORS
from werkzeug.test import TestResponse

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

FIELDS = ("input", "select", "textarea")

BUTTONS = ("submit", "button", "reset", "image")
"""Types of input that are buttons, which are named by their value and not by a label."""

REFERENCES = (
    *("aria-activedescendant", "aria-controls", "aria-describedby", "aria-details"),
    *("aria-errormessage", "aria-flowto", "aria-labelledby", "aria-owns"),
    *("for", "form", "headers", "list"),
)
"""Attributes that hold one or more ids of the same page."""

LOADED = ("src", "srcset", "poster", "data")

LINKS_NOT_LOADED = {"alternate", "author", "canonical", "help", "license", "next", "prev"}
"""Relations of a link element that name another page and fetch nothing."""

BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "br", "button", "caption", "dd"),
    *("details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header"),
    *(*HEADINGS, "hr", "legend", "li", "main", "nav", "ol", "option", "p", "section", "summary"),
    *("table", "td", "th", "tr", "ul"),
}
"""Elements that end a line of text."""

UNSAID = {"script", "style", "template", "title", "noscript"}

SHOWN_LATER = {"listen", "ear"}
"""Classes of what only a script shows, once there is a voice (static/listen.js)."""


class Link(NamedTuple):
    """A link as a person meets it."""

    words: str
    href: str


# Addresses that no machine has (RFC 2544), one for each browser of a test.
_ADDRESSES = (f"198.{18 + a}.{b}.{c}" for a in range(2) for b in range(256) for c in range(1, 255))


class CheckedClient(FlaskClient):
    """A test client that takes no HTML page with a fault. Set it as `test_client_class`.

    Each is another browser on another machine: the site counts what an address tries.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.environ_base["REMOTE_ADDR"] = next(_ADDRESSES)
        self.titles: dict[str, str] = {}
        """The address of the first page with each title."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        response = super().open(*args, **kwargs)
        page = response.mimetype == "text/html" and not 300 <= response.status_code < 400
        if page and response.request.method != "HEAD":
            self._check(response)
        return response

    def _check(self, response: TestResponse) -> None:
        address = response.request.url
        markup = response.get_data(as_text=True)
        faults = faults_in(markup, address)
        if not faults and not title_says_heading(markup):
            title = _said(next(_root(markup).iter("title")))
            path = urlsplit(address).path
            first = self.titles.setdefault(title, path)
            if first != path:
                faults.append(f"the title {title!r} is that of {first} too, and lacks the heading")
        if faults:
            listed = "\n".join(f"  {fault}" for fault in faults)
            raise AssertionError(f"{response.request.method} {address}\n{listed}")


def faults_in(markup: str, address: str = "http://localhost/") -> list[str]:
    """Return everything that is wrong with a page, one line each; address is where it stands."""
    errors = parse_errors(markup)
    root = _root(markup)
    return [*errors, *(fault for check in CHECKS for fault in check(root, address))]


def parse_errors(markup: str) -> list[str]:
    """Return where the markup breaks the HTML standard, with the line."""
    return list(_parsed(markup)[1])


def title_says_heading(markup: str) -> bool:
    """Tell whether the title of a page holds all the words of its first heading."""
    root = _root(markup)
    title, heading = (_said(next(root.iter(name))).casefold() for name in ("title", "h1"))
    return set(re.findall(r"\w+", heading)) <= set(re.findall(r"\w+", title))


def text_of(response: TestResponse) -> str:
    """Return the words of a page, a line for each block, as a screen reader would say them."""
    return _lines(next(_root(response.get_data(as_text=True)).iter("body")))


def main_text(response: TestResponse) -> str:
    """Return the words of the main part of a page, without its top and bottom."""
    return _lines(next(_root(response.get_data(as_text=True)).iter("main")))


def links(response: TestResponse) -> list[Link]:
    """Return the links of a page, in order."""
    root = _root(response.get_data(as_text=True))
    return [Link(words=_said(one), href=one.get("href", "")) for one in root.iter("a")]


def _root(markup: str) -> Element:
    return _parsed(markup)[0]


@lru_cache(maxsize=4)
def _parsed(markup: str) -> tuple[Element, tuple[str, ...]]:
    """Return the tree and the errors. The parser is slow, and a test asks of one page often."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root: Element = parser.parse(markup)
    lines = [*markup.splitlines(), ""]
    errors = tuple(
        f"line {line}: {PARSE_ERRORS[code] % values}: {lines[line - 1].strip()}"
        for (line, _), code, values in parser.errors
    )
    return root, errors


def _lines(element: Element) -> str:
    pieces: list[str] = []

    def say(one: Element) -> None:
        edge = "\n" if one.tag in BLOCKS else ""
        pieces.extend((edge, _flat(one.text)))
        for child in one:
            if _is_element(child) and not _is_unsaid(child):
                say(child)
            pieces.append(_flat(child.tail))
        pieces.append(edge)

    say(element)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _is_unsaid(element: Element) -> bool:
    classes = set(element.get("class", "").split())
    return (
        element.tag in UNSAID or "hidden" in element.attrib or not classes.isdisjoint(SHOWN_LATER)
    )


def _flat(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")


def _said(element: Element) -> str:
    """Return the words of an element, those that stand in for its pictures too."""
    alternatives = [image.get("alt", "") for image in element.iter("img")]
    return " ".join(" ".join([*element.itertext(), *alternatives]).split())


def _tag(element: Element) -> str:
    attributes = "".join(f' {name}="{value}"' for name, value in element.attrib.items())
    return f"<{element.tag}{attributes}> {_said(element)[:40]}".strip()


def _elements(root: Element, *names: str) -> Iterator[Element]:
    for element in root.iter():
        if _is_element(element) and (not names or element.tag in names):
            yield element


def _is_element(node: Element) -> bool:
    """Tell an element from a comment, whose tag is a function."""
    tag: object = node.tag
    return isinstance(tag, str)


def _language(root: Element, _: str) -> Iterator[str]:
    if not LANGUAGE.fullmatch(root.get("lang", "")):
        yield f"html has the lang {root.get('lang')!r}, which is no language"
    if root.get("dir") not in {"ltr", "rtl"}:
        yield f"html has the dir {root.get('dir')!r}, not ltr or rtl"


def _title(root: Element, _: str) -> Iterator[str]:
    if not any(_said(title) for title in root.iter("title")):
        yield "there is no title"


def _headings(root: Element, _: str) -> Iterator[str]:
    headings = list(_elements(root, *HEADINGS))
    firsts = [heading for heading in headings if heading.tag == "h1"]
    if len(firsts) != 1:
        yield f"there are {len(firsts)} h1, not one"
    level = 0
    for heading in headings:
        if not _said(heading):
            yield f"a heading says nothing: {_tag(heading)}"
        deeper = int(heading.tag[1])
        if deeper > level + 1:
            yield f"a heading skips from level {level} to {deeper}: {_tag(heading)}"
        level = deeper


def _ids(root: Element, address: str) -> Iterator[str]:
    counts = Counter(element.get("id") for element in _elements(root) if "id" in element.attrib)
    for name, count in counts.items():
        if count > 1:
            yield f"{count} elements have the id {name!r}"
    for element in _elements(root):
        for attribute in REFERENCES:
            for name in element.get(attribute, "").split():
                if name not in counts:
                    yield f"{attribute} names no element: {_tag(element)}"
        target, fragment = urldefrag(urljoin(address, element.get("href", "")))
        if fragment and target == urldefrag(address).url and fragment not in counts:
            yield f"the link goes nowhere on the page: {_tag(element)}"


def _images(root: Element, _: str) -> Iterator[str]:
    for image in root.iter("img"):
        for attribute in ("alt", "width", "height"):
            if attribute not in image.attrib:
                yield f"an image has no {attribute}: {_tag(image)}"


def _labels(root: Element, _: str) -> Iterator[str]:
    labels = [label for label in root.iter("label") if _said(label)]
    named = {label.get("for") for label in labels}
    wrapped = {field for label in labels for field in _elements(label, *FIELDS)}
    for field in _elements(root, *FIELDS):
        said = field.get("aria-label", "").strip() or field.get("aria-labelledby")
        known = field in wrapped or (field.get("id") is not None and field.get("id") in named)
        if field.get("type") not in {"hidden", *BUTTONS} and not said and not known:
            yield f"a field has no label: {_tag(field)}"


def _words(root: Element, _: str) -> Iterator[str]:
    for control in _elements(root, "a", "button", "summary"):
        if not _said(control) and not control.get("aria-label", "").strip():
            yield f"a control has no words: {_tag(control)}"
    for button in _elements(root, "input"):
        words = button.get("alt" if button.get("type") == "image" else "value", "")
        if button.get("type") in BUTTONS and not words.strip():
            yield f"a control has no words: {_tag(button)}"


def _controls(root: Element, _: str) -> Iterator[str]:
    for link in root.iter("a"):
        if link.get("href", "#") in {"", "#"}:
            yield f"a link goes nowhere: {_tag(link)}"
    for form in root.iter("form"):
        if form.get("method", "get").lower() == "post" and not form.get("action"):
            yield f"a form that posts has no action: {_tag(form)}"
    for element in _elements(root):
        if re.fullmatch(r"\s*\+?0*[1-9]\d*\s*", element.get("tabindex", "")):
            yield f"an element changes the order of Tab: {_tag(element)}"


def _inline(root: Element, _: str) -> Iterator[str]:
    for element in _elements(root):
        if element.tag == "style" or element.tag.endswith("}style"):
            yield f"a style stands in the page: {_tag(element)}"
        if element.tag.endswith("script") and "src" not in element.attrib:
            yield f"a script stands in the page: {_tag(element)}"
        for attribute in element.attrib:
            if attribute == "style" or attribute.startswith("on"):
                yield f"an element has its own {attribute}: {_tag(element)}"
            if attribute == "autoplay":
                yield f"something plays by itself: {_tag(element)}"


def _hosts(root: Element, address: str) -> Iterator[str]:
    host = urlsplit(address).netloc
    for element in _elements(root):
        fetched = [element.get(attribute, "") for attribute in LOADED]
        if element.tag == "link" and not set(element.get("rel", "").split()) & LINKS_NOT_LOADED:
            fetched.append(element.get("href", ""))
        for source in " ".join(fetched).replace(",", " ").split():
            place = urlsplit(urljoin(address, source))
            if place.scheme in {"http", "https"} and place.netloc != host:
                yield f"something comes from another host: {_tag(element)}"


CHECKS: tuple[Callable[[Element, str], Iterator[str]], ...] = (
    *(_language, _title, _headings, _ids, _images, _labels, _words, _controls, _inline, _hosts),
)
