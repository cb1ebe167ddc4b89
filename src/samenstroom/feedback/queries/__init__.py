"""Questions about feedback, always with who is looking: one file per noun."""
