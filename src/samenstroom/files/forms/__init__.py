"""Forms of files; parsed the same for every door: one file per noun."""
