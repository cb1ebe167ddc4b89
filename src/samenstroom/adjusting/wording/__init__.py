"""Adjusting in words: one file per noun."""
