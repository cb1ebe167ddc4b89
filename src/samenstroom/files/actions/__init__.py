"""What people do with files: one file per noun."""
