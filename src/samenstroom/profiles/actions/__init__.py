"""What she does with her profile and her pages: one file per noun."""
