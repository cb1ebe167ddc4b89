"""What people do when they learn from a collaboration: one file per noun."""
