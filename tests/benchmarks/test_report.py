"""What was measured is written so that people and machines can read it."""

import json
from datetime import date
from pathlib import Path

import pytest

from benchmarks.bounds import HELLO, KEPT_PAGE, OUR_PAGE, PAGE, SEARCH, THEIR_PAGE, make_ratios
from benchmarks.report import (
    Build,
    Rate,
    Ratio,
    Relevance,
    Report,
    Row,
    as_text,
    make_row,
    percentile,
    read_report,
    write_docs,
    write_report,
)

ROW = Row(
    case="search", size=2000, engine="ours, warm", p50=0.2, p95=0.5, p99=12.0, cpu_ms=0.04,
    memory_mb=70.2, questions=600,
)  # fmt: skip
REPORT = Report(
    measured_on=date(2026, 11, 1),
    cores=2,
    versions={"Python": "3.11"},
    rows=[ROW],
    builds=[Build(size=2000, engine="ours", cpu_seconds=3.21, index_mb=1.5)],
    rates=[Rate(engine="our page, kept", per_second=12345, cpu_ms=0.05)],
    relevance=[Relevance(engine="ours", queries=120, ndcg=0.91, without_result=0)],
    ratios=[
        Ratio(name="fast enough", value=0.1, at_most=0.2),
        Ratio(name="rate", value=1.5, at_least=2.0),
    ],
    notes=["A note."],
)
TEXT = """\
| case   | activities | engine     | p50 ms | p95 ms | p99 ms | CPU ms | memory MB |
| ------ | ---------: | ---------- | -----: | -----: | -----: | -----: | --------: |
| search |      2,000 | ours, warm |   0.20 |   0.50 |   12.0 |   0.04 |        70 |

| activities | index | CPU seconds to build |  MB |
| ---------: | ----- | -------------------: | --: |
|      2,000 | ours  |                  3.2 | 1.5 |

| page           | a second | CPU ms a page |
| -------------- | -------: | ------------: |
| our page, kept |   12,345 |         0.050 |

| judged queries | how many | nDCG@5 | without a result |
| -------------- | -------: | -----: | ---------------: |
| ours           |      120 |  0.910 |                0 |

| what is to hold | value | bound       |                   |
| --------------- | ----: | ----------- | ----------------- |
| fast enough     |  0.10 | at most 0.2 | kept              |
| rate            |  1.50 | at least 2  | missed: 1.3 times |

A note.
"""


def a_row(case: str, size: int, engine: str, **figures: float) -> Row:
    given = {"p50": 0.0, "p95": 0.0, "p99": 0.0, "cpu_ms": 0.0, "memory_mb": 0.0} | figures
    return Row(case=case, size=size, engine=engine, questions=1, **given)


def test_a_report_is_read_as_tables() -> None:
    assert as_text(REPORT) == TEXT


def test_a_report_comes_through_its_file_as_it_was(tmp_path: Path) -> None:
    write_report(REPORT, tmp_path / "latest.json")

    assert read_report(tmp_path / "latest.json") == REPORT


def test_a_ratio_is_written_with_its_one_bound(tmp_path: Path) -> None:
    write_report(REPORT, tmp_path / "latest.json")

    assert json.loads((tmp_path / "latest.json").read_text())["ratios"] == [
        {"name": "fast enough", "value": 0.1, "at_most": 0.2},
        {"name": "rate", "value": 1.5, "at_least": 2.0},
    ]


def test_the_documentation_keeps_what_stands_around_the_figures(tmp_path: Path) -> None:
    file = tmp_path / "performance.md"
    file.write_text(
        "# Speed\n\n<!-- measured -->\nold\n<!-- end of what was measured -->\n\nWhy.\n"
    )

    write_docs(REPORT, file)

    assert file.read_text() == (
        "# Speed\n\n<!-- measured -->\n\n"
        f"Measured on 1 November 2026, on 2 cores, with Python 3.11.\n\n{TEXT}\n"
        "<!-- end of what was measured -->\n\nWhy.\n"
    )


@pytest.mark.parametrize(
    ("part", "value"), [(50, 50.0), (95, 95.0), (99, 99.0), (100, 100.0), (0, 1.0)]
)
def test_a_percentile_is_one_of_the_values(part: float, value: float) -> None:
    assert percentile([float(each) for each in range(100, 0, -1)], part) == value


def test_a_row_has_the_percentiles_of_its_times() -> None:
    row = make_row("search", 2000, "ours, warm", [3.0, 1.0, 2.0], 0.5, 70.0)

    assert (row.p50, row.p95, row.p99, row.questions) == (2.0, 3.0, 3.0, 3)


def test_the_ratios_are_those_that_were_asked_for_with_their_bounds() -> None:
    rows = [
        a_row(SEARCH, size, engine, p95=p95)
        for size in (10_000, 100_000)
        for engine, p95 in (
            ("ours, warm", 0.5), ("ours, cold", 8.0), ("tantivy", 2.5), ("SQLite FTS5", 50.0),
        )
    ]  # fmt: skip
    rows.append(a_row(PAGE, 10_000, OUR_PAGE, cpu_ms=1.0, memory_mb=88.0))
    rows.append(a_row(PAGE, 10_000, THEIR_PAGE, cpu_ms=100.0, memory_mb=90.0))
    builds = [
        Build(size=size, engine="ours", cpu_seconds=size / 1000, index_mb=1.0)
        for size in (2_000, 10_000, 100_000)
    ]
    rates = [
        Rate(engine=KEPT_PAGE, per_second=15_000, cpu_ms=0.05),
        Rate(engine=HELLO, per_second=6_000, cpu_ms=0.15),
    ]

    ratios = make_ratios(rows, builds, rates)

    assert [(each.value, each.at_most, each.at_least) for each in ratios] == [
        (0.01, 0.02, None),
        (0.2, 0.2, None),
        (0.16, 0.2, None),
        (0.2, 0.2, None),
        (2.0, 5.0, None),
        (10.0, 20.0, None),
        (88.0, 90.0, None),
        (0.01, 0.02, None),
        (2.5, None, 2.0),
    ]
    assert all(ratio.is_kept for ratio in ratios)


def test_what_was_not_measured_has_no_ratio() -> None:
    assert make_ratios([ROW], [], []) == []
