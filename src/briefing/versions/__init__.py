"""Two versions of one story: which figures, names, quotations and hedges moved, and which facts that makes stale."""
