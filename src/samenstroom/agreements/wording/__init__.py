"""Agreements in words: one file per noun."""
