"""Read a council's own file: its framework card, lots, groups, areas, contacts and settings."""

import re
from datetime import date
from pathlib import Path

from finder.domain.council import (
    AccessibilityStatement,
    AgeBand,
    Council,
    CouncilSlug,
    FixedPrice,
    Framework,
    HelpContact,
    Labelled,
    Lot,
    Theme,
)
from finder.domain.vocabulary import FrameworkKind, LotStatus, Mode, Pay, PriceUnit
from finder.importing.contacts import read_contact
from finder.importing.entry import Entry
from finder.importing.media import MediaFolder, read_videos
from finder.importing.report import Report
from finder.importing.terms import read_terms
from finder.importing.texts import SLUG, as_shown
from finder.importing.themes import check_theme
from finder.importing.toml_files import read_toml

# These words begin the site's own addresses, so no council can be called by one.
TAKEN_SLUGS = frozenset(
    {
        "accessibility",
        "feedback",
        "healthz",
        "help",
        "list",
        "metrics",
        "pictures",
        "privacy",
        "read",
        "readyz",
        "static",
    }
)
_AREA_CODE = re.compile(r"[ENSW]\d{8}")


def read_council(
    path: Path, slug: str, report: Report, *, today: date, made: frozenset[str] = frozenset()
) -> Council | None:
    """Return the council, or None when anything in its file is an error.

    A video with an error is left out, and the council stays. `made` names what an earlier build
    made of its photos.
    """
    entry = read_toml(path, report)
    if entry is None:
        return None
    media = MediaFolder(council=path.parent, place="videos", made=made)
    videos = read_videos(entry, media)
    errors_before = entry.error_count
    if slug in TAKEN_SLUGS or not SLUG.fullmatch(slug):
        report.add(
            "bad-id",
            f"A council cannot have the folder {as_shown(slug)}.",
            "Use small letters, numbers and hyphens, and none of the site's own addresses.",
        )
    name = entry.text("name", required=True, longest=120)
    place_name = entry.text("place_name", default=name, longest=60)
    council = Council(
        slug=CouncilSlug(slug),
        name=name,
        place_name=place_name,
        site_name=entry.text("site_name", default=f"Things to do in {place_name}", longest=60),
        framework=_read_framework(entry.table("framework")),
        area_codes=_read_area_codes(entry),
        example=entry.flag("example") or False,
        lots=_read_lots(entry),
        groups=_read_all_labelled(entry, "groups"),
        age_bands=tuple(_read_age_band(each) for each in entry.tables("age_bands")),
        areas=_read_all_labelled(entry, "areas"),
        start_places=_read_all_labelled(entry, "start_places"),
        outcomes=_read_all_labelled(entry, "outcomes"),
        terms=read_terms(entry),
        pay=entry.choices("pay", Pay) or tuple(Pay),
        help=read_contact(entry.table("help")),
        contacts=_read_help_contacts(entry),
        languages=entry.sentences("languages", longest=20) or ("en-GB",),
        checked_languages=entry.sentences("checked_languages", longest=20),
        stale_months=entry.number("stale_months", least=1, most=60) or 12,
        show_prices=entry.flag("show_prices") is not False,
        theme=_read_theme(entry.table("theme")),
        theme_dark=_read_theme(entry.table("theme_dark")),
        statement=_read_statement(entry.table("statement"), today=today),
        videos=videos,
    )
    check_theme(entry, council.theme, council.theme_dark)
    _check_statement(entry, council)
    if not council.help.is_told:
        entry.problem(
            "missing-field",
            "There is nobody to ask for help.",
            "Add a phone number or an email address under a heading [help].",
            key="help",
        )
    entry.finish()
    return council if entry.error_count == errors_before else None


def _read_framework(entry: Entry) -> Framework:
    framework = Framework(
        name=entry.text("name", required=True),
        kind=entry.choice("kind", FrameworkKind, required=True) or FrameworkKind.FRAMEWORK,
        was_called=entry.text("was_called"),
        starts=entry.date("starts"),
        starts_in_words=entry.text("starts_in_words"),
        ends=entry.date("ends"),
        term=entry.text("term"),
        reopening=entry.text("reopening"),
        value=entry.text("value"),
        price_rule=entry.text("price_rule"),
        fixed_price=_read_fixed_price(entry),
        source=entry.text("source"),
    )
    entry.finish()
    return framework


