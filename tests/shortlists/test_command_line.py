"""`finder shortlists` with PostgreSQL. tests/cli has the rest of it."""

from dataclasses import fields
from pathlib import Path

from click.testing import CliRunner

from finder.cli import main
from finder.domain.shortlist import Face
from finder.settings import PREFIX, Settings
from finder.shortlists.tokens import EditToken, look_token_of
from tests.cli.outcome import lines_of
from tests.shortlists.lists import CHOIR, KENT, NOON, SWIM, add_all
from tests.shortlists.store_process import open_at


def test_a_council_moves_from_sqlite_to_postgresql_and_back(
    tmp_path: Path, postgres_url: str, token: EditToken
) -> None:
    file, again = tmp_path / "lists.jsonl", tmp_path / "again.jsonl"
    before = open_at(str(tmp_path / "shortlists.db"))
    add_all(before, token, SWIM, CHOIR)
    before.set_face(token, council=KENT, activity_id=SWIM, face=Face.NO, now=NOON)
    before.set_note(token, council=KENT, activity_id=CHOIR, note="On Mondays", now=NOON)
    kept = before.read(token, now=NOON)
    before.close()

    usual: dict[str, str | None] = {PREFIX + each.name.upper(): None for each in fields(Settings)}
    usual |= {"FINDER_DATA_DIR": str(tmp_path), "FINDER_TODAY": NOON.date().isoformat()}
    sqlite = CliRunner(env=usual)
    postgres = CliRunner(env={**usual, "FINDER_DATABASE_URL": postgres_url})
    sqlite.invoke(main, ["shortlists", "export", str(file)], catch_exceptions=False)
    taken = postgres.invoke(main, ["shortlists", "import", str(file)], catch_exceptions=False)
    postgres.invoke(main, ["shortlists", "export", str(again)], catch_exceptions=False)

    assert lines_of(taken) == ["1 list taken in. 0 were there already."]
    assert again.read_text("utf-8") == file.read_text("utf-8")
    after = open_at(postgres_url)
    assert after.read(token, now=NOON) == kept
    assert after.read_shared(look_token_of(token), now=NOON) == kept
    after.close()

    link = f"https://example.org/list/{token}/edit"
    deleted = postgres.invoke(main, ["shortlists", "delete", link], catch_exceptions=False)
    assert lines_of(deleted) == ["The list is deleted."]
    pruned = postgres.invoke(main, ["shortlists", "prune"], catch_exceptions=False)
    assert lines_of(pruned) == ["0 lists had expired and are deleted."]
