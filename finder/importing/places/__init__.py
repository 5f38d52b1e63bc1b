"""Make the files of the gazetteer from Code-Point Open and from GeoNames.

Nothing in here is used while the site runs. A row that is wrong becomes an `Issue`; only a source
that cannot be opened at all, or a wrong list of outcodes, stops the work, with a `PlacesError`.
"""
