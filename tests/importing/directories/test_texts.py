"""Plain sentences out of the texts of directories."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.importing.directories.texts import (
    LONGEST_SUMMARY,
    Description,
    describe,
    one_line,
    shorten,
)
from finder.importing.entry import LONGEST_SENTENCE


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (" Example\n Choir ", "Example Choir"),
        ("<b>Example</b> &amp; Co", "Example & Co"),
        ("Ex‮ample\0", "Example"),
        ("<p><br></p>", ""),
    ],
)
def test_one_line(text: str, line: str) -> None:
    assert one_line(text) == line


def test_a_long_text_is_cut_after_a_word() -> None:
    assert shorten("We sing, and we dance.", 12) == "We sing,…"[:-2] + "…"
    assert shorten("We sing.", 8) == "We sing."
    assert shorten("Supercalifragilistic", 6) == "Super…"


def test_the_first_sentence_sums_it_up() -> None:
    text = "<h2>About us</h2><p>We sing old songs together. Come in!</p>"

    assert describe([text], most=40) == Description(
        summary="We sing old songs together.", sentences=("About us.", "Come in!")
    )


def test_a_short_text_sums_itself_up() -> None:
    assert describe(["Songs:"], most=40) == Description(summary="Songs:")


def test_the_name_alone_says_nothing() -> None:
    told = describe(["Example Choir. We sing old songs together."], most=9, name="EXAMPLE CHOIR")

    assert told == Description(summary="We sing old songs together.")


def test_no_text_has_no_summary() -> None:
    assert describe(["<p><br></p>", ""], most=40) == Description()


def test_a_list_becomes_a_sentence() -> None:
    text = "<p>You can have:</p><ul><li>tea;</li><li>cake</li><li>a chat.</li></ul><p>Come in.</p>"

    assert describe([text], most=40).summary == "You can have: tea, cake and a chat."


def test_a_list_without_a_beginning_is_a_sentence_too() -> None:
    assert describe(["<ul><li>soup</li><li>bread</li></ul>"], most=9).summary == "soup and bread."


def test_long_items_are_sentences_of_their_own() -> None:
    text = "<ul><li>Tea</li><li>You can sit in the garden when the sun shines.</li></ul>"

    assert describe([text], most=9).sentences == ("Tea.",)
    assert describe([text], most=9).summary.startswith("You can sit")


def test_a_heading_that_nothing_follows_stays() -> None:
    assert describe(["We sing on Mondays. Songs:\nOpening:"], most=9).sentences == (
        "Songs:",
        "Opening:",
    )


def test_too_many_sentences_are_counted() -> None:
    told = describe(["One is here now. Two. Three. Four."], most=2)

    assert (told.sentences, told.left_out) == (("Two.", "Three."), 1)


def test_the_same_sentence_is_said_once() -> None:
    assert describe(["We sing a lot here. Come. Come."], most=9).sentences == ("Come.",)


def test_a_long_first_sentence_is_cut_for_the_summary_and_stays_whole() -> None:
    whole = "We sing " + "and sing " * 30 + "here."
    told = describe([whole], most=9)

    assert (len(told.summary) <= LONGEST_SUMMARY, told.is_cut) == (True, True)
    assert told.summary.endswith("…")
    assert " ".join(told.sentences) == whole


def test_a_sentence_that_is_too_long_is_divided_and_nothing_is_lost() -> None:
    whole = "We sing; " * 40 + "we go home."
    told = describe(["Here is what we do. " + whole], most=9)

    assert " ".join(told.sentences) == whole
    assert all(len(each) <= LONGEST_SENTENCE for each in told.sentences)


def test_a_word_without_an_end_is_divided_too() -> None:
    told = describe(["Here is what we do. " + "A" * 700], most=9)

    assert [len(each) for each in told.sentences] == [300, 300, 101]


def test_links_are_counted() -> None:
    assert describe(['<a href="https://example.org">We sing old songs</a>'], most=9).links == 1


@given(st.lists(st.text(max_size=400), max_size=4), st.integers(1, 40))
def test_every_text_fits_into_content(texts: list[str], most: int) -> None:
    told = describe(texts, most=most)

    assert len(told.summary) <= LONGEST_SUMMARY
    assert len(told.sentences) <= most
    assert all(0 < len(each) <= LONGEST_SENTENCE for each in told.sentences)
    assert all(each.isprintable() for each in (told.summary, *told.sentences))


def test_no_text_takes_long() -> None:
    started = process_time()

    describe(["A b\n" * 40_000, "a. " * 60_000, " " * 150_000 + "x"], most=40)

    assert process_time() - started < 20
