"""Frozen data handed from step to step, one type per level of trust."""
