"""A provider, and the lots that the council has awarded to it."""

from dataclasses import dataclass, field
from datetime import date
from typing import NewType

from finder.domain.place import Place
from finder.domain.vocabulary import Arrangement, ProviderKind, ProviderStatus

ProviderId = NewType("ProviderId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """How to ask. A role, not a person's name, is best in `who`."""

    who: str = ""
    phone: str = ""
    text: str = ""
    email: str = ""
    website: str = ""
    hours: str = ""

    @property
    def is_told(self) -> bool:
        """Return whether there is any way to get in touch."""
        return bool(self.phone or self.text or self.email or self.website)


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """A lot that the council has awarded to a provider, and from when to when.

    `lot` is empty where the council's list has no lots (Milton Keynes, Wiltshire).
    """

    arrangement: Arrangement
    lot: str = ""
    starts: date | None = None
    ends: date | None = None

    def runs_on(self, day: date) -> bool:
        """Return whether the award is in force on a day. An end not told is an open end."""
        return (self.starts is None or self.starts <= day) and (
            self.ends is None or day <= self.ends
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """An organisation, or one person, who offers things to do."""

    provider_id: ProviderId
    name: str
    about: tuple[str, ...] = ()
    kind: ProviderKind | None = None
    status: ProviderStatus = ProviderStatus.ACTIVE
    contact: Contact = field(default_factory=Contact)
    awards: tuple[Award, ...] = ()
    places: tuple[Place, ...] = ()
    regulator_page: str = ""
    formats: tuple[str, ...] = ()
    joined_on: date | None = None
    left_on: date | None = None
    checked_on: date | None = None

    def award_of(self, lot: str) -> Award | None:
        """Return the newest award on a lot, or None."""
        held = [award for award in self.awards if award.lot == lot]
        return max(held, key=lambda award: award.starts or date.min, default=None)
