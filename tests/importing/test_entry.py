from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.domain.issue import Issue, Severity
from finder.domain.vocabulary import Day
from finder.importing.entry import LONGEST_SENTENCE, MOST_SENTENCES, Entry
from finder.importing.report import Report
from tests.importing.reading import FILE, a_warning, an_error, read_entry, summed_up

DAYS = "Use one of: mon, tue, wed, thu, fri, sat, sun."

GOOD: list[Any] = [
    pytest.param(
        'x = "  You  cook\\n lunch. "', lambda e: e.text("x"), "You cook lunch.", id="text"
    ),
    pytest.param(f'x = "{" " * 1199}a"', lambda e: e.text("x"), "a", id="text after spaces"),
    pytest.param("", lambda e: e.text("x"), "", id="no text"),
    pytest.param("", lambda e: e.text("x", default="d"), "d", id="no text, with a default"),
    pytest.param('x = ""', lambda e: e.text("x", default="d"), "d", id="an empty text is none"),
    pytest.param('x = ["A.", " B. "]', lambda e: e.sentences("x"), ("A.", "B."), id="sentences"),
    pytest.param('x = """\nA.\n\nB.\n"""', lambda e: e.sentences("x"), ("A.", "B."), id="lines"),
    pytest.param('x = ["", "A."]', lambda e: e.sentences("x"), ("A.",), id="an empty sentence"),
    pytest.param("", lambda e: e.sentences("x"), (), id="no sentences"),
    pytest.param('x = "a-1"', lambda e: e.slug("x"), "a-1", id="slug"),
    pytest.param("", lambda e: e.slug("x", required=False), "", id="no slug"),
    pytest.param('x = ["b", "a", "b "]', lambda e: e.slugs("x"), ("b", "a"), id="slugs, each once"),
    pytest.param("x = []", lambda e: e.slugs("x"), None, id="an empty list tells nothing"),
    pytest.param("", lambda e: e.slugs("x"), None, id="no slugs"),
    pytest.param('x = "mon"', lambda e: e.choice("x", Day), Day.MON, id="word"),
    pytest.param("", lambda e: e.choice("x", Day), None, id="no word"),
    pytest.param(
        'x = ["tue", "mon", "tue"]', lambda e: e.choices("x", Day), (Day.TUE, Day.MON), id="words"
    ),
    pytest.param("x = []", lambda e: e.choices("x", Day), None, id="no words in a list"),
    pytest.param("", lambda e: e.choices("x", Day), None, id="no words"),
    pytest.param("x = true", lambda e: e.flag("x"), True, id="yes"),
    pytest.param("x = false", lambda e: e.flag("x"), False, id="no"),
    pytest.param("", lambda e: e.flag("x"), None, id="neither yes nor no"),
    pytest.param("x = 5", lambda e: e.number("x", least=5, most=5), 5, id="number"),
    pytest.param("x = 0", lambda e: e.number("x"), 0, id="nought"),
    pytest.param("x = 1000", lambda e: e.number("x"), 1000, id="a thousand"),
    pytest.param("", lambda e: e.number("x"), None, id="no number"),
    pytest.param("x = 2.5", lambda e: e.hours("x"), 2.5, id="hours"),
    pytest.param("x = 168", lambda e: e.hours("x"), 168.0, id="a week of hours"),
    pytest.param("", lambda e: e.hours("x"), None, id="no hours"),
    pytest.param("x = 10", lambda e: e.pence("x"), 1000, id="pounds"),
    pytest.param("x = 10.50", lambda e: e.pence("x"), 1050, id="pounds and pence"),
    pytest.param("x = 0.1", lambda e: e.pence("x"), 10, id="tenpence, exactly"),
    pytest.param("x = 0", lambda e: e.pence("x"), 0, id="nothing"),
    pytest.param("x = 100000", lambda e: e.pence("x"), 10_000_000, id="a great deal of money"),
    pytest.param("", lambda e: e.pence("x"), None, id="no money told"),
    pytest.param("x = 2026-11-03", lambda e: e.date("x"), date(2026, 11, 3), id="date"),
    pytest.param(
        "x = 2026-11-21",
        lambda e: e.date("x", not_after=date(2026, 11, 21)),
        date(2026, 11, 21),
        id="today",
    ),
    pytest.param("", lambda e: e.date("x"), None, id="no date"),
    pytest.param('x = "9.30am"', lambda e: e.clock("x"), time(9, 30), id="time in words"),
    pytest.param("x = 09:30:00", lambda e: e.clock("x"), time(9, 30), id="time of TOML"),
    pytest.param("", lambda e: e.clock("x"), None, id="no time"),
    pytest.param("x = {}", lambda e: e.has("x"), True, id="there"),
    pytest.param("", lambda e: e.has("x"), False, id="not there"),
    pytest.param("", lambda e: e.tables("x"), [], id="no tables"),
    pytest.param("x = 1\ny = 2", lambda e: e.field_names(), ("x", "y"), id="names of fields"),
]


