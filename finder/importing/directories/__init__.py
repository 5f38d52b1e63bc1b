"""Bring other people's directories into content: CSV files, and Open Referral UK feeds.

A council writes a *mapping* that says which file and column goes to which field. `run.run_import`
reads the files through it, writes one content file a provider, and says what became of every row.
Nothing is guessed: what cannot be read for sure is kept in its own words, or stays unknown.
"""
