"""Serve the current generation, and move to a new one without a restart.

The pointer is looked at once a second at the most. A request keeps the generation that it began
with, so that no page mixes two; an old generation is closed when its last request ends.
"""

import logging
import threading
import time
from collections.abc import Callable

from finder.generations import NOTHING_BUILT, Generation, GenerationError, Generations

LOOK_EVERY_SECONDS = 1.0
_log = logging.getLogger("finder.live")


class LiveGeneration:
    """The generation that is served now, and those that requests still use."""

    def __init__(
        self, generations: Generations, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._generations = generations
        self._clock = clock
        self._lock = threading.Lock()
        self._current: Generation | None = None
        self._pointer: str | None = None
        self._problem = NOTHING_BUILT
        self._looked_at = float("-inf")
        self._users: dict[Generation, int] = {}

    def take(self) -> Generation:
        """Return the generation for one request. Give it back with `give_back`."""
        with self._lock:
            self._look()
            if self._current is None:
                raise GenerationError(self._problem)
            self._users[self._current] = self._users.get(self._current, 0) + 1
            return self._current

    def current_id(self) -> str | None:
        """Return the id of the generation that `take` would return now; None without any.

        Needs no turn but once a second, so that kept pages are answered while a build is opened.
        """
        if self._clock() - self._looked_at >= LOOK_EVERY_SECONDS:
            with self._lock:
                self._look()
        current = self._current
        return current.generation_id if current else None

    def give_back(self, generation: Generation) -> None:
        """Say that a request is done with its generation."""
        with self._lock:
            self._users[generation] -= 1
            self._close_if_done(generation)

    def close(self) -> None:
        """Close the current generation, when the site stops."""
        with self._lock:
            if self._current is not None and not self._users.get(self._current):
                self._current.close()
            self._current = None

    def _look(self) -> None:
        now = self._clock()
        if now - self._looked_at < LOOK_EVERY_SECONDS:
            return
        self._looked_at = now
        pointer = self._generations.current_id()
        if self._current is not None and pointer == self._pointer:
            return
        try:
            new = self._generations.open_current()
        except GenerationError as error:
            # What is served still works, so it goes on; without any, the caller says why.
            _log.exception("The new generation cannot be opened")
            self._problem = str(error)
            return
        old, self._current, self._pointer = self._current, new, pointer
        _log.info("Serving generation %s", new.generation_id)
        if old is not None:
            self._close_if_done(old)

    def _close_if_done(self, generation: Generation) -> None:
        if not self._users.get(generation) and generation is not self._current:
            self._users.pop(generation, None)
            generation.close()
