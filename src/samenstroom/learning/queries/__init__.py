"""Questions about what was learned, always with who is looking: one file per noun."""
