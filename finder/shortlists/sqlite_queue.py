"""Make the changes of several threads together, so that they wait for the disk only once.

SQLite writes one transaction at a time, and each waits for the disk. Of the threads that want to
change something, one leads: it makes its own change and all that wait meanwhile, in one
transaction. Then it hands over to the first that came too late. So nobody waits longer than for
two transactions, whoever else is in a hurry.
"""

from collections.abc import Callable, Sequence
from threading import Event, Lock
from types import TracebackType
from typing import Generic, cast

from finder.shortlists import StoreUnavailableError
from finder.shortlists.database import T


class WaitingChange(Generic[T]):
    """A change that a thread wants made, by itself or by the thread that leads.

    As a context manager it keeps an error that happens inside for the thread that waits.
    """

    def __init__(self, work: Callable[..., T]) -> None:
        self.work = work
        self.result: T | None = None
        self.error: Exception | None = None
        self.is_over = False
        self.woken = Event()

    def __enter__(self) -> None:
        pass

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        if isinstance(error, Exception):
            self.error = error
        return self.error is not None

    def outcome(self) -> T:
        """Return what the work returned, or raise what went wrong."""
        if self.error is not None:
            raise self.error
        return cast(T, self.result)


Together = Sequence[WaitingChange[object]]


class ChangeQueue:
    """Lets one thread at a time make changes, all that wait at once.

    `make_together` gives each change its result or its error. If it raises, none was made.
    """

    def __init__(self, make_together: Callable[[Together], None]) -> None:
        self._make_together = make_together
        self._lock = Lock()
        self._waiting: list[WaitingChange[object]] = []
        self._has_leader = False

    def make(self, work: Callable[..., T]) -> T:
        """Return what the work returned once it is kept, or raise what went wrong."""
        change = WaitingChange(work)
        with self._lock:
            self._waiting.append(cast("WaitingChange[object]", change))
            is_leader, self._has_leader = not self._has_leader, True
        if not is_leader:
            change.woken.wait()
        if not change.is_over:
            self._lead()
        return change.outcome()

    def _lead(self) -> None:
        """Make the changes that wait now, this thread's among them."""
        together = self._take_all()
        try:
            self._make_together(together)
        except BaseException as error:
            # Who came meanwhile does not wait for the same trouble once more.
            together += self._take_all()
            for change in together:
                change.error = _for_everybody(error)
            raise
        finally:
            with self._lock:
                next_leader = self._waiting[0] if self._waiting else None
                self._has_leader = next_leader is not None
            if next_leader is not None:
                next_leader.woken.set()
            for change in together:
                change.is_over = True
                change.woken.set()

    def _take_all(self) -> list[WaitingChange[object]]:
        with self._lock:
            taken, self._waiting = self._waiting, []
        return taken


def _for_everybody(error: BaseException) -> Exception:
    """Return what to tell all threads: somebody pressing Ctrl and C is for one of them only."""
    if isinstance(error, Exception):
        return error
    return StoreUnavailableError("The change was interrupted before it was kept.")
