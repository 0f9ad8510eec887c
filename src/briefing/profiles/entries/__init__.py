"""One module a shipped profile: its fields with labels, what is worth missing, and its cue words."""
