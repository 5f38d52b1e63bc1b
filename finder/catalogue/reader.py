"""Read a catalogue."""

import sqlite3
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from finder.catalogue.contents import BankHoliday, Page, Picture
from finder.catalogue.schema import SCHEMA_VERSION
from finder.catalogue.translated import in_words
from finder.domain.activity import Activity
from finder.domain.council import Council
from finder.domain.provider import Provider, ProviderId
from finder.domain.words import HardWord, Interest, Reason, SynonymSet, Translation

Value = TypeVar("Value")
ENGLISH = "en-GB"


class CatalogueError(Exception):
    """The catalogue cannot be read: it is missing, broken, or of another version."""


class Catalogue:
    """One council's catalogue, open for reading.

    The file never changes, so it is opened `immutable`, what all pages need is kept once read,
    and one connection serves every thread (SQLite's own lock keeps them apart).

    The words that the council chose are in `language`, as far as they are translated.
    """

    def __init__(self, path: Path, language: str = ENGLISH) -> None:
        self._path = path
        self._in_language: dict[str, Catalogue] = {}
        self.language = language
        try:
            self._connection = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode=ro&immutable=1",
                uri=True,
                check_same_thread=False,
            )
        except sqlite3.Error as error:
            raise CatalogueError(f"{path} cannot be opened: {error}. Build it again.") from error
        try:
            self._check_version()
        except CatalogueError:
            self.close()
            raise

    def _check_version(self) -> None:
        ((version,),) = self._rows("PRAGMA user_version")
        if version != SCHEMA_VERSION:
            raise CatalogueError(
                f"{self._path} has schema {version}, and this is schema {SCHEMA_VERSION}. "
                "Build it again with `finder build`."
            )

    def close(self) -> None:
        """Close it, and those that `in_language` gave."""
        for other in self._in_language.values():
            other.close()
        self._connection.close()

    def in_language(self, language: str) -> "Catalogue":
        """Return the same catalogue with the council's own words in a language, as far as known."""
        if language == self.language or not self.texts_in(language):
            return self
        if language not in self._in_language:
            other = Catalogue(self._path, language)
            if self._in_language.setdefault(language, other) is not other:
                other.close()
        return self._in_language[language]

    @cached_property
    def _translations(self) -> dict[str, Mapping[str, str]]:
        every = self._words("translations", tuple[Translation, ...])
        return {each.language: each.texts for each in every}

    def texts_in(self, language: str) -> Mapping[str, str]:
        """Return the council's own words in a language, by the English."""
        return self._translations.get(language, {})

    @cached_property
    def council(self) -> Council:
        (council,) = self._values(Council, "SELECT document FROM council")
        return in_words(council, self.texts_in(self.language))

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        return self._own_words("reasons", tuple[Reason, ...])

    @cached_property
    def interests(self) -> tuple[Interest, ...]:
        return in_words(
            self._words("interests", tuple[Interest, ...]), self.texts_in(self.language)
        )

    @cached_property
    def synonyms(self) -> tuple[SynonymSet, ...]:
        return self._words("synonyms", tuple[SynonymSet, ...])

    @cached_property
    def fillers(self) -> tuple[str, ...]:
        """Return the words that say nothing about what a person looks for."""
        return self._words("fillers", tuple[str, ...])

    @cached_property
    def hard_words(self) -> tuple[HardWord, ...]:
        """Return the hard words in the order of the alphabet."""
        words = in_words(
            self._words("hard_words", tuple[HardWord, ...]), self.texts_in(self.language)
        )
        return tuple(sorted(words, key=lambda each: each.word.casefold()))

    @cached_property
    def pictures(self) -> dict[str, Picture]:
        """Return each picture by its concept."""
        pictures = self._words("pictures", tuple[Picture, ...])
        return {picture.concept: picture for picture in pictures}

    @cached_property
    def own_pictures(self) -> dict[str, Picture]:
        """Return each picture of the council's own by its concept."""
        pictures = self._words("own_pictures", tuple[Picture, ...])
        return {picture.concept: picture for picture in pictures}

    @cached_property
    def bank_holidays(self) -> tuple[BankHoliday, ...]:
        """Return those that are known, the earliest first."""
        return self._words("bank_holidays", tuple[BankHoliday, ...])

    @cached_property
    def providers(self) -> dict[ProviderId, Provider]:
        """Return every provider by its id."""
        providers = self._values(Provider, "SELECT document FROM providers ORDER BY provider_id")
        return {provider.provider_id: provider for provider in providers}

    @property
    def provider_names(self) -> tuple[str, ...]:
        """Return the name of every provider."""
        return tuple(name for (name,) in self._rows("SELECT name FROM providers ORDER BY name"))

    def get_page(self, slug: str) -> Page | None:
        """Return a page of words, in the catalogue's language if it is there, or None."""
        sql = "SELECT language, title, html FROM pages WHERE slug = ? AND language IN (?, ?)"
        pages = {
            language: Page(slug=slug, title=title, html=html, language=language)
            for language, title, html in self._rows(sql, slug, self.language, ENGLISH)
        }
        return pages.get(self.language) or pages.get(ENGLISH)

    def get_activity(self, activity_id: str) -> Activity | None:
        """Return an activity, ended and paused ones too, or None."""
        sql = "SELECT document FROM activities WHERE activity_id = ?"
        return next(iter(self._values(Activity, sql, activity_id)), None)

    def list_activities(self, activity_ids: Iterable[str]) -> list[Activity]:
        """Return the activities that there are, in the order asked for."""
        found = (self.get_activity(activity_id) for activity_id in activity_ids)
        return [activity for activity in found if activity is not None]

    def list_activities_of(self, provider_id: str) -> list[Activity]:
        """Return a provider's activities in the order of their names."""
        sql = "SELECT document FROM activities WHERE provider_id = ? ORDER BY name, activity_id"
        return self._values(Activity, sql, provider_id)

    def list_all_activities(self) -> list[Activity]:
        """Return every activity in the order of its number."""
        return self._values(Activity, "SELECT document FROM activities ORDER BY number")

    def count_activities(self) -> int:
        ((count,),) = self._rows("SELECT count(*) FROM activities")
        return int(count)

    def _own_words(self, kind: str, wanted: type[Value]) -> Value:
        """Return words that the council chose, in the catalogue's language."""
        return in_words(self._words(kind, wanted), self.texts_in(self.language))

    def _words(self, kind: str, wanted: type[Value]) -> Value:
        (words,) = self._values(wanted, "SELECT document FROM words WHERE kind = ?", kind)
        return words

    def _values(self, wanted: type[Value], sql: str, *asked: str) -> list[Value]:
        """Return the values that the rows hold as JSON."""
        try:
            return [
                msgspec.json.decode(document, type=wanted)
                for (document,) in self._rows(sql, *asked)
            ]
        except msgspec.MsgspecError as error:
            raise CatalogueError(
                f"{self._path} is of another version: {error}. Build it again with `finder build`."
            ) from error

    def _rows(self, sql: str, *asked: str) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(sql, asked).fetchall()
        except sqlite3.Error as error:
            raise CatalogueError(
                f"{self._path} cannot be read: {error}. Build it again."
            ) from error