@pytest.mark.parametrize(("text", "read", "value"), GOOD)
def test_a_good_value_is_read_without_an_issue(
    text: str, read: Callable[[Entry], object], value: object
) -> None:
    entry, issues = read_entry(text)

    assert (read(entry), issues) == (value, [])


BAD: list[Any] = [
    pytest.param(
        "",
        lambda e: e.text("x", required=True),
        "",
        ("missing-field", "There is no x.", 'Add x = "…".'),
        id="no text",
    ),
    pytest.param(
        'x = "\u200b"',
        lambda e: e.text("x", required=True),
        "",
        ("missing-field", "There is no x.", 'Add x = "…".'),
        id="a text of nothing",
    ),
    pytest.param(
        "x = 7",
        lambda e: e.text("x", default="d"),
        "d",
        ("wrong-value", "x is “7”, not a text in quotation marks.", 'Write x = "…".'),
        id="a number for a text",
    ),
    pytest.param(
        f'x = "{"a" * 301}"',
        lambda e: e.text("x"),
        "",
        ("too-long", "x has 301 letters.", "Write it with 300 letters or fewer."),
        id="a long text",
    ),
    pytest.param(
        f'x = "{" " * 1201}"',
        lambda e: e.text("x", required=True),
        "",
        ("too-long", "x has 1,201 letters.", "Write it with 300 letters or fewer."),
        id="a text with a great many spaces",
    ),
    pytest.param(
        "x = 7",
        lambda e: e.sentences("x"),
        (),
        ("wrong-value", "x is “7”, not a list of sentences.", 'Write x = ["…", "…"].'),
        id="a number for sentences",
    ),
    pytest.param(
        'x = ["A.", 7]',
        lambda e: e.sentences("x"),
        ("A.",),
        ("wrong-value", "x is “7”, not a text in quotation marks.", "Put it in quotation marks."),
        id="a number for a sentence",
    ),
    pytest.param(
        f"x = {['A.'] * 41}",
        lambda e: e.sentences("x"),
        (),
        ("too-many", "x has 41 sentences.", "Write 40 or fewer."),
        id="too many sentences",
    ),
    pytest.param(
        "",
        lambda e: e.slug("x"),
        "",
        ("missing-field", "There is no x.", 'Add x = "…".'),
        id="no slug",
    ),
    pytest.param(
        'x = "Cooking Together"',
        lambda e: e.slug("x"),
        "",
        (
            "bad-id",
            "x is “Cooking Together”.",
            "Use small letters, numbers and hyphens, such as cooking-together.",
        ),
        id="a name for a slug",
    ),
    pytest.param(
        'x = ["a", 1]',
        lambda e: e.slugs("x"),
        None,
        ("wrong-value", "x is a list, not a list of texts.", 'Write x = ["…", "…"].'),
        id="a number for a slug",
    ),
    pytest.param(
        'x = "a"',
        lambda e: e.slugs("x"),
        None,
        ("wrong-value", "x is “a”, not a list of texts.", 'Write x = ["…", "…"].'),
        id="a slug for a list of them",
    ),
    pytest.param(
        "",
        lambda e: e.choice("x", Day, required=True),
        None,
        ("missing-field", "There is no x.", 'Add x = "…".'),
        id="no word",
    ),
    pytest.param(
        'x = "monn"',
        lambda e: e.choice("x", Day),
        None,
        ("unknown-word", "x is “monn”. Did you mean “mon”?", DAYS),
        id="a word that is misspelt",
    ),
    pytest.param(
        "x = 1",
        lambda e: e.choice("x", Day),
        None,
        ("unknown-word", "x is “1”.", DAYS),
        id="a number for a word",
    ),
    pytest.param(
        'x = ["mon", "someday"]',
        lambda e: e.choices("x", Day),
        (Day.MON,),
        ("unknown-word", "x is “someday”.", DAYS),
        id="a word of several that is not known",
    ),
    pytest.param(
        'x = "mon"',
        lambda e: e.choices("x", Day),
        None,
        ("wrong-value", "x is “mon”, not a list.", 'Write x = ["…", "…"].'),
        id="a word for a list of them",
    ),
    pytest.param(
        'x = "yes"',
        lambda e: e.flag("x"),
        None,
        ("wrong-value", "x is “yes”, not true or false.", "Write x = true, or x = false."),
        id="yes for true",
    ),
    *(
        pytest.param(
            f"x = {written}",
            lambda e: e.number("x", least=1, most=5),
            None,
            ("wrong-value", f"x is {shown}, not a whole number from 1 to 5.", "Write x = 1."),
            id=f"{written[:9]} for a number from 1 to 5",
        )
        for written, shown in (
            ("0", "“0”"),
            ("6", "“6”"),
            ("true", "“true”"),
            ("2.5", "“2.5”"),
            (f"0x{'f' * 9999}", "a very long number"),
        )
    ),
    *(
        pytest.param(
            f"x = {written}",
            lambda e: e.hours("x"),
            None,
            ("wrong-value", f"x is {shown}, not a number of hours.", "Write x = 2.5."),
            id=f"{written} for hours",
        )
        for written, shown in (
            ("0", "“0”"),
            ("168.5", "“168.5”"),
            ("true", "“true”"),
            ("nan", "“NaN”"),
            ("inf", "“Infinity”"),
            ("1e999999999", "“1E+999999999”"),
            ('"two"', "“two”"),
        )
    ),
    *(
        pytest.param(
            f"x = {written}",
            lambda e: e.pence("x"),
            None,
            (
                "wrong-value",
                f"x is {shown}, not an amount of money.",
                "Write pounds as a number, such as x = 10 or x = 10.50.",
            ),
            id=f"{written[:18]} for money",
        )
        for written, shown in (
            ('"about a tenner"', "“about a tenner”"),
            ('"£10"', "“£10”"),
            ("-1", "“-1”"),
            ("100000.01", "“100000.01”"),
            ("9.999", "“9.999”"),
            ("true", "“true”"),
            ("nan", "“NaN”"),
            ("-inf", "“-Infinity”"),
            ("1e999999999", "“1E+999999999”"),
            (f"0x{'f' * 9999}", "a very long number"),
        )
    ),
    pytest.param(
        "",
        lambda e: e.pence("x", required=True),
        None,
        ("missing-field", "There is no x.", "Add x = 10.50."),
        id="no money where there has to be some",
    ),
    *(
        pytest.param(
            f"x = {written}",
            lambda e: e.date("x"),
            None,
            (
                "wrong-value",
                f"x is {shown}, not a date.",
                "Write x = 2026-11-03, year first, no quotes.",
            ),
            id=f"{written} for a date",
        )
        for written, shown in (
            ('"3 November"', "“3 November”"),
            ("2026-11-03T10:00:00", "“2026-11-03 10:00:00”"),
            ("2026", "“2026”"),
        )
    ),
    pytest.param(
        "x = 2026-11-22",
        lambda e: e.date("x", not_after=date(2026, 11, 21)),
        None,
        (
            "date-in-future",
            "x is 2026-11-22, and that day has not come yet.",
            "Write the day on which it happened.",
        ),
        id="a day that has not come",
    ),
    *(
        pytest.param(
            f"x = {written}",
            lambda e: e.clock("x"),
            None,
            ("wrong-value", f"x is {shown}, not a time.", 'Write x = "10am" or x = "13:30".'),
            id=f"{written} for a time",
        )
        for written, shown in (("10", "“10”"), ('"10"', "“10”"), ('"late"', "“late”"))
    ),
    pytest.param(
        "x = []",
        lambda e: e.table("x").field_names(),
        (),
        ("wrong-value", "x is a list, not a table.", "Write it under a heading [x]."),
        id="a list for a table",
    ),
    *(
        pytest.param(
            f"x = {written}",
            lambda e: e.tables("x"),
            [],
            (
                "wrong-value",
                f"x is {shown}, not a list of tables.",
                "Write each under a heading [[x]].",
            ),
            id=f"{written} for tables",
        )
        for written, shown in (("{}", "a table"), ("[1]", "a list"))
    ),
]


