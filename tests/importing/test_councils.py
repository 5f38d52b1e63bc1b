from datetime import date
from pathlib import Path

import pytest

from finder.domain.council import (
    AccessibilityStatement,
    AgeBand,
    Council,
    CouncilSlug,
    DateRange,
    FixedPrice,
    Framework,
    HelpContact,
    Labelled,
    Lot,
    Theme,
)
from finder.domain.issue import Issue, Severity
from finder.domain.provider import Contact
from finder.domain.vocabulary import FrameworkKind, LotStatus, Mode, Pay, PriceUnit
from finder.importing.councils import TAKEN_SLUGS, read_council
from finder.importing.report import Report
from tests.builders import TODAY
from tests.importing.reading import FILE, an_error, summed_up

LEAST = """\
name = "Exampleshire Council"
example = true

[help]
phone = "01632 960 101"

[framework]
name = "Days Out"
kind = "framework"
"""
EVERYTHING = """\
name = "Exampleshire Council"
site_name = "Days in Exampleshire"
place_name = "Exampleshire"
example = true
area_codes = ["E10000016", "W06000001"]
stale_months = 6
show_prices = false
languages = ["en-GB", "pl"]
pay = ["self", "free"]

[help]
who = "The team"
email = "help@example.org"

[[contacts]]
slug = "carers"
label = "Help for carers"
text = "Do you look after someone?"
contact = { phone = "01632 960 103" }

[framework]
name = "Days Out"
kind = "dynamic-market"
was_called = "Day Opportunities"
starts = 2024-04-01
starts_in_words = "Spring 2024"
ends = 2028-03-31
term = "4 years"
reopening = "Each spring"
value = "No fixed value"
price_rule = "A fixed rate"
fixed_price = { amount = 50, unit = "session", valid_from = 2024-04-01 }
source = "A public report"

[[lots]]
code = "1b"
label = "Day centres"
name = "Everyday Life (large groups)"
status = "closed-to-new-providers"
modes = ["in-person"]
longest_weeks = 12
reopens = "Never"
description = "Of a more usual kind."
fixed_price = { amount = 38.50, unit = "half-day" }

[[groups]]
slug = "older"
label = "Older people"

[[areas]]
slug = "north"
label = "North"
code = "E07000105"

[[start_places]]
slug = "maidstone"
label = "Maidstone"
hint = "The town on the river"
picture = "boat"

[[outcomes]]
slug = "community"
label = "Making use of the community"

[[terms]]
first = 2027-01-04
last = 2027-02-12

[[age_bands]]
label = "Young people"
from = 0
to = 25
contact = "Ask the young people's team."

[[age_bands]]
label = "Everyone else"

[theme]
band = "#0b4a4f"
on_band = "#ffffff"
band_2 = "#0f5a60"
sun = "#ffc94a"
brand = "#0b4a4f"
on_brand = "#ffffff"

[theme_dark]
sun = "#ffd97a"

[statement]
prepared_on = 2026-11-01
reviewed_on = 2026-11-20
tested_on = 2026-11-19
tested_by = "Us"
known_issues = ["The map is not there yet."]
reply_days = 10
contact = { phone = "01632 960 101" }
"""


def _read(
    folder: Path, text: str, slug: str = "exampleshire"
) -> tuple[Council | None, list[Issue]]:
    path = folder / FILE
    path.write_text(text, encoding="utf-8")
    report = Report(file=FILE)
    return read_council(path, slug, report, today=TODAY), report.issues


