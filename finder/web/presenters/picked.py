"""What was picked together: what has a yes, a maybe, a no, and what has no answer yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from finder.domain.shortlist import Face, Shortlist
from finder.generations import CouncilSite
from finder.web.presenters.card import is_running
from finder.web.presenters.listed import find_listed
from finder.web.presenters.listed_card import CardList, ListedCard
from finder.web.wording import gettext


@dataclass(frozen=True, slots=True, kw_only=True)
class PickedCard:
    """One thing, with the note that somebody wrote."""

    card: ListedCard
    note: str
    is_running: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PickedGroup:
    """All that has the same face."""

    picture: str
    heading: str
    anchor: str
    cards: tuple[PickedCard, ...]


def make_picked(
    shortlist: Shortlist | None, councils: Mapping[str, CouncilSite], *, today: date
) -> tuple[PickedGroup, ...]:
    """Return the groups that hold something, yes first."""
    cards: dict[Face | None, list[PickedCard]] = {}
    for listed in find_listed(shortlist.entries if shortlist else (), councils).here:
        assert listed.entry is not None, "it was found by its entry"
        maker = CardList(listed.catalogue, today=today, shortlist=shortlist)
        cards.setdefault(listed.entry.face, []).append(
            PickedCard(
                card=maker.card(listed.activity.activity_id),
                note=listed.entry.note,
                is_running=is_running(listed.activity, listed.catalogue),
            )
        )
    headings = {
        Face.YES: ("yes", gettext("Yes, I want to do these")),
        Face.MAYBE: ("maybe", gettext("Maybe. I am not sure yet")),
        None: ("unknown", gettext("No answer yet")),
        Face.NO: ("no", gettext("No, not these")),
    }
    return tuple(
        PickedGroup(picture=picture, heading=heading, anchor=picture, cards=tuple(cards[face]))
        for face, (picture, heading) in headings.items()
        if face in cards
    )