@pytest.mark.parametrize(("text", "read", "value", "issue"), BAD)
def test_a_bad_value_is_left_out_with_one_issue(
    text: str, read: Callable[[Entry], object], value: object, issue: tuple[str, str, str]
) -> None:
    entry, issues = read_entry(text)
    code, message, remedy = issue
    line = 1 if text else None

    assert read(entry) == value
    assert issues == [
        Issue(code=code, message=message, remedy=remedy, file=FILE, line=line, where="x")
    ]
    assert entry.error_count == 1


@pytest.mark.parametrize("written", ["<b>lunch</b>", "</p>", "< script src=x>", "<script"])
def test_html_is_read_as_it_is_written_with_a_warning(written: str) -> None:
    entry, issues = read_entry(f"x = '{written}'")

    assert entry.text("x") == written
    assert issues == [
        a_warning(
            code="html-in-text",
            message="x has HTML in it. It will be shown as it is written.",
            remedy="Write plain words without < and >.",
            where="x",
        )
    ]


@pytest.mark.parametrize("written", ["I <3 cats", "2 < 3 > 1", "a > b"])
def test_a_sign_by_itself_is_not_html(written: str) -> None:
    entry, issues = read_entry(f"x = '{written}'")

    assert (entry.text("x"), issues) == (written, [])


