"""How a person likes to read. It says nothing about who they are."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Self

COOKIE = "read"
COOKIE_SECONDS = 365 * 24 * 60 * 60
CHOICES = {
    "pics": ("both", "first", "words"),
    "size": ("normal", "large", "larger", "largest"),
    "space": ("normal", "more", "most"),
    "theme": ("auto", "light", "dark", "strong", "cream"),
    "calm": ("no", "yes"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The settings. The first value of each in `CHOICES` is the usual one."""

    pics: str = "both"
    size: str = "normal"
    space: str = "normal"
    theme: str = "auto"
    calm: str = "no"

    @classmethod
    def from_form(cls, form: Mapping[str, str]) -> Self:
        """Return the settings of a form, an address or a cookie; one that is unknown is usual."""
        return cls(**{name: form[name] for name in CHOICES if form.get(name) in CHOICES[name]})

    @classmethod
    def from_cookie(cls, cookie: str) -> Self:
        """Return the settings that `to_cookie` wrote."""
        pairs = (part.partition(":") for part in cookie[:200].split("."))
        return cls.from_form({name: value for name, _, value in pairs})

    def to_cookie(self) -> str:
        """Return what is unlike the usual, such as "size:large.theme:dark"; empty for the usual."""
        return ".".join(f"{name}:{value}" for name, value in self.unusual.items())

    @property
    def unusual(self) -> dict[str, str]:
        """Return the settings that are not the usual ones, by name."""
        return {
            each.name: getattr(self, each.name)
            for each in fields(self)
            if getattr(self, each.name) != CHOICES[each.name][0]
        }

    @property
    def attributes(self) -> dict[str, str]:
        """Return the attributes of the page's `html` element; none for a usual value."""
        return {f"data-{name}": value for name, value in self.unusual.items()}
