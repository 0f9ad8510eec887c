"""Dates and periods as intervals of days: full, partial and relative.

Relative words hang on the anchor and are marked inferred; without an anchor they keep their words and no day is
invented.
"""
