"""What stops the making of the gazetteer."""


class PlacesError(Exception):
    """The gazetteer cannot be made: its message says why, and what to do."""
