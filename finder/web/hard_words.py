"""Link the hard words of a page to what they mean, each where the page first has it.

`explained` is for sentences. Headings, links, buttons and labels never go through it, and neither
does a fragment that is kept, unless it says `apart=True`.
"""

import re
from functools import lru_cache
from typing import cast

from flask import g, url_for
from markupsafe import Markup

from finder.web import context
from finder.web.glossary import Glossary, Meaning

# Each worker keeps this many, of all councils and languages; one takes about 0.1 MB.
KEPT_GLOSSARIES = 80

_LINK = Markup('<a class="word" href="{}" data-meaning="{}"{}>{}</a>')
_IN_ENGLISH = Markup(' data-lang="en-GB"')
_TAG = re.compile(r"(</?([a-z][a-z0-9]*)\b[^>]*>)")
# What is in these elements is no prose.
_NO_PROSE = frozenset({"a", "button", "dt", "h1", "h2", "h3", "h4", "label", "legend", "summary"})


def explained(text: str, is_english: object = False, *, apart: bool = False) -> str:
    """Return a sentence with its hard words linked to what they mean.

    HTML that is safe already, as a Markdown page is, is read around its tags. `is_english` says
    that the words are a provider's, or not translated; any true value will do. With `apart`,
    nothing that the page has explained before is asked about or remembered. A page of no council
    has no words of its own, and its text stays as it is.
    """
    explainer = _explainer()
    if explainer is None:
        return text
    seen = set() if apart else explainer.seen
    if isinstance(text, Markup):
        return explainer.html(text, seen, is_english=bool(is_english))
    pieces = explainer.pieces(text, seen, is_english=bool(is_english))
    return Markup().join(pieces) if len(pieces) > 1 else text


def _explainer() -> "_Explainer | None":
    """Return what explains the words of this page; nothing on a page of no council."""
    try:
        return cast("_Explainer | None", g.explainer)
    except AttributeError:
        council = context.page_council()
        g.explainer = _Explainer(council.slug) if council else None
        return cast("_Explainer | None", g.explainer)


def glossary_of(slug: str) -> Glossary:
    """Return the hard words of a council in the language of the page."""
    return _glossary_of(context.generation().generation_id, slug, context.language())


@lru_cache(maxsize=KEPT_GLOSSARIES)
def _glossary_of(generation_id: str, slug: str, language: str) -> Glossary:
    """Return the glossary, made when it is first asked for; the three say all that is in it."""
    del generation_id
    site = context.generation().councils[slug]
    names = (*site.catalogue.provider_names, *site.searchable.columns.names)
    return Glossary(site.catalogue.hard_words, site.catalogue.texts_in(language), names)


class _Explainer:
    """Explains the words of one page. `seen` are the anchors of those that it has linked."""

    def __init__(self, council: str) -> None:
        self._council = council
        self._glossary = glossary_of(council)
        self._is_english_page = context.language() == context.DEFAULT_LANGUAGE
        self.seen: set[str] = set()

    def html(self, html: Markup, seen: set[str], *, is_english: bool) -> Markup:
        """Return HTML with the words explained that stand between its tags."""
        pieces: list[Markup | str] = []
        depth = last = 0
        for tag in _TAG.finditer(html):
            pieces += self._part(html[last : tag.start()], depth, seen, is_english=is_english)
            pieces.append(html[tag.start() : tag.end()])
            if tag[2] in _NO_PROSE:
                depth += -1 if tag[1].startswith("</") else 1
            last = tag.end()
        pieces += self._part(html[last:], depth, seen, is_english=is_english)
        return Markup().join(pieces)

    def _part(
        self, html: Markup, depth: int, seen: set[str], *, is_english: bool
    ) -> list[Markup | str]:
        """Return the pieces of what stands between two tags; as it was, when it has no word."""
        if depth > 0 or not html:
            return [html]
        pieces = self.pieces(html.unescape(), seen, is_english=is_english)
        return pieces if len(pieces) > 1 else [html]

    def pieces(self, text: str, seen: set[str], *, is_english: bool) -> list[Markup | str]:
        """Return the pieces of a text: links, which are safe, and the words between them."""
        pieces: list[Markup | str] = []
        last = 0
        for start, end, meaning in self._glossary.find(text, is_english=is_english):
            if meaning.anchor in seen or not re.search(r"\w", text[:start] + text[end:]):
                continue
            seen.add(meaning.anchor)
            pieces += (text[last:start], self._link(text[start:end], meaning))
            last = end
        return [*pieces, text[last:]]

    def _link(self, word: str, meaning: Meaning) -> Markup:
        url = url_for("words.show", council=self._council, _anchor=meaning.anchor)
        is_marked = not (self._is_english_page or meaning.is_translated)
        return _LINK.format(url, meaning.text, _IN_ENGLISH if is_marked else "", word)
