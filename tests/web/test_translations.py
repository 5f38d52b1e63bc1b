"""No word of the interface stands outside a translation.

In the made-up language each message stands between ⟦ and ⟧. What is left with Latin letters has
to be marked as English, or be an address or a number that a page marks with <bdi>.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib
import pytest

from finder.web.i18n import DEFAULT
from tests import pseudo
from tests.web.conftest import PagesOf
from tests.web.site import COUNCILS

SPOKEN = ("alt", "title", "placeholder", "aria-label", "data-add-words", "data-remove-words")
UNSAID = ("script", "style", "title")
_INNERMOST = re.compile(rf"{pseudo.OPENS}[^{pseudo.OPENS}{pseudo.CLOSES}]*{pseudo.CLOSES}")


@pytest.mark.parametrize("council", COUNCILS)
def test_every_word_is_translated_or_marked_as_english(pseudo_pages: PagesOf, council: str) -> None:
    faults: dict[str, str] = {}

    for address, page in pseudo_pages(council).items():
        for fault in untranslated(page):
            faults.setdefault(fault, address)

    assert "\n".join(f"{where}: {fault}" for fault, where in faults.items()) == ""


def untranslated(markup: str) -> Iterator[str]:
    """Return each text in Latin letters that is not said to be English, and the reverse."""
    root: Element = html5lib.parse(markup, namespaceHTMLElements=False)
    if root.get("lang") != pseudo.LANGUAGE:
        yield f"the page is in {root.get('lang')}"
    title = next(root.iter("title"))
    if pseudo.OPENS not in (title.text or "") and not next(root.iter("h1")).get("lang"):
        yield f"title: {title.text}"
    yield from _faults(next(root.iter("body")), pseudo.LANGUAGE)


def _faults(element: Element, language: str) -> Iterator[str]:
    language = element.get("lang", language)
    if element.tag == "bdi" or element.tag in UNSAID:
        return
    texts = [element.get(name, "") for name in SPOKEN]
    if element.tag in ("button", "input") and element.get("type") in ("submit", "button"):
        texts.append(element.get("value", ""))
    yield from _told(element, [*texts, element.text or ""], language)
    for child in element:
        if isinstance(child.tag, str):
            yield from _faults(child, language)
        yield from _told(element, [child.tail or ""], language)


def _told(element: Element, texts: list[str], language: str) -> Iterator[str]:
    for text in texts:
        if language == pseudo.LANGUAGE and re.search("[A-Za-z]", _without_messages(text)):
            yield f"<{element.tag}> not translated: {text.strip()}"
        if language == DEFAULT and pseudo.OPENS in text:
            yield f"<{element.tag}> marked as English: {text.strip()}"


def _without_messages(text: str) -> str:
    """Return what is left of a text when its messages are taken out, the inner ones first."""
    while (shorter := _INNERMOST.sub("", text)) != text:
        text = shorter
    return text
