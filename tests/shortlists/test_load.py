"""Several processes at once, for a short time. load.py does the same for longer, and measures."""

from pathlib import Path

from tests.shortlists.load import Log, edit_for, kill_often

SECONDS = 3
KILLS = 4


def test_edits_of_two_processes_all_stay(location: str, tmp_path: Path) -> None:
    outcome = edit_for(location, tmp_path, seconds=SECONDS)

    assert (outcome.errors, outcome.lost) == ((), ())
    assert outcome.confirmed > 100
    assert " 0 errors, 0 lost" in str(outcome)


def test_what_was_confirmed_outlives_kills(location: str, tmp_path: Path) -> None:
    outcome = kill_often(location, tmp_path, kills=KILLS)

    assert (outcome.errors, outcome.lost) == ((), ())
    assert outcome.confirmed > 100


def test_a_lost_edit_would_be_noticed() -> None:
    log = Log()
    log.read(
        [
            "? 0/swim none:\n",
            "! 0/swim 900\n",
            "? 0/choir yes:\n",
            "? 1/walk none:\n",
            "x 1/walk The database is locked.\n",
            "? 0/swim yes:\n",
        ],
        before={"0/choir": "no:"},
    )

    assert (log.microseconds, log.errors) == ([900], ["The database is locked."])
    # An edit that nobody confirmed may be there, or not; one that was confirmed has to be.
    assert log.find_lost({"0/swim": "none:", "0/choir": "no:"}) == []
    assert log.find_lost({"0/swim": "yes:", "0/choir": "yes:", "1/walk": "none:"}) == []
    assert log.find_lost({"1/walk": "none:n1"}) == [
        "0/swim: - and not none: or yes:",
        "0/choir: - and not no: or yes:",
        "1/walk: none:n1 and not - or none:",
    ]
