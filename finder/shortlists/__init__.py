"""Keep people's own lists of activities, each under a secret that only its owner's browser has.

A list holds the names of activities, their order, a face and a short note for each, a label to
know the list by, and nothing about a person. `ShortlistStore` says what every store promises;
`finder.shortlists.sqlite` is the one that needs no server, and `finder.shortlists.postgres` the
one that several machines can share. The tests in tests/shortlists/test_store*.py hold for both.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from finder.domain.activity import ActivityId
from finder.domain.council import CouncilSlug
from finder.domain.shortlist import Face, ListLabel, Shortlist, ShortlistEntry
from finder.shortlists.tokens import EditToken, LookToken

KEEP_DAYS = 180
MOST_ENTRIES = 20
EMPTY_DAYS = 7
"""How long a list with nothing on it is kept."""
CODE_DAYS = 7
"""How long the words that open a list over the phone do."""


class ShortlistFullError(Exception):
    """The list already holds as many activities as it may."""

    def __init__(self, most: int) -> None:
        super().__init__(f"The list holds {most} activities, the most that it can. Take one off.")
        self.most = most


class StoreUnavailableError(Exception):
    """The lists cannot be reached or changed now; the site can do without them meanwhile."""


class StoreTooNewError(StoreUnavailableError):
    """A newer version of the finder has changed the lists' database."""


class TooManyToPruneError(Exception):
    """So many lists have expired at once that the clock is more likely wrong."""

    def __init__(self, expired: int, every: int) -> None:
        super().__init__(
            f"{expired} of {every} lists have expired at once. Is the clock of this machine right? "
            "If it is, prune again with --force."
        )
        self.expired = expired
        self.every = every


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """How often something may be tried: `burst` times at once, then once in `every_seconds`."""

    burst: int
    every_seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredList:
    """A list as it stands in a store, for moving it to another: with hashes, not with tokens.

    `look_hash` is None for a list that an older version made and nobody has changed since.
    """

    edit_hash: bytes
    look_hash: bytes | None
    shortlist: Shortlist


