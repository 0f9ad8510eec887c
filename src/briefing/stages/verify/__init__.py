"""Verify: grounded facts, or anyone's text, held against the source by checks that never see a model."""
