"""Questions about planning, always with who is looking: one file per noun."""
