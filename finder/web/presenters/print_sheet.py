"""The sheet of paper that people take with them: a list, or one activity."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from finder.documents.square_code import SquareCode, make_square_code
from finder.domain.activity import Activity, VisitStep
from finder.domain.provider import Contact
from finder.domain.shortlist import Face
from finder.web.presenters import labels
from finder.web.presenters.activity_page import Section, contact_of, make_sections
from finder.web.presenters.card import (
    Fact,
    border_notes,
    cost_fact,
    helpers_fact,
    is_running,
    picture_of,
    space_fact,
    when_fact,
    where_fact,
)
from finder.web.presenters.listed import Listed, ListedActivities
from finder.web.presenters.sentences import Sentence, as_sentence, ours, own, side_by_side
from finder.web.presenters.times import date_in_words
from finder.web.wording import gettext

# What stands in large letters on the sheet of a list. That of one activity has all of its page.
_OF_A_LIST = ("when", "where", "cost", "helpers", "travel", "access", "space")


class PrintSize(StrEnum):
    """Small letters, with about two things on a page, or large ones with one idea a line."""

    SMALL = "small"
    LARGE = "large"


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceBox:
    """A face with a box to tick on paper. It is ticked already when the list says so."""

    picture: str
    label: str
    is_ticked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedActivity:
    """One activity on paper. `help_phone` is the council's, when nobody told how to ask.

    Sections that are `short` have no heading but for what nobody told.
    """

    name: str
    provider: str
    picture: str
    notes: tuple[str, ...]
    sections: tuple[Section, ...]
    is_short: bool
    contact: Contact
    help_phone: str
    words_to_say: str
    faces: tuple[FaceBox, ...]
    note: str
    checked: str
    first_visit: tuple[VisitStep, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintSheet:
    """Everything on the sheet. `gone` counts the entries that no catalogue knows any more."""

    activities: tuple[PrintedActivity, ...]
    gone: int
    size: PrintSize
    code: SquareCode | None
    printed_on: str


def read_size(asked: str) -> PrintSize:
    """Return the size that an address asks for: small letters, unless it says large."""
    return PrintSize.LARGE if asked == PrintSize.LARGE else PrintSize.SMALL


def make_print_sheet(
    listed: ListedActivities, *, size: PrintSize, link: str, today: date
) -> PrintSheet:
    """Return the sheet of a list. `link` is the address to look at it; empty when there is none."""
    return PrintSheet(
        activities=tuple(_on_a_list(each, size, today) for each in listed.here),
        gone=len(listed.gone),
        size=size,
        code=make_square_code(link) if link else None,
        printed_on=date_in_words(today),
    )


def make_activity_sheet(listed: Listed, *, size: PrintSize, link: str, today: date) -> PrintSheet:
    """Return the sheet of one activity, with all that its page says. `link` is its address."""
    printed = _printed(listed, _all_sections(listed, today), today)
    return PrintSheet(
        activities=(replace(printed, first_visit=listed.activity.first_visit),),
        gone=0,
        size=size,
        code=make_square_code(link),
        printed_on=date_in_words(today),
    )


def _on_a_list(listed: Listed, size: PrintSize, today: date) -> PrintedActivity:
    if size is PrintSize.SMALL:
        return _printed(listed, _short_sections(listed, today), today, is_short=True)
    sections = (
        replace(each, needs=()) if each.slug == "helpers" else each
        for each in _all_sections(listed, today)
        if each.slug in _OF_A_LIST
    )
    return _printed(listed, sections, today)


def _all_sections(listed: Listed, today: date) -> tuple[Section, ...]:
    picture = picture_of(listed.catalogue, listed.activity)
    return make_sections(listed.activity, listed.council, today=today, picture=picture)


def _printed(
    listed: Listed, sections: Iterable[Section], today: date, *, is_short: bool = False
) -> PrintedActivity:
    activity, council, entry = listed.activity, listed.council, listed.entry
    contact = contact_of(activity, listed.provider)
    return PrintedActivity(
        name=activity.name,
        provider=listed.provider.name,
        picture=picture_of(listed.catalogue, activity),
        notes=tuple(_notes(listed, today)),
        sections=tuple(map(_with_needs_in_words, sections)),
        is_short=is_short,
        contact=contact,
        help_phone="" if contact.is_told else council.help.phone,
        words_to_say=activity.words_to_say,
        faces=_faces(entry.face if entry else None),
        note=entry.note if entry else "",
        checked=_checked(activity.checked_on),
    )


def _checked(day: date | None) -> str:
    if day is None:
        return gettext("We do not know when a person last checked this page.")
    return gettext("A person checked this page on %(date)s.", date=date_in_words(day))


def _short_sections(listed: Listed, today: date) -> Iterator[Section]:
    """Return the facts of the card, with the whole address and the way there."""
    activity, council = listed.activity, listed.council
    yield _section_of(when_fact(activity))
    yield _place(activity)
    yield _section_of(cost_fact(activity, today=today, show_prices=council.show_prices))
    yield _section_of(helpers_fact(activity))
    yield from (each for each in _all_sections(listed, today) if each.slug == "travel")
    yield _section_of(space_fact(activity.availability))


def _section_of(fact: Fact) -> Section:
    """Return a fact of a card as a section. What it says is its first sentence."""
    told = [Sentence(fact.title, is_english=fact.title_is_english), *ours(fact.detail)]
    return Section(
        slug="",
        heading=fact.title,
        picture=fact.picture,
        sentences=tuple(told) if fact.is_told else (),
    )


def _place(activity: Activity) -> Section:
    """Return where it is. A person who goes there with the sheet needs the whole address."""
    section = _section_of(where_fact(activity, miles=None, about=False))
    if len(activity.places) != 1:
        return section
    place = activity.places[0]
    address = ", ".join(part for part in (place.address, place.postcode) if part)
    whole = own(f"{address}.") if address else []
    return replace(section, sentences=(*section.sentences[:1], *whole, *section.sentences[1:]))


def _notes(listed: Listed, today: date) -> Iterable[str]:
    activity, council = listed.activity, listed.council
    if not is_running(activity, listed.catalogue):
        yield gettext("This does not run now.")
    yield from border_notes(activity, council)
    if activity.is_stale(today, council.stale_months):
        yield gettext("Nobody has checked this for a long time. Ask them first.")


def _with_needs_in_words(section: Section) -> Section:
    """Return the section with its list of yes and no as three lines: paper has less room."""
    needs = section.needs
    told = [fact for fact in needs if fact.is_told]
    if not told:
        return replace(section, needs=())
    yes, no = gettext("Yes"), gettext("No")
    lines = ours(_named(gettext("Yes:"), [each for each in told if each.detail == yes]))
    lines += ours(_named(gettext("No:"), [each for each in told if each.detail == no]))
    lines += ours(_named(gettext("Not told us yet:"), [each for each in needs if each not in told]))
    return replace(section, sentences=(*section.sentences, *lines), needs=())


def _named(start: str, facts: list[Fact]) -> str:
    """Return "Yes: No steps, Hoist."; nothing when there are none."""
    return f"{start} {as_sentence(side_by_side(fact.title for fact in facts))}" if facts else ""


def _faces(chosen: Face | None) -> tuple[FaceBox, ...]:
    return tuple(
        FaceBox(picture=face.value, label=str(label), is_ticked=face is chosen)
        for face, label in labels.FACES.items()
    )
