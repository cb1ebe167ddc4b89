"""Forms of learning: one file per noun."""
