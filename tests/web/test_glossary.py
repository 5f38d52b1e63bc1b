"""Hard words are found where a reader meets them as words, and nowhere else."""

import pytest

from finder.domain.words import HardWord
from finder.web.glossary import Glossary

WORDS = (
    HardWord(word="BSL", meaning="Signs.", also=("British Sign Language",)),
    HardWord(word="carer", meaning="A friend who helps.", also=("carers",)),
    HardWord(word="Changing Places toilet", meaning="A big toilet.", also=("Changing Places",)),
    HardWord(word="direct payment", meaning="Money.", also=("direct payments",)),
    HardWord(word="one to one", meaning="A helper for you.", also=("1:1",)),
    HardWord(word="Shared Lives", meaning="A home."),
    HardWord(word="step-free", meaning="No steps."),
)
NAMES = ("example friday boccia and carers", "carers", "no hard word in it")


def found(text: str, *, is_english: bool = True, glossary: Glossary | None = None) -> list[str]:
    """Return the words as they stand in the text."""
    every = glossary or Glossary(WORDS, {}, NAMES)
    return [text[start:end] for start, end, _ in every.find(text, is_english=is_english)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Ask for a direct payment.", ["direct payment"], id="a phrase"),
        pytest.param("You can have direct payments.", ["direct payments"], id="another form"),
        pytest.param("Carers can come.", ["Carers"], id="a capital at the start"),
        pytest.param("It is free. Carers can come.", ["Carers"], id="a second sentence"),
        pytest.param("He said: “Carers can come.”", ["Carers"], id="after a quote"),
        pytest.param("carer, carers and CARERS!", ["carer", "carers"], id="shouting is a name"),
        pytest.param("Your carer’s car", ["carer"], id="with an s"),
        pytest.param("Helpers know bsl.", ["bsl"], id="without its capitals"),
        pytest.param("It is 1:1 support, step-free.", ["1:1", "step-free"], id="signs"),
        pytest.param("A Changing Places toilet is near.", ["Changing Places toilet"], id="longest"),
        pytest.param("There is Changing Places.", ["Changing Places"], id="shorter"),
        pytest.param("The Shared Lives team", ["Shared Lives"], id="after the first word"),
    ],
)
def test_a_word_is_found(text: str, words: list[str]) -> None:
    assert found(text) == words


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A scarer and a carerless place", id="inside a word"),
        pytest.param("Our carer-led group, and non-carer days", id="tied by a hyphen"),
        pytest.param("carers@example.org and my.carers@example.org", id="an email"),
        pytest.param("example.org/carers or carers.example.org", id="a web address"),
        pytest.param("Meet at the Carers Hub.", id="a name in a sentence"),
        pytest.param("Carers Hub, 2 Mill Lane.", id="a name at the start"),
        pytest.param("Ask Kent Carers.", id="the end of a name"),
        pytest.param("We are Example Shared Lives.", id="a name with a word of capitals"),
        pytest.param("This follows Example Friday boccia and carers.", id="a known name"),
        pytest.param("direct-payment", id="with a hyphen of its own"),
        pytest.param("İ carer", id="letters that grow when they are small"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_no_word_of_the_list_is_not_found(text: str) -> None:
    assert found(text) == []


def test_without_words_nothing_is_found() -> None:
    assert found("Ask for a direct payment.", glossary=Glossary((), {}, NAMES)) == []


TEXTS = {
    "pl": ({"carer": "opiekun (carer)", "direct payment": "pieniądze (direct payment)"}),
    "zh-Hant": ({"carer": "照顧者（carer）", "direct payment": "直接付款（direct payment）"}),
    "bn": ({"carer": "কেয়ারার (carer)"}),
    "ur": ({"carer": "کیئرر"}),
}


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        pytest.param("pl", "To opiekun (carer).", ["opiekun (carer)"], id="whole"),
        pytest.param("pl", "Znajomy lub opiekun.", ["opiekun"], id="without its English"),
        pytest.param("pl", "Z opiekunem (carer).", ["carer"], id="another ending, by its English"),
        pytest.param("pl", "Opiekunka.", [], id="inside a word"),
        pytest.param("zh-Hant", "請照顧者申請直接付款。", ["照顧者", "直接付款"], id="no spaces"),
        pytest.param("bn", "একজন কেয়ারার আছে।", ["কেয়ারার"], id="Bengali"),
        pytest.param("bn", "একজন কেয়ারারের কাছে।", [], id="a vowel sign goes on with a word"),
        pytest.param("ur", "آپ کا کیئرر آ سکتا ہے۔", ["کیئرر"], id="from right to left"),
    ],
)
def test_a_word_is_found_in_the_language_of_the_page(
    language: str, text: str, words: list[str]
) -> None:
    glossary = Glossary(WORDS, TEXTS[language])

    assert found(text, is_english=False, glossary=glossary) == words


def test_words_of_a_provider_are_found_in_english_only_and_mean_what_the_page_says() -> None:
    texts = {"carer": "opiekun (carer)", "A friend who helps.": "Znajomy, który pomaga."}
    glossary = Glossary(WORDS, texts)

    ((start, end, meaning),) = glossary.find("A carer, an opiekun.", is_english=True)

    assert (start, end) == (2, 7)
    assert meaning.text == "opiekun (carer): Znajomy, który pomaga."
    assert (meaning.anchor, meaning.is_translated) == ("carer", True)
    assert [each.is_translated for each in glossary.meanings].count(True) == 1


def test_every_word_has_an_anchor_of_its_own() -> None:
    words = ("Step free", "step-free", "Help", "帮助", "助", "missing")

    glossary = Glossary([HardWord(word=word, meaning="") for word in words], {})

    assert [meaning.anchor for meaning in glossary.meanings] == [
        *("step-free", "step-free-2", "help-2", "word", "word-2", "missing-2"),
    ]
