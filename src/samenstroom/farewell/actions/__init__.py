"""What people do to say goodbye: one file per noun."""
