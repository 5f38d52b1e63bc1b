import pytest

from finder.web.alphabet import place_in_alphabet


@pytest.mark.parametrize(
    ("language", "in_order"),
    [
        pytest.param("en-GB", ["assessment", "autistic", "BSL", "carer", "égalité", "fish"]),
        pytest.param("pl", ["akt", "ący", "budżet", "lampa", "ławka", "mama", "żółw"]),
        pytest.param("cy", ["cath", "cwm", "chwarae", "dydd", "ddoe", "llan", "môr", "nos"]),
        pytest.param("ro", ["ac", "ăsta", "bani", "îmi", "joc", "sus", "șase", "tot", "țară"]),
        pytest.param("uk", ["вода", "гора", "ґанок", "дім", "євро", "жінка", "їжа", "кіт"]),
        pytest.param("ur", ["آم", "بات", "پانی", "تار", "ٹیم", "گھر", "وقت", "یہ"]),
        pytest.param("zh-Hant", ["一對一", "支援員", "照顧者"]),
    ],
)
def test_words_stand_in_the_order_of_the_alphabet(language: str, in_order: list[str]) -> None:
    jumbled = sorted(in_order, key=lambda word: word[::-1])

    assert sorted(jumbled, key=lambda word: place_in_alphabet(word, language)) == in_order


def test_letters_that_an_alphabet_has_not_stand_among_those_that_it_has() -> None:
    words = ["opiekun", "Makaton", "(carer)", "über", "1:1"]

    in_order = sorted(words, key=lambda word: place_in_alphabet(word, "pl"))

    assert in_order[:2] == ["(carer)", "1:1"]
    assert in_order.index("Makaton") < in_order.index("opiekun") < in_order.index("über")
