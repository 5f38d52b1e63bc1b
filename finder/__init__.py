"""Activity Finder: an easy-read finder of things to do, for councils in England."""

__version__ = "0.1.0"
