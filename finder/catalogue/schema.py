"""The tables of a catalogue.

A row holds what queries ask for in columns of its own, and the whole value as JSON in `document`,
so that a page reads one row and no field can be lost between the content and the page. The
tables are STRICT, and the file is never changed once it is built.
"""

from sqlite_utils import Database

# A reader refuses a catalogue of any other version: it has to be built again.
SCHEMA_VERSION = 4


def create_tables(database: Database) -> None:
    """Make the empty tables."""
    database.table("council").create(
        {"slug": str, "name": str, "document": str},
        pk="slug",
        not_null={"name", "document"},
        strict=True,
    )
    database.table("providers").create(
        {"provider_id": str, "name": str, "status": str, "document": str},
        pk="provider_id",
        not_null={"name", "status", "document"},
        strict=True,
    )
    database.table("activities").create(
        {
            "activity_id": str,
            "number": int,
            "provider_id": str,
            "name": str,
            "status": str,
            "checked_on": str,
            "document": str,
        },
        pk="activity_id",
        foreign_keys=[("provider_id", "providers", "provider_id")],
        not_null={"number", "provider_id", "name", "status", "document"},
        strict=True,
    )
    database.table("activities").create_index(["number"], unique=True)
    database.table("activities").create_index(["provider_id"])
    database.table("words").create(
        {"kind": str, "document": str}, pk="kind", not_null={"document"}, strict=True
    )
    database.table("pages").create(
        {"slug": str, "language": str, "title": str, "html": str},
        pk=("slug", "language"),
        not_null={"title", "html"},
        strict=True,
    )
