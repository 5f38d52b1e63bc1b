"""Read the whole content folder: what all councils share, then one council after the other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from finder.catalogue.contents import Contents, Picture
from finder.catalogue.translated import texts_of
from finder.domain.activity import Activity
from finder.domain.council import Council
from finder.domain.issue import Issue
from finder.domain.words import HardWord, Translation
from finder.geo.gazetteer import Gazetteer
from finder.importing.activity_ids import mend_next_activities, without_duplicates
from finder.importing.bank_holidays import read_bank_holidays
from finder.importing.councils import read_council
from finder.importing.easy_words import check_council_words, check_page_words, explained_by
from finder.importing.picture_packs import PACK_FILE, PACK_FOLDER, read_pack
from finder.importing.providers import ProviderFile, read_provider
from finder.importing.report import Report
from finder.importing.shared_words import (
    PageFile,
    SetsAndFillers,
    SharedWords,
    read_hard_words,
    read_interests,
    read_page,
    read_pictures,
    read_synonyms,
)
from finder.importing.surroundings import Surroundings
from finder.importing.texts import clean
from finder.importing.translations import (
    LanguageFile,
    merged,
    read_translation,
    say_what_is_missing,
    say_what_is_unused,
)

COUNCIL_FILE = "council.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilContent:
    """What came of one council's folder.

    `contents` is None when the council's own file has errors. `refused` counts the providers and
    activities that had errors and were left out.
    """

    slug: str
    contents: Contents | None
    refused: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentTree:
    """What came of the whole folder, with every issue in the order of the files."""

    councils: tuple[CouncilContent, ...]
    issues: tuple[Issue, ...]


class _Reader:
    """One reading of a content folder."""

    def __init__(
        self, folder: Path, gazetteer: Gazetteer, today: date, made: frozenset[str]
    ) -> None:
        self._folder = folder
        self._gazetteer = gazetteer
        self._today = today
        self._made = made
        self.issues: list[Issue] = []
        # What any council's site asks a translation of.
        self.texts_of_all: set[str] = set()

    def report_of(self, path: Path) -> Report:
        return Report(file=clean(path.relative_to(self._folder).as_posix()))

    def close(self, report: Report) -> None:
        self.issues.extend(report.issues)

    def shared(self) -> SharedWords:
        report = self.report_of(self._folder / "interests.toml")
        reasons, interests = read_interests(self._folder / "interests.toml", report)
        self.close(report)
        synonyms, fillers = self.synonyms(self._folder)
        report = self.report_of(self._folder / "pictures.toml")
        pictures = read_pictures(self._folder / "pictures.toml", report)
        self.close(report)
        report = self.report_of(self._folder / "bank_holidays.toml")
        bank_holidays = read_bank_holidays(self._folder / "bank_holidays.toml", report)
        self.close(report)
        languages = self.languages(self._folder)
        words = self.hard_words(self._folder)
        translations = [each.translation for each in languages]
        return SharedWords(
            reasons=reasons,
            interests=interests,
            synonyms=synonyms,
            fillers=fillers,
            pictures=pictures,
            hard_words=words,
            pages=self.pages(self._folder / "pages", translations, words),
            bank_holidays=bank_holidays,
            languages=languages,
        )

    def languages(self, folder: Path) -> tuple[LanguageFile, ...]:
        """Return the files of other languages. Their reports are closed when all is read."""
        files = []
        for path in sorted((folder / "languages").glob("*.toml")):
            report = self.report_of(path)
            file = read_translation(path, report)
            if file is None:
                self.close(report)
            else:
                files.append(file)
        return tuple(files)

    def synonyms(self, folder: Path, council: Council | None = None) -> SetsAndFillers:
        path = folder / "synonyms.toml"
        report = self.report_of(path)
        found = read_synonyms(path, report, council)
        self.close(report)
        return found

    def merged_synonyms(
        self, folder: Path, council: Council, shared: SharedWords
    ) -> SetsAndFillers:
        """Return the shared synonyms and fillers, and after them those that a council adds."""
        if not (folder / "synonyms.toml").is_file():
            return shared.synonyms, shared.fillers
        synonyms, fillers = self.synonyms(folder, council)
        return (*shared.synonyms, *synonyms), tuple(dict.fromkeys((*shared.fillers, *fillers)))

    def hard_words(self, folder: Path, shared: Sequence[HardWord] = ()) -> tuple[HardWord, ...]:
        path = folder / "words.toml"
        if not path.is_file():
            return ()
        report = self.report_of(path)
        words = read_hard_words(path, report)
        check_page_words(report, [each.meaning for each in words], (*shared, *words))
        self.close(report)
        return words

    def pages(
        self, folder: Path, translations: Sequence[Translation], words: Sequence[HardWord]
    ) -> tuple[PageFile, ...]:
        pages = []
        for path in sorted(folder.glob("*.md")):
            report = self.report_of(path)
            page = read_page(path, report, translations)
            if page is not None:
                check_page_words(report, page.lines, words)
                pages.append(page)
            self.close(report)
        return tuple(pages)

    def council(self, folder: Path, shared: SharedWords) -> CouncilContent:
        report = self.report_of(folder / COUNCIL_FILE)
        council = read_council(
            folder / COUNCIL_FILE, folder.name, report, today=self._today, made=self._made
        )
        if council is None:
            self.close(report)
            return CouncilContent(slug=clean(folder.name), contents=None, refused=1)
        words = _merged_words(shared.hard_words, self.hard_words(folder, shared.hard_words))
        check_council_words(report, council, explained_by(words))
        languages = self.languages(folder)
        own = [each.translation for each in languages]
        translations = merged([each.translation for each in shared.languages], own)
        pages = _merged_pages(shared.pages, self.pages(folder / "pages", translations, words))
        texts = [*texts_of((council, shared.reasons, shared.interests, words))]
        texts += [line for page in pages for line in page.lines]
        self.texts_of_all.update(texts)
        say_what_is_missing(report, council, translations, texts)
        self.close(report)
        for file in languages:
            self.finish_language(file, texts)
        synonyms, fillers = self.merged_synonyms(folder, council, shared)
        around = Surroundings(
            council=council,
            interests=frozenset(interest.slug for interest in shared.interests),
            pictures=frozenset(picture.concept for picture in shared.pictures),
            explained=explained_by(words),
            gazetteer=self._gazetteer,
            today=self._today,
            folder=folder,
            made=self._made,
        )
        files, activities, refused = self._providers(folder / "providers", around)
        providers = [file.provider for file in files if file.provider is not None]
        if not activities:
            self.add(
                folder,
                "empty-council",
                "This council has no activities that can be shown.",
                "Add a file for each provider in its folder providers.",
            )
        return CouncilContent(
            slug=folder.name,
            contents=Contents(
                council=council,
                providers=tuple(sorted(providers, key=lambda each: each.provider_id)),
                activities=tuple(sorted(activities, key=lambda each: each.activity_id)),
                reasons=shared.reasons,
                interests=shared.interests,
                synonyms=synonyms,
                fillers=fillers,
                hard_words=words,
                pictures=shared.pictures,
                own_pictures=self.own_pictures(folder / PACK_FOLDER, around.pictures),
                pages=tuple(each for page in pages for each in page.pages),
                bank_holidays=shared.bank_holidays,
                translations=translations,
            ),
            refused=refused + sum(file.refused for file in files),
        )

    def finish_language(self, file: LanguageFile, texts: Iterable[str]) -> None:
        """Say which translations no text asks for."""
        say_what_is_unused(file, texts)
        self.close(file.report)

    def _providers(
        self, folder: Path, around: Surroundings
    ) -> tuple[list[ProviderFile], list[Activity], int]:
        """Return the files, their activities, and how many of these had an id that was taken."""
        paths = sorted(folder.glob("*.toml"))
        reports = [self.report_of(path) for path in paths]
        files = [
            read_provider(path, report, around) for path, report in zip(paths, reports, strict=True)
        ]
        activities, refused = without_duplicates(files)
        mend_next_activities(files, activities)
        for report in reports:
            self.close(report)
        return files, list(activities.values()), refused

    def own_pictures(self, folder: Path, concepts: frozenset[str]) -> tuple[Picture, ...]:
        """Return the pictures of a council's own pack; none when it has no pack."""
        path = folder / PACK_FILE
        if not path.is_file():
            return ()
        report = self.report_of(path)
        pictures = read_pack(path, concepts, report)
        self.close(report)
        return pictures

    def add(self, path: Path, code: str, message: str, remedy: str) -> None:
        """Note an error of a whole folder."""
        report = self.report_of(path)
        report.add(code, message, remedy)
        self.close(report)


