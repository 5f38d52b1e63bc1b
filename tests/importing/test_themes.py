import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.domain.council import Theme
from finder.importing.themes import check_theme, contrast
from tests.importing.reading import an_error, read_entry

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        pytest.param("#000000", "#ffffff", 21.0, id="black on white"),
        pytest.param("#ffffff", "#ffffff", 1.0, id="white on white"),
        pytest.param("#777777", "#ffffff", 4.48, id="the grey that just misses 4.5"),
        pytest.param("#595959", "#ffffff", 7.0, id="the grey that just reaches 7"),
        pytest.param("#FF0000", "#ffffff", 4.0, id="red, in capitals"),
    ],
)
def test_the_contrast_is_the_one_of_wcag(one: str, other: str, ratio: float) -> None:
    assert round(contrast(one, other), 2) == ratio


@given(COLOURS, COLOURS)
def test_the_contrast_is_the_same_both_ways_and_from_1_to_21(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.001


@pytest.mark.parametrize(
    ("light", "dark"),
    [
        pytest.param(Theme(), Theme(), id="the site's own colours"),
        pytest.param(
            Theme(
                band="#0b4a4f",
                on_band="#ffffff",
                band_2="#0f5a60",
                sun="#ffc94a",
                brand="#0b4a4f",
                on_brand="#ffffff",
            ),
            Theme(),
            id="a council's own",
        ),
        pytest.param(Theme(band="#000000"), Theme(band="#000000"), id="one colour changed"),
    ],
)
def test_colours_that_are_easy_to_read_are_let_be(light: Theme, dark: Theme) -> None:
    entry, issues = read_entry("[theme]\n[theme_dark]")

    check_theme(entry, light, dark)

    assert issues == []


def test_each_pair_that_is_hard_to_read_is_noted() -> None:
    entry, issues = read_entry('[theme]\nband = "#eeeeee"\n[theme_dark]\nbrand = "#777777"')

    check_theme(entry, Theme(band="#eeeeee"), Theme(brand="#777777"))

    assert [(issue.line, issue.where, issue.message) for issue in issues] == [
        (1, "theme", "In theme, on_band on band has a contrast of 1.2 to 1."),
        (1, "theme", "In theme, sun on band has a contrast of 1.3 to 1."),
        (3, "theme_dark", "In theme_dark, brand on paper has a contrast of 4.2 to 1."),
        (3, "theme_dark", "In theme_dark, brand on card has a contrast of 3.8 to 1."),
        (3, "theme_dark", "In theme_dark, brand on tint has a contrast of 3.1 to 1."),
        (3, "theme_dark", "In theme_dark, brand on glow has a contrast of 2.9 to 1."),
        (3, "theme_dark", "In theme_dark, on_brand on brand has a contrast of 4.0 to 1."),
    ]
    assert {issue.code for issue in issues} == {"low-contrast"}
    assert [issues[0].remedy, issues[1].remedy] == [
        "Choose colours with 7 to 1 or more.",
        "Choose colours with 3 to 1 or more.",
    ]


@pytest.mark.parametrize("colour", ["purple", "#fff", "#12345g", "123456", "#1234567"])
def test_a_colour_is_six_digits(colour: str) -> None:
    entry, issues = read_entry("[theme]")

    check_theme(entry, Theme(band=colour), Theme())

    assert issues == [
        an_error(
            code="bad-colour",
            message=f"theme has band = “{colour}”.",
            remedy="Write a colour as six digits, such as #0b4a4f.",
            where="theme",
        )
    ]
