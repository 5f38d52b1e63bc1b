"""Find the templates, static files and content: beside the package in a checkout, inside it once
installed. Nothing else knows that there are two places.
"""

from pathlib import Path

PACKAGE_DIR = Path(__file__).parent
CHECKOUT_DIR = PACKAGE_DIR.parent


class ResourceMissingError(Exception):
    """A folder that the finder needs is neither in the package nor beside it."""


def resource_dir(name: str, *, package: Path = PACKAGE_DIR, checkout: Path = CHECKOUT_DIR) -> Path:
    """Return the folder "templates", "static" or "content"."""
    installed = package / name
    if installed.is_dir():
        return installed
    # Without this check, a folder of that name from another package could be taken for ours.
    if (checkout / "pyproject.toml").is_file() and (checkout / name).is_dir():
        return checkout / name
    raise ResourceMissingError(f"There is no folder “{name}”. Install the finder again.")
