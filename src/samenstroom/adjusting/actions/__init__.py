"""What people do while adjusting: one file per noun."""
