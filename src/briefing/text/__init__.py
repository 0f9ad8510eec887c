"""Reading words: folding, quantities, dates, names. Pure functions; no model, no network, no files but word tables."""
