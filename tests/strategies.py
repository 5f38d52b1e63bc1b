"""Hypothesis strategies for domain values that several tests draw."""

import string
from typing import TypeVar

from hypothesis import strategies as st

from finder.domain.query import (
    FARTHEST_MILES,
    LAST_PAGE,
    LONGEST_TEXT,
    MOST_PENCE,
    MOST_VALUES,
    SearchQuery,
    View,
)
from finder.domain.vocabulary import (
    Arrangement,
    DayChoice,
    DayPart,
    LeadsTo,
    Mode,
    Need,
    Pay,
    Sort,
    SpaceState,
    Support,
)

Value = TypeVar("Value")

_SLUG_LETTERS = string.ascii_lowercase + string.digits
# The picture questions send "any" for "I am not sure", and "online" for a place.
_NOT_SURE = "any"
_ONLINE = "online"
_PRINTABLE = st.characters(exclude_categories=("C", "Z"), include_characters=" ")


def search_queries() -> st.SearchStrategy[SearchQuery]:
    """Return every query that an address can ask for, each in its one tidy form."""
    return st.builds(
        SearchQuery,
        text=tidy_texts(),
        interests=_several(slugs()),
        lots=_several(slugs()),
        near=_places(),
        miles=st.none() | st.integers(1, FARTHEST_MILES),
        days=_several(st.sampled_from(DayChoice)),
        parts=_several(st.sampled_from(DayPart)),
        modes=_several(st.sampled_from(Mode)),
        needs=_several(st.sampled_from(Need)),
        support=_several(st.sampled_from(Support)),
        groups=_several(slugs()),
        age=st.none() | st.integers(0, 120),
        pay=_several(st.sampled_from(Pay)),
        max_cost_pence=st.none() | st.integers(0, MOST_PENCE),
        leads_to=_several(st.sampled_from(LeadsTo)),
        arrangements=_several(st.sampled_from(Arrangement)),
        spaces=_several(st.sampled_from(SpaceState)),
        sort=st.sampled_from(Sort),
        page=st.integers(1, LAST_PAGE),
        view=st.sampled_from(View),
        language=st.just("") | _languages(),
    )


def tidy_texts() -> st.SearchStrategy[str]:
    """Return what a person typed, on one line, with one space between words."""
    return st.text(_PRINTABLE, max_size=LONGEST_TEXT).map(lambda text: " ".join(text.split()))


def slugs() -> st.SearchStrategy[str]:
    """Return the short names that an address may hold."""
    shapes = st.text(_SLUG_LETTERS + "._-", min_size=1, max_size=80)
    return shapes.filter(lambda slug: slug[0] in _SLUG_LETTERS and slug != _NOT_SURE)


def _places() -> st.SearchStrategy[str]:
    return tidy_texts().filter(lambda text: text != _NOT_SURE and text.lower() != _ONLINE)


def _languages() -> st.SearchStrategy[str]:
    shapes = st.from_regex(r"[a-z]{2,3}(-[A-Za-z]{2,8}){0,2}", fullmatch=True)
    return shapes.filter(lambda language: language != _NOT_SURE)


def _several(values: st.SearchStrategy[Value]) -> st.SearchStrategy[tuple[Value, ...]]:
    return st.lists(values, unique=True, max_size=MOST_VALUES).map(tuple)
