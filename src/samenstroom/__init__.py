"""Samenstroom: takes care of a collaboration as a relationship."""

__version__ = "0.1.0"
