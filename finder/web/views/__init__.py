"""The pages, one blueprint in each module."""
