"""Files that a person takes away: calendar, PDF, spreadsheet and square code.

Each module is given words that are ready to print, and returns the bytes or the text of a file.
"""
