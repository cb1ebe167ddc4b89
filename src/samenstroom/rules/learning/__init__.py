"""What somebody's own few collaborations can teach her: counts first, and no more certainty than they carry.

Every formula and constant is in `docs/learning.md`, with where it comes from.
"""
