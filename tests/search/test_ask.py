"""Asking a whole question, as an address does."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from finder.domain.place import Precision
from finder.domain.query import Ignored, SearchQuery
from finder.domain.vocabulary import Day, Mode
from finder.domain.words import SynonymSet
from finder.geo.gazetteer import Gazetteer, Outcome
from finder.search.ask import Asked, ask
from finder.search.find import Note, Searchable
from finder.search.lexicon import Correction
from tests.builders import (
    ASHFORD,
    TODAY,
    a_council,
    a_place,
    a_session,
    an_activity,
    some_contents,
)
from tests.search.opened import ids_of, opened

WORDS = ("cooking", "swim", "quiet", "lunch", "garden", "music", "friends", "café", "walk", "farm")


@pytest.fixture(scope="module")
def searchable() -> Iterator[Searchable]:
    """A search of 300 activities with many words in each."""
    activities = [
        an_activity(
            f"activity-{number:03}",
            name=f"{WORDS[number % 10].title()} {number}",
            about=tuple(" ".join(WORDS[: number % 10 + 1]) for _ in range(5)),
            places=(a_place(point=ASHFORD),) if number % 2 else (a_place(),),
        )
        for number in range(300)
    ]
    with opened(some_contents(*activities)) as found:
        yield found


def answer_to(searchable: Searchable, gazetteer: Gazetteer, *args: tuple[str, str]) -> Asked:
    return ask(searchable, SearchQuery.from_args(args), gazetteer=gazetteer, today=TODAY)


def test_what_the_council_has_not_is_left_out_and_said(
    searchable: Searchable, gazetteer: Gazetteer
) -> None:
    asked = answer_to(
        searchable,
        gazetteer,
        ("interest", "cooking"),
        ("interest", "skating"),
        ("lot", "9z"),
        ("lot", "1a"),
        ("who", "dragons"),
        ("day", "someday"),
        ("colour", "red"),
        ("page", "3"),
    )

    assert asked.query == SearchQuery(interests=("cooking",), lots=("1a",), page=3)
    assert asked.answer.query == asked.query
    assert asked.ignored == (
        Ignored("day", "someday"),
        Ignored("colour", "red"),
        Ignored("interest", "skating"),
        Ignored("lot", "9z"),
        Ignored("who", "dragons"),
    )
    assert asked.answer.total == 300


@pytest.mark.parametrize(
    ("typed", "outcome", "label", "precision"),
    [
        pytest.param("", Outcome.NOTHING, None, None, id="nothing typed"),
        pytest.param("nowhere-at-all", Outcome.NOT_A_PLACE, None, None, id="no place"),
        pytest.param(
            "ZZ1 1ZZ", Outcome.UNKNOWN_POSTCODE, None, None, id="a postcode that cannot be"
        ),
        pytest.param("me141xq", Outcome.FOUND, "ME14 1XQ", Precision.POSTCODE, id="a postcode"),
        pytest.param("me14", Outcome.FOUND, "ME14", Precision.OUTCODE, id="an outcode"),
        pytest.param("Maidstone", Outcome.FOUND, "Maidstone", Precision.TOWN, id="a town"),
        pytest.param(
            "ME14 1ZZ", Outcome.ABOUT, "ME14 1", Precision.SECTOR, id="a postcode nobody knows"
        ),
    ],
)
def test_the_place_that_was_typed_is_looked_up(
    searchable: Searchable,
    gazetteer: Gazetteer,
    typed: str,
    outcome: Outcome,
    label: str | None,
    precision: Precision | None,
) -> None:
    asked = answer_to(searchable, gazetteer, ("near", typed), ("miles", "5"))
    found = asked.look_up.whereabouts

    assert asked.look_up.outcome is outcome
    assert (found and found.label, found and found.precision) == (label, precision)
    assert asked.answer.whereabouts == found
    # A place that is not known narrows nothing.
    assert (asked.answer.total, asked.answer.farther) == ((150, 150) if label else (300, 0))
    assert all((hit.miles is None) == (label is None) for hit in asked.answer.hits)


def test_words_and_a_place_are_asked_together(searchable: Searchable, gazetteer: Gazetteer) -> None:
    asked = answer_to(searchable, gazetteer, ("q", "farm"), ("near", "Ashford"))

    farms = [f"activity-{number:03}" for number in range(9, 300, 10)]
    assert sorted(ids_of(asked.answer)) == farms


def test_a_text_without_a_word_shows_everything_and_says_so(
    searchable: Searchable, gazetteer: Gazetteer
) -> None:
    asked = answer_to(searchable, gazetteer, ("q", "🏊"))

    assert (asked.answer.total, asked.answer.notes) == (300, (Note.NO_WORDS,))


# Asking in Kent, where towns are called Deal and River, and people misspell.


TYPED = (
    *("cooking", "swiming", "yoga", "yoag", "walk", "river", "quokka", "day", "service", "servize"),
    *(
        "in",
        "near",
        "from",
        "to",
        "by",
        "on",
        "with",
        "the",
        "somewhere",
        "somewhare",
        "go",
        "please",
    ),
    *("deal", "Deal", "Ashford", "Ashfrod", "Royal", "Tunbridge", "Wells", "tunbrige", "Stockport"),
    *("ME14", "1XQ", "me141xq", "zz99", "9zz", "u3a", "10am", "s117", "SK1", "3XE", "kent"),
    *("monday", "mondya", "weekend", "evening", "or", '"', "“yoga”", '"deal', 'pool"', "🏊", "1a,"),
)


@pytest.fixture(scope="module")
def kent(gazetteer: Gazetteer) -> Iterator[Searchable]:
    """A search of a few activities in Kent."""
    monday = (a_session(Day.MON, "10:00", "12:00"), a_session(Day.SAT, "18:00", "20:00"))
    contents = some_contents(
        an_activity("a", name="Swimming", interests=("swimming",), sessions=monday),
        an_activity("b", about=("Yoga by the river.",), places=(a_place(point=ASHFORD),)),
        an_activity("c", name="Day service", about=("A U3A walk.",), places=()),
        an_activity("d", name="Yoga and lunch", sessions=monday, modes=(Mode.ONLINE,)),
        council=a_council("kent"),
        synonyms=(
            SynonymSet(words=("swim", "pool")),
            SynonymSet(words=("day centre", "day service")),
            SynonymSet(words=("monday",), choice=("day", "mon")),
            SynonymSet(words=("weekend",), choice=("day", "weekend")),
            SynonymSet(words=("evening", "night"), choice=("part", "evening")),
        ),
        fillers=("somewhere to go", "please"),
    )
    with opened(contents, [town.name for town in gazetteer.towns_of("kent")]) as found:
        yield found


def told_by(asked: Asked) -> tuple[object, ...]:
    """Return everything that an answer says of what was found."""
    answer = asked.answer
    counts = (answer.total, answer.sure, answer.with_every_word, answer.farther)
    words = (answer.ideas, answer.lost, answer.notes)
    return (asked.query, counts, words, answer.hits, dict(answer.choices))


@settings(deadline=None, max_examples=200)
@given(
    text=st.lists(st.sampled_from(TYPED), max_size=8).map(" ".join),
    near=st.sampled_from(("", "", "Ashford", "ashfrod", "me141xq", "zz99 9zz", "nowhere-at-all")),
)
@example(text='"yoga in Deal" pool"', near="")
@example(text="yogacooking " * 15 + "yogacook", near="")
@example(text="Salford swimming in ME14 1XQ", near="")
def test_what_was_understood_is_understood_no_further(
    kent: Searchable, gazetteer: Gazetteer, text: str, near: str
) -> None:
    first = answer_to(kent, gazetteer, ("q", text), ("near", near))
    again = answer_to(kent, gazetteer, *first.query.to_args())

    assert told_by(again) == told_by(first)
    assert (again.typed, again.corrections, again.typed_near) == ("", (), "")
    assert (again.has_place_in_words, again.ignored) == (False, ())


@settings(deadline=None, max_examples=100)
@given(
    st.lists(
        st.sampled_from(
            (
                *("cooking", "swiming", "yoga", "lunch", "quokka", "walk", "u3a", "the", "please"),
                *("monday", "weekend", "evening", "mondya", "together"),
            )
        ),
        unique=True,
        max_size=6,
    ).flatmap(lambda words: st.tuples(st.just(words), st.permutations(words))),
)
def test_the_order_of_words_changes_nothing_that_is_found(
    kent: Searchable, gazetteer: Gazetteer, orders: tuple[list[str], list[str]]
) -> None:
    one, other = (answer_to(kent, gazetteer, ("q", " ".join(words))).answer for words in orders)

    assert one.hits == other.hits
    assert one.notes == other.notes
    assert dict(one.choices) == dict(other.choices)
    assert {frozenset(each.phrase) for each in one.lost} == {
        frozenset(each.phrase) for each in other.lost
    }


def test_a_place_in_the_words_is_where_the_person_is(
    kent: Searchable, gazetteer: Gazetteer
) -> None:
    in_words = answer_to(kent, gazetteer, ("q", "yoga in ashford"), ("page", "2"))
    beside = answer_to(kent, gazetteer, ("q", "yoga"), ("near", "Ashford"), ("page", "2"))

    assert in_words.query == SearchQuery(text="yoga", near="Ashford", page=2)
    assert told_by(in_words) == told_by(beside)
    assert (in_words.typed, in_words.has_place_in_words) == ("yoga in ashford", True)
    assert (beside.typed, beside.has_place_in_words) == ("", False)


def test_a_postcode_in_the_words_that_nobody_knows_is_said(
    kent: Searchable, gazetteer: Gazetteer
) -> None:
    asked = answer_to(kent, gazetteer, ("q", "yoga zz99 9zz"))

    assert asked.look_up.outcome is Outcome.UNKNOWN_POSTCODE
    assert (asked.query.text, asked.query.near) == ("yoga", "zz99 9zz")
    assert (asked.answer.whereabouts, ids_of(asked.answer)) == (None, ["d", "b"])


def test_what_was_misspelled_can_be_looked_for_as_it_is(
    kent: Searchable, gazetteer: Gazetteer
) -> None:
    mended = answer_to(kent, gazetteer, ("q", "swiming"), ("near", "ashfrod"))
    exact = answer_to(kent, gazetteer, ("q", "“swiming”"))

    assert mended.query == SearchQuery(text="swimming", near="Ashford")
    assert (mended.typed, mended.typed_near) == ("swiming", "ashfrod")
    assert mended.corrections == (Correction("swiming", "swimming"),)
    assert ids_of(mended.answer) == ["a"]
    assert (exact.typed, exact.corrections) == ("", ())
    assert (exact.answer.total, exact.answer.notes) == (0, (Note.NO_WORDS,))


def test_words_in_quotes_are_found_just_as_they_are(kent: Searchable, gazetteer: Gazetteer) -> None:
    # "Swim" means the pool and the interest as well, and "deal" the town, but not in quotes.
    found = {
        text: ids_of(answer_to(kent, gazetteer, ("q", text)).answer)
        for text in ("pool", '"pool"', "“swimming”", "‘pool’", '"monday"', '"yoga river"', "«yoga»")
    }

    assert found == {
        "pool": ["a"],
        '"pool"': [],
        "“swimming”": ["a"],
        "‘pool’": ["a"],
        '"monday"': [],
        '"yoga river"': ["b", "d"],
        "«yoga»": ["d", "b"],
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("monday", ["a", "d"], id="a day"),
        pytest.param("monday evening", [], id="a day and a time in two sessions"),
        pytest.param("evening at the weekend", ["a", "d"], id="a day and a time in one"),
        pytest.param("monday or weekend evening", ["a", "d"], id="one of two days"),
        pytest.param("yoga evening weekend", ["d", "a", "b"], id="a word, a day and a time"),
    ],
)
def test_days_and_times_in_the_words_are_those_of_one_session(
    kent: Searchable, gazetteer: Gazetteer, text: str, found: list[str]
) -> None:
    assert ids_of(answer_to(kent, gazetteer, ("q", text)).answer) == found


@pytest.mark.parametrize("text", ["please", "somewhere to go", "Somewhere to go, please?", "the"])
def test_words_that_say_nothing_show_everything(
    kent: Searchable, gazetteer: Gazetteer, text: str
) -> None:
    asked = answer_to(kent, gazetteer, ("q", text))

    assert (asked.answer.total, asked.answer.notes, asked.answer.lost) == (4, (), ())
    assert asked.query == SearchQuery(text=text)


def test_words_that_say_nothing_beside_a_place_leave_just_the_place(
    kent: Searchable, gazetteer: Gazetteer
) -> None:
    asked = answer_to(kent, gazetteer, ("q", "somewhere to go near Ashford"))

    assert asked.query == SearchQuery(text="somewhere to go", near="Ashford")
    assert ids_of(asked.answer)[0] == "b"
