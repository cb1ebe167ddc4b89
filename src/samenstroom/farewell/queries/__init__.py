"""Questions about a farewell, always with who is looking: one file per noun."""
