import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.readability.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param(" \n\n---\n", [], id="no words"),
        pytest.param("Come in. Sit down! Ready?", ["Come in.", "Sit down!", "Ready?"], id="ends"),
        pytest.param(
            "It starts at 10am. It ends at 9.30 p.m. on Friday.",
            ["It starts at 10am.", "It ends at 9.30 p.m. on Friday."],
            id="times",
        ),
        pytest.param(
            "We open at 10 a.m. The bus is at 9.",
            ["We open at 10 a.m.", "The bus is at 9."],
            id="am",
        ),
        pytest.param(
            "It costs £5.50. £2 more for lunch.",
            ["It costs £5.50.", "£2 more for lunch."],
            id="prices",
        ),
        pytest.param(
            "Ring Mr. Khan or Dr. Patel. J. Shah can help.",
            ["Ring Mr. Khan or Dr. Patel.", "J. Shah can help."],
            id="titles and first letters",
        ),
        pytest.param(
            "Take the No. 7 bus. Is it full? No. You can come.",
            ["Take the No. 7 bus.", "Is it full?", "No.", "You can come."],
            id="number and no",
        ),
        pytest.param(
            "Bring snacks, e.g. Bananas. Thanks.",
            ["Bring snacks, e.g. Bananas.", "Thanks."],
            id="eg",
        ),
        pytest.param(
            "We are at ME14 1XQ. Phone 01632 960 456. Ask for Jo.",
            ["We are at ME14 1XQ.", "Phone 01632 960 456.", "Ask for Jo."],
            id="postcode and phone",
        ),
        pytest.param(
            "See www.example.org/a.b. Or email jo.b@example.org. Thank you.",
            ["See www.example.org/a.b.", "Or email jo.b@example.org.", "Thank you."],
            id="web and email",
        ),
        pytest.param(
            "You can say: “I want to try. Can I visit?” They will say yes.",
            ["You can say: “I want to try.", "Can I visit?”", "They will say yes."],
            id="quotes",
        ),
        pytest.param(
            "Bring:\n- a towel\n* trunks\n2. a lock\n(b) soap\n## Where\n> Here",
            ["Bring:", "a towel", "trunks", "a lock", "soap", "Where", "Here"],
            id="bullets and headings",
        ),
        pytest.param(
            "Monday\nnot told us\n10 people", ["Monday", "not told us", "10 people"], id="lines"
        ),
        pytest.param(
            "Small group · Maidstone | Free\tToday",
            ["Small group", "Maidstone", "Free", "Today"],
            id="facts in a row",
        ),
        pytest.param(
            "We all cook our own lunch with a group of 4 in\nAshford, and then you all\neat it.",
            ["We all cook our own lunch with a group of 4 in\nAshford, and then you all\neat it."],
            id="a wrapped line",
        ),
        pytest.param(
            "You cook your own lunch with a small group of 4.\nthen you eat",
            ["You cook your own lunch with a small group of 4.", "then you eat"],
            id="a line that ended",
        ),
        pytest.param(
            "You cook your own lunch with a small group here\nMaidstone\n\nKent",
            ["You cook your own lunch with a small group here", "Maidstone", "Kent"],
            id="a line that may have ended",
        ),
    ],
)
def test_text_is_cut_where_a_reader_would_stop(text: str, sentences: list[str]) -> None:
    assert split_sentences(text) == sentences


@given(st.text(alphabet="aB1.!? \n\t-*“”£<>#·", max_size=200))
def test_sentences_are_pieces_of_the_text_in_order(text: str) -> None:
    place = 0

    for sentence in split_sentences(text):
        place = text.index(sentence, place) + len(sentence)

        assert sentence == sentence.strip()
