"""The website on a generation of its own, with the clock held at one noon."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from flask import Flask

from finder import __version__
from finder.catalogue.build import build_catalogue
from finder.catalogue.contents import Contents
from finder.generations import FORMAT_VERSION, PLACES, Generations, Manifest, digests_of
from finder.pipeline import build
from finder.resources import resource_dir
from finder.search.files import build_search
from finder.settings import Settings
from finder.shortlists import ShortlistStore
from finder.web.app import create_app
from finder.web.context import EXTENSION, Site
from tests.page import CheckedClient

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
COUNCILS = ("kent", "milton-keynes", "stockport", "wiltshire")


def settings_of(data: Path, **changes: Any) -> Settings:
    return replace(Settings(data_dir=data), **changes)


def build_content(content: Path, data: Path) -> None:
    """Build a generation from a folder of content files."""
    generations = Generations(settings_of(data).generations_dir)
    build(content, generations, today=NOON.date(), force=False)


def publish(data: Path, *every: Contents) -> None:
    """Build a generation from values, as `finder build` does from files."""

    def write(folder: Path) -> Manifest:
        shutil.copytree(resource_dir("content") / PLACES, folder / PLACES)
        for contents in every:
            place = folder / contents.council.slug
            place.mkdir()
            build_catalogue(place / "catalogue.db", contents)
            build_search(place / "index", contents, today=NOON.date())
        return Manifest(
            format_version=FORMAT_VERSION,
            finder_version=__version__,
            built_at=NOON.isoformat(),
            councils=tuple(str(contents.council.slug) for contents in every),
            activities={str(contents.council.slug): len(contents.activities) for contents in every},
            files=digests_of(folder),
        )

    generations = Generations(settings_of(data).generations_dir)
    with generations.writing():
        generations.publish(write)


def open_site(settings: Settings, store: ShortlistStore | None = None) -> Flask:
    """Return the website; its test client takes no page with a fault."""
    app = create_app(settings, store=store, clock=lambda: NOON)
    app.test_client_class = CheckedClient
    return app


def site_of(app: Flask) -> Site:
    """Return what the whole application shares."""
    site = app.extensions[EXTENSION]
    assert isinstance(site, Site)
    return site
