"""Where things are: postcodes, grid references, distances, and the names of towns.

Standard library only. Nothing in here knows a council's list, a request or a database.
"""
