"""Any store behaves as a plain dictionary would, whatever is done to it in whatever order."""

from dataclasses import dataclass, field
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
from finder.domain.shortlist import Shortlist, ShortlistEntry
from finder.shortlists import ShortlistFullError, ShortlistStore
from finder.shortlists.tokens import make_token
from tests.shortlists.lists import CHOIR, KENT, NOON, STOCKPORT, SWIM, OpenStore

KEEP_DAYS = 30
MOST = 3

LISTS = st.integers(0, 1)
ACTIVITIES = st.tuples(
    st.sampled_from([KENT, STOCKPORT]),
    st.sampled_from([SWIM, CHOIR]),
)
Activity = tuple[CouncilSlug, ActivityId]


@dataclass
class ModelList:
    """What a list should be."""

    updated_at: datetime
    end: int = 1
    entries: dict[Activity, ShortlistEntry] = field(default_factory=dict)

    @property
    def expires_at(self) -> datetime:
        return self.updated_at + timedelta(days=KEEP_DAYS)


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

    def put(self, number: int, activity: Activity, position: int | None) -> ShortlistEntry | None:
        """Return the entry that the model then has, or None if the list is full."""
        kept = self.live(number) or ModelList(self.now)
        if activity not in kept.entries:
            if len(kept.entries) >= MOST:
                return None
            place = kept.end if position is None else max(position, 1)
            kept.end = max(kept.end, place + 1)
            kept.entries[activity] = ShortlistEntry(
                council=activity[0], activity_id=activity[1], position=place, added_at=self.now
            )
        kept.updated_at = max(kept.updated_at, self.now)
        self.lists[number] = kept
        return kept.entries[activity]

    @rule(number=LISTS, activity=ACTIVITIES)
    def add(self, number: int, activity: Activity) -> None:
        expected = self.put(number, activity, None)
        try:
            entry = self.store.add(
                self.tokens[number], council=activity[0], activity_id=activity[1], now=self.now
            )
        except ShortlistFullError:
            entry = None
        assert entry == expected

    @rule(number=LISTS, activity=ACTIVITIES, position=st.integers(-1, 6))
    def put_back(self, number: int, activity: Activity, position: int) -> None:
        expected = self.put(number, activity, position)
        try:
            entry = self.store.put_back(
                self.tokens[number],
                council=activity[0],
                activity_id=activity[1],
                position=position,
                now=self.now,
            )
        except ShortlistFullError:
            entry = None
        assert entry == expected

    @rule(number=LISTS, activity=ACTIVITIES)
    def remove(self, number: int, activity: Activity) -> None:
        kept = self.live(number)
        expected = None
        if kept:
            expected = kept.entries.pop(activity, None)
            kept.updated_at = max(kept.updated_at, self.now)
            if not kept.entries:
                del self.lists[number]
        entry = self.store.remove(
            self.tokens[number], council=activity[0], activity_id=activity[1], now=self.now
        )
        assert entry == expected

    @rule(number=LISTS)
    def clear(self, number: int) -> None:
        self.lists.pop(number, None)
        self.store.clear(self.tokens[number])

    @rule(hours=st.integers(-48, 40 * 24))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @rule()
    def prune(self) -> None:
        live = {number: kept for number in self.lists if (kept := self.live(number))}
        pruned = self.store.prune(now=self.now)
        assert pruned == len(self.lists) - len(live)
        self.lists = live

    @invariant()
    def every_list_is_as_it_should_be(self) -> None:
        for number, token in enumerate(self.tokens):
            kept = self.live(number)
            expected = kept and Shortlist(
                entries=tuple(
                    sorted(
                        kept.entries.values(),
                        key=lambda entry: (
                            entry.position,
                            entry.added_at,
                            entry.council,
                            entry.activity_id,
                        ),
                    )
                ),
                updated_at=kept.updated_at,
                expires_at=kept.expires_at,
            )
            assert self.store.read(token, now=self.now) == expected
            assert self.store.count(token, now=self.now) == (len(kept.entries) if kept else 0)


def test_a_store_agrees_with_a_dictionary(open_store: OpenStore) -> None:
    class MachineOnThisStore(ListMachine):
        store = open_store(keep_days=KEEP_DAYS, most=MOST)

    run_state_machine_as_test(
        MachineOnThisStore,
        settings=settings(max_examples=30, stateful_step_count=25, deadline=None),
    )
