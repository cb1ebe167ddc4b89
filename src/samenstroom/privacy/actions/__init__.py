"""What people do about what is kept of them."""