def test_a_council_that_tells_everything_is_read_whole(tmp_path: Path) -> None:
    assert _read(tmp_path, EVERYTHING) == (
        Council(
            slug=CouncilSlug("exampleshire"),
            name="Exampleshire Council",
            site_name="Days in Exampleshire",
            place_name="Exampleshire",
            example=True,
            area_codes=("E10000016", "W06000001"),
            stale_months=6,
            show_prices=False,
            languages=("en-GB", "pl"),
            pay=(Pay.SELF, Pay.FREE),
            help=Contact(who="The team", email="help@example.org"),
            contacts=(
                HelpContact(
                    slug="carers",
                    label="Help for carers",
                    text="Do you look after someone?",
                    contact=Contact(phone="01632 960 103"),
                ),
            ),
            framework=Framework(
                name="Days Out",
                kind=FrameworkKind.DYNAMIC_MARKET,
                was_called="Day Opportunities",
                starts=date(2024, 4, 1),
                starts_in_words="Spring 2024",
                ends=date(2028, 3, 31),
                term="4 years",
                reopening="Each spring",
                value="No fixed value",
                price_rule="A fixed rate",
                fixed_price=FixedPrice(
                    pence=5000, unit=PriceUnit.SESSION, valid_from=date(2024, 4, 1)
                ),
                source="A public report",
            ),
            lots=(
                Lot(
                    code="1b",
                    label="Day centres",
                    name="Everyday Life (large groups)",
                    status=LotStatus.CLOSED_TO_NEW_PROVIDERS,
                    modes=(Mode.IN_PERSON,),
                    longest_weeks=12,
                    reopens="Never",
                    description="Of a more usual kind.",
                    fixed_price=FixedPrice(pence=3850, unit=PriceUnit.HALF_DAY),
                ),
            ),
            groups=(Labelled(slug="older", label="Older people"),),
            areas=(Labelled(slug="north", label="North", code="E07000105"),),
            start_places=(
                Labelled(
                    slug="maidstone",
                    label="Maidstone",
                    hint="The town on the river",
                    picture="boat",
                ),
            ),
            outcomes=(Labelled(slug="community", label="Making use of the community"),),
            terms=(DateRange(first=date(2027, 1, 4), last=date(2027, 2, 12)),),
            age_bands=(
                AgeBand(
                    label="Young people",
                    youngest=0,
                    oldest=25,
                    contact="Ask the young people's team.",
                ),
                AgeBand(label="Everyone else", youngest=18),
            ),
            theme=Theme(
                band="#0b4a4f",
                on_band="#ffffff",
                band_2="#0f5a60",
                sun="#ffc94a",
                brand="#0b4a4f",
                on_brand="#ffffff",
            ),
            theme_dark=Theme(sun="#ffd97a"),
            statement=AccessibilityStatement(
                prepared_on=date(2026, 11, 1),
                reviewed_on=date(2026, 11, 20),
                tested_on=date(2026, 11, 19),
                tested_by="Us",
                known_issues=("The map is not there yet.",),
                reply_days=10,
                contact=Contact(phone="01632 960 101"),
            ),
        ),
        [],
    )


def test_a_council_that_tells_the_least_is_called_by_its_name(tmp_path: Path) -> None:
    assert _read(tmp_path, LEAST) == (
        Council(
            slug=CouncilSlug("exampleshire"),
            name="Exampleshire Council",
            site_name="Things to do in Exampleshire Council",
            place_name="Exampleshire Council",
            example=True,
            help=Contact(phone="01632 960 101"),
            framework=Framework(name="Days Out", kind=FrameworkKind.FRAMEWORK),
        ),
        [],
    )


@pytest.mark.parametrize("slug", ["Exampleshire", "a b", "-a", *sorted(TAKEN_SLUGS)])
def test_a_folder_that_cannot_be_an_address_is_an_error(tmp_path: Path, slug: str) -> None:
    assert _read(tmp_path, LEAST, slug) == (
        None,
        [
            an_error(
                code="bad-id",
                message=f"A council cannot have the folder “{slug}”.",
                remedy=(
                    "Use small letters, numbers and hyphens, and none of the site's own addresses."
                ),
                line=None,
            )
        ],
    )


def test_a_council_with_nobody_to_ask_is_an_error(tmp_path: Path) -> None:
    text = LEAST.replace('phone = "01632 960 101"', 'who = "The team"')

    assert _read(tmp_path, text) == (
        None,
        [
            an_error(
                code="missing-field",
                message="There is nobody to ask for help.",
                remedy="Add a phone number or an email address under a heading [help].",
                line=4,
                where="help",
            )
        ],
    )


def test_a_council_whose_colours_are_hard_to_read_is_an_error(tmp_path: Path) -> None:
    text = f'{LEAST}\n[theme]\nbrand = "#ff7700"\non_brand = "#000000"\n'

    council, issues = _read(tmp_path, text)

    assert council is None
    assert issues[0] == an_error(
        code="low-contrast",
        message="In theme, brand on paper has a contrast of 2.5 to 1.",
        remedy="Choose colours with 7 to 1 or more.",
        line=11,
        where="theme",
    )


