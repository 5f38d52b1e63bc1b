"""Make providers, and the places where they hold things, of other people's rows."""

from dataclasses import dataclass, field
from datetime import date

from finder.domain.place import PlaceKind
from finder.domain.vocabulary import Arrangement
from finder.importing.directories.fields import FieldReader, Table, without_blanks
from finder.importing.directories.joins import Listing, Named
from finder.importing.directories.mapping import DirectoryMapping
from finder.importing.directories.names import Ids
from finder.importing.directories.outcomes import Remark
from finder.importing.directories.rows import Row, plain_key
from finder.importing.directories.rules import apply_rules
from finder.importing.directories.texts import describe, one_line, shorten
from finder.importing.directories.values import read_date, read_phones, read_postcode

LONGEST_NAME = 120
LONGEST_ADDRESS = 200
LONGEST_TOWN = 60
# Content files have a largest size. A provider with more than this goes on in a second file.
MOST_BYTES = 1_000_000


@dataclass(slots=True, kw_only=True)
class ProviderDraft:
    """A provider's file in the making."""

    provider_id: str
    table: Table
    row: Row | None = None
    places: dict[str, Table] = field(default_factory=dict)
    place_ids: Ids = field(default_factory=Ids)
    activities: list[Table] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    size: int = 0

    def add(self, activity: Table, source: str) -> None:
        """Add an activity; `source` says above it which row it came from."""
        self.activities.append(activity)
        self.sources.append(source)
        self.size += len(repr(activity).encode())

    def as_content(self) -> Table:
        """Return the whole file, in the order of the content guide."""
        content = dict(self.table)
        content["places"] = list(self.places.values())
        content["activities"] = list(self.activities)
        return without_blanks(content)

    @property
    def has_contact(self) -> bool:
        return "contact" in self.table


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceDraft:
    """A place, its kind, and what the row says about getting in."""

    place_id: str
    kind: PlaceKind
    has_postcode: bool
    access_note: str = ""


