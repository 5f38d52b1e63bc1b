"""Read a mapping from its TOML file, and say what is wrong with it."""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from finder.domain.vocabulary import Arrangement, Need
from finder.importing.directories.mapping import (
    Defaults,
    DirectoryMapping,
    Format,
    Join,
    Part,
    ReadingRules,
    TableSource,
)
from finder.importing.directories.rule_reading import (
    ACTIVITY,
    PLACE,
    PROVIDER,
    read_effects,
    read_rules,
)
from finder.importing.entry import MOST_SENTENCES, Entry
from finder.importing.report import Report
from finder.importing.texts import as_shown, near_miss
from finder.importing.toml_files import read_toml

MAPPING_FIELDS = {
    "activities": (
        "name",
        "about",
        "times",
        "timing_note",
        "free",
        "fees",
        "ages_from",
        "ages_to",
        "website",
        "email",
        "phone",
        "languages",
        "status",
        "checked_on",
    ),
    "providers": ("name", "about", "website", "email", "phone", "checked_on"),
    "places": ("name", "address", "town", "postcode", "phone", "kind", "access_note"),
}
# Where a feed of the standard says each thing, version 3 first.
FEED_FIELDS: dict[str, dict[str, tuple[str, ...]]] = {
    "activities": {
        "name": ("name",),
        "about": ("description", "alert"),
        "fees": ("fees", "fees_description"),
        "ages_from": ("minimum_age", "eligibilitys.minimum_age"),
        "ages_to": ("maximum_age", "eligibilitys.maximum_age"),
        "website": ("url",),
        "email": ("email", "contacts.email"),
        "phone": ("phones.number", "contacts.phones.number"),
        "languages": ("languages.name", "languages.language"),
        "status": ("status",),
        "checked_on": ("assured_date", "last_modified"),
    },
    "providers": {
        "name": ("name",),
        "about": ("description",),
        "website": ("website", "url"),
        "email": ("email",),
    },
    "places": {
        "name": ("name",),
        "address": ("address",),
        "town": ("town",),
        "postcode": ("postcode",),
        "kind": ("kind",),
        "access_note": ("access_note",),
    },
}


def read_mapping(path: Path, report: Report) -> DirectoryMapping | None:
    """Return the mapping, or None when anything in it is an error."""
    entry = read_toml(path, report)
    if entry is None:
        return None
    name = entry.slug("name")
    format_ = entry.choice("format", Format, required=True) or Format.CSV
    tables = tuple(_read_table(each) for each in entry.tables("tables"))
    parts = {part: _read_part(entry.table(part), part, format_) for part in MAPPING_FIELDS}
    providers = entry.table("providers")
    mapping = DirectoryMapping(
        name=name,
        format=format_,
        council_slug=_read_council_slug(entry.table("council")),
        council=_council_of(path),
        tables=tables,
        activities=parts["activities"],
        providers=parts["providers"],
        places=parts["places"],
        defaults=_read_defaults(entry.table("defaults")),
        reading=_read_reading(entry.table("reading")),
        provider_when_missing=providers.text("when_missing", longest=120),
        run_with=providers.text("run_with", longest=120),
    )
    _check(entry, mapping)
    entry.finish()
    return None if report.error_count else mapping


def _council_of(path: Path) -> Mapping[str, object]:
    """Return what the mapping wants in a council's own file, as it is written."""
    whole = tomllib.loads(path.read_text("utf-8-sig"), parse_float=Decimal)
    council = whole.get("council")
    if not isinstance(council, dict):
        return {}
    return {key: value for key, value in council.items() if key != "slug"}


def _read_council_slug(entry: Entry) -> str:
    # The other fields are a council's own, and `read_council` checks them in the end.
    return entry.slug("slug")


def _read_table(entry: Entry) -> TableSource:
    table = TableSource(
        name=entry.text("name", required=True, longest=80),
        files=entry.sentences("files"),
        id_column=entry.text("id"),
        name_column=entry.text("label"),
    )
    if not table.files:
        entry.problem(
            "missing-field",
            "There are no files.",
            'Add files = ["services.csv"].',
            key="files",
        )
    for pattern in table.files:
        if Path(pattern).is_absolute() or ".." in Path(pattern).parts:
            entry.problem(
                "bad-file-name",
                f"“{pattern}” leads out of the source folder.",
                "Name files inside it only.",
                key="files",
            )
    entry.finish()
    return table


