"""Which store the settings choose."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from finder.shortlists.open import DriverMissingError, open_store
from finder.shortlists.postgres import PostgresShortlistStore
from finder.shortlists.sqlite import SQLiteShortlistStore


def test_without_an_address_the_lists_are_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "shortlists.db"

    with closing(open_store(file=file, database_url="", keep_days=30, most=5)) as store:
        store.check()

    assert isinstance(store, SQLiteShortlistStore)
    assert (store.keep_days, store.most, file.exists()) == (30, 5, True)


def test_an_address_opens_nothing_until_the_store_is_used(tmp_path: Path) -> None:
    file = tmp_path / "shortlists.db"
    url = "postgresql://nobody@127.0.0.1:1/nowhere"

    with closing(open_store(file=file, database_url=url, keep_days=30, most=5)) as store:
        assert isinstance(store, PostgresShortlistStore)

    assert (store.keep_days, store.most, file.exists()) == (30, 5, False)


def test_an_address_without_psycopg_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    monkeypatch.delitem(sys.modules, "finder.shortlists.postgres")
    url = "postgresql://someone:secret@127.0.0.1/lists"

    with pytest.raises(DriverMissingError) as missing:
        open_store(file=tmp_path / "shortlists.db", database_url=url, keep_days=30, most=5)

    assert "pip install 'activity-finder[postgres]'" in str(missing.value)
    assert "secret" not in str(missing.value)


def test_psycopg_is_not_imported_unless_it_is_needed() -> None:
    program = "import sys, finder.shortlists.open; print('psycopg' in sys.modules)"

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout == "False\n"
