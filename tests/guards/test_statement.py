"""The date of the accessibility statement moves with its words, and with what it says is met."""

import ast
import hashlib
import tomllib
from datetime import date
from pathlib import Path

import pytest

from finder.web.accessibility.evidence import criteria
from tests import pseudo

# When the words of these files change, or what is met, look at the whole statement again, put the
# day into `reviewed_on` of each council of the example, and both values here.
FILES = (
    "templates/pages/accessibility.html",
    "finder/web/presenters/statement.py",
)
FORMAL = pseudo.ROOT / "finder/web/presenters/formal_statement.py"
WORDS = "22aebea37d95"
LOOKED_AT = date(2026, 11, 21)
COUNCILS = sorted((pseudo.ROOT / "content" / "councils").glob("*/council.toml"))


def test_the_statement_has_the_words_that_somebody_looked_at() -> None:
    said = [
        "\n".join(message.forms)
        for message in sorted(pseudo.messages(), key=lambda each: (each.file, each.line))
        if message.file in FILES
    ]
    said += [f"{each.number} {each.status} {each.missing}" for each in criteria()]
    said += [text for text in texts_of(FORMAL) if " " in text]

    assert hashlib.sha256("\n".join(said).encode()).hexdigest()[:12] == WORDS


def texts_of(file: Path) -> list[str]:
    """Return the texts of a module, in their order."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    texts = [node for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    texts.sort(key=lambda node: (node.lineno, node.col_offset))
    return [node.value for node in texts if isinstance(node.value, str)]


@pytest.mark.parametrize("file", COUNCILS, ids=lambda file: str(file.parent.name))
def test_each_council_looked_at_its_statement_then_or_later(file: Path) -> None:
    statement = tomllib.loads(file.read_text(encoding="utf-8"))["statement"]

    assert max(statement["prepared_on"], statement.get("reviewed_on", date.min)) >= LOOKED_AT
