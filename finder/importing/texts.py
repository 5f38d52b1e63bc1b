"""Tidy what a person wrote, read a time in it, and say it back to them."""

import difflib
import re
import unicodedata
from collections.abc import Iterable
from datetime import time

LONGEST_SHOWN = 60
# No number that a person means has more digits, and Python will not write very long ones.
_LARGEST_SHOWN = 10**20
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?", re.IGNORECASE)


def clean(text: str) -> str:
    """Return text in composed form (NFC), without control characters or marks that turn it round.

    Line breaks stay, and every other space becomes a plain one. Everything else that cannot be
    seen goes: such a character can hide what a name really says.
    """
    unbroken = text.replace("\r\n", "\n").replace("\r", "\n")
    shown = "".join(_shown_character(each) for each in unbroken)
    return unicodedata.normalize("NFC", shown).strip()


def _shown_character(character: str) -> str:
    if character == "\n" or character.isprintable():
        return character
    return " " if character.isspace() else ""


def parse_clock(text: str) -> time | None:
    """Return the time that a person wrote, or None. An hour needs am, pm or minutes."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        return None
    hour, minute, half = int(match.group(1)), int(match.group(2) or 0), match.group(3)
    if half is None and match.group(2) is None:
        return None
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.lower() == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def near_miss(value: object, known: Iterable[str]) -> str:
    """Return " Did you mean …?" for a word that is nearly a known one, or an empty text."""
    if not isinstance(value, str):
        return ""
    close = difflib.get_close_matches(value[:LONGEST_SHOWN], list(known), n=1, cutoff=0.7)
    return f" Did you mean “{close[0]}”?" if close else ""


def as_shown(value: object) -> str:
    """Return what a person wrote as an issue says it back, in quotation marks and not too long."""
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return f"“{str(value).lower()}”"
    if isinstance(value, int) and abs(value) >= _LARGEST_SHOWN:
        return "a very long number"
    text = " ".join(clean(str(value)[: 4 * LONGEST_SHOWN]).split())
    return f"“{text[:LONGEST_SHOWN]}…”" if len(text) > LONGEST_SHOWN else f"“{text}”"
