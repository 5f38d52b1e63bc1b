"""The folders of the checkout are not in the package too, where an install puts them."""

from pathlib import Path

import pytest

from finder.resources import CHECKOUT_DIR, resource_dir
from tests.pseudo import ROOT


@pytest.mark.parametrize("name", ["templates", "static", "content"])
def test_a_folder_is_beside_the_package_and_not_in_it(name: str) -> None:
    assert (ROOT / name).is_dir()
    assert not (ROOT / "finder" / name).exists()


@pytest.mark.parametrize("name", ["templates", "static", "content"])
def test_a_folder_of_another_package_is_not_taken_for_ours(name: str, tmp_path: Path) -> None:
    assert resource_dir(name) == CHECKOUT_DIR / name
    assert resource_dir(name, package=tmp_path) == CHECKOUT_DIR / name


def test_the_only_folders_at_the_top_are_the_promised_ones() -> None:
    promised = {
        *("finder", "templates", "static", "content", "tests", "docs", "benchmarks"),
        *("requirements", "dist"),
    }
    folders = {path.name for path in ROOT.iterdir() if path.is_dir()}

    assert {name for name in folders if not name.startswith(".")} - promised <= {
        name for name in folders if name.endswith(".egg-info") or name == "node_modules"
    }
