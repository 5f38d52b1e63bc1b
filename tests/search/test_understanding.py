"""Understanding a text before it is searched for. Kent has towns called Deal, River and Stone."""

from collections.abc import Iterator

import pytest

from finder.domain.query import LONGEST_TEXT
from finder.domain.words import SynonymSet
from finder.geo.gazetteer import Gazetteer
from finder.search.lexicon import Correction
from finder.search.understanding import MOST_WORDS, Reader, Understood
from tests.builders import a_council, a_place, an_activity, an_interest, some_contents
from tests.search.opened import opened

TEXTS = ("A walk by the river. You can paint a stone.", "There is a U3A group. There is yoga.")


@pytest.fixture(scope="module")
def reader(gazetteer: Gazetteer) -> Iterator[Reader]:
    """What reads the texts of people who look at Kent's list."""
    contents = some_contents(
        an_activity("cook", about=TEXTS),
        an_activity("swim", interests=("swimming",), places=(a_place(town="Hythe"),)),
        council=a_council("kent"),
        interests=(an_interest("swimming", synonyms={"en": ("swim", "aqua fit")}),),
        synonyms=(
            SynonymSet(words=("day centre", "day service")),
            SynonymSet(words=("sandwich", "snack")),
        ),
        fillers=("somewhere to go",),
    )
    with opened(contents, [town.name for town in gazetteer.towns_of("kent")]) as searchable:
        yield searchable.reader


@pytest.mark.parametrize(
    ("text", "left", "corrections"),
    [
        pytest.param("swiming", "swimming", ["swiming"], id="one slip"),
        pytest.param("SWIMIGN yoga", "swimming yoga", ["SWIMIGN"], id="two slips, in capitals"),
        pytest.param("yoga, (swiming)!", "yoga, swimming", ["swiming"], id="marks around it"),
        pytest.param("swimingyoga", "swimingyoga", [], id="too far from anything"),
        pytest.param("yogaswimming", "yoga swimming", ["yogaswimming"], id="two words as one"),
        pytest.param("xwimming", "xwimming", [], id="another first letter"),
        pytest.param("swims swimmer", "swims swimmer", [], id="forms of a known word"),
        pytest.param("tooken", "tooken", [], id="nothing is near"),
        pytest.param("your book", "your book", [], id="everyday words stay as they are"),
        pytest.param("yog-swiming", "yog-swiming", [], id="words that hang together"),
        pytest.param("yoga2 sw1m", "yoga2 sw1m", [], id="digits"),
        pytest.param("day servize", "day service", ["servize"], id="a word of a synonym"),
        pytest.param("somewhare to go", "somewhere to go", ["somewhare"], id="a word of a filler"),
        pytest.param('"swiming"', '"swiming"', [], id="in quotes"),
        pytest.param("“swiming yoag”", "“swiming yoag”", [], id="in curly quotes"),
        pytest.param('"swiming" yoag', "swimming yoga", ["swiming", "yoag"], id="half in quotes"),
        # Without the mark beside "swiming", all of it would stand in quotes.
        pytest.param('"yoga swiming" yoga"', "yoga swimming yoga", ["swiming"], id="odd quotes"),
        pytest.param("", "", [], id="nothing"),
        pytest.param("🏊", "🏊", [], id="no word"),
    ],
)
def test_misspelled_words_are_mended(
    reader: Reader, gazetteer: Gazetteer, text: str, left: str, corrections: list[str]
) -> None:
    understood = reader.read(text, gazetteer, with_place=True)

    assert (understood.text, understood.place) == (left, "")
    assert [each.typed for each in understood.corrections] == corrections


def test_a_correction_says_what_was_typed_and_what_was_looked_for(
    reader: Reader, gazetteer: Gazetteer
) -> None:
    assert reader.read("“Swiming, yoag”, please", gazetteer, with_place=True) == Understood(
        text="swimming yoga please",
        corrections=(Correction("Swiming", "swimming"), Correction("yoag", "yoga")),
    )


@pytest.mark.parametrize(
    ("text", "left", "place"),
    [
        pytest.param("yoga in Ashford", "yoga", "Ashford", id="after in"),
        pytest.param("yoga near to Ashford", "yoga", "Ashford", id="after near to"),
        pytest.param("yoga ashford", "yoga", "ashford", id="alone"),
        pytest.param("Ashford yoga", "yoga", "Ashford", id="first"),
        pytest.param("ashford", "", "ashford", id="nothing else"),
        pytest.param("in Ashford", "", "Ashford", id="nothing else but in"),
        pytest.param("yoga in Royal Tunbridge Wells", "yoga", "Royal Tunbridge Wells", id="long"),
        pytest.param("yoga tunbridge wells", "yoga", "tunbridge wells", id="its other name"),
        pytest.param("yoga in Ashford, Kent", "yoga", "Ashford, Kent", id="with its county"),
        pytest.param("yoga (Ashford)", "yoga", "Ashford", id="in brackets"),
        pytest.param("yoga in Stockport", "yoga", "Stockport", id="of another council"),
        pytest.param("yoga stockport", "yoga stockport", "", id="not without in"),
        pytest.param("Stockport", "", "Stockport", id="but alone"),
        pytest.param("yoga in Atlantis", "yoga in Atlantis", "", id="nowhere"),
        pytest.param("yoga from Ashford to Deal", "yoga to Deal", "Ashford", id="the first of two"),
        pytest.param("yoga in Ashfrod", "yoga", "ashford", id="misspelled"),
        pytest.param('"yoga in Ashford"', '"yoga in Ashford"', "", id="in quotes"),
        pytest.param('"yoga in Ashford" lunch"', "yoga lunch", "Ashford", id="in odd quotes"),
        # Towns that are words too.
        pytest.param("deal", "", "deal", id="a word and a town"),
        pytest.param("yoga in Deal", "yoga", "Deal", id="last, and after in"),
        pytest.param("yoga in deal on Monday", "yoga on Monday", "deal", id="before a day"),
        pytest.param("deal with stress", "deal with stress", "", id="a word"),
        pytest.param("in deal with stress", "in deal with stress", "", id="a word after in"),
        pytest.param("river walk", "river walk", "", id="a word before another"),
        pytest.param("walk by river", "walk", "river", id="last, and after by"),
        pytest.param("paint a stone", "paint a stone", "", id="a word at the end"),
        pytest.param("paint in Stone", "paint", "Stone", id="a town at the end"),
        pytest.param("deal kent", "", "deal kent", id="with its county alone"),
        pytest.param("bean", "", "bean", id="a vegetable, too"),
        pytest.param("bean bag", "bean bag", "", id="no town"),
        # A town that means something else here.
        pytest.param("sandwich swim", "sandwich swim", "", id="a word with a meaning"),
        pytest.param("swim in Sandwich", "swim", "Sandwich", id="a town with a meaning"),
    ],
)
def test_a_town_is_taken_out_of_the_words(
    reader: Reader, gazetteer: Gazetteer, text: str, left: str, place: str
) -> None:
    understood = reader.read(text, gazetteer, with_place=True)

    assert (understood.text, understood.place) == (left, place)


