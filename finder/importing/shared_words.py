"""Read the words and pictures that all councils share, and those that a council adds."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from finder.catalogue.contents import Page, Picture
from finder.domain.words import HardWord, Interest, Reason, SynonymSet
from finder.importing.entry import Entry
from finder.importing.markdown import safe_html
from finder.importing.report import Report
from finder.importing.texts import SLUG, clean
from finder.importing.toml_files import read_text, read_toml

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedWords:
    """What every council's site says in the same words."""

    reasons: tuple[Reason, ...] = ()
    interests: tuple[Interest, ...] = ()
    synonyms: tuple[SynonymSet, ...] = ()
    hard_words: tuple[HardWord, ...] = ()
    pictures: tuple[Picture, ...] = ()
    pages: tuple[Page, ...] = ()


def read_interests(path: Path, report: Report) -> tuple[tuple[Reason, ...], tuple[Interest, ...]]:
    """Return the big reasons to look, and the interests below them."""
    entry = read_toml(path, report)
    if entry is None:
        return (), ()
    groups: set[str] = set()
    taken: set[str] = set()
    reasons = _read_each(entry, "reasons", lambda each: _read_reason(each, groups))
    interests = _read_each(entry, "interests", lambda each: _read_interest(each, taken, groups))
    entry.finish()
    return reasons, interests


def _read_each(entry: Entry, key: str, read: Callable[[Entry], Value]) -> tuple[Value, ...]:
    """Return what is read of each table of a list, without those that have errors."""
    values = []
    for table in entry.tables(key):
        errors_before = table.error_count
        value = read(table)
        table.finish()
        if table.error_count == errors_before:
            values.append(value)
    return tuple(values)


def _read_reason(entry: Entry, taken: set[str]) -> Reason:
    return Reason(
        slug=entry.slug("slug", taken=taken),
        label=entry.text("label", required=True, longest=60),
        heading=entry.text("heading", required=True, longest=60),
        picture=entry.text("picture", required=True, longest=60),
    )


def _read_interest(entry: Entry, taken: set[str], groups: set[str]) -> Interest:
    synonyms = entry.table("synonyms")
    interest = Interest(
        slug=entry.slug("slug", taken=taken),
        label=entry.text("label", required=True, longest=60),
        line=entry.text("line", required=True, longest=120),
        hint=entry.text("hint", longest=120),
        group=entry.text("group", required=True, longest=60),
        picture=entry.text("picture", required=True, longest=60),
        synonyms={language: synonyms.sentences(language) for language in synonyms.field_names()},
    )
    if interest.group and interest.group not in groups:
        entry.problem(
            "unknown-word",
            f"There is no reason “{interest.group}”.",
            f"Use one of: {', '.join(sorted(groups))}.",
            key="group",
        )
    return interest


def read_synonyms(path: Path, report: Report) -> tuple[SynonymSet, ...]:
    """Return the sets of words that mean the same."""
    entry = read_toml(path, report)
    if entry is None:
        return ()
    sets = _read_each(entry, "same", _read_synonym_set)
    entry.finish()
    return sets


def _read_synonym_set(entry: Entry) -> SynonymSet:
    words = entry.sentences("words", longest=60)
    if len(words) < 2:
        entry.problem(
            "too-few-words",
            "A set of words needs two or more.",
            'Write words = ["swim", "pool"].',
            key="words",
        )
    return SynonymSet(words=words)


def read_hard_words(path: Path, report: Report) -> tuple[HardWord, ...]:
    """Return the hard words and their meanings, in the order of the alphabet."""
    entry = read_toml(path, report)
    if entry is None:
        return ()
    words = _read_each(entry, "words", _read_hard_word)
    entry.finish()
    return tuple(sorted(words, key=lambda each: each.word.casefold()))


def _read_hard_word(entry: Entry) -> HardWord:
    return HardWord(
        word=entry.text("word", required=True, longest=60),
        meaning=entry.text("meaning", required=True),
        also=entry.sentences("also", longest=60),
    )


def read_pictures(path: Path, report: Report) -> tuple[Picture, ...]:
    """Return the picture for each idea."""
    entry = read_toml(path, report)
    if entry is None:
        return ()
    taken: set[str] = set()
    pictures = _read_each(entry, "pictures", lambda each: _read_picture(each, taken))
    entry.finish()
    return pictures


def _read_picture(entry: Entry, taken: set[str]) -> Picture:
    return Picture(
        concept=entry.slug("concept", taken=taken),
        file=entry.text("file", required=True, longest=120),
        author=entry.text("author", longest=120),
        licence=entry.text("licence", required=True, longest=60),
        source=entry.text("source", longest=120),
        changed=entry.flag("changed") or False,
    )


def read_page(path: Path, report: Report) -> Page | None:
    """Return a page of words: its first line is "# Title", and the rest is Markdown."""
    text = read_text(path, report)
    if text is None:
        return None
    first, _, body = clean(text.expandtabs(4)).partition("\n")
    title = first.removeprefix("# ").strip()
    if not title or title == first or not SLUG.fullmatch(path.stem):
        report.add(
            "page-without-title",
            "A page begins with its title.",
            "Write “# Title” on the first line, and name the file in small letters.",
            line=1,
        )
        return None
    return Page(slug=path.stem, title=title, html=safe_html(body, report))
