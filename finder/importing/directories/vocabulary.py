"""Hold the words of a mapping against those that the council and its content know."""

from collections.abc import Collection, Iterator, Mapping

from finder.domain.council import Council
from finder.domain.vocabulary import Arrangement
from finder.importing.directories.mapping import DirectoryMapping
from finder.importing.directories.rules import Rule
from finder.importing.report import Report
from finder.importing.texts import as_shown, near_miss


def check_vocabulary(
    mapping: DirectoryMapping, council: Council, interests: Collection[str], report: Report
) -> None:
    """Note each interest, group, area and lot that a mapping gives, and the council has not."""
    groups = [group.slug for group in council.groups]
    areas = [area.slug for area in council.areas]
    lots = [lot.code for lot in council.lots]
    known = {"interests": sorted(interests), "groups": groups, "area": areas}
    for place, name, word in _given(mapping):
        if name in known and word not in known[name]:
            _add(report, place, name, word, known[name])
    if lots and mapping.defaults.arrangement is Arrangement.FRAMEWORK and not mapping.defaults.lots:
        report.add(
            "missing-lot",
            "defaults: arrangement is framework, and there are no lots.",
            f"Add lots, some of: {', '.join(lots)}. Or write another arrangement.",
        )
    for lot in mapping.defaults.lots:
        if lot not in lots:
            _add(report, "defaults", "lots", lot, lots)


def _given(mapping: DirectoryMapping) -> Iterator[tuple[str, str, str]]:
    """Yield where in the mapping, in which field, and which word is given."""
    given: list[tuple[str, Mapping[str, object]]] = [("defaults", mapping.defaults.given)]
    given += _of_rules("activities", mapping.activities.rules)
    given += _of_rules("places", mapping.places.rules)
    for place, effects in given:
        for name, value in effects.items():
            words = value if isinstance(value, tuple) else (value,)
            yield from ((place, name, word) for word in words if isinstance(word, str))


def _of_rules(part: str, rules: tuple[Rule, ...]) -> list[tuple[str, Mapping[str, object]]]:
    return [(f"{part}, rules {number}", rule.effects) for number, rule in enumerate(rules, start=1)]


def _add(report: Report, place: str, name: str, word: str, known: Collection[str]) -> None:
    report.add(
        "unknown-word",
        f"{place}: {name} has {as_shown(word)}.{near_miss(word, known)}",
        f"Use some of: {', '.join(known)}." if known else f"Take {name} out: there are none.",
    )