def read_content(
    folder: Path, gazetteer: Gazetteer, *, today: date, made: frozenset[str] = frozenset()
) -> ContentTree:
    """Return every council's content, and every issue. Nothing in the folder makes it raise.

    `made` names what an earlier build made of photos. Those are not read through again.
    """
    reader = _Reader(folder, gazetteer, today, made)
    shared = reader.shared()
    folders = sorted(path for path in (folder / "councils").glob("*") if path.is_dir())
    councils = tuple(reader.council(each, shared) for each in folders)
    for file in shared.languages:
        reader.finish_language(file, reader.texts_of_all)
    if not councils:
        reader.add(
            folder / "councils",
            "no-councils",
            "There is no council in this folder.",
            f"Add councils/<name>/{COUNCIL_FILE}. The content guide shows one.",
        )
    return ContentTree(councils=councils, issues=tuple(reader.issues))


def _merged_words(shared: Sequence[HardWord], own: Sequence[HardWord]) -> tuple[HardWord, ...]:
    """Return the hard words with a council's own meaning before the shared one."""
    words = {each.word.casefold(): each for each in (*shared, *own)}
    return tuple(words[key] for key in sorted(words))


def _merged_pages(shared: Sequence[PageFile], own: Sequence[PageFile]) -> tuple[PageFile, ...]:
    """Return the pages, a council's own before the shared ones of the same name."""
    pages = {each.slug: each for each in (*shared, *own)}
    return tuple(pages.values())
