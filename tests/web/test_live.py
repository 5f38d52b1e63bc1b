"""Serving the current generation, and moving to the next."""

import gc
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

import pytest

from finder.domain.query import SearchQuery
from finder.generations import NOTHING_BUILT, Generation, GenerationError, Generations
from finder.search.find import find
from finder.web.live import LiveGeneration
from tests.builders import TODAY
from tests.small_generation import flip_a_byte, publish_called

THREADS = 4
BUILDS = 5


class Clock:
    """A clock that goes on only when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def generations(tmp_path: Path) -> Generations:
    return Generations(tmp_path / "generations")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def live(generations: Generations, clock: Clock) -> Iterator[LiveGeneration]:
    with closing(LiveGeneration(generations, clock)) as opened:
        yield opened


@contextmanager
def taken(live: LiveGeneration) -> Iterator[Generation]:
    """Take a generation as a request does, and give it back at its end."""
    generation = live.take()
    try:
        yield generation
    finally:
        live.give_back(generation)


def name_of(generation: Generation) -> str:
    return generation.councils["exampleshire"].catalogue.council.name


def is_closed(generation: Generation) -> bool:
    return generation.councils == {}


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def test_nothing_can_be_taken_before_the_first_build(
    generations: Generations, live: LiveGeneration, clock: Clock
) -> None:
    with pytest.raises(GenerationError, match=NOTHING_BUILT):
        live.take()

    publish_called(generations, "One")
    with pytest.raises(GenerationError, match=NOTHING_BUILT):
        live.take()

    clock.now += 1
    with taken(live) as generation:
        assert name_of(generation) == "One"


def test_the_pointer_is_looked_at_once_a_second(
    generations: Generations, live: LiveGeneration, clock: Clock
) -> None:
    publish_called(generations, "One")
    names = []
    for seconds in (0, 0.5, 0.49, 0.01):
        clock.now += seconds
        with taken(live) as generation:
            names.append(name_of(generation))
        publish_called(generations, "Two")

    assert names == ["One", "One", "One", "Two"]


def test_which_generation_is_served_is_known_without_taking_it(
    generations: Generations, live: LiveGeneration, clock: Clock
) -> None:
    assert live.current_id() is None
    first = publish_called(generations, "One")
    clock.now += 1
    assert live.current_id() == first

    second = publish_called(generations, "Two")
    clock.now += 0.5
    assert live.current_id() == first
    clock.now += 0.5
    assert live.current_id() == second
    flip_a_byte(generations.folder / publish_called(generations, "Three") / "manifest.json", 9)
    clock.now += 1
    assert live.current_id() == second
    with taken(live) as generation:
        assert generation.generation_id == second


def test_a_request_keeps_the_generation_that_it_began_with(
    generations: Generations, live: LiveGeneration, clock: Clock
) -> None:
    publish_called(generations, "One")
    first, again = live.take(), live.take()
    publish_called(generations, "Two")
    clock.now += 1
    second = live.take()

    assert (name_of(first), name_of(second)) == ("One", "Two")
    live.give_back(first)
    assert name_of(again) == "One"
    live.give_back(again)
    assert is_closed(first)
    live.give_back(second)
    assert not is_closed(second)


def test_the_old_generation_is_closed_at_once_when_nobody_uses_it(
    generations: Generations, live: LiveGeneration, clock: Clock
) -> None:
    publish_called(generations, "One")
    with taken(live) as first:
        pass
    publish_called(generations, "Two")
    clock.now += 1

    with taken(live) as second:
        assert (is_closed(first), is_closed(second)) == (True, False)


def test_while_the_pointer_stays_the_same_generation_is_served(
    generations: Generations, live: LiveGeneration, clock: Clock
) -> None:
    publish_called(generations, "One")
    served = []
    for _ in range(3):
        with taken(live) as generation:
            served.append(generation)
        clock.now += 5

    assert len(set(served)) == 1


def test_a_rollback_is_served_too(
    generations: Generations, live: LiveGeneration, clock: Clock
) -> None:
    publish_called(generations, "One")
    publish_called(generations, "Two")
    with taken(live) as generation:
        assert name_of(generation) == "Two"

    with generations.writing():
        generations.roll_back()
    clock.now += 1

    with taken(live) as generation:
        assert name_of(generation) == "One"


def test_a_damaged_build_is_passed_over_for_the_newest_whole_one(
    generations: Generations,
    live: LiveGeneration,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    publish_called(generations, "One")
    with taken(live):
        pass
    damaged = publish_called(generations, "Two")
    flip_a_byte(generations.folder / damaged / "exampleshire" / "catalogue.db", 50)
    clock.now += 1

    with taken(live) as generation:
        assert name_of(generation) == "One"
    assert caplog.messages == []


def test_what_is_open_is_served_on_when_every_build_on_the_disk_is_damaged(
    generations: Generations,
    live: LiveGeneration,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    built = publish_called(generations, "One")
    with taken(live) as first:
        pass
    (generations.folder / "current").unlink()
    (generations.folder / built / "manifest.json").unlink()

    for _ in range(2):
        clock.now += 1
        with taken(live) as generation:
            assert generation is first
            assert name_of(generation) == "One"

    assert caplog.messages == ["The new generation cannot be opened"] * 2


def test_when_nothing_can_be_served_the_error_says_why(
    generations: Generations, live: LiveGeneration
) -> None:
    built = publish_called(generations, "One")
    flip_a_byte(generations.folder / built / "places" / "towns.csv", 0)

    for _ in range(2):
        with pytest.raises(GenerationError, match=r"towns\.csv is damaged"):
            live.take()


def test_the_site_may_stop_before_it_served_anything(live: LiveGeneration) -> None:
    live.close()
    live.close()


def test_a_site_that_stops_closes_what_it_served(
    generations: Generations, live: LiveGeneration
) -> None:
    publish_called(generations, "One")
    with taken(live) as generation:
        live.close()

        assert name_of(generation) == "One"

    assert is_closed(generation)


def test_a_site_that_stops_between_requests_closes_at_once(
    generations: Generations, live: LiveGeneration
) -> None:
    publish_called(generations, "One")
    with taken(live) as generation:
        pass

    live.close()

    assert is_closed(generation)


def test_files_do_not_stay_open_over_twenty_builds(
    generations: Generations, live: LiveGeneration, clock: Clock
) -> None:
    gc.collect()  # What earlier tests left open would be closed in between.
    counts = []
    for number in range(20):
        publish_called(generations, f"Number {number}")
        clock.now += 1
        with taken(live) as generation:
            assert name_of(generation) == f"Number {number}"
        counts.append(open_files())

    assert counts == counts[:1] * 20


def test_threads_never_see_two_builds_in_one(generations: Generations) -> None:
    """Four threads make pages while new builds go live under them."""
    publish_called(generations, "Number 0")
    ticks = count()
    # At every request a second has gone by.
    live = LiveGeneration(generations, lambda: float(next(ticks)))
    done = threading.Event()
    seen: list[Generation] = []

    def serve() -> list[set[str]]:
        pages: list[set[str]] = []
        while not done.is_set() or not pages:
            with taken(live) as generation:
                seen.append(generation)
                pages.append(numbers_on(generation))
        return pages

    with ThreadPoolExecutor(THREADS) as threads:
        served = [threads.submit(serve) for _ in range(THREADS)]
        for number in range(1, BUILDS + 1):
            publish_called(generations, f"Number {number}")
        done.set()
        pages = [page for each in served for page in each.result()]

    assert all(len(page) == 1 for page in pages)
    with taken(live) as current:
        assert numbers_on(current) == {f"Number {BUILDS}"}
    assert {each for each in seen if not is_closed(each)} <= {current}
    live.close()
    assert is_closed(current)


def numbers_on(generation: Generation) -> set[str]:
    """Return the names that a page made of all the parts of a generation would bear."""
    site = generation.councils["exampleshire"]
    query = SearchQuery(text="cooking lunch")
    answer = find(site.searchable, query, whereabouts=None, today=TODAY)
    activities = site.catalogue.list_activities(hit.activity_id for hit in answer.hits)
    assert len(activities) == 2
    return {
        site.catalogue.council.name,
        *(activity.name.rpartition(" ")[0] for activity in activities),
        *(name.rpartition(" ")[0].title() for name in site.searchable.columns.names),
    }
