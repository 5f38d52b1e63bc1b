import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.importing.markdown import LONGEST_MARKDOWN, safe_html
from finder.importing.report import Report
from tests.importing.reading import FILE, an_error

TAGS = "p|h2|h3|ul|ol|li|strong|a|br|dl|dt|dd"


def _html(text: str) -> str:
    return safe_html(text, Report(file=FILE)).strip()


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param("You can **ask**.", "<p>You can <strong>ask</strong>.</p>", id="words"),
        pytest.param("## Who pays\n\n### Free", "<h2>Who pays</h2>\n<h3>Free</h3>", id="headings"),
        pytest.param("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>", id="a list"),
        pytest.param("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>", id="steps"),
        pytest.param(
            "[us](https://example.org)",
            '<p><a href="https://example.org" rel="noopener noreferrer">us</a></p>',
            id="a link",
        ),
        pytest.param(
            "[us](mailto:us@example.org)",
            '<p><a href="mailto:us@example.org" rel="noopener noreferrer">us</a></p>',
            id="an email address",
        ),
        pytest.param(
            "[help](/kent/help)",
            '<p><a href="/kent/help" rel="noopener noreferrer">help</a></p>',
            id="a page of this site",
        ),
        pytest.param("# Big", "Big", id="a heading that the page has already"),
        pytest.param("*a* `b` > c", "<p>a b &gt; c</p>", id="what is not on the list is plain"),
        pytest.param("![alt](https://example.org/a.png)", "<p></p>", id="a picture goes"),
    ],
)
def test_markdown_becomes_plain_html(text: str, html: str) -> None:
    assert _html(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param(
            "<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>", id="script"
        ),
        pytest.param(
            '<p onclick="a()">x</p>', '<p>&lt;p onclick="a()"&gt;x&lt;/p&gt;</p>', id="handler"
        ),
        pytest.param(
            "[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>", id="javascript"
        ),
        pytest.param(
            "[x](//example.org/a)", '<p><a rel="noopener noreferrer">x</a></p>', id="another host"
        ),
        pytest.param(
            "[x](&#47;/example.org/a)",
            '<p><a rel="noopener noreferrer">x</a></p>',
            id="another host in disguise",
        ),
        pytest.param(
            "[x](/\\example.org)",
            '<p><a href="/%5Cexample.org" rel="noopener noreferrer">x</a></p>',
            id="a backslash is a letter of a page of this site",
        ),
        pytest.param(
            "[x](http://example.org)",
            '<p><a rel="noopener noreferrer">x</a></p>',
            id="a host that anybody can read over",
        ),
    ],
)
def test_what_could_do_harm_does_not(text: str, html: str) -> None:
    assert _html(text) == html


@given(st.text() | st.text(alphabet="<>[](){}*_`#-!\\/\"'=:&; aonj\n"))
def test_any_text_becomes_nothing_but_the_allowed_tags(text: str) -> None:
    html = _html(text)

    assert re.sub(rf"</?(?:{TAGS})(?: (?:href|rel|title)=\"[^\"<>]*\")*>", "", html).count("<") == 0


def test_a_page_that_is_too_long_is_refused() -> None:
    report = Report(file=FILE)

    assert safe_html("a" * (LONGEST_MARKDOWN + 1), report) == ""
    assert report.issues == [
        an_error(
            code="too-long",
            message="The page has 10,001 letters.",
            remedy="Write it with 10,000 letters or fewer.",
            line=None,
        )
    ]


@pytest.mark.parametrize("mark", ["[", "(", "*", "_", "`", "> ", "- ", "![", "<"])
def test_marks_that_never_close_do_not_hold_the_reading_up(mark: str) -> None:
    report = Report(file=FILE)

    safe_html(mark * (LONGEST_MARKDOWN // len(mark)), report)

    assert report.issues == []
