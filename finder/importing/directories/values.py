"""Read one value of a row: a date, an age, a way to ask. A value is read for sure, or not at all.

Each `read_…` function raises `ValueNotReadError` with a code and a sentence for the report.
"""

import re
from collections.abc import Collection
from datetime import date
from urllib.parse import urlsplit

from finder.geo.postcodes import PostcodeError, parse_postcode
from finder.importing.directories.rows import plain_key
from finder.importing.texts import as_shown

OLDEST_AGE = 120
LONGEST_WEB_ADDRESS = 500
LONGEST_EMAIL = 200
LONGEST_PHONE = 40
EARLIEST_YEAR = 1990

_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")
_DAY_FIRST_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: .*)?")
_AGE = re.compile(r"(\d{1,3})(?:\.0+)?(?:\s*(?:years?(?: old)?|yrs?|\+))?", re.IGNORECASE)
_EMAIL = re.compile(r"[^\s@<>()\",;:\[\]\\]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_NOT_IN_AN_ADDRESS = re.compile(r"[<>\"{}|\\^`]")
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,62})?\.)+[a-z][a-z0-9-]{1,62}", re.IGNORECASE)
_PHONE = re.compile(r"[0-9+() -]+")
_PHONE_SEPARATORS = re.compile(r"\s*(?:/|,|;|\bor\b)\s*|\n+")


class ValueNotReadError(ValueError):
    """A value cannot be read for sure. `code` is stable and kebab-case, for the report."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(words)
        self.code = code
        self.words = words


def read_yes_or_no(text: str, *, yes: Collection[str], no: Collection[str]) -> bool:
    """Return whether a text is one of the words for yes, or one of those for no."""
    key = plain_key(text)
    if key in {plain_key(word) for word in yes}:
        return True
    if key in {plain_key(word) for word in no}:
        return False
    raise ValueNotReadError("not-yes-or-no", f"{as_shown(text)} is neither yes nor no.")


def read_date(text: str, *, today: date, day_first: bool) -> date:
    """Return a day that has come. `day_first` says that 3/11/2026 is in November."""
    found = _ISO_DATE.fullmatch(text.strip())
    parts = found.groups() if found else ()
    if not parts and day_first and (found := _DAY_FIRST_DATE.fullmatch(text.strip())):
        parts = found.groups()[::-1]
    try:
        year, month, day = (int(part) for part in parts)
        told = date(year, month, day)
    except ValueError:
        raise ValueNotReadError("bad-date", f"{as_shown(text)} is not a date.") from None
    if told > today:
        raise ValueNotReadError("date-in-future", f"{told} has not come yet.")
    if told.year < EARLIEST_YEAR:
        raise ValueNotReadError("bad-date", f"{told} is too long ago to be meant.")
    return told


def read_age(text: str) -> int:
    """Return an age in years."""
    found = _AGE.fullmatch(text.strip())
    if found is None or int(found.group(1)) > OLDEST_AGE:
        raise ValueNotReadError("bad-age", f"{as_shown(text)} is not an age.")
    return int(found.group(1))


def read_email(text: str) -> str:
    """Return an email address."""
    address = text.strip().removeprefix("mailto:").strip()
    if len(address) > LONGEST_EMAIL or not _EMAIL.fullmatch(address):
        raise ValueNotReadError("bad-email", f"{as_shown(text)} is not an email address.")
    return address


def read_web_address(text: str) -> str:
    """Return a web address with its scheme. One without a scheme gets https."""
    words = text.split()
    is_one = len(words) == 1 and not _NOT_IN_AN_ADDRESS.search(text)
    address = words[0] if is_one else ""
    if address and "://" not in address and ":" not in address.partition("/")[0]:
        address = f"https://{address}"
    try:
        parts = urlsplit(address)
        is_good = parts.scheme.lower() in ("http", "https") and _is_host(parts.hostname or "")
    except ValueError:
        is_good = False
    if not is_good or len(address) > LONGEST_WEB_ADDRESS:
        raise ValueNotReadError("bad-web-address", f"{as_shown(text)} is not a web address.")
    scheme, colon, rest = address.partition(":")
    return scheme.lower() + colon + rest


def _is_host(host: str) -> bool:
    return len(host) <= 253 and _HOST.fullmatch(host) is not None


def read_phones(text: str) -> tuple[str, ...]:
    """Return the phone numbers of a text that holds nothing else."""
    numbers = [each.strip() for each in _PHONE_SEPARATORS.split(text.strip())]
    if not all(_is_phone(each) for each in numbers):
        raise ValueNotReadError("bad-phone", f"{as_shown(text)} is not a phone number.")
    return tuple(numbers)


def _is_phone(text: str) -> bool:
    return (
        len(text) <= LONGEST_PHONE
        and bool(_PHONE.fullmatch(text))
        and 8 <= sum(each.isdigit() for each in text) <= 15
    )


def read_postcode(text: str) -> str:
    """Return a whole postcode, with its one space."""
    try:
        return str(parse_postcode(text))
    except PostcodeError:
        raise ValueNotReadError("bad-postcode", f"{as_shown(text)} is not a postcode.") from None
