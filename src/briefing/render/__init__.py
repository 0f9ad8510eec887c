"""Results as text: one pure function per format."""
