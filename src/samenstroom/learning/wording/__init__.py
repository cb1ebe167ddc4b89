"""What was learned, in words: one file per noun."""
