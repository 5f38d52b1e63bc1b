"""Make an activity, as content has it, of a row and the rows that belong to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from finder.domain.place import PlaceKind
from finder.domain.vocabulary import ActivityStatus, Mode
from finder.importing.directories.costs import price_tables
from finder.importing.directories.facts import Fact, unknown_facts
from finder.importing.directories.fields import FieldReader, Table, without_blanks
from finder.importing.directories.joins import Listing
from finder.importing.directories.mapping import DirectoryMapping
from finder.importing.directories.providers import LONGEST_NAME, PlaceDraft
from finder.importing.directories.rows import plain_key
from finder.importing.directories.rules import Ruled
from finder.importing.directories.texts import Description, describe, one_line, shorten
from finder.importing.directories.timetable import session_tables, times_of
from finder.importing.directories.toml_writer import InlineTable
from finder.importing.directories.values import (
    ValueNotReadError,
    read_age,
    read_date,
    read_yes_or_no,
)
from finder.importing.entry import LONGEST_SENTENCE

LONGEST_ONLY_FOR = 60
LONGEST_LANGUAGE = 40
_RUNNING = {"active", "open", "current", "live"}
_PAUSED = {"temporarilyclosed", "paused", "suspended"}
_STOPPED = {"inactive", "defunct", "closed", "ended", "archived", "deleted"}
_MODE_OF = {PlaceKind.ONLINE: Mode.ONLINE, PlaceKind.HOME: Mode.AT_HOME}


class RowRefusedError(Exception):
    """A row is not to come in. `code` is stable and kebab-case, for the report."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(words)
        self.code = code
        self.words = words


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityDraft:
    """An activity of a provider's file, and the facts that nobody told about it."""

    table: Table
    unknown: tuple[Fact, ...]


def check_can_come_in(
    listing: Listing, ruled: Ruled, mapping: DirectoryMapping, provider_name: str
) -> None:
    """Raise RowRefusedError when the row is no thing to do, or lacks what it needs to be one."""
    reader = FieldReader(listing.row, mapping.activities, [])
    if not one_line(reader.raw("name")):
        raise RowRefusedError("no-name", "It has no name.")
    if ruled.leave_out:
        raise RowRefusedError(ruled.code, ruled.leave_out)
    if plain_key(reader.raw("status")) in _STOPPED:
        raise RowRefusedError("not-running", f"Its status is “{one_line(reader.raw('status'))}”.")
    oldest = _age(reader, "ages_to", ruled, _usual(mapping))
    if oldest is not None and oldest < mapping.reading.least_age:
        raise RowRefusedError("for-children", f"It is for people up to {oldest} years old.")
    if not (ruled.texts("interests") or _usual(mapping).texts("interests")):
        raise RowRefusedError("no-interest", "No rule of the mapping says what people like in it.")
    if not provider_name:
        raise RowRefusedError("no-provider", "It does not say who runs it.")


def make_activity(
    listing: Listing,
    ruled: Ruled,
    mapping: DirectoryMapping,
    *,
    activity_id: str,
    places: Sequence[PlaceDraft],
    provider_has_contact: bool,
    today: date,
) -> ActivityDraft:
    """Return the activity of a row. What is left out of the row becomes a remark of the listing."""
    maker = _Maker(listing, ruled, mapping, places, today)
    return maker.make(activity_id, provider_has_contact=provider_has_contact)


