"""Understanding the words that a person typed."""

import pytest
from hypothesis import given

from finder.domain.words import SynonymSet
from finder.search.index import stems_of
from finder.search.scoring import INTEREST_BY_LABEL, INTEREST_BY_SYNONYM
from finder.search.words import MOST_IDEAS, Idea, Thesaurus, english_words_of, words_of
from tests.builders import an_interest
from tests.strategies import tidy_texts

SWIMMING = an_interest(
    "swimming",
    synonyms={"en": ("swim", "pool", "aqua fit"), "pl": ("pływanie", "basen"), "zh": ("游泳",)},
)
THESAURUS = Thesaurus(
    [
        SWIMMING,
        an_interest(
            "music", label="Music and singing", synonyms={"en": ("tunes", "the pool band", "of")}
        ),
    ],
    [
        SynonymSet(words=("day centre", "day service", "the")),
        SynonymSet(words=("free", "no cost")),
        SynonymSet(words=("free", "no charge")),
        SynonymSet(words=("help to get up and dressed", "morning call")),
        SynonymSet(words=("something", "anything")),
        SynonymSet(words=("weekend",), choice=("day", "weekend")),
        SynonymSet(words=("saturday",), choice=("day", "sat")),
        SynonymSet(words=("evening",), choice=("part", "evening")),
        SynonymSet(words=("night",), choice=("part", "evening")),
        SynonymSet(words=("carer",), choice=("mode", "at-home")),
    ],
    ["somewhere to go", "something", "the"],
)


def weak(word: str) -> Idea:
    """Return the idea of an everyday word."""
    return Idea(phrase=(word,), is_weak=True)


BY_LABEL = (("swimming", INTEREST_BY_LABEL),)
BY_SYNONYM = (("swimming", INTEREST_BY_SYNONYM),)


@pytest.mark.parametrize(
    ("text", "ideas"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("the and of", [], id="small words"),
        pytest.param("Quokkas", [Idea(phrase=("quokka",))], id="a word that means nothing else"),
        pytest.param("zebra", [weak("zebra")], id="an everyday word that means nothing else"),
        pytest.param(
            "SWIMMING", [Idea(phrase=("swim",), interests=BY_LABEL)], id="an interest's label"
        ),
        pytest.param("Pływanie", [Idea(phrase=("plywani",), interests=BY_SYNONYM)], id="in Polish"),
        pytest.param(
            "aqua fit pool",
            [
                Idea(phrase=("aqua", "fit"), interests=BY_SYNONYM),
                Idea(phrase=("pool",), interests=BY_SYNONYM),
            ],
            id="two words that are one idea",
        ),
        pytest.param(
            "tune",
            [Idea(phrase=("tune",), interests=(("music", INTEREST_BY_LABEL),))],
            id="its first synonym is as good as its label",
        ),
        pytest.param(
            "Pool band",
            [Idea(phrase=("pool", "band"), interests=(("music", INTEREST_BY_SYNONYM),))],
            id="the longest",
        ),
        pytest.param(
            "游泳俱乐部",
            [
                Idea(phrase=("游", "泳"), interests=BY_SYNONYM),
                *(Idea(phrase=(each,)) for each in "俱乐部"),
            ],
            id="Chinese without spaces",
        ),
        pytest.param(
            "day centres",
            [Idea(phrase=("day", "centr"), same=(("day", "servic"),))],
            id="words that mean the same",
        ),
        pytest.param(
            "free",
            [Idea(phrase=("free",), same=(("no", "cost"), ("no", "charg")))],
            id="from two sets",
        ),
        pytest.param(
            "day zebra day zebra",
            [weak("day"), weak("zebra")],
            id="each once",
        ),
        pytest.param("day", [weak("day")], id="half of an idea"),
        pytest.param(
            "help to get up and dressed",
            [Idea(phrase=("help", "get", "up", "dress"), same=(("morn", "call"),))],
            id="four words without the small ones",
        ),
        pytest.param("somewhere to go for a zebra", [weak("zebra")], id="words that say nothing"),
        pytest.param("somewhere", [weak("somewher")], id="half of what says nothing"),
        pytest.param("somewhere to go", [], id="nothing but words that say nothing"),
        pytest.param(
            "something",
            [Idea(phrase=("someth",), same=(("anyth",),))],
            id="a word that says nothing, but stands for something here",
        ),
        pytest.param(
            "weekend",
            [Idea(phrase=("weekend",), choices=(("day", "weekend"),))],
            id="a word that is a choice",
        ),
        pytest.param(
            "evening zebra weekends",
            [
                weak("zebra"),
                Idea(phrase=("even", "weekend"), choices=(("part", "evening"), ("day", "weekend"))),
            ],
            id="a day and a time are one idea",
        ),
        pytest.param(
            "on Saturdays or a weekend night",
            [
                Idea(
                    phrase=("saturday", "weekend", "night"),
                    choices=(("day", "sat"), ("day", "weekend"), ("part", "evening")),
                )
            ],
            id="several days and a time",
        ),
        pytest.param(
            "carer weekend",
            [
                Idea(phrase=("carer",), choices=(("mode", "at-home"),)),
                Idea(phrase=("weekend",), choices=(("day", "weekend"),)),
            ],
            id="another choice is an idea of its own",
        ),
    ],
)
def test_a_text_is_cut_into_ideas(text: str, ideas: list[Idea]) -> None:
    assert list(THESAURUS.ideas_in(text)) == ideas


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        pytest.param('"aqua fit"', [("aqua",), ("fit",)], id="no phrase, no interest"),
        pytest.param("“Swimming swims”", [("swim",)], id="curly quotes, each word once"),
        pytest.param('"weekend"', [("weekend",)], id="no choice"),
        pytest.param('"somewhere to go"', [("somewher",), ("go",)], id="nothing left out"),
        pytest.param('"the"', [], id="but small words"),
    ],
)
def test_in_quotes_a_word_is_just_itself(text: str, phrases: list[tuple[str]]) -> None:
    assert list(THESAURUS.ideas_in(text)) == [Idea(phrase=phrase) for phrase in phrases]


