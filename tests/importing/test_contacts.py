import pytest

from finder.domain.provider import Contact
from finder.importing.contacts import read_contact, read_web_address
from tests.importing.reading import an_error, read_entry, summed_up

EVERYTHING = """\
who = "The club team"
phone = "+44 1632 960-123"
text = "(07700) 900123"
email = "club@example.org"
website = "https://example.org/club?a=1"
hours = "9 to 5"
"""


def test_every_way_to_ask_is_read() -> None:
    entry, issues = read_entry(EVERYTHING)

    assert read_contact(entry) == Contact(
        who="The club team",
        phone="+44 1632 960-123",
        text="(07700) 900123",
        email="club@example.org",
        website="https://example.org/club?a=1",
        hours="9 to 5",
    )
    assert issues == []


@pytest.mark.parametrize("written", ["12345678", "+12345 67890-12345"])
def test_a_phone_number_has_8_to_15_digits(written: str) -> None:
    entry, issues = read_entry(f'phone = "{written}"')

    assert (read_contact(entry), issues) == (Contact(phone=written), [])


def test_nothing_has_to_be_told() -> None:
    entry, issues = read_entry("")

    assert (read_contact(entry), issues) == (Contact(), [])


@pytest.mark.parametrize(
    "written", ["1234567", "0123456789012345", "01632 960 123 ask for Jo", "٠١٦٣٢٩٦٠١٢٣", "phone"]
)
def test_a_phone_number_is_only_a_number(written: str) -> None:
    entry, issues = read_entry(f'phone = "{written}"')

    assert read_contact(entry) == Contact()
    assert issues == [
        an_error(
            code="bad-phone",
            message=f"phone is “{written}”.",
            remedy="Write only the number, such as 01632 960 123.",
            where="phone",
        )
    ]


@pytest.mark.parametrize(
    "written",
    ["club", "club@", "@example.org", "club@example", "a b@example.org", "a@b@example.org"],
)
def test_an_email_address_has_a_name_and_a_host(written: str) -> None:
    entry, issues = read_entry(f'email = "{written}"')

    assert read_contact(entry) == Contact()
    assert issues == [
        an_error(
            code="bad-email",
            message=f"email is “{written}”.",
            remedy="Write it as name@example.org.",
            where="email",
        )
    ]


@pytest.mark.parametrize(
    "written", ["example.org", "javascript:alert(1)", "//example.org", "HTTPS:"]
)
def test_a_web_address_says_how_to_get_there(written: str) -> None:
    entry, issues = read_entry(f'page = "{written}"')

    assert read_web_address(entry, "page") == ""
    assert issues == [
        an_error(
            code="bad-web-address",
            message=f"page is “{written}”.",
            remedy="Write the whole address, beginning with https://.",
            where="page",
        )
    ]


def test_every_fault_of_a_contact_is_noted() -> None:
    entry, issues = read_entry(
        'phone = "ask"\ntext = "ask"\nemail = "ask"\nwebsite = "ask"\nfax = "1"'
    )

    assert read_contact(entry) == Contact()
    assert summed_up(issues) == [
        ("bad-phone", 1, "phone"),
        ("bad-phone", 2, "text"),
        ("bad-email", 3, "email"),
        ("bad-web-address", 4, "website"),
        ("unknown-field", 5, "fax"),
    ]
