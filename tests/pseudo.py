"""A made-up translation of every word of the interface, to find words that nobody can translate.

Each message stands between ⟦ and ⟧, and its letters become Arabic ones of no meaning, so that a
page that is whole in this language has Latin letters only in what providers and councils wrote.
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo

ROOT = Path(__file__).parent.parent
LANGUAGE = "ar"
OPENS, CLOSES = "⟦", "⟧"
KEYWORDS = {"gettext": None, "ngettext": (1, 2), "lazy_gettext": None, "_": None}

_PLACEHOLDER = re.compile(r"(%\(\w+\)[sd]|%%)")
_LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyz" + "abcdefghijklmnopqrstuvwxyz".upper(),
    "ابتثجحخدذرزسشصضطظعغفقكلمنه" * 2,
)


class Message(NamedTuple):
    """Words of the interface: one form, or the forms for one and for many; and where they are."""

    forms: tuple[str, ...]
    file: str
    line: int


@cache
def messages(root: Path = ROOT) -> tuple[Message, ...]:
    """Return every message of the code and the templates, as pyproject.toml says to find them."""
    mappings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    methods, options = [], {}
    for mapping in mappings["tool"]["babel"]["mappings"]:
        pattern = mapping.pop("pattern")
        methods.append((pattern, mapping.pop("method")))
        options[pattern] = mapping
    found = extract_from_dir(
        root, methods, options, KEYWORDS, directory_filter=lambda folder: _has_words(root, folder)
    )
    return tuple(
        Message(forms=(words,) if isinstance(words, str) else tuple(words), file=file, line=line)
        for file, line, words, *_ in found
    )


def _has_words(root: Path, folder: str) -> bool:
    return Path(folder).relative_to(root).parts[0] in ("finder", "templates")


def in_pseudo(text: str) -> str:
    """Return the words in the made-up language, with each placeholder as it was."""
    pieces = _PLACEHOLDER.split(text)
    turned = (
        piece if _PLACEHOLDER.fullmatch(piece) else piece.translate(_LETTERS) for piece in pieces
    )
    return f"{OPENS}{''.join(turned)}{CLOSES}"


def write_translations(folder: Path) -> Path:
    """Write the catalogue where FINDER_TRANSLATIONS_DIR looks for it, and return the folder."""
    catalog = Catalog(locale=Locale.parse(LANGUAGE))
    for message in messages():
        if len(message.forms) == 1:
            catalog.add(message.forms[0], in_pseudo(message.forms[0]), flags=["python-format"])
        else:
            many = in_pseudo(message.forms[1])
            catalog.add(message.forms, (many,) * catalog.num_plurals, flags=["python-format"])
    place = folder / LANGUAGE / "LC_MESSAGES"
    place.mkdir(parents=True)
    with (place / "messages.mo").open("wb") as file:
        write_mo(file, catalog)
    return folder
