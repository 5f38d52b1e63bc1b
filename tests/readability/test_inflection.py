import pytest

from finder.readability.inflection import count_syllables, list_forms, list_stems


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("utilise", ["utilise", "utilises", "utilised", "utilising"]),
        ("modify", ["modify", "modifies", "modified", "modifying"]),
        ("assess", ["assess", "assesses", "assessed", "assessing"]),
        ("support", ["support", "supports", "supported", "supporting"]),
        ("jog", ["jog", "jogs", "joged", "joging", "jogged", "jogging"]),
        ("convey", ["convey", "conveys", "conveyed", "conveying"]),
    ],
)
def test_a_word_has_its_endings(word: str, forms: list[str]) -> None:
    assert list_forms(word) == forms


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("gardens", "garden"),
        ("gardening", "garden"),
        ("gardeners", "garden"),
        ("gardener's", "gardener"),
        ("gardeners'", "gardeners"),
        ("parties", "party"),
        ("boxes", "box"),
        ("stopped", "stop"),
        ("stopping", "stop"),
        ("baking", "bake"),
        ("baked", "bake"),
        ("happier", "happy"),
        ("happily", "happy"),
        ("biggest", "big"),
        ("quietly", "quiet"),
        ("gently", "gentle"),
        ("tried", "try"),
        ("meetings", "meet"),
    ],
)
def test_an_ending_is_taken_off(word: str, stem: str) -> None:
    assert stem in list_stems(word)


def test_a_short_word_is_not_cut_to_nothing() -> None:
    assert list_stems("red") == ["red"]
    assert list_stems("glass") == ["glass"]


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("gym", 1),
        ("cake", 1),
        ("whole", 1),
        ("baked", 1),
        ("table", 2),
        ("planted", 2),
        ("garden", 2),
        ("station", 2),
        ("banana", 3),
        ("radio", 3),
        ("activity", 4),
        ("hmm", 1),
    ],
)
def test_syllables_are_counted_by_groups_of_vowels(word: str, syllables: int) -> None:
    assert count_syllables(word) == syllables