def test_an_idea_keeps_the_words_that_were_typed() -> None:
    ideas = THESAURUS.ideas_in("To Quokkas in AQUA-fit, weekends and an evening")

    assert [idea.typed for idea in ideas] == ["quokkas", "aqua fit", "weekends evening"]


def test_half_a_text_in_quotes_is_as_without_them() -> None:
    assert THESAURUS.ideas_in('"aqua fit" pool') == THESAURUS.ideas_in("aqua fit pool")


def test_the_words_of_every_phrase_are_known() -> None:
    known = {word for word in ("aqua", "servic", "somewher", "zebra") if THESAURUS.knows(word)}

    assert known == {"aqua", "servic", "somewher"}
    assert THESAURUS.has_phrase(["aqua", "fit"])
    assert not THESAURUS.has_phrase(["aqua"])
    assert not THESAURUS.has_phrase(["somewher", "go"])


@pytest.mark.parametrize("written", ["{}", '"{}"'])
def test_no_more_than_twelve_ideas_are_looked_for(written: str) -> None:
    words = [f"word{number}" for number in range(30)]

    ideas = THESAURUS.ideas_in(written.format(" ".join(words)))

    assert [idea.phrase for idea in ideas] == [(word,) for word in words[:MOST_IDEAS]]
    assert MOST_IDEAS == 12


@given(tidy_texts())
def test_ideas_are_made_of_the_words_that_were_typed(text: str) -> None:
    words = [word for idea in THESAURUS.ideas_in(text) for word in idea.phrase]

    assert set(words) <= set(stems_of(text))


def test_the_words_of_an_interest_are_its_label_its_slug_and_its_synonyms() -> None:
    english = ["Swimming", "swimming", "swim", "pool", "aqua fit"]

    assert english_words_of(SWIMMING) == english
    assert words_of(SWIMMING) == [*english, "pływanie", "basen", "游泳"]