@pytest.mark.parametrize(
    ("text", "left", "place"),
    [
        pytest.param("yoga ME14 1XQ", "yoga", "ME14 1XQ", id="a postcode"),
        pytest.param("me141xq", "", "me141xq", id="without a space"),
        pytest.param("yoga near me14-1xq.", "yoga", "me14-1xq", id="with a dash"),
        pytest.param("ME 14 1XQ yoga", "yoga", "ME14 1XQ", id="with two spaces"),
        pytest.param("me-14 1xq yoga", "yoga", "me-14 1xq", id="with a dash and a space"),
        pytest.param("yoga ME14", "yoga", "ME14", id="its first half"),
        pytest.param("yoga in me14 1", "yoga", "me14 1", id="a sector"),
        pytest.param("yoga me141x", "yoga", "me141x", id="a letter too few"),
        pytest.param("yoga ME14 1ZZ", "yoga", "ME14 1ZZ", id="unknown, about there"),
        pytest.param("yoga zz99 9zz", "yoga", "zz99 9zz", id="unknown, nowhere near"),
        pytest.param("yoga SK1 3XE", "yoga", "SK1 3XE", id="of another council"),
        pytest.param("u3a", "u3a", "", id="a word of the activities"),
        pytest.param("b2 paint", "paint", "b2", id="its first half, far away"),
        pytest.param("mp3 player", "mp3 player", "", id="a thing"),
        pytest.param("s117 aftercare", "s117 aftercare", "", id="a section of a law"),
        pytest.param("p45", "p45", "", id="a form"),
        pytest.param("lot 1a", "lot 1a", "", id="a lot"),
        pytest.param("yoga at 10am", "yoga at 10am", "", id="a time"),
        pytest.param("yoga to 10am", "yoga to 10am", "", id="the end of a time"),
        pytest.param("yoga at 10 2pm", "yoga at 10 2pm", "", id="two times"),
        pytest.param("£10 an hour", "£10 an hour", "", id="a price"),
    ],
)
def test_a_postcode_is_taken_out_of_the_words(
    reader: Reader, gazetteer: Gazetteer, text: str, left: str, place: str
) -> None:
    understood = reader.read(text, gazetteer, with_place=True)

    assert (understood.text, understood.place) == (left, place)


def test_a_place_given_beside_the_words_leaves_them_alone(
    reader: Reader, gazetteer: Gazetteer
) -> None:
    texts = ["yoga in Ashford", "yoga ME14 1XQ", "yoga in Ashfrod"]

    understood = [reader.read(text, gazetteer, with_place=False) for text in texts]

    assert understood == [
        Understood(text=texts[0]),
        Understood(text=texts[1]),
        Understood(text="yoga in ashford", corrections=(Correction("Ashfrod", "ashford"),)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(" ".join(["yoag"] * (MOST_WORDS + 1)), id="too many words"),
        pytest.param("yogaswimming " * 15 + "yogas", id="too long when it is mended"),
    ],
)
def test_what_no_person_asks_stays_as_it_is(
    reader: Reader, gazetteer: Gazetteer, text: str
) -> None:
    assert len(text) <= LONGEST_TEXT or " " in text
    assert reader.read(text, gazetteer, with_place=True) == Understood(text=text)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("Maidston", "Maidstone", id="a town"),
        pytest.param("MAYDSTON", "Maidstone", id="two slips"),
        pytest.param("tunbrige wels", "Tunbridge Wells", id="of several words"),
        pytest.param("Ashfrod, kent", "Ashford", id="with its county"),
        pytest.param("Maidstone", None, id="as it is written"),
        pytest.param("Xaidstone", None, id="another first letter"),
        pytest.param("Atlantis", None, id="nothing like it"),
        pytest.param("swiming", None, id="a word, and no town"),
        pytest.param("in the middle of Maidston", None, id="too many words"),
        pytest.param("...", None, id="no word"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_misspelled_place_is_mended(
    reader: Reader, gazetteer: Gazetteer, typed: str, meant: str | None
) -> None:
    assert reader.mend_town(typed, gazetteer) == meant
