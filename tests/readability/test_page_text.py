import pytest

from finder.readability.page_text import text_of_page


def text_of(main: str, *, without: frozenset[str] = frozenset()) -> str:
    page = '<!doctype html><html lang="en-GB"><head><title>A page</title></head><body>'
    page += f"<header><p>The top</p></header><main>{main}</main><footer><p>The end</p></footer>"
    return text_of_page(f"{page}</body></html>", without=without)


@pytest.mark.parametrize(
    ("main", "lines"),
    [
        pytest.param("<h1>A club</h1><p>You cook.</p>", ["A club", "You cook."], id="blocks"),
        pytest.param("<p>You <b>cook</b>\n a lunch.</p>", ["You cook a lunch."], id="in a line"),
        pytest.param("<p>One.<br>Two.</p>", ["One.", "Two."], id="a break"),
        pytest.param("<p>£5 &amp; lunch</p>", ["£5 & lunch"], id="a sign"),
        pytest.param("<b>Cost</b><span>Free</span>", ["Cost", "Free"], id="nothing between"),
        pytest.param("<b>Cost</b><span>: free</span>", ["Cost: free"], id="a colon between"),
        pytest.param(
            '<p>Ask. <a class="btn go" href="/">Phone</a> <a class="touch">Text</a></p>',
            ["Ask.", "Phone", "Text"],
            id="buttons",
        ),
        pytest.param(
            '<div class="slot"><b>Club</b> <span>At 9.</span></div>', ["Club", "At 9."], id="a box"
        ),
        pytest.param("<ul><li>One<li>Two</ul>", ["One", "Two"], id="tags left open"),
        pytest.param("<p>One</b></p><p>Two</p>", ["One", "Two"], id="a tag too many"),
        pytest.param("<p>– ·</p><p>Two</p>", ["Two"], id="signs alone"),
        pytest.param('<img src="a"><p>One<img src="b"></p>', ["One"], id="pictures"),
    ],
)
def test_each_block_is_a_line(main: str, lines: list[str]) -> None:
    assert text_of(main).splitlines() == lines


@pytest.mark.parametrize(
    "main",
    [
        pytest.param("<nav><p>No</p></nav>", id="a menu"),
        pytest.param("<select><option>No</option></select>", id="choices of a list"),
        pytest.param("<script>no()</script>", id="a script"),
        pytest.param("<p hidden>No</p>", id="hidden"),
        pytest.param('<p aria-hidden="true"><b>No</b></p>', id="hidden from ears"),
        pytest.param('<p>Yes<span class="vh">: no</span></p>', id="for ears only"),
        pytest.param('<p lang="pl">Nie</p>', id="another language"),
        pytest.param('<section aria-labelledby="pro"><h2 id="pro">No</h2></section>', id="a part"),
    ],
)
def test_what_a_reader_does_not_see_is_left_out(main: str) -> None:
    assert text_of(f"{main}<p>Yes</p>", without=frozenset({"pro"})).replace("Yes", "").strip() == ""


def test_words_in_the_language_of_the_page_are_read() -> None:
    assert text_of('<p lang="en-GB">Yes</p>') == "Yes"


def test_a_page_without_a_main_part_has_no_words() -> None:
    assert text_of_page("<p>No</p>") == ""
