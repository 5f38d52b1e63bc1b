"""The words of a mapping against those of the council."""

from dataclasses import replace
from pathlib import Path

from finder.domain.vocabulary import Arrangement
from finder.importing.directories.mapping import Defaults
from finder.importing.directories.rules import Condition, Rule
from finder.importing.directories.vocabulary import check_vocabulary
from finder.importing.report import Report
from tests.builders import a_council
from tests.importing.directories.invented import read_the_mapping


def a_rule(**effects: object) -> Rule:
    return Rule(condition=Condition(columns=("Kind",), blank=False), effects=effects)


def test_known_words_are_well(tmp_path: Path) -> None:
    report = Report(file="mapping.toml")
    council = a_council()
    mapping = replace(
        read_the_mapping(tmp_path), defaults=Defaults(lots=tuple(lot.code for lot in council.lots))
    )
    check_vocabulary(mapping, council, ["music", "cooking"], report)

    assert report.issues == []


def test_unknown_words_are_errors(tmp_path: Path) -> None:
    mapping = read_the_mapping(tmp_path)
    council = a_council()
    wrong = replace(
        mapping,
        defaults=Defaults(lots=("9z",), given={"groups": ("nobody",), "free": True}),
        activities=replace(mapping.activities, rules=(a_rule(interests=("musik",)),)),
        places=replace(mapping.places, rules=(a_rule(area="nowhere", kind="online"),)),
    )
    report = Report(file="mapping.toml")
    check_vocabulary(wrong, council, ["music"], report)

    assert [issue.code for issue in report.issues] == ["unknown-word"] * 4
    assert [issue.message for issue in report.issues] == [
        "defaults: groups has “nobody”.",
        "activities, rules 1: interests has “musik”. Did you mean “music”?",
        "places, rules 1: area has “nowhere”.",
        "defaults: lots has “9z”.",
    ]


def test_a_list_with_lots_needs_a_lot(tmp_path: Path) -> None:
    framework = Defaults(arrangement=Arrangement.FRAMEWORK)
    mapping = replace(read_the_mapping(tmp_path), defaults=framework)
    report = Report(file="mapping.toml")
    check_vocabulary(mapping, a_council(), ["music", "cooking"], report)
    check_vocabulary(mapping, a_council(lots=()), ["music", "cooking"], report)

    assert [issue.code for issue in report.issues] == ["missing-lot"]


def test_what_a_council_does_not_have_is_taken_out(tmp_path: Path) -> None:
    mapping = replace(read_the_mapping(tmp_path), defaults=Defaults(lots=("1a",)))
    report = Report(file="mapping.toml")
    check_vocabulary(mapping, a_council(lots=()), ["music", "cooking"], report)

    assert report.issues[0].remedy == "Take lots out: there are none."
