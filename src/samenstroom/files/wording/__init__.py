"""Files in words: one file per noun."""