def _read_fixed_price(entry: Entry) -> FixedPrice | None:
    if not entry.has("fixed_price"):
        return None
    table = entry.table("fixed_price")
    pence = table.pence("amount", required=True)
    unit = table.choice("unit", PriceUnit, required=True)
    valid_from = table.date("valid_from")
    table.finish()
    if pence is None or unit is None:
        return None
    return FixedPrice(pence=pence, unit=unit, valid_from=valid_from)


def _read_lots(entry: Entry) -> tuple[Lot, ...]:
    taken: set[str] = set()
    return tuple(_read_lot(each, taken) for each in entry.tables("lots"))


def _read_lot(entry: Entry, taken: set[str]) -> Lot:
    lot = Lot(
        code=entry.slug("code", taken=taken),
        label=entry.text("label", required=True, longest=120),
        name=entry.text("name", required=True),
        status=entry.choice("status", LotStatus) or LotStatus.OPEN,
        modes=entry.choices("modes", Mode) or (Mode.IN_PERSON, Mode.AT_HOME),
        longest_weeks=entry.number("longest_weeks", least=1, most=520),
        reopens=entry.text("reopens"),
        description=entry.text("description", longest=600),
        fixed_price=_read_fixed_price(entry),
    )
    entry.finish()
    return lot


def _read_all_labelled(entry: Entry, key: str) -> tuple[Labelled, ...]:
    taken: set[str] = set()
    return tuple(_read_labelled(each, taken) for each in entry.tables(key))


def _read_labelled(entry: Entry, taken: set[str]) -> Labelled:
    labelled = Labelled(
        slug=entry.slug("slug", taken=taken),
        label=entry.text("label", required=True, longest=120),
        hint=entry.text("hint", longest=120),
        picture=entry.text("picture", longest=60),
        code=entry.text("code", longest=20),
    )
    entry.finish()
    return labelled


def _read_area_codes(entry: Entry) -> tuple[str, ...]:
    codes = entry.sentences("area_codes", longest=20)
    for code in codes:
        if not _AREA_CODE.fullmatch(code):
            entry.problem(
                "bad-area-code",
                f"area_codes has “{code}”.",
                "Write the nine letters of the ONS code, such as E10000016.",
                key="area_codes",
            )
    return codes


def _read_age_band(entry: Entry) -> AgeBand:
    youngest = entry.number("from", least=0, most=120)
    band = AgeBand(
        label=entry.text("label", required=True, longest=80),
        youngest=18 if youngest is None else youngest,
        oldest=entry.number("to", least=0, most=120),
        contact=entry.text("contact"),
    )
    entry.finish()
    return band


def _read_help_contacts(entry: Entry) -> tuple[HelpContact, ...]:
    taken: set[str] = set()
    return tuple(_read_help_contact(each, taken) for each in entry.tables("contacts"))


def _read_help_contact(entry: Entry, taken: set[str]) -> HelpContact:
    contact = HelpContact(
        slug=entry.slug("slug", taken=taken),
        label=entry.text("label", required=True, longest=80),
        text=entry.text("text"),
        contact=read_contact(entry.table("contact")),
    )
    entry.finish()
    return contact


def _read_theme(entry: Entry) -> Theme:
    theme = Theme(
        **{
            name: entry.text(name, longest=9)
            for name in ("band", "on_band", "band_2", "sun", "brand", "on_brand")
        }
    )
    entry.finish()
    return theme


def _read_statement(entry: Entry, *, today: date) -> AccessibilityStatement:
    statement = AccessibilityStatement(
        prepared_on=entry.date("prepared_on", not_after=today),
        reviewed_on=entry.date("reviewed_on", not_after=today),
        tested_on=entry.date("tested_on", not_after=today),
        tested_by=entry.text("tested_by"),
        contact=read_contact(entry.table("contact")),
        known_issues=entry.sentences("known_issues"),
        reply_days=entry.number("reply_days", least=1, most=60),
    )
    entry.finish()
    return statement


def _check_statement(entry: Entry, council: Council) -> None:
    """Note what the law asks a council for and nobody told. An example has no statement to keep."""
    told = council.statement
    if council.example or (told.prepared_on and told.tested_on and told.contact.is_told):
        return
    entry.warn(
        "statement-not-complete",
        "The accessibility statement does not say when it was written, when the site was tested, "
        "or whom to tell.",
        "Under [statement], add prepared_on, tested_on and a contact.",
        key="statement",
    )
