"""What people do with contributions: one file per noun."""
