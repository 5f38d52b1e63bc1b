"""Siteimprove Alfa over many pages: all its rules of levels A, AA and AAA, in one run of Node."""

import json
import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import playwright

from tests.browser.chromium import FLAGS, ColourScheme, chromium_path
from tests.browser.failure import Failure

TOOLS = Path(__file__).parents[1] / "tools"

NODE = Path(playwright.__file__).parent / "driver" / "node"
"""The Node that Playwright brings with it: the same on each machine, and new."""

WORKERS = min(os.cpu_count() or 1, 4)
"""Pages at a time. Alfa is all computing, so more than the cores would gain nothing."""


RULE = "https://alfa.siteimprove.com/rules/sia-r"
COLOUR_RULES = tuple(f"{RULE}{number}" for number in (62, 65, 66, 69))
"""The rules that look at colours: of links in a sentence, of the focus, and of words, twice."""


class AlfaError(Exception):
    """Alfa could not audit the pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlfaJob:
    """One page to audit, as one person would see it."""

    url: str
    width: int = 1280
    height: int = 900
    colour_scheme: ColourScheme = ColourScheme.LIGHT
    cookies: Mapping[str, str] = field(default_factory=dict)
    only: tuple[str, ...] = ()
    """The rules to ask; all of them if there are none here."""

    def __str__(self) -> str:
        return f"{self.url} ({self.width} px, {self.colour_scheme})"


@dataclass(frozen=True, slots=True, kw_only=True)
class AlfaReport:
    """What Alfa says of one page."""

    job: AlfaJob
    failures: list[Failure]
    undecided: list[Failure]
    """What Alfa cannot tell without an answer from a person."""
    rules: int
    """How many rules had something to judge. A page that did not load has almost none."""
    seconds: float


def alfa(jobs: Sequence[AlfaJob]) -> list[Failure]:
    """Return everything that fails on any of the pages."""
    return [failure for report in audits(jobs) for failure in report.failures]


def audits(jobs: Sequence[AlfaJob]) -> list[AlfaReport]:
    """Return what Alfa says of each page, in the order of the jobs."""
    task = {
        "executable": chromium_path(),
        "arguments": FLAGS,
        "workers": WORKERS,
        "pages": [
            {
                "url": job.url,
                "width": job.width,
                "height": job.height,
                "colourScheme": job.colour_scheme,
                "cookies": dict(job.cookies),
                "only": job.only,
            }
            for job in jobs
        ],
    }
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "job.json"
        path.write_text(json.dumps(task), encoding="utf-8")
        run = subprocess.run(
            [NODE, TOOLS / "alfa.mjs", path],
            capture_output=True,
            check=False,
            encoding="utf-8",
            timeout=60 + 30 * len(jobs),
        )
    if run.returncode != 0:
        msg = f"Alfa stopped; run tests/tools/install.sh if a module is missing.\n{run.stderr}"
        raise AlfaError(msg)
    return [
        AlfaReport(
            job=job,
            failures=[Failure(page=str(job), **failure) for failure in report["failures"]],
            undecided=[Failure(page=str(job), **failure) for failure in report["undecided"]],
            rules=report["rules"],
            seconds=report["seconds"],
        )
        for job, report in zip(jobs, json.loads(run.stdout), strict=True)
    ]
