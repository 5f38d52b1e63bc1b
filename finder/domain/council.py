"""A council and its list: framework card, lots, groups, areas, money, contacts and settings."""

from dataclasses import dataclass, field
from datetime import date
from typing import NewType

from finder.domain.media import Video
from finder.domain.provider import Contact
from finder.domain.vocabulary import FrameworkKind, LotStatus, Mode, Pay, PriceUnit

CouncilSlug = NewType("CouncilSlug", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedPrice:
    """A price that the council sets for everybody on its list (F4)."""

    pence: int
    unit: PriceUnit
    valid_from: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lot:
    """A part of the council's list.

    `label` is what the public reads; `name` and `code` are the official ones and are for
    professionals only (F13). `modes` are the ways of taking part that the lot allows (F15).
    `longest_weeks` is the longest that a place may last (F38).
    """

    code: str
    label: str
    name: str
    status: LotStatus = LotStatus.OPEN
    modes: tuple[Mode, ...] = (Mode.IN_PERSON, Mode.AT_HOME)
    longest_weeks: int | None = None
    reopens: str = ""
    description: str = ""
    fixed_price: FixedPrice | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """The card of the council's list. What a report does not state stays empty or None."""

    name: str
    kind: FrameworkKind
    was_called: str = ""
    starts: date | None = None
    starts_in_words: str = ""
    ends: date | None = None
    term: str = ""
    reopening: str = ""
    value: str = ""
    price_rule: str = ""
    fixed_price: FixedPrice | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A word that the council chose, with its plain label, a hint and a picture."""

    slug: str
    label: str
    hint: str = ""
    picture: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeBand:
    """An age band by which the council splits who arranges and pays (F25)."""

    label: str
    youngest: int
    oldest: int | None = None
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpContact:
    """Someone to ask, and what for: an assessment, help for carers, or a worry about safety."""

    slug: str
    label: str
    text: str
    contact: Contact


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRange:
    """All the days from the first to the last, both of them too."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"The last day, {self.last}, is before the first, {self.first}.")

    def holds(self, day: date) -> bool:
        """Return whether a day is one of them."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The six colours that a council sets, for light pages and for dark ones."""

    band: str = ""
    on_band: str = ""
    band_2: str = ""
    sun: str = ""
    brand: str = ""
    on_brand: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessibilityStatement:
    """What the council fills in on the model accessibility statement (SI 2018/952, reg. 8)."""

    prepared_on: date | None = None
    reviewed_on: date | None = None
    tested_on: date | None = None
    tested_by: str = ""
    contact: Contact = field(default_factory=Contact)
    known_issues: tuple[str, ...] = ()
    reply_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    """One council: everything about it that is not an activity or a provider.

    `terms` are the school terms, each without a holiday in it, the earliest first.
    `checked_languages` are those whose words a native reader has checked.
    """

    slug: CouncilSlug
    name: str
    site_name: str
    place_name: str
    framework: Framework
    area_codes: tuple[str, ...] = ()
    example: bool = False
    lots: tuple[Lot, ...] = ()
    groups: tuple[Labelled, ...] = ()
    age_bands: tuple[AgeBand, ...] = ()
    areas: tuple[Labelled, ...] = ()
    start_places: tuple[Labelled, ...] = ()
    outcomes: tuple[Labelled, ...] = ()
    terms: tuple[DateRange, ...] = ()
    pay: tuple[Pay, ...] = tuple(Pay)
    help: Contact = field(default_factory=Contact)
    contacts: tuple[HelpContact, ...] = ()
    languages: tuple[str, ...] = ("en-GB",)
    checked_languages: tuple[str, ...] = ()
    stale_months: int = 12
    show_prices: bool = True
    theme: Theme = field(default_factory=Theme)
    theme_dark: Theme = field(default_factory=Theme)
    statement: AccessibilityStatement = field(default_factory=AccessibilityStatement)
    videos: tuple[Video, ...] = ()

    def lot(self, code: str) -> Lot | None:
        """Return the lot with a code, or None."""
        return next((lot for lot in self.lots if lot.code == code), None)

    def contact(self, slug: str) -> HelpContact | None:
        """Return the contact for a purpose, such as "assessment", or None."""
        return next((each for each in self.contacts if each.slug == slug), None)
