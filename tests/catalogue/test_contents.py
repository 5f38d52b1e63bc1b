"""The contents of one council's site."""

from tests.builders import an_activity, some_contents


def test_contents_may_have_other_activities() -> None:
    contents, other = some_contents(an_activity("a")), (an_activity("b"),)

    changed = contents.with_activities(other)

    assert changed.activities == other
    assert changed.with_activities(contents.activities) == contents
