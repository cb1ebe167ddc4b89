"""Profiles: who I am, what my boundaries are, and what I choose to show of it."""
