"""Figures that a text does not print but gives."""
