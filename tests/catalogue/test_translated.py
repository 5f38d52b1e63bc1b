"""A council's own words in another language."""

from dataclasses import replace

from finder.catalogue.translated import in_words, texts_of
from finder.domain.council import HelpContact, Labelled
from finder.domain.provider import Contact
from tests.builders import a_council, an_interest

ASK = HelpContact(
    slug="carers",
    label="Help for carers",
    text="Ask us.",
    contact=Contact(phone="01632 960 001", hours="Day and night"),
)


def test_each_text_that_has_a_translation_is_translated_wherever_it_stands() -> None:
    council = a_council(contacts=(ASK,))
    texts = {"Help for carers": "Cymorth i ofalwyr", "Day and night": "Ddydd a nos"}

    translated = in_words(council, texts)

    contact = replace(ASK.contact, hours="Ddydd a nos")
    ask = replace(ASK, label="Cymorth i ofalwyr", contact=contact)
    assert translated == replace(council, contacts=(ask,))
    assert in_words(council, {}) is council


def test_names_of_places_and_of_councils_stay() -> None:
    council = a_council(areas=(Labelled(slug="bath", label="Bath"),))

    assert in_words(council, {"Bath": "Baddon", council.name: "Cyngor"}) == council
    assert not {"Bath", council.name, council.framework.name} & set(texts_of(council))


def test_the_texts_are_those_that_a_translation_is_looked_up_for() -> None:
    interest = an_interest("swimming", label="Swimming", line="I like water.", hint="")

    assert list(texts_of((interest, ASK))) == [
        "Swimming",
        "I like water.",
        "Help for carers",
        "Ask us.",
        "Day and night",
    ]
    assert in_words((interest,), {"Swimming": "Nofio"}) == (replace(interest, label="Nofio"),)


def test_what_holds_no_words_is_left_as_it_is() -> None:
    assert in_words(3, {"3": "three"}) == 3
    assert list(texts_of(3)) == []
