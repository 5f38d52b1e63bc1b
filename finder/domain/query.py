"""What a person asks for, as one value that round-trips through an address."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from enum import StrEnum

from finder.domain.vocabulary import (
    Arrangement,
    Day,
    DayChoice,
    DayPart,
    LeadsTo,
    Mode,
    Need,
    Pay,
    Sort,
    SpaceState,
    Support,
)

LONGEST_TEXT = 200
LAST_PAGE = 1000
MOST_VALUES = 40
FARTHEST_MILES = 500
MOST_PENCE = 1_000_000
# As long as the longest id that a content file may have.
_QUOTES = '"“”„‟«»'
_SLUG = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")
_POUNDS = re.compile(r"£?\s*([0-9]{1,7}(?:\.[0-9]{1,2})?)")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,8}){0,2}")


class View(StrEnum):
    """How results are laid out."""

    LIST = "list"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Ignored:
    """A part of an address that could not be understood, and so was left out."""

    parameter: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchQuery:
    """Everything that `find` understands. An empty field asks for nothing.

    `miles` is a straight-line limit; `max_cost_pence` is a limit on one price; `age` is in
    years. Values within a field mean "any of these", except `needs`: a person who needs a
    hoist and no steps needs both.
    """

    text: str = ""
    interests: tuple[str, ...] = ()
    lots: tuple[str, ...] = ()
    near: str = ""
    miles: int | None = None
    days: tuple[DayChoice, ...] = ()
    parts: tuple[DayPart, ...] = ()
    modes: tuple[Mode, ...] = ()
    needs: tuple[Need, ...] = ()
    support: tuple[Support, ...] = ()
    groups: tuple[str, ...] = ()
    age: int | None = None
    pay: tuple[Pay, ...] = ()
    max_cost_pence: int | None = None
    leads_to: tuple[LeadsTo, ...] = ()
    arrangements: tuple[Arrangement, ...] = ()
    spaces: tuple[SpaceState, ...] = ()
    sort: Sort = Sort.BEST
    page: int = 1
    view: View = View.LIST
    language: str = ""

    @classmethod
    def from_args(cls, args: Iterable[tuple[str, str]]) -> "ParsedQuery":
        """Return the query that an address asks for, and what in it was not understood."""
        parser = _Parser()
        for parameter, value in args:
            parser.take(parameter, value)
        return ParsedQuery(query=cls(**parser.values), ignored=tuple(parser.ignored))  # type: ignore[arg-type]

    def to_args(self) -> list[tuple[str, str]]:
        """Return the address's parameters, in one fixed order, with nothing that is a default."""
        args: list[tuple[str, str]] = []
        for parameter, field_name in PARAMETERS.items():
            value = getattr(self, field_name)
            if value == _DEFAULTS[field_name]:
                continue
            values = value if isinstance(value, tuple) else (value,)
            args.extend((parameter, _written(field_name, each)) for each in values)
        return args

    def without(self, *field_names: str) -> "SearchQuery":
        """Return the same query with some fields emptied, back on its first page."""
        emptied = {name: _DEFAULTS[name] for name in field_names}
        return replace(self, page=1, **emptied)  # type: ignore[arg-type]

    def with_(self, **changes: object) -> "SearchQuery":
        """Return the same query with some fields changed, back on its first page."""
        return replace(self, **{"page": 1, **changes})  # type: ignore[arg-type]

    @property
    def wanted_days(self) -> frozenset[Day]:
        """Return the single days that `days` stands for."""
        return frozenset(day for choice in self.days for day in choice.days)

    @property
    def is_empty(self) -> bool:
        """Return whether it asks for everything."""
        asked = replace(self, sort=Sort.BEST, page=1, view=View.LIST, language="")
        return asked == SearchQuery()


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedQuery:
    """A query, and the parts of its address that were left out."""

    query: SearchQuery
    ignored: tuple[Ignored, ...] = ()


PARAMETERS = {
    "q": "text",
    "interest": "interests",
    "lot": "lots",
    "near": "near",
    "miles": "miles",
    "day": "days",
    "part": "parts",
    "mode": "modes",
    "need": "needs",
    "support": "support",
    "who": "groups",
    "age": "age",
    "pay": "pay",
    "max_cost": "max_cost_pence",
    "leads_to": "leads_to",
    "arrangement": "arrangements",
    "space": "spaces",
    "sort": "sort",
    "page": "page",
    "view": "view",
    "lang": "language",
}
_DEFAULTS: dict[str, object] = {each.name: each.default for each in fields(SearchQuery)}


