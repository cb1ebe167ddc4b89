"""Acts on the calendar of one person."""
