"""Read a council's own pack of pictures, which come before the shared ones."""

from collections.abc import Collection
from pathlib import Path

from finder.catalogue.contents import Picture
from finder.domain.media import MediaFile
from finder.importing.entry import Entry
from finder.importing.report import Report
from finder.importing.texts import as_shown, near_miss
from finder.importing.toml_files import read_toml
from finder.media.drawings import LARGEST_PICTURE_BYTES, check_picture_file
from finder.media.faults import MediaError
from finder.media.folders import find_file

PACK_FOLDER = "pictures"
PACK_FILE = "pictures.toml"


def read_pack(path: Path, concepts: Collection[str], report: Report) -> tuple[Picture, ...]:
    """Return the council's own pictures that have no fault, in the order of the file."""
    entry = read_toml(path, report)
    if entry is None:
        return ()
    taken: set[str] = set()
    pictures = []
    for table in entry.tables("pictures"):
        errors_before = table.error_count
        picture = _read_picture(table, path.parent, concepts, taken)
        table.finish()
        if picture is not None and table.error_count == errors_before:
            pictures.append(picture)
    entry.finish()
    return tuple(pictures)


def _read_picture(
    table: Entry, folder: Path, concepts: Collection[str], taken: set[str]
) -> Picture | None:
    concept = table.slug("concept", taken=taken)
    if concept and concept not in concepts:
        table.problem(
            "unknown-picture",
            f"There is no idea {as_shown(concept)}.{near_miss(concept, concepts)}",
            "Use a concept from content/pictures.toml.",
            key="concept",
        )
    file = table.text("file", required=True, longest=120)
    author = table.text("author", required=True, longest=120)
    licence = table.text("licence", required=True, longest=60)
    source = table.text("source", longest=120)
    changed = table.flag("changed") or False
    if not file:
        return None
    try:
        path = find_file(folder, file, most_bytes=LARGEST_PICTURE_BYTES)
        media = MediaFile(
            file=f"{folder.name}/{file}",
            name=check_picture_file(path),
            size_bytes=path.stat().st_size,
        )
    except MediaError as error:
        table.problem(error.code, error.message, error.remedy, key="file")
        return None
    return Picture(
        concept=concept,
        file=media.file,
        author=author,
        licence=licence,
        source=source,
        changed=changed,
        media=media,
    )
