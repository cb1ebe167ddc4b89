"""What people do while exploring: one file per noun."""
