"""What people do with planning: one file per noun."""
