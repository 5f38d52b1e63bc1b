from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
import time
from finder.search.find import find
from tests.builders import TODAY
from tests.search.opened import AT_MAIDSTONE, opened
from tests.search.oracle import Oracle
from tests.search.strategies import catalogues, queries


@settings(
    deadline=None,
    max_examples=30,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(catalogues(), st.lists(queries(), min_size=3, max_size=3))
def test_oracle(contents, asked):
    oracle = Oracle(contents, TODAY)
    with opened(contents) as searchable:
        for query in asked:
            w = AT_MAIDSTONE if query.near else None
            answer = find(searchable, query, whereabouts=w, today=TODAY)
            e = oracle.find(query, w)
            assert {h.activity_id for h in answer.hits if h.is_sure} == e.sure
            assert {h.activity_id for h in answer.hits if not h.is_sure} == e.not_told
            assert {h.activity_id for h in answer.hits if h.every_word} == e.every_word
            assert (answer.total, answer.sure) == (len(e.found), len(e.sure))
            assert {
                k: {c.value: (c.total, c.sure) for c in cs} for k, cs in answer.choices.items()
            } == oracle.count(query, w)
