"""What people do with feedback: one file per noun."""
