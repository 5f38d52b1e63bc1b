"""The rules of a mapping: when a row says this, it means that."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from finder.importing.directories.rows import Row, plain_key
from finder.importing.directories.texts import one_line

# A rule is written by a council, but it is tried on texts from anywhere: no pattern of ours can
# take longer than the text is long.
_LONGEST_ENDING = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What a row must say. Each of the tests that is given has to hold.

    `values` are compared whole, `words` are looked for as whole words ("garden*" finds
    "gardening" too), and none of `unless` may be there. `at_most` and `at_least` are for numbers.
    """

    columns: tuple[str, ...]
    values: frozenset[str] = frozenset()
    words: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    blank: bool | None = None
    at_most: int | None = None
    at_least: int | None = None

    def holds(self, cells: "Cells") -> bool:
        """Return whether a row says it."""
        texts = [text for column in self.columns for text in cells.texts(column)]
        if self.blank is not None and self.blank is not (not texts):
            return False
        if self.unless is not None and any(self.unless.search(text) for text in texts):
            return False
        if self.values and not any(plain_key(text) in self.values for text in texts):
            return False
        if self.words is not None and not any(self.words.search(text) for text in texts):
            return False
        return self._is_within(texts)

    def _is_within(self, texts: Iterable[str]) -> bool:
        if self.at_most is None and self.at_least is None:
            return True
        numbers = [float(text) for text in texts if re.fullmatch(r"\d{1,9}(?:\.\d{1,9})?", text)]
        return any(
            (self.at_least is None or number >= self.at_least)
            and (self.at_most is None or number <= self.at_most)
            for number in numbers
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A condition, and what follows.

    `effects` are the fields of content that it gives, by name: lists are added to, other fields
    are set by the first rule that gives them. `leave_out` is the reason why such a row is no
    thing to do. `keep` shields a row from the `leave_out` of every later rule. `if_none` lets
    the rule give interests only where none before it did.
    """

    condition: Condition
    effects: Mapping[str, object] = field(default_factory=dict)
    leave_out: str = ""
    code: str = ""
    keep: bool = False
    if_none: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """What the rules say of one row: why it is left out, or what it is given."""

    leave_out: str = ""
    code: str = ""
    given: Mapping[str, object] = field(default_factory=dict)

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list that the rules gave; empty when they gave none."""
        value = self.given.get(name, ())
        return value if isinstance(value, tuple) else ()

    def text(self, name: str) -> str:
        """Return a word that the rules gave, or an empty text."""
        value = self.given.get(name, "")
        return value if isinstance(value, str) else ""

    def number(self, name: str) -> int | None:
        """Return a number that the rules gave, or None."""
        value = self.given.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def flag(self, name: str) -> bool | None:
        """Return the yes or no that the rules gave, or None."""
        value = self.given.get(name)
        return value if isinstance(value, bool) else None


class Cells:
    """The plain texts of a row, each column read once for all rules."""

    def __init__(self, row: Row, separators: Mapping[str, str]) -> None:
        self._row = row
        self._separators = separators
        self._texts: dict[str, list[str]] = {}

    def texts(self, column: str) -> list[str]:
        """Return the texts of a column, divided where the mapping says that cells hold lists."""
        if column not in self._texts:
            parts = divide(self._row.values(column), self._separators.get(column, ""))
            self._texts[column] = [plain for part in parts if (plain := one_line(part))]
        return self._texts[column]


def divide(texts: Iterable[str], separator: str) -> list[str]:
    """Return the parts of some texts that are lists; without a separator they are not."""
    if not separator:
        return list(texts)
    return [part for text in texts for each in text.split(separator) if (part := each.strip())]


def apply_rules(rules: Sequence[Rule], row: Row, separators: Mapping[str, str]) -> Ruled:
    """Return what the rules say of a row, tried in their order."""
    cells = Cells(row, separators)
    given: dict[str, object] = {}
    is_kept = False
    for rule in rules:
        if (rule.leave_out and is_kept) or (rule.if_none and given.get("interests")):
            continue
        if not rule.condition.holds(cells):
            continue
        is_kept = is_kept or rule.keep
        if rule.leave_out:
            return Ruled(leave_out=rule.leave_out, code=rule.code)
        for name, value in rule.effects.items():
            before = given.get(name)
            if isinstance(value, tuple) and isinstance(before, tuple):
                given[name] = tuple(dict.fromkeys((*before, *value)))
            else:
                given.setdefault(name, value)
    return Ruled(given=given)


def words_pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    """Return a pattern that finds any of some words, whole, in any case. None for no words."""
    parts = [_word_pattern(word) for word in words if word.strip("* ")]
    if not parts:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


def _word_pattern(word: str) -> str:
    """Return one word's pattern: any run of spaces or hyphens will do between its parts."""
    is_open = word.endswith("*")
    stem = r"[\s-]+".join(re.escape(part) for part in re.split(r"[\s-]+", word.strip("* ")))
    stem = stem.replace("'", "['’]")
    return stem + (rf"\w{{0,{_LONGEST_ENDING}}}" if is_open else "s?")
