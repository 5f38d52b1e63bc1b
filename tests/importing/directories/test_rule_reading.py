"""Reading the rules of a mapping."""

from finder.domain.place import PlaceKind
from finder.domain.vocabulary import Mode, Need, ProviderKind
from finder.importing.directories.rule_reading import (
    ACTIVITY,
    PLACE,
    PROVIDER,
    read_effects,
    read_rules,
)
from finder.importing.directories.rules import Condition, Rule
from tests.importing.reading import read_entry


def test_a_rule_with_everything() -> None:
    entry, issues = read_entry(
        """
[[rules]]
column = ["Kind", "Name"]
is = ["Music & Song"]
words = ["choir"]
unless = ["tots"]
blank = false
at_most = 90
at_least = 18
leave_out = "No."
code = "no"
keep = true
if_none = true
interests = ["music"]
"""
    )
    (rule,) = read_rules(entry, ACTIVITY)

    assert issues == []
    assert (rule.leave_out, rule.code, rule.keep, rule.if_none) == ("No.", "no", True, True)
    assert rule.condition.columns == ("Kind", "Name")
    assert rule.condition.values == frozenset({"musicandsong"})
    assert (rule.condition.blank, rule.condition.at_most, rule.condition.at_least) == (
        False,
        90,
        18,
    )
    assert rule.condition.words is not None
    assert rule.condition.unless is not None


def test_a_rule_with_little() -> None:
    entry, _ = read_entry('[[rules]]\ncolumn = "Kind"\nis = ["x"]\nkind = "charity"\n')

    assert read_rules(entry, PROVIDER) == (
        Rule(
            condition=Condition(columns=("Kind",), values=frozenset({"x"})),
            effects={"kind": ProviderKind.CHARITY},
            code="left-out",
        ),
    )


def test_a_provider_is_never_left_out() -> None:
    entry, issues = read_entry('[[rules]]\ncolumn = "Kind"\nis = ["x"]\nleave_out = "No."\n')

    read_rules(entry, PROVIDER)

    assert [issue.code for issue in issues] == ["empty-rule", "unknown-field"]
    assert issues[0].remedy == "Add one of: kind."


def test_all_that_an_activity_can_be_given() -> None:
    entry, issues = read_entry(
        """
interests = ["music"]
groups = ["older"]
kind = "club"
status = "paused"
modes = ["online"]
pay = ["self"]
support = ["1:1"]
has = ["step-free"]
has_not = ["hoist"]
only_for = "Members"
say = ["Bring a mat."]
languages = "Polish"
food = ["Vegetarian"]
ages_from = 18
ages_to = 30
free = false
"""
    )

    assert read_effects(entry, ACTIVITY) == {
        "interests": ("music",),
        "groups": ("older",),
        "kind": "club",
        "status": "paused",
        "modes": (Mode.ONLINE,),
        "pay": ("self",),
        "support": ("1:1",),
        "has": (Need.STEP_FREE,),
        "has_not": (Need.HOIST,),
        "only_for": ("Members",),
        "say": ("Bring a mat.",),
        "languages": ("Polish",),
        "food": ("Vegetarian",),
        "ages_from": 18,
        "ages_to": 30,
        "free": False,
    }
    assert issues == []


def test_what_is_blank_gives_nothing() -> None:
    entry, _ = read_entry('interests = []\nkind = "club"\narea = ""\n')

    assert read_effects(entry, ACTIVITY) == {"kind": "club"}
    entry, _ = read_entry('kind = "online"\narea = ""\noutside = "Examplebury"\n')
    assert read_effects(entry, PLACE) == {"kind": PlaceKind.ONLINE, "outside": "Examplebury"}
