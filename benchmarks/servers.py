"""Servers in processes of their own, with what they use of the processor and of memory."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

from benchmarks.client import HOST
from benchmarks.worker import memory_mb

_TICKS = os.sysconf("SC_CLK_TCK")
_MOST_SECONDS_TO_START = 60


class Server:
    """A server that runs while the block does."""

    def __init__(self, name: str, command: Sequence[str], variables: Mapping[str, str]) -> None:
        self.name = name
        self.port = _free_port()
        self._process = subprocess.Popen(
            [sys.executable, *(part.format(port=self.port) for part in command)],
            env={**_without_settings(os.environ), **variables},
            stdout=subprocess.DEVNULL,
        )

    def __enter__(self) -> Self:
        until = time.monotonic() + _MOST_SECONDS_TO_START
        while not self._is_up():
            if self._process.poll() is not None or time.monotonic() > until:
                self._stop()
                raise RuntimeError(f"The server of {self.name} did not start.")
            time.sleep(0.05)
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def cpu_seconds(self) -> float:
        """Return the processor time of the server so far, to a hundredth of a second."""
        return sum(_ticks_of(process) for process in self._processes()) / _TICKS

    def memory_mb(self) -> float:
        """Return the memory of its largest process, which is the one that does the work."""
        return max(memory_mb(process) for process in self._processes())

    def _processes(self) -> list[str]:
        """Return the ids of the server's process and of all that it started."""
        found = [str(self._process.pid)]
        for process in found:
            for task in Path(f"/proc/{process}/task").iterdir():
                found += (task / "children").read_text().split()
        return found

    def _is_up(self) -> bool:
        try:
            socket.create_connection((HOST, self.port), timeout=1).close()
        except OSError:
            return False
        return True

    def _stop(self) -> None:
        self._process.terminate()
        self._process.wait()


def _without_settings(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment without anybody's own settings of the site."""
    return {name: value for name, value in environment.items() if not name.startswith("FINDER_")}


def _ticks_of(process: str) -> int:
    """Return user and system time: the 14th and 15th fields, counted after the name's bracket."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def _free_port() -> int:
    with socket.create_server((HOST, 0)) as listening:
        return int(listening.getsockname()[1])
