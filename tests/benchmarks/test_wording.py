"""The other engines are told which words mean the same."""

from dataclasses import replace

from benchmarks.asked import Wanted
from benchmarks.wording import Wording, as_typed
from finder.domain.words import SynonymSet
from tests.builders import an_interest, some_contents

CONTENTS = replace(
    some_contents(),
    interests=(an_interest("swimming", synonyms={"en": ("pool", "aqua fit")}),),
    synonyms=(SynonymSet(words=("free", "no cost")),),
    fillers=("somewhere",),
)
WORDING = Wording(CONTENTS)


def test_a_word_of_an_interest_stands_for_the_interest_too() -> None:
    assert WORDING.read("Pool") == (Wanted(phrases=(("pool",),), interests=("swimming",)),)


def test_a_synonym_stands_for_all_of_its_set_itself_first() -> None:
    assert WORDING.read("no cost") == (Wanted(phrases=(("no", "cost"), ("free",))),)


def test_a_phrase_that_is_known_is_one_thing_and_other_words_are_each_their_own() -> None:
    assert WORDING.read("aqua fit Monday") == (
        Wanted(phrases=(("aqua", "fit"),), interests=("swimming",)),
        Wanted(phrases=(("monday",),)),
    )


def test_small_words_and_fillers_are_left_out() -> None:
    assert WORDING.read("somewhere for the zebra") == (Wanted(phrases=(("zebra",),)),)


def test_as_typed_every_word_is_just_itself() -> None:
    assert as_typed("free pool") == (Wanted(phrases=(("free",),)), Wanted(phrases=(("pool",),)))
