import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.web.reading import CHOICES, Reading

readings = st.builds(Reading, **{name: st.sampled_from(each) for name, each in CHOICES.items()})


@given(reading=readings)
def test_a_cookie_gives_back_what_was_chosen(reading: Reading) -> None:
    assert Reading.from_cookie(reading.to_cookie()) == reading


@given(cookie=st.text(max_size=300))
def test_any_cookie_is_some_way_to_read(cookie: str) -> None:
    reading = Reading.from_cookie(cookie)

    assert all(getattr(reading, name) in values for name, values in CHOICES.items())


@pytest.mark.parametrize(
    "cookie", ["", "size", "size:", ":large", "size:huge", "SIZE:large", "x" * 10_000]
)
def test_a_cookie_that_was_not_ours_is_the_usual_way(cookie: str) -> None:
    assert Reading.from_cookie(cookie) == Reading()


def test_the_last_of_two_answers_counts() -> None:
    assert Reading.from_cookie("size:large.size:largest") == Reading(size="largest")


def test_the_usual_way_marks_no_page() -> None:
    assert Reading().attributes == {}
    assert Reading(pics="words", theme="strong").attributes == {
        "data-pics": "words",
        "data-theme": "strong",
    }


def test_a_cookie_is_small_and_says_only_what_is_unlike_the_usual() -> None:
    assert Reading().to_cookie() == ""
    assert Reading(size="large", calm="yes").to_cookie() == "size:large.calm:yes"
    every = Reading(pics="first", size="largest", space="normal", theme="strong", calm="yes")
    assert len(every.to_cookie()) < 60


def test_the_first_of_each_choice_is_the_usual_one() -> None:
    usual = {name: values[0] for name, values in CHOICES.items()}

    assert Reading.from_form(usual) == Reading.from_form({}) == Reading()
