"""A process whose threads edit lists as fast as the store lets them, run by load.py.

python -m tests.shortlists.load_worker LOCATION NAME SECONDS TOKEN...

It says "ready" on standard error, waits for a line, and edits for so many seconds, or until its
standard input ends. Each thread has activities of its own on every list, as a person who taps
has: so what it last did to one is what has to be there. Each writes to standard output, in one
piece, what it is about to do, and what the store has confirmed, and how long that took:

? LIST/ACTIVITY STATE    ! LIST/ACTIVITY MICROSECONDS    x LIST/ACTIVITY WHY NOT
"""

import os
import random
import select
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Event, Thread
from typing import TypedDict

from finder.domain.activity import ActivityId
from finder.domain.council import CouncilSlug
from finder.domain.shortlist import Face, Shortlist
from finder.shortlists import ShortlistStore, StoreUnavailableError
from finder.shortlists.tokens import EditToken
from tests.shortlists.store_process import open_at

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
KENT = CouncilSlug("kent")
THREADS = 4
ACTIVITIES = 2
"""How many activities each thread has on each list. With 8 threads, a list has room for all."""
GONE = "-"


class Where(TypedDict):
    """What every edit is told."""

    council: CouncilSlug
    activity_id: ActivityId
    now: datetime


def states_of(shortlist: Shortlist | None) -> dict[str, str]:
    """Return what a list says of each of its activities, in the words of the log."""
    entries = shortlist.entries if shortlist else ()
    return {entry.activity_id: f"{entry.face or 'none'}:{entry.note}" for entry in entries}


class Editor:
    """One thread's edits."""

    def __init__(self, store: ShortlistStore, name: str, tokens: list[EditToken]) -> None:
        self._store = store
        self._tokens = tokens
        self._activities = [ActivityId(f"{name}-{number}") for number in range(ACTIVITIES)]
        self._random = random.Random(name)
        self._states: dict[tuple[int, ActivityId], str] = {}
        self._removed: dict[tuple[int, ActivityId], str] = {}
        self._number = 0

    def run(self, stopped: Event) -> None:
        for number in range(len(self._tokens)):
            self._look(number)
        while not stopped.is_set():
            number = self._random.randrange(len(self._tokens))
            activity_id = self._random.choice(self._activities)
            self._edit(number, activity_id)

    def _look(self, number: int) -> None:
        found = states_of(self._store.read(self._tokens[number], now=NOON))
        for activity_id in self._activities:
            self._states[number, activity_id] = found.get(activity_id, GONE)
            self._removed.pop((number, activity_id), None)

    def _edit(self, number: int, activity_id: ActivityId) -> None:
        key = f"{number}/{activity_id}"
        edit, state = self._choose(number, activity_id)
        write(f"? {key} {state}")
        began = time.perf_counter_ns()
        try:
            edit()
        except StoreUnavailableError as error:
            write(f"x {key} {error}")
            self._look(number)
            return
        write(f"! {key} {(time.perf_counter_ns() - began) // 1000}")
        before = self._states[number, activity_id]
        self._states[number, activity_id] = state
        if state == GONE:
            self._removed[number, activity_id] = before

    def _choose(self, number: int, activity_id: ActivityId) -> tuple[Callable[[], object], str]:
        """Return an edit that makes sense now, and what there will be after it."""
        store, token = self._store, self._tokens[number]
        state = self._states[number, activity_id]
        self._number += 1
        where = Where(council=KENT, activity_id=activity_id, now=NOON)
        if state == GONE:
            removed = self._removed.get((number, activity_id))
            if removed and self._random.random() < 0.5:
                return (lambda: store.put_back(token, **where)), removed
            return (lambda: store.add(token, **where)), "none:"
        face, _, note = state.partition(":")
        chance = self._random.random()
        if chance < 0.6:
            new_face = self._random.choice(list(Face))
            return (lambda: store.set_face(token, face=new_face, **where)), f"{new_face}:{note}"
        if chance < 0.8:
            new_note = f"n{self._number}"
            return (lambda: store.set_note(token, note=new_note, **where)), f"{face}:{new_note}"
        return (lambda: store.remove(token, **where)), GONE


def write(line: str) -> None:
    """Write a line, in one piece: other threads write too, and the process may be killed."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def main(location: str, name: str, seconds: str, *tokens: str) -> None:
    store = open_at(location)
    store.check()
    stopped = Event()
    edit_tokens = [EditToken(token) for token in tokens]
    editors = [Editor(store, f"{name}-{number}", edit_tokens) for number in range(THREADS)]
    threads = [Thread(target=editor.run, args=[stopped]) for editor in editors]
    print("ready", file=sys.stderr, flush=True)
    sys.stdin.readline()
    for thread in threads:
        thread.start()
    select.select([sys.stdin], [], [], float(seconds))
    stopped.set()
    for thread in threads:
        thread.join()
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
