"""Forms of planning; parsed the same for every door: one file per noun."""
