"""Read the rules of a mapping, and the fields that a rule can give."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from finder.domain.place import PlaceKind
from finder.domain.vocabulary import (
    ActivityKind,
    ActivityStatus,
    Mode,
    Need,
    Pay,
    ProviderKind,
    Support,
)
from finder.importing.directories.rows import plain_key
from finder.importing.directories.rules import Condition, Rule, words_pattern
from finder.importing.entry import Entry

_LEFT_OUT = "left-out"

Reader = Callable[[Entry, str], object]


def _words(entry: Entry, key: str) -> tuple[str, ...]:
    return entry.slugs(key) or ()


def _sentences(entry: Entry, key: str) -> tuple[str, ...]:
    return entry.sentences(key, longest=200)


def _short_texts(entry: Entry, key: str) -> tuple[str, ...]:
    return entry.sentences(key, longest=60)


def _age(entry: Entry, key: str) -> int | None:
    return entry.number(key, least=0, most=120)


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """Which fields the rules of one part of a mapping can give, and how each is read."""

    readers: Mapping[str, Reader] = field(default_factory=dict)
    can_leave_out: bool = False


ACTIVITY = Effects(
    readers={
        "interests": _words,
        "groups": _words,
        "kind": lambda entry, key: entry.choice(key, ActivityKind),
        "status": lambda entry, key: entry.choice(key, ActivityStatus),
        "modes": lambda entry, key: entry.choices(key, Mode),
        "pay": lambda entry, key: entry.choices(key, Pay),
        "support": lambda entry, key: entry.choices(key, Support),
        "has": lambda entry, key: entry.choices(key, Need),
        "has_not": lambda entry, key: entry.choices(key, Need),
        "only_for": _short_texts,
        "say": _sentences,
        "languages": _short_texts,
        "food": _short_texts,
        "ages_from": _age,
        "ages_to": _age,
        "free": lambda entry, key: entry.flag(key),
    },
    can_leave_out=True,
)
PROVIDER = Effects(readers={"kind": lambda entry, key: entry.choice(key, ProviderKind)})
PLACE = Effects(
    readers={
        "kind": lambda entry, key: entry.choice(key, PlaceKind),
        "area": lambda entry, key: entry.text(key, longest=60),
        "outside": lambda entry, key: entry.text(key, longest=60),
    },
    can_leave_out=True,
)


def read_effects(entry: Entry, effects: Effects) -> dict[str, object]:
    """Return the fields of content that a table gives."""
    told = {name: read(entry, name) for name, read in effects.readers.items() if entry.has(name)}
    return {name: value for name, value in told.items() if value not in (None, "", ())}


def read_rules(entry: Entry, effects: Effects) -> tuple[Rule, ...]:
    """Return the rules under a part of a mapping, in their order."""
    return tuple(_read_rule(each, effects) for each in entry.tables("rules"))


def _read_rule(entry: Entry, effects: Effects) -> Rule:
    rule = Rule(
        condition=_read_condition(entry),
        effects=read_effects(entry, effects),
        leave_out=entry.text("leave_out") if effects.can_leave_out else "",
        code=entry.slug("code", required=False) or _LEFT_OUT,
        keep=entry.flag("keep") or False,
        if_none=entry.flag("if_none") or False,
    )
    if not (rule.effects or rule.leave_out or rule.keep):
        entry.problem(
            "empty-rule",
            "Nothing follows from this rule.",
            f"Add one of: {', '.join(_possible(effects))}.",
        )
    entry.finish()
    return rule


def _possible(effects: Effects) -> list[str]:
    return [*effects.readers, *(["leave_out", "keep"] if effects.can_leave_out else [])]


def _read_condition(entry: Entry) -> Condition:
    condition = Condition(
        columns=entry.sentences("column"),
        values=frozenset(plain_key(each) for each in _words(entry, "is")),
        words=words_pattern(_words(entry, "words")),
        unless=words_pattern(_words(entry, "unless")),
        blank=entry.flag("blank"),
        at_most=_age(entry, "at_most"),
        at_least=_age(entry, "at_least"),
    )
    if not condition.columns:
        entry.problem(
            "missing-field",
            "The rule does not say which column it looks at.",
            'Add column = "…".',
            key="column",
        )
    tests = (condition.values, condition.words, condition.unless, condition.blank)
    if not any(test not in (None, frozenset()) for test in tests) and (
        condition.at_most is None and condition.at_least is None
    ):
        entry.problem(
            "empty-rule",
            "The rule does not say what the column holds.",
            'Add is = ["…"], words = ["…"], or blank = true.',
        )
    return condition
