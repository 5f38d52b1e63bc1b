"""Turn domain values into what a template shows, in words that a person reads."""
