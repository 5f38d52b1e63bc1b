"""Read the FINDER_* settings once, into one value that does not change."""

import difflib
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

PREFIX = "FINDER_"


class SettingsError(Exception):
    """A setting has a value that cannot be used, or there is no such setting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting, with a default that does for a trial on one machine.

    `data_dir`: where the generations and the lists are kept.
    `content_dir`: the content folder; empty means the example content.
    `database_url`: where a PostgreSQL server keeps the lists; empty means a file in `data_dir`.
    `base_url`: the address of the site as people type it. With https, cookies are secure.
    `trusted_proxies`: how many proxies in front of the site may say where a request is from.
    `list_days`: how long a list is kept after it was last changed.
    `list_most`: how many activities a list can hold.
    `page_cache_mb`: how many megabytes of pages each worker keeps ready; 0 for none.
    `templates_dir`: a council's own templates, looked at before ours; empty means none.
    `translations_dir`: more translations; empty means none.
    `today`: pretend that it is another day (2026-11-21), for trials and tests; empty means today.
    """

    data_dir: Path = Path(".finder")
    content_dir: Path | None = None
    # It holds a password, so it is left out wherever settings are printed.
    database_url: str = field(default="", repr=False)
    base_url: str = "http://127.0.0.1:8000"
    trusted_proxies: int = 0
    list_days: int = 180
    list_most: int = 20
    page_cache_mb: int = 16
    templates_dir: Path | None = None
    translations_dir: Path | None = None
    today: str = ""

    @property
    def is_https(self) -> bool:
        return urlsplit(self.base_url).scheme == "https"

    @property
    def page_cache_bytes(self) -> int:
        return self.page_cache_mb * 1024 * 1024

    @property
    def generations_dir(self) -> Path:
        return self.data_dir / "generations"

    @property
    def shortlists_file(self) -> Path:
        return self.data_dir / "shortlists.db"


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings of an environment. An unknown or impossible one raises SettingsError."""
    known = {PREFIX + each.name.upper(): each.name for each in fields(Settings)}
    values: dict[str, object] = {}
    for variable, text in environment.items():
        if not variable.startswith(PREFIX) or not text:
            continue
        if variable not in known:
            raise SettingsError(f"There is no setting {variable}.{_near_miss(variable)}")
        values[known[variable]] = _read(variable, known[variable], text)
    return Settings(**values)  # type: ignore[arg-type]


def _near_miss(variable: str) -> str:
    """Return a hint. What all settings begin with would make any of them look alike."""
    names = [each.name.upper() for each in fields(Settings)]
    close = difflib.get_close_matches(variable.removeprefix(PREFIX), names, n=1)
    return f" Did you mean {PREFIX}{close[0]}?" if close else ""


_NUMBERS = {
    "trusted_proxies": (0, 5),
    "list_days": (1, 3650),
    "list_most": (1, 200),
    "page_cache_mb": (0, 4096),
}


def _read(variable: str, name: str, text: str) -> object:
    if name in _NUMBERS:
        return _read_number(variable, text, *_NUMBERS[name])
    if name == "base_url":
        return _read_address(variable, text)
    if name == "database_url":
        return _read_database(variable, text)
    if name == "today":
        return _read_day(variable, text)
    return Path(text)


def _read_number(variable: str, text: str, least: int, most: int) -> int:
    is_number = text.isascii() and text.isdigit() and len(text) < 10
    if not is_number or not least <= int(text) <= most:
        raise SettingsError(f"{variable} is “{text}”, not a number from {least} to {most}.")
    return int(text)


def _read_address(variable: str, text: str) -> str:
    """Return the start of the site's addresses: a scheme and a host, and a port if need be."""
    with suppress(ValueError):  # A host or a port that cannot be.
        parts = urlsplit(text.rstrip("/"))
        is_web = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
        if is_web and not (parts.path or parts.query or parts.fragment or parts.username):
            return f"{parts.scheme}://{parts.netloc}"
    raise SettingsError(f"{variable} is “{text}”. Write it as https://example.org.")


# Anything that is not what it seems could end up in an error of the server, password and all.
_DATABASE = re.compile(
    r"""
    postgres(?:ql)?://
    (?: (?: [^\s%@/?#] | %[0-9A-Fa-f]{2} )* @ )?                           # name:password@
    (?: [\w.-] | %[0-9A-Fa-f]{2} | \[[0-9A-Fa-f:.]+\] )* (?: :[0-9]+ )?     # server:port
    (?: , (?: [\w.-] | \[[0-9A-Fa-f:.]+\] )+ (?: :[0-9]+ )? )*             # more servers
    (?: / (?: [^\s%@/?#] | %[0-9A-Fa-f]{2} )* )?                           # /database
    (?: \? (?: [^\s%@?#] | %[0-9A-Fa-f]{2} )* )?                           # ?options
    """,
    re.VERBOSE,
)


def _read_database(variable: str, text: str) -> str:
    """Return the address of a PostgreSQL database. An error never repeats it: it is a secret."""
    if not _DATABASE.fullmatch(text):
        raise SettingsError(
            f"{variable} is not the address of a PostgreSQL database. Write it as "
            "postgresql://name:password@server/database, with %40 for an @ in the password, "
            "%2F for a / and %25 for a %."
        )
    return text


def _read_day(variable: str, text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise SettingsError(f"{variable} is “{text}”. Write a day as 2026-11-21.") from error
