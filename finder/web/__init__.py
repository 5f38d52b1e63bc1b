"""The website: parse a request, ask the core, present the answer, render a page."""
