"""The Nu HTML checker over many pages, in one run of Java: errors and warnings."""

import json
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.browser.chromium import program
from tests.browser.failure import Failure

JAR = Path(__file__).parents[1] / "tools/node_modules/vnu-jar/build/dist/vnu.jar"

# A run lasts seconds, in which the collector that starts fastest is the best; deep pages need
# more stack than Java gives by itself.
JAVA = ("-XX:+UseSerialGC", "-Xss4m")


class VnuError(Exception):
    """The checker did not run."""


def vnu(pages: Mapping[str, str]) -> list[Failure]:
    """Return every message on the pages, which are HTML by the names to report them under."""
    if not pages:
        return []
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        for number, (name, html) in enumerate(pages.items()):
            path = Path(folder) / f"{number}.html"
            path.write_text(html, encoding="utf-8")
            names[path.as_uri().replace("file:///", "file:/")] = name
        run = subprocess.run(
            [
                *(program("JAVA", "java"), *JAVA, "-jar", JAR),
                *("--format", "json", "--stdout", "--exit-zero-always", folder),
            ],
            capture_output=True,
            check=False,
            encoding="utf-8",
            timeout=120 + len(pages),
        )
    try:
        messages = json.loads(run.stdout)["messages"]
    except ValueError as error:
        msg = f"The checker stopped; run tests/tools/install.sh.\n{run.stdout}{run.stderr}"
        raise VnuError(msg) from error
    return [_failure(message, names) for message in messages]


def _failure(message: Mapping[str, Any], names: Mapping[str, str]) -> Failure:
    return Failure(
        page=names.get(message.get("url", ""), "no page"),
        rule=message.get("subType", message["type"]),
        target=f"line {message.get('lastLine', 0)}: {' '.join(message.get('extract', '').split())}",
        message=message["message"],
    )