def test_a_text_of_the_longest_length_is_read() -> None:
    entry, issues = read_entry(f'x = "{"a" * LONGEST_SENTENCE}"\ny = {["A."] * MOST_SENTENCES}')

    assert (len(entry.text("x")), len(entry.sentences("y"))) == (LONGEST_SENTENCE, MOST_SENTENCES)
    assert issues == []


def test_a_slug_that_an_earlier_table_has_is_noted() -> None:
    entry, issues = read_entry(
        '[[places]]\nid = "hall"\n[[places]]\nid = "hall"\n[[places]]\nid = 1'
    )
    taken: set[str] = set()

    slugs = [table.slug("id", taken=taken) for table in entry.tables("places")]

    assert (slugs, taken) == (["hall", "hall", ""], {"hall"})
    assert issues == [
        an_error(
            code="duplicate-id",
            message="Two places have the id “hall”.",
            remedy="Give each its own id.",
            line=4,
            where="places 2, id",
        ),
        an_error(
            code="wrong-value",
            message="id is “1”, not a text in quotation marks.",
            remedy='Write id = "…".',
            line=6,
            where="places 3, id",
        ),
    ]


def test_a_field_that_nothing_reads_is_noted_with_the_name_it_may_have_meant() -> None:
    entry, issues = read_entry('name = "A"\nsumary = "B"\n"\u202eodd" = 1\nzebra = 1')
    entry.text("name")
    entry.text("summary")

    entry.finish()

    remedy = "Correct its name, or take it out. The content guide lists every field."
    assert issues == [
        a_warning(
            code="unknown-field",
            message="There is no field “sumary” here. Did you mean “summary”?",
            remedy=remedy,
            line=2,
            where="sumary",
        ),
        a_warning(
            code="unknown-field",
            message="There is no field “odd” here.",
            remedy=remedy,
            line=3,
            where="odd",
        ),
        a_warning(
            code="unknown-field",
            message="There is no field “zebra” here.",
            remedy=remedy,
            line=4,
            where="zebra",
        ),
    ]


def test_issues_in_tables_say_where_they_are() -> None:
    entry, issues = read_entry(
        '[[activities]]\n[[activities]]\n[activities.access]\nhoist = "yes"\n'
        '[[activities.sessions]]\nstart = "late"\n'
    )

    second = entry.tables("activities")[1]
    second.table("access").flag("hoist")
    second.tables("sessions")[0].clock("start")
    second.problem("bad", "It is bad.", "Mend it.")

    assert summed_up(issues) == [
        ("wrong-value", 4, "activities 2, access, hoist"),
        ("wrong-value", 6, "activities 2, sessions 1, start"),
        ("bad", 2, "activities 2"),
    ]


_VALUES = st.recursive(
    st.text()
    | st.integers()
    | st.booleans()
    | st.dates()
    | st.times()
    | st.datetimes()
    | st.decimals(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=3,
)


@given(_VALUES)
def test_any_value_is_read_or_noted_by_every_way_of_reading(value: object) -> None:
    report = Report(file=FILE)
    entry = Entry({"x": value}, report)

    entry.text("x", required=True)
    entry.sentences("x")
    entry.slug("x", taken=set())
    entry.slugs("x")
    entry.choice("x", Day, required=True)
    entry.choices("x", Day)
    entry.flag("x")
    entry.number("x")
    entry.hours("x")
    entry.pence("x", required=True)
    entry.date("x", not_after=date(2026, 11, 21))
    entry.clock("x")
    entry.table("x").finish()
    entry.tables("x")
    entry.finish()

    assert report.error_count >= 10
    assert all(len(str(issue)) < 500 for issue in report.issues)
    assert {issue.severity for issue in report.issues} <= set(Severity)


@given(st.decimals(0, 100_000, places=2))
def test_an_amount_of_money_is_read_to_the_penny(pounds: Decimal) -> None:
    entry, issues = read_entry(f"x = {pounds}")

    assert (entry.pence("x"), issues) == (int(str(pounds).replace(".", "")), [])
