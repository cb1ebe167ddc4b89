"""Files: what somebody kept with a collaboration, checked by content, sealed on disk."""
