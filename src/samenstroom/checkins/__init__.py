"""Rounds, sealed answers, the reveal and repairs."""
