"""Writing content as TOML."""

import tomllib
from datetime import UTC, date, datetime, time
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from finder.importing.directories.toml_writer import InlineTable, toml_text

SONGS = "We sing old songs together on a hill above the town, and then we all have some tea."
_PLAIN = (
    st.text(max_size=40)
    | st.booleans()
    | st.integers(-(10**12), 10**12)
    | st.dates()
    | st.times(timezones=st.none()).map(lambda moment: moment.replace(microsecond=0))
    | st.decimals(allow_nan=False, allow_infinity=False, places=2, max_value=10**6)
)
_VALUES = st.recursive(
    _PLAIN,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.text(max_size=8), _VALUES, max_size=5))
def test_what_is_written_is_read_again(table: dict[str, object]) -> None:
    assert tomllib.loads(toml_text(table), parse_float=Decimal) == table


def test_a_file_as_a_person_would_write_it() -> None:
    table = {
        "name": "Example “Choir”",
        "about": [
            SONGS,
            "Come.",
        ],
        "interests": ["music"],
        "contact": {"phone": "01632 960 300"},
        "activities": [
            {"id": "a", "ages": InlineTable({"from": 18}), "sessions": [{"day": "mon"}]},
            {"id": "b", "free": True, "checked_on": date(2026, 11, 3), "cost": Decimal("4.50")},
        ],
    }

    assert toml_text(table, {("activities", 1): "From services.csv, S2."}) == (
        'name = "Example “Choir”"\n'
        "about = [\n"
        f'    "{SONGS}",\n'
        '    "Come.",\n'
        "]\n"
        'interests = ["music"]\n'
        "\n"
        "[contact]\n"
        'phone = "01632 960 300"\n'
        "\n"
        "[[activities]]\n"
        'id = "a"\n'
        "ages = { from = 18 }\n"
        "\n"
        "[[activities.sessions]]\n"
        'day = "mon"\n'
        "\n"
        "# From services.csv, S2.\n"
        "[[activities]]\n"
        'id = "b"\n'
        "free = true\n"
        "checked_on = 2026-11-03\n"
        "cost = 4.50\n"
    )


def test_odd_values_are_written_so_that_they_are_read() -> None:
    text = toml_text(
        {
            "nothing": Decimal("NaN"),
            "most": Decimal("Infinity"),
            "least": Decimal("-Infinity"),
            "empty": InlineTable(),
            "bell": "\x07\t\n\x7f",
            "when": datetime(2026, 11, 3, 10, tzinfo=UTC),
            "at": time(10, 30),
        }
    )

    assert text == (
        "nothing = nan\nmost = inf\nleast = -inf\nempty = {}\n"
        'bell = "\\u0007\\t\\n\\u007f"\nwhen = 2026-11-03T10:00:00+00:00\nat = 10:30:00\n'
    )
    assert tomllib.loads(text)["bell"] == "\x07\t\n\x7f"
