"""Questions about files, always with who is looking: one file per noun."""
