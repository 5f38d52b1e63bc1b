"""What a carer asks: the times, the search's own choices, and how the person gets there."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

from finder.domain.query import Ignored, SearchQuery
from finder.domain.vocabulary import Day
from finder.planning.break_windows import Window
from finder.planning.breaks import MOST_ACTIVITIES
from finder.web.presenters import free_times
from finder.web.presenters.addresses import address

SHOW = "breaks.show"
STEPS = ("days", "times", "place", "travel", "help")
TRAVEL, WITHOUT_CARER = "travel", "without-me"
MOST = "most"
DONE = "done"
# These are for the pages of a break, and no part of the search. Days are those of the times.
OWN_PARAMETERS = frozenset(
    {free_times.PARAMETER, TRAVEL, MOST, DONE, "day", "part", "page", "view", "sort"}
    | {f"{end}-{day}" for end in ("from", "to") for day in Day}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakQuestion:
    """Everything that an address of a break asks. `most` is how many activities a set may have."""

    query: SearchQuery
    windows: tuple[Window, ...] = ()
    without_carer: bool = False
    most: int = MOST_ACTIVITIES

    def with_windows(self, windows: Iterable[Window]) -> "BreakQuestion":
        return replace(self, windows=tuple(windows))

    def without_window(self, window: Window) -> "BreakQuestion":
        return self.with_windows(each for each in self.windows if each != window)

    @property
    def own_args(self) -> list[tuple[str, str]]:
        """Return the parameters that are no part of a search."""
        args = [(free_times.PARAMETER, free_times.written_window(each)) for each in self.windows]
        if self.without_carer:
            args.append((TRAVEL, WITHOUT_CARER))
        if self.most != MOST_ACTIVITIES:
            args.append((MOST, str(self.most)))
        return args

    def args(self, *left_out: str) -> tuple[tuple[str, str], ...]:
        """Return all parameters but some, as a form passes them on."""
        every = [*self.own_args, *self.query.to_args()]
        return tuple((name, value) for name, value in every if name not in left_out)

    def address(self, council: str, endpoint: str = SHOW, **more: str) -> str:
        """Return the address of a page of the break that asks this."""
        return with_args(address(endpoint, council, self.query, **more), self.own_args)


def with_args(url: str, args: Iterable[tuple[str, str]]) -> str:
    """Return an address with more parameters."""
    written = urlencode(list(args), safe=":")
    if not written:
        return url
    return f"{url}{'&' if '?' in url else '?'}{written}"


def step_url(question: BreakQuestion, council: str, step: str, *days: Day) -> str:
    """Return the address of a step, or of the ways to have a break after the last one."""
    endpoint = f"breaks.{step}" if step in STEPS else SHOW
    return with_args(question.address(council, endpoint), [(free_times.DAY, day) for day in days])


def read_question(
    args: MultiDict[str, str], query: SearchQuery
) -> tuple[BreakQuestion, tuple[Ignored, ...]]:
    """Return the question of an address, and what of its own parameters was not understood."""
    windows, ignored = free_times.read_windows(args.getlist(free_times.PARAMETER))
    travel, most = args.get(TRAVEL, ""), args.get(MOST, "")
    others = []
    if travel not in ("", "any", WITHOUT_CARER):
        others.append(Ignored(TRAVEL, travel[:40]))
    counts = {str(count): count for count in range(1, MOST_ACTIVITIES + 1)}
    if most and most not in counts:
        others.append(Ignored(MOST, most[:40]))
    question = BreakQuestion(
        query=query,
        windows=windows,
        without_carer=travel == WITHOUT_CARER,
        most=counts.get(most, MOST_ACTIVITIES),
    )
    return question, (*ignored, *others)