class ProviderMaker:
    """Makes each provider once, however many activities it has."""

    def __init__(self, mapping: DirectoryMapping, ids: Ids, *, today: date) -> None:
        self._mapping = mapping
        self._ids = ids
        self._today = today
        self.drafts: dict[str, ProviderDraft] = {}

    def name_for(self, listing: Listing) -> tuple[str, Row | None]:
        """Return the name of an activity's provider and its row; no name when nobody tells it."""
        first = next(iter(listing.organisations), Named(""))
        name = first.name
        if first.row is not None:
            name = one_line(first.row.first(self._mapping.providers.columns("name"))) or name
        return name or self._mapping.provider_when_missing, first.row

    def draft_for(self, name: str, row: Row | None, remarks: list[Remark]) -> ProviderDraft:
        """Return the draft of a provider. A later row adds what an earlier one left blank."""
        key = self._key_with_room(plain_key(name))
        if key not in self.drafts:
            self.drafts[key] = ProviderDraft(
                provider_id=self._ids.give(key, name, otherwise="provider"),
                table=self._read(name, row, remarks),
            )
        elif row is not None and row is not self.drafts[key].row:
            # What cannot be read of a provider is said once, with its first activity.
            for field_name, value in self._read(name, row, []).items():
                self.drafts[key].table.setdefault(field_name, value)
        self.drafts[key].row = row
        return self.drafts[key]

    def _key_with_room(self, key: str) -> str:
        """Return what tells a provider apart, with a number when its file is full."""
        number = 1
        full = key
        while full in self.drafts and self.drafts[full].size > MOST_BYTES:
            number += 1
            full = f"{key}|{number}"
        return full

    def _read(self, name: str, row: Row | None, remarks: list[Remark]) -> Table:
        source = row or Row(table="", file="", number=0, source={})
        reader = FieldReader(source, self._mapping.providers, remarks)
        most = self._mapping.reading.most_sentences
        about = describe(reader.every("about"), most=most, name=name)
        ruled = apply_rules(
            self._mapping.providers.rules, source, self._mapping.providers.separators
        )
        sentences = [] if about.is_cut else [about.summary]
        sentences += about.sentences
        if len(sentences) > most or about.left_out:
            reader.remark(
                "provider-cut", "What is said about the provider is too long. It was cut."
            )
        day_first = self._mapping.reading.day_first
        table: Table = {
            "name": shorten(name, LONGEST_NAME),
            "about": [each for each in sentences[:most] if each],
            "kind": ruled.text("kind"),
            "checked_on": reader.value(
                "checked_on",
                lambda text: read_date(text, today=self._today, day_first=day_first),
            ),
            "contact": reader.contact(),
            "awards": self._awards(),
        }
        return without_blanks(table)

    def _awards(self) -> list[Table]:
        defaults = self._mapping.defaults
        if defaults.lots:
            return [{"lot": lot, "arrangement": str(defaults.arrangement)} for lot in defaults.lots]
        if defaults.arrangement is Arrangement.NONE:
            return []
        return [{"arrangement": str(defaults.arrangement)}]

    def add_places(
        self, draft: ProviderDraft, listing: Listing, remarks: list[Remark]
    ) -> list[PlaceDraft]:
        """Return the places of an activity, each added to its provider once."""
        found = (self._add_place(draft, named, remarks) for named in listing.places)
        return list({place.place_id: place for place in found if place is not None}.values())

    def _add_place(
        self, draft: ProviderDraft, named: Named, remarks: list[Remark]
    ) -> PlaceDraft | None:
        part = self._mapping.places
        # A name without a row is looked at by the rules as if it were one.
        columns = part.columns("name") if named.row is None else ()
        row = named.row or Row(
            table=part.table, file="", number=0, source=dict.fromkeys(columns, named.name)
        )
        ruled = apply_rules(part.rules, row, part.separators)
        if ruled.leave_out:
            remarks.append(Remark(ruled.code, ruled.leave_out))
            return None
        reader = FieldReader(row, part, remarks)
        table = self._place_table(reader, named.name)
        if table is None:
            return None
        kind = self._kind_of(reader, ruled.text("kind"))
        told = "|".join(str(table.get(name, "")) for name in ("name", "address", "postcode"))
        key = plain_key(told)
        place_id = draft.place_ids.give(key, str(table["name"]), otherwise="place")
        if kind is not PlaceKind.BUILDING:
            table["kind"] = str(kind)
        table |= without_blanks({"area": ruled.text("area"), "outside": ruled.text("outside")})
        draft.places.setdefault(key, {"id": place_id, **table})
        return PlaceDraft(
            place_id=place_id,
            kind=kind,
            has_postcode="postcode" in table,
            access_note=one_line(" ".join(reader.every("access_note"))),
        )

    def _place_table(self, reader: FieldReader, name: str) -> Table | None:
        address = reader.text("address", longest=LONGEST_ADDRESS)
        town = reader.text("town", longest=LONGEST_TOWN)
        postcode = reader.value("postcode", read_postcode)
        told = reader.text("name", longest=LONGEST_NAME) or name
        called = told or address.partition(",")[0] or town or postcode or ""
        if not called:
            reader.remark("place-without-name", "A place has no name and no address.")
            return None
        phones = reader.value("phone", read_phones) or ()
        directions = [f"The phone number of the place is {phones[0]}."] if phones else []
        return without_blanks(
            {
                "name": shorten(called, LONGEST_NAME),
                "address": address,
                "town": town,
                "postcode": postcode,
                "directions": directions,
            }
        )

    def _kind_of(self, reader: FieldReader, ruled: str) -> PlaceKind:
        told = ruled or reader.raw("kind").lower()
        return PlaceKind(told) if told in set(PlaceKind) else PlaceKind.BUILDING