class _Maker:
    """The fields of one activity."""

    def __init__(
        self,
        listing: Listing,
        ruled: Ruled,
        mapping: DirectoryMapping,
        places: Sequence[PlaceDraft],
        today: date,
    ) -> None:
        self._reader = FieldReader(listing.row, mapping.activities, listing.remarks)
        self._listing = listing
        self._ruled = ruled
        self._mapping = mapping
        self._places = places
        self._today = today

    def make(self, activity_id: str, *, provider_has_contact: bool) -> ActivityDraft:
        name = self._reader.text("name", longest=LONGEST_NAME)
        only_for, also_for = self._only_for()
        description, about = self._description(name, also_for)
        modes = self._modes()
        sessions, timing_note = times_of(self._listing, self._reader)
        is_at_one_place = bool(sessions) and len(self._places) == 1
        contact = self._reader.contact()
        table: Table = {
            "id": activity_id,
            "name": name,
            "summary": description.summary or self._mapping.reading.nothing_said,
            "interests": self._texts("interests"),
            "about": about,
            "kind": self._ruled.text("kind") or _usual(self._mapping).text("kind"),
            "status": self._status(),
            "lots": list(self._mapping.defaults.lots),
            "modes": modes,
            "timing_note": timing_note,
            "places": [] if is_at_one_place else [place.place_id for place in self._places],
            "pay": self._texts("pay"),
            "access_note": self._access_note(),
            "support": self._texts("support"),
            "ages": self._ages(),
            "groups": self._texts("groups"),
            "only_for": only_for,
            "languages": self._languages(),
            "food": self._texts("food"),
            "checked_on": self._checked_on(),
            "sessions": session_tables(sessions, self._places, modes),
            "prices": price_tables(self._listing, self._reader, self._ruled, self._mapping.reading),
            "access": self._access(),
            "contact": contact,
        }
        tidy = without_blanks(table)
        unknown = unknown_facts(
            tidy,
            has_description=bool(description.summary),
            has_contact=bool(contact) or provider_has_contact,
            has_place=bool(self._places),
            has_postcode=any(place.has_postcode for place in self._places),
        )
        return ActivityDraft(table=tidy, unknown=unknown)

    def _texts(self, name: str) -> list[str]:
        told = self._ruled.texts(name) or _usual(self._mapping).texts(name)
        return [str(each) for each in told]

    def _description(self, name: str, also: Sequence[str]) -> tuple[Description, list[str]]:
        """Return what the row says, and the sentences about it with those that the rules add."""
        added = [*also, *self._ruled.texts("say"), *self._run_with()]
        most = self._mapping.reading.most_sentences
        told = describe(self._reader.every("about"), most=max(1, most - len(added)), name=name)
        if told.left_out:
            self._reader.remark(
                "description-cut",
                f"The description is too long: {told.left_out} sentences were left out.",
            )
        if told.is_cut:
            self._reader.remark("summary-cut", "Its first sentence is too long for a summary.")
        if told.links:
            self._reader.remark(
                "links-left-out", f"{told.links} web addresses behind words were left out."
            )
        return told, [*told.sentences, *added]

    def _run_with(self) -> list[str]:
        others = [each.name for each in self._listing.organisations[1:] if each.name]
        if not others or not self._mapping.run_with:
            return []
        names = " and ".join(part for part in (", ".join(others[:-1]), others[-1]) if part)
        return [shorten(self._mapping.run_with.replace("{names}", names), LONGEST_SENTENCE)]

    def _only_for(self) -> tuple[str, list[str]]:
        """Return whom it is only for, and in sentences what there is no room for."""
        kept: list[str] = []
        rest: list[str] = []
        for each in self._texts("only_for"):
            fits = not rest and len(", ".join([*kept, each])) <= LONGEST_ONLY_FOR
            (kept if fits else rest).append(each)
        return ", ".join(kept), [f"Only for: {each}." for each in rest]

    def _status(self) -> str:
        """Return paused or ended; nothing for what is active, as content leaves it out."""
        told = plain_key(self._reader.raw("status"))
        status = self._ruled.text("status") or _usual(self._mapping).text("status")
        if told in _PAUSED:
            status = ActivityStatus.PAUSED
        elif told and told not in _RUNNING:
            shown = shorten(one_line(self._reader.raw("status")), LONGEST_ONLY_FOR)
            self._reader.remark("unknown-status", f"Its status “{shown}” is not known.")
        return "" if status == ActivityStatus.ACTIVE else status

    def _modes(self) -> list[str]:
        modes = (_MODE_OF.get(place.kind, Mode.IN_PERSON) for place in self._places)
        return self._texts("modes") or list(dict.fromkeys(str(mode) for mode in modes))

    def _ages(self) -> Table:
        youngest = _age(self._reader, "ages_from", self._ruled, _usual(self._mapping))
        oldest = _age(self._reader, "ages_to", self._ruled, _usual(self._mapping))
        if youngest is None and oldest is None:
            return {}
        if youngest is not None and oldest is not None and oldest < youngest:
            self._reader.remark("bad-ages", f"Its ages go from {youngest} to {oldest}.")
            return {}
        return InlineTable({"from": youngest or 0, **without_blanks({"to": oldest})})

    def _languages(self) -> list[str]:
        told = [one_line(each) for each in self._reader.every("languages")]
        short = [each for each in told if len(each) <= LONGEST_LANGUAGE]
        if len(short) < len(told):
            self._reader.remark("languages-cut", "A language has too many letters for a name.")
        return list(dict.fromkeys([*short, *self._texts("languages")]))

    def _access_note(self) -> str:
        note = " ".join(dict.fromkeys(each.access_note for each in self._places)).strip()
        cut = shorten(note, LONGEST_SENTENCE)
        if cut != note:
            self._reader.remark("access-cut", "The words about getting in are too long.")
        return cut

    def _access(self) -> Table:
        """Return what the building has, and has not, by the columns and the rules that tell it."""
        reading = self._mapping.reading
        told: Table = {}
        for need, column in self._mapping.activities.access.items():
            for text in self._listing.row.values(column):
                try:
                    told[need] = read_yes_or_no(text, yes=reading.yes, no=reading.no)
                except ValueNotReadError as error:
                    self._reader.remark(error.code, f"{need}: {error.words} It was left out.")
        told |= {str(need): False for need in self._ruled.texts("has_not")}
        told |= {str(need): True for need in self._ruled.texts("has")}
        return told

    def _checked_on(self) -> date | None:
        day_first = self._mapping.reading.day_first
        return self._reader.value(
            "checked_on", lambda text: read_date(text, today=self._today, day_first=day_first)
        )


def _usual(mapping: DirectoryMapping) -> Ruled:
    """Return what is true of every activity of the directory, unless its row says otherwise."""
    return Ruled(given=mapping.defaults.given)


def _age(reader: FieldReader, name: str, *told: Ruled) -> int | None:
    """Return an age by the row's own column, else by what rules and defaults give."""
    age = reader.value(name, read_age)
    if age is not None:
        return age
    return next((number for each in told if (number := each.number(name)) is not None), None)
