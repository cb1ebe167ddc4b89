"""Questions about adjusting, always with who is looking: one file per noun."""
