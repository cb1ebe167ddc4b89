"""Feedback in words: one file per noun."""
