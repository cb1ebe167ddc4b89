"""Forms of feedback; parsed the same for every door: one file per noun."""
