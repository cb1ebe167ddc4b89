"""What is asked while exploring, parsed and judged: one file per noun."""
