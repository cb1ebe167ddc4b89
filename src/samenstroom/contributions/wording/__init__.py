"""Contributions in words: one file per noun."""
