"""Forms of adjusting; parsed the same for every door: one file per noun."""
