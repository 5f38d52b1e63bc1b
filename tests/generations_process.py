"""A process of its own that builds, run by test_generations.py.

python generations_process.py hold FOLDER
    takes the lock of builds, says "ready", and waits for a line
python generations_process.py publish FOLDER
    says "ready", then builds again and again, and prints the id of each build once it is live
"""

import sys
from itertools import count
from pathlib import Path

from finder.generations import Generations
from tests.small_generation import publish_called


def hold(folder: Path) -> None:
    with Generations(folder).writing():
        print("ready", flush=True)
        sys.stdin.readline()


def publish_on_and_on(folder: Path) -> None:
    print("ready", flush=True)
    for number in count():
        print(publish_called(Generations(folder), f"Council {number}"), flush=True)


if __name__ == "__main__":
    {"hold": hold, "publish": publish_on_and_on}[sys.argv[1]](Path(sys.argv[2]))
