"""What is asked in a farewell, parsed and judged: one file per noun."""
