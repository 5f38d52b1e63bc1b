"""Bring a directory into a content folder: read, join, shape, write, and report."""

from datetime import date
from pathlib import Path

from finder.domain.issue import Issue, has_errors
from finder.importing.content import COUNCIL_FILE
from finder.importing.directories.activities import (
    RowRefusedError,
    check_can_come_in,
    make_activity,
)
from finder.importing.directories.council import CouncilFound, find_council
from finder.importing.directories.joins import Joiner, Listing
from finder.importing.directories.mapping import DirectoryMapping
from finder.importing.directories.mapping_file import read_mapping
from finder.importing.directories.names import Ids
from finder.importing.directories.outcomes import Outcome, Remark, RowNames, RowOutcome
from finder.importing.directories.providers import ProviderMaker
from finder.importing.directories.report import ImportReport
from finder.importing.directories.rows import Row, plain_key
from finder.importing.directories.rules import apply_rules
from finder.importing.directories.same_rows import merge_same_rows
from finder.importing.directories.sources import Sources, read_sources
from finder.importing.directories.target import Target, write_whole
from finder.importing.directories.texts import one_line
from finder.importing.directories.vocabulary import check_vocabulary
from finder.importing.directories.write import Written, copy_shared, write_providers
from finder.importing.report import Report


def run_import(
    *,
    mapping_file: Path,
    source: Path,
    content: Path,
    example: Path,
    today: date,
    replace: bool = False,
) -> ImportReport:
    """Bring the directory in `source` into a content folder, and say what became of every row.

    What a new content folder lacks is copied from `example`. A file that a person changed stays
    as it is, unless `replace` says otherwise. Nothing is written when the mapping, the council or
    a file is wrong. Only a folder that cannot be written to raises: an OSError.
    """
    report = Report(file=mapping_file.name)
    mapping = read_mapping(mapping_file, report)
    if mapping is None:
        return ImportReport(issues=tuple(report.issues))
    sources = read_sources(mapping, source)
    found = find_council(mapping, content, example, today=today)
    if found.council is not None:
        check_vocabulary(mapping, found.council, found.interests, report)
    issues = (*report.issues, *sources.issues, *found.issues)
    if has_errors(issues):
        return ImportReport(directory=mapping.name, issues=issues)
    return _Import(mapping, sources, content, today=today, replace=replace).run(
        found, example, issues
    )


