"""Forms about what is kept."""
