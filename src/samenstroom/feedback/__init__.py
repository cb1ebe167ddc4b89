"""Feedback that helps, decisions with who decided, and appreciation."""
