"""The package that a council installs serves the same site as a checkout does."""

import os
import shutil
import socket
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.pseudo import ROOT

pytestmark = pytest.mark.slow

# What lies about in a folder in which people work, and may not travel with the package.
JUNK = (
    "finder/__pycache__/app.cpython-311.pyc",
    "finder/web/views/left_over.pyc",
    "content/__pycache__/x.pyc",
    ".finder/shortlists.db",
    ".venv/lib/python3.11/site-packages/flask.py",
    "notes.txt",
    "shortlists.db",
    "static/pictures/.coverage",
    "tests/tools/node_modules/left.js",
)


def run(*command: str | Path, cwd: Path, **more: str) -> str:
    """Run a command with nothing of this checkout on its path, and return what it said."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    settings = {name: value for name, value in kept.items() if not name.startswith("FINDER_")}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**settings, **more},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source archive, built from a checkout full of junk."""
    folder = tmp_path_factory.mktemp("packages")
    checkout = folder / "checkout"
    listed = run("git", "ls-files", "-co", "--exclude-standard", "-z", cwd=ROOT)
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (checkout / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, checkout / name)
    for name in JUNK:
        (checkout / name).parent.mkdir(parents=True, exist_ok=True)
        (checkout / name).write_text("junk")
    run(sys.executable, "-m", "hatchling", "build", "-d", folder / "dist", cwd=checkout)
    return folder / "dist"


def only(packages: Path, pattern: str) -> Path:
    (found,) = packages.glob(pattern)
    return found


def names_in_wheel(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_the_package_and_its_folders_and_nothing_else(packages: Path) -> None:
    names = names_in_wheel(only(packages, "*.whl"))

    expected = {
        "finder/web/app.py",
        "finder/wsgi.py",
        "finder/readability/hard_words.toml",
        "finder/templates/base.html",
        "finder/static/finder.css",
        "finder/static/lists.css",
        "finder/static/fonts/OFL.txt",
        "finder/static/offline.js",
        "finder/documents/sheet.typ",
        "finder/documents/fonts/OFL-Noto.txt",
        "finder/documents/fonts/NotoSans-Regular.ttf",
        "finder/shortlists/code_words.txt",
        "finder/static/pictures/openmoji/LICENSE",
        "finder/content/interests.toml",
        "finder/content/councils/kent/council.toml",
        "finder/content/places/postcodes.bin",
    }
    roots = {name.split("/")[0] for name in names}
    assert expected <= names
    assert {root.partition("-")[2].partition(".dist")[1] or root for root in roots} == {
        *("finder", ".dist")
    }
    assert {name for name in names if name.endswith((".pyc", ".db", ".coverage"))} == set()
    assert not any("node_modules" in name or "/tests/" in name for name in names)
    assert "finder/translations/compile_hook.py" not in names


def test_every_file_of_the_folders_is_in_the_wheel(packages: Path) -> None:
    names = names_in_wheel(only(packages, "*.whl"))
    listed = run(
        *("git", "ls-files", "-co", "--exclude-standard", "-z", "templates", "static", "content"),
        cwd=ROOT,
    )

    files = {name for name in listed.split("\0") if name and (ROOT / name).is_file()}
    assert {f"finder/{name}" for name in files} - names == set()


def test_the_source_archive_makes_the_same_wheel(packages: Path, tmp_path: Path) -> None:
    with tarfile.open(only(packages, "*.tar.gz")) as archive:
        archive.extractall(tmp_path, filter="data")
    (source,) = tmp_path.iterdir()
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path, cwd=source)

    again = names_in_wheel(only(tmp_path, "*.whl"))
    assert again == names_in_wheel(only(packages, "*.whl"))
    assert not any((source / name).exists() for name in JUNK)
    assert (source / "LICENSE").is_file()


@pytest.fixture(scope="module")
def installed(packages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a new environment, in which only the wheel and its needs are."""
    folder = tmp_path_factory.mktemp("installed") / "venv"
    run(sys.executable, "-m", "venv", folder, cwd=folder.parent)
    pip = (folder / "bin" / "python", "-m", "pip", "--quiet", "--disable-pip-version-check")
    locked = ROOT / "requirements" / "run.txt"
    # Python compiles what it uses. To compile all of it first would only take longer.
    run(*pip, "install", "--no-compile", "--require-hashes", "-r", locked, cwd=folder)
    run(*pip, "install", "--no-deps", only(packages, "*.whl"), cwd=folder)
    run(*pip, "check", cwd=folder)
    return folder / "bin"


@pytest.fixture
def served(installed: Path, tmp_path: Path) -> Iterator[str]:
    """The address of the installed site, with the example content that came with it."""
    settings = {"FINDER_DATA_DIR": str(tmp_path / "data"), "FINDER_TODAY": "2026-11-21"}
    run(installed / "finder", "build", "--quiet", cwd=tmp_path, **settings)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    server = subprocess.Popen(
        [str(installed / "finder"), "serve", "--port", str(port)],
        cwd=tmp_path,
        env={**kept, **settings, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        wait_for(server, port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.communicate(timeout=30)


def wait_for(server: subprocess.Popen[str], port: int) -> None:
    """Return when the server takes connections. It has a minute."""
    for _ in range(600):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        with suppress(subprocess.TimeoutExpired):
            server.wait(timeout=0.1)
            break
    server.terminate()
    raise AssertionError(server.communicate(timeout=30)[0])


def test_the_installed_package_serves_the_site(served: str) -> None:
    def get(path: str) -> tuple[str, str]:
        with urlopen(f"{served}{path}", timeout=30) as answer:
            return answer.headers.get_content_type(), answer.read().decode()

    assert "Where do you live?" in get("/")[1]
    assert "Things to do in Kent" in get("/kent/")[1]
    assert "things." in get("/kent/find?q=swimming&near=ME14+1XQ")[1]
    assert "Page 1 of" in get("/stockport/find")[1]
    assert get("/static/finder.css") == (
        "text/css",
        (ROOT / "static" / "finder.css").read_text(encoding="utf-8"),
    )
    assert get("/static/pictures/own/logo-example.svg")[0] == "image/svg+xml"
    assert '"ready":true' in get("/readyz")[1].replace(" ", "")


def test_the_installed_commands_say_what_they_do(installed: Path, tmp_path: Path) -> None:
    said = run(installed / "finder", "--help", cwd=tmp_path)

    assert {"build", "check", "serve", "search", "rollback"} <= set(said.split())
    assert run(installed / "python", "-m", "finder", "--version", cwd=tmp_path).startswith("finder")
