"""Questions about exploring, always with who is looking: one file per noun."""
