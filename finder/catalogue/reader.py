"""Read a catalogue."""

import sqlite3
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import msgspec

from finder.catalogue.contents import Page, Picture
from finder.catalogue.schema import SCHEMA_VERSION
from finder.domain.activity import Activity
from finder.domain.council import Council
from finder.domain.provider import Provider, ProviderId
from finder.domain.words import HardWord, Interest, Reason, SynonymSet

Value = TypeVar("Value")


class CatalogueError(Exception):
    """The catalogue cannot be read: it is missing, broken, or of another version."""


class Catalogue:
    """One council's catalogue, open for reading.

    The file never changes, so it is opened `immutable`, what all pages need is kept once read,
    and one connection serves every thread (SQLite's own lock keeps them apart).
    """

    def __init__(self, path: Path) -> None:
        try:
            self._connection = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode=ro&immutable=1",
                uri=True,
                check_same_thread=False,
            )
            (version,) = self._connection.execute("PRAGMA user_version").fetchone()
        except sqlite3.DatabaseError as error:
            raise CatalogueError(f"{path} cannot be opened: {error}. Build it again.") from error
        if version != SCHEMA_VERSION:
            self._connection.close()
            raise CatalogueError(
                f"{path} has schema {version}, and this is schema {SCHEMA_VERSION}. "
                "Build it again with `finder build`."
            )

    def close(self) -> None:
        self._connection.close()

    @cached_property
    def council(self) -> Council:
        (document,) = self._rows("SELECT document FROM council")
        return msgspec.json.decode(document, type=Council)

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        return self._words("reasons", tuple[Reason, ...])

    @cached_property
    def interests(self) -> tuple[Interest, ...]:
        return self._words("interests", tuple[Interest, ...])

    @cached_property
    def synonyms(self) -> tuple[SynonymSet, ...]:
        return self._words("synonyms", tuple[SynonymSet, ...])

    @cached_property
    def hard_words(self) -> tuple[HardWord, ...]:
        return self._words("hard_words", tuple[HardWord, ...])

    @cached_property
    def pictures(self) -> dict[str, Picture]:
        """Return each picture by its concept."""
        pictures = self._words("pictures", tuple[Picture, ...])
        return {picture.concept: picture for picture in pictures}

    @cached_property
    def providers(self) -> dict[ProviderId, Provider]:
        """Return every provider by its id."""
        rows = self._rows("SELECT document FROM providers ORDER BY provider_id")
        providers = [msgspec.json.decode(document, type=Provider) for document in rows]
        return {provider.provider_id: provider for provider in providers}

    def get_page(self, slug: str) -> Page | None:
        """Return a page of words, or None."""
        cursor = self._connection.execute(
            "SELECT slug, title, html FROM pages WHERE slug = ?", [slug]
        )
        row = cursor.fetchone()
        return Page(slug=row[0], title=row[1], html=row[2]) if row else None

    def get_activity(self, activity_id: str) -> Activity | None:
        """Return an activity, ended and paused ones too, or None."""
        documents = self._rows(
            "SELECT document FROM activities WHERE activity_id = ?", [activity_id]
        )
        return msgspec.json.decode(documents[0], type=Activity) if documents else None

    def list_activities(self, activity_ids: Iterable[str]) -> list[Activity]:
        """Return the activities that there are, in the order asked for."""
        found = (self.get_activity(activity_id) for activity_id in activity_ids)
        return [activity for activity in found if activity is not None]

    def list_activities_of(self, provider_id: str) -> list[Activity]:
        """Return a provider's activities in the order of their names."""
        documents = self._rows(
            "SELECT document FROM activities WHERE provider_id = ? ORDER BY name, activity_id",
            [provider_id],
        )
        return [msgspec.json.decode(document, type=Activity) for document in documents]

    def list_all_activities(self) -> list[Activity]:
        """Return every activity in the order of its number."""
        documents = self._rows("SELECT document FROM activities ORDER BY number")
        return [msgspec.json.decode(document, type=Activity) for document in documents]

    def count_activities(self) -> int:
        (count,) = self._connection.execute("SELECT count(*) FROM activities").fetchone()
        return int(count)

    def _words(self, kind: str, wanted: type[Value]) -> Value:
        (document,) = self._rows("SELECT document FROM words WHERE kind = ?", [kind])
        return msgspec.json.decode(document, type=wanted)

    def _rows(self, sql: str, values: Iterable[str] = ()) -> list[str]:
        return [row[0] for row in self._connection.execute(sql, list(values))]
