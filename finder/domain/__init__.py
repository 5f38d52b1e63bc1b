"""Plain values that every other part of the finder speaks in.

Nothing here reads a file, a database or a request, and nothing here is imported from outside
the standard library.
"""
