from finder.domain.words import HardWord
from finder.web.glossary import Glossary
from finder.web.presenters.explained_words import ExplainedWord, make_explained_words

WORDS = (
    HardWord(word="carer", meaning="A friend."),
    HardWord(word="Changing Places toilet", meaning="A big toilet.", also=("Changing Places",)),
)


def test_a_word_has_the_picture_of_the_idea_that_is_called_like_it() -> None:
    words = make_explained_words(Glossary(WORDS, {}), {"changing-places", "hoist"}, "en-GB")

    assert words == [
        ExplainedWord(anchor="carer", word="carer", meaning="A friend.", picture=""),
        ExplainedWord(
            anchor="changing-places-toilet",
            word="Changing Places toilet",
            meaning="A big toilet.",
            picture="changing-places",
        ),
    ]


def test_words_stand_in_the_order_of_the_page_s_language() -> None:
    texts = {"carer": "żona", "Changing Places toilet": "ławka"}

    words = make_explained_words(Glossary(WORDS, texts), frozenset(), "pl")

    assert [each.word for each in words] == ["ławka", "żona"]
