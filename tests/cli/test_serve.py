"""`finder serve`."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

import finder
from tests.cli.conftest import Run
from tests.cli.outcome import error_of

TRIES = 300


@pytest.fixture
def port() -> int:
    """A port that nothing uses."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        number: int = listening.getsockname()[1]
    return number


@pytest.fixture
def server(built: Run, data_dir: Path, port: int) -> Iterator["subprocess.Popen[str]"]:
    """The real server, in a process of its own."""
    process = subprocess.Popen(
        [sys.executable, "-m", "finder", "serve", "--port", str(port), "--threads", "2"],
        env={
            **os.environ,
            "PYTHONPATH": str(Path(finder.__file__).parent.parent),
            "FINDER_DATA_DIR": str(data_dir),
            "FINDER_TODAY": "2026-11-21",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    yield process
    process.kill()
    process.communicate()


def answer_of(process: "subprocess.Popen[str]", address: str) -> tuple[int, str]:
    """Return a page, as soon as the server answers at all."""
    for _ in range(TRIES):
        try:
            with urlopen(address, timeout=10) as page:
                return page.status, page.read().decode()
        except URLError:
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(timeout=0.1)
    raise TimeoutError(address)  # pragma: no cover


def test_the_server_answers_and_ends_when_it_is_told_to(
    server: "subprocess.Popen[str]", port: int
) -> None:
    origin = f"http://127.0.0.1:{port}"

    assert answer_of(server, f"{origin}/healthz") == (200, "ok")
    status, page = answer_of(server, f"{origin}/exampleshire/find?q=cooking&near=ME14+1XQ")
    assert (status, "Cooking Together (example)" in page) == (200, True)

    server.send_signal(signal.SIGTERM)
    printed, _ = server.communicate(timeout=30)

    assert server.returncode == 0
    assert printed.splitlines()[0] == f"The site is on {origin}. Press Ctrl and C to stop."
    assert "Traceback" not in printed
    # What a person typed never reaches a log.
    assert "ME14" not in printed
    assert "cooking" not in printed


def test_without_a_build_there_is_nothing_to_serve(run: Run, port: int) -> None:
    assert error_of(run("serve", "--port", str(port))) == (
        "Nothing was built yet. Run `finder build`."
    )


def test_a_port_that_is_taken_is_one_line(built: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        message = error_of(built("serve", "--port", str(port)))

    assert message.startswith(f"127.0.0.1, port {port} cannot be used: ")
    assert "Address already in use" in message
    assert message.endswith(" Choose another with --host or --port.")


@pytest.mark.parametrize(
    "host",
    [
        pytest.param("192.0.2.1", id="another machine"),
        pytest.param("nowhere.invalid", id="a name that nobody has"),
    ],
)
def test_a_host_that_is_not_this_machine_is_one_line(built: Run, host: str, port: int) -> None:
    message = error_of(built("serve", "--host", host, "--port", str(port)))

    assert message.startswith(f"{host}, port {port} cannot be used: ")


def test_without_what_speaks_with_postgresql_there_is_one_line(
    built: Run, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As when the extra is not installed: the import of the module fails.
    monkeypatch.setitem(sys.modules, "finder.shortlists.postgres", None)

    url = "postgresql://127.0.0.1/lists"
    message = error_of(built("serve", "--port", str(port), FINDER_DATABASE_URL=url))

    assert message.endswith("Install it: pip install 'activity-finder[postgres]'.")
