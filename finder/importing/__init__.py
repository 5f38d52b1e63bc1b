"""Read content files and other people's data into domain values and issues.

Nothing in here raises for bad content: each problem becomes an `Issue` that says where it is and
what to do, and the rest is read.
"""
