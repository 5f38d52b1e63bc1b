"""How a person likes to read. It says nothing about who they are."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Self

COOKIE = "read"
COOKIE_SECONDS = 365 * 24 * 60 * 60
CHOICES = {
    "pics": ("both", "first", "words"),
    "size": ("normal", "large", "largest"),
    "theme": ("auto", "light", "dark", "strong"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The three settings. The first value of each in `CHOICES` is the usual one."""

    pics: str = "both"
    size: str = "normal"
    theme: str = "auto"

    @classmethod
    def from_form(cls, form: Mapping[str, str]) -> Self:
        """Return the settings of a form or a cookie; a value that is not one is the usual one."""
        return cls(**{name: form[name] for name in CHOICES if form.get(name) in CHOICES[name]})

    @classmethod
    def from_cookie(cls, cookie: str) -> Self:
        """Return the settings that `to_cookie` wrote."""
        pairs = (part.partition(":") for part in cookie[:200].split("."))
        return cls.from_form({name: value for name, _, value in pairs})

    def to_cookie(self) -> str:
        return ".".join(f"{each.name}:{getattr(self, each.name)}" for each in fields(self))

    @property
    def attributes(self) -> dict[str, str]:
        """Return the attributes of the page's `html` element; none for a usual value."""
        return {
            f"data-{name}": getattr(self, name)
            for name, values in CHOICES.items()
            if getattr(self, name) != values[0]
        }
