"""Read the fields of one table of a content file, and say what is wrong with each."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from finder.importing.lines import KeyPath
from finder.importing.report import Report, Spot
from finder.importing.texts import SLUG, as_shown, clean, near_miss, parse_clock

Word = TypeVar("Word", bound=StrEnum)

LONGEST_SLUG = 80
LONGEST_SENTENCE = 300
MOST_SENTENCES = 40
MOST_POUNDS = 100_000
LONGEST_HOURS = 168
_HTML_TAG = re.compile(r"<\s*/?\s*[a-zA-Z][^<>]{0,200}>|<script", re.IGNORECASE)


class Entry(Spot):
    """One table of a content file. Each reading method notes an issue when the value is wrong."""

    def __init__(self, table: Mapping[str, object], report: Report, path: KeyPath = ()) -> None:
        super().__init__(report, path)
        self._table = table
        self._read: set[str] = set()

    def has(self, key: str) -> bool:
        """Return whether the field was given."""
        self._read.add(key)
        return key in self._table

    def text(
        self,
        key: str,
        *,
        required: bool = False,
        longest: int = LONGEST_SENTENCE,
        default: str = "",
    ) -> str:
        """Return a text on one line, or the default when there is none."""
        value = self._take(key)
        if value is None:
            if required:
                self._missing(key)
            return default
        if not isinstance(value, str):
            self._wrong(key, value, "a text in quotation marks", f'Write {key} = "…".')
            return default
        return self._tidy(key, value, required=required, longest=longest) or default

    def _tidy(self, key: str, value: str, *, required: bool, longest: int) -> str:
        tidied = " ".join(clean(value[: 4 * longest + 4]).split())
        if len(value) > 4 * longest or len(tidied) > longest:
            self.problem(
                "too-long",
                f"{key} has {len(value):,} letters.",
                f"Write it with {longest} letters or fewer.",
                key=key,
            )
            return ""
        if not tidied and required:
            self._missing(key)
        if _HTML_TAG.search(tidied):
            self.warn(
                "html-in-text",
                f"{key} has HTML in it. It will be shown as it is written.",
                "Write plain words without < and >.",
                key=key,
            )
        return tidied

    def sentences(self, key: str, *, longest: int = LONGEST_SENTENCE) -> tuple[str, ...]:
        """Return a list of sentences: a list of texts, or one text with a line for each."""
        value = self._take(key)
        if value is None:
            return ()
        parts: list[object] = list(value.splitlines()) if isinstance(value, str) else []
        if isinstance(value, list):
            parts = value
        elif not isinstance(value, str):
            self._wrong(key, value, "a list of sentences", f'Write {key} = ["…", "…"].')
        if len(parts) > MOST_SENTENCES:
            self.problem(
                "too-many",
                f"{key} has {len(parts)} sentences.",
                f"Write {MOST_SENTENCES} or fewer.",
                key=key,
            )
            return ()
        return tuple(
            tidied for part in parts if (tidied := self._sentence(key, part, longest=longest))
        )

    def _sentence(self, key: str, part: object, *, longest: int) -> str:
        if not isinstance(part, str):
            self._wrong(key, part, "a text in quotation marks", "Put it in quotation marks.")
            return ""
        return self._tidy(key, part, required=False, longest=longest)

    def slug(self, key: str, *, required: bool = True, taken: set[str] | None = None) -> str:
        """Return a short name for addresses: small letters, digits and hyphens.

        `taken` are the names that earlier tables have. This one joins them.
        """
        value = self.text(key, required=required, longest=LONGEST_SLUG)
        if value and not SLUG.fullmatch(value):
            self.problem(
                "bad-id",
                f"{key} is “{value}”.",
                "Use small letters, numbers and hyphens, such as cooking-together.",
                key=key,
            )
            return ""
        if value and taken is not None:
            if value in taken:
                self.problem(
                    "duplicate-id",
                    f"Two {self.path[-2]} have the {key} “{value}”.",
                    f"Give each its own {key}.",
                    key=key,
                )
            taken.add(value)
        return value

    def slugs(self, key: str) -> tuple[str, ...] | None:
        """Return a list of short names, or None when it was not given, or is empty."""
        value = self._take(key)
        if value is None:
            return None
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self._wrong(key, value, "a list of texts", f'Write {key} = ["…", "…"].')
            return None
        return tuple(dict.fromkeys(clean(each) for each in value)) or None

    def choice(self, key: str, words: type[Word], *, required: bool = False) -> Word | None:
        """Return one of a fixed set of words, or None."""
        value = self._take(key)
        if value is None:
            if required:
                self._missing(key)
            return None
        return self._word(key, value, words)

    def choices(self, key: str, words: type[Word]) -> tuple[Word, ...] | None:
        """Return several of a fixed set of words, or None when it was not given, or is empty."""
        value = self._take(key)
        if value is None:
            return None
        if not isinstance(value, list):
            self._wrong(key, value, "a list", f'Write {key} = ["…", "…"].')
            return None
        found = (self._word(key, each, words) for each in value)
        return tuple(dict.fromkeys(each for each in found if each is not None)) or None

    def _word(self, key: str, value: object, words: type[Word]) -> Word | None:
        known = {word.value: word for word in words}
        if isinstance(value, str) and value in known:
            return known[value]
        self.problem(
            "unknown-word",
            f"{key} is {as_shown(value)}.{near_miss(value, known)}",
            f"Use one of: {', '.join(known)}.",
            key=key,
        )
        return None

    def flag(self, key: str) -> bool | None:
        """Return true or false, or None when nobody told."""
        value = self._take(key)
        if value is None or isinstance(value, bool):
            return value
        self._wrong(key, value, "true or false", f"Write {key} = true, or {key} = false.")
        return None

    def number(self, key: str, *, least: int = 0, most: int = 1000) -> int | None:
        """Return a whole number within bounds, or None."""
        value = self._take(key)
        if value is None:
            return None
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        self._wrong(key, value, f"a whole number from {least} to {most}", f"Write {key} = {least}.")
        return None

    def hours(self, key: str) -> float | None:
        """Return a length in hours, up to a week, or None."""
        value = self._take(key)
        if value is None:
            return None
        hours = _decimal(value)
        if hours is not None and 0 < hours <= LONGEST_HOURS:
            return float(hours)
        self._wrong(key, value, "a number of hours", f"Write {key} = 2.5.")
        return None

    def pence(self, key: str, *, required: bool = False) -> int | None:
        """Return an amount of money in pence, written in pounds, or None."""
        value = self._take(key)
        if value is None:
            if required:
                self._missing(key, "10.50")
            return None
        pounds = _decimal(value)
        if pounds is not None and 0 <= pounds <= MOST_POUNDS:
            pence = pounds * 100
            if pence == pence.to_integral_value():
                return int(pence)
        self._wrong(
            key,
            value,
            "an amount of money",
            f"Write pounds as a number, such as {key} = 10 or {key} = 10.50.",
        )
        return None

    def date(self, key: str, *, not_after: date | None = None) -> date | None:
        """Return a date, or None."""
        value = self._take(key)
        if value is None:
            return None
        if not isinstance(value, date) or isinstance(value, datetime):
            self._wrong(key, value, "a date", f"Write {key} = 2026-11-03, year first, no quotes.")
            return None
        if not_after is not None and value > not_after:
            self.problem(
                "date-in-future",
                f"{key} is {value}, and that day has not come yet.",
                "Write the day on which it happened.",
                key=key,
            )
            return None
        return value

    def clock(self, key: str) -> time | None:
        """Return a time of day, or None. "10am", "9.30am", "13:00" and a TOML time all do."""
        value = self._take(key)
        if value is None or isinstance(value, time):
            return value
        moment = parse_clock(value) if isinstance(value, str) else None
        if moment is None:
            self._wrong(key, value, "a time", f'Write {key} = "10am" or {key} = "13:30".')
        return moment

    def table(self, key: str) -> "Entry":
        """Return a table inside this one; an empty one when it was not given."""
        value = self._take(key)
        if value is not None and not isinstance(value, dict):
            self._wrong(key, value, "a table", f"Write it under a heading [{key}].")
        return Entry(value if isinstance(value, dict) else {}, self._report, (*self.path, key))

    def tables(self, key: str) -> list["Entry"]:
        """Return the tables of a list; none when it was not given."""
        value = self._take(key)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            self._wrong(key, value, "a list of tables", f"Write each under a heading [[{key}]].")
            return []
        return [
            Entry(each, self._report, (*self.path, key, index)) for index, each in enumerate(value)
        ]

    def field_names(self) -> tuple[str, ...]:
        """Return the names of the fields that were given."""
        return tuple(self._table)

    def finish(self) -> None:
        """Note each field that nothing has read: it is misspelt, or in the wrong place."""
        for key in self._table:
            if key not in self._read:
                self.warn(
                    "unknown-field",
                    f"There is no field {as_shown(key)} here.{near_miss(key, self._read)}",
                    "Correct its name, or take it out. The content guide lists every field.",
                    key=key,
                )

    def _take(self, key: str) -> object:
        self._read.add(key)
        return self._table.get(key)

    def _missing(self, key: str, example: str = '"…"') -> None:
        self.problem("missing-field", f"There is no {key}.", f"Add {key} = {example}.", key=key)

    def _wrong(self, key: str, value: object, wanted: str, remedy: str) -> None:
        self.problem("wrong-value", f"{key} is {as_shown(value)}, not {wanted}.", remedy, key=key)


def _decimal(value: object) -> Decimal | None:
    """Return the number that a value is, or None when it is none, or not a number that counts."""
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    return value if isinstance(value, Decimal) and value.is_finite() else None
