"""What this version of the site meets of WCAG 2.2 and of COGA's patterns: the evidence.

The files beside this one are not content. A council keeps its own content folder for years;
what the pages meet comes and goes with the code that makes them, so it is shipped with the code.
"""
