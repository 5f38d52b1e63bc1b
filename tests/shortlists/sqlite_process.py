"""A process of its own that uses a SQLite store, run by test_sqlite_processes.py.

python sqlite_process.py migrate PATH      says "ready", waits for a line, opens the store
python sqlite_process.py add PATH ID       adds ID to one new list after another, and prints
                                           each list's token once the store has confirmed it
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

from finder.domain.activity import ActivityId
from finder.domain.council import CouncilSlug
from finder.shortlists.sqlite import SQLiteShortlistStore
from finder.shortlists.tokens import make_token

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
KENT = CouncilSlug("kent")


def migrate(path: Path) -> None:
    store = SQLiteShortlistStore(path)
    print("ready", flush=True)
    sys.stdin.readline()
    store.check()
    store.close()


def add(path: Path, activity_id: ActivityId) -> None:
    store = SQLiteShortlistStore(path)
    while True:
        token = make_token()
        store.add(token, council=KENT, activity_id=activity_id, now=NOON)
        print(token, flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "migrate":
        migrate(Path(sys.argv[2]))
    else:
        add(Path(sys.argv[2]), ActivityId(sys.argv[3]))
