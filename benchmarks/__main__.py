"""`python -m benchmarks`: compare, print what came of it, and write it down."""

import argparse
import sys
from pathlib import Path

from benchmarks.report import LATEST, as_text, read_report, write_docs, write_report
from benchmarks.run import FAST, FULL, run


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--fast", action="store_true", help="only the smallest size, and nothing is written"
    )
    parser.add_argument("--data", type=Path, help="the folder with real directories")
    parser.add_argument(
        "--write-docs", action="store_true", help="put the latest figures into the documentation"
    )
    chosen = parser.parse_args()
    if chosen.write_docs:
        write_docs(read_report())
        return
    report = run(
        FAST if chosen.fast else FULL, chosen.data, lambda line: print(line, file=sys.stderr)
    )
    print(as_text(report))
    if not chosen.fast:
        write_report(report, LATEST)


if __name__ == "__main__":
    main()
