"""Everything that the site says itself is easy to read, in every place where it is written."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from finder.readability.rules import check_text
from tests import pseudo

CONTENT = pseudo.ROOT / "content"
PROFESSIONALS = "Only in the details for social workers, who need the official word."
A_LICENCE = "The name of a licence cannot be changed."
EXCEPTIONS = {
    "Outcomes": PROFESSIONALS,
    "On the council’s list (framework)": PROFESSIONALS,
    "We drew some pictures ourselves. You can use them under CC BY-SA 4.0.": A_LICENCE,
    "The letters are Atkinson Hyperlegible Next, under the SIL Open Font License.": A_LICENCE,
}


@pytest.fixture(scope="module")
def explained() -> frozenset[str]:
    """The hard words that have a meaning of their own on the page of hard words."""
    words = tomllib.loads((CONTENT / "words.toml").read_text(encoding="utf-8"))["words"]
    return frozenset(form for word in words for form in (word["word"], *word.get("also", ())))


def hard_in(text: str, explained: frozenset[str]) -> list[str]:
    findings = check_text(text, allowed=explained)
    return [f"{finding.code}: {finding.message}" for finding in findings if finding.is_error]


def test_every_message_of_the_interface_is_easy(explained: frozenset[str]) -> None:
    hard = {
        form: f"{message.file}:{message.line}: {problems}"
        for message in pseudo.messages()
        for form in message.forms
        if form not in EXCEPTIONS and (problems := hard_in(form, explained))
    }

    assert hard == {}


@pytest.mark.parametrize("message", EXCEPTIONS)
def test_every_exception_is_still_said_and_still_hard(
    message: str, explained: frozenset[str]
) -> None:
    said = {form for each in pseudo.messages() for form in each.forms}

    assert message in said
    assert hard_in(message, explained) != []


@pytest.mark.parametrize(
    "page", sorted((CONTENT / "pages").glob("*.md")), ids=lambda page: str(page.name)
)
def test_every_shared_page_of_words_is_easy(page: Path, explained: frozenset[str]) -> None:
    assert hard_in(page.read_text(encoding="utf-8"), explained) == []


def texts_of(file: str, lists: tuple[str, ...], fields: tuple[str, ...]) -> Iterator[str]:
    table = tomllib.loads((CONTENT / file).read_text(encoding="utf-8"))
    for name in lists:
        for entry in table[name]:
            yield from (entry[field] for field in fields if field in entry)


@pytest.mark.parametrize(
    ("file", "lists", "fields"),
    [
        pytest.param(
            "interests.toml",
            ("reasons", "interests"),
            ("label", "heading", "line", "hint"),
            id="interests",
        ),
        pytest.param("words.toml", ("words",), ("meaning",), id="meanings of hard words"),
    ],
)
def test_the_words_that_all_councils_share_are_easy(
    file: str, lists: tuple[str, ...], fields: tuple[str, ...], explained: frozenset[str]
) -> None:
    texts = list(texts_of(file, lists, fields))

    assert len(texts) > 30
    assert {text: hard_in(text, explained) for text in texts if hard_in(text, explained)} == {}


@pytest.mark.parametrize("file", sorted((CONTENT / "councils").glob("*/council.toml")), ids=str)
def test_what_a_council_says_to_everybody_is_easy(file: Path, explained: frozenset[str]) -> None:
    council = tomllib.loads(file.read_text(encoding="utf-8"))
    texts = [
        *(entry["label"] for name in ("lots", "start_places") for entry in council.get(name, ())),
        *(entry.get("hint", "") for entry in council.get("start_places", ())),
        *(entry["text"] for entry in council.get("contacts", ())),
        *(entry["label"] for entry in council.get("contacts", ())),
    ]

    assert {text: hard_in(text, explained) for text in texts if hard_in(text, explained)} == {}
