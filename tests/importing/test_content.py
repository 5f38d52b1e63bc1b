"""Read a whole folder, and break it in every way that people do."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.catalogue.contents import BankHoliday, Contents, Page
from finder.domain.council import CouncilSlug
from finder.domain.issue import Issue, Severity
from finder.domain.words import HardWord, SynonymSet
from finder.geo.gazetteer import Gazetteer
from finder.importing.content import ContentTree, CouncilContent, read_content
from tests.builders import TODAY
from tests.content_folder import (
    BANK_HOLIDAYS,
    BLUE_BOAT,
    COUNCIL,
    GREEN_DOOR,
    HELP,
    INTERESTS,
    PICTURES,
    SYNONYMS,
    WORDS,
    ContentFolder,
)
from tests.importing.reading import summed_up

OWN_SYNONYMS = "councils/exampleshire/synonyms.toml"
ALL = ("cooking-together", "sing-at-home", "slow-swim", "tea-and-quiz")
NO_BANK_HOLIDAYS = Issue(
    code="no-bank-holidays",
    message="There is no list of bank holidays, so no date is left out for one.",
    remedy="Write the file bank_holidays.toml. The content guide shows how.",
    severity=Severity.WARNING,
    file=BANK_HOLIDAYS,
)
READ_AGAIN = "Open it in a text editor and save it again as UTF-8."

Read = Callable[[], ContentTree]


@pytest.fixture
def read(content_folder: ContentFolder, gazetteer: Gazetteer) -> Read:
    """Return what reads the folder of the test, as it is when it is called."""
    return lambda: read_content(content_folder.path, gazetteer, today=TODAY)


def _contents(tree: ContentTree) -> Contents:
    (council,) = tree.councils
    assert council.contents is not None
    return council.contents


def _activity_ids(tree: ContentTree) -> tuple[str, ...]:
    return tuple(activity.activity_id for activity in _contents(tree).activities)


def _error(file: str, line: int | None, code: str, where: str, message: str, remedy: str) -> Issue:
    return Issue(code=code, message=message, remedy=remedy, file=file, line=line, where=where)


def _warning(file: str, line: int, code: str, where: str, message: str, remedy: str) -> Issue:
    return Issue(
        code=code,
        message=message,
        remedy=remedy,
        severity=Severity.WARNING,
        file=file,
        line=line,
        where=where,
    )


def test_a_folder_without_a_fault_is_read_whole(read: Read) -> None:
    tree = read()

    contents = _contents(tree)
    assert tree.issues == ()
    assert tree.councils == (CouncilContent(slug="exampleshire", contents=contents),)
    assert (contents.council.slug, _activity_ids(tree)) == (CouncilSlug("exampleshire"), ALL)
    assert [provider.provider_id for provider in contents.providers] == [
        "example-blue-boat",
        "example-green-door",
    ]
    assert [reason.slug for reason in contents.reasons] == ["fun", "move"]
    assert [interest.slug for interest in contents.interests] == [
        "cooking",
        "friends",
        "games",
        "music",
        "swimming",
    ]
    assert [word.word for word in contents.hard_words] == ["carer", "direct payment"]
    assert (len(contents.synonyms), len(contents.pictures)) == (2, 8)
    assert [(page.slug, page.title) for page in contents.pages] == [
        ("help", "Help"),
        ("privacy", "Your privacy"),
    ]
    assert contents.bank_holidays == (
        BankHoliday(day=date(2026, 12, 25), name="Christmas Day"),
        BankHoliday(day=date(2026, 12, 28), name="Boxing Day", instead_of=date(2026, 12, 26)),
    )


def test_reading_does_not_depend_on_the_order_of_files_on_the_disk(
    content_folder: ContentFolder, read: Read
) -> None:
    before = read()
    content_folder.write(BLUE_BOAT, content_folder.text_of(BLUE_BOAT))
    content_folder.write(COUNCIL, content_folder.text_of(COUNCIL))

    assert read() == before


# Each of these breaks one line of one file: the old words, the new ones, and what is then said of
# the line that `mark` stands in.
BROKEN = [
    pytest.param(
        GREEN_DOOR,
        'summary = "You cook lunch, and you eat it together."\n',
        "",
        'id = "cooking-together"',
        -1,
        (
            "missing-field",
            "activities 1, summary",
            "There is no summary.",
            'Add summary = "…".',
        ),
        id="a missing field",
    ),
    pytest.param(
        GREEN_DOOR,
        '["cooking", "friends"]',
        '["cooking", "frends"]',
        '"frends"',
        0,
        (
            "unknown-word",
            "activities 1, interests",
            "interests has “frends”. Did you mean “friends”?",
            "Use some of: cooking, friends, games, music, swimming.",
        ),
        id="an interest that does not exist",
    ),
    pytest.param(
        GREEN_DOOR,
        'lots = ["1a"]',
        'lots = ["1c"]',
        '"1c"',
        0,
        (
            "unknown-lot",
            "activities 1, lots",
            "Exampleshire Council has no lot “1c”.",
            "Use one of: 1a, 2, 3.",
        ),
        id="a lot that does not exist",
    ),
    pytest.param(
        GREEN_DOOR,
        'lots = ["1a"]',
        'lots = ["2"]',
        'lots = ["2"]',
        0,
        (
            "lot-not-awarded",
            "activities 1, lots",
            "Example Green Door has no award on lot 2.",
            "Add it under [[awards]], or take the lot out.",
        ),
        id="a lot that was not awarded",
    ),
    pytest.param(
        GREEN_DOOR,
        "amount = 10",
        'amount = "about a tenner"',
        "about a tenner",
        0,
        (
            "wrong-value",
            "activities 1, prices 1, amount",
            "amount is “about a tenner”, not an amount of money.",
            "Write pounds as a number, such as amount = 10 or amount = 10.50.",
        ),
        id="a price of about a tenner",
    ),
    pytest.param(
        GREEN_DOOR,
        'end = "12.30pm"',
        'end = "9.30am"',
        "9.30am",
        0,
        (
            "ends-before-start",
            "activities 1, sessions 1, end",
            "It starts at 10:00 and ends at 09:30.",
            "Correct one of the two times. Check am and pm.",
        ),
        id="a session that ends before it starts",
    ),
    pytest.param(
        GREEN_DOOR,
        'ages = { from = 18 }\ngroups = ["learning-disability"]\n'
        'goes_on_to = ["tea-and-quiz"]\nchecked_on = 2026-11-03',
        "checked_on = 2026-12-03",
        "2026-12-03",
        0,
        (
            "date-in-future",
            "activities 1, checked_on",
            "checked_on is 2026-12-03, and that day has not come yet.",
            "Write the day on which it happened.",
        ),
        id="checked on a day that has not come",
    ),
    pytest.param(
        GREEN_DOOR,
        '"You pick what to cook."',
        f'"{"x" * 1_900_000}"',
        'about = ["xx',
        0,
        (
            "too-long",
            "activities 1, about",
            "about has 1,900,000 letters.",
            "Write it with 300 letters or fewer.",
        ),
        id="a field as long as a file may be",
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "mark", "lines_off", "said"), BROKEN)
def test_an_error_keeps_one_activity_out_and_no_other(
    content_folder: ContentFolder,
    read: Read,
    name: str,
    old: str,
    new: str,
    mark: str,
    lines_off: int,
    said: tuple[str, str, str, str],
) -> None:
    content_folder.change(name, old, new)

    tree = read()

    line = content_folder.line_of(name, mark) + lines_off
    assert tree.issues == (_error(name, line, *said),)
    assert _activity_ids(tree) == ALL[1:]
    assert tree.councils[0].refused == 1


WARNED = [
    pytest.param(
        GREEN_DOOR,
        'kind = "club"\n',
        'knid = "club"\n',
        "knid",
        (
            "unknown-field",
            "activities 1, knid",
            "There is no field “knid” here. Did you mean “kind”?",
            "Correct its name, or take it out. The content guide lists every field.",
        ),
        id="a field that is misspelt",
    ),
    pytest.param(
        GREEN_DOOR,
        '"You pick what to cook."',
        '"You <b>pick</b>.<script>alert(1)</script>"',
        "<script>",
        (
            "html-in-text",
            "activities 1, about",
            "about has HTML in it. It will be shown as it is written.",
            "Write plain words without < and >.",
        ),
        id="html and script in a description",
    ),
    pytest.param(
        GREEN_DOOR,
        "length_weeks = 10",
        "length_weeks = 13",
        "length_weeks",
        (
            "lot-too-long",
            "activities 2, length_weeks",
            "Lot 3 is for 12 weeks at the most (F38).",
            "Check length_weeks, or the lot.",
        ),
        id="13 weeks in a lot of 12",
    ),
    pytest.param(
        GREEN_DOOR,
        'lots = ["1a"]\n',
        'lots = ["1a"]\nmodes = ["online"]\n',
        'lots = ["1a"]',
        (
            "lot-mode",
            "activities 1, lots",
            "Lot 1a is not for online activities (F15).",
            "Check the lot, or the modes.",
        ),
        id="online in a lot that is not for it",
    ),
    pytest.param(
        GREEN_DOOR,
        'goes_on_to = ["tea-and-quiz"]',
        'goes_on_to = ["tea-and-quizz"]',
        "tea-and-quizz",
        (
            "unknown-activity",
            "activities 1, goes_on_to",
            "There is no activity “tea-and-quizz” to go on to. Did you mean “tea-and-quiz”?",
            "Correct goes_on_to, or take it out.",
        ),
        id="it goes on to nowhere",
    ),
    pytest.param(
        GREEN_DOOR,
        'postcode = "ME14 1XQ"',
        'postcode = "ME14 1ZZ"',
        "ME14 1ZZ",
        (
            "unknown-postcode",
            "places 1, postcode",
            "Nobody knows where ME14 1ZZ is.",
            "Check it. If it is right and new, distances to the place are rough.",
        ),
        id="a postcode that nobody knows",
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "mark", "said"), WARNED)
def test_a_warning_keeps_nothing_out(
    content_folder: ContentFolder,
    read: Read,
    name: str,
    old: str,
    new: str,
    mark: str,
    said: tuple[str, str, str, str],
) -> None:
    content_folder.change(name, old, new)

    tree = read()

    assert tree.issues == (_warning(name, content_folder.line_of(name, mark), *said),)
    assert _activity_ids(tree) == ALL


def test_html_in_a_description_is_text_like_any_other(
    content_folder: ContentFolder, read: Read
) -> None:
    content_folder.change(GREEN_DOOR, "There is music.", "<img src=x onerror=alert(1)>")

    assert _contents(read()).activities[0].about == (
        "You pick what to cook.",
        "<img src=x onerror=alert(1)>",
    )


def test_a_price_that_is_not_the_fixed_one_is_a_warning(
    content_folder: ContentFolder, read: Read
) -> None:
    content_folder.change(
        COUNCIL,
        "starts = 2024-04-01",
        'starts = 2024-04-01\nfixed_price = { amount = 50, unit = "session" }',
    )
    content_folder.change(BLUE_BOAT, "free = true", "amount = 50")

    tree = read()

    assert tree.issues == (
        _warning(
            GREEN_DOOR,
            content_folder.line_of(GREEN_DOOR, "[[activities.prices]]"),
            "not-the-fixed-price",
            "activities 1, prices 1",
            "Exampleshire Council pays £50.00 for each session.",
            "Write that price, or say in for who else it is for.",
        ),
    )


def test_an_activity_that_people_cannot_go_on_to_is_taken_out(
    content_folder: ContentFolder, read: Read
) -> None:
    content_folder.change(
        GREEN_DOOR, '["tea-and-quiz"]', '["nowhere", "slow-swim", "tea-and-quiz"]'
    )

    tree = read()

    assert _contents(tree).activities[0].goes_on_to == ("slow-swim", "tea-and-quiz")
    assert [issue.code for issue in tree.issues] == ["unknown-activity"]


def test_an_id_that_another_provider_has_is_an_error(
    content_folder: ContentFolder, read: Read
) -> None:
    content_folder.change(GREEN_DOOR, 'id = "tea-and-quiz"', 'id = "slow-swim"')

    tree = read()

    assert (
        tree.issues
        == (
            _warning(
                GREEN_DOOR,
                content_folder.line_of(GREEN_DOOR, "goes_on_to"),
                "unknown-activity",
                "activities 1, goes_on_to",
                "There is no activity “tea-and-quiz” to go on to.",
                "Correct goes_on_to, or take it out.",
            ),
            _error(
                GREEN_DOOR,
                content_folder.line_of(GREEN_DOOR, 'id = "slow-swim"'),
                "duplicate-id",
                "activities 2, id",
                "The id “slow-swim” is taken: example-blue-boat.toml has it.",
                "Give each activity of a council an id of its own.",
            ),
        )[::-1]
    )
    assert [(each.activity_id, each.provider_id) for each in _contents(tree).activities] == [
        ("cooking-together", "example-green-door"),
        ("sing-at-home", "example-blue-boat"),
        ("slow-swim", "example-blue-boat"),
    ]
    assert tree.councils[0].refused == 1


def test_an_id_that_stands_twice_in_one_file_is_an_error(
    content_folder: ContentFolder, read: Read
) -> None:
    _, head, twice = content_folder.text_of(GREEN_DOOR).partition("\n[[activities]]\n")
    content_folder.add(GREEN_DOOR, head + twice.replace("Cooking Together", "Again"))

    tree = read()

    lines = content_folder.text_of(GREEN_DOOR).splitlines()
    assert [(issue.code, issue.where, issue.message) for issue in tree.issues] == [
        (
            "duplicate-id",
            f"activities {number}, id",
            f"The id “{activity_id}” is taken: example-green-door.toml has it.",
        )
        for number, activity_id in ((3, "cooking-together"), (4, "tea-and-quiz"))
    ]
    assert [issue.line for issue in tree.issues] == [
        len(lines) - lines[::-1].index(f'id = "{activity_id}"')
        for activity_id in ("cooking-together", "tea-and-quiz")
    ]
    assert _activity_ids(tree) == ALL
    assert _contents(tree).activities[0].name == "Cooking Together (example)"


def test_an_entry_that_is_refused_does_not_change_the_one_that_stays(
    content_folder: ContentFolder, read: Read
) -> None:
    content_folder.change(BLUE_BOAT, 'id = "slow-swim"', 'id = "cooking-together"')
    before = _contents(read()).activities[0]
    content_folder.change(
        GREEN_DOOR, 'goes_on_to = ["tea-and-quiz"]', 'goes_on_to = ["tea-and-quiz", "nowhere"]'
    )

    after = _contents(read()).activities[0]

    assert (before.provider_id, after) == ("example-blue-boat", before)


def test_two_errors_of_one_activity_are_both_noted(
    content_folder: ContentFolder, read: Read
) -> None:
    content_folder.change(GREEN_DOOR, "amount = 10", 'amount = "about a tenner"')
    content_folder.change(GREEN_DOOR, 'end = "12.30pm"', 'end = "late"')

    tree = read()

    assert summed_up(tree.issues) == [
        (
            "wrong-value",
            content_folder.line_of(GREEN_DOOR, "late"),
            "activities 1, sessions 1, end",
        ),
        (
            "wrong-value",
            content_folder.line_of(GREEN_DOOR, "tenner"),
            "activities 1, prices 1, amount",
        ),
    ]
    assert _activity_ids(tree) == ALL[1:]


WHOLE_FILES = [
    pytest.param(
        b"[[places]]\n",
        ("missing-field", None, "name"),
        id="a name is missing",
    ),
    pytest.param('name = "Caf\xe9"'.encode("latin-1"), ("not-utf-8", 1, ""), id="not UTF-8"),
    pytest.param(b"name = ", ("not-toml", 1, ""), id="not TOML"),
    pytest.param(b"\x00\xff\x00", ("not-utf-8", 1, ""), id="not text at all"),
    pytest.param(
        b'name = "' + b"x" * 5_000_000 + b'"', ("file-too-large", None, ""), id="a field of 5 MB"
    ),
]


@pytest.mark.parametrize(("content", "first_issue"), WHOLE_FILES)
def test_a_file_that_cannot_be_used_keeps_one_provider_out_and_no_other(
    content_folder: ContentFolder,
    read: Read,
    content: bytes,
    first_issue: tuple[str, int | None, str],
) -> None:
    content_folder.write(BLUE_BOAT, content)

    tree = read()

    assert first_issue in summed_up(tree.issues)
    assert {issue.file for issue in tree.issues} == {BLUE_BOAT}
    assert _activity_ids(tree) == ("cooking-together", "tea-and-quiz")
    assert tree.councils[0].refused == 1


def test_a_wrong_postcode_keeps_the_provider_out(content_folder: ContentFolder, read: Read) -> None:
    content_folder.change(BLUE_BOAT, "TN24 8TD", "TN24 8T")

    tree = read()

    assert tree.issues == (
        _error(
            BLUE_BOAT,
            content_folder.line_of(BLUE_BOAT, "TN24 8T"),
            "bad-postcode",
            "places 1, postcode",
            "postcode is “TN24 8T”.",
            "Write a whole postcode, such as ME14 1XQ, or leave it out.",
        ),
    )
    assert [provider.provider_id for provider in _contents(tree).providers] == [
        "example-green-door"
    ]
    assert tree.councils[0].refused == 3


def test_colours_that_are_hard_to_read_keep_the_council_out(
    content_folder: ContentFolder, read: Read
) -> None:
    content_folder.add(COUNCIL, '\n[theme]\nband = "#777777"\n')

    tree = read()

    line = content_folder.line_of(COUNCIL, "[theme]")
    assert tree.issues == (
        _error(
            COUNCIL,
            line,
            "low-contrast",
            "theme",
            "In theme, on_band on band has a contrast of 4.5 to 1.",
            "Choose colours with 7 to 1 or more.",
        ),
        _error(
            COUNCIL,
            line,
            "low-contrast",
            "theme",
            "In theme, sun on band has a contrast of 2.9 to 1.",
            "Choose colours with 3 to 1 or more.",
        ),
    )
    assert tree.councils == (CouncilContent(slug="exampleshire", contents=None, refused=1),)


def test_a_council_that_cannot_be_read_leaves_the_others(
    content_folder: ContentFolder, read: Read
) -> None:
    content_folder.write("councils/otherham/notes.txt", "No council yet.")
    content_folder.write("councils/a note.txt", "This is no folder.")

    tree = read()

    assert [(each.slug, each.contents is None) for each in tree.councils] == [
        ("exampleshire", False),
        ("otherham", True),
    ]
    assert tree.issues == (
        _error(
            "councils/otherham/council.toml",
            None,
            "unreadable-file",
            "",
            "The file cannot be read: No such file or directory.",
            "Check it.",
        ),
    )


def test_a_folder_whose_name_hides_something_is_named_without_it(
    content_folder: ContentFolder, read: Read
) -> None:
    content_folder.write("councils/\u202eevil/council.toml", content_folder.text_of(COUNCIL))

    tree = read()

    assert [each.slug for each in tree.councils] == ["exampleshire", "evil"]
    assert [(issue.code, issue.file, issue.message) for issue in tree.issues] == [
        ("bad-id", "councils/evil/council.toml", "A council cannot have the folder “evil”.")
    ]


def test_an_empty_folder_has_no_council_and_no_words(tmp_path: Path, gazetteer: Gazetteer) -> None:
    tree = read_content(tmp_path, gazetteer, today=TODAY)

    missing = "The file cannot be read: No such file or directory."
    assert tree == ContentTree(
        councils=(),
        issues=(
            *(
                _error(name, None, "unreadable-file", "", missing, "Check it.")
                for name in (INTERESTS, SYNONYMS, PICTURES)
            ),
            NO_BANK_HOLIDAYS,
            _error(
                "councils",
                None,
                "no-councils",
                "",
                "There is no council in this folder.",
                "Add councils/<name>/council.toml. The content guide shows one.",
            ),
        ),
    )


def test_a_council_without_providers_is_an_error(content_folder: ContentFolder, read: Read) -> None:
    for name in (GREEN_DOOR, BLUE_BOAT):
        (content_folder.path / name).unlink()

    tree = read()

    assert _contents(tree).activities == ()
    assert tree.issues == (
        _error(
            "councils/exampleshire",
            None,
            "empty-council",
            "",
            "This council has no activities that can be shown.",
            "Add a file for each provider in its folder providers.",
        ),
    )


@pytest.mark.parametrize("name", [INTERESTS, SYNONYMS, PICTURES, BANK_HOLIDAYS, WORDS, HELP])
def test_a_shared_file_that_cannot_be_used_is_noted_once(
    content_folder: ContentFolder, read: Read, name: str
) -> None:
    content_folder.write(name, b"\xff")

    tree = read()

    assert [issue.code for issue in tree.issues if issue.file == name] == ["not-utf-8"]
    assert len(tree.councils) == 1


def test_bank_holidays_may_be_left_out_with_a_warning(
    content_folder: ContentFolder, read: Read
) -> None:
    (content_folder.path / BANK_HOLIDAYS).unlink()

    tree = read()

    assert (_contents(tree).bank_holidays, tree.issues) == ((), (NO_BANK_HOLIDAYS,))


def test_hard_words_may_be_left_out(content_folder: ContentFolder, read: Read) -> None:
    (content_folder.path / WORDS).unlink()

    tree = read()

    assert (_contents(tree).hard_words, tree.issues) == ((), ())


def test_a_council_may_have_hard_words_and_pages_of_its_own(
    content_folder: ContentFolder, read: Read
) -> None:
    content_folder.write(
        "councils/exampleshire/words.toml",
        '[[words]]\nword = "Carer"\nmeaning = "Our own words."\n'
        '[[words]]\nword = "broker"\nmeaning = "Someone who helps you plan."\n',
    )
    content_folder.write("councils/exampleshire/pages/help.md", "# Our help\n\nCome to us.\n")
    content_folder.write("councils/exampleshire/pages/join.md", "# Join\n\nJoin us.\n")

    tree = read()

    contents = _contents(tree)
    assert tree.issues == ()
    assert [(word.word, word.meaning) for word in contents.hard_words] == [
        ("broker", "Someone who helps you plan."),
        ("Carer", "Our own words."),
        (
            "direct payment",
            "Money that the council gives you. You use it to pay for your own support.",
        ),
    ]
    assert contents.hard_words[0] == HardWord(word="broker", meaning="Someone who helps you plan.")
    assert contents.pages[0] == Page(slug="help", title="Our help", html="<p>Come to us.</p>\n")
    assert [page.slug for page in contents.pages] == ["help", "privacy", "join"]


def test_hard_words_in_what_a_council_and_its_pages_say_are_advised_about(
    content_folder: ContentFolder, read: Read
) -> None:
    own = "councils/exampleshire"
    content_folder.write(
        f"{own}/words.toml",
        '[[words]]\nword = "broker"\nmeaning = "They facilitate, and may use a direct payment."\n'
        '[[words]]\nword = "commence"\nmeaning = "To start."\n',
    )
    content_folder.write(f"{own}/pages/help.md", "# Help\n\nWe utilise it and commence.\n")
    label = 'label = "One to one, or small groups"'
    content_folder.change(COUNCIL, label, 'label = "We utilise it"')

    tree = read()

    assert [(issue.file, issue.code) for issue in tree.issues] == [
        (f"{own}/words.toml", "hard-word"),
        (f"{own}/pages/help.md", "hard-word"),
        (COUNCIL, "hard-word"),
    ]
    assert not any(issue.is_error for issue in tree.issues)
    assert _activity_ids(tree) == ALL


def test_texts_without_words_in_a_language_that_is_offered_are_counted(
    content_folder: ContentFolder, read: Read
) -> None:
    languages = 'example = true\nlanguages = ["en-GB", "pl", "cy"]\n'
    content_folder.change(COUNCIL, "example = true\n", languages)
    content_folder.write("languages/pl.toml", '[texts]\n"Music" = "Muzyka"\n')
    content_folder.write("councils/exampleshire/languages/pl.toml", '[texts]\n"Gone" = "Nie ma"\n')

    tree = read()

    contents = _contents(tree)
    assert [each.language for each in contents.translations] == ["pl"]
    assert contents.translations[0].texts == {"Music": "Muzyka", "Gone": "Nie ma"}
    assert [(issue.file, issue.code, issue.severity) for issue in tree.issues] == [
        (COUNCIL, "not-translated", Severity.WARNING),
        (COUNCIL, "not-translated", Severity.WARNING),
        ("councils/exampleshire/languages/pl.toml", "unused-translation", Severity.WARNING),
    ]
    assert "have no words in “pl”. The first is “Things to do in" in tree.issues[0].message


def test_a_council_may_have_synonyms_and_fillers_of_its_own(
    content_folder: ContentFolder, read: Read
) -> None:
    shared = (SynonymSet(words=("free", "no cost")), SynonymSet(words=("wheelchair", "step free")))
    content_folder.write(
        SYNONYMS, f'fillers = ["please", "something"]\n{content_folder.text_of(SYNONYMS)}'
    )
    content_folder.write(
        OWN_SYNONYMS,
        'fillers = ["summat", "please"]\n'
        '[[same]]\nwords = ["brew", "cuppa"]\n'
        '[[same]]\nwords = ["LD"]\nchoice = "who=learning-disability"\n',
    )
    _copy_council(content_folder, "otherham")

    tree = read()

    own, other = (council.contents for council in tree.councils)
    assert tree.issues == ()
    assert own is not None
    assert own.synonyms == (
        *shared,
        SynonymSet(words=("brew", "cuppa")),
        SynonymSet(words=("LD",), choice=("who", "learning-disability")),
    )
    assert own.fillers == ("please", "something", "summat")
    assert other is not None
    assert (other.synonyms, other.fillers) == (shared, ("please", "something"))


def test_a_fault_in_a_council_s_own_synonyms_leaves_the_rest(
    content_folder: ContentFolder, read: Read
) -> None:
    content_folder.write(
        OWN_SYNONYMS,
        '[[same]]\nwords = ["LD"]\nchoice = "who=learning"\n[[same]]\nwords = ["brew", "cuppa"]\n',
    )

    tree = read()

    assert tree.issues == (
        _error(
            OWN_SYNONYMS,
            3,
            "unknown-word",
            "same 1, choice",
            "who cannot be “learning”.",
            "Use one of: learning-disability, older.",
        ),
    )
    assert _contents(tree).synonyms[2:] == (SynonymSet(words=("brew", "cuppa")),)
    assert _activity_ids(tree) == ALL


def _copy_council(content_folder: ContentFolder, slug: str) -> None:
    """Write a second council with the providers of the first, and without words of its own."""
    for name in (COUNCIL, GREEN_DOOR, BLUE_BOAT):
        content_folder.write(name.replace("exampleshire", slug), content_folder.text_of(name))


def test_a_word_that_the_council_explains_is_no_hard_word(
    content_folder: ContentFolder, read: Read
) -> None:
    content_folder.change(GREEN_DOOR, "There is music.", "You commence at noon.")
    before = [issue.code for issue in read().issues]
    content_folder.add(WORDS, '[[words]]\nword = "commence"\nmeaning = "To begin."\n')

    assert (before, read().issues) == (["hard-word"], ())


def test_an_entry_that_was_fine_yesterday_is_fine_today(
    content_folder: ContentFolder, gazetteer: Gazetteer
) -> None:
    first_day = date(2026, 11, 3)

    trees = [
        read_content(content_folder.path, gazetteer, today=today)
        for today in (first_day, date(2036, 11, 3))
    ]

    assert trees[0] == trees[1]


@given(
    name=st.sampled_from(
        [COUNCIL, GREEN_DOOR, BLUE_BOAT, INTERESTS, PICTURES, BANK_HOLIDAYS, WORDS, HELP]
    ),
    start=st.floats(0, 1),
    length=st.integers(0, 40),
    new=st.binary(max_size=6)
    | st.sampled_from(["= ", '"', "[[", "]", "{}", "7", "true", "\n", "[]\n", "é"]).map(str.encode),
)
def test_a_file_broken_anywhere_gives_issues_and_never_stops_the_reading(
    tmp_path_factory: pytest.TempPathFactory,
    gazetteer: Gazetteer,
    name: str,
    start: float,
    length: int,
    new: bytes,
) -> None:
    folder = ContentFolder.written_to(tmp_path_factory.mktemp("broken") / "content")
    text = folder.text_of(name).encode()
    place = round(start * len(text))
    folder.write(name, text[:place] + new + text[place + length :])

    tree = read_content(folder.path, gazetteer, today=TODAY)

    assert [each.slug for each in tree.councils] == ["exampleshire"]
    assert all(issue.message and issue.remedy for issue in tree.issues)
    assert len("".join(str(issue) for issue in tree.issues)) < 100_000
