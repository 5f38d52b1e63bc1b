"""Read the whole content folder: what all councils share, then one council after the other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from finder.catalogue.contents import Contents, Page
from finder.domain.activity import Activity, ActivityId
from finder.domain.council import Council
from finder.domain.issue import Issue
from finder.domain.words import HardWord
from finder.geo.gazetteer import Gazetteer
from finder.importing.bank_holidays import read_bank_holidays
from finder.importing.councils import read_council
from finder.importing.providers import ProviderFile, read_provider
from finder.importing.report import Report
from finder.importing.shared_words import (
    SetsAndFillers,
    SharedWords,
    read_hard_words,
    read_interests,
    read_page,
    read_pictures,
    read_synonyms,
)
from finder.importing.surroundings import Surroundings
from finder.importing.texts import as_shown, clean, near_miss

COUNCIL_FILE = "council.toml"
_Activities = dict[ActivityId, Activity]


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

    def __init__(self, folder: Path, gazetteer: Gazetteer, today: date) -> None:
        self._folder = folder
        self._gazetteer = gazetteer
        self._today = today
        self.issues: list[Issue] = []

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
        return SharedWords(
            reasons=reasons,
            interests=interests,
            synonyms=synonyms,
            fillers=fillers,
            pictures=pictures,
            hard_words=self.hard_words(self._folder),
            pages=self.pages(self._folder / "pages"),
            bank_holidays=bank_holidays,
        )

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

    def hard_words(self, folder: Path) -> tuple[HardWord, ...]:
        path = folder / "words.toml"
        if not path.is_file():
            return ()
        report = self.report_of(path)
        words = read_hard_words(path, report)
        self.close(report)
        return words

    def pages(self, folder: Path) -> tuple[Page, ...]:
        pages = []
        for path in sorted(folder.glob("*.md")):
            report = self.report_of(path)
            page = read_page(path, report)
            self.close(report)
            if page is not None:
                pages.append(page)
        return tuple(pages)

    def council(self, folder: Path, shared: SharedWords) -> CouncilContent:
        report = self.report_of(folder / COUNCIL_FILE)
        council = read_council(folder / COUNCIL_FILE, folder.name, report, today=self._today)
        self.close(report)
        if council is None:
            return CouncilContent(slug=clean(folder.name), contents=None, refused=1)
        words = _merged_words(shared.hard_words, self.hard_words(folder))
        synonyms, fillers = self.merged_synonyms(folder, council, shared)
        around = Surroundings(
            council=council,
            interests=frozenset(interest.slug for interest in shared.interests),
            pictures=frozenset(picture.concept for picture in shared.pictures),
            explained=frozenset(form for word in words for form in (word.word, *word.also)),
            gazetteer=self._gazetteer,
            today=self._today,
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
                pages=_merged_pages(shared.pages, self.pages(folder / "pages")),
                bank_holidays=shared.bank_holidays,
            ),
            refused=refused + sum(file.refused for file in files),
        )

    def _providers(
        self, folder: Path, around: Surroundings
    ) -> tuple[list[ProviderFile], list[Activity], int]:
        """Return the files, their activities, and how many of these had an id that was taken."""
        paths = sorted(folder.glob("*.toml"))
        reports = [self.report_of(path) for path in paths]
        files = [
            read_provider(path, report, around) for path, report in zip(paths, reports, strict=True)
        ]
        activities, refused = _without_duplicates(files)
        _mend_next_activities(files, activities)
        for report in reports:
            self.close(report)
        return files, list(activities.values()), refused

    def add(self, path: Path, code: str, message: str, remedy: str) -> None:
        """Note an error of a whole folder."""
        report = self.report_of(path)
        report.add(code, message, remedy)
        self.close(report)


def read_content(folder: Path, gazetteer: Gazetteer, *, today: date) -> ContentTree:
    """Return every council's content, and every issue. Nothing in the folder makes it raise."""
    reader = _Reader(folder, gazetteer, today)
    shared = reader.shared()
    folders = sorted(path for path in (folder / "councils").glob("*") if path.is_dir())
    councils = tuple(reader.council(each, shared) for each in folders)
    if not councils:
        reader.add(
            folder / "councils",
            "no-councils",
            "There is no council in this folder.",
            f"Add councils/<name>/{COUNCIL_FILE}. The content guide shows one.",
        )
    return ContentTree(councils=councils, issues=tuple(reader.issues))


def _without_duplicates(files: Sequence[ProviderFile]) -> tuple[_Activities, int]:
    """Return the activities by their ids, and how many were refused for an id that was taken."""
    kept: _Activities = {}
    refused = 0
    for file in files:
        for activity, entry in zip(file.activities, file.entries, strict=True):
            first = kept.setdefault(activity.activity_id, activity)
            if first is activity:
                continue
            refused += 1
            entry.problem(
                "duplicate-id",
                f"The id “{activity.activity_id}” is taken: {first.provider_id}.toml has it.",
                "Give each activity of a council an id of its own.",
                key="id",
            )
    return kept, refused


def _mend_next_activities(files: Sequence[ProviderFile], kept: _Activities) -> None:
    """Take out each activity that people cannot go on to, because there is none with that id."""
    for file in files:
        for activity, entry in zip(file.activities, file.entries, strict=True):
            lost = [each for each in activity.goes_on_to if each not in kept]
            for each in lost:
                entry.warn(
                    "unknown-activity",
                    f"There is no activity {as_shown(each)} to go on to.{near_miss(each, kept)}",
                    "Correct goes_on_to, or take it out.",
                    key="goes_on_to",
                )
            if lost and kept[activity.activity_id] is activity:
                there = tuple(each for each in activity.goes_on_to if each in kept)
                kept[activity.activity_id] = replace(activity, goes_on_to=there)


def _merged_words(shared: Sequence[HardWord], own: Sequence[HardWord]) -> tuple[HardWord, ...]:
    """Return the hard words with a council's own meaning before the shared one."""
    words = {each.word.casefold(): each for each in (*shared, *own)}
    return tuple(words[key] for key in sorted(words))


def _merged_pages(shared: Sequence[Page], own: Sequence[Page]) -> tuple[Page, ...]:
    pages = {each.slug: each for each in (*shared, *own)}
    return tuple(pages.values())
