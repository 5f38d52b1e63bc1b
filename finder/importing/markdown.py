"""Turn Markdown from content into HTML that cannot do harm."""

import nh3
from markdown_it import MarkdownIt

from finder.importing.report import Report

# A bracket that opens and never closes makes the parser look again and again, so a text has a
# longest length.
LONGEST_MARKDOWN = 10_000
_TAGS = {"p", "h2", "h3", "ul", "ol", "li", "strong", "a", "br", "dl", "dt", "dd"}
_ATTRIBUTES = {"a": {"href"}}
_SCHEMES = {"https", "mailto", "tel"}
_markdown = MarkdownIt("commonmark", {"html": False})


def safe_html(text: str, report: Report) -> str:
    """Return the HTML of a Markdown text, with nothing but headings, lists, words and links."""
    if len(text) > LONGEST_MARKDOWN:
        report.add(
            "too-long",
            f"The page has {len(text):,} letters.",
            f"Write it with {LONGEST_MARKDOWN:,} letters or fewer.",
        )
        return ""
    return nh3.clean(
        _markdown.render(text),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel="noopener noreferrer",
        attribute_filter=_keep_attribute,
    )


def _keep_attribute(tag: str, attribute: str, value: str) -> str | None:
    """Drop an address that names another host without saying how, such as //example.org."""
    del tag, attribute
    return None if value.startswith(("//", "/\\", "\\")) else value
