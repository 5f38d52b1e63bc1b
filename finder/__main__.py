"""Run the command line as `python -m finder`."""

from finder.cli import main

main()
