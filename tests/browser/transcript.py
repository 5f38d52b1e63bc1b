"""What a journey was like, as a document that is compared with what happens now.

To write the documents anew, after a change that is meant, run

    WRITE_JOURNEYS=1 .venv/bin/python -m pytest -m browser tests/browser -k transcript

and read what changed before it is committed.
"""

import os
from pathlib import Path

from tests.pseudo import ROOT

FOLDER = ROOT / "docs" / "journeys"
COMMAND = "WRITE_JOURNEYS=1 .venv/bin/python -m pytest -m browser tests/browser -k transcript"


def is_as_written(name: str, lines: list[str]) -> bool:
    """Compare a journey with its document, which is written first if somebody asks for it."""
    path: Path = FOLDER / f"{name}.md"
    text = "\n".join(lines) + "\n"
    if os.environ.get("WRITE_JOURNEYS"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text, f"{path.name}: {COMMAND}"
    return True
