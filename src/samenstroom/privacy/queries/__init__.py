"""Questions about what is kept."""