def _written(field_name: str, value: object) -> str:
    if field_name != "max_cost_pence":
        return str(value)
    pounds, pence = divmod(int(str(value)), 100)
    return f"{pounds}.{pence:02d}" if pence else str(pounds)


def exact_words(text: str) -> str | None:
    """Return what stands in quotes when all of a text does: it is to be found just so."""
    inside = text[1:-1].strip()
    is_quoted = len(text) > 2 and text[0] in _QUOTES and text[-1] in _QUOTES
    return inside if is_quoted and inside and not any(each in _QUOTES for each in inside) else None


def _tidy_text(value: str) -> str:
    """Return the text on one line, without control characters or the marks that turn it round.

    `str.isprintable` is false for control characters, unassigned code points, and the invisible
    formatting marks among which are the right-to-left overrides.
    """
    shown = "".join(each if each.isprintable() else " " for each in value[: 4 * LONGEST_TEXT])
    return " ".join(shown.split())[:LONGEST_TEXT].rstrip()


def _whole_number(least: int, most: int) -> Callable[[str], int | None]:
    def parse(value: str) -> int | None:
        if not (value.isascii() and value.isdigit() and len(value) <= 6):
            return None
        number = int(value)
        return number if least <= number <= most else None

    return parse


def _pence(value: str) -> int | None:
    """Return an amount typed in pounds. Only plain digits will do: 1e999999 is a long sum."""
    pounds = _POUNDS.fullmatch(value)
    if pounds is None:
        return None
    pence = int(Decimal(pounds.group(1)) * 100)
    return pence if pence <= MOST_PENCE else None


def _one_of(words: type[StrEnum]) -> Callable[[str], StrEnum | None]:
    known = {word.value: word for word in words}
    return lambda value: known.get(value.lower())


def _matching(pattern: re.Pattern[str]) -> Callable[[str], str | None]:
    return lambda value: value if pattern.fullmatch(value) else None


_READERS: dict[str, Callable[[str], object]] = {
    "text": _tidy_text,
    "near": _tidy_text,
    "interests": _matching(_SLUG),
    "lots": _matching(_SLUG),
    "groups": _matching(_SLUG),
    "miles": _whole_number(1, FARTHEST_MILES),
    "age": _whole_number(0, 120),
    "page": _whole_number(1, LAST_PAGE),
    "max_cost_pence": _pence,
    "days": _one_of(DayChoice),
    "parts": _one_of(DayPart),
    "modes": _one_of(Mode),
    "needs": _one_of(Need),
    "support": _one_of(Support),
    "pay": _one_of(Pay),
    "leads_to": _one_of(LeadsTo),
    "arrangements": _one_of(Arrangement),
    "spaces": _one_of(SpaceState),
    "sort": _one_of(Sort),
    "view": _one_of(View),
    "language": _matching(_LANGUAGE),
}

# The picture questions are plain forms, so "I am not sure" has to be sent as a value, and "at
# home, online" stands among the places that a person can pick.
_NOT_SURE = "any"
_ONLINE_PLACE = "online"


class _Parser:
    """Collect the values of an address, one parameter at a time."""

    def __init__(self) -> None:
        self.values: dict[str, object] = {}
        self.ignored: list[Ignored] = []

    def take(self, parameter: str, value: str) -> None:
        field_name = PARAMETERS.get(parameter)
        stripped = value.strip()
        if not stripped or (stripped == _NOT_SURE and field_name != "text"):
            return
        if field_name == "near" and stripped.lower() == _ONLINE_PLACE:
            field_name, stripped = "modes", Mode.ONLINE.value
        read = _READERS[field_name](stripped) if field_name else None
        if field_name is None or read is None or read == "":
            self._ignore(parameter, value)
        elif isinstance(_DEFAULTS[field_name], tuple):
            self._add(field_name, parameter, read)
        else:
            # The last one wins: a place that was typed comes after the places to pick from.
            self.values[field_name] = read

    def _add(self, field_name: str, parameter: str, read: object) -> None:
        so_far = self.values.setdefault(field_name, ())
        assert isinstance(so_far, tuple)
        if read in so_far:
            return
        if len(so_far) >= MOST_VALUES:
            self._ignore(parameter, str(read))
            return
        self.values[field_name] = (*so_far, read)

    def _ignore(self, parameter: str, value: str) -> None:
        if len(self.ignored) < MOST_VALUES:
            self.ignored.append(Ignored(_tidy_text(parameter)[:40], _tidy_text(value)[:40]))
