"""Write a small generation: contents of a test, and places of a few bytes."""

from pathlib import Path

from finder.catalogue.build import build_catalogue
from finder.catalogue.contents import Contents
from finder.generations import FORMAT_VERSION, PLACES, Generations, Manifest, digests_of
from finder.geo.gazetteer import OUTCODES_FILE, POSTCODES_FILE, TOWNS_FILE
from finder.geo.grid import GridReference
from finder.geo.postcode_table import pack_table
from finder.geo.postcodes import parse_postcode, parse_sector
from finder.search.files import build_search
from tests.builders import TODAY, a_council, an_activity, some_contents


def contents_called(name: str) -> Contents:
    """Return contents in which the council and both activities bear a name."""
    return some_contents(
        an_activity("a", name=f"{name} cooking"),
        an_activity("b", name=f"{name} lunch"),
        council=a_council(name=name),
    )


def write_generation(folder: Path, *every: Contents) -> Manifest:
    """Write what a build writes, and return its manifest."""
    write_places(folder / PLACES)
    for contents in every:
        place = folder / contents.council.slug
        place.mkdir()
        build_catalogue(place / "catalogue.db", contents)
        build_search(place / "index", contents, today=TODAY)
    counts = {str(each.council.slug): len(each.activities) for each in every}
    return Manifest(
        format_version=FORMAT_VERSION,
        finder_version="0",
        built_at="2026-11-21T12:00:00+00:00",
        councils=tuple(counts),
        activities=counts,
        files=digests_of(folder),
    )


def publish(generations: Generations, *every: Contents) -> str:
    """Put contents live, and return the id of their generation."""
    with generations.writing():
        return generations.publish(lambda folder: write_generation(folder, *every))


def publish_called(generations: Generations, name: str) -> str:
    return publish(generations, contents_called(name))


def flip_a_byte(file: Path, position: int) -> None:
    """Turn every bit of one byte of a file round; doing it twice mends it."""
    written = bytearray(file.read_bytes())
    written[position] ^= 0xFF
    file.write_bytes(written)


def write_places(folder: Path) -> None:
    """Write places with one postcode and no town."""
    folder.mkdir()
    at = GridReference(576017, 156294)
    table = pack_table(
        edition="2025-08",
        sectors={parse_sector("ME14 1"): at},
        postcodes={parse_postcode("ME14 1XQ"): at},
    )
    (folder / POSTCODES_FILE).write_bytes(table)
    (folder / OUTCODES_FILE).write_text("outcode,latitude,longitude,postcodes\n")
    (folder / TOWNS_FILE).write_text(
        "name,also,council,county,latitude,longitude,population,source\n"
    )
