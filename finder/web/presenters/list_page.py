"""The page of a list: its cards, what was chosen, what has changed, and what it adds up to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from finder.domain.shortlist import Face, Shortlist, ShortlistEntry
from finder.generations import CouncilSite
from finder.planning.attending import Going
from finder.planning.changes import Aspect, what_changed
from finder.web.presenters import labels
from finder.web.presenters.card import is_running
from finder.web.presenters.listed import Listed, ListedActivities, find_listed
from finder.web.presenters.listed_card import CardList, ListedCard
from finder.web.presenters.sums import Sums, make_sums
from finder.web.presenters.times import date_in_words
from finder.web.wording import gettext

NO_FACE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceButton:
    """One of the three faces. Pressing the one that is chosen takes it back."""

    picture: str
    label: str
    value: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """One thing on a list. `said` is what was chosen a moment ago, and `was` what to go back to.

    `note_problem` says why a note could not be kept; `note` is then what was written.
    """

    card: ListedCard
    faces: tuple[FaceButton, ...]
    note: str
    note_problem: str
    said: str
    was: str
    changes: tuple[str, ...]
    is_running: bool
    is_first: bool
    is_last: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """What was just taken off, and can be put back."""

    council: str
    activity_id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """Everything on the page of a list. `sums` is None when there is nothing to add up."""

    items: tuple[ListItem, ...]
    gone: tuple[ShortlistEntry, ...]
    removed: Removed | None
    is_full: bool
    is_deleted: bool
    is_kept: bool
    has_new_links: bool
    kept_until: str
    sums: Sums | None


def make_list_page(
    shortlist: Shortlist | None,
    councils: Mapping[str, CouncilSite],
    *,
    today: date,
    going: Going,
    have: int | None,
    asked: Mapping[str, str],
    note_too_long: tuple[str, str, str] | None = None,
) -> ListPage:
    """Return the page. `asked` are the parameters of its address, which say what just happened."""
    listed = find_listed(shortlist.entries if shortlist else (), councils)
    running = [each for each in listed.here if is_running(each.activity, each.catalogue)]
    return ListPage(
        items=_items(listed, shortlist, today=today, asked=asked, note_too_long=note_too_long),
        gone=listed.gone,
        removed=_removed(shortlist, councils, asked),
        is_full="full" in asked,
        is_deleted="deleted" in asked,
        is_kept="kept" in asked,
        has_new_links="renewed" in asked,
        kept_until=date_in_words(shortlist.expires_at.date()) if shortlist else "",
        sums=make_sums(running, going, have=have, today=today) if running else None,
    )


def _items(
    listed: ListedActivities,
    shortlist: Shortlist | None,
    *,
    today: date,
    asked: Mapping[str, str],
    note_too_long: tuple[str, str, str] | None,
) -> tuple[ListItem, ...]:
    last = len(listed.here) - 1
    return tuple(
        _item(
            each,
            CardList(each.catalogue, today=today, shortlist=shortlist),
            asked,
            note_too_long=note_too_long,
            is_first=number == 0,
            is_last=number == last,
        )
        for number, each in enumerate(listed.here)
    )


def _item(
    listed: Listed,
    cards: CardList,
    asked: Mapping[str, str],
    *,
    note_too_long: tuple[str, str, str] | None,
    is_first: bool,
    is_last: bool,
) -> ListItem:
    entry = listed.entry
    assert entry is not None, "it was found by its entry"
    name = (entry.council, entry.activity_id)
    is_said = (asked.get("from"), asked.get("said")) == name
    is_too_long = note_too_long is not None and note_too_long[:2] == name
    was = asked.get("was", "")
    return ListItem(
        card=cards.card(entry.activity_id),
        faces=face_buttons(entry.face),
        note=note_too_long[2] if note_too_long and is_too_long else entry.note,
        note_problem=gettext("That is too long. Make it shorter.") if is_too_long else "",
        said=_said(entry.face) if is_said else "",
        was=was if was in set(Face) else NO_FACE,
        changes=_changes(what_changed(entry.seen, listed.activity)),
        is_running=is_running(listed.activity, listed.catalogue),
        is_first=is_first,
        is_last=is_last,
    )


def face_buttons(chosen: Face | None) -> tuple[FaceButton, ...]:
    """Return the three faces, with the one that is chosen."""
    return tuple(
        FaceButton(
            picture=face.value,
            label=str(label),
            value=NO_FACE if face is chosen else face.value,
            is_chosen=face is chosen,
        )
        for face, label in labels.FACES.items()
    )


def _said(face: Face | None) -> str:
    sentences = {
        Face.YES: gettext("You said yes."),
        Face.MAYBE: gettext("You said maybe."),
        Face.NO: gettext("You said no."),
        None: gettext("You took your answer back."),
    }
    return sentences[face]


def _changes(aspects: frozenset[Aspect]) -> tuple[str, ...]:
    """Return a sentence for each thing that is not as it was when it went on the list."""
    sentences = {
        Aspect.TIMES: gettext("The days or times are new."),
        Aspect.PLACE: gettext("The place is new."),
        Aspect.COST: gettext("The cost is new."),
    }
    return tuple(sentence for aspect, sentence in sentences.items() if aspect in aspects)


def _removed(
    shortlist: Shortlist | None, councils: Mapping[str, CouncilSite], asked: Mapping[str, str]
) -> Removed | None:
    """Return what was just taken off, when the address says so and it is not on the list."""
    site = councils.get(asked.get("from", ""))
    activity = site.catalogue.get_activity(asked.get("removed", "")) if site else None
    if site is None or activity is None:
        return None
    council = site.catalogue.council.slug
    if shortlist and shortlist.has(council, activity.activity_id):
        return None
    return Removed(council=council, activity_id=activity.activity_id, name=activity.name)
