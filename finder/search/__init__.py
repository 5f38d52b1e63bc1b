"""Find activities: words, choices, place and order. The only part that knows Whoosh."""
