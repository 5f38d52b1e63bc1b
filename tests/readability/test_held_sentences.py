"""The linter against sets of sentences that were written before its rules.

`easy.txt` is what an easy-read page about an activity would say; `hard.txt` is in the manner
of council reports, brochures and tender papers. `hard_councils.txt` came later, and the rules were
not changed for it: it has the terms of the reports of the four councils whose lists the site shows.
Do not edit them to make a test pass.
"""

from pathlib import Path

from finder.readability.rules import check_text

HERE = Path(__file__).parent


def _read(name: str) -> list[str]:
    return (HERE / name).read_text(encoding="utf-8").splitlines()


def test_each_set_has_a_hundred_different_sentences() -> None:
    assert [len(set(_read(name))) for name in ("easy.txt", "hard.txt")] == [100, 100]


def test_at_least_95_in_100_hard_sentences_are_found() -> None:
    missed = [sentence for sentence in _read("hard.txt") if not check_text(sentence)]

    assert len(missed) <= 5, missed


def test_at_least_95_in_100_sentences_in_the_words_of_councils_are_found() -> None:
    sentences = _read("hard_councils.txt")
    missed = [sentence for sentence in sentences if not check_text(sentence)]

    assert len(set(sentences)) == 40
    assert len(missed) <= 2, missed


def test_at_least_85_in_100_hard_sentences_have_an_error() -> None:
    missed = [
        sentence
        for sentence in _read("hard.txt")
        if not any(finding.is_error for finding in check_text(sentence))
    ]

    assert len(missed) <= 15, missed


def test_at_most_5_in_100_easy_sentences_are_found() -> None:
    found = {sentence: check_text(sentence) for sentence in _read("easy.txt")}
    wrong = {sentence: findings for sentence, findings in found.items() if findings}

    assert len(wrong) <= 5, wrong