def _read_part(entry: Entry, name: str, format_: Format) -> Part:
    told = entry.table("fields")
    fields = dict(FEED_FIELDS[name]) if format_ is Format.OPEN_REFERRAL else {}
    for key in MAPPING_FIELDS[name]:
        if told.has(key):
            fields[key] = told.sentences(key)
    told.finish()
    vocabulary = {"activities": ACTIVITY, "providers": PROVIDER, "places": PLACE}[name]
    part = Part(
        table=entry.text("table", longest=80),
        fields=fields,
        join=_read_join(entry),
        access=_read_access(entry.table("access")),
        separators=_read_texts(entry.table("separators")),
        rules=read_rules(entry, vocabulary),
    )
    # These two are read with the whole mapping.
    entry.has("when_missing")
    entry.has("run_with")
    entry.finish()
    return part


def _read_join(entry: Entry) -> Join | None:
    if not entry.has("join"):
        return None
    table = entry.table("join")
    join = Join(
        column=table.text("column", required=True),
        to=table.text("to", required=True),
        separator=table.text("separator", longest=5),
    )
    table.finish()
    return join


def _read_access(entry: Entry) -> dict[str, str]:
    needs = [need.value for need in Need]
    for key in entry.field_names():
        if key not in needs:
            entry.problem(
                "unknown-word",
                f"There is nothing called {as_shown(key)} to have.{near_miss(key, needs)}",
                f"Use some of: {', '.join(needs)}.",
                key=key,
            )
    return _read_texts(entry)


def _read_texts(entry: Entry) -> dict[str, str]:
    return {key: entry.text(key) for key in entry.field_names()}


def _read_defaults(entry: Entry) -> Defaults:
    defaults = Defaults(
        lots=entry.slugs("lots") or (),
        arrangement=entry.choice("arrangement", Arrangement) or Arrangement.NONE,
        given=read_effects(entry, ACTIVITY),
    )
    entry.finish()
    return defaults


def _read_reading(entry: Entry) -> ReadingRules:
    usual = ReadingRules()
    reading = ReadingRules(
        yes=entry.sentences("yes") or usual.yes,
        no=entry.sentences("no") or usual.no,
        day_first=entry.flag("day_first") or False,
        most_sentences=entry.number("most_sentences", least=1, most=MOST_SENTENCES)
        or usual.most_sentences,
        nothing_said=entry.text("nothing_said", longest=200, default=usual.nothing_said),
        least_age=_or_usual(entry.number("least_age", least=0, most=120), usual.least_age),
    )
    entry.finish()
    return reading


def _or_usual(told: int | None, usual: int) -> int:
    return usual if told is None else told


def _check(entry: Entry, mapping: DirectoryMapping) -> None:
    """Note what does not fit together."""
    names = [table.name for table in mapping.tables]
    for part_name in MAPPING_FIELDS:
        part: Part = getattr(mapping, part_name)
        if part.table and part.table not in names:
            entry.problem(
                "unknown-table",
                f"There is no table “{part.table}”.",
                f"Use one of: {', '.join(names)}.",
                key=part_name,
            )
        elif part.join is not None and not part.table:
            entry.problem(
                "missing-field",
                f"[{part_name}] has a join, but no table.",
                'Add table = "…", the table that the join leads to.',
                key=part_name,
            )
    if not mapping.activities.table:
        entry.problem(
            "missing-field",
            "Nothing says which table has the activities.",
            'Add table = "services" under a heading [activities].',
            key="activities",
        )
    if not mapping.activities.columns("name"):
        entry.problem(
            "missing-field",
            "Nothing says which column has the names of the activities.",
            'Add name = "Service" under a heading [activities.fields].',
            key="activities",
        )
    _check_names(entry, mapping)


def _check_names(entry: Entry, mapping: DirectoryMapping) -> None:
    names = [table.name for table in mapping.tables]
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            entry.problem(
                "duplicate-id",
                f"Two tables have the name “{name}”.",
                "Give each a name of its own.",
                key="tables",
            )
