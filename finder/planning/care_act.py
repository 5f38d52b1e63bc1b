"""The ten outcomes that the Care Act counts by, in the words of the law.

Care and Support (Eligibility Criteria) Regulations 2015 (SI 2015/313), regulation 2(2).
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from finder.domain.council import Council, Labelled


@dataclass(frozen=True, slots=True)
class Outcome:
    """An outcome, with its letter in the regulation; one of the council's own has no letter."""

    letter: str
    words: str


# By the slugs that councils' files have for them.
OUTCOMES: Final = {
    "food": Outcome("a", "managing and maintaining nutrition"),
    "hygiene": Outcome("b", "maintaining personal hygiene"),
    "toilet": Outcome("c", "managing toilet needs"),
    "clothes": Outcome("d", "being appropriately clothed"),
    "safe-at-home": Outcome("e", "being able to make use of the adult's home safely"),
    "home": Outcome("f", "maintaining a habitable home environment"),
    "relationships": Outcome(
        "g", "developing and maintaining family or other personal relationships"
    ),
    "work-and-learning": Outcome(
        "h", "accessing and engaging in work, training, education or volunteering"
    ),
    "community": Outcome(
        "i",
        "making use of necessary facilities or services in the local community including "
        "public transport, and recreational facilities or services",
    ),
    "caring": Outcome("j", "carrying out any caring responsibilities the adult has for a child"),
}
_BY_LETTER: Final = {outcome.letter: outcome for outcome in OUTCOMES.values()}


def outcomes_of(slugs: Collection[str], council: Council) -> tuple[Outcome, ...]:
    """Return outcomes in the order of the law, then the council's own in the council's order."""
    found = {_outcome(each) for each in council.outcomes if each.slug in slugs}
    own = [Outcome("", each.label) for each in council.outcomes]
    return tuple(each for each in (*OUTCOMES.values(), *own) if each in found)


def _outcome(labelled: Labelled) -> Outcome:
    """Return what a council's word stands for: by its slug, by its code, or only for itself."""
    by_code = _BY_LETTER.get(labelled.code.strip("() ").casefold())
    return OUTCOMES.get(labelled.slug) or by_code or Outcome("", labelled.label)
