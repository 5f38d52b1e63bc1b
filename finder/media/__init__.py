"""Files from others: photos, films, sounds and pictures. Each is checked before it is shown.

This is the only importer of Pillow. Nothing here knows content files, the catalogue or the web.
"""
