"""Planning in words: one file per noun."""
