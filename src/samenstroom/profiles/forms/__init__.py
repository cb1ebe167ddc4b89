"""What is asked about herself, parsed and judged: one file per noun."""
