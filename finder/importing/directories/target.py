"""Where an import goes: the council's folder, and which of its files are the import's own.

Each file that an import writes says so in its first lines, with a checksum of the rest. When the
rest no longer fits, a person has changed it. Beside the files lies a ledger with the ids that
were given out, so that an activity keeps its address when its name changes.
"""

import hashlib
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

_CHECKSUM_LENGTH = 16
_HEADER = re.compile(
    r"# Made by “finder import” from the directory “([a-z0-9-]+)”\.\n"
    r"# [^\n]*\n"
    r"# Checksum: ([0-9a-f]{16})\n\n"
)
_HEADER_TEXT = (
    "# Made by “finder import” from the directory “{directory}”.\n"
    "# You can change this file. The next import then leaves it as it is.\n"
    "# Checksum: {checksum}\n\n"
)


def with_header(body: str, directory: str) -> str:
    """Return a file's text with the lines that say who made it."""
    return _HEADER_TEXT.format(directory=directory, checksum=_checksum(body)) + body


def _checksum(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()[:_CHECKSUM_LENGTH]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExistingFile:
    """A provider's file that is there already.

    `directory` is the directory that it was made from, or nothing for a person's own file.
    """

    path: Path
    directory: str = ""
    is_changed: bool = False
    table: Mapping[str, object] = field(default_factory=dict)

    def activities(self) -> Iterator[dict[str, object]]:
        """Yield the tables of its activities."""
        found = self.table.get("activities")
        if isinstance(found, list):
            yield from (each for each in found if isinstance(each, dict))


def read_existing(path: Path) -> ExistingFile:
    """Return what is known of a file. One that is no good TOML is a person's, in the making."""
    try:
        text = path.read_text("utf-8")
        table = tomllib.loads(text, parse_float=Decimal)
    except (OSError, ValueError, RecursionError, ArithmeticError):
        return ExistingFile(path=path, is_changed=True)
    header = _HEADER.match(text)
    if header is None:
        return ExistingFile(path=path, is_changed=True, table=table)
    return ExistingFile(
        path=path,
        directory=header.group(1),
        is_changed=_checksum(text[header.end() :]) != header.group(2),
        table=table,
    )


@dataclass(slots=True, kw_only=True)
class Ledger:
    """The ids that earlier imports of a directory gave out, by what tells each thing apart."""

    providers: dict[str, str] = field(default_factory=dict)
    activities: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> "Ledger":
        """Return a ledger. Without one, or with one that is broken, ids are made anew."""
        try:
            told = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            told = {}
        table = told if isinstance(told, dict) else {}
        return cls(
            providers=_texts(table.get("providers")), activities=_texts(table.get("activities"))
        )

    def as_text(self) -> str:
        return (
            json.dumps(
                {
                    "about": "The ids that “finder import” gave out. Keep this file.",
                    "providers": dict(sorted(self.providers.items())),
                    "activities": dict(sorted(self.activities.items())),
                },
                ensure_ascii=False,
                indent=1,
            )
            + "\n"
        )


def _texts(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        return {}
    return {key: each for key, each in value.items() if isinstance(each, str)}


@dataclass(slots=True, kw_only=True)
class Target:
    """A council's folder, and what is in it before an import."""

    council_folder: Path
    directory: str
    files: dict[str, ExistingFile] = field(default_factory=dict)
    ledger: Ledger = field(default_factory=Ledger)

    @classmethod
    def read(cls, content: Path, council: str, directory: str) -> "Target":
        folder = content / "councils" / council
        files = {path.stem: read_existing(path) for path in (folder / "providers").glob("*.toml")}
        ledger = Ledger.read(folder / ledger_name(directory))
        return cls(council_folder=folder, directory=directory, files=files, ledger=ledger)

    def is_ours(self, provider_id: str) -> bool:
        """Return whether an import of this directory made the file."""
        existing = self.files.get(provider_id)
        if existing is None:
            return False
        return self.directory == existing.directory or (
            not existing.directory and provider_id in self.ledger.providers.values()
        )

    def is_kept(self, provider_id: str, *, replace: bool) -> bool:
        """Return whether the file has to stay: a person wrote it, or changed it."""
        existing = self.files.get(provider_id)
        if existing is None:
            return False
        return not self.is_ours(provider_id) or (existing.is_changed and not replace)

    def taken_provider_ids(self) -> set[str]:
        """Return the ids of providers that are not this import's to give."""
        return {provider_id for provider_id in self.files if not self.is_ours(provider_id)}

    def taken_activity_ids(self, *, replace: bool) -> set[str]:
        """Return the ids of activities in files that stay as they are."""
        kept = [each for each in self.files if self.is_kept(each, replace=replace)]
        return {
            str(activity["id"])
            for provider_id in kept
            for activity in self.files[provider_id].activities()
            if "id" in activity
        }


def ledger_name(directory: str) -> str:
    """Return the name of the ledger of a directory."""
    return f"imported-{directory}.json"


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is there whole, or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, "utf-8", newline="\n")
    beside.replace(path)
