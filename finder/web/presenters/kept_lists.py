"""The lists that a browser keeps, each with the picture, the colour and the word it is known by."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from finder.domain.shortlist import ListColour, ListLabel, ListPicture, Shortlist
from finder.shortlists.tokens import LookToken
from finder.web.presenters.sentences import side_by_side
from finder.web.presenters.times import date_in_words
from finder.web.wording import gettext, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptList:
    """One list. `name` is in words all that its picture, colour and word say."""

    look: LookToken
    label: ListLabel
    name: str
    size: str
    kept_until: str
    is_in_use: bool


def make_kept_lists(
    lists: Iterable[tuple[LookToken, Shortlist | None]],
) -> tuple[KeptList, ...]:
    """Return the lists. The first is in use; one that has run out has nothing on it."""
    return tuple(
        _make(look, shortlist, is_in_use=number == 0)
        for number, (look, shortlist) in enumerate(lists)
    )


def _make(look: LookToken, shortlist: Shortlist | None, *, is_in_use: bool) -> KeptList:
    label = shortlist.label if shortlist else ListLabel()
    size = len(shortlist) if shortlist else 0
    return KeptList(
        look=look,
        label=label,
        name=label_in_words(label),
        size=ngettext("%(num)s thing", "%(num)s things", size)
        if size
        else gettext("Nothing on it yet"),
        kept_until=date_in_words(shortlist.expires_at.date()) if shortlist else "",
        is_in_use=is_in_use,
    )


def label_in_words(label: ListLabel) -> str:
    """Return a label as "Yellow, Bus, Monday"."""
    parts = (colour_name(label.colour), picture_name(label.picture), label.word)
    return side_by_side(parts)


def colour_name(colour: ListColour) -> str:
    names = {
        ListColour.YELLOW: gettext("Yellow"),
        ListColour.GREEN: gettext("Green"),
        ListColour.BLUE: gettext("Blue"),
        ListColour.PINK: gettext("Pink"),
        ListColour.ORANGE: gettext("Orange"),
        ListColour.PURPLE: gettext("Purple"),
    }
    return names[colour]


def picture_name(picture: ListPicture) -> str:
    names = {
        ListPicture.HEART: gettext("Heart"),
        ListPicture.HOUSE: gettext("House"),
        ListPicture.BUS: gettext("Bus"),
        ListPicture.ANIMALS: gettext("Dog"),
        ListPicture.MUSIC: gettext("Music"),
        ListPicture.GARDEN: gettext("Garden"),
        ListPicture.ART: gettext("Paint"),
        ListPicture.SPORT: gettext("Ball"),
        ListPicture.COOKING: gettext("Cook"),
        ListPicture.SWIMMING: gettext("Swimmer"),
        ListPicture.BOOK: gettext("Book"),
        ListPicture.TRIPS: gettext("Beach"),
    }
    return names[picture]


def free_label(taken: Iterable[ListLabel]) -> ListLabel:
    """Return a picture and a colour that no list has yet, so that lists are told apart."""
    used = {(label.colour, label.picture) for label in taken}
    pairs = (
        (colour, picture)
        for picture, colour in product(ListPicture, ListColour)
        if (colour, picture) not in used
    )
    colour, picture = next(pairs, (ListColour.YELLOW, ListPicture.HEART))
    return ListLabel(picture=picture, colour=colour)
