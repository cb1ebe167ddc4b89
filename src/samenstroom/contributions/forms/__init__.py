"""Forms of contributions; parsed the same for every door: one file per noun."""
