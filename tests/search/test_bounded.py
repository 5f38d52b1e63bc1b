"""Keeping what was worked out, within bounds."""

from concurrent.futures import ThreadPoolExecutor

from hypothesis import given
from hypothesis import strategies as st

from finder.search.bounded import BoundedCache

MOST = 100

steps = st.tuples(
    st.sampled_from(("get", "put", "clear")), st.integers(0, 6), st.integers(0, MOST + 20)
)


@given(st.lists(steps, max_size=60))
def test_what_was_asked_for_longest_ago_goes_first(taken: list[tuple[str, int, int]]) -> None:
    cache: BoundedCache[int, str] = BoundedCache(MOST)
    plain: list[tuple[int, str, int]] = []
    for number, (step, key, nbytes) in enumerate(taken):
        held = next((each for each in plain if each[0] == key), None)
        if step == "clear":
            cache.clear()
            plain = []
        elif step == "get":
            assert cache.get(key) == (held and held[1])
            plain.sort(key=lambda each: each[0] == key)
        else:
            cache.put(key, str(number), nbytes)
            if nbytes <= MOST:
                plain = [each for each in plain if each is not held]
                plain.append((key, str(number), nbytes))
            while sum(each[2] for each in plain) > MOST:
                plain.pop(0)

        assert len(cache) == len(plain)
        assert cache.nbytes == sum(each[2] for each in plain) <= MOST
    assert [cache.get(key) for key, _, _ in plain] == [value for _, value, _ in plain]


def test_what_is_larger_than_everything_is_not_kept() -> None:
    cache: BoundedCache[str, str] = BoundedCache(MOST)
    cache.put("small", "a", 10)
    cache.put("large", "b", MOST + 1)

    assert (cache.get("small"), cache.get("large"), cache.nbytes) == ("a", None, 10)


def test_threads_share_what_is_kept() -> None:
    cache: BoundedCache[int, int] = BoundedCache(MOST)

    def work(seed: int) -> bool:
        for step in range(300):
            key = (seed * step) % 37
            found = cache.get(key)
            if found not in (None, key):
                return False
            cache.put(key, key, key)
        return True

    with ThreadPoolExecutor(4) as threads:
        assert all(threads.map(work, range(1, 9)))
    held = [key for key in range(37) if cache.get(key) is not None]
    assert cache.nbytes == sum(held) <= MOST
