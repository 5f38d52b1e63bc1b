"""The date of the accessibility statement moves with its words."""

import hashlib
import tomllib
from datetime import date
from pathlib import Path

import pytest

from tests import pseudo

# When the words of templates/pages/accessibility.html change, look at the whole statement again,
# put the day into `reviewed_on` of each council of the example, and both values here.
WORDS = "bd53972faaa6"
LOOKED_AT = date(2026, 11, 20)
COUNCILS = sorted((pseudo.ROOT / "content" / "councils").glob("*/council.toml"))


def test_the_statement_has_the_words_that_somebody_looked_at() -> None:
    said = [
        "\n".join(message.forms)
        for message in sorted(pseudo.messages(), key=lambda each: each.line)
        if message.file == "templates/pages/accessibility.html"
    ]

    assert hashlib.sha256("\n".join(said).encode()).hexdigest()[:12] == WORDS


@pytest.mark.parametrize("file", COUNCILS, ids=lambda file: str(file.parent.name))
def test_each_council_looked_at_its_statement_then_or_later(file: Path) -> None:
    statement = tomllib.loads(file.read_text(encoding="utf-8"))["statement"]

    assert max(statement["prepared_on"], statement.get("reviewed_on", date.min)) >= LOOKED_AT
