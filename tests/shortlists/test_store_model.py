"""Any store behaves as a plain dictionary would, whatever is done to it in whatever order."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import ClassVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from finder.domain.activity import ActivityId
from finder.domain.council import CouncilSlug
from finder.domain.shortlist import (
    Face,
    ListColour,
    ListLabel,
    ListPicture,
    Shortlist,
    ShortlistEntry,
)
from finder.shortlists import EMPTY_DAYS, ShortlistFullError, ShortlistStore
from finder.shortlists.tokens import look_token_of, make_token
from tests.shortlists.lists import CHOIR, KENT, NOON, STOCKPORT, SWIM, OpenStore

KEEP_DAYS = 30
MOST = 3
A_DAY = timedelta(days=1)

LISTS = st.integers(0, 1)
ACTIVITIES = st.tuples(st.sampled_from([KENT, STOCKPORT]), st.sampled_from([SWIM, CHOIR]))
LABELS = st.builds(
    ListLabel,
    picture=st.sampled_from(ListPicture),
    colour=st.sampled_from(ListColour),
    word=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20),
)
NOTES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=200)
Activity = tuple[CouncilSlug, ActivityId]


@dataclass
class ModelList:
    """What a list should be."""

    updated_at: datetime
    end: int = 1
    label: ListLabel = field(default_factory=ListLabel)
    entries: dict[Activity, ShortlistEntry] = field(default_factory=dict)
    removed: dict[Activity, tuple[datetime, ShortlistEntry]] = field(default_factory=dict)

    @property
    def expires_at(self) -> datetime:
        return self.updated_at + timedelta(days=KEEP_DAYS if self.entries else EMPTY_DAYS)

    def in_order(self) -> list[ShortlistEntry]:
        return sorted(self.entries.values(), key=lambda entry: entry.position)

    def forget_removed(self, now: datetime) -> None:
        self.removed = {
            activity: (removed_at, entry)
            for activity, (removed_at, entry) in self.removed.items()
            if removed_at > now - A_DAY
        }
        newest = sorted(self.removed, key=lambda each: (self.removed[each][0], self.place(each)))
        for activity in newest[:-MOST]:
            del self.removed[activity]

    def place(self, activity: Activity) -> int:
        return self.removed[activity][1].position


class ListMachine(RuleBasedStateMachine):
    """Do the same things to a store and to a dictionary, and compare them after each.

    Each run has tokens of its own, and leaves the store as empty as it was.
    """

    store: ClassVar[ShortlistStore]

    def __init__(self) -> None:
        super().__init__()
        self.tokens = [make_token(), make_token()]
        self.lists: dict[int, ModelList] = {}
        self.now = NOON

    def teardown(self) -> None:
        for token in self.tokens:
            self.store.clear(token)

    def live(self, number: int) -> ModelList | None:
        found = self.lists.get(number)
        return found if found and found.expires_at > self.now else None

    def use(self, number: int) -> ModelList | None:
        """Return the list that a change is to be made to, at the list's own time."""
        kept = self.live(number)
        if kept:
            kept.updated_at = max(kept.updated_at, self.now)
            kept.forget_removed(kept.updated_at)
        return kept

    @rule(number=LISTS, activity=ACTIVITIES)
    def add(self, number: int, activity: Activity) -> None:
        before = self.live(number)
        council, activity_id = activity
        is_full = before and activity not in before.entries and len(before.entries) >= MOST
        expected = None
        if not is_full:
            kept = self.use(number) or ModelList(self.now)
            self.lists[number] = kept
            if activity not in kept.entries:
                kept.removed.pop(activity, None)
                kept.entries[activity] = ShortlistEntry(
                    council=council,
                    activity_id=activity_id,
                    position=kept.end,
                    added_at=kept.updated_at,
                )
                kept.end += 1
            expected = kept.entries[activity]
        try:
            entry = self.store.add(
                self.tokens[number], council=council, activity_id=activity_id, now=self.now
            )
        except ShortlistFullError:
            entry = None
        assert entry == expected

    @rule(number=LISTS, activity=ACTIVITIES)
    def remove(self, number: int, activity: Activity) -> None:
        kept = self.use(number)
        expected = kept.entries.pop(activity, None) if kept else None
        if kept and expected:
            kept.removed[activity] = (kept.updated_at, expected)
            kept.forget_removed(kept.updated_at)
        assert expected == self.store.remove(
            self.tokens[number], council=activity[0], activity_id=activity[1], now=self.now
        )

    @rule(number=LISTS, activity=ACTIVITIES)
    def put_back(self, number: int, activity: Activity) -> None:
        before = self.live(number)
        is_full = (
            before
            and len(before.entries) >= MOST
            and activity in before.removed
            and before.removed[activity][0] > max(before.updated_at, self.now) - A_DAY
        )
        expected = None
        if not is_full:
            kept = self.use(number)
            if kept and activity in kept.removed:
                kept.entries[activity] = kept.removed.pop(activity)[1]
            expected = kept.entries.get(activity) if kept else None
        try:
            entry = self.store.put_back(
                self.tokens[number], council=activity[0], activity_id=activity[1], now=self.now
            )
        except ShortlistFullError:
            assert is_full
            entry = None
        assert entry == expected

    @rule(number=LISTS, activity=ACTIVITIES, face=st.none() | st.sampled_from(Face))
    def set_face(self, number: int, activity: Activity, face: Face | None) -> None:
        kept = self.use(number)
        if kept and activity in kept.entries:
            kept.entries[activity] = replace(kept.entries[activity], face=face)
        assert (kept.entries.get(activity) if kept else None) == self.store.set_face(
            self.tokens[number],
            council=activity[0],
            activity_id=activity[1],
            face=face,
            now=self.now,
        )

    @rule(number=LISTS, activity=ACTIVITIES, note=NOTES)
    def set_note(self, number: int, activity: Activity, note: str) -> None:
        kept = self.use(number)
        if kept and activity in kept.entries:
            kept.entries[activity] = replace(kept.entries[activity], note=note)
        assert (kept.entries.get(activity) if kept else None) == self.store.set_note(
            self.tokens[number],
            council=activity[0],
            activity_id=activity[1],
            note=note,
            now=self.now,
        )

    @rule(number=LISTS, activity=ACTIVITIES, up=st.booleans())
    def move(self, number: int, activity: Activity, up: bool) -> None:
        kept = self.use(number)
        entry = kept.entries.get(activity) if kept else None
        if kept and entry:
            in_order = kept.in_order()
            place = in_order.index(entry) + (-1 if up else 1)
            if 0 <= place < len(in_order):
                other = in_order[place]
                kept.entries[other.council, other.activity_id] = replace(
                    other, position=entry.position
                )
                entry = kept.entries[activity] = replace(entry, position=other.position)
        assert entry == self.store.move(
            self.tokens[number],
            council=activity[0],
            activity_id=activity[1],
            up=up,
            now=self.now,
        )

    @rule(number=LISTS, label=LABELS)
    def set_label(self, number: int, label: ListLabel) -> None:
        kept = self.use(number) or ModelList(self.now)
        self.lists[number] = kept
        kept.label = label
        self.store.set_label(self.tokens[number], label=label, now=self.now)

    @rule(number=LISTS)
    def renew(self, number: int) -> None:
        new = make_token()
        is_there = self.use(number) is not None
        assert self.store.renew(self.tokens[number], new=new, now=self.now) == is_there
        if is_there:
            self.tokens[number] = new

    @rule(number=LISTS)
    def clear(self, number: int) -> None:
        self.lists.pop(number, None)
        self.store.clear(self.tokens[number])

    @rule(hours=st.integers(-48, 48) | st.integers(0, 40 * 24))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @rule()
    def prune(self) -> None:
        live = {number: kept for number in self.lists if (kept := self.live(number))}
        for kept in live.values():
            kept.removed = {
                activity: (removed_at, entry)
                for activity, (removed_at, entry) in kept.removed.items()
                if removed_at > self.now - A_DAY
            }
        pruned = self.store.prune(now=self.now)
        assert pruned == len(self.lists) - len(live)
        self.lists = live

    @invariant()
    def every_list_is_as_it_should_be(self) -> None:
        for number, token in enumerate(self.tokens):
            kept = self.live(number)
            expected = kept and Shortlist(
                entries=tuple(kept.in_order()),
                updated_at=kept.updated_at,
                expires_at=kept.expires_at,
                label=kept.label,
            )
            assert self.store.read(token, now=self.now) == expected
            assert self.store.read_shared(look_token_of(token), now=self.now) == expected
            assert self.store.count(token, now=self.now) == (len(kept.entries) if kept else 0)


def test_a_store_agrees_with_a_dictionary(open_store: OpenStore) -> None:
    class MachineOnThisStore(ListMachine):
        store = open_store(keep_days=KEEP_DAYS, most=MOST)

    run_state_machine_as_test(
        MachineOnThisStore,
        settings=settings(max_examples=20, stateful_step_count=25, deadline=None),
    )
