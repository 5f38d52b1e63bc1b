"""The files of words that ship with the linter keep their own rules."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

import finder.readability
from finder.readability.phrases import read_abbreviations, read_phrases
from finder.readability.rules import check_text
from finder.readability.vocabulary import read_common_words

FOLDER = Path(finder.readability.__file__).parent
TABLES = tomllib.loads((FOLDER / "hard_words.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["abbreviations.toml", "common_words.txt", "hard_words.toml"])
def test_each_file_says_where_its_words_are_from_and_may_ship(name: str) -> None:
    start = (FOLDER / name).read_text(encoding="utf-8").partition("\n\n")[0]

    assert (
        "# Written for this project, from no other list; it is under the licence of the project."
        in start.splitlines()
    )


def test_there_are_at_least_150_hard_words_with_a_replacement() -> None:
    entries = {phrase: saying for table in TABLES.values() for phrase, saying in table.items()}

    assert len(entries) >= 150
    assert all(saying.strip("! |") for saying in entries.values())


@pytest.mark.parametrize("table", sorted(TABLES))
def test_each_table_is_in_the_order_of_the_alphabet(table: str) -> None:
    phrases = [phrase.lower() for phrase in TABLES[table]]

    assert phrases == sorted(phrases)


def test_no_form_is_in_two_entries() -> None:
    forms: dict[tuple[str, ...], set[str]] = {}
    for table, entries in TABLES.items():
        for phrase, saying in entries.items():
            for words, _ in read_phrases({table: {phrase: saying}}):
                forms.setdefault(words, set()).add(phrase)

    assert [phrases for phrases in forms.values() if len(phrases) > 1] == []


def test_what_to_say_instead_is_easy_to_read() -> None:
    hard = {
        phrase: findings
        for entries in TABLES.values()
        for phrase, saying in entries.items()
        for choice in saying.lstrip("!").split("|")
        if (findings := check_text(choice.strip()))
    }

    assert hard == {}


def test_what_to_say_for_a_short_form_is_easy_to_read() -> None:
    _, sayings = read_abbreviations()

    assert {
        form: check_text(saying) for form, saying in sayings.items() if check_text(saying)
    } == {}


def test_no_everyday_word_is_also_a_hard_word() -> None:
    hard = {words[0] for words, _ in read_phrases(TABLES) if len(words) == 1}

    assert read_common_words() & hard == set()


def test_everyday_words_stand_once_in_the_order_of_the_alphabet_under_each_heading() -> None:
    text = (FOLDER / "common_words.txt").read_text(encoding="utf-8")
    groups: list[list[str]] = []
    for line in text.splitlines():
        if line.startswith("#"):
            groups.append([])
        groups[-1].extend([] if line.startswith("#") else line.split())

    assert all(first < second for group in groups for first, second in pairwise(group))
    assert sum(len(group) for group in groups) == len(read_common_words())


def test_messages_and_remedies_are_easy_to_read_too() -> None:
    text = (
        "WE UTILISE 20%; which is albeit thus 1,200. It is provided. Not without it! "
        "Open 14:00, Mon to Fri. Help is 1:4, for eleven. Ask the XYZ about perspicacity. "
        "If you can, you may stay, but you must ask. It is a piece of cake. The disabled etc."
    )

    findings = check_text(text)
    words = "\n".join(f"{finding.message} {finding.remedy}" for finding in findings)
    spoken = check_text(words)

    assert len({finding.code for finding in findings}) == 16
    assert [finding.code for finding in spoken if finding.code == "long-sentence"] == []
