"""Read the words and pictures that all councils share, and those that a council adds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from finder.catalogue.contents import BankHoliday, Page, Picture
from finder.domain.council import Council
from finder.domain.vocabulary import (
    DayChoice,
    DayPart,
    LeadsTo,
    Mode,
    Need,
    Pay,
    SpaceState,
    Support,
)
from finder.domain.words import HardWord, Interest, Reason, SynonymSet, Translation
from finder.importing.entry import Entry
from finder.importing.markdown import safe_html
from finder.importing.report import Report
from finder.importing.texts import SLUG, as_shown, clean, near_miss
from finder.importing.toml_files import read_text, read_toml
from finder.importing.translations import LanguageFile, in_language, lines_of

SetsAndFillers = tuple[tuple[SynonymSet, ...], tuple[str, ...]]
Value = TypeVar("Value")

LONGEST_FILLER = 60
# The choices that a set of synonyms can stand for, named as in an address.
_CHOICES: Mapping[str, type[StrEnum]] = {
    "day": DayChoice,
    "part": DayPart,
    "mode": Mode,
    "need": Need,
    "support": Support,
    "pay": Pay,
    "leads_to": LeadsTo,
    "space": SpaceState,
}
# Each council has groups and lots of its own, so only its own file can name them.
_CHOICES_OF_A_COUNCIL = ("who", "lot")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFile:
    """A page of words in each of its languages, and the lines that a translation has to have."""

    pages: tuple[Page, ...]
    lines: tuple[str, ...]

    @property
    def slug(self) -> str:
        return self.pages[0].slug


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedWords:
    """What every council's site says in the same words, and the bank holidays of all."""

    reasons: tuple[Reason, ...] = ()
    interests: tuple[Interest, ...] = ()
    synonyms: tuple[SynonymSet, ...] = ()
    fillers: tuple[str, ...] = ()
    hard_words: tuple[HardWord, ...] = ()
    pictures: tuple[Picture, ...] = ()
    pages: tuple[PageFile, ...] = ()
    bank_holidays: tuple[BankHoliday, ...] = ()
    languages: tuple[LanguageFile, ...] = ()


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


def read_synonyms(path: Path, report: Report, council: Council | None = None) -> SetsAndFillers:
    """Return the sets of words that mean the same, and the fillers.

    A council's own file is read with the council, whose groups and lots it may name.
    """
    entry = read_toml(path, report)
    if entry is None:
        return (), ()
    fillers = _read_fillers(entry)
    choices = _choices_of(council)
    sets = _read_each(entry, "same", lambda each: _read_synonym_set(each, choices))
    entry.finish()
    return sets, fillers


def _read_fillers(entry: Entry) -> tuple[str, ...]:
    """Return the words that say nothing about what a person looks for."""
    fillers = dict.fromkeys(" ".join(each.split()) for each in entry.slugs("fillers") or ())
    for each in fillers:
        if len(each) > LONGEST_FILLER:
            entry.problem(
                "too-long",
                f"fillers has {as_shown(each)}, which has {len(each):,} letters.",
                f"Write each with {LONGEST_FILLER} letters or fewer.",
                key="fillers",
            )
    return tuple(each for each in fillers if 0 < len(each) <= LONGEST_FILLER)


def _choices_of(council: Council | None) -> dict[str, tuple[str, ...]]:
    """Return the values that each choice can have, with those of the council when there is one."""
    choices = {name: tuple(word.value for word in words) for name, words in _CHOICES.items()}
    if council is not None:
        choices["who"] = tuple(group.slug for group in council.groups)
        choices["lot"] = tuple(lot.code for lot in council.lots)
    return choices


def _read_synonym_set(entry: Entry, choices: Mapping[str, tuple[str, ...]]) -> SynonymSet:
    words = entry.sentences("words", longest=60)
    if len(words) < (1 if entry.has("choice") else 2):
        entry.problem(
            "too-few-words",
            "A set of words needs two or more, or one and a choice.",
            'Write words = ["swim", "pool"].',
            key="words",
        )
    return SynonymSet(words=words, choice=_read_choice(entry, choices))


def _read_choice(entry: Entry, choices: Mapping[str, tuple[str, ...]]) -> tuple[str, str] | None:
    """Return the name and the value of a choice written as in an address, or None."""
    written = entry.text("choice", longest=120)
    if not written:
        return None
    name, _, value = (part.strip() for part in written.partition("="))
    if not name or not value:
        code, message = "wrong-value", f"choice is {as_shown(written)}, not a name and a value."
        remedy = 'Write choice = "pay=free".'
    elif name in choices and value in choices[name]:
        return name, value
    elif name in choices:
        code, message = "unknown-word", f"{name} cannot be {as_shown(value)}."
        message += near_miss(value, choices[name])
        remedy = f"Use one of: {', '.join(choices[name])}."
        if not choices[name]:
            remedy = "Take it out: the council's own file names none."
    elif name in _CHOICES_OF_A_COUNCIL:
        code, message = "wrong-file", f"{name} is each council's own, and this file is for all."
        remedy = "Move this set to the file synonyms.toml in the council's folder."
    else:
        code, message = "unknown-word", f"There is no choice {as_shown(name)}."
        message += near_miss(name, choices)
        remedy = f"Use one of: {', '.join(choices)}."
    entry.problem(code, message, remedy, key="choice")
    return None


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


def read_page(
    path: Path, report: Report, translations: Sequence[Translation] = ()
) -> PageFile | None:
    """Return a page of words, in English and in each language that has all of its lines.

    Its first line is "# Title", and the rest is Markdown. None when it has errors.
    """
    text = read_text(path, report)
    if text is None:
        return None
    text = clean(text.expandtabs(4))
    english = _page_of(path, text, report)
    if english is None:
        return None
    pages = [english]
    for each in translations:
        translated = in_language(text, each.texts)
        page = None if translated is None else _page_of(path, translated, report)
        if page is not None:
            pages.append(replace(page, language=each.language))
    return PageFile(pages=tuple(pages), lines=tuple(lines_of(text)))


def _page_of(path: Path, text: str, report: Report) -> Page | None:
    first, _, body = text.partition("\n")
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
