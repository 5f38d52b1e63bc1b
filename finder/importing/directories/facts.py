"""The facts that people ask for, and which of them an imported activity leaves unknown."""

from collections.abc import Mapping
from enum import StrEnum


class Fact(StrEnum):
    """Something that a person asks about an activity."""

    WHAT = "what-it-is"
    WHEN = "when"
    WHERE = "where"
    MODE = "in-person-or-online"
    COST = "cost"
    ASK = "who-to-ask"
    CHECKED = "checked-on"
    SESSIONS = "days-and-times"
    POSTCODE = "postcode"
    AGES = "ages"
    PAY = "ways-to-pay"
    ACCESS = "getting-in"
    SUPPORT = "helpers"
    TRANSPORT = "transport"
    SPACE = "space"


# What every person asks first.
FIRST_FACTS = (
    Fact.WHAT,
    Fact.WHEN,
    Fact.WHERE,
    Fact.MODE,
    Fact.COST,
    Fact.ASK,
    Fact.CHECKED,
)


def unknown_facts(
    activity: Mapping[str, object],
    *,
    has_description: bool,
    has_contact: bool,
    has_place: bool,
    has_postcode: bool,
) -> tuple[Fact, ...]:
    """Return what an activity, as content has it, does not say.

    What is only online, or only in the person's home, needs no place. Nothing that comes from a
    directory tells about transport, or whether there is a space.
    """
    modes = activity.get("modes")
    is_elsewhere = isinstance(modes, list) and "in-person" not in modes
    told = {
        Fact.WHAT: has_description,
        Fact.WHEN: "sessions" in activity or "timing_note" in activity,
        Fact.WHERE: has_place or is_elsewhere,
        Fact.MODE: "modes" in activity,
        Fact.COST: "prices" in activity,
        Fact.ASK: has_contact,
        Fact.CHECKED: "checked_on" in activity,
        Fact.SESSIONS: "sessions" in activity,
        Fact.POSTCODE: has_postcode or is_elsewhere,
        Fact.AGES: "ages" in activity,
        Fact.PAY: "pay" in activity or any("free" in each for each in _tables(activity, "prices")),
        Fact.ACCESS: "access" in activity or "access_note" in activity,
        Fact.SUPPORT: "support" in activity,
    }
    return tuple(fact for fact in Fact if not told.get(fact, False))


def _tables(activity: Mapping[str, object], name: str) -> list[dict[str, object]]:
    value = activity.get(name)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
