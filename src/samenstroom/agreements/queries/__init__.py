"""Questions about agreements, always with who is looking: one file per noun."""