class _Import:
    """One import."""

    def __init__(
        self,
        mapping: DirectoryMapping,
        sources: Sources,
        content: Path,
        *,
        today: date,
        replace: bool,
    ) -> None:
        self._mapping = mapping
        self._sources = sources
        self._content = content
        self._today = today
        self._replace = replace
        self._target = Target.read(content, mapping.council_slug, mapping.name)
        self._providers = ProviderMaker(
            mapping,
            Ids(self._target.taken_provider_ids(), self._target.ledger.providers),
            today=today,
        )
        self._ids = Ids(
            self._target.taken_activity_ids(replace=replace), self._target.ledger.activities
        )
        self._keys: set[str] = set()
        # The rows that came in as parts of others, and the provider's file where they now are.
        self._used: dict[tuple[str, int], str] = {}
        self._lines: list[RowOutcome] = list(sources.refused)

    def run(self, found: CouncilFound, example: Path, issues: tuple[Issue, ...]) -> ImportReport:
        for name, part in self._sources.rows.items():
            self._sources.rows[name], same = merge_same_rows(part, self._names(name))
            self._lines += same
        joiner = Joiner(
            self._mapping,
            organisations=self._sources.of(self._mapping.providers.table),
            places=self._sources.of(self._mapping.places.table),
            today=self._today,
        )
        table = self._mapping.activities.table
        for row in self._sources.of(table):
            self._lines.append(self._bring_in(joiner.listing(row)))
        self._lines += [
            self._line_of_part(row)
            for name, part in self._sources.rows.items()
            if name != table
            for row in part
        ]
        written = self._write(found, example) if self._ids.given else Written()
        return ImportReport(
            directory=self._mapping.name,
            rows=tuple(self._in_order(self._lines)),
            issues=issues,
            unused_columns=tuple(self._sources.unused_columns),
            written=written,
        )

    def _names(self, table: str) -> RowNames:
        return self._sources.names[table]

    def _bring_in(self, listing: Listing) -> RowOutcome:
        """Make an activity of a row, and return what became of the row."""
        row = listing.row
        names = self._names(row.table)
        listing.remarks[:0] = self._sources.remarks.get((row.file, row.number), [])
        provider_name, provider_row = self._providers.name_for(listing)
        key = self._key_of(listing, provider_name)
        ruled = apply_rules(
            self._mapping.activities.rules, row, self._mapping.activities.separators
        )
        try:
            check_can_come_in(listing, ruled, self._mapping, provider_name)
        except RowRefusedError as error:
            return names.refused(row, error.code, error.words, listing.remarks)
        draft = self._providers.draft_for(provider_name, provider_row, listing.remarks)
        if self._target.is_kept(draft.provider_id, replace=self._replace):
            words = f"A person changed {draft.provider_id}.toml. Use --replace to write it anew."
            return names.refused(row, "file-changed", words, listing.remarks)
        places = self._providers.add_places(draft, listing, listing.remarks)
        name = one_line(row.first(self._mapping.activities.columns("name")))
        activity_id = self._ids.give(key, name, otherwise="activity")
        made = make_activity(
            listing,
            ruled,
            self._mapping,
            activity_id=activity_id,
            places=places,
            provider_has_contact=draft.has_contact,
            today=self._today,
        )
        draft.add(made.table, _source_of(row, names))
        for part in listing.joined:
            self._used.setdefault((part.file, part.number), draft.provider_id)
        return RowOutcome(
            file=row.file,
            row=row.number,
            row_id=names.id_of(row),
            name=names.name_of(row),
            outcome=Outcome.IMPORTED,
            became=activity_id,
            unknown=tuple(fact.value for fact in made.unknown),
            remarks=tuple(dict.fromkeys(listing.remarks)),
        )

    def _key_of(self, listing: Listing, provider_name: str) -> str:
        """Return what tells the row apart from all others of its directory, import after import."""
        row_id = self._names(listing.row.table).id_of(listing.row)
        name = plain_key(listing.row.first(self._mapping.activities.columns("name")))
        key = row_id or f"{name}|{plain_key(provider_name)}"
        if row_id and key in self._keys:
            words = f"Another row has the id “{row_id}” too, and another name."
            listing.remarks.append(Remark("id-twice", words))
            key = f"{row_id}|{name}"
        stem, number = key, 2
        while key in self._keys:
            key, number = f"{stem}|{number}", number + 1
        self._keys.add(key)
        return key

    def _line_of_part(self, row: Row) -> RowOutcome:
        """Return what became of a row that is no activity itself."""
        names = self._names(row.table)
        provider_id = self._used.get((row.file, row.number))
        if provider_id is not None:
            return names.joined(
                row,
                "joined",
                f"It is a part of {provider_id}.toml.",
                became=f"providers/{provider_id}.toml",
            )
        return names.refused(row, "not-named", "No activity that came in names it.")

    def _write(self, found: CouncilFound, example: Path) -> Written:
        shared = copy_shared(example, self._content)
        if found.new_file:
            write_whole(self._target.council_folder / COUNCIL_FILE, found.new_file)
            shared.append(f"councils/{self._mapping.council_slug}/{COUNCIL_FILE}")
        written = write_providers(
            self._target,
            self._providers.drafts,
            self._ids.given,
            seen=self._keys,
            today=self._today,
            replace=self._replace,
        )
        written.shared = shared
        return written

    def _in_order(self, lines: list[RowOutcome]) -> list[RowOutcome]:
        order = {name: place for place, name in enumerate(self._sources.files)}
        return sorted(lines, key=lambda line: (order[line.file], line.row))


def _source_of(row: Row, names: RowNames) -> str:
    told = names.id_of(row)
    return f"From {row.file}, {told}." if told else f"From {row.file}."
