"""Template tags of this door."""
