"""What people do with agreements: one file per noun."""