class ShortlistStore(Protocol):
    """The only thing that the public can write.

    Every change is to one activity, never to the whole list, so that two people who have the same
    list open lose nothing, and every change may be sent again without harm. A list exists from
    its first activity, or its label, until it is cleared or expired. It expires `keep_days` after
    its last use, or EMPTY_DAYS when nothing is on it; use means a change, because reading never
    writes. Times are passed in, with their time zone, and are kept to the second. The clock of
    one list never goes back.

    A change to a list that is not there makes no list, unless its description says so; what
    returns an entry returns None then.

    Every method raises StoreUnavailableError, within a few seconds, when the store cannot do what
    it was asked, and works again by itself as soon as it can. Nothing of a change is kept then,
    except where the machine failed just as it was being confirmed; sending it again settles that.
    """

    @property
    def keep_days(self) -> int:
        """Return how many days a list is kept after its last change."""
        ...

    @property
    def most(self) -> int:
        """Return how many activities one list can hold."""
        ...

    def add(
        self,
        token: EditToken,
        *,
        council: CouncilSlug,
        activity_id: ActivityId,
        now: datetime,
        seen: str = "",
    ) -> ShortlistEntry:
        """Put the activity at the end of the list, and return its entry.

        The list is made if there is none. An activity that is already on it stays as it was.
        Raises ShortlistFullError.
        """
        ...

    def remove(
        self, token: EditToken, *, council: CouncilSlug, activity_id: ActivityId, now: datetime
    ) -> ShortlistEntry | None:
        """Take the activity off the list, and return the entry that it had.

        For a day the store remembers the entry, with its face and note, for an undo.
        """
        ...

    def put_back(
        self, token: EditToken, *, council: CouncilSlug, activity_id: ActivityId, now: datetime
    ) -> ShortlistEntry | None:
        """Undo a removal: put the activity back just as it was, and return its entry.

        Returns None when the store does not remember it. Raises ShortlistFullError.
        """
        ...

    def set_face(
        self,
        token: EditToken,
        *,
        council: CouncilSlug,
        activity_id: ActivityId,
        face: Face | None,
        now: datetime,
    ) -> ShortlistEntry | None:
        """Say yes, maybe or no to an activity, or take that back, and return its entry."""
        ...

    def set_note(
        self,
        token: EditToken,
        *,
        council: CouncilSlug,
        activity_id: ActivityId,
        note: str,
        now: datetime,
    ) -> ShortlistEntry | None:
        """Write the short note of an activity, or empty it, and return its entry.

        A note longer than LONGEST_NOTE characters raises ValueError.
        """
        ...

    def set_seen(
        self,
        token: EditToken,
        *,
        council: CouncilSlug,
        activity_id: ActivityId,
        seen: str,
        now: datetime,
    ) -> ShortlistEntry | None:
        """Remember the mark of an activity whose changes somebody has seen; return its entry."""
        ...

    def move(
        self,
        token: EditToken,
        *,
        council: CouncilSlug,
        activity_id: ActivityId,
        up: bool,
        now: datetime,
    ) -> ShortlistEntry | None:
        """Change places with the activity above, or below, and return the entry.

        The first cannot go up, and the last cannot go down; they stay.
        """
        ...

    def set_label(self, token: EditToken, *, label: ListLabel, now: datetime) -> None:
        """Give the list a label. The list is made if there is none.

        A word longer than LONGEST_LABEL_WORD characters raises ValueError.
        """
        ...

    def renew(self, token: EditToken, *, new: EditToken, now: datetime) -> bool:
        """Keep the list under a new secret, so that every link and code of it stops.

        Returns whether the list is under the new secret now. Sent again with the same one, it
        still is; with yet another there is none under the old one any more, and it says so.
        """
        ...

    def clear(self, token: EditToken) -> None:
        """Delete the list now, and wipe it from the store's files, as far as the database can.

        SQLite can. PostgreSQL cleans its files and its log by itself, when it comes to it.
        """
        ...

    def read(self, token: EditToken, *, now: datetime) -> Shortlist | None:
        """Return the list, or None if there is none (any more)."""
        ...

    def read_shared(self, token: LookToken, *, now: datetime) -> Shortlist | None:
        """Return the list that a look link opens, or None if there is none (any more)."""
        ...

    def count(self, token: EditToken, *, now: datetime) -> int:
        """Return how many activities are on the list."""
        ...

    def keep_code(
        self, code_hash: bytes, *, sealed: bytes, for_list: EditToken, now: datetime
    ) -> None:
        """Remember for CODE_DAYS that a phone code opens the list; it goes with the list.

        `sealed` is what `finder.shortlists.codes` made of the token, and can only be opened with
        the code itself. Does nothing when there is no such list. Of one list the two newest
        codes do, so that one can be to look and one to change. Making one counts as use.
        """
        ...

    def find_code(self, code_hash: bytes, *, now: datetime) -> bytes | None:
        """Return the sealed token of a phone code, or None if there is no such code (any more)."""
        ...

    def take_turn(self, key: str, *, limit: Limit, now: datetime) -> float:
        """Count a try, and return 0, or how many seconds to wait when there were too many.

        A try that has to wait is not counted. The key is only kept as a hash (GCRA: one number
        for each key, in one statement, right for any number of processes).
        """
        ...

    def prune(self, *, now: datetime, force: bool = False) -> int:
        """Delete every list that has expired, wipe them, and return how many they were.

        Wipes removed entries, codes and limits that are over as well. When most of the lists have
        expired, and they are not few, raises TooManyToPruneError unless `force`.
        """
        ...

    def export(self, *, now: datetime) -> Iterator[StoredList]:
        """Return every list that has not expired. Codes and removed entries stay behind."""
        ...

    def restore(self, lists: Iterable[StoredList]) -> int:
        """Take in lists that another store exported; return how many were not there yet."""
        ...

    def clear_all(self) -> int:
        """Delete every list now, wipe them, and return how many they were."""
        ...

    def check(self) -> None:
        """Make the store ready, and raise StoreUnavailableError if it takes no changes now.

        Nothing is written, so a disk that has just filled up is not noticed here.
        """
        ...

    def close(self) -> None:
        """Let go of the store's connections; a later call opens them again."""
        ...
