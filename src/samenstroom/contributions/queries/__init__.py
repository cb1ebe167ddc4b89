"""Questions about contributions, always with who is looking: one file per noun."""
