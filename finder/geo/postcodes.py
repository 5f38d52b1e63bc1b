"""Read and write the postcodes of Great Britain, and the parts that they are made of.

    ME14 1XQ    a postcode: some fifteen homes
    ME14 1      its sector: some three thousand homes
    ME14        its outcode, or district

The shapes are those of the Postal Address File (Royal Mail): an area of one or two letters, a
district of one or two digits, which in parts of London ends in a letter, a sector digit, and two
letters that are never C, I, K, M, O or V. Whether a postcode of the right shape exists is for
the gazetteer to say.
"""

import re
import unicodedata
from dataclasses import dataclass

# What a person can type between the parts of a postcode, or after it, without meaning anything.
_BETWEEN = re.compile(r"[\s.,\-‐-―]+")
_OUTCODE = re.compile(
    r"[A-PR-UWYZ]"
    r"(?:(?:[1-9][0-9]?|0)"
    r"|[A-HK-Y](?:[1-9][0-9]?|0)"
    r"|[1-9][ABCDEFGHJKPSTUW]"
    r"|[A-HK-Y][1-9][ABEHMNPRVWXY])"
)
_INCODE = re.compile(r"[0-9][ABD-HJLNP-UW-Z]{2}")
_TIDY = re.compile(f"(?:{_OUTCODE.pattern}) {_INCODE.pattern}")
_LOOKS_RIGHT = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z]?[0-9][A-Z]{2}")
_SECTOR_DIGIT = re.compile(r"[0-9]")

# The shapes that an outcode can have: L a letter, D a digit.
_OUTCODE_SHAPES = ("LD", "LDD", "LLD", "LLDD", "LDL", "LLDL")
_AS_LETTER = str.maketrans("01", "OI")
_AS_DIGIT = str.maketrans("OIL", "011")

# A postcode has seven characters; more than this is something else, however it is spaced.
_LONGEST = 20


class PostcodeError(ValueError):
    """The text does not have the shape of a postcode, or of the part of one that was asked for."""


@dataclass(frozen=True, slots=True, order=True)
class Outcode:
    """The first half of a postcode, such as ME14."""

    text: str

    def __post_init__(self) -> None:
        if not _OUTCODE.fullmatch(self.text):
            raise PostcodeError("The first half of a postcode looks like ME14.")

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True, order=True)
class Sector:
    """An outcode and the digit that follows it, such as ME14 1."""

    outcode: Outcode
    digit: str

    def __post_init__(self) -> None:
        if not _SECTOR_DIGIT.fullmatch(self.digit):
            raise PostcodeError("A postcode sector looks like ME14 1.")

    def __str__(self) -> str:
        return f"{self.outcode} {self.digit}"


@dataclass(frozen=True, slots=True, order=True)
class Postcode:
    """A full postcode, such as ME14 1XQ."""

    outcode: Outcode
    incode: str

    def __post_init__(self) -> None:
        if not _INCODE.fullmatch(self.incode):
            raise PostcodeError("The second half of a postcode looks like 1XQ.")

    @property
    def sector(self) -> Sector:
        return Sector(self.outcode, self.incode[0])

    def __str__(self) -> str:
        return f"{self.outcode} {self.incode}"


def parse_postcode(text: str) -> Postcode:
    """Return the full postcode that a text is, in any case and spacing, or raise PostcodeError.

    A nought typed for the letter O, or an I or L for the digit 1, is put right where only the
    other can stand.
    """
    postcode = _as_postcode("".join(_parts(text)))
    if postcode is None:
        raise PostcodeError("This is not a postcode. A postcode looks like ME14 1XQ.")
    return postcode


def parse_outcode(text: str) -> Outcode:
    """Return the outcode that a text is, or raise PostcodeError."""
    outcode = _as_outcode("".join(_parts(text)))
    if outcode is None:
        raise PostcodeError("This is not the first half of a postcode. It looks like ME14.")
    return outcode


def parse_sector(text: str) -> Sector:
    """Return the sector that a text is, or raise PostcodeError."""
    sector = _as_sector("".join(_parts(text)))
    if sector is None:
        raise PostcodeError("This is not a postcode sector. A sector looks like ME14 1.")
    return sector


def parse_any(text: str) -> Postcode | Sector | Outcode:
    """Return the postcode, sector or outcode that a text is, or raise PostcodeError.

    "ME11" is the outcode, and "ME1 1" the sector.
    """
    parts = _parts(text)
    run = "".join(parts)
    is_apart = len(parts) > 1 and len(parts[-1]) == 1
    outcode, sector = _as_outcode(run), _as_sector(run)
    found = _as_postcode(run) or (sector if is_apart else None) or outcode or sector
    if found is None:
        raise PostcodeError("This is not a postcode, nor the first half of one.")
    return found


def has_postcode_shape(text: str) -> bool:
    """Return whether a text looks like a full postcode to a person who does not know the rules.

    Every postcode does, and so do some that cannot be, such as ZZ1 1AA or ME14 1OO.
    """
    return _LOOKS_RIGHT.fullmatch("".join(_parts(text))) is not None


def is_tidy(text: str) -> bool:
    """Return whether a text is a full postcode, in capitals and with its one space."""
    return _TIDY.fullmatch(text) is not None


def _parts(text: str) -> list[str]:
    """Return the runs of letters and digits that a text is made of, in capitals."""
    tidy = unicodedata.normalize("NFKC", text[: _LONGEST + 1]).upper()
    if len(tidy) > _LONGEST:
        return []
    return [part for part in _BETWEEN.split(tidy) if part]


def _as_postcode(run: str) -> Postcode | None:
    outcode = _as_outcode(run[:-3], digits_follow=True)
    incode = run[-3:-2].translate(_AS_DIGIT) + run[-2:]
    if outcode is None or not _INCODE.fullmatch(incode) or not _has_digit(run):
        return None
    return Postcode(outcode, incode)


def _as_sector(run: str) -> Sector | None:
    outcode = _as_outcode(run[:-1], digits_follow=True)
    digit = run[-1:].translate(_AS_DIGIT)
    if outcode is None or not _SECTOR_DIGIT.fullmatch(digit) or not _has_digit(run):
        return None
    return Sector(outcode, digit)


def _as_outcode(run: str, *, digits_follow: bool = False) -> Outcode | None:
    """Return the outcode that a run of letters and digits is, with the fewest put right."""
    if _OUTCODE.fullmatch(run):
        return Outcode(run)
    # Without a digit it is a word, such as "OIL", and without a letter a number, such as 14.
    if run.isdecimal() or not (digits_follow or _has_digit(run)):
        return None
    readings = (_read_as(run, shape) for shape in _OUTCODE_SHAPES if len(shape) == len(run))
    possible = [reading for reading in readings if _OUTCODE.fullmatch(reading)]
    if not possible:
        return None
    return Outcode(min(possible, key=lambda reading: _differences(run, reading)))


def _read_as(run: str, shape: str) -> str:
    tables = {"L": _AS_LETTER, "D": _AS_DIGIT}
    return "".join(
        character.translate(tables[kind]) for character, kind in zip(run, shape, strict=True)
    )


def _differences(a: str, b: str) -> int:
    return sum(x != y for x, y in zip(a, b, strict=True))


def _has_digit(run: str) -> bool:
    return any("0" <= character <= "9" for character in run)
