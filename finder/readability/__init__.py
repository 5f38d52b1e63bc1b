"""Check words against the rules of easy read: short sentences, one idea each, plain words.

`finder.readability.rules.check_text` finds what is hard in a text, and
`finder.readability.report.page_report` counts it for a whole page. English only.
"""
