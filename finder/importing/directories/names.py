"""Make ids: short names for addresses, each once, and the same for the same input."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from finder.importing.entry import LONGEST_SLUG
from finder.importing.texts import clean

# Room for a number at the end.
_LONGEST_STEM = LONGEST_SLUG - 6
_APOSTROPHE = re.compile(r"['’‘`´]")
_NOT_IN_A_SLUG = re.compile(r"[^a-z0-9]+")


def make_slug(name: str, *, otherwise: str) -> str:
    """Return a name in small letters, numbers and hyphens; `otherwise` when it has none of them."""
    spelled = _APOSTROPHE.sub("", clean(name).casefold()).replace("&", " and ").replace("+", " ")
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    slug = _NOT_IN_A_SLUG.sub("-", plain).strip("-")
    if len(slug) > _LONGEST_STEM:
        head, hyphen, _ = slug[: _LONGEST_STEM + 1].rpartition("-")
        slug = head if hyphen else slug[:_LONGEST_STEM]
    return slug or otherwise


class Ids:
    """Ids that are given out, each once.

    `taken` are ids of others. `earlier` are the ids that the same things had before: they keep
    them, whatever they are called now, so that addresses stay as they are.
    """

    def __init__(self, taken: Iterable[str] = (), earlier: Mapping[str, str] | None = None) -> None:
        self._earlier = dict(earlier or {})
        self._taken = {*taken, *self._earlier.values()}
        self.given: dict[str, str] = {}

    def give(self, key: str, name: str, *, otherwise: str) -> str:
        """Return the id of a thing; `key` is what tells it apart in its own directory."""
        if key in self.given:
            return self.given[key]
        chosen = self._earlier.get(key) or self._free(make_slug(name, otherwise=otherwise))
        self._taken.add(chosen)
        self.given[key] = chosen
        return chosen

    def _free(self, slug: str) -> str:
        chosen = slug
        number = 2
        while chosen in self._taken:
            chosen = f"{slug}-{number}"
            number += 1
        return chosen
