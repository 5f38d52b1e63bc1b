"""Read phone numbers, email addresses and web addresses."""

from finder.domain.provider import Contact
from finder.importing.entry import Entry


def read_contact(entry: Entry) -> Contact:
    """Return how to ask, from a table of its own."""
    contact = Contact(
        who=entry.text("who", longest=80),
        phone=_read_phone(entry, "phone"),
        text=_read_phone(entry, "text"),
        email=_read_email(entry),
        website=read_web_address(entry, "website"),
        hours=entry.text("hours", longest=120),
    )
    entry.finish()
    return contact


def _read_phone(entry: Entry, key: str) -> str:
    value = entry.text(key, longest=40)
    digits = [each for each in value if each.isdigit()]
    if value and not (8 <= len(digits) <= 15 and set(value) <= set("0123456789+() -")):
        entry.problem(
            "bad-phone",
            f"{key} is “{value}”.",
            "Write only the number, such as 01632 960 123.",
            key=key,
        )
        return ""
    return value


def _read_email(entry: Entry) -> str:
    value = entry.text("email", longest=200)
    name, at, host = value.partition("@")
    if value and not (name and at and "." in host and " " not in value and "@" not in host):
        entry.problem(
            "bad-email", f"email is “{value}”.", "Write it as name@example.org.", key="email"
        )
        return ""
    return value


def read_web_address(entry: Entry, key: str) -> str:
    """Return a web address with its scheme, or an empty text."""
    value = entry.text(key, longest=500)
    if value and not value.startswith(("https://", "http://")):
        entry.problem(
            "bad-web-address",
            f"{key} is “{value[:60]}”.",
            "Write the whole address, beginning with https://.",
            key=key,
        )
        return ""
    return value
