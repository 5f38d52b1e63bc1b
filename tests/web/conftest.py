"""The website with the example content, built once; and small sites that a test asks for."""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from finder.catalogue.contents import Contents
from finder.resources import resource_dir
from tests import pseudo
from tests.web.pages import addresses_of, fill_list, open_all
from tests.web.site import build_content, open_site, publish, settings_of, site_of

SiteOf = Callable[..., Flask]
PagesOf = Callable[[str], Mapping[str, str]]


@pytest.fixture(scope="session")
def example_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a generation of the example content. Nothing may write to it."""
    data = tmp_path_factory.mktemp("example")
    build_content(resource_dir("content"), data)
    return data


@pytest.fixture(scope="session")
def app(example_data: Path) -> Iterator[Flask]:
    """The website of all four councils. The lists of different clients are apart."""
    app = open_site(settings_of(example_data))
    yield app
    _close(app)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser that has never been here."""
    return app.test_client()


@pytest.fixture(scope="session")
def pseudo_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The website of the same councils, each in English and in the made-up language."""
    folder = tmp_path_factory.mktemp("pseudo")
    content = shutil.copytree(resource_dir("content"), folder / "content")
    for file in content.glob("councils/*/council.toml"):
        text = file.read_text(encoding="utf-8")
        spoken = f'languages = ["en-GB", "{pseudo.LANGUAGE}"]'
        text, changed = re.subn(r"^languages = .*$", spoken, text, flags=re.MULTILINE)
        assert changed == 1
        file.write_text(text, encoding="utf-8")
    # The council's own words stay English, and have to be marked as that.
    shutil.rmtree(content / "languages")
    build_content(content, folder)
    translations = pseudo.write_translations(folder / "translations")
    app = open_site(settings_of(folder, translations_dir=translations))
    yield app
    _close(app)


@pytest.fixture(scope="session")
def pages(app: Flask) -> PagesOf:
    """Every type of page of a council, by its address, with a full list. Each is read once."""

    @cache
    def of(council: str) -> dict[str, str]:
        client = app.test_client()
        fill_list(client, app, council, site_of(app).store.most)
        return open_all(client, addresses_of(app, council))

    return of


@pytest.fixture(scope="session")
def pseudo_pages(pseudo_app: Flask) -> PagesOf:
    """Every type of page of a council in the made-up language, with two things on the list."""

    @cache
    def of(council: str) -> dict[str, str]:
        client = pseudo_app.test_client()
        fill_list(client, pseudo_app, council, 2)
        return open_all(client, addresses_of(pseudo_app, council), pseudo.LANGUAGE)

    return of


@pytest.fixture
def site(tmp_path: Path) -> Iterator[SiteOf]:
    """Open a site on these contents, with any setting changed."""
    with ExitStack() as stack:

        def open_on(*every: Contents, **changes: Any) -> Flask:
            if every:
                publish(tmp_path, *every)
            app = open_site(settings_of(tmp_path, **changes))
            stack.callback(_close, app)
            return app

        yield open_on


def _close(app: Flask) -> None:
    site_of(app).live.close()
    site_of(app).store.close()
