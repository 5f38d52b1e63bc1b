"""`finder read`."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from finder.cli.options import load_settings
from finder.generations import GenerationError, Generations
from finder.readability.grade import AIM, SHORTEST_PROSE_WORDS
from finder.settings import Settings
from finder.shortlists.sqlite import SQLiteShortlistStore
from finder.web.app import create_app
from finder.web.page_reading import NotReadError, PageRead, read_core_pages

HEADINGS = (
    *("page", "words", "sentences", "most words", "mean", "over 10", "grade"),
    *("errors", "warnings"),
)
INTRODUCTION = f"""\
# How easy the pages are to read

The words of the core pages of “{{council}}”, as the site serves them. `finder read` prints this.

A heading, a button or a line of a list counts as a sentence. “Most words” are those of the
longest sentence, “mean” are the words of a sentence on average, and “over 10” is the share of
sentences with more than 10 words. “Grade” is the school grade of Flesch and Kincaid, of the
sentences that end in a full stop. {AIM:.0f} or less is about right for a reader of 10. It says
nothing of texts under {SHORTEST_PROSE_WORDS} words, and no page has to meet it. Errors and
warnings are those of the easy-read rules.

The official words in the details for social workers are left out, and so are the licences of maps
and the statement that a law has words for."""


@click.command()
@click.option("--council", default="", help="Its short name, such as kent. Without it, the first.")
@click.option("--warnings", is_flag=True, help="List the warnings too, not the errors alone.")
def read(council: str, warnings: bool) -> None:
    """Say how easy the core pages are to read, as they are served now.

    It prints a page of Markdown, with a table and what is hard. It changes nothing, and keeps
    nothing.
    """
    settings = load_settings()
    slug = _council(settings, council)
    # The lists of the site are nobody's business here, so the pages are given another store.
    # Cookies that need https would not come back.
    plain = replace(settings, base_url="http://localhost")
    with TemporaryDirectory() as folder:
        store = SQLiteShortlistStore(
            Path(folder) / "lists.db", keep_days=settings.list_days, most=settings.list_most
        )
        try:
            pages = read_core_pages(create_app(plain, store=store), slug)
        except NotReadError as error:
            raise click.ClickException(str(error)) from error
        finally:
            store.close()
    click.echo(document_of(slug, pages, warnings=warnings))


def _council(settings: Settings, asked: str) -> str:
    try:
        generation = Generations(settings.generations_dir).open_current()
    except GenerationError as error:
        raise click.ClickException(str(error)) from error
    known = list(generation.councils)
    generation.close()
    if asked and asked not in known:
        raise click.ClickException(
            f"There is no council “{asked}”. Use one of: {', '.join(known)}."
        )
    return asked or known[0]


def table_of(pages: list[PageRead]) -> str:
    """Return the counts as a table in Markdown."""
    rows = [HEADINGS, ("---",) + ("---:",) * (len(HEADINGS) - 1)]
    for page in pages:
        report = page.report
        grade = "too short" if report.grade is None else f"{report.grade:.1f}"
        rows.append(
            (
                page.name,
                *(f"{report.word_count:,}", f"{report.sentence_count:,}"),
                *(str(report.longest_word_count), f"{report.mean_words:.1f}"),
                *(f"{report.over_ten_percent}%", grade),
                *(str(report.error_count), str(report.warning_count)),
            )
        )
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def list_of(pages: list[PageRead], *, warnings: bool) -> list[str]:
    """Return what was found, page by page, and what to write instead."""
    return [
        f"* {page.name}: {'error' if each.is_error else 'warning'}: {each.message} "
        f"{each.remedy} It says: “{each.excerpt}”"
        for page in pages
        for each in page.report.findings
        if each.is_error or warnings
    ]


def document_of(council: str, pages: list[PageRead], *, warnings: bool = False) -> str:
    """Return the whole page of Markdown."""
    found = list_of(pages, warnings=warnings)
    parts = [INTRODUCTION.format(council=council), table_of(pages)]
    if found:
        parts += ["## What is hard", "\n".join(found)]
    return "\n\n".join(parts)
