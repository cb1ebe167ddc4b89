"""Words about what is kept."""