def test_an_area_code_is_one_of_the_ons(tmp_path: Path) -> None:
    text = f'area_codes = ["E10000016", "Kent"]\n{LEAST}'

    assert _read(tmp_path, text) == (
        None,
        [
            an_error(
                code="bad-area-code",
                message="area_codes has “Kent”.",
                remedy="Write the nine letters of the ONS code, such as E10000016.",
                where="area_codes",
            )
        ],
    )


def test_a_file_that_is_not_there_is_no_council(tmp_path: Path) -> None:
    report = Report(file=FILE)

    assert read_council(tmp_path / FILE, "exampleshire", report, today=TODAY) is None
    assert summed_up(report.issues) == [("unreadable-file", None, "")]


def test_every_fault_of_a_council_is_noted(tmp_path: Path) -> None:
    council, issues = _read(
        tmp_path,
        """\
site_nam = "Days"
stale_months = 0
pay = ["money"]

[help]
phone = "01632 960 101"

[[contacts]]
slug = "carers"
label = "Carers"

[[contacts]]
slug = "carers"

[framework]
fixed_price = { unit = "session" }

[[lots]]
code = "1"
label = "One"
name = "One"
fixed_price = { amount = 5 }

[[lots]]
code = "1"
label = "Two"
modes = ["by post"]

[[areas]]
slug = "north"
label = "North"
colour = "blue"

[[areas]]
slug = "north"

[[areas]]
slug = "Far South"
label = "South"

[[areas]]
slug = "Far East"
label = "East"

[[age_bands]]
from = 121

[statement]
prepared_on = 2026-11-22
""",
    )

    assert council is None
    assert sorted(summed_up(issues), key=lambda issue: (issue[1] or 0, issue[2])) == [
        ("missing-field", None, "name"),
        ("unknown-field", 1, "site_nam"),
        ("wrong-value", 2, "stale_months"),
        ("unknown-word", 3, "pay"),
        ("missing-field", 12, "contacts 2, label"),
        ("duplicate-id", 13, "contacts 2, slug"),
        ("missing-field", 15, "framework, kind"),
        ("missing-field", 15, "framework, name"),
        ("missing-field", 16, "framework, fixed_price, amount"),
        ("missing-field", 22, "lots 1, fixed_price, unit"),
        ("missing-field", 24, "lots 2, name"),
        ("duplicate-id", 25, "lots 2, code"),
        ("unknown-word", 27, "lots 2, modes"),
        ("unknown-field", 32, "areas 1, colour"),
        ("missing-field", 34, "areas 2, label"),
        ("duplicate-id", 35, "areas 2, slug"),
        ("bad-id", 38, "areas 3, slug"),
        ("bad-id", 42, "areas 4, slug"),
        ("missing-field", 45, "age_bands 1, label"),
        ("wrong-value", 46, "age_bands 1, from"),
        ("statement-not-complete", 48, "statement"),
        ("date-in-future", 49, "statement, prepared_on"),
    ]


WHOLE_STATEMENT = """
[statement]
prepared_on = 2026-11-01
tested_on = 2026-11-01
contact = { email = "access@example.org" }
"""


def test_a_real_council_with_a_whole_statement_has_no_issue(tmp_path: Path) -> None:
    _, issues = _read(tmp_path, LEAST.replace("example = true\n", "") + WHOLE_STATEMENT)

    assert issues == []


@pytest.mark.parametrize("missing", ["prepared_on", "tested_on", "contact"])
def test_what_the_law_asks_for_in_a_statement_is_asked_for(tmp_path: Path, missing: str) -> None:
    text = LEAST.replace("example = true\n", "") + WHOLE_STATEMENT.replace(missing, f"#{missing}")

    council, issues = _read(tmp_path, text)

    assert council is not None
    assert issues == [
        an_error(
            code="statement-not-complete",
            message=(
                "The accessibility statement does not say when it was written, when the site was "
                "tested, or whom to tell."
            ),
            remedy="Under [statement], add prepared_on, tested_on and a contact.",
            line=10,
            where="statement",
            severity=Severity.WARNING,
        )
    ]
