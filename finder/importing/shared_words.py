"""Read the words and pictures that all councils share, and those that a council adds."""

from dataclasses import dataclass
from pathlib import Path

from finder.catalogue.contents import Page, Picture
from finder.domain.words import HardWord, Interest, Reason, SynonymSet
from finder.importing.entry import Entry
from finder.importing.markdown import safe_html
from finder.importing.report import Report
from finder.importing.texts import SLUG
from finder.importing.toml_files import read_text, read_toml


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
    reasons = tuple(_read_reason(each) for each in entry.tables("reasons"))
    groups = [reason.slug for reason in reasons]
    interests = tuple(_read_interest(each, groups) for each in entry.tables("interests"))
    entry.finish()
    return reasons, interests


def _read_reason(entry: Entry) -> Reason:
    reason = Reason(
        slug=entry.slug("slug"),
        label=entry.text("label", required=True, longest=60),
        heading=entry.text("heading", required=True, longest=60),
        picture=entry.text("picture", required=True, longest=60),
    )
    entry.finish()
    return reason


def _read_interest(entry: Entry, groups: list[str]) -> Interest:
    synonyms = entry.table("synonyms")
    interest = Interest(
        slug=entry.slug("slug"),
        label=entry.text("label", required=True, longest=60),
        line=entry.text("line", required=True, longest=120),
        hint=entry.text("hint", longest=120),
        group=entry.text("group", required=True, longest=60),
        picture=entry.text("picture", required=True, longest=60),
        synonyms={language: synonyms.sentences(language) for language in synonyms.field_names()},
    )
    if interest.group not in groups:
        entry.problem(
            "unknown-word",
            f"There is no reason “{interest.group}”.",
            f"Use one of: {', '.join(groups)}.",
            key="group",
        )
    entry.finish()
    return interest


def read_synonyms(path: Path, report: Report) -> tuple[SynonymSet, ...]:
    """Return the sets of words that mean the same."""
    entry = read_toml(path, report)
    if entry is None:
        return ()
    sets = []
    for table in entry.tables("same"):
        words = table.sentences("words", longest=60)
        if len(words) < 2:
            table.problem(
                "too-few-words",
                "A set of words needs two or more.",
                'Write words = ["swim", "pool"].',
                key="words",
            )
        sets.append(SynonymSet(words=words))
        table.finish()
    entry.finish()
    return tuple(sets)


def read_hard_words(path: Path, report: Report) -> tuple[HardWord, ...]:
    """Return the hard words and their meanings, in the order of the alphabet."""
    entry = read_toml(path, report)
    if entry is None:
        return ()
    words = []
    for table in entry.tables("words"):
        words.append(
            HardWord(
                word=table.text("word", required=True, longest=60),
                meaning=table.text("meaning", required=True),
                also=table.sentences("also", longest=60),
            )
        )
        table.finish()
    entry.finish()
    return tuple(sorted(words, key=lambda each: each.word.casefold()))


def read_pictures(path: Path, report: Report) -> tuple[Picture, ...]:
    """Return the picture for each idea."""
    entry = read_toml(path, report)
    if entry is None:
        return ()
    pictures = []
    for table in entry.tables("pictures"):
        pictures.append(
            Picture(
                concept=table.slug("concept"),
                file=table.text("file", required=True, longest=120),
                author=table.text("author", longest=120),
                licence=table.text("licence", required=True, longest=60),
                source=table.text("source", longest=120),
                changed=table.flag("changed") or False,
            )
        )
        table.finish()
    entry.finish()
    return tuple(pictures)


def read_page(path: Path, report: Report) -> Page | None:
    """Return a page of words: its first line is "# Title", and the rest is Markdown."""
    text = read_text(path, report)
    if text is None:
        return None
    first, _, body = text.strip().partition("\n")
    if not first.startswith("# ") or not SLUG.fullmatch(path.stem):
        report.add(
            "page-without-title",
            "A page begins with its title.",
            "Write “# Title” on the first line, and name the file in small letters.",
            line=1,
        )
        return None
    return Page(slug=path.stem, title=first[2:].strip(), html=safe_html(body, report))
