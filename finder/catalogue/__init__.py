"""The catalogue: one council's list as a read-only SQLite file."""
