"""Forms of agreements; parsed the same for every door: one file per noun."""
