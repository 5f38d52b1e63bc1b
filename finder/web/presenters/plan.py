"""A support plan's facts, for professionals: the same lines on a page, as text, and in a file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from finder.documents.plain_text import TextBlock, make_plain_text
from finder.documents.spreadsheet import make_csv
from finder.domain.query import SearchQuery
from finder.domain.shortlist import Face
from finder.planning.attending import Going
from finder.planning.support_plan import OnPlan, PlanRow, make_plan_rows
from finder.web.presenters import labels
from finder.web.presenters.addresses import address
from finder.web.presenters.listed import Listed, ListedActivities
from finder.web.presenters.plan_facts import facts_of
from finder.web.presenters.plan_line import Line
from finder.web.presenters.plan_sums import lines_of_all
from finder.web.presenters.times import date_in_words
from finder.web.wording import gettext, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanBlock:
    """What the plan says of one activity. `url` leads to its page on this site."""

    slug: str
    name: str
    url: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything in a plan. `sums` are empty unless there are several activities to add up."""

    title: str
    intro: tuple[str, ...]
    blocks: tuple[PlanBlock, ...]
    sums: tuple[Line, ...]
    printed_on: date

    @property
    def text(self) -> str:
        """Return the plan as text to paste into a case system."""
        blocks = [
            TextBlock(
                heading=f"{number}. {block.name}" if len(self.blocks) > 1 else block.name,
                lines=tuple((line.term, line.said) for line in block.lines),
            )
            for number, block in enumerate(self.blocks, start=1)
        ]
        if self.sums:
            lines = tuple((line.term, line.said) for line in self.sums)
            blocks.append(TextBlock(heading=gettext("All together"), lines=lines))
        return make_plain_text(self.title, self.intro, blocks)

    @property
    def spreadsheet(self) -> str:
        """Return the plan as comma-separated values, one row an activity."""
        terms = [line.term for line in self.blocks[0].lines] if self.blocks else []
        printed = self.printed_on.isoformat()
        return make_csv(
            [gettext("Name"), *terms, gettext("Printed on")],
            ([each.name, *(line.cell for line in each.lines), printed] for each in self.blocks),
            not_told=str(labels.NOT_TOLD_SHORT),
        )


def make_plan(listed: ListedActivities, going: Going, *, base_url: str, today: date) -> Plan:
    """Return the plan of a list. `base_url` stands before the path of each activity's page."""
    rows = _rows(listed.here, going, today)
    running = [row for row in rows if row.on_plan.runs and row.on_plan.face is not Face.NO]
    gone = len(listed.gone)
    return Plan(
        title=gettext("Text for a support plan"),
        intro=(
            *_intro(today),
            *([_gone(gone)] if gone else []),
        ),
        blocks=_blocks(listed.here, rows, base_url, is_list=True),
        sums=tuple(lines_of_all(running)) if len(running) > 1 else (),
        printed_on=today,
    )


def make_activity_plan(listed: Listed, *, base_url: str, today: date) -> Plan:
    """Return the plan of a single activity, which is on no list."""
    rows = _rows([listed], {}, today)
    return Plan(
        title=gettext("Text for a support plan"),
        intro=_intro(today),
        blocks=_blocks([listed], rows, base_url, is_list=False),
        sums=(),
        printed_on=today,
    )


def _intro(today: date) -> tuple[str, ...]:
    return (
        gettext("Printed on %(day)s.", day=date_in_words(today)),
        gettext("It names nobody. Please add no names to the website."),
        gettext("The words from (a) to (j) are those of the Care Act."),
    )


def _gone(count: int) -> str:
    return ngettext(
        "%(num)s thing on the list is not here any more.",
        "%(num)s things on the list are not here any more.",
        count,
    )


def _rows(every: Sequence[Listed], going: Going, today: date) -> tuple[PlanRow, ...]:
    on_plan = [
        OnPlan(
            activity=each.activity,
            provider=each.provider,
            council=each.council,
            face=each.entry.face if each.entry else None,
            note=each.entry.note if each.entry else "",
        )
        for each in every
    ]
    return make_plan_rows(on_plan, going, today=today)


def _blocks(
    every: Iterable[Listed], rows: Iterable[PlanRow], base_url: str, *, is_list: bool
) -> tuple[PlanBlock, ...]:
    return tuple(
        _block(listed, row, base_url, is_list=is_list)
        for listed, row in zip(every, rows, strict=True)
    )


def _block(listed: Listed, row: PlanRow, base_url: str, *, is_list: bool) -> PlanBlock:
    activity, council = listed.activity, listed.council
    path = address("activities.show", council.slug, SearchQuery(), activity_id=activity.activity_id)
    page = f"{base_url.rstrip('/')}{path}"
    return PlanBlock(
        slug=f"{council.slug}-{activity.activity_id}",
        name=activity.name,
        url=path,
        lines=tuple(facts_of(row, page=page, is_list=is_list)),
    )
