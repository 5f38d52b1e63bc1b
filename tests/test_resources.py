"""Finding the templates, static files and content."""

from pathlib import Path

import pytest

from finder.resources import CHECKOUT_DIR, ResourceMissingError, resource_dir

NAMES = ("templates", "static", "content")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "site-packages" / "finder"
    folder.mkdir(parents=True)
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_in_a_checkout_they_are_beside_the_package(name: str) -> None:
    assert resource_dir(name) == CHECKOUT_DIR / name
    assert (CHECKOUT_DIR / name).is_dir()


@pytest.mark.parametrize("name", NAMES)
def test_once_installed_they_are_inside_it(package: Path, name: str) -> None:
    (package / name).mkdir()
    # A folder of the same name from another package.
    (package.parent / name).mkdir()

    assert resource_dir(name, package=package, checkout=package.parent) == package / name


@pytest.mark.parametrize(
    "beside",
    [
        pytest.param([], id="nothing"),
        pytest.param(["content"], id="a folder of another package"),
        pytest.param(["pyproject.toml"], id="a checkout without it"),
    ],
)
def test_a_folder_that_is_not_ours_is_not_taken(package: Path, beside: list[str]) -> None:
    for name in beside:
        (package.parent / name).mkdir()
    if "pyproject.toml" in beside:
        (package.parent / "pyproject.toml").rmdir()
        (package.parent / "pyproject.toml").write_text("")

    with pytest.raises(
        ResourceMissingError, match=r"There is no folder “content”\. Install the finder again"
    ):
        resource_dir("content", package=package, checkout=package.parent)
