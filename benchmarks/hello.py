"""The smallest Flask application, behind the same server with the same settings as the site."""

import sys

from flask import Flask
from granian import Granian
from granian.constants import Interfaces

app = Flask(__name__)


@app.get("/")
def hello() -> str:
    return "Hello, World!"


def main(port: int) -> None:
    """Serve as `finder serve` does."""
    Granian(
        "benchmarks.hello:app",
        address="127.0.0.1",
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=4,
        log_access=False,
    ).serve()


if __name__ == "__main__":
    main(int(sys.argv[1]))
