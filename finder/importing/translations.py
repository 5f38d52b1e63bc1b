"""Read the content's words in other languages: one file a language, English text by English text.

    content/languages/<code>.toml             for every council
    content/councils/<slug>/languages/<code>.toml   a council's own, which come first

A page of words is translated line by line, and is shown in a language when every line has one.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from finder.domain.council import Council
from finder.domain.issue import Severity
from finder.domain.words import Translation
from finder.importing.report import Report
from finder.importing.texts import as_shown
from finder.importing.toml_files import read_toml

LONGEST_TRANSLATION = 600
# A language as in an address and in HTML: "cy", "zh-Hant".
CODE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_MARK = re.compile(r"\s*(?:#+|\d+\.|[-*])\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageFile:
    """What came of one file, and where to say what is wrong with it."""

    translation: Translation
    report: Report


def read_translation(path: Path, report: Report) -> LanguageFile | None:
    """Return the translations of a file, or None with an issue when it cannot be read."""
    if not CODE.fullmatch(path.stem):
        report.add(
            "bad-language",
            f"{as_shown(path.stem)} is not the code of a language.",
            "Name the file for its language, such as pl.toml or zh-Hant.toml.",
        )
        return None
    entry = read_toml(path, report)
    if entry is None:
        return None
    table = entry.table("texts")
    texts = {
        text: translation
        for text in table.field_names()
        if (translation := table.text(text, required=True, longest=LONGEST_TRANSLATION))
    }
    table.finish()
    entry.finish()
    return LanguageFile(translation=Translation(language=path.stem, texts=texts), report=report)


def merged(shared: Iterable[Translation], own: Iterable[Translation]) -> tuple[Translation, ...]:
    """Return one translation a language, with a council's own words before the shared ones."""
    texts: dict[str, dict[str, str]] = {}
    for each in (*shared, *own):
        texts.setdefault(each.language, {}).update(each.texts)
    return tuple(
        Translation(language=language, texts=texts[language]) for language in sorted(texts)
    )


def say_what_is_missing(
    report: Report, council: Council, translations: Iterable[Translation], wanted: Iterable[str]
) -> None:
    """Note how many texts of a council each language that it offers has no words for."""
    wanted = list(dict.fromkeys(wanted))
    texts_in = {each.language: each.texts for each in translations}
    for language in council.languages[1:]:
        missing = [text for text in wanted if text not in texts_in.get(language, {})]
        if missing:
            report.add(
                "not-translated",
                f"{len(missing)} of {len(wanted)} texts have no words in “{language}”. "
                f"The first is {as_shown(missing[0])}.",
                f"Add them to languages/{language}.toml. Until then the site has them in English.",
                severity=Severity.WARNING,
            )


def say_what_is_unused(file: LanguageFile, known: Iterable[str]) -> None:
    """Note the translations that no text of the content asks for."""
    unused = file.translation.texts.keys() - set(known)
    if unused:
        file.report.add(
            "unused-translation",
            f"{len(unused)} translations are of no text of the content. One is "
            f"{as_shown(min(unused))}.",
            "The English was changed, perhaps. Write the new English before the equals sign.",
            severity=Severity.WARNING,
        )


def lines_of(markdown: str) -> list[str]:
    """Return each line of a page that is to be translated, without the marks before it."""
    return [_split(line)[1] for line in markdown.splitlines() if line.strip()]


def in_language(markdown: str, texts: Mapping[str, str]) -> str | None:
    """Return a page with every line translated, or None when a line has no translation."""
    lines = []
    for line in markdown.splitlines():
        mark, text = _split(line)
        if text and text not in texts:
            return None
        lines.append(mark + texts.get(text, ""))
    return "\n".join(lines)


def _split(line: str) -> tuple[str, str]:
    """Return the mark of a heading or of an item, and the words after it."""
    mark = _MARK.match(line)
    end = mark.end() if mark else 0
    return line[:end], line[end:].strip()
