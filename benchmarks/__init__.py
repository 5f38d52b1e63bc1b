"""Compare the search, and whole pages, with other ways of doing the same. See `make bench`."""
